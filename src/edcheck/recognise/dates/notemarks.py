"""Where note references begin: the 1 of `July 31` may call a note."""

from edcheck.model import Document


class NoteMarks:
    """Where note references begin: a figure there is no part of a day or a year."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts: frozenset[int] | None = None

    def first_in(self, start: int, end: int) -> int | None:
        """The first offset in `[start, end)` where a reference begins."""
        if self._starts is None:
            markers = (reference.marker for reference in self._document.references)
            self._starts = frozenset(place.start for place in (*markers, *self._document.markup.superscripts))
        return next((offset for offset in range(start, end) if offset in self._starts), None)
