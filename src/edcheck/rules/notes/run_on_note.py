"""A note swallows the next one, or two notes run together.

A line break was lost before the next number, so that its note stands inside the note before and its reference
finds nothing. Begin a new paragraph at the number.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for repair in document.alignment.repairs:
        if repair.kind != "run-on-note" or repair.place is None or repair.reference is None or repair.note is None:
            continue
        yield Draft(
            "run-on",
            repair.place,
            {"label": repair.label, "before": document.notes[repair.note].label.text},
            (
                (document.references[repair.reference].place, "the reference that waits for it"),
                (document.notes[repair.note].place, "the note in which it stands"),
            ),
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/run-on-note",
    severity="warning",
    doc=__doc__,
    messages={"run-on": "note {label} seems to begin here, inside note {before}"},
    check=check,
    bad=(Bad("Rain. [1] Hail. [2] Snow. [3]\n\n1. In May. «2.» In June, as the diary has it.\n\n3. In July."),),
    good=(
        Good("Rain. [1] Hail. [2]\n\n1. In May.\n\n2. In June."),
        Good(
            "Rain. [1] Hail. [2]\n\n1. Three signs: 1. Wind. 2. Cloud.\n\n2. In June.",
            because="a list inside a note: its numbers are not missed anywhere",
        ),
    ),
)
