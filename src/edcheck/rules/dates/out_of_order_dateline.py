"""A dateline breaks the order of time that all others keep.

Where letters and papers stand in the order in which they were written, a dateline that lies a year before its
neighbours, and would stand right with one figure changed, was misread: in the first weeks of January writers
themselves still set the old year. The same holds of months that look alike (`June` for `July`). The finding offers
the year or the month that fits; compare the print.

An edition need not run in order of time. The rule speaks only where nearly all datelines of a document run
forwards, where the neighbours on both sides lie near each other in time, and where one changed figure or a month
like it puts the dateline between them. What merely stands a little out of order, stands so on purpose.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from edcheck.model import Date, DateValue, Document, Draft, Edition, Fix
from edcheck.recognise.dates.calendar import day_number, is_valid
from edcheck.recognise.dates.languages import Language, language_for
from edcheck.recognise.vocabulary.likeness import distance
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, Rule
from edcheck.rules.dates import attribute_mismatch, implausible_date, weekday_mismatch
from edcheck.rules.dates.context import Surroundings, excused, quoted
from edcheck.text import Extent


@dataclass(frozen=True, slots=True)
class Options:
    """`fewest`: datelines that a document must have at least to show that it runs in order of time.
    `nearest`: days within which the neighbours of a misread dateline must lie.
    """

    fewest: int = 6
    nearest: int = 92


_ONE_IN = 8
"""Of so many datelines one may stand out of order where the document still runs forwards."""
_LETTERS_APART = 2
"""Letters in which two names of months may differ to be taken for each other."""
_TOLD_BY = (attribute_mismatch, implausible_date, weekday_mismatch)
"""Rules that name a misread dateline by other evidence; where one of them speaks, this one is silent."""


def check(document: Document, options: Options) -> Iterator[Draft]:
    lines = [date for date in document.dates if date.role == "dateline" and _is_one_day(date)]
    if len(lines) < options.fewest or _runs_forwards(lines):
        return
    surroundings = Surroundings(document)
    lines = [one for one in lines if not surroundings.editorial(one.extent.start) and not excused(document, one)]
    days = [_day(date.start) for date in lines]
    kept = _longest_forwards(days)
    odd = sorted(set(range(len(lines))) - kept)
    if len(lines) < options.fewest or len(odd) > max(1, len(lines) // _ONE_IN):
        return
    told: list[Extent] | None = None
    for index in odd:
        if index - 1 not in kept or index + 1 not in kept:
            continue
        low, high = days[index - 1], days[index + 1]
        fitting = list(_fitting(lines[index], low, high)) if high - low <= options.nearest else []
        if fitting:
            told = _told(document) if told is None else told
            start, end = lines[index].extent
            if not any(place.start < end and start < place.end for place in told):
                yield _draft(document, lines, index, fitting, len(kept))


def _is_one_day(date: Date) -> bool:
    return date.verdict == "valid" and not date.is_range and date.start.full


def _runs_forwards(lines: list[Date]) -> bool:
    return all(_day(one.start) <= _day(other.start) for one, other in pairwise(lines))


def _day(value: DateValue) -> int:
    return day_number(value.year or 1, value.month or 1, value.day or 1)


def _longest_forwards(days: list[int]) -> set[int]:
    """The indices of the longest run of days that never goes back."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(days)
    for index, day in enumerate(days):
        at = bisect_right(tails, day)
        tails[at : at + 1], ends[at : at + 1] = [day], [index]
        before[index] = ends[at - 1] if at else -1
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def _fitting(date: Date, low: int, high: int) -> Iterator[DateValue]:
    """Dates that lie between two days and differ from one by a figure of the year or by a month like its own."""
    value = date.start
    for year in _years_like(value.year or 0):
        yield from _between(value._replace(year=year), low, high)
    for month in _months_like(value.month or 0, language_for(date.language)):
        yield from _between(value._replace(month=month), low, high)


def _between(value: DateValue, low: int, high: int) -> Iterable[DateValue]:
    return (value,) if is_valid(value) and low <= _day(value) <= high else ()


def _years_like(year: int) -> list[int]:
    """Years one figure away, or with two figures exchanged, the year before and after first."""
    written = str(year)
    changed = [
        int(written[:at] + figure + written[at + 1 :]) for at in range(1, len(written)) for figure in "0123456789"
    ]
    exchanged = [
        int(written[:at] + written[at + 1] + written[at] + written[at + 2 :]) for at in range(1, len(written) - 1)
    ]
    return [other for other in dict.fromkeys((year + 1, year - 1, *changed, *exchanged)) if other != year]


