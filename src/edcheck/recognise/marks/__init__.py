"""Brackets and quotation marks, each with its partner.

Whatever is an apostrophe, a prime, a list label or an emoticon is no mark and is left out.
"""

from edcheck.model import Document, Marks
from edcheck.recognise.marks.brackets import pair_brackets
from edcheck.recognise.marks.pairing import Pairing
from edcheck.recognise.marks.quotes import pair_quotes
from edcheck.recognise.mojibake import find_mojibake


def find_marks(document: Document) -> Marks:
    """Return all marks, partners joined. Code and garbled characters are passed over."""
    text = document.text
    passed = [zone.extent for zone in document.zones if zone.kind == "code"]
    passed += [garbled.extent for garbled in find_mojibake(text)]
    pairing = Pairing(text, document.blocks, document.block_starts, sorted(passed))
    pair_brackets(pairing)
    brackets = frozenset(pairing.opens)
    pair_quotes(pairing)
    return Marks(
        text,
        pairing.opens,
        pairing.partners,
        brackets,
        pairing.mismatched,
        pairing.crossed,
        pairing.miscurled,
        pairing.continued,
        pairing.block_starts,
    )
