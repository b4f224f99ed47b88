"""A bracket is closed by a bracket of another kind, or two pairs of brackets cross.

`(…]` arises where `(` was read for `[` or `)` for `]`; `([…)]` where the two closing brackets changed places.
In editions the kinds mean different things: round brackets are the author's, square ones the editor's. So
look at who speaks in the passage, compare the print, and change the one that is wrong.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Mark
from edcheck.patterns import lazy_pattern
from edcheck.recognise.marks.brackets import CLOSER, OPENER
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.pairs.leftovers import head
from edcheck.text import Extent

_INTERVAL = lazy_pattern(r"\s*[-+−]?[\w.∞]+\s*[,;–-]\s*[-+−]?[\w.∞]+\s*\Z")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    irregular = document.marks.irregular()
    if not irregular:
        return
    markers = [reference.marker for reference in document.references if reference.garbled]
    markers += [note.marker for note in document.notes if note.garbled]
    garbled = {place for marker in markers for place in range(*marker)}
    for mark in irregular:
        if mark.kind == "quote" or mark.opens or mark.partner is None or not (mark.mismatched or mark.crossed):
            continue
        opener = document.marks[mark.partner]
        place = Extent(mark.offset, mark.offset + 1)
        if document.in_zone(place, "boilerplate", "code") or mark.offset in garbled:
            continue
        if mark.crossed:
            yield _crossed(document, opener, mark)
        elif not _INTERVAL.match(document.text[opener.offset + 1 : mark.offset]):
            yield _mismatched(document, opener, mark)


def _crossed(document: Document, opener: Mark, closer: Mark) -> Draft:
    start, end = opener.offset, closer.offset
    return Draft(
        "crossed",
        Extent(end, end + 1),
        {"opener": opener.character, "closer": closer.character, "passage": head(document, start)},
        related=((Extent(start, start + 1), "opened here, inside the other brackets"),),
        confidence=0.9,
    )


def _mismatched(document: Document, opener: Mark, closer: Mark) -> Draft:
    opening, closing = Extent(opener.offset, opener.offset + 1), Extent(closer.offset, closer.offset + 1)
    right_closer, right_opener = CLOSER[opener.character], OPENER[closer.character]
    return Draft(
        "mismatched",
        closing,
        {"opener": opener.character, "closer": closer.character, "passage": head(document, opener.offset)},
        related=((opening, "opened here"),),
        fixes=(
            document.fix(f"Close with “{right_closer}”", closing, right_closer),
            document.fix(f"Open with “{right_opener}”", opening, right_opener),
        ),
        confidence=0.95,
    )


rule = Rule(
    id="pairs/mismatched-bracket",
    severity="error",
    doc=__doc__,
    messages={
        "mismatched": "“{opener}” opens the passage “{passage}” and “{closer}” closes it: one of them is wrong",
        "crossed": "the passage “{passage}” is closed by “{closer}” only after the brackets around it have closed",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad("The mayor (a brewer«]» spoke.", fixed="The mayor (a brewer) spoke."),
        Bad("[Note: the mayor (a brewer«]» spoke.]", fixed="[Note: the mayor (a brewer) spoke.]"),
        Bad("The guild (whose books [now lost) were kept«]» met."),
    ),
    good=(
        Good("[Note: the mayor (a brewer) spoke.]"),
        Good("The share lies in [0, 1) for every year.", because="a half-open interval"),
        Good("[A long note (with an aside).\n\nIts second part.]", because="it closes a paragraph later"),
    ),
)
