"""What the citations of an edition tell of the serials they cite: their forms, their weekdays, their issues.

Every set of weekdays is tried. Counted by the right one, number minus count is the same for all issues, but for
misprints, and but for the places where the count shifts for good: an extra issue, a day without one, a new year.
So the cheapest explanation is looked for, in which a misfit costs 1 and a shift a little more; what remains
unexplained is a misprint or an exception.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from edcheck.recognise.citations.naming import grouped
from edcheck.recognise.citations.rhythm import RHYTHMS, issues_until
from edcheck.records import NamedTuple, dataclass, field

_SHIFT = 1.5
"""What a lasting shift of the count costs, where a misfit costs 1."""
_FARTHEST_SHIFT = 3
"""Issues by which the count may shift at once within a year."""
_FEWEST = 3
"""Issues that a rhythm must explain."""
_EVERY_DAY = tuple(range(7))
_SETS = tuple(
    sorted(
        (tuple(day for day in _EVERY_DAY if days >> day & 1) for days in range(1, 128)),
        key=lambda days: (days not in RHYTHMS, -len(days), days),
    )
)
"""All sets of weekdays, the likelier first."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of an issue: the source as written, its number and day as far as both are given, and where.

    `serial` is the registered name where the settings have one.
    """

    source: str
    number: int | None = None
    day: datetime.date | None = None
    place: str = ""
    serial: str = ""


class Misfit(NamedTuple):
    """A citation whose number is `by` too high for its date, too low where negative; 0 on a day without issue."""

    cited: Cited
    by: int


class Shift(NamedTuple):
    """Between two citations the numbers go on `by` higher than the weekdays explain."""

    after: Cited
    before: Cited
    by: int


@dataclass(slots=True)
class Proposal:
    """What is proposed for one serial."""

    name: str
    aliases: tuple[str, ...]
    cited: int
    """How often it is cited; `numbered` how often with a number and a full date."""
    numbered: int
    weekdays: tuple[int, ...] = ()
    """Days of issue, 0 for Monday; empty where the citations do not tell."""
    fitting: int = 0
    """Numbered citations that agree with them."""
    rivals: tuple[tuple[int, ...], ...] = ()
    """Other sets of weekdays that explain the citations as well."""
    anchors: tuple[Cited, ...] = ()
    """Issues that bound each stretch in which all agrees."""
    misfits: tuple[Misfit, ...] = ()
    shifts: tuple[Shift, ...] = ()
    extra: tuple[datetime.date, ...] = ()
    """Days on which an issue came out beside the usual ones: cited, and the count gains one there."""

    @property
    def sure(self) -> bool:
        """True where only one set of weekdays explains the citations, and nearly all of them."""
        return bool(self.weekdays) and not self.rivals and self.fitting >= 2 * _FEWEST


@dataclass(slots=True)
class _Fit:
    """How well a set of weekdays explains issues: what it costs, and each issue's offset, None for a misfit."""

    cost: float
    offsets: list[int | None] = field(default_factory=list)
    usual: list[int] = field(default_factory=list)


def propose(citations: Iterable[Cited]) -> list[Proposal]:
    """A proposal for each serial that the citations name, the most cited first."""
    groups = grouped(citations, lambda one: one.serial or one.source)
    return [_proposal(group) for group in sorted(groups, key=lambda group: (-len(group), group[0].source))]


def _proposal(group: list[Cited]) -> Proposal:
    counts = Counter(one.serial or one.source for one in group)
    registered = [one.serial for one in group if one.serial]
    name = (
        registered[0] if registered else max(counts, key=lambda form: ("." not in form, counts[form], len(form)))
    )
    written = dict.fromkeys(one.source for one in group)
    aliases = tuple(form for form in written if form != name)
    issues = {(one.day, one.number): one for one in reversed(group) if one.day and one.number is not None}
    numbered = sorted(issues.values(), key=lambda one: (one.day or datetime.date.min, one.number or 0))
    found = Proposal(name, aliases, len(group), len(numbered))
    if len(numbered) >= _FEWEST:
        _fit(found, numbered)
    return found


