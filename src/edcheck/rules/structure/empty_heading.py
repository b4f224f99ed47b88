"""A heading is empty.

The element is there and its text is not: the title was lost when the page was converted, or was cut out with its
formatting. Readers hear a heading without words, and tables of contents show a blank line. Restore the title from
the source, or delete the element. Old pages have empty headings beside other headings and beside rules for the
sake of the space they take: these are passed over, and so is a heading that holds a picture.
"""

from bisect import bisect_left
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Span

_TEXTS = frozenset({"paragraph", "quote", "item", "verse"})


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if not document.flaws:
        return
    for flaw in document.flaws:
        if flaw.kind == "empty-heading" and (
            document.format != "html" or _stands_between_texts(document, flaw.span)
        ):
            yield Draft(
                "empty",
                flaw.span,
                {"element": flaw.data["element"]},
                fixes=(document.fix("delete the empty heading", flaw.span, ""),),
                confidence=0.8,
            )


def _stands_between_texts(document: Document, span: Span) -> bool:
    """Whether text comes before and behind the element: what stands there is no spacing."""
    starts = document.block_starts
    following = bisect_left(starts, document.view.extent(span).start)
    around = document.blocks[max(following - 1, 0) : following + 1]
    return len(around) == 2 and following > 0 and all(block.kind in _TEXTS for block in around)


rule = Rule(
    id="structure/empty-heading",
    severity="warning",
    doc=__doc__,
    messages={"empty": "the heading “{element}” is empty: its text may have been lost"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "<h1>Rain</h1><p>It rained.</p>«<h3>&nbsp;</h3>»<p>It hailed.</p>",
            "<h1>Rain</h1><p>It rained.</p><p>It hailed.</p>",
            "html",
        ),
        Bad("<h1>Rain</h1><p>It rained.</p>«<h2><a id='may'></a></h2>»<ul><li>Hail.</ul>", format="html"),
        Bad(
            "# Rain\n\nIt rained.\n\n«##»\n\nIt hailed.\n", "# Rain\n\nIt rained.\n\n\n\nIt hailed.\n", "markdown"
        ),
    ),
    good=(
        Good('<h1>Rain</h1><p>Wet.</p><h2><img src="m.gif"></h2><p>It hailed.</p>', "a picture", "html"),
        Good("<h1>Rain</h1><h3></h3><p>It rained.</p>", "space below a heading", "html"),
        Good("<p>It rained.</p><h3></h3><hr><p>It hailed.</p><h4></h4>", "space at a rule and at the end", "html"),
        Good("# Rain\n\n## `hail`\n\nIt hailed.\n\n## ![](hail.png)\n\nIt snowed.", "code, a picture", "markdown"),
        Good("RAIN\n\n\n\nIt rained."),
    ),
)
