"""What the rules on encoded dates share: where a statement stands, and how one becomes a fix."""

from edcheck.model import Document, EncodedDate, Fix, StatedDate, Trust
from edcheck.text import Extent, Span


def in_sic(document: Document, encoded: EncodedDate) -> bool:
    """Whether the element overlaps a passage that is marked as wrong, or old, and kept so."""
    extent = encoded.element.extent
    return extent is not None and any(
        passage.kind in ("sic", "original")
        and passage.extent.start < extent.end
        and extent.start < passage.extent.end
        for passage in document.markup.passages
    )


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
