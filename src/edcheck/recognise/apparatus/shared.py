"""`SharedApparatus`: notes and references of several documents in one set of coordinates.

The documents lie one behind the other, and all notes behind all references, whatever the order of the files: so
the aligner and the rules see what they see in a text whose notes stand at its end. Only where a rule speaks is a
document looked at again, to show its text; until then facts are enough.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from edcheck.model import (
    Alignment,
    Astray,
    Document,
    Edit,
    Edition,
    Facts,
    Fix,
    Look,
    LostImage,
    Note,
    Reference,
    Scope,
    Series,
    Ties,
)
from edcheck.model.edition import NO_SETTINGS
from edcheck.model.fix import Trust
from edcheck.text import Extent, Span


class SharedApparatus:
    """What several documents share; an `Apparatus` to rules."""

    def __init__(self, facts: Sequence[Facts], look: Look) -> None:
        self.facts = facts
        self.ties = [Ties.unpack(one.ties) for one in facts]
        self.edition: Edition = NO_SETTINGS
        self.notes: list[Note] = []
        self.references: list[Reference] = []
        self.series: list[Series] = []
        self.scopes: list[Scope] = []
        self.alignment = Alignment()
        self.astray: list[Astray] = []
        self.lost_images: list[LostImage] = []
        self._look = look
        self._names: dict[int, frozenset[str]] = {}
        self._starts = list(accumulate((one.length + 1 for one in facts), initial=0))
        self._sources = list(accumulate((one.source_length + 1 for one in facts), initial=0))

    def names(self, document: int) -> frozenset[str]:
        """The names by which links can reach a place of a document."""
        if document not in self._names:
            self._names[document] = frozenset(self.ties[document].names)
        return self._names[document]

    def extent(self, document: int, extent: Extent, note: bool = False) -> Extent:
        """Bring an extent of one document into the common coordinates."""
        by = self._starts[document] + (self._starts[-1] if note else 0)
        return Extent(extent.start + by, extent.end + by)

    def span(self, document: int, span: Span) -> Span:
        """Bring a span of one document into the common coordinates."""
        by = self._sources[document]
        return Span(span.start + by, span.end + by)

    def place(self, document: int, place: Extent | Span, note: bool = False) -> Extent | Span:
        """Bring a place of one document into the common coordinates."""
        return self.extent(document, place, note) if isinstance(place, Extent) else self.span(document, place)

    def document_of(self, place: Extent | Span) -> int:
        """The document in which a place lies, as an index into `facts`."""
        if isinstance(place, Extent):
            return bisect_right(self._starts, place.start % self._starts[-1]) - 1
        return bisect_right(self._sources, place.start) - 1

    def at(self, place: Extent | Span) -> tuple[str, Document | None, Extent | Span]:
        """The name of the document in which a place lies, the document, and the place in its own coordinates."""
        index = self.document_of(place)
        path = self.facts[index].path
        document = self._look(path)
        if isinstance(place, Extent):
            by = self._starts[index] + place.start // self._starts[-1] * self._starts[-1]
            return path, document, Extent(place.start - by, place.end - by)
        by = self._sources[index]
        return path, document, Span(place.start - by, place.end - by)

    def quote(self, extent: Extent) -> str:
        """The readable text of an extent; empty where its document is not to be had any more."""
        _, document, place = self.at(extent)
        return document.quote(place) if document is not None and isinstance(place, Extent) else ""

    def edit(self, place: Extent | Span, new: str) -> tuple[Edit, ...]:
        """Edits that replace the text at `place` by `new`."""
        _, document, own = self.at(place)
        return document.edit(own, new) if document is not None else ()

    def fix(self, title: str, place: Extent | Span, new: str, trust: Trust = "suggestion") -> Fix:
        """A `Fix` of one replacement."""
        return Fix(title, self.edit(place, new), trust)
