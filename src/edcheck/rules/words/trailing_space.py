"""Blanks stand at the ends of lines.

They show nowhere, but they make two copies of a text differ, and an editor that removes them makes changes that
nobody meant. One remark tells how many lines there are. Markdown's line break of two blanks is left alone, and so
are pages in which the markup makes blanks meaningless. Delete them.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.model.fix import Fix
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Span

_FORMATS = frozenset(("plain", "markdown"))
"""Formats in which people read the source itself."""
_END = lazy_pattern(r"\n(?:(?<=[ \t]\n)|(?<=[ \t]\r\n))")
_END_OF_MAC = lazy_pattern(r"\r(?<=[ \t]\r)")
_LISTED = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.source.text
    if document.format not in _FORMATS:
        return
    pattern = _END if "\n" in text else _END_OF_MAC
    ends = [match.start() for match in pattern.finditer(text)]
    if text[-1:] in (" ", "\t"):
        ends.append(len(text))
    places = [place for end in ends if (place := _blanks(document, text, end))]
    if not places:
        return
    yield Draft(
        "trailing",
        places[0],
        {"count": len(places), "lines": "line" if len(places) == 1 else "lines"},
        tuple((place, "blanks again") for place in places[1:_LISTED]),
        fixes=(Fix("delete the blanks", tuple(document.edit(place, "")[0] for place in places), "safe"),),
        confidence=0.95,
    )


def _blanks(document: Document, text: str, end: int) -> Span | None:
    """The blanks before the end of a line; None for a Markdown line break and for a line of blanks only."""
    if text[end - 1] == "\r":
        end -= 1
    start = end
    while start and text[start - 1] in " \t":
        start -= 1
    if not start or text[start - 1] in "\r\n":
        return None
    if document.format == "markdown" and (end - start != 1 or text[start] != " "):
        return None
    # A no-break space before them is the concern of another rule, which deletes them too.
    return None if text[start - 1] == "\xa0" else Span(start, end)


rule = Rule(
    id="words/trailing-space",
    severity="information",
    doc=__doc__,
    messages={"trailing": "{count} {lines} with blanks at the end"},
    check=check,
    fix="safe",
    bad=(
        Bad("The pier« »\nwas old.  \n\nIt fell.\t", fixed="The pier\nwas old.\n\nIt fell."),
        Bad("The pier« »\r\nwas old.\r\n", fixed="The pier\r\nwas old.\r\n"),
        Bad("The pier« »\rwas old.\r", fixed="The pier\rwas old.\r"),
        Bad("The pier« »\nwas old.\n", fixed="The pier\nwas old.\n", format="markdown"),
    ),
    good=(
        Good("The pier\nwas old."),
        Good("The pier  \nwas old.\n", because="two blanks are a line break of Markdown", format="markdown"),
        Good("<p>The pier \nwas old. </p> \n", because="HTML gathers blanks", format="html"),
        Good("The pier\n   \nwas old.", because="a line of blanks only is no end of a line"),
        Good("The pier\xa0 \nwas old.", because="a no-break space has a rule of its own"),
    ),
)
