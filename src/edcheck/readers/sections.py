"""The parts of a page that say what they are: the table of contents, and lists of notes."""

from edcheck.readers.lists import Lists
from edcheck.readers.roles import CONTENTS, NOTE_LISTS
from edcheck.readers.tags import Tag
from edcheck.records import dataclass, field


@dataclass(slots=True)
class Sections:
    """The open parts, each known by the depth of its content in the page's structure (0: not open)."""

    lists: Lists = field(default_factory=Lists)
    _contents: int = 0
    _notes: int = 0
    _around: int = 0
    """How many lists are open around the table of contents."""
    _before: int = 0
    """How many are open around the list of notes."""

    def open(self, tag: Tag, depth: int) -> None:
        """A block begins that may say what it is."""
        said = tag.roles
        if not self._contents and not said.isdisjoint(CONTENTS):
            self._contents, self._around = depth, self.lists.depth
        if not self._notes and not said.isdisjoint(NOTE_LISTS):
            self._notes, self._before = depth, self.lists.depth

    def leave(self, depth: int) -> None:
        """Blocks have closed: only those up to `depth` are open."""
        if self._contents > depth:
            self._contents = 0
        if self._notes > depth:
            self._notes = 0
        self.lists.leave(depth)

    @property
    def level(self) -> int:
        """How deep the innermost list of the table of contents is nested, 0 outside it."""
        return max(self.lists.depth - self._around, 1) if self._contents else 0

    @property
    def in_notes(self) -> bool:
        """Whether an item that begins here is a note: its list is the outermost of a list of notes."""
        return self._notes > 0 and self.lists.depth == self._before + 1
