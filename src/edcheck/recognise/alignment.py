r"""The alignment of references and notes: from a chain of symptoms to one cause with the smallest repair.

**The problem.** Within one scope of one series, let `R = r1 … rm` be the labels of the references and
`D = d1 … dn` those of the notes, each in the order of the text. In a sound edition every label of `R` has one
note and every note a reference, in the same order. A single slip breaks this in several places at once: if
the second `77.` should be `78.`, then 77 stands twice, 78 is called and not answered, and the last note is
called by nobody. We look for the *cheapest explanation*: an alignment of the two sequences whose edits are

===================  ======================================================================  ==============
edit                 meaning                                                                 cost
===================  ======================================================================  ==============
match                `ri = dj`                                                               0
relabel              `ri` and `dj` belong together and one of the two labels is wrong        1 + distance
missing note         nothing answers `ri`                                                    1.2
missing reference    nothing calls `dj`                                                      1.2
repeat               `ri` calls again a note that is called elsewhere                        0.1, or 0.6 for
                                                                                             the first call
placeholder          `dj` says of itself that it is omitted in the source                    0
===================  ======================================================================  ==============

The distance of two labels is 0 for a slip of one digit, one digit lost or added, two digits exchanged, or a
neighbour's number; 0.6 for two digits; 1.6 beyond that, so that two labels with nothing in common are rather
two losses (2.4) than one slip (2.6). Where the markup links the two to each other, one label *is* wrong, and
the cost is halved.

**Why the repair is minimal.** For fixed `R` and `D` the costs are additive along the alignment, so the
cheapest path through the grid of prefixes, `C[i][j] = min(C[i-1][j-1] + pair(i, j), C[i-1][j] + r(i),
C[i][j-1] + d(j))`, is found exactly by dynamic programming: by induction every `C[i][j]` is the cost of the
cheapest explanation of the first `i` references and `j` notes. A relabelling costs less than the two losses
it replaces and more than one loss, so a slip is never explained as two faults nor a lost note as a slip.

**Why it is fast.** The grid is never filled. A label that occurs exactly once in `R` and once in `D` is a
*candidate anchor*; the longest chain of candidates that increases on both sides (a longest increasing
subsequence, O(k log k)) holds every label that nothing contradicts. A single slip cannot forge an anchor, for
its label would stand twice on its side or not at all on the other; several slips together can, but to draw a
far label into the chain would cost the chain all the anchors that it crosses, so a forged anchor lies close to
the damage. Therefore an anchor is trusted only if the `_RIGID` pairs before and behind it are anchors without
a gap; the others are opened again. The grid is filled only between trusted anchors, in windows as small as
the damage and its rim: O(n log n) for `n` labels, plus the sum of the windows' areas. Within its window the
explanation is minimal without condition. A window that is larger than `_WINDOW` cells (whole chapters lost, or
series mixed up) is not a slip that could be named; there, equal labels are matched in order and the rest
counts as lost.

**Which side is wrong.** A relabelling says that two labels should be one, not which. The label that breaks
the order of its own side, or stands twice there, is the wrong one; if both or neither do, the label that
continues the count from its predecessor is right.

**Afterwards** two leftovers with the same label, one on each side, are one thing in the wrong place, not a
lost note and a lost reference; a leftover note whose label is answered already is a duplicate.

The alignment knows labels only: no text, no markup, no verdict.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from edcheck.records import NamedTuple, dataclass, field

MISSING = 1.2
REPEAT = 0.1
_FIRST_REPEAT = 0.6
_FAR = 1.6
_TWO_DIGITS = 0.6
_WINDOW = 250_000
_RIGID = 3

Edit = Literal["match", "relabel", "missing-note", "missing-reference", "repeat", "placeholder"]


class Key(NamedTuple):
    """A label as the alignment compares it: its number and what follows the number."""

    value: int
    suffix: str = ""


class Step(NamedTuple):
    """One edit of the explanation: `reference` and `note` are indices into the two sequences."""

    edit: Edit
    reference: int | None
    note: int | None
    cost: float


@dataclass(slots=True)
class Explanation:
    """The cheapest explanation: its steps in order and their total cost."""

    steps: list[Step] = field(default_factory=list)

    @property
    def cost(self) -> float:
        """The sum of the steps' costs."""
        return sum(step.cost for step in self.steps)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """(reference, note) of all steps that pair two."""
        return [(s.reference, s.note) for s in self.steps if s.reference is not None and s.note is not None]


