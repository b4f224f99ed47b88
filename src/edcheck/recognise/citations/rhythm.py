"""How issue numbers and dates of a serial belong together: counting issues by the weekdays of issue."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from edcheck.model import Citation, Document, Serial
from edcheck.records import dataclass

_FARTHEST = 400
"""Days beyond which no known issue says anything: numbers start again with the year."""
_FEWEST = 3
"""Issues that a rhythm must explain."""
RHYTHMS: tuple[tuple[int, ...], ...] = (
    tuple(range(7)),
    *(tuple(day for day in range(7) if day != free) for free in range(7)),
    (0, 1, 2, 3, 4),
    *((day,) for day in range(7)),
)
"""Weekdays of issue that serials have: daily, but for one day, workdays, weekly."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number counted from one known issue to a date, and how: `step` is 1 forwards, -1 backwards."""

    number: int
    known: int
    step: int


def issue_date(document: Document, citation: Citation) -> datetime.date | None:
    """The day a citation names, if it is one full, valid date."""
    if citation.date is None:
        return None
    date = document.dates[citation.date]
    year, month, day = date.start
    if date.verdict != "valid" or date.is_range or year is None or month is None or day is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def issues_until(day: datetime.date, weekdays: Sequence[int]) -> int:
    """How many issues appear from the beginning of the calendar up to and with `day`."""
    # Day 1 of the calendar was a Monday.
    weeks, days = divmod(day.toordinal(), 7)
    return weeks * len(weekdays) + _in_week(tuple(weekdays))[days]


def issues_of(serial: Serial, day: datetime.date) -> int:
    """How many issues of the serial came out on a day: none, one, or two where one was extra."""
    usual = day.weekday() in serial.weekdays and day not in serial.free
    return usual + serial.extra.count(day)


def _issued_until(serial: Serial, day: datetime.date) -> int:
    """`issues_until` with what the settings know of extra issues and of days without one."""
    extra = sum(one <= day for one in serial.extra)
    free = sum(one <= day and one.weekday() in serial.weekdays for one in serial.free)
    return issues_until(day, serial.weekdays) + extra - free


@cache
def _in_week(weekdays: tuple[int, ...]) -> tuple[int, ...]:
    """How many issues the first 0, 1, … 6 days of a week have."""
    return tuple(sum(weekday < days for weekday in weekdays) for days in range(7))


def counted(serial: Serial, day: datetime.date) -> list[Count]:
    """The numbers that `day` has when counted from the nearest known issues before and after it.

    A day that is itself a known issue has that one number. Without weekdays or known issues the list is empty.
    On a day without an issue the number is that of the issue before.
    """
    for number, date in serial.issues.items():
        if date == day:
            return [Count(number, number, 0)]
    if not serial.weekdays:
        return []
    counts = []
    known = sorted((date, number) for number, date in serial.issues.items() if abs((date - day).days) <= _FARTHEST)
    before = [entry for entry in known if entry[0] < day]
    after = [entry for entry in known if entry[0] > day]
    if before and after and after[0][1] < before[-1][1]:
        # The numbers began again between the two: only those of the same year count.
        before, after = ([entry for entry in side if entry[0].year == day.year] for side in (before, after))
    until = _issued_until(serial, day)
    if before and (before[-1][0].year == day.year or after):
        date, number = before[-1]
        counts.append(Count(number + until - _issued_until(serial, date), number, 1))
    if after and (after[0][0].year == day.year or before):
        date, number = after[0]
        last = date - datetime.timedelta(days=1)
        counts.append(Count(number - 1 - _issued_until(serial, last) + until, number, -1))
    return counts


def date_of(serial: Serial, count: Count, number: int) -> datetime.date | None:
    """The day on which `number` appeared, counted as `count` was; None where that leads nowhere near."""
    if number in serial.issues:
        return serial.issues[number]
    if not serial.weekdays or count.step == 0:
        return None
    day, at = serial.issues[count.known], count.known
    while at != number and abs(at - number) <= _FARTHEST:
        day += datetime.timedelta(days=count.step)
        at += count.step * issues_of(serial, day)
    return day if at == number else None


def fitted(issues: Iterable[tuple[datetime.date, int]]) -> tuple[tuple[int, ...], int] | None:
    """The rhythm that explains most (day, number) pairs, and number minus count where it does.

    None where no rhythm explains three of them and more than half, or two do so equally well.
    """
    # Days as whole weeks from the beginning of the calendar and what is left, as `issues_until` counts.
    entries = [(*divmod(day.toordinal(), 7), day.weekday(), number) for day, number in issues]
    scores: list[tuple[int, tuple[int, ...], int]] = []
    most = 1
    for rhythm in RHYTHMS:
        size, in_week = len(rhythm), _in_week(rhythm)
        offsets = [
            number - weeks * size - in_week[rest] for weeks, rest, weekday, number in entries if weekday in rhythm
        ]
        if len(offsets) < most:
            continue  # it cannot even draw level with the best
        offset, count = Counter(offsets).most_common(1)[0]
        scores.append((count, rhythm, offset))
        most = max(most, count)
    scores.sort(reverse=True)
    if not scores or scores[0][0] < _FEWEST or scores[0][0] * 2 <= len(entries):
        return None
    if len(scores) > 1 and scores[1][0] == scores[0][0]:
        return None
    return scores[0][1], scores[0][2]
