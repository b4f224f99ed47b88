"""Two documents of one edition use the same note number.

The notes are numbered through the whole edition, as the settings say or as nearly all documents show, so every
number belongs to one document. A number that stands in two was carried over when files were split or merged, or
one of the two is a slip. Renumber the notes of the document that breaks the count.
"""

from collections import defaultdict
from collections.abc import Iterator

from edcheck.model import Draft, Edition, Facts, LabelFact
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.edition.copies import copies
from edcheck.rules.edition.numbering import Count, counts


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    through = counts(facts)
    copied = copies(facts) if through else frozenset()
    for count in through:
        yield from _reused(count._replace(members=[one for one in count.members if one.path not in copied]))


def _reused(count: Count) -> Iterator[Draft]:
    first: dict[str, LabelFact] = {}
    for member in count.members:
        shared: defaultdict[str, dict[str, LabelFact]] = defaultdict(dict)
        for label in member.labels:
            earlier = first.setdefault(label.label, label)
            if earlier.spot.path != member.path:
                shared[earlier.spot.path].setdefault(label.label, label)
        for path, labels in shared.items():
            one, *_, last = [*labels.values(), *labels.values()]
            yield Draft(
                "reused" if one is last else "several",
                one.spot,
                {"label": one.label, "last": last.label, "path": path},
                ((first[one.label].spot, f"note {one.label} of {path}"),),
                (count.why,),
                severity=None if count.declared else "warning",
                confidence=0.95 if count.declared else 0.85,
            )


_THROUGH = Edition(numbering="edition")


def _papers(*numbers: str) -> str:
    """Papers with these notes each, one behind the other."""
    return "\f".join(
        "Willows. "
        + " ".join(f"Reeds. [{number}]" for number in own.split())
        + "".join(f"\n\n{number}. By the ford." for number in own.split())
        + "\n"
        for own in numbers
    )


rule = Rule(
    id="edition/note-label-reused",
    severity="error",
    doc=__doc__,
    messages={
        "reused": "there is a note {label} in {path} already",
        "several": "notes {label} to {last} are in {path} already",
    },
    check=check,
    scope="edition",
    bad=(
        Bad(
            "Reeds. [1] Rushes. [2]\n\n1. By the ford.\n\n2. By the mill.\n\f"
            "Willows. [2] Alders. [3]\n\n«2». On the bank.\n\n3. On the isle.\n",
            edition=_THROUGH,
        ),
        Bad(
            "Reeds. [1] Rushes. [2] Sedge. [3]\n\n1. By the ford.\n\n2. By the mill.\n\n3. By the weir.\n\f"
            "Willows. [2] Alders. [3]\n\n«2». On the bank.\n\n3. On the isle.\n",
            edition=_THROUGH,
        ),
        Bad(
            _papers("1 2", "3 4", "5 6", "7 8", "9 10")
            + "\fWillows. [10] Alders. [11]\n\n«10». On the bank.\n\n11. On the isle.\n"
            + "\f"
            + _papers("12 13", "14 15", "16 17")
        ),
    ),
    good=(
        Good(_papers("1 2", "3 4"), edition=_THROUGH),
        Good(_papers("1", "1"), because="nothing says that the numbers run through the edition"),
        Good(
            _papers("1 2", "3 4", "5 6", "7 8", "1 2"),
            because="the settings say that each document begins anew",
            edition=Edition(numbering="document"),
        ),
        Good(
            _papers("1 2", "1 2 3", "1 2", "3 4 5", "1 2", "1 2 3 4"),
            because="that one document goes on where another ends may be chance",
        ),
    ),
)
