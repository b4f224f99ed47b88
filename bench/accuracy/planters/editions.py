"""The edition as a whole: two files in each other's place."""

from itertools import pairwise
from random import Random

from bench.accuracy.planting import Page, Planter, Planting
from edcheck.text import Span

_LEAST = 8
"""Texts of an edition whose order shows."""


def swapped_files(page: Page, random: Random) -> Planting | None:
    """Two texts of an edition stand in each other's place."""
    others = [other for other in page.others if other.name != page.document.name]
    firsts = [other.notes[0].label.value or 0 for other in page.others if other.notes]
    if len(firsts) < len(page.others) or not all(before < after for before, after in pairwise(firsts)):
        return None
    # Where notes stand in a file of their own, each link to them breaks: that is another fault, and many.
    if len(others) + 1 < _LEAST or page.document.crossings:
        return None
    other = random.choice(others)
    elsewhere = tuple((one.name, Span(0, len(one.source.text))) for one in page.others)
    return Planting((), (Span(0, len(page.source)),), elsewhere, restorable=False, exchange=other.name)


PLANTERS: dict[str, Planter] = {"swapped files": swapped_files}
