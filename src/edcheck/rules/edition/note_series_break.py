"""The note numbers jump between two documents of one edition.

The notes are numbered through the whole edition, as the settings say or as nearly all documents show, so a
document begins with the number after the last one of the document before. Where numbers are missing in between, a
document is missing, or notes were lost at its end or at the beginning of the next.
"""

from bisect import bisect_left
from collections.abc import Iterator

from edcheck.model import Draft, Edition, Facts
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.edition.copies import copies
from edcheck.rules.edition.gaps import find_gaps
from edcheck.rules.edition.numbering import Count, counts


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    # A file that is missing is named by its own rule, and takes its notes with it.
    through = counts(facts)
    if not through:
        return
    explained = {(gap.before, gap.after) for gap in find_gaps(facts)}
    order = {document.path: index for index, document in enumerate(facts)}
    copied = sorted(order[path] for path in copies(facts))
    for count in through:
        for draft, before, after in _breaks(count):
            # What was written over by a copy of another file is told as a copy.
            low, high = (bisect_left(copied, order[path]) for path in (before, after))
            if (before, after) not in explained and low >= high:
                yield draft


def _breaks(count: Count) -> Iterator[tuple[Draft, str, str]]:
    """What is missing, and between which documents."""
    ascending = count.ascending()
    before = ascending[0]
    for member in ascending[1:]:
        first, last = before.highest.value + 1, member.lowest.value - 1
        if first <= last and member.path != before.path:
            draft = Draft(
                "one" if first == last else "several",
                member.lowest.spot,
                {"first": first, "last": last, "path": before.path},
                ((before.highest.spot, f"the last note of {before.path}"),),
                (count.why,),
                confidence=0.9 if count.declared else 0.85,
            )
            yield draft, before.path, member.path
        if member.highest.value > before.highest.value:
            before = member


_THROUGH = Edition(numbering="edition")


def _papers(*numbers: str) -> str:
    """Papers with these notes each; guillemets mark the number of a note."""
    papers = []
    for own in numbers:
        calls = " ".join(f"Reeds. [{number.strip('«»')}]" for number in own.split())
        papers.append(f"{calls}\n" + "".join(f"\n{number}. By the ford.\n" for number in own.split()))
    return "\f".join(papers)


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
        Bad(_papers("70 71", "«73» 74"), edition=_THROUGH),
        Bad(_papers("1 2", "3 4", "5 6", "«9» 10", "11 12", "13")),
    ),
    good=(
        Good(_papers("70 71", "72 73"), edition=_THROUGH),
        Good(
            _papers("70", "", "71"),
            because="a document without notes does not break the count",
            edition=_THROUGH,
        ),
        Good(
            _papers("1 2", "5 6", "3 4", "7 8"),
            because="no number is missing where files stand in each other's place",
            edition=_THROUGH,
        ),
        Good(
            _papers("1 2", "3 4", "5 6", "9 10", "11 12", "13"),
            because="a file is missing, and its notes with it",
            names=("ch1.txt", "ch2.txt", "ch3.txt", "ch5.txt", "ch6.txt", "ch7.txt"),
        ),
        Good(_papers("1 2", "3 4", "9 10", "20 21"), because="these documents are a choice from many"),
    ),
)
