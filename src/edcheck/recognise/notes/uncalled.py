"""The count of notes that nothing has to call: `<note n="3">` stands where it belongs and is numbered, too.

There is no second sequence to compare them with, so the numbers are held against themselves: the longest chain
that counts upwards is right, and what stands outside it is doubled, out of its turn, or misnumbered. Where a count
begins again is inferred as elsewhere; a page or a heading between two notes speaks for it. Where the numbers are
sparse, or many of them fall out of the chain, they are no count, and nothing is said.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from edcheck.model import Document, NoteElement, Repair, Scope
from edcheck.patterns import lazy_pattern
from edcheck.recognise.alignment import Key, label_distance, longest_increasing
from edcheck.recognise.notes.labels import SYMBOLS
from edcheck.recognise.notes.scopes import restarts
from edcheck.records import dataclass
from edcheck.text import Extent

_FEWEST = 5
"""Notes that make a count."""
_ODD = 0.1
"""Share of the notes that may stand outside the chain."""
_DENSE = 0.7
"""Share of the numbers between first and last that must be there."""
_STEPS = 3
"""Times that a number follows the one before it, for each contradiction."""
_FAR = 3
"""Numbers by which the last note may be ahead of the others."""
_HABIT, _TIMES = 0.7, 3
"""Share of the falling numbers that begin again at 1, and how many, that make this a habit."""
_EXPECTED, _AT_BOUNDARY, _UNSUPPORTED = 0.2, 0.8, 2.5
_PIECE = lazy_pattern(r"\s(?:part|prev|next)\s*=")
"""Attributes of a note that is printed in several pieces."""
_WHY = "the numbers of the notes count on from one to the next"


@dataclass(slots=True)
class _Counted:
    """A note of a count: its index in the document, its number, where it stands in the running text."""

    note: int
    key: Key
    at: int
    element: NoteElement


def explain_uncalled(
    document: Document, members: Sequence[tuple[int, NoteElement]], labels: Collection[str]
) -> None:
    """Add to the alignment what contradicts itself in the numbers of notes that need no references.

    `members` are such notes with their indices in the order of the source, `labels` those of all other notes:
    their numbers are not missing. Notes of several groups are counted together if they are numbered so.
    """
    for kind in ("arabic", "letter", "symbol"):
        found = [
            _Counted(index, key, element.at if element.at is not None else element.extent.start, element)
            for index, element in members
            if document.notes[index].label.kind == kind and (key := _key(document, index)) is not None
        ]
        if kind == "symbol":
            found = _in_cycle(document, found)
        if len(found) < _FEWEST or _explain(document, found, labels):
            continue
        for group in dict.fromkeys(one.element.group for one in found):
            alike = [one for one in found if one.element.group == group]
            if _FEWEST <= len(alike) < len(found):
                _explain(document, alike, labels)


def _key(document: Document, index: int) -> Key | None:
    label = document.notes[index].label
    return Key(label.value, label.suffix) if label.value else None


def _in_cycle(document: Document, found: list[_Counted]) -> list[_Counted]:
    """Number symbols by their cycle, or, where all are asterisks, by how many these are."""
    texts = [document.notes[one.note].label.text for one in found]
    if all(set(text) == {"*"} for text in texts):
        for one, text in zip(found, texts, strict=True):
            one.key = Key(len(text))
    return found


def _explain(document: Document, found: list[_Counted], labels: Collection[str]) -> bool:
    """Explain one count; False where the numbers are none."""
    parts = _parts(document, found)
    cuts = restarts([one.key.value for one in found], _cost(found, parts)) or [0]
    scopes = [found[low:high] for low, high in pairwise([*cuts, len(found)])]
    chains = [_chain(scope) for scope in scopes]
    linked = [[scope[at].key.value for at in chain] for scope, chain in zip(scopes, chains, strict=True)]
    odd = len(found) - sum(map(len, chains))
    jumps = sum(after > before + 1 for values in linked for before, after in pairwise(values))
    reach = sum(values[-1] - values[0] + 1 for values in linked)
    followed = len(found) - odd - len(scopes)
    loose = sum(parts[cut] == parts[cut - 1] for cut in cuts[1:])
    most = max(1, int(_ODD * len(found)))
    if max(odd, jumps) > most or followed < max(_STEPS * max(odd, jumps), 2 * loose):
        return False
    if len(found) - odd < _DENSE * reach:
        return False
    for scope, chain in zip(scopes, chains, strict=True):
        count = _Count(document, scope, chain, labels)
        document.alignment.repairs += count.repairs()
    return True


def _chain(scope: list[_Counted]) -> list[int]:
    """The places of the longest chain of numbers that count upwards; of two equal ones that which fits, or the
    earlier."""
    chosen: dict[Key, int] = {}
    for at, one in enumerate(scope):
        if one.key not in chosen or _fit(scope, at) > _fit(scope, chosen[one.key]):
            chosen[one.key] = at
    ranks = {key: rank for rank, key in enumerate(sorted(chosen))}
    chain = [at for at, _ in longest_increasing([(at, ranks[scope[at].key]) for at in sorted(chosen.values())])]
    if len(chain) > 1 and scope[chain[-1]].key.value - scope[chain[-2]].key.value > _FAR:
        chain.pop()
    return chain


def _fit(scope: list[_Counted], at: int) -> int:
    """On how many sides a number counts on."""
    value = scope[at].key.value
    before = at > 0 and scope[at - 1].key.value == value - 1
    return before + (at + 1 < len(scope) and scope[at + 1].key.value == value + 1)


def _parts(document: Document, found: list[_Counted]) -> list[int]:
    """For each note how many pages and headings it has before it."""
    edges = sorted(
        [one.at for one in document.markup.breaks if one.kind == "page"]
        + [block.extent.start for block in document.blocks if block.kind == "heading"]
    )
    return [bisect_right(edges, one.at) for one in found]


def _cost(found: list[_Counted], parts: list[int]) -> Callable[[int], float]:
    """How unlikely a new start at each note is, apart from its number."""
    falls = [
        (after.key.value, parts[at] != parts[at + 1])
        for at, (before, after) in enumerate(pairwise(found))
        if after.key <= before.key
    ]
    at_edges = [value for value, edge in falls if edge]
    habit = len(at_edges) >= _TIMES and at_edges.count(1) >= _HABIT * len(at_edges)
    loose = [value for value, edge in falls if not edge]
    anywhere = len(loose) >= _TIMES and loose.count(1) >= _HABIT * len(loose)

    def cost(index: int) -> float:
        if index and parts[index] != parts[index - 1]:
            return _EXPECTED if habit else _AT_BOUNDARY
        return _AT_BOUNDARY if anywhere and found[index].key.value == 1 else _UNSUPPORTED

    return cost


class _Count:
    """One stretch of numbers without a new start, and what contradicts itself in it."""

    def __init__(
        self, document: Document, scope: list[_Counted], chain: list[int], labels: Collection[str]
    ) -> None:
        self.document, self.scope, self.chain = document, scope, chain
        self.number = len(document.scopes)
        self.right = {scope[at].key: at for at in chain}
        self.present = {one.key.value for one in scope} | {int(label) for label in labels if label.isdecimal()}
        places = [document.notes[one.note].marker for one in scope]
        for one in scope:
            document.notes[one.note].scope = self.number
        document.scopes.append(Scope(Extent(places[0].start, places[-1].end), False, _WHY))

    def repairs(self) -> list[Repair]:
        """What the numbers outside the chain, and those that it lacks, come from."""
        found: list[Repair] = []
        for low, high in pairwise([-1, *self.chain, len(self.scope)]):
            first = self.scope[low].key.value + 1 if low >= 0 else self.scope[high].key.value - 1
            inside = low >= 0 and high < len(self.scope)
            end = self.scope[high].key.value if inside else first + (first > 0)
            lost = [value for value in range(first, end) if value not in self.present]
            if high - low == 2 and len(lost) == 1 and self._is_slip(low + 1, lost[0], inside):
                found.append(self._misnumbered(low + 1, lost[0]))
                continue
            found += [repair for at in range(low + 1, high) for repair in self._odd(at)]
            if inside and lost:
                label = str(lost[0]) if len(lost) == 1 else f"{lost[0]}–{lost[-1]}"
                note = self.scope[low].note
                found.append(Repair("gap", note, None, label, 2.4, 0.8, scope=self.number))
        return found

    def _is_slip(self, at: int, waiting: int, inside: bool) -> bool:
        """Whether a number stands for the one that is waited for in its place; at an end it must look like it."""
        key = self.scope[at].key
        return inside or (key not in self.right and label_distance(key, Key(waiting)) == 0)

    def _misnumbered(self, at: int, waiting: int) -> Repair:
        one = self.scope[at]
        twins = (self.scope[self.right[one.key]].note,) if one.key in self.right else ()
        label = self._written(one, waiting)
        return Repair("relabel-note", one.note, None, label, 1.0, 0.9, twins, scope=self.number)

    def _written(self, one: _Counted, value: int) -> str:
        """A number as the notes of its kind write theirs."""
        label = self.document.notes[one.note].label
        if label.kind == "letter":
            return chr(ord("A" if label.text.isupper() else "a") + value - 1)
        if label.kind == "symbol":
            return "*" * value if set(label.text) == {"*"} else SYMBOLS[(value - 1) % len(SYMBOLS)]
        return str(value)

    def _odd(self, at: int) -> Iterator[Repair]:
        """A note that bears another's number, or stands out of its turn."""
        one = self.scope[at]
        text = self.document.notes[one.note].label.text
        if one.key not in self.right:
            yield Repair("note-moved", one.note, None, text, 1.5, 0.7, scope=self.number)
        elif not _PIECE.search(self.document.source.text, *one.element.tag):
            twin = (self.scope[self.right[one.key]].note,)
            yield Repair("duplicate-note", one.note, None, text, 1.2, 0.85, twin, scope=self.number)
