"""Brackets and quotation marks, each with its partner.

Whatever is an apostrophe, a prime, a list label or an emoticon is no mark and is left out.
"""

from edcheck.model import Document, Mark
from edcheck.recognise.brackets import pair_brackets
from edcheck.recognise.pairing import Pairing
from edcheck.recognise.quotes import pair_quotes


def find_marks(document: Document) -> list[Mark]:
    """Return all marks in the order of the text, partners joined. Code is passed over."""
    text = document.text
    code = [zone.extent for zone in document.zones if zone.kind == "code"]
    pairing = Pairing(text, document.blocks, code)
    pair_brackets(pairing)
    brackets = frozenset(pairing.opens)
    pair_quotes(pairing)
    places = sorted(pairing.opens)
    index = {place: number for number, place in enumerate(places)}
    marks = []
    for place in places:
        partner = pairing.partners.get(place)
        marks.append(
            Mark(
                place,
                text[place],
                "bracket" if place in brackets else "quote",
                pairing.opens[place],
                None if partner is None else index[partner],
                place in pairing.mismatched,
                pairing.block_of[place],
                place in pairing.crossed,
                place in pairing.miscurled,
                place in pairing.continued,
            )
        )
    return marks
