"""The note numbers jump between two documents of one edition.

The settings say that the notes are numbered through the whole edition, so a document begins with the number after
the last one of the document before. Where numbers are missing in between, a document is missing from the list of
documents, notes were lost at its end or beginning, or the order of the documents is wrong.
"""

from collections.abc import Iterator

from edcheck.model import Draft, Facts, LabelFact
from edcheck.model.edition import Edition
from edcheck.rule import Bad, Good, NoOptions, Rule

_THROUGH = Edition(numbering="edition")


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    last: dict[str, LabelFact] = {}
    for document in facts:
        if document.numbering != "edition":
            continue
        labels = document.labels
        for series in dict.fromkeys(fact.series for fact in labels):
            own = [fact for fact in labels if fact.series == series]
            lowest, highest = min(own, key=_value), max(own, key=_value)
            before = last.get(series)
            if before is not None and lowest.value != before.value + 1 and lowest.value > before.value:
                lost = (before.value + 1, lowest.value - 1)
                yield Draft(
                    "one" if lost[0] == lost[1] else "several",
                    lowest.spot,
                    {"first": lost[0], "last": lost[1], "path": before.spot.path},
                    ((before.spot, f"the last note of {before.spot.path}"),),
                )
            if before is None or highest.value > before.value:
                last[series] = highest


def _value(fact: LabelFact) -> int:
    return fact.value


rule = Rule(
    id="edition/note-series-break",
    severity="warning",
    doc=__doc__,
    messages={
        "one": "note {first} is missing between {path} and this document",
        "several": "notes {first} to {last} are missing between {path} and this document",
    },
    check=check,
    scope="edition",
    bad=(
        Bad(
            "Reeds. [70] Rushes. [71]\n\n70. By the ford.\n\n71. By the mill.\n\f"
            "Willows. [73] Alders. [74]\n\n«73». On the bank.\n\n74. On the isle.\n",
            edition=_THROUGH,
        ),
    ),
    good=(
        Good(
            "Reeds. [70] Rushes. [71]\n\n70. By the ford.\n\n71. By the mill.\n\f"
            "Willows. [72] Alders. [73]\n\n72. On the bank.\n\n73. On the isle.\n",
            edition=_THROUGH,
        ),
        Good(
            "Reeds. [70]\n\n70. By the ford.\n\fNothing is noted here.\n\fWillows. [71]\n\n71. On the bank.\n",
            because="a document without notes does not break the count",
            edition=_THROUGH,
        ),
    ),
)
