"""Names of texts, and what the target of a link calls seen from one of them.

A text's name is its path with `/`, or the path of the file that holds it, `!`, and its path in there.
"""

from edcheck.patterns import lazy_pattern

BETWEEN = "!"
"""What stands between the name of a file and the name of an entry in it."""

_DIGITS = lazy_pattern(r"([0-9]+)")
_LONGEST_NUMBER = 1000
"""Digits of a number in a name that count; Python refuses to read much longer ones."""
_WITHIN = lazy_pattern(r"(.*?\.[A-Za-z0-9]{2,5}!)(?=[^/!])")
"""A file and the mark behind it; a name that only holds an exclamation mark is no file within a file."""
_ELSEWHERE = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def entry_name(file: str, entry: str) -> str:
    """The name of a text inside a file, as findings give it."""
    return f"{file}{BETWEEN}{entry}"


def natural_order(name: str) -> list[list[str | int]]:
    """A sort key under which numbers inside names count as numbers, folder by folder."""
    return [
        [
            int(part[:_LONGEST_NUMBER]) if index % 2 else part.casefold()
            for index, part in enumerate(_DIGITS.split(folder))
        ]
        for folder in name.split("/")
    ]


def resolve_target(name: str, target: str) -> tuple[str, str] | None:
    """The text that a link in the text `name` leads to, and the fragment in it, empty where it has none.

    `target` is the attribute's value with character references resolved. Percent signs are decoded and queries
    passed over. None where the link leads out of the edition: to another host or scheme, or out of the file
    that holds the text.
    """
    target = target.strip()
    if _ELSEWHERE.match(target):
        return None
    path, _, fragment = target.partition("#")
    path = _decoded(path.partition("?")[0])
    if not path:
        return name, _decoded(fragment)
    within = _WITHIN.match(name) if BETWEEN in name else None
    file = within[1] if within else ""
    joined = _joined(name[len(file) :], path)
    if joined is None or (file and joined.startswith("../")):
        return None
    return f"{file}{joined}", _decoded(fragment)


def _joined(base: str, path: str) -> str | None:
    """A path seen from a file, without `.` and `..` wherever they can be resolved; None for an absolute one."""
    if path.startswith("/"):
        return None
    parts = base.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] not in ("..", ""):
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _decoded(path: str) -> str:
    if "%" not in path:
        return path
    # Imported here: few links need it, and no start should pay for it.
    from urllib.parse import unquote

    return unquote(path)
