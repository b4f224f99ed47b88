"""A quotation mark or an apostrophe is curled the wrong way.

Typing programs curl marks by rule of thumb: after a space or a dash they open, elsewhere they close. So an
apostrophe at a word's head comes out as `‘Twas`, and a mark typed with the wrong key as `’Allies‘`. The
repair is to turn the mark; nothing else changes. German „…“ and Swedish ”…” are right as they are.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_TURNED = {"‘": "’", "’": "‘", "“": "”", "”": "“"}


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for mark in document.marks.irregular():
        if mark.kind == "bracket" or not (mark.miscurled or mark.mismatched):
            continue
        place = Extent(mark.offset, mark.offset + 1)
        if document.in_zone(place, "boilerplate", "code"):
            continue
        if not mark.mismatched:
            right = _TURNED[mark.character]
            apostrophe = mark.partner is None and mark.character == "‘"
            message = "apostrophe" if apostrophe else "opens" if mark.opens else "closes"
        elif mark.character == '"':
            message, right = "straight", "“" if mark.opens else "”"
        else:
            continue
        fix = document.fix(f"Turn it to “{right}”", place, right, "unsafe")
        yield Draft(message, place, {"mark": mark.character, "right": right}, fixes=(fix,), confidence=0.85)


rule = Rule(
    id="pairs/miscurled-quote",
    severity="warning",
    doc=__doc__,
    messages={
        "apostrophe": "the apostrophe is curled like an opening quotation mark: {mark} instead of {right}",
        "opens": "{mark} opens a quotation here but is curled like a closing mark: {right} would be right",
        "closes": "{mark} closes a quotation here but is curled like an opening mark: {right} would be right",
        "straight": "the other end of this quotation is curled: {right} would be right here",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The «’»Swan«‘» and the ‘Rose’ burnt.", fixed="The ‘Swan’ and the ‘Rose’ burnt."),
        Bad(
            "“The bridge is down,«“» said he, “and the mill.”",
            fixed="“The bridge is down,” said he, “and the mill.”",
        ),
        Bad("«”»The bridge is down,” said he. “Alas.”", fixed="“The bridge is down,” said he. “Alas.”"),
        Bad('The “Swan«"» and the “Rose” burnt.', fixed="The “Swan” and the “Rose” burnt."),
        Bad("«‘»Twas the ‘Swan’ that burnt.", fixed="’Twas the ‘Swan’ that burnt."),
    ),
    good=(
        Good("Er sagte: „Die Brücke ist fort.“", because="German marks"),
        Good("Han sa: ”Bron är borta.” Hon teg.", because="Swedish marks"),
        Good("’Twas the ‘Swan’ and the Millers’ house.", because="apostrophes"),
        Good("‘Tis gone,’ said he.", because="the apostrophe has become the opening mark of a quotation"),
    ),
)
