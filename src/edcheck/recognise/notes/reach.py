"""Which marked notes a name reaches."""

from collections import defaultdict

from edcheck.model import NoteElement
from edcheck.recognise.notes.waiting import is_own_label

_TWINS = 4
"""Notes of one name that a reference may mean; beyond that a name says nothing."""


class NameIndex:
    """Notes by the names that reach them; where none bears a name exactly, capitals and blanks do not count."""

    def __init__(self, elements: list[NoteElement]) -> None:
        self.exact: defaultdict[str, list[int]] = defaultdict(list)
        self.folded: defaultdict[str, list[int]] = defaultdict(list)
        for index, element in enumerate(elements):
            for name in element.names:
                self.exact[name].append(index)
                if is_own_label(element):
                    self.folded[_fold(name)].append(index)

    def find(self, name: str) -> list[int]:
        """The notes, in the order of the text; of very many the first few."""
        return (self.exact.get(name) or self.folded.get(_fold(name)) or [])[:_TWINS]


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()
