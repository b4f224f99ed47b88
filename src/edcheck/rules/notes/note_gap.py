"""A number is missing from the notes and from the references alike.

Reference and note were lost together, often with the paragraph that held the reference. Look in the source
around the neighbouring numbers. If the source itself skips the number, say so in a note of its own.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule

_UNUSED = frozenset(map(" abcdefghijklmnopqrstuvwxyz".index, "jkvwxy"))
"""Letters that series of notes leave out: Italian has none of them, Latin no `j` and no `w`."""


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind == "gap" and repair.note is not None:
            note = apparatus.notes[repair.note]
            if note.label.kind == "letter" and _UNUSED.issuperset(map(int, repair.label.split("–"))):
                continue
            yield Draft(
                "several" if "–" in repair.label else "one",
                note.label_place,
                {"label": repair.label, "before": note.label.text},
                confidence=repair.confidence,
            )


rule = Rule(
    id="notes/note-gap",
    severity="warning",
    doc=__doc__,
    messages={
        "one": "after note {before} the number {label} is missing, here and in the text",
        "several": "after note {before} the numbers {label} are missing, here and in the text",
    },
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "A. [1] B. [2] C. [3] D. [5] E. [6]\n\n1. One.\n\n2. Two.\n\n«3». Three.\n\n5. Five.\n\n6. Six.",
        ),
        Bad(
            '<p>A<note n="1">One.</note> B<note n="2">Two.</note> C<note n="«3»">Three.</note> '
            'E<note n="5">Five.</note> F<note n="6">Six.</note> G<note n="7">Seven.</note></p>',
            format="tei",
        ),
    ),
    good=(
        Good("A. [1] B. [2] C. [3] D. [4]\n\n1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four."),
        Good(
            "A. [1] B. [2] C. [4] D. [5]\n\n1. One.\n\n2. Two.\n\n3. Note 3 is missing in the original.\n\n"
            "4. Four.\n\n5. Five.",
            because="the omission is declared",
        ),
        Good(
            "".join(f"A clause. [{letter}] " for letter in "abcdefghilmno")
            + "".join(f"\n\n[{letter}] A note." for letter in "abcdefghilmno"),
            because="the alphabet of Italian has no j and no k",
        ),
        Good(
            "A. [73] B. [74] C. [75] D. [76]\n\n73. One.\n\n74. Two.\n\n75. Three.\n\n76. Four.",
            because="the count goes on from an earlier file",
        ),
        Good(
            '<p>A<note n="3">One.</note> B<note n="7">Two.</note> C<note n="8">Three.</note> '
            'E<note n="15">Five.</note> F<note n="21">Six.</note> G<note n="30">Seven.</note></p>',
            because="the numbers are those of the lines",
            format="tei",
        ),
    ),
)
