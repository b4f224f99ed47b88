"""The number of a reference is wrong: one changed label explains all that looks broken.

The note that should be called here is called by nobody, and the number that stands here belongs to another
note or to none. Compare the passage with the note that waits to be called; then correct the number.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind != "relabel-reference" or repair.note is None or repair.reference is None:
            continue
        note, reference = apparatus.notes[repair.note], apparatus.references[repair.reference]
        twins = [
            (apparatus.references[index].place, f"where {reference.label.text} is called too")
            for index in repair.other_references
        ]
        yield Draft(
            "misnumbered",
            reference.label_place,
            {"label": reference.label.text, "right": repair.label},
            ((note.place, f"the note that nothing calls, number {repair.label}"), *twins[:3]),
            (f"note {repair.label} is called nowhere else",),
            (apparatus.fix(f"call note {repair.label}", reference.label_place, repair.label, "unsafe"),),
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/misnumbered-reference",
    severity="error",
    doc=__doc__,
    messages={"misnumbered": "this reference says {label} and must say {right}"},
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            "The mayor wept. [1] The bells rang. [«3»] The crowd went home. [3]\n\n1. So his clerk.\n\n"
            "2. All six of them.\n\n3. Before noon.",
            fixed="The mayor wept. [1] The bells rang. [2] The crowd went home. [3]\n\n1. So his clerk.\n\n"
            "2. All six of them.\n\n3. Before noon.",
        ),
        Bad("Ice. [11] Fog. [«21»] Thaw. [13]\n\n[11] In the bay.\n\n[12] On the hills.\n\n[13] In the streets."),
    ),
    good=(
        Good("One. [1] Two. [2]\n\n1. First.\n\n2. Second."),
        Good(
            "One. [1] Two. [2] As said before. [1] Three. [3]\n\n1. First.\n\n2. Second.\n\n3. Third.",
            because="two references may call the same note",
        ),
    ),
)
