"""Labels: what a note is called, and what a badly read label may have been.

A label is a number with an optional letter (`60a`; a letter that resembles a digit is no suffix), a letter, a
roman numeral, or a symbol. A star beside a number (`[1*]`, `[*1]`) is no part of the label: it names the series.
"""

from edcheck.model import Label
from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

SYMBOLS = "*†‡§‖¶#"
_LABEL = lazy_pattern(
    r"(?:(?P<number>\d{1,5})(?P<suffix>[a-hjkmnpru-y]|bis|ter)?|(?P<letter>[A-Za-z])|(?P<roman>[ivxlc]+|[IVXLC]+)"
    r"|(?P<symbol>[*†‡§‖¶#]{1,4}))\Z"
)
_MOST_FIGURES = 5
_ROMAN = lazy_pattern(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Letters that printed digits are misread as, and the keys next to them on old keyboards that lacked a 1.
CONFUSABLE = dict(zip("lI|!iOoQSsBZzgq", "111110005582299", strict=True))
_READING = str.maketrans(CONFUSABLE)


class Parsed(NamedTuple):
    """A label and the star that marks its series (`*` or empty)."""

    label: Label
    star: str


def parse_label(text: str) -> Parsed | None:
    """Read the inside of a marker, without brackets and stops; None where it is no label.

    A single `i`, `v`, `x` … reads as a letter: whether a series counts in letters or roman numerals is only
    known from its siblings.
    """
    text = text.strip()
    if not text.isascii():
        text = text.translate(_SUPERSCRIPTS)
    if text.isdigit() and text.isascii() and len(text) <= _MOST_FIGURES:
        return Parsed(Label(text, "arabic", int(text)), "")  # as nearly all labels are
    star = ""
    if len(text) > 1 and text[0] == "*" and text[1].isdigit():
        star, text = "*", text[1:].strip()
    elif len(text) > 1 and text[-1] == "*" and text[0].isdigit():
        star, text = "*", text[:-1].strip()
    match = _LABEL.match(text)
    if match is None:
        return None
    if match["number"]:
        return Parsed(Label(text, "arabic", int(match["number"]), match["suffix"] or ""), star)
    if match["letter"]:
        return Parsed(Label(text, "letter", ord(text.lower()) - 96), star)
    if match["roman"]:
        value = roman_value(text)
        return Parsed(Label(text, "roman", value), star) if value else None
    return Parsed(Label(text, "symbol", SYMBOLS.index(text[0]) + 1 + len(SYMBOLS) * (len(text) - 1)), star)


def roman_value(text: str) -> int | None:
    """The value of a well-formed roman numeral below 400; None for anything else."""
    text = text.lower()
    if not text or not _ROMAN.match(text):
        return None
    values = [_ROMAN_VALUES[character] for character in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def reading(text: str) -> int | None:
    """The number that a garbled label stands for if its look-alike letters are read as digits."""
    digits = text.translate(_READING)
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 6 and digits != text else None
