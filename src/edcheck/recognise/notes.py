"""Finds notes."""

from edcheck.model import Document


def find_notes(document: Document) -> None:
    """Fill notes, references, series, scopes and alignment."""
