"""A quotation is opened and never closed.

The closing mark was lost where the quotation ends, often at a line or paragraph end or before `said he`. A
quotation over several paragraphs that opens each of them again and closes once, at its end, is right, and so
is an apostrophe at a word's head (`’Twas`). Compare the print where the quotation ends.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.pairs.leftovers import Survey, by_passage, head, lonely
from edcheck.text import Extent


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    survey: Survey | None = None
    for marks in by_passage(lonely(document, "quote", opens=True)):
        survey = survey or Survey(document, "quote")
        mark = marks[0]
        if survey.habit(mark.character):
            continue
        straight = mark.character == '"'
        yield Draft(
            "unclosed",
            Extent(mark.offset, mark.offset + 1),
            {"mark": mark.character, "passage": head(document, mark.offset)},
            tuple((Extent(at.offset, at.offset + 1), "nor is what opens here") for at in marks[1:_LISTED]),
            confidence=0.75 if straight else 0.85,
        )


_LISTED = 4
"""Marks of one passage that are shown."""

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
        Bad('She wrote: «"»the ferry of "Arle, an old "boat, sank.'),
        Bad("Voir A. Orlow, ⟦«⟧ La barque de Tarn « , Gazette du Port, p. 12.", marks="⟦⟧"),
        Bad("“ ‘Dear Sir,\n\n“ ‘The mill is gone.\n\n“ «‘»Orlow.”"),
    ),
    good=(
        Good("Il dit « oui ».\n\n« La barque, dit-il.\n\n« Le pont. »", because="each paragraph opens again"),
        Good("The rebels’ hands were tied; ’twas the ‘Swan’ they meant.", because="apostrophes"),
        Good("“The bridge is down.\n\n“The mill is gone.”", because="the quotation opens each paragraph again"),
        Good(
            'BESS (sings).\n    "O the water is wide,\n    He comes no more.\n\n    "I wait," quo\' she.',
            because="each stanza opens the quotation again",
        ),
        Good(
            'He said:\n\n"The bridge is down.\n\nI told her, and she said,\n\n\'I saw it, for he said, "Run!" and'
            ' he said, "It is down."\'"',
            because="the outer quotation ends right behind the inner one, paragraphs later",
        ),
        Good('"Row her home:\n  The tide is low.\n\n"\'A bell on the mole,\'"etc., etc.', because="a lost blank"),
        Good('" A new ferry was bought at Arle. The old one sank."', because="a blank behind the first mark"),
        Good('A plank of 12" by 3" was laid.', because="inches"),
        Good("M‘Gregor of the ‘Swan’", because="a letter of the name"),
    ),
)
