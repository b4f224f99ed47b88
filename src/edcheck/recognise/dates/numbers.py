"""Dates without a month's name: `1918-07-02`, `20.12.2006`, `31/06/17`, years and spans of years.

All but the last kind hold a year of four figures, so they are found from the years outward.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from edcheck.model import Date, DateValue
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.calendar import days_in_month, is_valid, likely_days
from edcheck.recognise.dates.expressions import misspelt_before_year
from edcheck.recognise.dates.languages import Language
from edcheck.recognise.dates.patterns import DASH
from edcheck.text import Extent

_YEARS = (lazy_pattern(r"1[0-9]{3}(?![0-9])"), lazy_pattern(r"20[0-9]{2}(?![0-9])"))
_ISO = lazy_pattern(r"-([0-9]{2})-([0-9]{2})(?![0-9A-Za-z/-])")
_SPAN = lazy_pattern(rf"\s?{DASH}\s?((?:1[0-9]|20)[0-9]{{2}})(?![0-9A-Za-z/-]|[.,][0-9])")
_DAY_MONTH = lazy_pattern(r"([0-9]{1,2})([./])\s?([0-9]{1,2})\2\s?\Z")
_ROMAN_MONTH = lazy_pattern(r"([0-9]{1,2})[./]\s?([IVX]{1,4})[./]?\s?\Z")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SLASHED = lazy_pattern(r"/([0-9]{1,2})/([0-9]{2})(?![0-9A-Za-z/.-])")
_DAYS_BEFORE = lazy_pattern(r"[0-9]{1,2}\Z")
_NO_YEAR_AFTER, _NO_YEAR_BEFORE = frozenset("-–$£#:,*/"), frozenset("/°%")
_BEFORE_SPACED = tuple("./IVX")
_DASHES = frozenset("-‐‑‒–—−\u2060")
_LONGEST_SPAN = 150
_HIGHEST_DAY, _HIGHEST_MONTH = 39, 19
"""Beyond these a number in a date's place is no misread day or month but something else."""


def find_numeric(text: str, taken: list[Date], language: Language) -> Iterator[Date]:
    """Yield dates in figures that do not lie in `taken` (in order), unordered among themselves."""
    ends = [date.extent.end for date in taken]
    known = set(ends)
    for pattern in _YEARS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if end in known:
                continue
            position = bisect_right(ends, start)
            if position < len(taken) and taken[position].extent.start < end:
                continue
            date = _around_year(text, start, end, language)
            if date is None or date.form == "year":
                low = ends[position - 1] if position else 0
                date = misspelt_before_year(text, max(low, start - 28), start, language) or date
            if date is not None:
                yield date
    if "/" in text:
        yield from _slashed(text, language)


def _around_year(text: str, start: int, end: int, language: Language) -> Date | None:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in (".", "/"):
        return _day_month_year(text, start, end, language) or _roman(text, start, end, language)
    if language.day_first and text[start - 2 : start - 1] in _BEFORE_SPACED and before.isspace():
        return _spaced(text, start, end, language) or _roman(text, start, end, language)
    if before.isalnum() or before in _NO_YEAR_AFTER or after.isalnum() or after in _NO_YEAR_BEFORE:
        return None
    if after in _DASHES or text[end : end + 2] in (" -", " –"):
        return _iso(text, start, end, language) or _span(text, start, end, language)
    return _single(text, start, end, language)


def _single(text: str, start: int, end: int, language: Language) -> Date | None:
    words = text[max(start - 12, 0) : start].split()
    if not words or words[-1].lower().strip(".,([") not in language.month_prepositions:
        return None
    if text.startswith(language.before_christ, end + 1) or text[end : end + 2] in (",0", ".0"):
        return None
    year = DateValue(int(text[start:end]), None, None)
    return Date(Extent(start, end), year, year, "year", language.code)


def _span(text: str, start: int, end: int, language: Language) -> Date | None:
    match = _SPAN.match(text, end)
    if match is None or text[match.end() : match.end() + 8].lstrip().startswith(language.before_christ):
        return None
    first, last = int(text[start:end]), int(match[1])
    words = text[max(start - 14, 0) : start].split()
    if abs(last - first) > _LONGEST_SPAN or (words and language.is_counter(words[-1])):
        return None
    years = DateValue(first, None, None), DateValue(last, None, None)
    return Date(Extent(start, match.end()), *years, "year-range", language.code)


def _iso(text: str, start: int, end: int, language: Language) -> Date | None:
    match = _ISO.match(text, end)
    if match is None:
        return None
    value = DateValue(int(text[start:end]), int(match[1]), int(match[2]))
    date = Date(Extent(start, match.end()), value, value, "iso", language.code)
    if not is_valid(value):
        _judge(date, lambda month, day: f"{text[start:end]}-{month:02}-{day:02}")
    return date


