"""Character references as HTML reads them: `&mdash;`, `&#8212;`, and the forms that are nearly right.

Browsers read some names without their semicolon, and the numbers 128 to 159 as windows-1252; what they cannot
read they show as it stands. This module says both what is shown and what is wrong with it.
"""

import re
from functools import cache, lru_cache

from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

REFERENCE = lazy_pattern(r"(&(?:#(?:[xX][0-9A-Fa-f]++|[0-9]++)?+;?+|[A-Za-z][A-Za-z0-9]*+;?+)?+)")
"""One group, so that `split` returns text and references by turns; a bare `&` is a reference to nothing."""

_ESCAPED_NAME = lazy_pattern(r"(?:#(?:[xX][0-9A-Fa-f]++|[0-9]++)|[A-Za-z][A-Za-z0-9]*+);")
_HIGHEST = 0x10FFFF


class Reference(NamedTuple):
    """What a reference stands for: the characters shown for its first `length` characters.

    `shown` is empty where a browser shows the source as it stands. `flaw` names what is wrong, empty where
    nothing is; `name` is the name as written without `&` and `;`, `reads` what was most likely meant.
    """

    shown: str
    length: int
    flaw: str = ""
    name: str = ""
    reads: str = ""


@cache
def _names() -> dict[str, str]:
    from html.entities import html5

    return html5


@lru_cache(maxsize=4096)
def resolve(written: str) -> Reference:
    """Resolve one reference as `REFERENCE` matches it in text."""
    if written == "&":
        return Reference("", 1, "bare-ampersand", "", "&")
    if written[1] == "#":
        return _numeric(written)
    body = written[1:]
    known = _names()
    if body[-1] == ";":
        if body in known:
            return Reference(known[body], len(written))
        prefix = _legacy(body)
        length = len(prefix) + 1 if prefix else len(written)
        return Reference(known.get(prefix, ""), length, "unknown-entity", body[:-1])
    prefix = _legacy(body)
    if prefix:
        return Reference(known[prefix], len(prefix) + 1, "unterminated-entity", prefix, known[prefix])
    if f"{body};" in known:
        return Reference("", len(written), "unterminated-entity", body, known[f"{body};"])
    return Reference("", len(written), "bare-ampersand", body, "&")


def _legacy(body: str) -> str:
    """The longest beginning of `body` that browsers read without a semicolon (at most six letters)."""
    known = _names()
    return next((body[:size] for size in range(min(len(body), 6), 1, -1) if body[:size] in known), "")


def _numeric(written: str) -> Reference:
    digits = written[2:].rstrip(";")
    if not digits:
        return Reference("", len(written), "bare-ampersand", "#", "&")
    shown = character(digits)
    if written[-1] == ";":
        return Reference(shown, len(written))
    return Reference(shown, len(written), "unterminated-entity", f"#{digits}", shown)


def character(digits: str) -> str:
    """The character of a number as written after `&#`: decimal, or hexadecimal after `x`."""
    hexadecimal = digits[0] in "xX"
    significant = digits[1:].lstrip("0") if hexadecimal else digits.lstrip("0")
    code = int(significant or "0", 16 if hexadecimal else 10) if len(significant) < 9 else _HIGHEST + 1
    if code == 0 or code > _HIGHEST or 0xD800 <= code <= 0xDFFF:
        return "�"
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore") or chr(code)
    return chr(code)


def escaped_twice(following: str) -> Reference | None:
    """What the text after `&amp;` begins with, if that is the rest of a reference: `mdash;` in `&amp;mdash;`."""
    match = _ESCAPED_NAME.match(following)
    if match is None:
        return None
    name = match[0][:-1]
    reads = character(name[1:]) if name[0] == "#" else _names().get(match[0], "")
    if not reads and not (len(name) > 2 and name.islower()):
        return None
    return Reference("", len(match[0]), "double-escaped", name, reads)


def unescape(value: str) -> str:
    """Resolve the references in an attribute's value.

    Other than in text, a name without its semicolon counts only where neither `=` nor a letter or digit
    follows it: `?a=1&copy=2` is an address.
    """
    if "&" not in value:
        return value
    return REFERENCE.sub(_in_value, value)


def _in_value(match: re.Match[str]) -> str:
    written = match[0]
    found = resolve(written)
    if not found.shown:
        return written
    if written[-1] != ";" and written[1] != "#":
        following = match.string[match.end() : match.end() + 1]
        if found.length < len(written) or following == "=":
            return written
    return found.shown + written[found.length :]
