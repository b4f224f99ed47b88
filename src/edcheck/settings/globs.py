"""Globs over paths with `/`: `*` and `?` stay within one name, `**` crosses folders, `[…]` is a set."""

import functools
import re


@functools.lru_cache(maxsize=1024)
def _compiled(glob: str) -> re.Pattern[str]:
    return re.compile(_expression(glob.removeprefix("./").removesuffix("/")), re.DOTALL)


def matches(glob: str, path: str) -> bool:
    """Tell whether `glob` names `path` or a folder above it.

    A glob without a slash names files and folders of that name anywhere, as in `drafts` or `*.bak.txt`.
    """
    return _compiled(glob).match(path) is not None


def _expression(glob: str) -> str:
    anywhere = "" if "/" in glob else "(?:.*/)?"
    parts = []
    at = 0
    while at < len(glob):
        part, at = _part(glob, at)
        parts.append(part)
    return f"{anywhere}{''.join(parts)}(?:/.*)?\\Z"


def _part(glob: str, at: int) -> tuple[str, int]:
    if glob.startswith("**/", at):
        return "(?:.*/)?", at + 3
    if glob.startswith("**", at):
        return ".*", at + 2
    character = glob[at]
    if character in "*?":
        return ("[^/]*" if character == "*" else "[^/]"), at + 1
    end = glob.find("]", at + 2) if character == "[" else -1
    if end < 0:
        return re.escape(character), at + 1
    inner = glob[at + 1 : end]
    negated = inner.startswith("!")
    members = "".join(member if member == "-" else re.escape(member) for member in inner[negated:])
    return f"[{'^/' if negated else ''}{members}]", end + 1
