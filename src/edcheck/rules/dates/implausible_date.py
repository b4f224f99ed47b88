"""A date lies outside the time that the edition can speak of.

A letter of the summer of 1918 that is dated `July 7, 1018` has a figure wrong. With a period in the settings,
a dateline must lie within it and no other date may lie after it; earlier times may be spoken of, so an earlier
date is reported only if it lies centuries back, or far back and one changed figure brings it into the period.
Without a period, a single date far outside the years of all the others is reported, if one changed figure, or two
that have changed places (`1488` for `1848`), bring it back among them. Notes and editors' brackets speak of other
times: there a single figure is not enough.
"""

import datetime
from collections import Counter
from collections.abc import Iterator

from edcheck.model import Date, Document, Draft, Edition, Period
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import Surroundings, excused, quoted
from edcheck.text import Extent

_FEWEST = 12
"""Dates that a document must have before they say what its time is, if some of them may speak of other times."""
_FEW = 5
"""Dates that say it if all of them are of that time."""
_FAR = 200
"""Years by which a date must lie outside the span of few others."""
_MARGIN = 60
"""Years by which a date must lie outside the others' span, or before the period, at least."""
_NEAR = 5
"""Years by which a year with its figure set right may lie outside the others' span."""
_CENTURIES = 300
"""Years before the period from which on no explanation is needed."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    dates = [date for date in document.dates if date.start[0] is not None and date.verdict == "valid"]
    years = sorted(map(_year, dates))
    declared = _declared(document)
    time = declared or _inferred(years)
    if time is None or not years:
        return
    margin = 0 if declared else max(_MARGIN if len(years) >= _FEWEST else _FAR, 3 * (time[1] - time[0]))
    span = (time[0] - margin, time[1] + margin)
    if span[0] <= years[0] and years[-1] <= span[1]:
        return
    outside = [date for date in dates if date.start.full and not span[0] <= _year(date) <= span[1]]
    outside = [date for date in outside if not excused(document, date)]
    surroundings = Surroundings(document) if outside else None
    counts = Counter(map(_year, outside))
    for date in outside:
        if surroundings is None:
            continue
        editorial = surroundings.editorial(date.extent.start)
        if declared:
            readings = _readings(_year(date), *time)
            strange = not editorial and _is_strange(date, declared, readings)
        else:
            readings = _brought_back(_year(date), time, editorial)
            strange = bool(readings) and counts[_year(date)] == 1
        if strange:
            yield _draft(document, date, span, readings)


def _brought_back(year: int, time: tuple[int, int], editorial: bool) -> list[int]:
    """Years of a document's time that a year far from them was meant for."""
    exchanged = _exchanged(year, *time)
    return exchanged if editorial else exchanged + _readings(year, time[0] - _NEAR, time[1] + _NEAR)


def _year(date: Date) -> int:
    return date.start[0] or 0


def _declared(document: Document) -> tuple[int, int] | None:
    period = document.edition.period
    if period.start is None and period.end is None:
        return None
    return (period.start.year if period.start else 0, period.end.year if period.end else 9999)


def _is_strange(date: Date, period: tuple[int, int], readings: list[int]) -> bool:
    before = period[0] - _year(date)
    if date.role == "dateline" or before < 0 or before > _CENTURIES:
        return True
    return before > _MARGIN and bool(readings)


def _inferred(years: list[int]) -> tuple[int, int] | None:
    """The span of a document's years (in order): of many without the outermost twentieth, of few without one."""
    if len(years) >= _FEWEST:
        cut = max(len(years) // 20, 1)
        return (years[cut], years[-cut - 1])
    if len(years) <= _FEW:
        return None
    return min(((years[0], years[-2]), (years[1], years[-1])), key=lambda span: span[1] - span[0])


def _draft(document: Document, date: Date, span: tuple[int, int], readings: list[int]) -> Draft:
    year = str(_year(date))
    # A double year (`1674-5`) is counted as the later one, which is not written in full.
    at = document.text.find(year, date.extent.start, date.extent.end)
    place = Extent(at, at + len(year))
    fixes = [document.fix(f"change the year to {other}", place, str(other)) for other in readings[:3] if at >= 0]
    data = {"date": quoted(document, date), "first": span[0], "last": span[1]}
    return Draft("implausible", date.extent, data, fixes=tuple(fixes), confidence=0.85)


def _exchanged(year: int, first: int, last: int) -> list[int]:
    """Years within the span that a year becomes when two figures next to each other change places."""
    written = str(year)
    changed = (
        int(written[:at] + written[at + 1] + written[at] + written[at + 2 :]) for at in range(len(written) - 1)
    )
    return [other for other in changed if first <= other <= last]


def _readings(year: int, first: int, last: int) -> list[int]:
    """Years within the span that differ from a year by one figure."""
    written = str(year)
    changed = (
        int(written[:place] + figure + written[place + 1 :])
        for place in range(len(written))
        for figure in "0123456789"
        if figure != written[place]
    )
    return [other for other in changed if first <= other <= last]


_PERIOD = Edition(period=Period(datetime.date(1917, 1, 1), datetime.date(1919, 12, 31)))
_SUMMER = " ".join(f"On July {day}, 1918, it rained." for day in range(1, 16))

rule = Rule(
    id="dates/implausible-date",
    severity="warning",
    doc=__doc__,
    messages={"implausible": "“{date}” lies outside the years {first} to {last}"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            f"{_SUMMER}\n\nWritten on «July 7, 1018», in the barn.",
            f"{_SUMMER}\n\nWritten on July 7, 1918, in the barn.",
        ),
        Bad(
            "May 3, 1848\n\nMay 4, 1848\n\n«May 5, 1488»\n\nMay 6, 1848\n\nMay 7, 1848\n\nMay 8, 1848",
            "May 3, 1848\n\nMay 4, 1848\n\nMay 5, 1848\n\nMay 6, 1848\n\nMay 7, 1848\n\nMay 8, 1848",
        ),
        Bad(f"{_SUMMER}\n\nHe fled [as others on «July 7, 1198»] at once."),
        Bad(
            "Dunmarrow, «July 7, 1981».",
            edition=_PERIOD,
        ),
    ),
    good=(
        Good(f"{_SUMMER}\n\nWritten on July 7, 1917, in the barn."),
        Good(
            "Nobody had forgotten January 9, 1905.",
            because="a text may speak of what was before its time",
            edition=_PERIOD,
        ),
        Good("Written on July 7, 1018, in the barn.", because="one date says nothing of the document's time"),
        Good(f"{_SUMMER}\n\nThe charter of July 7, 1266, was lost.", because="no single figure brings it back"),
        Good(f"{_SUMMER}\n\nFounded on July 7, 1198, and burnt on May 2, 1198.", because="a year spoken of twice"),
        Good(f"{_SUMMER}\n\nHe fled [as others on July 7, 1818] at once.", because="an editor's bracket"),
    ),
)
