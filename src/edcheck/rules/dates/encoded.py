"""What the rules on encoded dates share: where a statement stands, and how one becomes a fix."""

from bisect import bisect_left
from itertools import accumulate

from edcheck.model import Document, EncodedDate, Fix, StatedDate, Trust
from edcheck.text import Extent, Span


class Kept:
    """Answers in O(log n) whether a date overlaps a passage that is marked as wrong, or old, and kept so."""

    def __init__(self, document: Document) -> None:
        passages = document.markup.passages
        extents = sorted(passage.extent for passage in passages if passage.kind in ("sic", "original"))
        self._starts = [extent.start for extent in extents]
        self._reach = list(accumulate((extent.end for extent in extents), max))

    def overlap(self, encoded: EncodedDate) -> bool:
        """Whether any such passage has characters in common with the element's text."""
        extent = encoded.element.extent
        before = 0 if extent is None else bisect_left(self._starts, extent.end)
        return before > 0 and extent is not None and self._reach[before - 1] > extent.start


def one_line(written: str) -> str:
    """A statement as it is quoted in a message."""
    return " ".join(written.split())


def value_fixes(document: Document, value: StatedDate, trust: Trust = "suggestion") -> tuple[Fix, ...]:
    """The readings of an attribute's value as fixes."""
    return tuple(replaced(document, value, reading, trust) for reading in value.readings)


def replaced(document: Document, value: StatedDate, new: str, trust: Trust = "suggestion") -> Fix:
    """A fix that writes another value into an attribute."""
    return document.fix(f"change to “{new}”", value.place, new, trust)


def as_written(document: Document, stated: StatedDate) -> Span | None:
    """Where a statement stands in the source without markup inside it; None where it does not."""
    place = stated.place
    if isinstance(place, Extent):
        spans = document.view.spans(place)
        if len(spans) != 1:
            return None
        place = spans[0]
    written = document.source.text[place.start : place.end]
    return place if written == stated.written else None


def text_fixes(document: Document, text: StatedDate, readings: tuple[str, ...]) -> tuple[Fix, ...]:
    """Other readings of an enclosed text as fixes; none where markup stands inside it."""
    place = as_written(document, text)
    if place is None:
        return ()
    return tuple(document.fix(f"change to “{one_line(reading)}”", place, reading) for reading in readings)
