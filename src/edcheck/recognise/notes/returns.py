"""Ways back: links in a note that lead to where it is called, besides its own label.

They show an arrow, a word, or the label with a letter for each further reference (`15b`), and stand anywhere in
the note. A link that leads to another place of the page, its top or a chapter, is no way back.
"""

import re
from bisect import bisect_left, bisect_right

from edcheck.model import Document, Note
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent

_RETURN = lazy_pattern(
    r"[\s\[({]*+(?:[↩↵⏎↑⇑⇧⬆⤴⮌^«‹][\ufe0e\ufe0f]?|\d{1,4}?[a-z]?"
    r"|(?:jump |go )?(?:back|return|up|retour|zurück|назад)\b[^\n]{0,30})[\s\])}.]*+\Z",
    re.IGNORECASE,
)
_LONGEST = 40
_AFTER = 4
"""Code points between the text of a note and a way back that is no part of it."""


def add_returns(document: Document) -> None:
    """Add to the `links` of every note those in its text that lead back."""
    links, notes = document.links, document.notes
    if not links or not notes:
        return
    names = _Names(document)
    starts = [link.extent.start for link in links]
    taken = {link for note in notes for link in note.links}
    taken.update(reference.link for reference in document.references if reference.link is not None)
    heads = sorted(_head(note) for note in notes)
    for note in notes:
        start = _head(note)
        at = bisect_right(heads, start)
        following = heads[at : at + 1]
        end = min([note.body.end + _AFTER, *following])
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        back = [index for index in range(low, high) if index not in taken and names.lead_back(note, index)]
        if back:
            note.links = (*note.links, *back)
            taken.update(back)


def _head(note: Note) -> int:
    """Where a note begins, its label included."""
    place = note.label_place
    return min(note.marker.start, place.start - 1) if isinstance(place, Extent) else note.marker.start


class _Names:
    """What places of a page are called, and which of them are references."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known = {anchor.name for anchor in document.anchors}
        self.calling = {name for reference in document.references for name in reference.anchors}

    def lead_back(self, note: Note, link: int) -> bool:
        """Whether a link looks like a way back, and leads to a reference, to its own note, or nowhere."""
        found = self.document.links[link]
        name, (start, end) = found.fragment, found.extent
        if not name or end - start > _LONGEST or not _RETURN.match(self.document.text, start, end):
            return False
        return name in self.calling or name in note.anchors or (name not in self.known and name.lower() != "top")