def _day_month_year(text: str, start: int, end: int, language: Language) -> Date | None:
    match = _DAY_MONTH.search(text, max(start - 8, 0), start)
    if match is None or text[end : end + 1].isalnum() or re.match(r"[./-][0-9]", text[end : end + 2]):
        return None
    if text[match.start() - 1 : match.start()] in tuple("0123456789./-:$£#") and match.start():
        return None
    day, month, mark = int(match[1]), int(match[3]), match[2]
    if month > 12 >= day and month <= 31:
        day, month = month, day
    if not 0 < day <= _HIGHEST_DAY or not 0 < month <= _HIGHEST_MONTH:
        return None
    value = DateValue(int(text[start:end]), month, day)
    date = Date(Extent(match.start(), end), value, value, "numeric", language.code)
    if not is_valid(value):
        width, gap = len(match[3]), text[match.end(3) + 1 : start]
        _judge(date, lambda m, d: f"{d}{mark}{gap}{m:0{width}}{mark}{gap}{text[start:end]}")
    return date


def _spaced(text: str, start: int, end: int, language: Language) -> Date | None:
    """A date like `3. 5. 1921`, which stops, lists and page numbers imitate."""
    date = _day_month_year(text, start, end, language)
    if date is None or date.fault == "no-such-month" or _is_counted(text, date.extent.start, language):
        return None
    return date


def _roman(text: str, start: int, end: int, language: Language) -> Date | None:
    """A date like `3. XII. 1921`."""
    match = _ROMAN_MONTH.search(text, max(start - 12, 0), start) if language.day_first else None
    if match is None or match[2] not in _ROMAN or text[end : end + 1].isalnum():
        return None
    first, day = match.start(), int(match[1])
    if text[first - 1 : first].isalnum() or not 1 <= day <= 31 or _is_counted(text, first, language):
        return None
    value = DateValue(int(text[start:end]), _ROMAN.index(match[2]) + 1, day)
    if not is_valid(value):
        return None
    return Date(Extent(first, end), value, value, "numeric", language.code)


def _is_counted(text: str, start: int, language: Language) -> bool:
    words = text[max(start - 14, 0) : start].split()
    return bool(words) and language.is_counter(words[-1])


def _slashed(text: str, language: Language) -> Iterator[Date]:
    """Dates with a year of two figures; shelfmarks (`CAB 24/13/45`) look alike, so doubt means silence."""
    for match in _SLASHED.finditer(text):
        figures = _DAYS_BEFORE.search(text, max(match.start() - 2, 0), match.start())
        if figures is None:
            continue
        start = figures.start()
        words = text[max(start - 12, 0) : start].split()
        if (text[start - 1 : start] in tuple("0123456789/.-") and start) or (
            words and not words[-1].strip("(,").islower()
        ):
            continue
        day, month = int(figures[0]), int(match[1])
        if 12 < day <= 31 and 1 <= month <= 12:
            yield _short_year(text, Extent(start, match.end()), DateValue(None, month, day), language)


def _short_year(text: str, extent: Extent, value: DateValue, language: Language) -> Date:
    date = Date(extent, value, value, "numeric", language.code)
    if not is_valid(value):
        tail = text[extent.start : extent.end].partition("/")[2]
        _judge(date, lambda month, day: f"{day}/{tail}")
    return date


def _judge(date: Date, write: Callable[[int, int], str]) -> None:
    """Give an invalid date in figures its verdict, its reason and its readings, written by `write(month, day)`."""
    year, month, day = date.start
    if month is None or day is None:
        return
    if month <= 12:
        length = days_in_month(month, year)
        leap = month == 2 and day == 29
        date.verdict, date.fault = "impossible", "no-such-day"
        date.reason = f"{year} is no leap year" if leap else f"the month has {length} days"
        date.readings = tuple(write(month, likely) for likely in likely_days(day, length))
        return
    date.verdict, date.fault, date.reason = "malformed", "no-such-month", f"there is no month {month}"
    days = [day]
    if not 1 <= day <= 31:
        date.reason += f" and no day {day}"
        days = likely_days(day, 31)
    swapped = [write(day, month)] if 1 <= day <= 12 and month <= 31 else []
    date.readings = (*swapped, *(write(likely, days[0]) for likely in _likely_months(month)))


def _likely_months(month: int) -> list[int]:
    """Months one figure away from a number above 12."""
    tens, ones = divmod(month, 10)
    candidates = (*((other * 10 + ones) for other in (1, 0)), *(tens * 10 + other for other in (2, 1, 0)))
    return [candidate for candidate in dict.fromkeys(candidates) if 1 <= candidate <= 12]
