"""Looking up passages: whether a place lies in a stretch of which the markup says something editorial."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from edcheck.model.markup import Passage, PassageKind
from edcheck.text import Extent


class PassageIndex:
    """Passages by kind, each kind's in order; looked up in O(log passages), nested ones included."""

    __slots__ = ("_by_kind", "_passages")

    def __init__(self, passages: list[Passage]) -> None:
        self._passages = passages
        self._by_kind: dict[PassageKind, tuple[list[int], list[int]]] = {}

    def touches(self, extent: Extent, kinds: Iterable[PassageKind]) -> bool:
        """True where a character of the extent lies in a passage of one of the kinds."""
        if not self._passages:
            return False
        for kind in kinds:
            starts, farthest = self._of(kind)
            before = bisect_right(starts, max(extent.end - 1, extent.start))
            if before and farthest[before - 1] > extent.start:
                return True
        return False

    def _of(self, kind: PassageKind) -> tuple[list[int], list[int]]:
        """Where passages of a kind begin, and how far those up to each of them reach."""
        found = self._by_kind.get(kind)
        if found is None:
            of_kind = (passage.extent for passage in self._passages if passage.kind == kind)
            extents = sorted(extent for extent in of_kind if extent.start < extent.end)
            starts = [extent.start for extent in extents]
            found = self._by_kind[kind] = starts, list(accumulate((extent.end for extent in extents), max))
        return found
