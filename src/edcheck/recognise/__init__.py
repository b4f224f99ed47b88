"""What the words say: notes, dates, citations, marks, zones. Recognised once, for all formats; no verdicts."""

from edcheck.model import Document, Edition, Markup
from edcheck.recognise.citations import find_citations
from edcheck.recognise.dates import find_dates, read_encoded_dates
from edcheck.recognise.marks import find_marks
from edcheck.recognise.notes import find_notes
from edcheck.recognise.zones import find_zones

__all__ = ["recognise"]


def recognise(markup: Markup, edition: Edition) -> Document:
    """Make a `Document` of what a reader returned. Each step may use what the steps before it found."""
    document = Document(markup, edition)
    document.zones = find_zones(document)
    document.marks = find_marks(document)
    find_notes(document)
    document.dates = find_dates(document)
    read_encoded_dates(document)
    document.citations = find_citations(document)
    return document
