"""Finds citations."""

from edcheck.model import Citation, Document


def find_citations(document: Document) -> list[Citation]:
    """Return what was found, in the order of the text."""
    return []
