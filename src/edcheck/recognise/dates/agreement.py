"""Whether two statements of one date can both be true.

Statements are compared on what both give: a month agrees with each of its days, a range with whatever it has a
day in common with. A year of two figures agrees with that year of any century, and a day of the Old Style with the
same day in the New.
"""

from dataclasses import replace
from itertools import product

from edcheck.model import DateValue, StatedDate
from edcheck.recognise.dates.calendar import LAST_JULIAN_YEAR, day_number, is_valid

_LAST_OLD_YEAR_START = 1752
_LADY_DAY = (3, 25)


def contradict(first: StatedDate, second: StatedDate) -> bool:
    """True where no day fits both statements. A statement that is not valid, or only near a date, says nothing."""
    if any(one.verdict != "valid" or one.loose for one in (first, second)):
        return False
    if not _comparable(first) or not _comparable(second):
        return False
    pairs = list(product(_spelt_out(first, second), _spelt_out(second, first)))
    return bool(pairs) and not any(_agree(*one, *other) for one, other in pairs)


def ends_before(one: StatedDate, other: StatedDate) -> bool:
    """True where all of the first lies before all of the second; what either leaves open excludes nothing."""
    last, first = one.end, other.start
    return last.year is not None and first.year is not None and _last(last) < _first(first)


def _comparable(stated: StatedDate) -> bool:
    """Whether both ends say something, each year before month before day."""
    return any(stated.start) or any(stated.end)


def _spelt_out(stated: StatedDate, other: StatedDate) -> list[tuple[DateValue, DateValue]]:
    """The statement as it may be read: with day and month exchanged, with the years of `other` for short ones."""
    if stated.exchangeable:
        year, month, day = stated.start
        exchanged = DateValue(year, day, month)
        plain = replace(stated, exchangeable=False)
        return _spelt_out(plain, other) + _spelt_out(replace(plain, start=exchanged, end=exchanged), other)
    years = sorted({value.year for value in (other.start, other.end) if value.year is not None})
    if stated.short_year:
        if other.short_year:
            return []
        modulus = stated.short_year
        return [
            (_in_century(stated.start, year, modulus), _in_century(stated.end, year, modulus)) for year in years
        ]
    if any(stated.start) and stated.start.year is None:
        if other.short_year or not years:
            return [(stated.start, stated.end)]
        return [(stated.start._replace(year=year), stated.end._replace(year=year)) for year in years]
    return [(stated.start, stated.end)]


def _in_century(value: DateValue, near: int, modulus: int) -> DateValue:
    return value if value.year is None else value._replace(year=near - near % modulus + value.year % modulus)


def _agree(start: DateValue, end: DateValue, other_start: DateValue, other_end: DateValue) -> bool:
    if start == end and other_start == other_end:
        return _same(start, other_start) or _same_day_in_old_style(start, other_start)
    return _first(start) <= _last(other_end) and _first(other_start) <= _last(end)


def _same(one: DateValue, other: DateValue) -> bool:
    return all(a == b for a, b in zip(one, other, strict=True) if a is not None and b is not None)


def _first(value: DateValue) -> tuple[int, int, int]:
    return (-99999 if value.year is None else value.year, value.month or 1, value.day or 1)


def _last(value: DateValue) -> tuple[int, int, int]:
    return (99999 if value.year is None else value.year, value.month or 12, value.day or 31)


def _same_day_in_old_style(one: DateValue, other: DateValue) -> bool:
    """Whether one is the other in the Julian calendar, or counted from a year that began in March."""
    return _is_new_style_of(one, other) or _is_new_style_of(other, one)


def _is_new_style_of(new: DateValue, old: DateValue) -> bool:
    year, month, day = old
    if year is None or month is None or year > LAST_JULIAN_YEAR:
        return False
    counted = [year]
    if year <= _LAST_OLD_YEAR_START and (month, day or 1) < _LADY_DAY:
        counted.append(year + 1)
    if len(counted) > 1 and _same(new, old._replace(year=year + 1)):
        return True
    if day is None or None in new or not is_valid(old, "julian") or not is_valid(new):
        return False
    number = day_number(new.year or 0, new.month or 1, new.day or 1)
    return any(number == day_number(one, month, day, "julian") for one in counted)