def _months_like(month: int, language: Language) -> list[int]:
    names = [group[0].lower() for group in language.months]
    own = names[month - 1]
    return [
        other
        for other, name in enumerate(names, 1)
        if other != month and distance(own, name, _LETTERS_APART) <= _LETTERS_APART
    ]


def _told(document: Document) -> list[Extent]:
    """The places in the readable text of what other rules say of the document's dates."""
    return [
        place
        for module in _TOLD_BY
        for draft in module.rule.check(document, module.rule.options())
        for place in (draft.at, *(related for related, _ in draft.related))
        if isinstance(place, Extent)
    ]


def _draft(document: Document, lines: list[Date], index: int, fitting: list[DateValue], kept: int) -> Draft:
    before, date, after = lines[index - 1 : index + 2]
    return Draft(
        "order",
        date.extent,
        {"date": quoted(document, date), "before": quoted(document, before), "after": quoted(document, after)},
        ((before.extent, "the dateline before"), (after.extent, "the dateline after")),
        (f"{kept} of the {len(lines)} datelines run forwards",),
        tuple(fix for value in fitting for fix in _fix(document, date, value)),
        confidence=0.85,
    )


def _fix(document: Document, date: Date, value: DateValue) -> tuple[Fix, ...]:
    """The year changed where it is written in full; nothing for a month, whose case and abbreviation vary."""
    written, old = document.quote(date.extent), str(date.start.year)
    if value.year == date.start.year or written.count(old) != 1:
        return ()
    at = date.extent.start + written.index(old)
    return (document.fix(f"change the year to {value.year}", Extent(at, at + len(old)), str(value.year)),)


_LETTERS = "Dunmarrow, {}.\n\nThe ice holds, and we wait for the ferry.\n\n"


def _written(*days: str) -> str:
    return "".join(map(_LETTERS.format, days))


_AUTUMN = ("3 October 1847", "11 November 1847", "9 December 1847", "28 December 1847")

rule = Rule(
    id="dates/out-of-order-dateline",
    severity="warning",
    doc=__doc__,
    messages={"order": "“{date}” stands between the datelines “{before}” and “{after}”"},
    check=check,
    options=Options,
    fix="suggestion",
    bad=(
        Bad(
            _written(*_AUTUMN, "«6 January 1847»", "20 January 1848"),
            _written(*_AUTUMN, "6 January 1848", "20 January 1848"),
        ),
        Bad(
            _written("2 May 1847", "30 May 1847", "«9 July 1847»", "20 June 1847", *_AUTUMN[:2]),
            fixed="",
        ),
        Bad(
            _written(*_AUTUMN, "«6 January 1884»", "20 January 1848"),
            _written(*_AUTUMN, "6 January 1848", "20 January 1848"),
        ),
        Bad(
            _written("3. Oktober 1847", "11. November 1847", "9. Dezember 1847", "«6. Jänner 1847»")
            + _written("20. Jänner 1848", "3. Februar 1848"),
            edition=Edition(language="de"),
        ),
    ),
    good=(
        Good(_written(*_AUTUMN, "6 January 1848", "20 January 1848")),
        Good(
            _written(*_AUTUMN, "6 February 1848", "20 January 1848", "1 March 1848"),
            because="a little out of order: so the editors set it",
        ),
        Good(
            _written(
                "3 October 1847", "2 May 1846", "9 December 1847", "8 June 1845", "1 July 1846", "3 May 1847"
            ),
            because="an edition that is ordered by subject",
        ),
        Good(
            _written("3 October 1841", "11 November 1843", "6 January 1842", "20 January 1848")
            + _written("3 March 1848", "4 April 1848", "5 May 1848", "6 June 1848"),
            because="years lie between its neighbours, and any date might stand there",
        ),
        Good(
            _written("3 October 1847", "6 January 1846", "20 January 1848"), because="three letters show no order"
        ),
        Good(
            _written(*_AUTUMN, "6 January 1847 [sic]", "20 January 1848", "3 March 1848"),
            because="the editors know",
        ),
        Good(
            _written(*_AUTUMN, "Thursday, 6 January 1847", "20 January 1848", "3 March 1848"),
            because="the weekday tells it already",
        ),
    ),
)
