r"""Characters that must never reach a reader as they are, and how they are shown instead.

Control characters move a terminal's cursor, bidirectional controls reorder what is read, invisible ones hide:
each is shown by its number, `U+202E`. Line ends and tabs are shown as `\n`, `\r` and `\t`, so that what is
shown of a text never takes more lines than we gave it.
"""

import re

from edcheck.patterns import lazy_pattern

HIDDEN = (
    r"\x00-\x1f\x7f-\x9f\xad"
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""The characters, as the inside of a regular expression's class."""

_HIDDEN = lazy_pattern(f"[{HIDDEN}]")
ODD_SPACE = lazy_pattern(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def number(character: str) -> str:
    """The Unicode number of a character as people write it: `U+202E`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """The text on one line, with nothing in it that acts or hides."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: SHORT.get(match[0]) or number(match[0]), text)


def visible_blank(text: str) -> str:
    """As `visible`; where the text is nothing but blanks, blanks other than the common space have numbers too."""
    shown = visible(text)
    if text and text.isspace():
        return ODD_SPACE.sub(lambda match: number(match[0]), shown)
    return shown


def ascii_where_hidden(json: str) -> str:
    r"""Compact JSON with every hidden character as a `\uXXXX` escape, and lone surrogates as U+FFFD."""
    return _HIDDEN.sub(_json_escape, json)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code < 0xE000:
        return r"\ufffd"
    if code < 0x10000:
        return rf"\u{code:04x}"
    code -= 0x10000
    return rf"\u{0xD800 + (code >> 10):04x}\u{0xDC00 + (code & 0x3FF):04x}"
