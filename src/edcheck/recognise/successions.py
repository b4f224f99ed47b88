"""Numbers that ought to run on (pages, items, chapters): where they do not, and the least that explains it.

Numbers that count on without a fault make a *run*. A succession is read as the runs that are kept, each joined to
the one before it, and as numbers dropped between them, which are misprints. Every joint and every dropped number
costs one; where a run begins again at the first number, its joint costs nothing. The cheapest reading wins, and of
two that cost the same the one that drops a number rather than join two runs: in `1 2 4 4 5` the third number is a
misprint, and nothing is lost and repeated.

Only a few runs between two kept ones are ever taken for misprints, so the reading is found in linear time.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from edcheck.records import NamedTuple

BreakKind = Literal["misprint", "intruder", "exchange", "gap", "repetition", "leap"]

_DROPPED = 4
"""Runs in a row that may be misprints."""
_JOINT = 1.0
_INSERTED = 0.125
"""What it costs that numbers stand where none is missing: more than two that changed places."""
_FAR = 0.25
"""What a joint costs more that no single lost or repeated number explains."""


class Break(NamedTuple):
    """A place where numbers do not run on; `at` is the index of the value at which it shows.

    `misprint`: the value ought to be `expected`. `intruder`: without it the numbers run on. `exchange`: it and the
    next stand in each other's place. `gap`: the values from `expected` up to it are missing. `repetition`: it is
    the value before it again. `leap`: the numbers run backwards here, though not to the beginning, and `expected`
    would run on.
    """

    kind: BreakKind
    at: int
    value: int
    expected: int
    before: int
    """How many values run on up to this place without a fault."""
    after: int
    """How many values run on from this place without a fault."""


class _Run(NamedTuple):
    start: int
    length: int
    value: int

    @property
    def following(self) -> int:
        """The value that would count on."""
        return self.value + self.length

    @property
    def shift(self) -> int:
        """Runs of the same shift fit each other, whatever stands between them."""
        return self.value - self.start


def breaks(values: Sequence[int], first: int = 1) -> list[Break]:
    """Where `values` do not run on, in order: the fewest faults that explain them. Takes linear time.

    A run that begins with `first` (a new chapter, a new list) is no fault wherever it stands.
    """
    runs = _runs(values)
    if len(runs) < 2:
        return []
    kept = _keep(runs, first)
    found = _misprints(runs, kept, 0, kept[0])
    for position, (left, right) in enumerate(pairwise(kept)):
        dropped = _misprints(runs, kept, position, right) if right - left > 1 else []
        found += dropped
        one, other = runs[left], runs[right]
        if one.shift == other.shift:
            continue
        if dropped and other.value == one.following:
            found[-len(dropped) :] = [each._replace(kind="intruder") for each in dropped]
        else:
            joint = _joint(one, other, first)
            found += [joint] if joint else []
    found += _misprints(runs, kept, len(kept) - 1, len(runs))
    return _exchanges(found)


def _runs(values: Sequence[int]) -> list[_Run]:
    runs: list[_Run] = []
    start = 0
    for index in range(1, len(values) + 1):
        if index == len(values) or values[index] != values[index - 1] + 1:
            runs.append(_Run(start, index - start, values[start]))
            start = index
    return runs


def _keep(runs: list[_Run], first: int) -> list[int]:
    """The runs that are kept in the cheapest reading."""
    cost: list[float] = []
    came: list[int] = []
    for index, run in enumerate(runs):
        best, source = float("inf"), -1
        for left in range(index - 1, max(index - _DROPPED - 2, -1), -1):
            dropped = _dropping(runs[left + 1 : index], runs[left].following)
            price = cost[left] + dropped + _price(runs[left], run, first, bool(dropped))
            if price < best or (price == best and dropped == 1):
                best, source = price, left
        if index <= _DROPPED and (run.shift >= first or not index):
            dropped = _dropping(runs[:index], run.shift)
            if dropped < best or (dropped == best == 1 and index == 2):
                best, source = dropped, -1
        cost.append(best)
        came.append(source)
    return _chain(came, _end(runs, cost))


def _end(runs: list[_Run], cost: list[float]) -> int:
    """The last run that is kept: what stands behind it may be misprints as well."""
    last = len(runs) - 1
    best = cost[last]
    for index in range(last - 1, max(last - _DROPPED - 1, -1), -1):
        price = cost[index] + _dropping(runs[index + 1 :], runs[index].following)
        if price < best:
            best, last = price, index
    return last


def _chain(came: list[int], last: int) -> list[int]:
    kept = [last]
    while came[kept[-1]] >= 0:
        kept.append(came[kept[-1]])
    return kept[::-1]


def _dropping(runs: list[_Run], expected: int) -> float:
    """What it costs to take runs for misprints where `expected` and what follows it ought to stand."""
    values = [run.value for run in runs if run.length == 1]
    if len(runs) == 2 and values == [expected + 1, expected]:
        return 1
    return sum(run.length for run in runs)


def _price(left: _Run, right: _Run, first: int, dropped: bool) -> float:
    if left.shift == right.shift or right.value == first:
        return 0
    if dropped and right.value == left.following:
        return _INSERTED
    step = right.value - left.following
    return _JOINT if not dropped and step in (-1, 1) else _JOINT + _FAR


def _joint(left: _Run, right: _Run, first: int) -> Break | None:
    if right.value == first:
        return None
    kind: BreakKind = "leap"
    if right.value > left.following:
        kind = "gap"
    elif right.value == left.following - 1:
        kind = "repetition"
    return Break(kind, right.start, right.value, left.following, left.length, right.length)


def _misprints(runs: list[_Run], kept: list[int], position: int, stop: int) -> list[Break]:
    """The values of the runs that were dropped after a kept one, or before the first, up to the run `stop`."""
    if not position and stop == kept[0]:
        start, anchor = 0, runs[kept[0]]
        before, after = 0, anchor.length
    else:
        start, anchor = kept[position] + 1, runs[kept[position]]
        before, after = anchor.length, runs[stop].length if stop < len(runs) else 0
    found = []
    for run in runs[start:stop]:
        for step in range(run.length):
            index = run.start + step
            found.append(Break("misprint", index, run.value + step, anchor.shift + index, before, after))
    return found


def _exchanges(found: list[Break]) -> list[Break]:
    """Two neighbours that are each what the other ought to be are one fault."""
    told: list[Break] = []
    for one in found:
        last = told[-1] if told else None
        if (
            last is not None
            and last.kind == one.kind == "misprint"
            and one.at == last.at + 1
            and one.value == last.expected
            and last.value == one.expected
        ):
            told[-1] = last._replace(kind="exchange", after=one.after)
        else:
            told.append(one)
    return told
