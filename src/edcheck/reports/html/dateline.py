"""The date line: every date of a document, by when it is and where it stands.

Time runs to the right, the text runs down. In a document that was put together in order its datelines descend
to the right; the one that does not has a digit wrong, and stands apart from the line.
"""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterator

from edcheck.model import Date, DateValue, Document
from edcheck.records import NamedTuple, dataclass, field
from edcheck.reports.visible import visible
from edcheck.text import Extent

FEWEST = 3
"""Dates from which on a picture says more than the text."""
_MOST = 300
_LEFT, _RIGHT, _TOP = 40, 600, 34
_STEP, _TALLEST = 19, 340
"""Height between two dates where there are few, and of all of them where there are many."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_MONTH, _YEAR = 30.44, 365.25
_LABEL_HEIGHT, _LETTER = 12, 6.8
"""Room that a label takes, and each of its letters, so that no two lie upon each other."""


@dataclass(slots=True)
class Point:
    """One date: from `x` to `x2` where it is a period; `edge` is -1 or 1 where it lies outside of the picture."""

    x: float
    x2: float
    y: float
    role: str
    faulty: bool
    edge: int
    words: str
    href: str
    label_left: bool
    labelled: bool = False


class Tick(NamedTuple):
    """A mark of the time axis."""

    x: float
    label: str


@dataclass(slots=True)
class DateLine:
    """The drawing, and the same in words."""

    height: int = 0
    bottom: int = 0
    points: list[Point] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    path: str = ""
    """The datelines joined in the order of the text, as an SVG path."""
    left_out: int = 0
    words: str = ""


class _Day(NamedTuple):
    date: Date
    first: int
    last: int
    faulty: bool


def date_line(document: Document, faulty: list[Extent], target: Callable[[Extent], str]) -> DateLine | None:
    """Draw a document's dates, those that touch an extent of `faulty` standing out; None where there are few."""
    days = list(_days(document, sorted(faulty)))
    if len(days) < FEWEST:
        return None
    chosen = _chosen(days)
    low, high = _range(chosen)
    step = min(_STEP, _TALLEST / len(chosen))
    picture = DateLine(bottom=round(_TOP + max(step * len(chosen), 4 * _STEP)))
    picture.height = picture.bottom + 30
    picture.ticks = list(_ticks(low, high))
    for index, day in enumerate(chosen):
        y = round(_TOP + step * (index + 0.4), 1)
        picture.points.append(_point(day, y, low, high, document, target))
    _label(picture.points)
    line = [(p.x, p.y) for p in picture.points if p.role == "dateline" and not p.edge]
    if len(line) > 1:
        picture.path = "M" + " L".join(f"{x} {y}" for x, y in line)
    picture.left_out = len(days) - len(chosen)
    picture.words = _words(days)
    return picture


def _days(document: Document, faulty: list[Extent]) -> Iterator[_Day]:
    starts = [extent.start for extent in faulty]
    furthest: list[int] = []
    for extent in faulty:
        furthest.append(max(extent.end, furthest[-1] if furthest else 0))
    year = next((date.start.year for date in document.dates if date.start.year), None)
    for date in document.dates:
        at = bisect_right(starts, date.extent.end - 1) - 1
        touched = at >= 0 and furthest[at] > date.extent.start
        doubtful = date.verdict != "valid" or touched
        start, end = date.start, date.end
        if start.year is None and doubtful:
            # A date in doubt must be seen; the year before it in the text is the likeliest.
            start, end = start._replace(year=year), end._replace(year=end.year or year)
        year = start.year or year
        first, last = _first_day(start), _last_day(end)
        if first is not None and last is not None:
            yield _Day(date, first, max(first, last), doubtful)


def _first_day(value: DateValue) -> int | None:
    if value.year is None or not 1 <= value.year <= 9999:
        return None
    return _ordinal(value.year, value.month or 1, value.day or 1)


def _last_day(value: DateValue) -> int | None:
    if value.year is None or not 1 <= value.year <= 9999:
        return None
    return _ordinal(value.year, value.month or 12, value.day or 31)


def _ordinal(year: int, month: int, day: int) -> int:
    """The day's number; a day or month that does not exist counts as the nearest one that does."""
    month, day = min(max(month, 1), 12), min(max(day, 1), 31)
    while True:
        try:
            return datetime.date(year, month, day).toordinal()
        except ValueError:
            day -= 1


