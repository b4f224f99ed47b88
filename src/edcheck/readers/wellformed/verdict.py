"""The verdict: expat's, which every Python has. Nothing is opened, nothing fetched, nothing grows without bounds.

Expat is given the text as read, so that the encoding is decided in one place. It opens no external entity unless
told how, and limits what entities may grow to; document types are measured before it sees them: old versions take
time quadratic in their declarations.

Expat knows names as the fourth edition of XML has them; the fifth, in force since 2008, allows nearly every
letter. So where expat finds an invalid sign, it is shown the text once more with other letters for those beyond
ASCII, each letter for one only: what is well-formed then is well-formed by the fifth edition.
"""

import re

from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

LONGEST_DOCTYPE = 1 << 18
UNBOUND_PREFIX = 27
_SYNTAX, _INVALID = 2, 4
_DOCTYPE: re.Pattern[str] = lazy_pattern(
    r"(?:\s++|<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->)*+<!DOCTYPE"
)
_ELSEWHERE: re.Pattern[str] = lazy_pattern(r"\b(?:SYSTEM|PUBLIC)\b")
"""In a document type, what may hold declarations that are not in this file."""
_BEGINS_NAMES: re.Pattern[str] = lazy_pattern(
    "[\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
)
_CONTINUES_NAMES = frozenset(map(chr, (*range(0x346, 0x360), *range(0x362, 0x370), 0x203F, 0x2040)))
"""What the fifth edition lets names go on with and the fourth does not."""
_LETTERS = range(0x4E00, 0x9FA6)
_DIGITS = [digit for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xA66) for digit in range(zero, zero + 10)]
"""What names may go on with, not begin with, in the fourth edition; in the fifth they may do both."""


class TooLongError(Exception):
    """The document type is too long to be read in good time."""


class Error(NamedTuple):
    """The first error: expat's number for its kind, its words, and the offset in the text where it was met."""

    code: int
    words: str
    at: int


def first_error(text: str) -> Error | None:
    """The first place where a text is not well-formed, its namespaces included; None if it is.

    Raises TooLongError.
    """
    doctype = _DOCTYPE.match(text)
    if doctype and len(text) - doctype.end() > LONGEST_DOCTYPE and _subset(text, doctype.end()) > LONGEST_DOCTYPE:
        raise TooLongError
    shown, error = text, _parse(text, " ")
    if error and error.code in (_INVALID, _SYNTAX) and not text.isascii():
        shown = _in_letters_of_the_fourth_edition(text)
        error = _parse(shown, " ")
    if error and error.code == UNBOUND_PREFIX and doctype and _ELSEWHERE.search(text, doctype.end(), error.at):
        error = _parse(shown, None)
    return error


def _parse(text: str, namespaces: str | None) -> Error | None:
    """The parser's verdict; namespaces are looked at where there is a sign to write between them and names."""
    # Imported here: only texts that are XML need it.
    from pyexpat import ParserCreate

    data = text.encode("utf-8", "surrogatepass")
    parser = ParserCreate("utf-8", namespaces)
    try:
        parser.Parse(data, True)
    except Exception as error:
        at = max(parser.ErrorByteIndex, 0)
        offset = at if len(data) == len(text) else len(data[:at].decode("utf-8", "replace"))
        words = str(error).partition(": line")[0]
        return Error(parser.ErrorCode, words, min(offset, len(text)))
    return None


def _in_letters_of_the_fourth_edition(text: str) -> str:
    """The text with another letter for each that may begin a name, so that it may in the fourth edition too."""
    used = set(text)
    starts = sorted(filter(_BEGINS_NAMES.match, used))
    if len(starts) > len(_LETTERS):
        return text
    table = dict(zip(map(ord, starts), _LETTERS, strict=False))
    table.update(zip(map(ord, sorted(used & _CONTINUES_NAMES)), _DIGITS, strict=False))
    return text.translate(table)


def _subset(text: str, start: int) -> int:
    """How long the internal subset is, at least; it cannot end before its first `]`."""
    opening = text.find("[", start, start + LONGEST_DOCTYPE)
    closing = text.find("]", opening, opening + LONGEST_DOCTYPE + 1) if opening >= 0 else start
    return closing - start if closing >= 0 else LONGEST_DOCTYPE + 1
