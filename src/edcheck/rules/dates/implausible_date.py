"""A date lies outside the time that the edition can speak of.

A letter of the summer of 1918 that is dated `July 7, 1018` has a figure wrong. With a period in the settings,
every full date outside it is reported; without one, a single date far outside the years of all the others is,
if one changed figure brings it back. Notes, editors' brackets and lists of literature speak of other times.
"""

import datetime
from collections import Counter
from collections.abc import Iterator

from edcheck.model import Date, Document, Draft, Edition, Period
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import Surroundings, acknowledged, dates_of_text, quoted

_FEWEST = 12
"""Dates that a document must have before they say what its time is."""
_MARGIN = 60
"""Years by which a date must lie outside the others' span at least."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    dates = [date for date in dates_of_text(document) if date.start.year is not None and date.verdict == "valid"]
    span = _declared(document) or _inferred(dates)
    if span is None:
        return
    first, last = span
    surroundings: Surroundings | None = None
    for date in dates:
        year = date.start.year
        if year is None or first <= year <= last or not date.start.full or acknowledged(document, date.extent):
            continue
        surroundings = surroundings or Surroundings(document)
        if not surroundings.editorial(date.extent.start):
            yield from _draft(document, date, year, first, last)


def _declared(document: Document) -> tuple[int, int] | None:
    period = document.edition.period
    if period.start is None and period.end is None:
        return None
    return (period.start.year if period.start else 0, period.end.year if period.end else 9999)


def _inferred(dates: list[Date]) -> tuple[int, int] | None:
    """The span of the document's years without the outermost twentieth on each side, widened by the margin."""
    years = sorted(date.start.year for date in dates if date.start.year is not None)
    if len(years) < _FEWEST:
        return None
    cut = max(len(years) // 20, 1)
    low, high = years[cut], years[-cut - 1]
    margin = max(_MARGIN, 3 * (high - low))
    counts = Counter(years)
    lone = [year for year in years if not low - margin <= year <= high + margin]
    return None if any(counts[year] > 1 for year in lone) else (low - margin, high + margin)


def _draft(document: Document, date: Date, year: int, first: int, last: int) -> Iterator[Draft]:
    declared = _declared(document) is not None
    readings = _readings(year, first, last) if declared else _readings(year, first + _MARGIN, last - _MARGIN)
    if not declared and not readings:
        return
    quote = document.quote(date.extent)
    yield Draft(
        "implausible",
        date.extent,
        {"date": quoted(document, date), "first": first, "last": last},
        fixes=tuple(
            document.fix(f"change the year to {reading}", date.extent, quote.replace(str(year), str(reading)))
            for reading in readings[:3]
        ),
        confidence=0.85,
    )


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
            "Dunmarrow, «July 7, 1981».",
            edition=Edition(period=Period(datetime.date(1917, 1, 1), datetime.date(1919, 12, 31))),
        ),
    ),
    good=(
        Good(f"{_SUMMER}\n\nWritten on July 7, 1917, in the barn."),
        Good("Written on July 7, 1018, in the barn.", because="one date says nothing of the document's time"),
        Good(f"{_SUMMER}\n\nThe charter of July 7, 1266, was lost.", because="no single figure brings it back"),
        Good(f"{_SUMMER}\n\nHe fled [as others on July 7, 1818] at once.", because="an editor's bracket"),
    ),
)
