"""Exchanges: relabellings that mend nothing, and notes that have exchanged their numbers or places.

Where `[^1]` is called twice and `[^2]` is defined twice, a second call of 2 in the place of one of 1 would bring
both counts into step. But a note may be called again, and a second definition is a fault of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edcheck.model import Apparatus, Repair
from edcheck.recognise.alignment import Explanation, Key, Step

_RISING = 5
"""Notes that must stand in the order of their numbers, so that two which do not have changed places."""


def exchanged_in_list(apparatus: Apparatus, notes: Sequence[int], scope: int) -> Iterator[Repair]:
    """Two neighbours that stand in each other's place in a list of notes, all others of which rise.

    For formats that show the numbers as they are written, though they find the notes by them.
    """
    values = [apparatus.notes[note].label.value or 0 for note in notes]
    falls = [place for place in range(1, len(values)) if values[place] <= values[place - 1]]
    if len(falls) != 1 or len(values) < _RISING + 2:
        return
    [fall] = falls
    if any(repair.note in notes for repair in apparatus.alignment.repairs):
        return  # one of them is misnumbered
    before, after = values[: fall - 1], values[fall + 1 :]
    if max(before, default=0) < values[fall] < values[fall - 1] < min(after, default=values[fall - 1] + 1):
        label = apparatus.notes[notes[fall]].label.text
        yield Repair("note-moved", notes[fall], None, label, 1.5, 0.7, scope=scope)


def without_exchanges(explanation: Explanation, references: Sequence[Key], notes: Sequence[Key]) -> Explanation:
    """The explanation with a repeated call and a doubled note instead of each such relabelling."""
    settled = {references[i] for i, j in explanation.pairs if references[i] == notes[j]}
    steps: list[Step] = []
    for step in explanation.steps:
        i, j = step.reference, step.note
        if step.edit == "relabel" and i is not None and j is not None and {references[i], notes[j]} <= settled:
            steps += [Step("repeat", i, None, 0.0), Step("missing-reference", None, j, step.cost)]
        else:
            steps.append(step)
    return Explanation(steps)


def with_exchanges(apparatus: Apparatus, repairs: list[Repair]) -> list[Repair]:
    """The repairs, each of two that give two notes each other's number naming the other's note."""
    wanted = {
        (repair.label, apparatus.notes[repair.note].label.text): repair.note
        for repair in repairs
        if repair.kind == "relabel-note" and repair.note is not None
    }
    return [
        replace(repair, exchanged=other)
        if repair.kind == "relabel-note"
        and repair.note is not None
        and (other := wanted.get((apparatus.notes[repair.note].label.text, repair.label))) is not None
        else repair
        for repair in repairs
    ]
