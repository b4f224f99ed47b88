"""`Marker`: a place that may call a note or begin one; and by which names it can be reached."""

from bisect import bisect_left, bisect_right
from typing import Literal

from edcheck.model import Document, Label
from edcheck.records import dataclass
from edcheck.text import Extent

Shape = Literal["footnote", "bracket", "stop", "enclosed", "superscript", "link"]


@dataclass(slots=True)
class Marker:
    """A candidate: where it stands, its label, and what is known of it. `star` names a starred series."""

    extent: Extent
    label_extent: Extent
    label: Label
    star: str
    shape: Shape
    heads_block: bool
    block: int
    link: int | None = None
    anchors: tuple[str, ...] = ()
    garbled: str | None = None


def block_of(starts: list[int], offset: int) -> int:
    """The index of the block that holds an offset (the last that begins before it)."""
    return bisect_right(starts, offset) - 1


class AnchorIndex:
    """Anchors by place, so that a marker can be told by which names it can be reached."""

    def __init__(self, document: Document) -> None:
        self.anchors = sorted(document.anchors, key=lambda anchor: anchor.extent.start)
        self.starts = [anchor.extent.start for anchor in self.anchors]

    def near(self, first: int, start: int, end: int) -> tuple[str, ...]:
        """Names of anchors that begin between `first` (the block's head, or the marker) and the marker's end.

        An anchor that begins where the marker ends belongs to what follows, unless it is empty.
        """
        low = bisect_left(self.starts, max(first - 1, 0))
        high = bisect_right(self.starts, end)
        names = [
            anchor.name
            for anchor in self.anchors[low:high]
            if anchor.extent.start < end or anchor.extent.start == anchor.extent.end
        ]
        return tuple(dict.fromkeys(names))


def fragment_of(document: Document, marker: Marker) -> str | None:
    """The name that a marker's link asks for on its own page."""
    return document.links[marker.link].fragment if marker.link is not None else None
