r"""The tag scanner: where markup lies in a text, and the attributes of a tag, with exact places.

One regular expression finds tags, comments and declarations. It follows the HTML standard's tokenizer with two
deliberate departures, both for pages that people typed: a tag ends where the next `<` begins
(`<p <b>` is two tags), and a quoted value that lacks its closing quotation mark ends at the first `>` instead of
swallowing the text up to the next quotation mark on the page.

All quantifiers are possessive and every construct may end with the text, so the scan is linear on any input.
"""

import re
from functools import cache

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass

_SPACE = r"[\t\n\f\r ]"
_END = r"(?=[\t\n\f\r />]|\Z)"


def _quoted(mark: str) -> str:
    """A quoted value: closed at once, or after angle brackets; else open, and it ends before the first `>`."""
    return rf"{mark}(?:[^{mark}<>]*+{mark}|[^{mark}]*+{mark}{_END}|[^{mark}>]*+(?:(?=>)|{mark}|\Z))"


_NAME = r"[A-Za-z][^\t\n\f\r /<>]*+"
_VALUE = rf"(?:{_quoted(chr(34))}|{_quoted(chr(39))}|[^\t\n\f\r <>\"'][^\t\n\f\r <>]*+|)"
_PAIR = rf"[^\t\n\f\r /<>][^\t\n\f\r /<>=]*+(?:{_SPACE}*+={_SPACE}*+{_VALUE})?+"
_REST = rf"(?:[\t\n\f\r /]++|{_PAIR})*+(?:>|(?=<)|\Z)"
_TAG = rf"/?{_NAME}{_REST}"
_COMMENT = r"!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
_DECLARATION = r"(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)"


_HEAD = r"[^>\"'=<]*+(?:=[\t\n\f\r ]*+(?:\"[^\"<]*+\"|'[^'<]*+'|(?![\"']))[^>\"'=<]*+)*+>"
"""The rest of a start tag whose quotation marks are in order: all that a raw text element is trusted with."""


def _raw(name: str, xml: bool) -> str:
    """The start tag of a raw text element with everything up to its end tag; in XML it may be an empty one."""
    letters = "".join(f"[{letter}{letter.upper()}]" for letter in name)
    stop = rf"(?!/{letters}[\t\n\f\r />])"
    closed = "(?<!/>)" if xml else ""
    return rf"{letters}(?=[\t\n\f\r />]){_HEAD}{closed}[^<]*+(?:<{stop}[^<]*+)*+"


def scanner(raw: tuple[str, ...] = (), xml: bool = False) -> re.Pattern[str]:
    """The pattern that finds markup; `raw` names the elements in which only their own end tag counts.

    In `xml` a section of CDATA is one piece, and `<script/>` is closed on the spot.

    It has one group, so that `split` returns text and markup by turns: a tag, a comment (`<!--`), a declaration
    (`<!`, `<?`, `</` and no letter), or a raw text element's start tag together with its text.
    """
    simple = r"/?[A-Za-z][A-Za-z0-9]*+>"
    elements = "|".join(_raw(name, xml) for name in raw)
    if raw:
        first = "".join(sorted({letter for name in raw for letter in (name[0], name[0].upper())}))
        simple = rf"(?:/[A-Za-z]|(?![{first}])[A-Za-z])[A-Za-z0-9]*+>|{elements}|{simple}"
    declaration = f"{_CDATA}|{_DECLARATION}" if xml else _DECLARATION
    return re.compile(rf"(<(?:{simple}|{_TAG}|{_COMMENT}|{declaration}))")


_XML_NAME = r"[A-Za-z_:\x80-\U0010ffff][^\t\n\f\r /<>]*+"
_XML_COMMENT = r"!--[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z)"
_CDATA = r"!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+(?:\]\]>|\Z)"
_INSTRUCTION = r"\?[^?]*+(?:\?(?!>)[^?]*+)*+(?:\?>|\Z)"
_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_SUBSET = rf"(?:[^\]\"'<]++|{_QUOTED}|<{_XML_COMMENT}|<{_INSTRUCTION}|[\"'<])*+\]"
_DOCTYPE = rf"!DOCTYPE(?:[^\[>\"']++|{_QUOTED})*+(?:\[{_SUBSET}[^>]*+)?+>"


@cache
def xml_scanner() -> re.Pattern[str]:
    """The pattern that finds XML's markup, for `split` as `scanner`: a CDATA section is one piece of it."""
    simple = r"/?[A-Za-z][\w.:-]*+>"
    clean = r"[A-Za-z][\w.:-]*+(?:\s++[\w.:-]++=\"[^\"<]*+\")*+\s*+/?+>"
    tag = rf"/?{_XML_NAME}{_REST}"
    special = rf"{_XML_COMMENT}|{_CDATA}|{_DOCTYPE}|{_INSTRUCTION}"
    return re.compile(rf"(<(?:{simple}|{clean}|{tag}|{special}|{_DECLARATION}))")


@dataclass(slots=True)
class Attribute:
    """One attribute: its name in small letters, its raw value, and where they lie, counted from the tag's `<`.

    `quote` is the quotation mark that opens the value (empty: none), `closed` whether it also closes.
    """

    name: str
    value: str
    start: int
    value_start: int
    end: int
    quote: str
    closed: bool


_QUALIFIED = lazy_pattern(r"</?([^\s/<>!?]++)")
_TAG_NAME = lazy_pattern(rf"</?({_NAME})")


@cache
def _raw_head() -> re.Pattern[str]:
    return re.compile(rf"<[A-Za-z]++{_HEAD}")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(rf"([^\t\n\f\r /<>][^\t\n\f\r /<>=]*+)(?:{_SPACE}*+={_SPACE}*+({_VALUE}))?+")


def tag_name(tag: str) -> str:
    """The name of a tag in small letters, without the `/` of an end tag; empty where it is no tag."""
    match = _TAG_NAME.match(tag)
    return match[1].lower() if match else ""


def qualified_name(tag: str) -> str:
    """The name of a tag as it stands there, prefix and capitals included; empty where it is no tag."""
    match = _QUALIFIED.match(tag)
    return match[1] if match else ""


def tag_length(tag: str) -> int:
    """How long the start tag is at the head of a raw text element."""
    match = _raw_head().match(tag)
    return match.end() if match else len(tag)


def attributes(tag: str) -> list[Attribute]:
    """Read the attributes of a tag (`<a href="#n1">`) as written, duplicates included."""
    found = []
    head = _TAG_NAME.match(tag)
    for match in _attribute().finditer(tag, head.end() if head else 0):
        start, end = match.span()
        name, value = match.groups()
        if not value:
            found.append(Attribute(name.lower(), "", start, end, end, "", True))
            continue
        at = end - len(value)
        if value[0] not in "\"'":
            found.append(Attribute(name.lower(), value, start, at, end, "", True))
            continue
        closed = len(value) > 1 and value[-1] == value[0]
        text = value[1:-1] if closed else value[1:]
        found.append(Attribute(name.lower(), text, start, at + 1, end, value[0], closed))
    return found
