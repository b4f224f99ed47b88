"""What stands on a page and is no prose: code, formulas and pictures, and the glosses above a line."""

from edcheck.readers.blocks import Blocks
from edcheck.readers.hyperlinks import Hyperlinks
from edcheck.readers.tags import Tag
from edcheck.records import dataclass
from edcheck.text import ViewBuilder

_OBJECTS = frozenset({"code", "math", "svg"})
"""Elements that stand in the view as one U+FFFC."""
GLOSSES = frozenset({"rt", "rp"})
"""Parts of `ruby` that are set above its text or around it."""
GAPS = _OBJECTS | GLOSSES


@dataclass(slots=True)
class Gaps:
    """Takes such an element out of the text when it ends, if no block has ended in it."""

    builder: ViewBuilder
    hyperlinks: Hyperlinks
    blocks: Blocks
    name: str = ""
    """The open element, empty where none is."""
    _nested: int = 0
    _place: int = 0
    _elements: int = 0
    _at: int = 0

    def start(self, tag: Tag, end: int) -> None:
        """Such an element begins; `end` is where its start tag ends in the source."""
        if tag.empty:
            return
        if self.name in GLOSSES:
            self.end(self.name, end - tag.length)
        if self.name == tag.name:
            self._nested += 1
        elif not self.name:
            self.name, self._nested = tag.name, 0
            self._place, self._elements, self._at = self.builder.place, self.hyperlinks.count, end

    def end(self, name: str, at: int) -> None:
        """Its end tag stands at `at`."""
        if name != self.name:
            return
        if self._nested:
            self._nested -= 1
            return
        self.name = ""
        if self.blocks.start > self._place or self.builder.place <= self._place:
            return
        shown = "\ufffc" if name in _OBJECTS else ""
        self.builder.gather(self._place, shown, self._at, at)
        self.hyperlinks.gather(self._elements, self._place, self.builder.place)
        self.blocks.gather(self.builder.place)
