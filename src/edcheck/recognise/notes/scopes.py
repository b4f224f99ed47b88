"""Scopes: where the numbering starts again, found by fitting unless the settings declare it.

Notes are read as a sequence of labels. The cheapest way to cut it into stretches that count upwards is found
by dynamic programming over the sequence: counting on costs nothing, a skipped number little, a label that fits
nowhere is a slip and costs 1.5, a new start costs what its evidence leaves: little where the references before
it start again too, much where nothing does. A single wrong label is therefore never taken for a new chapter,
and a new chapter never for a wrong label. O(n): at most `_LOOK_BACK` predecessors are tried for each label.
"""

from collections.abc import Callable, Sequence

SLIP = 1.5
_TWICE = 1.0
_SKIPPED = 0.5
_MOST_SKIPPED = 2.0
_LOOK_BACK = 4


def restarts(values: Sequence[int], cost_of_restart: Callable[[int], float]) -> list[int]:
    """Indices at which the numbering starts again, the first stretch's 0 included.

    `cost_of_restart(i)` says how unlikely a new start at label `i` is, apart from its value.
    """
    if not values:
        return []
    costs: list[float] = []
    came_from: list[tuple[int, bool]] = []
    for index, value in enumerate(values):
        best, origin = index * SLIP, (-1, False)
        for previous in range(max(index - _LOOK_BACK, 0), index):
            slips = (index - previous - 1) * SLIP
            step, restart = _step(values[previous], value, index, cost_of_restart)
            if costs[previous] + slips + step < best:
                best, origin = costs[previous] + slips + step, (previous, restart)
        costs.append(best)
        came_from.append(origin)
    last = len(values)
    index = min(range(max(last - _LOOK_BACK, 0), last), key=lambda i: costs[i] + (last - 1 - i) * SLIP)
    cuts = []
    while index >= 0:
        previous, restart = came_from[index]
        if restart:
            cuts.append(index)
        index = previous
    return [0, *reversed(cuts)]


def _step(before: int, value: int, index: int, cost_of_restart: Callable[[int], float]) -> tuple[float, bool]:
    """The cost of going from one label to the next, and whether that is a new start."""
    if value == before + 1:
        return 0.0, False
    if value > before:
        return min(_MOST_SKIPPED, _SKIPPED * (value - before - 1)), False
    stay = _TWICE if value == before else SLIP
    start = cost_of_restart(index) + min(_MOST_SKIPPED, _SKIPPED * (value - 1))
    return (start, True) if start < stay else (stay, False)