def _fit(found: Proposal, numbered: list[Cited]) -> None:
    """Put weekdays, anchors and what does not fit into a proposal."""
    best, rivals = _best(numbered)
    if best is None:
        return
    fit = _explained(numbered, best)
    found.weekdays, found.rivals = best, tuple(rivals)
    found.fitting = sum(offset is not None for offset in fit.offsets)
    kept = [(one, offset) for one, offset in zip(numbered, fit.offsets, strict=True) if offset is not None]
    anchors: list[Cited] = []
    for _, stretch in groupby(kept, key=lambda pair: (_year(pair[0]), pair[1])):
        inside = [one for one, _ in stretch]
        anchors += dict.fromkeys((inside[0], inside[-1])) if len(inside) > 1 else ()
    found.anchors = tuple(anchors)
    found.misfits = tuple(
        Misfit(one, _number(one) - issues_until(_day(one), best) - usual if _day(one).weekday() in best else 0)
        for one, offset, usual in zip(numbered, fit.offsets, fit.usual, strict=True)
        if offset is None
    )
    found.shifts = tuple(
        Shift(first[0], second[0], second[1] - first[1])
        for first, second in pairwise(kept)
        if first[1] != second[1] and _year(first[0]) == _year(second[0])
    )
    _take_extra(found)


def _take_extra(found: Proposal) -> None:
    """Explain a misfit and a shift by each other: an issue on another weekday, and the count higher from there."""
    for misfit in found.misfits:
        for shift in found.shifts:
            if misfit.by == 0 and shift.by == 1 and _day(shift.after) < _day(misfit.cited) < _day(shift.before):
                found.extra += (_day(misfit.cited),)
                found.misfits = tuple(one for one in found.misfits if one is not misfit)
                found.shifts = tuple(one for one in found.shifts if one is not shift)
                break


def _best(numbered: list[Cited]) -> tuple[tuple[int, ...] | None, list[tuple[int, ...]]]:
    """The set of weekdays that explains the issues at the least cost, and others that do so as well."""
    # Weekdays on which a third of the issues fall must be days of issue.
    seen = Counter(_day(one).weekday() for one in numbered)
    needed = {day for day, count in seen.items() if count * 3 > len(numbered)}
    costs = {days: _explained(numbered, days).cost for days in _SETS if needed.issubset(days)}
    least = min(costs.values())
    if least > len(numbered) - _FEWEST or 2 * least > len(numbered):
        return None, []
    best, *others = [days for days, cost in costs.items() if cost == least]
    return best, others


def _explained(numbered: Sequence[Cited], days: tuple[int, ...]) -> _Fit:
    """The cheapest offsets of the count: constant but for shifts, with misfits left out."""
    raw = [
        _number(one) - issues_until(_day(one), days) if _day(one).weekday() in days else None for one in numbered
    ]
    known = [offset for offset, count in Counter(raw).items() if offset is not None and count > 1]
    if not known:
        return _Fit(float(len(numbered)), [None] * len(raw), [0] * len(raw))
    cost = dict.fromkeys(known, 0.0)
    came: list[dict[int, int]] = []
    year = _year(numbered[0])
    for one, own in zip(numbered, raw, strict=True):
        new_year, year = _year(one) != year, _year(one)
        cost, source = _stepped(cost, new_year)
        came.append(source)
        for offset in cost:
            cost[offset] += offset != own
    last = min(cost, key=lambda offset: cost[offset])
    total = cost[last]
    usual = [last]
    for source in reversed(came[1:]):
        usual.append(source[usual[-1]])
    usual.reverse()
    return _Fit(total, [own if own == at else None for own, at in zip(raw, usual, strict=True)], usual)


def _stepped(cost: dict[int, float], new_year: bool) -> tuple[dict[int, float], dict[int, int]]:
    """The least cost of each offset after a step, and the offset before it; a new year may begin anywhere."""
    best, stepped, source = min(cost, key=lambda offset: cost[offset]), {}, {}
    for offset, own in cost.items():
        near = [offset + by for by in range(-_FARTHEST_SHIFT, _FARTHEST_SHIFT + 1) if by and offset + by in cost]
        origins = [(own, offset), *((cost[other] + _SHIFT, other) for other in near)]
        if new_year:
            origins.append((cost[best], best))
        stepped[offset], source[offset] = min(origins, key=lambda origin: origin[0])
    return stepped, source


_year = attrgetter("day.year")


def _day(one: Cited) -> datetime.date:
    return one.day or datetime.date.min


def _number(one: Cited) -> int:
    return one.number or 0
