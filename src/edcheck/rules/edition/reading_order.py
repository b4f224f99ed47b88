"""A document stands where it does not belong in the order of the edition.

Nearly all documents of the edition follow each other by their dates, their chapters, their pages, their notes, or
as the table of contents lists them; one runs backwards. Two files stand in each other's place, a file was given a
wrong name or a wrong place in the list of documents, or its date is misread. Put it where it belongs, or correct
the date. Where the order is not that of time, as in an edition by themes, no date says anything.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from edcheck.model import Draft, Edition, Facts
from edcheck.records import NamedTuple
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.edition.clocks import Clock, Tick, find_clocks
from edcheck.rules.edition.copies import copies

_SHARE = 10
"""Of so many documents one may stand out of order, and at least one."""


class _Astray(NamedTuple):
    """A document out of order by one clock; the stretch of the edition over which it ought to move."""

    clock: Clock
    tick: Tick
    before: Tick | None
    after: Tick | None
    stretch: range
    in_order: int
    other: Tick | None = None
    """The one with which it ought to change places."""


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    if len(facts) < 2:
        return
    told: list[range] = []
    copied = copies(facts)
    originals = [document for document in facts if document.path not in copied] if copied else facts
    astray = [one for clock in find_clocks(originals) for one in _out_of_order(clock)]
    by_stretch: defaultdict[int, list[_Astray]] = defaultdict(list)
    for one in astray:
        known = next((number for number, other in enumerate(told) if _touch(one.stretch, other)), len(told))
        if known == len(told):
            told.append(one.stretch)
        by_stretch[known].append(one)
    for group in by_stretch.values():
        yield _draft(group)


def _out_of_order(clock: Clock) -> Iterator[_Astray]:
    """The documents that must be moved so that all others stand in order; none where there are too many."""
    ticks = clock.ticks
    if len(ticks) < clock.least:
        return
    right = sorted(tick.value for tick in ticks)
    wrong = [tick for tick, value in zip(ticks, right, strict=True) if tick.value != value]
    if len(wrong) == 2:
        one, other = wrong
        stretch = range(one.document, other.document + 1)
        yield _Astray(clock, one, None, None, stretch, len(ticks) - 2, other)
        return
    kept = _longest_run([tick.value for tick in ticks])
    out = sorted(set(range(len(ticks))) - set(kept))
    if not out or len(out) > max(1, len(ticks) // _SHARE):
        return
    values = [ticks[index].value for index in kept]
    for index in out:
        at = bisect_right(values, ticks[index].value)
        before = ticks[kept[at - 1]] if at else None
        after = ticks[kept[at]] if at < len(kept) else None
        # What it ought to stand next to, and where it stands.
        goal = after or before
        if goal is not None:
            low, high = sorted((ticks[index].document, goal.document))
            yield _Astray(clock, ticks[index], before, after, range(low, high + 1), len(kept))


def _longest_run(values: list[str]) -> list[int]:
    """The places of the most values that stand in order, in O(n log n)."""
    ends: list[str] = []
    places: list[int] = []
    came: list[int] = []
    for index, value in enumerate(values):
        at = bisect_right(ends, value)
        came.append(places[at - 1] if at else -1)
        if at == len(ends):
            ends.append(value)
            places.append(index)
        else:
            ends[at], places[at] = value, index
    run, index = [], places[-1] if places else -1
    while index >= 0:
        run.append(index)
        index = came[index]
    return run[::-1]


def _touch(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _draft(group: list[_Astray]) -> Draft:
    first = group[0]
    data = {"what": first.tick.shown, "before": "", "after": "", "path": ""}
    related = []
    message = "between"
    for name, tick in (("before", first.before), ("after", first.after)):
        if tick is None:
            message = "first" if name == "before" else "last"
        else:
            data[name] = tick.shown
            related.append((tick.spot, tick.shown))
    if first.other is not None:
        message = "exchange"
        data["path"], data["after"] = first.other.spot.path, first.other.shown
        related.append((first.other.spot, first.other.shown))
    evidence = [
        f"{one.in_order} of {len(one.clock.ticks)} documents are in the order of {one.clock.name}" for one in group
    ]
    return Draft(
        message,
        first.tick.spot,
        data,
        tuple(related),
        tuple(dict.fromkeys(evidence)),
        confidence=0.9 if len(group) > 1 or first.clock.name != "their dates" else 0.8,
    )


def _letters(*days: str) -> str:
    """Letters in TEI, each with the day on which it was sent; guillemets mark the place."""
    return "\f".join(
        f"<TEI><text><body><opener><dateline>Eskerholm, {day}</dateline></opener>"
        "<p>The mail came late, and the brook rose by a foot.</p></body></text></TEI>"
        for day in days
    )


def _chapters(*headings: str) -> str:
    return "\f".join(f"<h2>{heading}</h2><p>The brook rose by a foot that week.</p>" for heading in headings)


_PLACES = ("weir", "ford", "mill", "quay", "pier")
_FILES = ("toc.html", "weir.html", "mill.html", "ford.html", "quay.html", "pier.html")
_DAYS = ("3 May 1804", "9 May 1804", "2 June 1804", "11 June 1804", "30 June 1804", "4 July 1804", "1 August 1804")

rule = Rule(
    id="edition/reading-order",
    severity="warning",
    doc=__doc__,
    messages={
        "between": "out of order: {what} belongs between {before} and {after}",
        "exchange": "this document ({what}) and {path} ({after}) stand in each other’s place",
        "first": "out of order: {what} belongs before {after}",
        "last": "out of order: {what} belongs behind {before}",
    },
    check=check,
    scope="edition",
    bad=(
        Bad(_letters(*_DAYS[:5], "«10 May 1804»", *_DAYS[5:]), format="tei"),
        Bad(
            _chapters("Chapter I", "Chapter II", "«Chapter IV»", "Chapter III", "Chapter V", "Chapter VI"),
            format="html",
        ),
        Bad(
            _chapters("«Chapter VI»", *(f"Chapter {n}" for n in ("II", "III", "IV", "V", "I", "VII"))),
            format="html",
        ),
        Bad(
            _chapters("Chapter I", "Chapter II", "«Chapter V»", "Chapter III", "Chapter IV", "Chapter VI"),
            format="html",
        ),
        Bad(
            '<nav epub:type="toc"><ol>'
            + "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in _PLACES)
            + "</ol></nav>"
            + "".join(f"\f<h2>{name}</h2><p>Reeds.</p>" for name in ("weir", "«mill»", "ford", "quay", "pier")),
            format="html",
            edition=Edition(documents=_FILES),
            names=_FILES,
        ),
    ),
    good=(
        Good(
            '<nav epub:type="toc"><ol>'
            + "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in _PLACES)
            + "</ol></nav>"
            + "".join(f"\f<h2>{name}</h2><p>Sedge.</p>" for name in ("weir", "mill", "ford", "quay", "pier")),
            because="the order of the files is that of their names, and says nothing",
            format="html",
            names=_FILES,
        ),
        Good(_letters(*_DAYS), format="tei"),
        Good(
            _letters(_DAYS[3], _DAYS[0], _DAYS[6], _DAYS[1], _DAYS[5], _DAYS[2], _DAYS[4]),
            because="an edition by themes",
            format="tei",
        ),
        Good(
            _letters(_DAYS[1], _DAYS[0], _DAYS[2], _DAYS[3]),
            because="too few letters to know in what order they stand",
            format="tei",
        ),
        Good(
            _chapters("Chapter I", "Chapter II", "Chapter III", "Chapter I", "Chapter II", "Chapter III"),
            because="a new part counts its chapters anew",
            format="html",
        ),
    ),
)
