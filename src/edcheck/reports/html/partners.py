"""What belongs to a reference or to a note at a place: the other half, so that both sides can be read at once."""

from bisect import bisect_right
from collections.abc import Iterator

from edcheck.model import Document
from edcheck.text import Extent

_MOST = 3
"""References shown for one note that many call."""


class Partners:
    """The notes and references of a document by place, with whom the alignment pairs each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        markers = [(reference.marker, 0, index) for index, reference in enumerate(document.references)]
        markers += [(note.marker, 1, index) for index, note in enumerate(document.notes)]
        self._markers = sorted(markers)
        self._starts = [marker.start for marker, _, _ in self._markers]
        self._note_of: dict[int, int] = {}
        self._references_of: dict[int, list[int]] = {}
        for reference, note in document.alignment.pairs:
            self._note_of[reference] = note
            self._references_of.setdefault(note, []).append(reference)

    def of(self, extent: Extent) -> Iterator[tuple[str, Extent]]:
        """The other half of what stands at the extent: what to call it, and where it is."""
        index = bisect_right(self._starts, extent.start) - 1
        if index < 0 or self._markers[index][0].end < extent.start:
            return
        _, is_note, which = self._markers[index]
        notes, references = self._document.notes, self._document.references
        if is_note:
            for reference in self._references_of.get(which, ())[:_MOST]:
                place = references[reference]
                yield f"reference {place.label.text}, which calls it", place.marker
        elif which in self._note_of:
            note = notes[self._note_of[which]]
            yield f"note {note.label.text}, which answers it", note.marker