Linked = Callable[[int, int], bool]


def align(
    references: Sequence[Key],
    notes: Sequence[Key],
    placeholders: frozenset[int] = frozenset(),
    linked: Linked = lambda reference, note: False,
) -> Explanation:
    """Explain two label sequences at least cost.

    `placeholders` are indices of notes that declare themselves omitted; `linked(i, j)` tells whether the
    markup links reference `i` and note `j` to each other. The steps cover every reference and every note
    exactly once, in order.
    """
    explanation = Explanation()
    grid = _Grid(references, notes, placeholders, linked)
    last_reference = last_note = 0
    trusted = _trusted(anchors(references, notes), len(references), len(notes))
    for reference, note in [*trusted, (len(references), len(notes))]:
        explanation.steps += grid.window(last_reference, reference, last_note, note)
        if reference < len(references):
            explanation.steps.append(Step("match", reference, note, 0.0))
        last_reference, last_note = reference + 1, note + 1
    return explanation


def anchors(references: Sequence[Key], notes: Sequence[Key]) -> list[tuple[int, int]]:
    """The longest chain of labels that occur once on each side and in the same order on both."""
    once_called = {key for key, count in Counter(references).items() if count == 1}
    counts = Counter(notes)
    place = {key: index for index, key in enumerate(notes) if counts[key] == 1 and key in once_called}
    candidates = [(index, place[key]) for index, key in enumerate(references) if key in place]
    return longest_increasing(candidates)


def _trusted(chain: list[tuple[int, int]], rows: int, columns: int) -> list[tuple[int, int]]:
    """The anchors that no gap comes near: `_RIGID` neighbours on either side follow without a break."""
    ends = [(-1, -1), *chain, (rows, columns)]
    breaks = [index for index, (a, b) in enumerate(pairwise(ends)) if b[0] - a[0] != 1 or b[1] - a[1] != 1]
    opened = {index for gap in breaks for index in range(gap - _RIGID, gap + _RIGID)}
    return [anchor for index, anchor in enumerate(chain) if index not in opened]


def longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members increase, by patience sorting in O(k log k)."""
    tops: list[int] = []
    top_pair: list[int] = []
    before: list[int] = []
    for index, (_, note) in enumerate(pairs):
        pile = bisect_left(tops, note)
        before.append(top_pair[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(note)
            top_pair.append(index)
        else:
            tops[pile], top_pair[pile] = note, index
    chain: list[tuple[int, int]] = []
    index = top_pair[-1] if top_pair else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def label_distance(a: Key, b: Key) -> float:
    """How unlike a slip of one label for the other is: 0 for a usual slip, up to 1.6 for unrelated labels."""
    if abs(a.value - b.value) <= 1:
        return 0.0
    left, right = f"{a.value}{a.suffix}", f"{b.value}{b.suffix}"
    edits = _edit_distance(left, right)
    if edits <= 1:
        return 0.0
    return _TWO_DIGITS if edits == 2 and min(len(left), len(right)) > 2 else _FAR


def _edit_distance(a: str, b: str) -> int:
    """Optimal string alignment: substitutions, insertions, deletions and swaps of neighbours."""
    above: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        two_above, above, row = above, row, [i]
        for j, right in enumerate(b, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, two_above[j - 2] + 1)
            row.append(best)
    return row[-1]


class _Grid:
    """The costs of all edits, and the cheapest path through any window of the grid."""

    def __init__(
        self, references: Sequence[Key], notes: Sequence[Key], placeholders: frozenset[int], linked: Linked
    ) -> None:
        self.references = references
        self.notes = notes
        self.placeholders = placeholders
        self.linked = linked
        self.answered = set(notes)
        self.first_call = {key: index for index, key in reversed(list(enumerate(references)))}

    def lone_reference(self, index: int) -> Step:
        if self.references[index] in self.answered:
            cost = _FIRST_REPEAT if self.first_call[self.references[index]] == index else REPEAT
            return Step("repeat", index, None, cost)
        return Step("missing-note", index, None, MISSING)

    def lone_note(self, index: int) -> Step:
        if index in self.placeholders:
            return Step("placeholder", None, index, 0.0)
        return Step("missing-reference", None, index, MISSING)

    def pair(self, reference: int, note: int) -> Step:
        a, b = self.references[reference], self.notes[note]
        if a == b:
            return Step("match", reference, note, 0.0)
        cost = 1.0 + label_distance(a, b)
        return Step("relabel", reference, note, cost / 2 if self.linked(reference, note) else cost)

    def window(self, top: int, bottom: int, left: int, right: int) -> list[Step]:
        """The cheapest steps for references `[top, bottom)` and notes `[left, right)`."""
        if top == bottom:
            return [self.lone_note(index) for index in range(left, right)]
        if left == right:
            return [self.lone_reference(index) for index in range(top, bottom)]
        if (bottom - top) * (right - left) > _WINDOW:
            return self._coarse(top, bottom, left, right)
        lone_references = [self.lone_reference(index) for index in range(top, bottom)]
        lone_notes = [self.lone_note(index) for index in range(left, right)]
        costs = [0.0]
        for step in lone_notes:
            costs.append(costs[-1] + step.cost)
        steps: list[list[Step | None]] = [[None, *lone_notes]]
        for i, lone_reference in enumerate(lone_references):
            above, costs, row = costs, [costs[0] + lone_reference.cost], [lone_reference]
            for j, lone_note in enumerate(lone_notes):
                # Of equal costs the first: the earlier of two twins is matched, the later is left over.
                best, step = costs[j] + lone_note.cost, lone_note
                if above[j + 1] + lone_reference.cost < best:
                    best, step = above[j + 1] + lone_reference.cost, lone_reference
                if above[j] < best:
                    pair = self.pair(top + i, left + j)
                    if above[j] + pair.cost < best:
                        best, step = above[j] + pair.cost, pair
                costs.append(best)
                row.append(step)
            steps.append([*row])
        return _trace(steps)

    def _coarse(self, top: int, bottom: int, left: int, right: int) -> list[Step]:
        """Match equal labels in order, greedily; what is left counts as lost."""
        places: defaultdict[Key, list[int]] = defaultdict(list)
        for index in range(left, right):
            places[self.notes[index]].append(index)
        steps: list[Step] = []
        note = left
        for reference in range(top, bottom):
            found = places[self.references[reference]]
            at = bisect_left(found, note)
            if at == len(found):
                steps.append(self.lone_reference(reference))
                continue
            steps += [self.lone_note(index) for index in range(note, found[at])]
            steps.append(Step("match", reference, found[at], 0.0))
            note = found[at] + 1
        return steps + [self.lone_note(index) for index in range(note, right)]


def _trace(steps: list[list[Step | None]]) -> list[Step]:
    path: list[Step] = []
    i, j = len(steps) - 1, len(steps[0]) - 1
    while (step := steps[i][j]) is not None:
        path.append(step)
        i -= step.reference is not None
        j -= step.note is not None
    return path[::-1]


def wrong_side(
    references: Sequence[Key], notes: Sequence[Key], pairs: Sequence[tuple[int, int]], step: int, first: int
) -> tuple[Literal["note", "reference"], float]:
    """Tell which label of the relabelled pair `pairs[step]` is wrong, and how sure that is (0 to 1).

    `pairs` are all pairs of the scope in order; `first` is the label that the scope should begin with.
    """
    reference, note = pairs[step]
    a, b = references[reference], notes[note]
    before = pairs[step - 1] if step else None
    after = pairs[step + 1] if step + 1 < len(pairs) else None
    reference_fits = _fits(a, references, reference, before and before[0], after and after[0])
    note_fits = _fits(b, notes, note, before and before[1], after and after[1])
    if reference_fits != note_fits:
        return ("note", 0.97) if reference_fits else ("reference", 0.97)
    expected = notes[before[1]].value + 1 if before else first
    if (a.value == expected) != (b.value == expected):
        return ("note", 0.9) if a.value == expected else ("reference", 0.9)
    return "note", 0.6


def _fits(key: Key, side: Sequence[Key], index: int, before: int | None, after: int | None) -> bool:
    """Whether a label stands once on its side and in order between its paired neighbours."""
    if (before is not None and side[before] >= key) or (after is not None and key >= side[after]):
        return False
    lower = index - 1
    upper = index + 1
    return not ((lower >= 0 and side[lower] == key) or (upper < len(side) and side[upper] == key))
