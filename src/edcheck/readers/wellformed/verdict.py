"""The verdict: expat's, which every Python has. Nothing is opened, nothing fetched, nothing grows without bounds.

Expat is given the text as read, so that the encoding is decided in one place. It opens no external entity unless
told how, and limits what entities may grow to; document types are measured before it sees them: old versions take
time quadratic in their declarations.
"""

import re
from typing import NamedTuple

from edcheck.patterns import lazy_pattern

LONGEST_DOCTYPE = 1 << 18
_DOCTYPE: re.Pattern[str] = lazy_pattern(
    r"(?:\s++|<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->)*+<!DOCTYPE"
)


class TooLongError(Exception):
    """The document type is too long to be read in good time."""


class Error(NamedTuple):
    """The first error: expat's number for its kind, its words, and the offset in the text where it was met."""

    code: int
    words: str
    at: int


def first_error(text: str) -> Error | None:
    """The first place where a text is not well-formed; None if it is. Raises TooLongError."""
    # Imported here: only texts that are XML need it.
    from pyexpat import ParserCreate

    doctype = _DOCTYPE.match(text)
    if doctype and len(text) - doctype.end() > LONGEST_DOCTYPE and _subset(text, doctype.end()) > LONGEST_DOCTYPE:
        raise TooLongError
    data = text.encode("utf-8", "surrogatepass")
    parser = ParserCreate("utf-8")
    try:
        parser.Parse(data, True)
    except Exception as error:
        at = max(parser.ErrorByteIndex, 0)
        offset = at if len(data) == len(text) else len(data[:at].decode("utf-8", "replace"))
        words = str(error).partition(": line")[0]
        return Error(parser.ErrorCode, words, min(offset, len(text)))
    return None


def _subset(text: str, start: int) -> int:
    """How long the internal subset is, at least; it cannot end before its first `]`."""
    opening = text.find("[", start, start + LONGEST_DOCTYPE)
    closing = text.find("]", opening, opening + LONGEST_DOCTYPE + 1) if opening >= 0 else start
    return closing - start if closing >= 0 else LONGEST_DOCTYPE + 1
