"""A no-break space stands where it has nothing to hold together.

It is left over from a page that used it to make room, or from a broken `&nbsp;`. At the end of a line or a
paragraph it holds nothing, and a single one between two plain words was not set on purpose. It looks like a
space, but searches and comparisons take it for another character. Delete it, or write a plain space.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_TRAILING = lazy_pattern("\xa0[ \t\xa0]*(?=[\r\n]|\\Z)")
_BETWEEN = lazy_pattern("\xa0(?<=[^\\W\\d_][^\\W\\d_]\xa0)(?=[^\\W\\d_]{2})")
_FEW = 2
"""No-break spaces in a document up to which one between two words is no habit."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.text
    if "\xa0" not in text:
        return
    for match in _TRAILING.finditer(text):
        start, end = match.start(), match.end()
        line = text.rfind("\n", 0, start) + 1
        line = max(line, text.rfind("\r", line, start) + 1)
        passage = text[line:start].rstrip(" \t\xa0")
        if not passage or not _ends_passage(document, line + len(passage) - 1):
            continue
        place = Extent(start, start + len(match[0].rstrip(" \t")))
        fix = document.fix("Delete the no-break space", Extent(line + len(passage), end), "", "safe")
        yield Draft("trailing", place, fixes=(fix,), confidence=0.95)
    if text.count("\xa0") <= _FEW:
        for match in _BETWEEN.finditer(text):
            place = Extent(*match.span())
            written = document.source.text[slice(*document.view.spans(place)[0])]
            if written[0] == "&" and written[-1] != ";":
                # A broken reference, which is told as such.
                continue
            fix = document.fix("Write a plain space", place, " ", "safe")
            yield Draft("between", place, fixes=(fix,), confidence=0.8)


def _ends_passage(document: Document, last: int) -> bool:
    """Tell whether the character at `last` ends a line of plain text, or a paragraph of a marked-up one."""
    if document.format == "plain":
        return True
    block = document.block_at(last)
    if block is None or block.kind not in ("paragraph", "quote", "item", "heading"):
        return False
    return not document.text[last + 1 : block.extent.end].strip(" \t\r\n\xa0")


rule = Rule(
    id="characters/stray-no-break-space",
    severity="warning",
    doc=__doc__,
    messages={
        "trailing": "a no-break space at the end of the line holds nothing together",
        "between": "a no-break space between two words, where the document has plain ones",
    },
    check=check,
    fix="safe",
    bad=(
        Bad(
            "Arle Gazette, May 2, 1871«\xa0»\n\nThe bridge is down.",
            fixed="Arle Gazette, May 2, 1871\n\nThe bridge is down.",
        ),
        Bad("The bridge«\xa0»is down.", fixed="The bridge is down."),
    ),
    good=(
        Good(
            "<p>The bridge&nbsp is down.",
            because="a reference without its semicolon is told as such",
            format="html",
        ),
        Good("See p.\xa023.", because="it holds the number to its abbreviation"),
        Good("\xa0\n\nThe bridge is down.", because="a line of its own is layout"),
        Good("La\xa0ville et la\xa0gare, l’eau et le\xa0pont.", because="a habit of the text"),
    ),
)
