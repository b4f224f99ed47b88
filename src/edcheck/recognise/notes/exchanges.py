"""Exchanges: relabellings that mend nothing, and notes that have exchanged their numbers.

Where `[^1]` is called twice and `[^2]` is defined twice, a second call of 2 in the place of one of 1 would bring
both counts into step. But a note may be called again, and a second definition is a fault of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from edcheck.model import Apparatus, Repair
from edcheck.recognise.alignment import Explanation, Key, Step


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
