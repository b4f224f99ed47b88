"""A note says of itself that it is missing in the source.

The edition declares the omission, so nothing is wrong; it is listed for whoever may find the note elsewhere.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for note in document.notes:
        if note.placeholder:
            yield Draft("omitted", note.place, {"label": note.label.text}, confidence=0.99)


rule = Rule(
    id="notes/omitted-note",
    severity="information",
    doc=__doc__,
    messages={"omitted": "note {label} is declared missing in the source"},
    check=check,
    bad=(
        Bad(
            "Snow fell. [1] It thawed. [3]\n\n1. At last.\n\n«2.» Note 2 is omitted in the source.\n\n3. In March."
        ),
        Bad("Snow fell. [1] It thawed. [2]\n\n1. At last.\n\n«2.» Footnote missing in the original."),
    ),
    good=(
        Good("Snow fell. [1]\n\n1. At last."),
        Good(
            "Snow fell. [1]\n\n1. The editor of the first print left out two letters here and three below, and "
            "what is missing in the original was supplied from the copy in the town's archive.",
            because="a note about an omission is not an omitted note",
        ),
    ),
)
