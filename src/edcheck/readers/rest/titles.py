"""Titles: their rank is the order in which their lines first appear, and their words are goals of links."""

from edcheck.readers.elements import Frame
from edcheck.readers.galley import Galley, Place
from edcheck.readers.rest.inline import normal
from edcheck.text import Span

_LOWEST = 6


class Titles:
    """The titles of one text."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._ranks: dict[tuple[str, str], int] = {}
        self._found: list[tuple[int, Place, Place]] = []

    def frame(self, under: str, over: str) -> Frame:
        """The block of a title with these lines under and over it."""
        rank = min(self._ranks.setdefault((under, over), len(self._ranks) + 1), _LOWEST)
        return Frame(f"h{rank}", "heading", rank)

    def add(self, start: int, before: Place) -> None:
        """A title has been set; the first one is the text's."""
        end = self._galley.place
        markup = self._galley.markup
        if not self._found and not markup.title:
            markup.title = self._galley.words(before, end)
        self._found.append((start, before, end))

    def store(self) -> None:
        """Record the names that titles are, unless another place is called so."""
        if not self._galley.has_inner_links:
            return
        taken = self._galley.names
        for at, start, end in self._found:
            name = normal(self._galley.words(start, end))
            if name and name not in taken:
                taken.add(name)
                self._galley.anchor(name, Span(at, at), Span(at, at), start, end)
