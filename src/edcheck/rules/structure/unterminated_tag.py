"""A tag has no closing bracket.

The `>` is missing at the end of a tag (`<i <b>`), or a `<` was typed where none was meant. Browsers take the words
that follow for attributes of the tag, and the reader of the page never sees them. Close the tag, or write `&lt;`
for the character.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Span


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    source = document.source.text
    for flaw in document.flaws:
        if flaw.kind == "unterminated-tag":
            written = source[slice(*flaw.span)].rstrip()
            place = Span(flaw.span.start, flaw.span.start + len(written))
            yield Draft("unterminated", place, {"element": flaw.data["element"], "written": written[:40]})


rule = Rule(
    id="structure/unterminated-tag",
    severity="error",
    doc=__doc__,
    messages={"unterminated": "the tag “<{element}” is not closed by “>”"},
    check=check,
    bad=(
        Bad("<p>Rain «<i» <b>fell</b>.", format="html"),
        Bad("<p>Rain fell.«</p»\n<p>Hail fell.</p>", format="html"),
    ),
    good=(
        Good("<p>Rain fell where 3 < 4 and x <5.", "a sign before a blank or a figure opens no tag", "html"),
        Good("<p\nclass=fst\n>Rain fell.", "a tag may run over lines", "html"),
        Good("Rain <i fell."),
    ),
)
