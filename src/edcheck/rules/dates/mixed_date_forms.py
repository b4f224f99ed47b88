"""The editors write dates in several ways.

`2 July 1918` in one note and `July 2, 1918` in the next comes of many hands. Nothing is wrong, so it is one remark
for the whole document, with the counts; bring the rare forms to the usual one. What is counted are the editors'
own words: notes and what stands in square brackets, without quotations and citations, in which the source's form
stays.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from edcheck.model import Date, Document, Draft, Place
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, Rule
from edcheck.rules.dates.context import Surroundings, excused, quoted
from edcheck.wording import times


@dataclass(frozen=True, slots=True)
class Options:
    """`fewest`: dates in the editors' words that the usual form must have at least."""

    fewest: int = 3


_MOST = 20
"""Places that one remark shows."""
_FORMS = {
    "month-day-year": "month first",
    "month-day": "month first",
    "day-month-year": "day first",
    "day-month": "day first",
    "numeric": "in figures",
    "iso": "in figures, year first",
}


def check(document: Document, options: Options) -> Iterator[Draft]:
    if len({_FORMS[date.form] for date in document.dates if date.form in _FORMS}) < 2:
        return
    surroundings = Surroundings(document)
    own = [
        date
        for date in document.dates
        if date.form in _FORMS
        and date.role == "mention"
        and date.verdict == "valid"
        and surroundings.editorial(date.extent.start)
        and not excused(document, date)
    ]
    counts = Counter(_FORMS[date.form] for date in own)
    if len(counts) < 2:
        return
    quotations = _Quotations(document)
    own = [date for date in own if not quotations.hold(date.extent.start)]
    counts = Counter(_FORMS[date.form] for date in own)
    if len(counts) > 1 and counts.most_common(1)[0][1] >= options.fewest:
        yield _draft(document, own, counts)


class _Quotations:
    """Answers in O(log n) whether a place lies between quotation marks or in a quoted block."""

    def __init__(self, document: Document) -> None:
        marks = document.marks
        spans = [
            (start, end)
            for start, end in marks.partners.items()
            if start < end and start not in marks.brackets and marks.opens.get(start)
        ]
        blocks = (block.extent for block in document.blocks if block.kind in ("quote", "verse"))
        spans += [(start, end) for start, end in blocks]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def hold(self, offset: int) -> bool:
        """Whether the offset lies in a quotation."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._reach[index]


def _draft(document: Document, own: list[Date], counts: Counter[str]) -> Draft:
    (usual, _), *_ = counts.most_common()
    rare = [date for date in own if _FORMS[date.form] != usual]
    example = next(date for date in own if _FORMS[date.form] == usual)
    related: list[tuple[Place, str]] = [(date.extent, "likewise") for date in rare[1:_MOST]]
    related.append((example.extent, "the usual form"))
    forms = ", ".join(f"{form} {times(count)}" for form, count in counts.most_common())
    return Draft(
        "forms",
        rare[0].extent,
        {"date": quoted(document, rare[0]), "forms": forms},
        tuple(related),
        confidence=0.6,
    )


_NOTES = "The mill [1] and the mole [2] and the quay [3] were sold, and so was the inn [4].\n\n\n\nNOTES\n\n{}"


def _notes(*texts: str) -> str:
    return _NOTES.format("\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1)))


_BURNT = ("Burnt on July 2, 1848.", "Built on May 3, 1802, and sold.", "Sold on June 9, 1841.")

rule = Rule(
    id="dates/mixed-date-forms",
    severity="information",
    doc=__doc__,
    messages={"forms": "the editors write dates in several ways ({forms}); this is “{date}”"},
    check=check,
    options=Options,
    bad=(
        Bad(_notes(*_BURNT, "Sold on «4 August 1848» by the heirs.")),
        Bad("A [sold July 2, 1848] b [burnt May 3, 1851] c [built June 9, 1841] d [lost «1848-08-04»]."),
    ),
    good=(
        Good(_notes(*_BURNT, "Sold on August 4, 1848, by the heirs.")),
        Good(
            _notes(*_BURNT, "The deed has: “Sold on 4 August 1848 by the heirs.”"),
            because="a quotation keeps the form of its source",
        ),
        Good(
            _notes("Burnt on July 2, 1848.", "Sold on 4 August 1848.", "Lost.", "Found."),
            because="one against one is no custom",
        ),
        Good(
            "It burnt on July 2, 1848, on May 3, 1851, on June 9, 1853, and on 4 August 1854.",
            because="the words of the source, not of the editors",
        ),
        Good(
            _notes(*_BURNT, "Published in Harbour Gazette, no. 5, 4 August 1848."),
            because="a citation gives the form of the paper",
        ),
    ),
)
