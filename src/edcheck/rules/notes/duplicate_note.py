"""Two notes bear the same number, and no single slip explains it.

Neither of the two can be given a number that a reference waits for: one note stands twice, or one has lost its
reference too. Compare both with the passage that calls the number; delete the double or restore the reference.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind != "duplicate-note" or repair.note is None:
            continue
        note = apparatus.notes[repair.note]
        yield Draft(
            "duplicate",
            note.label_place,
            {"label": note.label.text},
            tuple(
                (apparatus.notes[twin].place, f"the other note {note.label.text}") for twin in repair.other_notes
            ),
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/duplicate-note",
    severity="error",
    doc=__doc__,
    messages={"duplicate": "there are two notes {label}, and no reference waits for another number"},
    check=check,
    scope="apparatus",
    bad=(
        Bad("Sails. [1] Oars. [2] Steam. [3]\n\n1. Of hemp.\n\n2. Of ash.\n\n«2». Of oak.\n\n3. From coal."),
        Bad(
            '<p>A<note n="1">One.</note> B<note n="2">Two.</note> C<note n="«2»">Also two.</note> '
            'D<note n="3">Three.</note> E<note n="4">Four.</note> F<note n="5">Five.</note></p>',
            format="tei",
        ),
    ),
    good=(
        Good("Sails. [1] Oars. [2]\n\n1. Of hemp.\n\n2. Of ash."),
        Good(
            "Sails. [1]\n\n[1] Of hemp.\n\nThe fleet sailed in spring and was seen no more that year.\n\n"
            "Oars. [1]\n\n[1] Of ash.",
            because="the count starts again: each page has its own note 1",
        ),
        Good(
            '<p>A<note n="1">One.</note> B<note n="2">Two.</note></p><pb/><p>C<note n="1">One.</note> '
            'D<note n="2">Two.</note> E<note n="3">Three.</note></p><pb/><p>F<note n="1">One.</note></p>',
            because="each page counts from 1",
            format="tei",
        ),
        Good(
            '<p>A<note n="1">One.</note> B<note n="2">Two</note></p><pb/><p><note n="2" prev="#n2">and so on.'
            '</note> C<note n="3">Three.</note> D<note n="4">Four.</note> E<note n="5">Five.</note></p>',
            because="a note that runs over a page is printed in two pieces",
            format="tei",
        ),
    ),
)
