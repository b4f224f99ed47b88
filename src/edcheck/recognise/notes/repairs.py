"""Repairs: the alignment's steps as causes, each once, with the objects that show it."""

import re
from collections import defaultdict
from itertools import pairwise

from edcheck.model import Apparatus, Document, Repair
from edcheck.model.note import RepairKind
from edcheck.recognise.alignment import Explanation, Key, align, wrong_side
from edcheck.recognise.notes.exchanges import with_exchanges, without_exchanges
from edcheck.recognise.notes.misnomers import anchor_number, misnomers_among
from edcheck.recognise.notes.numbering import Count, order_nested
from edcheck.recognise.notes.recovery import recover

_DENSE = 0.7
"""Share of the numbers between first and last that must be there before a missing one is a gap."""
_ORDERLY = 0.8
_TWINS = 4
"""Others of the same label that a repair names."""


def explain(apparatus: Apparatus, count: Count, linked: dict[int, list[int]], ordered: bool = True) -> None:
    """Align one count and add its pairs and repairs to the alignment of the apparatus.

    Where the numbers are not `ordered`, since they are only names (`[^7]`), it is no fault that they run backwards
    or leave one out.
    """
    if ordered:
        order_nested(apparatus, count)
    references = [_key(apparatus.references[index].label) for index in count.references]
    notes = [_key(apparatus.notes[index].label) for index in count.notes]
    placeholders = frozenset(i for i, index in enumerate(count.notes) if apparatus.notes[index].placeholder)
    explanation = align(
        references,
        notes,
        placeholders,
        lambda i, j: count.notes[j] in linked.get(count.references[i], ()),
    )
    if not ordered:
        explanation = without_exchanges(explanation, references, notes)
    pairs = explanation.pairs
    apparatus.alignment.pairs += [(count.references[i], count.notes[j]) for i, j in pairs]
    repairs = with_exchanges(apparatus, _relabellings(apparatus, count, references, notes, explanation))
    # What calls or answers a label that a slip has hidden calls or answers the pair of that slip.
    hidden = {repair.label: repair.note for repair in repairs if repair.note is not None}
    places = {note: j for j, note in enumerate(count.notes)}
    renamed = {key: places[hidden[_text(key)]] for key in references if _text(key) in hidden}
    lost, repeats = _leftovers(apparatus, count, references, notes, explanation, renamed)
    repairs += lost
    apparatus.alignment.pairs += repeats
    if ordered:
        misnomers = misnomers_among(apparatus, count, references, notes, pairs)
        apparatus.alignment.misnomers += misnomers
        odd = {misnomer.note for misnomer in misnomers}
        repairs += _disorder(count, references, notes, [(i, j) for i, j in pairs if count.notes[j] not in odd])
        if isinstance(apparatus, Document):
            repairs = recover(apparatus, count, repairs)
        repairs += _gaps(count, references, notes, repairs, {misnomer.number for misnomer in misnomers})
    apparatus.alignment.repairs += repairs


def _key(label: object) -> Key:
    return Key(getattr(label, "value", None) or 0, getattr(label, "suffix", ""))


def _text(key: Key) -> str:
    return f"{key.value}{key.suffix}"


def _relabellings(
    apparatus: Apparatus, count: Count, references: list[Key], notes: list[Key], explanation: Explanation
) -> list[Repair]:
    pairs = explanation.pairs
    position = {pair: index for index, pair in enumerate(pairs)}
    costs = {(s.reference, s.note): s.cost for s in explanation.steps if s.edit == "relabel"}
    repairs = []
    called, borne = _places(references), _places(notes)
    for (i, j), cost in costs.items():
        if i is None or j is None:
            continue
        side, confidence = wrong_side(references, notes, pairs, position[i, j], count.first)
        anchor = anchor_number(apparatus, count.references[i], count.notes[j])
        if confidence < 0.95 and anchor in (references[i].value, notes[j].value):
            side, confidence = ("note", 0.95) if anchor == references[i].value else ("reference", 0.95)
        right = references[i] if side == "note" else notes[j]
        wrong = notes[j] if side == "note" else references[i]
        repairs.append(
            Repair(
                "relabel-note" if side == "note" else "relabel-reference",
                count.notes[j],
                count.references[i],
                _text(right),
                cost,
                confidence,
                tuple(count.notes[k] for k in borne[wrong][:_TWINS] if k != j),
                tuple(count.references[k] for k in called[wrong][:_TWINS] if k != i),
                scope=count.scope,
            )
        )
    return repairs


def _places(keys: list[Key]) -> defaultdict[Key, list[int]]:
    """Where each label stands."""
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places