def _chosen(days: list[_Day]) -> list[_Day]:
    """All dates, or of too many the faulty ones, the datelines and some of the others, in the text's order."""
    if len(days) <= _MOST:
        return days
    first = [day for day in days if day.faulty or day.date.role == "dateline"][:_MOST]
    others = [day for day in days if not (day.faulty or day.date.role == "dateline")]
    room = _MOST - len(first)
    picked = others[:: max(len(others) // room, 1)][:room] if room else []
    return sorted(first + picked, key=lambda day: day.date.extent)


def _range(days: list[_Day]) -> tuple[int, int]:
    """The days between which the axis runs: around the datelines, else around the middle half of all dates."""
    firsts = sorted(day.first for day in days if day.date.role == "dateline" and not day.faulty)
    if len(firsts) < FEWEST:
        firsts = sorted(day.first for day in days)
    quarter, median = firsts[len(firsts) // 4], firsts[len(firsts) // 2]
    reach = max(4 * (firsts[-1 - len(firsts) // 4] - quarter), 60)
    near = [day for day in days if abs(day.first - median) <= reach and abs(day.last - median) <= reach]
    low = min((day.first for day in near), default=median)
    high = max((day.last for day in near), default=median)
    pad = max((high - low) // 20, 3)
    return max(low - pad, 1), min(high + pad, datetime.date.max.toordinal())


def _ticks(low: int, high: int) -> Iterator[Tick]:
    first, last = (datetime.date.fromordinal(day) for day in (low, high))
    years = (high - low) / _YEAR
    if years > 3:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if years / step <= 9)
        for year in range(first.year + -first.year % step, last.year + 1, step):
            yield Tick(_x(datetime.date(max(year, 1), 1, 1).toordinal(), low, high), str(year))
        return
    months = (high - low) / _MONTH
    step = next(step for step in (1, 2, 3, 6) if months / step <= 9 or step == 6)
    start = first.year * 12 + first.month - 1
    for month in range(start + -start % step, last.year * 12 + last.month, step):
        day = datetime.date(month // 12, month % 12 + 1, 1).toordinal()
        if low <= day <= high:
            name = _MONTHS[month % 12]
            yield Tick(_x(day, low, high), f"{name} {month // 12}" if months <= 9 or month % 12 == 0 else name)


def _x(day: int, low: int, high: int) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * (day - low) / max(high - low, 1), 1)


def _point(
    day: _Day,
    y: float,
    low: int,
    high: int,
    document: Document,
    target: Callable[[Extent], str],
) -> Point:
    edge = -1 if day.last < low else 1 if day.first > high else 0
    x, x2 = _x(min(max(day.first, low), high), low, high), _x(min(max(day.last, low), high), low, high)
    words = visible(" ".join(document.quote(day.date.extent).split()))
    left = x2 > _LEFT + (_RIGHT - _LEFT) * 0.72
    return Point(x, x2, y, day.date.role, day.faulty, edge, words, target(day.date.extent), left)


def _label(points: list[Point]) -> None:
    """Label what stands out, most of all what is in doubt, as far as there is room."""
    taken: list[tuple[float, float, float]] = []
    for point in sorted(points, key=lambda p: (not p.faulty, p.role != "dateline" and not p.edge)):
        if not (point.faulty or point.edge or point.role == "dateline"):
            break
        width = len(point.words) * _LETTER + 14
        start, end = (point.x - width, point.x) if point.label_left else (point.x2, point.x2 + width)
        point.labelled = not any(
            abs(point.y - y) < _LABEL_HEIGHT and start < right and left < end for y, left, right in taken
        )
        if point.labelled:
            taken.append((point.y, start, end))


def _words(days: list[_Day]) -> str:
    first, last = min(day.first for day in days), max(day.last for day in days)
    faulty = sum(day.faulty for day in days)
    state = "none of them in doubt" if not faulty else f"{faulty} in doubt"
    years = [str(datetime.date.fromordinal(day).year) for day in (first, last)]
    span = f"in {years[0]}" if years[0] == years[1] else f"from {years[0]} to {years[1]}"
    return f"{len(days)} dates {span}; {state}"
