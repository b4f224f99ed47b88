"""A reference stands on the other side of the punctuation than the house style wants.

English and American houses set the reference after the stop or comma, French ones before it. Which one holds is
an option of this rule (`position = "after"` or `"before"`); the rule is off until an edition asks for it.
"""

from collections.abc import Iterator
from typing import Literal

from edcheck.model import Document, Draft, Fix
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, Rule
from edcheck.text import Extent


@dataclass(frozen=True, slots=True)
class Options:
    """`position`: the side of the punctuation on which references stand."""

    position: Literal["after", "before"] = "after"


def check(document: Document, options: Options) -> Iterator[Draft]:
    text = document.text
    for reference in document.references:
        start, end = reference.marker
        before, after = text[:start].rstrip(" ")[-1:], text[end : end + 1]
        wrong = after if options.position == "after" else before
        if wrong and wrong in ".,;:!?" and not (options.position == "after" and before in ".,;:!?"):
            fixes = _fixes(document, reference.marker, options.position)
            yield Draft(options.position, reference.place, {"mark": wrong}, fixes=fixes)


def _fixes(document: Document, marker: Extent, position: str) -> tuple[Fix, ...]:
    """Exchange reference and mark, where no markup stands between or around them."""
    text = document.text
    if marker.start == marker.end:
        return ()
    if position == "after":
        place = Extent(marker.start, marker.end + 1)
        new = text[marker.end] + text[marker.start : marker.end]
    else:
        place = Extent(len(text[: marker.start].rstrip(" ")) - 1, marker.end)
        new = text[marker.start : marker.end] + text[place.start]
    if len(document.view.spans(place)) > 1:
        return ()
    return (document.fix("exchange the two", place, new, "unsafe"),)


rule = Rule(
    id="notes/misplaced-reference",
    severity="off",
    doc=__doc__,
    messages={
        "after": "the reference stands before “{mark}” instead of after it",
        "before": "the reference stands after “{mark}” instead of before it",
    },
    check=check,
    options=Options,
    fix="unsafe",
    bad=(
        Bad(
            "It rained«[1]». Then it stopped.[2]\n\n1. In May.\n\n2. In June.",
            fixed="It rained.[1] Then it stopped.[2]\n\n1. In May.\n\n2. In June.",
        ),
        Bad(
            "Il plut[1]. Puis non.«[2]»\n\n1. En mai.\n\n2. En juin.",
            fixed="Il plut[1]. Puis non[2].\n\n1. En mai.\n\n2. En juin.",
            options=Options("before"),
        ),
    ),
    good=(
        Good("It rained.[1] Then it stopped.[2]\n\n1. In May.\n\n2. In June."),
        Good(
            "It rained [1] and stopped.[2]\n\n1. In May.\n\n2. In June.", because="no punctuation stands beside it"
        ),
    ),
)
