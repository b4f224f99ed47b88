"""Streams of text: what runs through the document, and what is set behind it.

A note that stands in a sentence belongs to a stream of its own, so that the sentence reads on. There is one stream
for each depth: the running text, its notes, notes to these. A place is a `Mark` until all streams are laid end to
end; then it is an offset in the view.
"""

from edcheck.model import Block, Flaw
from edcheck.patterns import lazy_pattern
from edcheck.readers.running_text import FRESH
from edcheck.readers.tei.elements import Frame
from edcheck.readers.tei.entities import Entities, XmlText
from edcheck.text import Extent, TextView

_WIDEST = 256
"""Blanks that are taken off an extent at each end, so that elements around one another share no long work."""
_BLANK = lazy_pattern(rf"\s{{0,{_WIDEST}}}+")
_ORNAMENT = lazy_pattern(r"[\s*_=~#.\-–—·•⁂]*\Z")
_LONGEST_ORNAMENT = 60
_DEEPEST = 8
"""Notes nested deeper than that stay in the stream they stand in."""


Mark = tuple[int, int]
"""A place: the number of a stream, and the number of pieces before the place in it."""


class Stream:
    """One stream while it grows: its text, its finished blocks, and where the block at hand begins."""

    __slots__ = ("block_start", "blocks", "running", "texts")

    def __init__(self, flaws: list[Flaw], entities: Entities) -> None:
        self.running = XmlText(flaws, entities)
        self.texts = self.running.texts
        self.blocks: list[tuple[int, int, Frame]] = []
        self.block_start = 0

    def end_block(self, frame: Frame) -> None:
        """End the block that text was collected for."""
        self.running.state = FRESH
        place = len(self.texts)
        if place > self.block_start:
            self.blocks.append((self.block_start, place, frame))
            self.block_start = place


class Streams:
    """All streams of a document; `current` is the one that text goes to, `depth` its number."""

    def __init__(self, flaws: list[Flaw]) -> None:
        self._flaws = flaws
        self.entities = Entities()
        self._all = [Stream(flaws, self.entities)]
        self.current = self._all[0]
        self.depth = 0
        self.view = TextView.identity("")
        self._bases: list[int] = []
        self._offsets: list[int] = []

    def declare(self, entities: Entities) -> None:
        """Know what the document declares; called before any text."""
        self.entities = entities
        for stream in self._all:
            stream.running.entities = entities

    def mark(self) -> Mark:
        """The place that comes next."""
        return self.depth, len(self.current.texts)

    def enter(self) -> bool:
        """Go to the next deeper stream; False where there are too many."""
        if self.depth == _DEEPEST:
            return False
        self.depth += 1
        if self.depth == len(self._all):
            self._all.append(Stream(self._flaws, self.entities))
        self.current = self._all[self.depth]
        return True

    def leave(self) -> None:
        """Return to the stream around."""
        self.depth -= 1
        self.current = self._all[self.depth]

    def lay(self) -> None:
        """Set the streams one behind the other and build the view; marks can be turned into offsets then."""
        first, *others = self._all
        builder = first.running.builder
        self._bases = [0]
        for stream in others:
            if stream.texts and builder.texts:
                builder.inserted("\n", stream.running.sources[0])
            self._bases.append(builder.extend(stream.running.builder))
        self.view = builder.build()
        self._offsets = builder.offsets

    def offset(self, mark: Mark) -> int:
        """Where a mark lies in the view."""
        stream, place = mark
        return self._offsets[self._bases[stream] + place]

    def extent(self, start: Mark, end: Mark) -> Extent:
        """The text between two marks of one stream, without blanks around it."""
        low, high = self.offset(start), self.offset(end)
        text = self.view.text
        if low < high and text[low].isspace():
            match = _BLANK.match(text, low, high)
            low = match.end() if match else low
        if low < high and text[high - 1].isspace():
            tail = text[max(low, high - _WIDEST) : high]
            high -= len(tail) - len(tail.rstrip())
        return Extent(low, max(low, high))

    def blocks(self) -> list[Block]:
        """The blocks of all streams in the order of the view."""
        found: list[Block] = []
        text = self.view.text
        for stream, base in zip(self._all, self._bases, strict=True):
            for first, last, (name, kind, level, _) in stream.blocks:
                start, end = self._offsets[base + first], self._offsets[base + last]
                part = text[start:end]
                body = part.strip()
                if not body:
                    continue
                start += len(part) - len(part.lstrip())
                if not body[0].isalnum() and len(body) < _LONGEST_ORNAMENT and _ORNAMENT.match(body):
                    kind = "ornament"
                found.append(Block(kind, Extent(start, start + len(body)), level, 0, 0, name))
        return found
