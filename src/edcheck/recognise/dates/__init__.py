"""Finds dates."""

from edcheck.model import Date, Document


def find_dates(document: Document) -> list[Date]:
    """Return what was found, in the order of the text."""
    return []