def _leftovers(
    apparatus: Apparatus,
    count: Count,
    references: list[Key],
    notes: list[Key],
    explanation: Explanation,
    renamed: dict[Key, int],
) -> tuple[list[Repair], list[tuple[int, int]]]:
    """Losses, duplicates, things in the wrong place, and the pairs of repeated references.

    `renamed` maps labels that a slip has hidden to the notes that should bear them.
    """
    answered = renamed | {notes[j]: j for i, j in explanation.pairs if references[i] == notes[j]}
    uncalled = [s.note for s in explanation.steps if s.edit == "missing-reference" and s.note is not None]
    lone = {notes[j]: j for j in uncalled}
    repairs: list[Repair] = []
    repeats: list[tuple[int, int]] = []
    orphans: dict[Key, list[int]] = {}
    for step in explanation.steps:
        if step.edit not in ("missing-note", "repeat") or step.reference is None:
            continue
        i, key = step.reference, references[step.reference]
        if key in answered:
            repeats.append((count.references[i], count.notes[answered[key]]))
        elif key in lone:
            j = answered[key] = lone.pop(key)
            apparatus.alignment.pairs.append((count.references[i], count.notes[j]))
            kind = _which_moved(references, notes, i, j)
            repairs.append(
                Repair(kind, count.notes[j], count.references[i], _text(key), 1.5, 0.85, scope=count.scope)
            )
        else:
            orphans.setdefault(key, []).append(i)
    repairs += [_orphan(count, key, places) for key, places in orphans.items()]
    repairs += _twins(count, references, notes, explanation.pairs)
    borne = _places(notes)
    for j in uncalled:
        repairs += _lone_note(count, borne[notes[j]], notes[j], j, lone, answered)
    return repairs, repeats


def _orphan(count: Count, key: Key, places: list[int]) -> Repair:
    """A label that is called, perhaps more than once, and answered by no note."""
    first, *again = (count.references[i] for i in places)
    return Repair("missing-note", None, first, _text(key), 1.2, 0.9, (), tuple(again), scope=count.scope)


def _twins(count: Count, references: list[Key], notes: list[Key], pairs: list[tuple[int, int]]) -> list[Repair]:
    """Notes that are called by a label which another note that is called bears as well."""
    taken: dict[Key, int] = {}
    return [
        Repair(
            "duplicate-note",
            count.notes[j],
            None,
            _text(notes[j]),
            1.2,
            0.8,
            (count.notes[taken[notes[j]]],),
            scope=count.scope,
        )
        for i, j in pairs
        if references[i] == notes[j] and taken.setdefault(notes[j], j) != j
    ]


def _lone_note(
    count: Count, bearers: list[int], key: Key, j: int, lone: dict[Key, int], answered: dict[Key, int]
) -> list[Repair]:
    """A note that nothing calls; `bearers` are all notes of its label."""
    twins = tuple(count.notes[k] for k in bearers[:_TWINS] if k != j)
    if twins:
        if key not in answered and lone.get(key) != j:
            return []
        return [Repair("duplicate-note", count.notes[j], None, _text(key), 1.2, 0.9, twins, scope=count.scope)]
    if answered.get(key) == j:
        return []
    return [Repair("missing-reference", count.notes[j], None, _text(key), 1.2, 0.9, scope=count.scope)]


def _which_moved(references: list[Key], notes: list[Key], i: int, j: int) -> RepairKind:
    """A label stands in different places on the two sides: the side whose order it breaks is the wrong one."""
    note_breaks = (j > 0 and notes[j - 1] > notes[j]) or (j + 1 < len(notes) and notes[j] > notes[j + 1])
    return "note-moved" if note_breaks else "reference-moved"


def _disorder(count: Count, references: list[Key], notes: list[Key], pairs: list[tuple[int, int]]) -> list[Repair]:
    """Labels that agree on both sides and still run backwards, where the count otherwise runs forwards."""
    exact = [(i, j) for i, j in pairs if references[i] == notes[j]]
    falls = [
        b
        for a, b, c in zip(exact, exact[1:], [*exact[2:], None], strict=False)
        if notes[b[1]] < notes[a[1]] and (c is None or notes[c[1]] > notes[b[1]])
    ]
    if not falls or len(falls) > (1 - _ORDERLY) * len(exact):
        return []
    return [
        Repair("note-moved", count.notes[j], count.references[i], _text(notes[j]), 1.5, 0.7, scope=count.scope)
        for i, j in falls
    ]


def _gaps(
    count: Count, references: list[Key], notes: list[Key], repairs: list[Repair], explained: set[int]
) -> list[Repair]:
    """Numbers that stand on neither side although their neighbours do, and that nothing else explains."""
    present = {key.value for key in notes} | {key.value for key in references}
    present |= {int(match[1]) for repair in repairs if (match := re.match(r"(\d+)", repair.label))}
    relabelled = {repair.note for repair in repairs if repair.kind == "relabel-note"}
    by_value = {key.value: i for i, key in enumerate(notes) if count.notes[i] not in relabelled}
    values = sorted(by_value)
    if len(values) < 4 or len(values) < _DENSE * (values[-1] - values[0] + 1):
        return []
    present |= explained
    gaps = []
    for before, after in pairwise(values):
        lost = [value for value in range(before + 1, after) if value not in present]
        if lost:
            label = str(lost[0]) if len(lost) == 1 else f"{lost[0]}–{lost[-1]}"
            gaps.append(Repair("gap", count.notes[by_value[before]], None, label, 2.4, 0.8, scope=count.scope))
    return gaps
