"""A quotation is opened and never closed.

The closing mark was lost where the quotation ends, often at a line or paragraph end or before `said he`. A
quotation over several paragraphs that opens each of them again and closes once, at its end, is right, and so
is an apostrophe at a word's head (`’Twas`). Compare the print where the quotation ends.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.pairs.leftovers import Survey, head, lonely
from edcheck.text import Extent


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    survey: Survey | None = None
    for mark in lonely(document, "quote", opens=True):
        survey = survey or Survey(document, "quote")
        if survey.habit(mark.character):
            continue
        straight = mark.character == '"'
        yield Draft(
            "unclosed",
            Extent(mark.offset, mark.offset + 1),
            {"mark": mark.character, "passage": head(document, mark.offset)},
            confidence=0.75 if straight else 0.85,
        )


rule = Rule(
    id="pairs/unclosed-quote",
    severity="warning",
    doc=__doc__,
    messages={"unclosed": "the quotation that begins {passage} is never closed"},
    check=check,
    bad=(
        Bad("«“»The bridge is down, said the ferryman. He went home."),
        Bad("The «‘»Swan of Arle was an inn.\n\nIt burnt down."),
        Bad("Il dit ⟦«⟧ oui . Puis « non » fut écrit.", marks="⟦⟧"),
        Bad('He said, «"»the bridge is down. "I saw it."'),
    ),
    good=(
        Good("Il dit « oui ».\n\n« La barque, dit-il.\n\n« Le pont. »", because="each paragraph opens again"),
        Good("The rebels’ hands were tied; ’twas the ‘Swan’ they meant.", because="apostrophes"),
        Good("“The bridge is down.\n\n“The mill is gone.”", because="the quotation opens each paragraph again"),
        Good(
            'BESS (sings).\n    "O the water is wide,\n    He comes no more.\n\n    "I wait," quo\' she.',
            because="each stanza opens the quotation again",
        ),
        Good('A plank of 12" by 3" was laid.', because="inches"),
        Good("M‘Gregor of the ‘Swan’", because="a letter of the name"),
    ),
)
