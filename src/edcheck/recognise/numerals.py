"""Numerals as editions number pages, items and chapters: `12`, `xii`, `XII`, `c`; read, and written again."""

from typing import Literal

from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

Style = Literal["arabic", "roman", "ROMAN", "letter", "LETTER"]

_ROMAN = lazy_pattern(r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_LETTERS = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_VALUES = {letters: value for value, letters in _LETTERS if len(letters) == 1}
_MOST_FIGURES = 5
_ALPHABET = 26


class Numeral(NamedTuple):
    """A number and how it is written."""

    value: int
    style: Style


def read_numeral(text: str) -> Numeral | None:
    """Read a whole numeral; None where it is none. A letter that is a roman numeral is read as one."""
    if not text.isascii():
        return None
    if text.isdigit():
        return Numeral(int(text), "arabic") if len(text) <= _MOST_FIGURES else None
    small = text.lower()
    if text not in (small, text.upper()):
        return None
    if small and _ROMAN.match(small):
        values = [_VALUES[letter] for letter in small]
        value = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
        return Numeral(value, "roman" if text == small else "ROMAN")
    return read_letter(text)


def read_letter(text: str) -> Numeral | None:
    """Read a single letter that counts: a, b, c; None where it is none."""
    if len(text) != 1 or not text.isascii() or not text.isalpha():
        return None
    return Numeral(ord(text.lower()) - ord("a") + 1, "letter" if text.islower() else "LETTER")


def write_numeral(value: int, style: Style) -> str:
    """Write a number from 1 on in a style; letters beyond z, which have none, as figures."""
    if style == "arabic" or value < 1 or (style in ("letter", "LETTER") and value > _ALPHABET):
        return str(value)
    if style in ("letter", "LETTER"):
        letter = chr(ord("a") + value - 1)
        return letter if style == "letter" else letter.upper()
    written = ""
    for worth, letters in _LETTERS:
        written += letters * (value // worth)
        value %= worth
    return written if style == "roman" else written.upper()
