"""Years that do not stand behind the date in figures: `1918, July 2`, `4 July MDCCCXLVIII`."""

from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.atoms import Atom, Window, counted
from edcheck.recognise.dates.calendar import days_in_month
from edcheck.recognise.dates.parts import LAST_YEAR, Days, Year
from edcheck.recognise.dates.patterns import Patterns
from edcheck.text import Extent

_BEFORE = lazy_pattern(r"(?<![\w./:,$£#№–-])(1[0-9]{3}|20[0-9]{2})(?:\s?(?:г\.|года))?,?\s+\Z")
_LONGEST = 14
"""Code points that a year before a date takes at most, with what stands between them."""
_DAY_BEHIND = lazy_pattern(r"\.?\s+([0-9]{1,2})(?![\w/%°]|[.:,][0-9]|\s?[–-])")
_ROMAN = lazy_pattern(r",?\s+(M[DCLXVI]{2,14})(?![\w])")
_FIRST = 1400
"""Before this year dates were not written so; `MIX` is 1009, and a word."""
_VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
ROMAN_BEHIND = r",?\s+M[DCLXVI]{2}"
"""An expression for the beginning of a Roman year behind a date."""


def take_far_year(text: str, window: Window, atom: Atom, patterns: Patterns) -> None:
    """Give an atom without a year the one that stands before it, or behind it in Roman numerals.

    A year before is taken only where the month then has the day: elsewhere the two are no one date.
    """
    if atom.year is not None or not atom.month or atom.weekday is not None:
        return
    days = atom.days
    behind = _roman_year(text, atom.end, window.high) if days is not None else None
    if behind is not None:
        atom.year, atom.end = behind, behind.end
        return
    before = _year_before(text, window.low, atom.start)
    if before is None or counted(text, window.low, before.at.start, patterns):
        return
    if days is None:
        days = _day_behind(text, atom.end, window.high)
    if days is None or not 1 <= days.day <= days_in_month(atom.month, before.value):
        return
    atom.days, atom.end = days, max(atom.end, days.end)
    atom.year, atom.start = before, before.at.start


def _year_before(text: str, low: int, start: int) -> Year | None:
    match = _BEFORE.search(text, max(low, start - _LONGEST), start)
    return None if match is None else Year(int(match[1]), Extent(*match.span(1)), match.end(1))


def _day_behind(text: str, end: int, high: int) -> Days | None:
    """The figures of a day behind a month that a year precedes: `1918 Juli 2`."""
    match = _DAY_BEHIND.match(text, end, high)
    return None if match is None else Days(match.start(1), match.end(1), int(match[1]), Extent(*match.span(1)))


def _roman_year(text: str, end: int, high: int) -> Year | None:
    match = _ROMAN.match(text, end, high)
    if match is None:
        return None
    values = [_VALUES[letter] for letter in match[1]]
    value = sum(own if own >= following else -own for own, following in zip(values, [*values[1:], 0], strict=True))
    return Year(value, Extent(*match.span(1)), match.end(1)) if _FIRST <= value <= LAST_YEAR else None
