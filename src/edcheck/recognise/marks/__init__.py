"""Brackets and quotation marks, each with its partner.

Whatever is an apostrophe, a prime, a list label or an emoticon is no mark and is left out.
"""

from edcheck.model import Document, Mark
from edcheck.recognise.marks.brackets import pair_brackets
from edcheck.recognise.marks.pairing import Pairing
from edcheck.recognise.marks.quotes import pair_quotes
from edcheck.recognise.mojibake import find_mojibake


def find_marks(document: Document) -> list[Mark]:
    """Return all marks in the order of the text, partners joined. Code and garbled characters are passed over."""
    text = document.text
    passed = [zone.extent for zone in document.zones if zone.kind == "code"]
    passed += [garbled.extent for garbled in find_mojibake(text)]
    pairing = Pairing(text, document.blocks, sorted(passed))
    pair_brackets(pairing)
    brackets = frozenset(pairing.opens)
    pair_quotes(pairing)
    opens, partners = pairing.opens, pairing.partners
    index = {place: number for number, place in enumerate(sorted(opens))}
    marks = [
        Mark(
            place,
            text[place],
            "bracket" if place in brackets else "quote",
            opens[place],
            index[partners[place]] if place in partners else None,
            block=pairing.block(place),
        )
        for place in index
    ]
    for place in pairing.mismatched:
        marks[index[place]].mismatched = True
    for place in pairing.crossed:
        marks[index[place]].crossed = True
    for place in pairing.miscurled:
        marks[index[place]].miscurled = True
    for place in pairing.continued:
        marks[index[place]].continued = True
    return marks
