"""References whose numbers a word processor counts: they show no number that could speak against their target.

A footnote that is asked for by an identifier which nothing bears is lost, though a note that nothing calls be
counted to the same number: the two are one slip, told where the reference stands.
"""

from edcheck.model import Document, Repair
from edcheck.text import Span

_MARK = "\ufffc"
"""What stands in the text for the mark of a note."""


def part_automatic(document: Document, linked: dict[int, list[int]]) -> None:
    """Part pairs that only their automatic numbers made; `linked` says what the references name."""
    alignment, source = document.alignment, document.source.text
    told = {repair.reference for repair in alignment.repairs}
    kept = []
    for index, note in alignment.pairs:
        reference = document.references[index]
        place = reference.label_place
        named = index in linked or index in told or not reference.target
        if named or not isinstance(place, Span) or source[slice(*place)] != _MARK:
            kept.append((index, note))
            continue
        alignment.repairs.append(
            Repair("missing-note", None, index, reference.label.text, 1.2, 0.95, scope=reference.scope)
        )
    alignment.pairs = kept
