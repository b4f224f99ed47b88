"""A quotation is closed that was never opened.

The opening mark was lost at the head of a line or paragraph, or the closing one is a leftover. An apostrophe at
a word's end (`the Millers’ houses`) closes nothing. Compare the print where the quotation begins.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.pairs.leftovers import Survey, lonely, tail
from edcheck.text import Extent


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    survey: Survey | None = None
    for mark in lonely(document, "quote", opens=False):
        survey = survey or Survey(document, "quote")
        if survey.habit(mark.character):
            continue
        end = mark.offset + 1
        yield Draft(
            "unopened",
            Extent(mark.offset, end),
            {"mark": mark.character, "passage": tail(document, end)},
            confidence=0.75 if mark.character in '"’' else 0.85,
        )


rule = Rule(
    id="pairs/unopened-quote",
    severity="warning",
    doc=__doc__,
    messages={"unopened": "the quotation that ends {passage} is never opened"},
    check=check,
    bad=(
        Bad("The bridge is down,«”» said the ferryman. He went home."),
        Bad("The ‘Swan’ burnt. The mill is gone,«’» said he."),
    ),
    good=(
        Good("The ‘Swan’ was the Millers’ house, not the Smiths’.", because="plural possessives"),
        Good("“The bridge is down,\n\nthe mill is gone.”", because="it opened a paragraph before"),
        Good("The harbourâ€”the old oneâ€”was closed.", because="garbled characters are no quotation marks"),
        Good("â€œThe mill is gone,” he said.", because="its partner is garbled, which is a fault of its own"),
        Good(
            'The ferry sailed from     May 2, "\nArle and from Tarn\n\nThe weir at Arle broke     May 2, "\n'
            '                           May 12,"',
            because="ditto marks of a table",
        ),
        Good("He sang of th’ ‘Swan’ an’ o’ the mill.", because="clipped words"),
    ),
)
