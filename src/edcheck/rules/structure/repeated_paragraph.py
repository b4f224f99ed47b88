"""A long paragraph stands twice in one document.

It was pasted twice, or transcribed twice where two people met, or a page was scanned twice: then the second copy
often follows the first directly and differs from it in a few misread letters. Delete one of the two, the one with
the slips. A copy that stands elsewhere, and is short, may be meant and is only remarked upon. Formulas that are
meant to come again, refrains, quotations, registers and notes are passed over.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.copies import Copy, copies
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.removal import removal
from edcheck.text import Extent
from edcheck.wording import some

_CERTAIN = 600
"""Code points of a passage that was copied by mistake, even where its copy stands elsewhere."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for copy in copies(document):
        yield _draft(document, copy)


def _draft(document: Document, copy: Copy) -> Draft:
    blocks = document.blocks
    first, last = blocks[copy.copy], blocks[copy.copy + copy.count - 1]
    place = Extent(first.extent.start + first.indent, last.extent.end)
    original = Extent(blocks[copy.original].extent.start, blocks[copy.original + copy.count - 1].extent.end)
    near = copy.original + copy.count == copy.copy
    evidence = [f"both are {place.end - place.start} characters long"] if not copy.slips else []
    if copy.slips:
        evidence.append("they differ in " + some(f"“{one}”, “{other}”" for one, other in copy.slips))
    fix = removal(document, copy.copy, copy.copy + copy.count - 1, "suggestion" if copy.slips else "unsafe")
    return Draft(
        "misread" if copy.slips else ("again" if near else "elsewhere"),
        place,
        {"count": len(copy.slips)},
        ((original, "the first copy"),),
        tuple(evidence),
        (fix,) if fix else (),
        severity=None if near or copy.count > 1 or place.end - place.start >= _CERTAIN else "information",
        confidence=0.95 if near else 0.8,
    )


_RAIN = (
    "The brook rose by a foot in the night, and when the bell rang for six the miller opened the sluice; so the "
    "lower meadow stood under water until noon, and the hay was lost."
)
_MISREAD = _RAIN.replace("brook", "hrook").replace("noon", "noou")
_HAIL = (
    "Hail fell in the second week of May and broke the panes of the vestry; the clerk counted forty of them, and "
    "had them put in again by the glazier from the lower town, who was paid by the piece and drank the money."
)
_BOTH = f"{_RAIN} {_HAIL}"

rule = Rule(
    id="structure/repeated-paragraph",
    severity="warning",
    doc=__doc__,
    messages={
        "again": "this paragraph repeats the one before it",
        "misread": "this paragraph repeats the one before it; {count} of its words are read otherwise",
        "elsewhere": "this passage stands in the document before, word for word",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(f"May.\n\n{_RAIN}\n\n«{_RAIN}»\n\n{_HAIL}", f"May.\n\n{_RAIN}\n\n{_HAIL}"),
        Bad(f"{_RAIN}\n\n«{_MISREAD}»\n\n{_HAIL}", f"{_RAIN}\n\n{_HAIL}"),
        Bad(f"{_RAIN}\n\n«{_RAIN.replace(' lower', '')}»\n\n{_HAIL}", f"{_RAIN}\n\n{_HAIL}"),
        Bad(f"{_BOTH}\n\nMay.\n\n«{_BOTH}»\n\nJune.", f"{_BOTH}\n\nMay.\n\nJune."),
        Bad(f"{_BOTH}\n\n{_BOTH[::-1]}\n\n«{_BOTH}\n\n{_BOTH[::-1]}»", f"{_BOTH}\n\n{_BOTH[::-1]}"),
        Bad(
            f"<p>{_RAIN}</p>\n<p class='a'>«The <i>brook</i>{_RAIN[9:]}»</p>\n<p>{_HAIL}</p>",
            f"<p>{_RAIN}</p>\n<p>{_HAIL}</p>",
            "html",
        ),
        Bad(f"{_RAIN}\n\n**«{_RAIN}»**\n\n{_HAIL}\n", f"{_RAIN}\n\n{_HAIL}\n", "markdown"),
    ),
    good=(
        Good(f"{_RAIN}\n\n{_HAIL}\n\n{_RAIN}", because="so short a passage may be a formula"),
        Good(f"{_BOTH}\n\nMay.\n\n{_BOTH}\n\nJune.\n\n{_BOTH}\n\nJuly.", because="a form that comes again"),
        Good(f"{_BOTH}\n\nSo he wrote. We read again:\n\n“{_BOTH}”", because="a quotation of it"),
        Good(f"{_BOTH}\n\n> {_BOTH}\n", because="a quotation set off", format="markdown"),
        Good(
            f"{_RAIN.replace('six', '6')}\n\n{_RAIN.replace('six', '7')}",
            because="entries of a register differ in their numbers",
        ),
        Good(
            f"{_RAIN}\n\n{_RAIN.replace('miller', 'sexton')}",
            because="entries of a register differ in their names",
        ),
        Good(f"Rain.[1] Ice.[2]\n\nHail.\n\n[1] {_BOTH}\n\n[2] {_BOTH}", because="a note that is given twice"),
        Good("O brook, return!\n\nO brook, return!\n\nO brook, return!", because="a refrain"),
        Good(
            f"<table><tr><td>{_BOTH}</td><td>{_BOTH}</td></tr></table>", because="cells of a table", format="html"
        ),
    ),
)
