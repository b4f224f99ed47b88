"""Laws of the calendars, and the standard library as a second opinion."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Calendar, DateValue
from edcheck.recognise.dates.calendar import (
    day_number,
    days_in_month,
    from_day_number,
    is_leap,
    is_valid,
    likely_days,
    style_difference,
    weekday,
)

CALENDARS = st.sampled_from(["gregorian", "julian"])


@given(st.dates())
def test_gregorian_days_are_those_of_the_standard_library(date: datetime.date) -> None:
    assert day_number(date.year, date.month, date.day) == date.toordinal() + 1721425
    assert weekday(date.year, date.month, date.day) == date.weekday()


@given(st.integers(0, 3_000_000), CALENDARS)
def test_day_numbers_and_dates_are_inverse(number: int, calendar: Calendar) -> None:
    value = from_day_number(number, calendar)
    assert value.full
    assert is_valid(value, calendar)
    assert day_number(value.year or 0, value.month or 0, value.day or 0, calendar) == number


@given(st.integers(0, 3_000_000), CALENDARS)
def test_the_next_day_is_the_next_weekday(number: int, calendar: Calendar) -> None:
    today, tomorrow = from_day_number(number, calendar), from_day_number(number + 1, calendar)
    first = weekday(today.year or 0, today.month or 0, today.day or 0, calendar)
    second = weekday(tomorrow.year or 0, tomorrow.month or 0, tomorrow.day or 0, calendar)
    assert second == (first + 1) % 7


@given(st.integers(1, 3000), CALENDARS)
def test_a_year_has_365_or_366_days(year: int, calendar: Calendar) -> None:
    length = day_number(year + 1, 1, 1, calendar) - day_number(year, 1, 1, calendar)
    assert length == 365 + is_leap(year, calendar)
    assert length == sum(days_in_month(month, year, calendar) for month in range(1, 13))


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ((1582, 10, 5), 10),
        ((1700, 2, 28), 10),
        ((1700, 3, 1), 11),
        ((1752, 9, 2), 11),
        ((1800, 3, 1), 12),
        ((1899, 12, 31), 12),
        ((1900, 3, 1), 13),
        ((1917, 10, 25), 13),
        ((2000, 3, 1), 13),
    ],
)
def test_the_styles_drift_apart(date: tuple[int, int, int], days: int) -> None:
    assert style_difference(*date) == days


def test_known_days() -> None:
    assert weekday(1905, 1, 9, "julian") == 6
    assert weekday(1752, 9, 2, "julian") == 2
    assert weekday(1752, 9, 14) == 3
    assert is_leap(1900, "julian")
    assert not is_leap(1900)
    assert is_leap(2000)


def test_a_missing_part_excludes_nothing() -> None:
    assert is_valid(DateValue(1918, None, None))
    assert is_valid(DateValue(None, 2, 29))
    assert is_valid(DateValue(None, None, 31))
    assert not is_valid(DateValue(None, None, 32))
    assert not is_valid(DateValue(1918, 13, None))
    assert not is_valid(DateValue(1918, 2, 29))


@given(st.integers(0, 99), st.integers(28, 31))
def test_likely_days_are_days_and_differ(day: int, length: int) -> None:
    likely = likely_days(day, length)
    assert all(1 <= other <= length for other in likely)
    assert len(likely) == len(set(likely))


def test_the_likeliest_day_comes_first() -> None:
    assert likely_days(31, 30)[:2] == [30, 21]
    assert likely_days(34, 31)[0] == 24
    assert likely_days(44, 31)[:2] == [24, 14]
