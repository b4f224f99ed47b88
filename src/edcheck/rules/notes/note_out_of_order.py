"""A note stands out of the order of its numbers.

Notes were keyed or pasted in the wrong order, or two of them have exchanged their numbers. Move the note to its
place, or exchange the numbers if the texts belong to the other references.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind != "note-moved" or repair.note is None:
            continue
        note = apparatus.notes[repair.note]
        caller = [] if repair.reference is None else [apparatus.references[repair.reference].place]
        yield Draft(
            "moved",
            note.label_place,
            {"label": note.label.text},
            tuple((place, "the reference that calls it") for place in caller),
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/note-out-of-order",
    severity="warning",
    doc=__doc__,
    messages={"moved": "note {label} stands out of order"},
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "A. [1] B. [2] C. [3] D. [4]\n\n1. One.\n\n3. Three.\n\n«2». Two.\n\n4. Four.",
        ),
        Bad(
            '<p>A<note n="1">One.</note> B<note n="2">Two.</note> C<note n="«4»">Four.</note> D<note n="3">Three.'
            '</note> E<note n="5">Five.</note> F<note n="6">Six.</note></p>',
            format="tei",
        ),
        Bad(
            "Oak [1]_, elm [2]_, ash [3]_, fir [4]_, yew [5]_, box [6]_ and bay [7]_.\n\n"
            ".. [1] One.\n.. [2] Two.\n.. [4] Four.\n.. [«3»] Three.\n.. [5] Five.\n.. [6] Six.\n.. [7] Seven.\n",
            format="rest",
        ),
    ),
    good=(
        Good(
            "Oak [^1], elm [^2], ash [^3], fir [^4], yew [^5], box [^6] and bay [^7].\n\n"
            "[^1]: 1.\n[^2]: 2.\n[^4]: 4.\n[^3]: 3.\n[^5]: 5.\n[^6]: 6.\n[^7]: 7.\n",
            format="markdown",
            because="nobody sees these numbers",
        ),
        Good("A. [1] B. [2] C. [3]\n\n1. One.\n\n2. Two.\n\n3. Three."),
        Good(
            "A. [1] B. [2] C. [1] D. [3]\n\n1. One.\n\n2. Two.\n\n3. Three.",
            because="a repeated reference does not break the order",
        ),
    ),
)
