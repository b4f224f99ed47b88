"""By what the order of an edition's documents can be told: days, chapters, pages, notes, the table of contents."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from posixpath import dirname

from edcheck.model import DayFact, Facts, Spot
from edcheck.recognise.heading_numbers import chapter_number
from edcheck.records import NamedTuple
from edcheck.rules.edition.gaps import place_in_row
from edcheck.rules.edition.numbering import counts
from edcheck.rules.edition.outlines import headings_of

_LEAST = 5
"""Documents that must be told by a number before one of them can be out of order."""
_LEAST_DAYS = 7
"""The same for days, which letters on a theme also have: seldom is so long a run in order by chance."""


class Tick(NamedTuple):
    """What one document shows: `document` is its place in the edition, `shown` what people read."""

    document: int
    value: str
    shown: str
    spot: Spot


class Clock(NamedTuple):
    """What many documents show, in the order of the edition; values of one clock compare as strings."""

    name: str
    ticks: list[Tick]
    least: int = _LEAST


def find_clocks(facts: Sequence[Facts]) -> Iterator[Clock]:
    """All clocks, those first that say more.

    Where the order is that of the files' names, only files that are called alike are compared: nobody says that
    `afterword` comes before `chapter-1`.
    """
    rows = [_row(document) for document in facts]
    for clock in (*_contents(facts), *_chapters(facts), *_notes(facts), _pages(facts), _days(facts)):
        parts: defaultdict[str, list[Tick]] = defaultdict(list)
        for tick in clock.ticks:
            if rows[tick.document] is not None:
                parts[rows[tick.document] or ""].append(tick)
        for ticks in parts.values():
            yield clock._replace(ticks=ticks)


def _row(document: Facts) -> str | None:
    """What a document's place in the order is told by; None where it has none."""
    place = place_in_row(document.path)
    if document.placed:
        return ""
    return f"{dirname(document.path)}\0{place.lead}\0{place.tail}" if place else None


def _number(value: int) -> str:
    return f"{value:010}"


def _contents(facts: Sequence[Facts]) -> Iterator[Clock]:
    """The order in which the longest table of contents lists the documents, once each."""
    places = {document.path: index for index, document in enumerate(facts)}
    best: list[Tick] = []
    for table in facts:
        listed: dict[int, Tick] = {}
        for entry in table.contents if table.outline else ():
            index = places.get(entry.path, -1)
            if index >= 0 and entry.path != table.path and index not in listed:
                headings = headings_of(facts)[index]
                spot = headings[0].spot if headings else entry.spot
                listed[index] = Tick(index, _number(len(listed)), f"“{entry.text}”", spot)
        best = max(best, list(listed.values()), key=len)
    if best:
        yield Clock("the table of contents", sorted(best))


def _chapters(facts: Sequence[Facts]) -> Iterator[Clock]:
    """The first number of each document by what headings call it, as far as no part counts anew."""
    rows: defaultdict[str, list[tuple[int, Tick]]] = defaultdict(list)
    for index, headings in enumerate(headings_of(facts)):
        told = set()
        for heading in headings:
            number = chapter_number(heading.text)
            if number is not None and number.kind not in told:
                told.add(number.kind)
                shown = f"{number.kind} {number.value}".strip()
                rows[number.kind].append((number.value, Tick(index, _number(number.value), shown, heading.spot)))
    for kind, row in rows.items():
        # A new part begins where the count begins once more.
        starts = [at for at, (value, _) in enumerate(row) if value == 1][1:]
        for start, end in pairwise((0, *starts, len(row))):
            yield Clock(f"their {kind or 'chapter'}s", [tick for _, tick in row[start:end]])


def _notes(facts: Sequence[Facts]) -> Iterator[Clock]:
    places = {document.path: index for index, document in enumerate(facts)}
    for count in counts(facts):
        yield Clock(
            "their notes",
            [
                Tick(
                    places[one.path],
                    _number(one.lowest.value),
                    f"note {one.lowest.label}",
                    one.lowest.spot,
                )
                for one in count.members
            ],
        )


def _pages(facts: Sequence[Facts]) -> Clock:
    return Clock(
        "their pages",
        [
            Tick(index, _number(one.pages.first), f"page {one.pages.first}", one.pages.spot)
            for index, one in enumerate(facts)
            if one.pages
        ],
    )


def _days(facts: Sequence[Facts]) -> Clock:
    ticks = []
    for index, document in enumerate(facts):
        day: DayFact | None = document.sent or next(iter(document.datelines), None)
        if day is not None:
            ticks.append(Tick(index, day.day, day.day, day.spot))
    return Clock("their dates", ticks, _LEAST_DAYS)
