"""A reference stands out of the order of its numbers.

A passage was moved with its reference, or two references have exchanged their numbers. Compare with the notes:
if each passage has the note it needs, renumber both; else exchange the two numbers.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind != "reference-moved" or repair.note is None or repair.reference is None:
            continue
        note, reference = apparatus.notes[repair.note], apparatus.references[repair.reference]
        yield Draft(
            "moved",
            reference.label_place,
            {"label": reference.label.text},
            ((note.place, "the note it calls"),),
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/reference-out-of-order",
    severity="warning",
    doc=__doc__,
    messages={"moved": "reference {label} stands out of order"},
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "A. [1] B. [«3»] C. [2] D. [4]\n\n1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four.",
        ),
    ),
    good=(
        Good("A. [1] B. [2] C. [3]\n\n1. One.\n\n2. Two.\n\n3. Three."),
        Good(
            "A. [1] B. [2] C. [1] D. [3]\n\n1. One.\n\n2. Two.\n\n3. Three.",
            because="a repeated reference does not break the order",
        ),
    ),
)
