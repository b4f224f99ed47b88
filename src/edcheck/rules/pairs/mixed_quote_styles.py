"""Curled and straight quotation marks stand side by side in one document.

It shows that the text was typed by several hands or pasted from several programs. It is no error of the text:
decide on one style and change the rest in an edit of its own, so that the change can be reviewed as what it is.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_STRAIGHT_APOSTROPHE = lazy_pattern(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_CURLED_APOSTROPHE = lazy_pattern(r"’(?<=[^\W\d_]’)(?=[^\W\d_])")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.text
    if not ("'" in text or '"' in text) or not any(mark in text for mark in "“”„‘’"):
        return
    curled = [place for place in document.marks.opens if text[place] in "“”„‘"]
    straight = [place for place in document.marks.opens if text[place] in "\"'"]
    if "’" in text and "'" in text:
        curled += [match.start() for match in _CURLED_APOSTROPHE.finditer(text)]
        straight += [match.start() for match in _STRAIGHT_APOSTROPHE.finditer(text)]
    if not curled or not straight:
        return
    curled, straight = (
        [place for place in places if not document.in_zone(Extent(place, place + 1), "boilerplate", "code")]
        for places in (curled, straight)
    )
    if curled and straight:
        place = min(curled) if len(curled) < len(straight) else min(straight)
        yield Draft(
            "mixed",
            Extent(place, place + 1),
            {"curled": len(curled), "straight": len(straight)},
            confidence=0.9,
        )


rule = Rule(
    id="pairs/mixed-quote-styles",
    severity="information",
    doc=__doc__,
    messages={"mixed": "{curled} quotation marks and apostrophes are curled, {straight} are straight"},
    check=check,
    bad=(
        Bad('“The bridge is down,” said he, «"»and the mill."'),
        Bad("The miller’s son and the miller’s horse passed the ferryman«'»s house."),
    ),
    good=(
        Good("“The bridge is down,” said the miller’s son."),
        Good('“The plank is 12" long,” said he.', because="inches are no quotation marks"),
    ),
)
