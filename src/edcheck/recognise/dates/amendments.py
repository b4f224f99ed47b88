"""What may have been meant by an attribute's value that no notation has, or that is no day of the calendar."""

from collections.abc import Iterator

from edcheck.model import DateValue, StatedDate
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.calendar import days_in_month, is_valid, likely_days
from edcheck.recognise.dates.edtf import read_value
from edcheck.recognise.dates.parts import FIRST_YEAR, LAST_YEAR
from edcheck.recognise.dates.spelling import as_figures

_YEAR_FIRST = lazy_pattern(r"([0-9]{4,5})[-./‐‑–—\s]*([0-9]{1,2})(?:[-./‐‑–—\s]+([0-9]{1,2}))?")
_YEAR_LAST = lazy_pattern(r"([0-9]{1,2})[-./‐‑–—\s]+([0-9]{1,2})[-./‐‑–—\s]+([0-9]{4,5})")
_LONG_YEAR = lazy_pattern(r"([0-9]{5})")
_COMPACT = lazy_pattern(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_YEAR_TWICE = lazy_pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{4})")
_LETTERS = lazy_pattern(r"[0-9IlOoSBZ|-]{4,10}")
_MOST = 4


def amended(value: str, text: StatedDate | None, html: bool = False) -> tuple[str, ...]:
    """Values that would be right in its place, likeliest first; what the enclosed text says comes before all."""
    values = list(_candidates(value))
    offered = dict.fromkeys(_written(one) for one in values if is_valid(one))
    told = _told(text, values[0].year if values else None)
    if told:
        agreeing = [one for one in offered if one == told or told.startswith(one + "-") or one.startswith(told)]
        offered = dict.fromkeys((*(agreeing or (told,)), *offered))
    return tuple(one for one in offered if one != value and read_value(one, html))[:_MOST]


def impossible_amended(value: DateValue, text: StatedDate | None) -> tuple[str, ...]:
    """Days that may have been meant by one that the calendar does not have."""
    year, month, day = value
    offered: dict[str, None] = {}
    told = _told(text, year)
    if told:
        offered[told] = None
    if month is not None and day is not None and 1 <= month <= 12:
        offered.update((_written(value._replace(day=one)), None) for one in _days(year, month, day))
    elif month is not None and day is not None and month <= 31 and 1 <= day <= 12:
        offered[_written(DateValue(year, day, month))] = None
    elif month == 0:
        offered[_written(DateValue(year, None, None))] = None
    return tuple(offered)[:_MOST]


def _days(year: int | None, month: int, day: int) -> list[int]:
    return likely_days(day, days_in_month(month, year)) if day else []


def _told(text: StatedDate | None, near: int | None) -> str:
    """The enclosed text's date as a value, where it is one date; a year of two figures is the one `near`."""
    if text is None or text.verdict != "valid" or text.is_range or text.loose:
        return ""
    year = text.start.year
    if year is None or (text.short_year and near is None):
        return ""
    if text.short_year and near is not None:
        year += near - near % text.short_year
    return _written(text.start._replace(year=year))


def _candidates(value: str) -> Iterator[DateValue]:
    bare = value.strip()
    same = read_value(bare)
    if same is not None and same.start == same.end and any(same.start):
        yield same.start
    for figures in as_figures(bare) if _LETTERS.fullmatch(bare) else (bare,):
        yield from _from_figures(figures)


def _from_figures(value: str) -> Iterator[DateValue]:
    if match := _YEAR_TWICE.fullmatch(value):
        if match[1] == match[3]:
            yield from _dates(match[1], match[2], None)
        return
    if match := _COMPACT.fullmatch(value):
        yield from _dates(*match.groups())
    if match := _YEAR_FIRST.fullmatch(value):
        yield from _dates(*match.groups())
    if match := _YEAR_LAST.fullmatch(value):
        yield from _dates(match[3], match[2], match[1])
    if match := _LONG_YEAR.fullmatch(value):
        yield from _dates(match[1], None, None)


def _dates(year: str, month: str | None, day: str | None) -> Iterator[DateValue]:
    """Dates of these parts, without those that are 0; with month and day exchanged where only that is possible."""
    for one in _years(year):
        value = DateValue(one, int(month or 0) or None, int(day or 0) or None)
        if value.month is None:
            yield DateValue(one, None, None)
        elif value.month <= 12:
            yield value
        elif value.day is not None and value.day <= 12:
            yield DateValue(one, value.day, value.month)


def _years(year: str) -> list[int]:
    """The year; where it has five figures, each year that it becomes without one of them."""
    if len(year) == 4:
        return [int(year)]
    shorter = dict.fromkeys(int(year[:at] + year[at + 1 :]) for at in (4, 3, 2, 1, 0))
    return [one for one in shorter if FIRST_YEAR <= one <= LAST_YEAR]


def _written(value: DateValue) -> str:
    year, month, day = value
    if year is None:
        return f"--{month or 0:02}" + (f"-{day:02}" if day is not None else "")
    parts = [f"{year:04}"] + [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)
