"""Calendars: day numbers, weekdays, leap years and the difference between Old and New Style.

Days are counted as Julian day numbers (day 0 is 1 January 4713 BC of the Julian calendar), so dates of both
calendars can be compared. Weekdays run from 0 (Monday) to 6 (Sunday). Years are counted astronomically.
"""

from edcheck.model import Calendar, DateValue

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LAST_JULIAN_YEAR = 1923
"""Greece, the last state to change, counted by the Julian calendar until February 1923."""


def is_leap(year: int, calendar: Calendar = "gregorian") -> bool:
    """Whether the year has a 29 February in that calendar."""
    return year % 4 == 0 and (calendar == "julian" or year % 100 != 0 or year % 400 == 0)


def days_in_month(month: int, year: int | None = None, calendar: Calendar = "gregorian") -> int:
    """The number of days of a month (1 to 12); without a year February has 29."""
    if month == 2 and (year is None or is_leap(year, calendar)):
        return 29
    return _LENGTHS[month - 1]


def is_valid(value: DateValue, calendar: Calendar = "gregorian") -> bool:
    """Whether the calendar has such a day, as far as the value says it; a missing part excludes nothing."""
    year, month, day = value
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return 1 <= day <= (31 if month is None else days_in_month(month, year, calendar))


def day_number(year: int, month: int, day: int, calendar: Calendar = "gregorian") -> int:
    """The Julian day number of a date of either calendar."""
    shifted = (14 - month) // 12
    years = year + 4800 - shifted
    days = day + (153 * (month + 12 * shifted - 3) + 2) // 5 + 365 * years + years // 4
    if calendar == "julian":
        return days - 32083
    return days - years // 100 + years // 400 - 32045


def from_day_number(number: int, calendar: Calendar = "gregorian") -> DateValue:
    """The date that bears a Julian day number: the inverse of `day_number`."""
    if calendar == "julian":
        centuries, rest = 0, number + 32082
    else:
        shifted = number + 32044
        centuries = (4 * shifted + 3) // 146097
        rest = shifted - 146097 * centuries // 4
    years = (4 * rest + 3) // 1461
    days = rest - 1461 * years // 4
    months = (5 * days + 2) // 153
    return DateValue(
        100 * centuries + years - 4800 + months // 10,
        months + 3 - 12 * (months // 10),
        days - (153 * months + 2) // 5 + 1,
    )


def weekday(year: int, month: int, day: int, calendar: Calendar = "gregorian") -> int:
    """The weekday of a date, 0 for Monday."""
    return day_number(year, month, day, calendar) % 7


def style_difference(year: int, month: int, day: int) -> int:
    """Days by which the Gregorian calendar is ahead on a date given in Old Style: 10 from 1582, 13 from 1900."""
    return day_number(year, month, day, "julian") - day_number(year, month, day)


def likely_days(day: int, length: int) -> list[int]:
    """Days of a month of `length` days that may have been meant by an impossible number, likeliest first.

    Either the month's last day was meant, or one figure was misread or mistyped.
    """
    tens, ones = divmod(day, 10)
    candidates = [length] if day <= 31 else []
    candidates += [other * 10 + ones for other in range(min(tens - 1, 3), 0, -1)]
    if day > 31:
        candidates.insert(1, tens * 10)
    candidates += [tens * 10 + 1, tens * 10, ones]
    return [candidate for candidate in dict.fromkeys(candidates) if 1 <= candidate <= length][:4]
