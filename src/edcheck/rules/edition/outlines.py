"""The headings of all documents of an edition, unpacked once for the rules that ask for them."""

from collections.abc import Sequence

from edcheck.model import Facts
from edcheck.model.collection import once
from edcheck.model.contents import HeadingFact


def headings_of(facts: Sequence[Facts]) -> list[list[HeadingFact]]:
    """The headings of each document, in order."""
    return once(_headings, facts)


def _headings(facts: Sequence[Facts]) -> list[list[HeadingFact]]:
    return [document.headings if document.outline else [] for document in facts]
