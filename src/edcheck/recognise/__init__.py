"""What the words say: notes, dates, citations, marks, zones. Recognised once, for all formats; no verdicts."""

from edcheck.model import Document, Edition, Markup
from edcheck.recognise.citations import find_citations
from edcheck.recognise.dates import find_dates, read_encoded_dates
from edcheck.recognise.marks import find_marks
from edcheck.recognise.notes import find_notes
from edcheck.recognise.zones import find_zones
from edcheck.stages import Watch, unwatched

__all__ = ["recognise"]


def recognise(markup: Markup, edition: Edition, watch: Watch = unwatched) -> Document:
    """Make a `Document` of what a reader returned. Each step may use what the steps before it found."""
    document = Document(markup, edition)
    document.zones = watch("zones", find_zones)(document)
    document.marks = watch("marks", find_marks)(document)
    watch("notes", find_notes)(document)
    document.dates = watch("dates", find_dates)(document)
    watch("encoded dates", read_encoded_dates)(document)
    document.citations = watch("citations", find_citations)(document)
    return document
