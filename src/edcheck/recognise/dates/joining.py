"""Two atoms that are one expression: ranges over two months, and one date in two calendars."""

from edcheck.model import DateValue
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.atoms import Atom
from edcheck.recognise.dates.calendar import day_number, from_day_number, style_difference
from edcheck.recognise.dates.languages import Language
from edcheck.recognise.dates.parts import WIDEST_GAP, Joint

_DASHES = frozenset("-‐‑‒–—−")
_CLOSE = {"(": ")", "[": "]"}
_YEAR_AFTER = lazy_pattern(r",?\s+(?:del?\s+)?([12][0-9]{3})(?![0-9A-Za-z/–-])")
_DIFFERENCES = (13, 12, 11, 10)
"""Days between the calendars from 1900 on, in the 19th, in the 18th, and before."""
_FARTHEST = 7
"""Days that a night or a feast between two months may last: `30 June/1 July`."""


def joint_of(text: str, first: Atom, second: Atom, language: Language) -> Joint:
    """How two neighbouring atoms hang together; empty where they are two dates."""
    if second.start - first.end > WIDEST_GAP or not first.month or not second.month:
        return ""
    gap = text[first.end : second.start]
    mark = gap.strip(" \t\r\n\xa0\u2060")
    if mark in _DASHES and gap.count("\n") <= 1:
        return "range" if first.days is None or second.days is not None else ""
    if mark == "/" and first.days is not None and second.days is not None and first.year is None:
        apart = differences_apart(first.value, second.value)
        return "pair" if apart in _DIFFERENCES else "range" if apart is not None and 0 < apart < _FARTHEST else ""
    if mark in _CLOSE and first.days is not None and second.days is not None:
        return "pair" if text[second.end : second.end + 1] == _CLOSE[mark] else ""
    if mark in language.conjunctions and first.days is None and second.days is None and first.year is None:
        return "list" if second.year is not None else ""
    return ""


def end_of_pair(text: str, second: Atom) -> tuple[int, int | None]:
    """Where a date in two calendars ends: after the bracket, or after a year that follows it (given too)."""
    end = second.end + (text[second.end : second.end + 1] in _CLOSE.values())
    match = None if second.year is not None else _YEAR_AFTER.match(text, end, end + 8)
    return (end, None) if match is None else (match.end(), int(match[1]))


def shared_years(first: DateValue, second: DateValue, joint: Joint) -> tuple[DateValue, DateValue]:
    """Give each of two dates the other's year where it has none: `December-January 1918` began in 1917."""
    if first.month is None or second.month is None:
        return first, second
    backwards = first.month > second.month
    if joint == "pair":
        backwards = first.month - second.month > 6
        forwards = second.month - first.month > 6
    else:
        forwards = False
    if first.year is None and second.year is not None:
        return first._replace(year=second.year - backwards + forwards), second
    if second.year is None and first.year is not None:
        return first, second._replace(year=first.year + backwards - forwards)
    return first, second


def other_style(value: DateValue, year: int | None, older: bool) -> list[tuple[int, int]]:
    """What a full day is in the other calendar, as (month, day), likeliest first.

    `older` asks for the Old Style date of a New Style one, else the reverse. Without a `year` every
    difference between the calendars is tried, the newest first.
    """
    if value.month is None or value.day is None:
        return []
    differences = _DIFFERENCES if year is None else (style_difference(year, value.month, value.day),)
    number = day_number(year or 1901, value.month, value.day)
    shifted = (from_day_number(number - apart if older else number + apart) for apart in differences)
    return [(other.month, other.day) for other in shifted if other.month is not None and other.day is not None]


def differences_apart(first: DateValue, second: DateValue) -> int | None:
    """Days from the first date to the second, read on one calendar, whichever years are missing."""
    if None in first[1:] or None in second[1:]:
        return None
    year = first.year or second.year or 1901
    later = second.year or year
    if first.month == 12 and second.month == 1 and later == year:
        later += 1
    if first.month == 1 and second.month == 12 and later == year:
        later -= 1
    return day_number(later, second.month or 1, second.day or 1) - day_number(
        year, first.month or 1, first.day or 1
    )
