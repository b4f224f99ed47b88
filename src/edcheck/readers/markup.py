r"""The tag scanner: where markup lies in a text, and the attributes of a tag, with exact spans.

One regular expression finds tags, comments and declarations. It follows the HTML standard's tokenizer, with two
deliberate departures, both for pages that people typed: a tag ends where the next `<` begins
(`<p <b>` is two tags), and a quoted value whose closing quotation mark is missing ends at the first `>`
instead of swallowing text up to the next quotation mark on the page.

All quantifiers are possessive and every construct may end with the text, so the scan is linear on any input.
"""

import re
from typing import NamedTuple

_SPACE = r"[\t\n\f\r ]"
_NAME = r"[A-Za-z][^\t\n\f\r /<>]*+"


def _value(quote: str) -> str:
    """A quoted value: closed on the spot, closed after angle brackets, or open (it ends before `>`)."""
    return (
        rf"{quote}(?:[^{quote}<>]*+{quote}|[^{quote}]*+{quote}(?=[\t\n\f\r />]|\Z)"
        rf"|[^{quote}>]*+(?:(?=>)|{quote}|\Z))"
    )


_ATTRIBUTE = (
    rf"[^\t\n\f\r /<>][^\t\n\f\r /<>=]*+"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:{_value(chr(34))}|{_value(chr(39))}"
    rf"|[^\t\n\f\r <>\"'][^\t\n\f\r <>]*+|(?=[<>])|\Z))?+"
)
_TAG = rf"(/?{_NAME})(?:[\t\n\f\r /]++|{_ATTRIBUTE})*+(>|(?=<)|\Z)"
_COMMENT = r"(!--(?:-?>|.*?(?:--!?>|\Z)))"
_BOGUS = r"(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)"

MARKUP = re.compile(rf"<(?:(/?[A-Za-z][A-Za-z0-9]*+)>|{_TAG}|{_COMMENT}|{_BOGUS})", re.DOTALL)
"""Group 1: the name of a tag without attributes. Group 2: the name of any other tag, group 3 its `>`, empty where
it is missing. Group 4: a comment. No group: a declaration. A name begins with `/` in an end tag."""

_PART = re.compile(
    r"([^\t\n\f\r /<>][^\t\n\f\r /<>=]*+)"
    rf"(?:{_SPACE}*+=({_SPACE}*+)({_value(chr(34))}|{_value(chr(39))}|[^\t\n\f\r <>\"'][^\t\n\f\r <>]*+|))?+"
)


class Attribute(NamedTuple):
    """One attribute: its name in small letters, its raw value, and their spans from the start of the tag.

    `quote` is the quotation mark that opens the value (empty: none), `closed` whether it also closes.
    """

    name: str
    value: str
    start: int
    value_start: int
    value_end: int
    end: int
    quote: str = ""
    closed: bool = True


def attributes(tag: str) -> list[Attribute]:
    """Read the attributes of a tag (`<a href="#n1">`) as written, duplicates included."""
    found = []
    name_end = re.match(rf"</?{_NAME}", tag)
    for match in _PART.finditer(tag, name_end.end() if name_end else 0):
        name, value = match[1].lower(), match[3] or ""
        at = match.start(3) if match[3] is not None else match.end()
        quote = value[0] if value[:1] in ("'", '"') else ""
        closed = not quote or (len(value) > 1 and value[-1] == quote)
        low = at + len(quote)
        high = at + len(value) - (1 if quote and closed else 0)
        found.append(Attribute(name, tag[low:high], match.start(), low, high, match.end(), quote, closed))
    return found
