"""Two documents of one edition use the same note number.

The settings say that the notes are numbered through the whole edition, so every number belongs to one document.
A number that stands in two was carried over when files were split or merged, or one of the two is a slip.
Renumber the notes of the document that breaks the count.
"""

from collections.abc import Iterator

from edcheck.model import Draft, Facts, LabelFact
from edcheck.model.edition import Edition
from edcheck.rule import Bad, Good, NoOptions, Rule

_THROUGH = Edition(numbering="edition")


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    first: dict[tuple[str, str], LabelFact] = {}
    for document in facts:
        own: set[tuple[str, str]] = set()
        for fact in document.labels if document.numbering == "edition" else ():
            key = (fact.series, fact.label)
            if key in first and key not in own and first[key].spot.path != fact.spot.path:
                yield Draft(
                    "reused",
                    fact.spot,
                    {"label": fact.label, "path": first[key].spot.path},
                    ((first[key].spot, f"note {fact.label} of {first[key].spot.path}"),),
                )
            own.add(key)
            first.setdefault(key, fact)


rule = Rule(
    id="edition/note-label-reused",
    severity="error",
    doc=__doc__,
    messages={"reused": "there is a note {label} in {path} already"},
    check=check,
    scope="edition",
    bad=(
        Bad(
            "Reeds. [1] Rushes. [2]\n\n1. By the ford.\n\n2. By the mill.\n\f"
            "Willows. [2] Alders. [3]\n\n«2». On the bank.\n\n3. On the isle.\n",
            edition=_THROUGH,
        ),
    ),
    good=(
        Good(
            "Reeds. [1] Rushes. [2]\n\n1. By the ford.\n\n2. By the mill.\n\f"
            "Willows. [3] Alders. [4]\n\n3. On the bank.\n\n4. On the isle.\n",
            edition=_THROUGH,
        ),
        Good(
            "Reeds. [1]\n\n1. By the ford.\n\fWillows. [1]\n\n1. On the bank.\n",
            because="nothing says that the numbers run through the edition",
        ),
    ),
)
