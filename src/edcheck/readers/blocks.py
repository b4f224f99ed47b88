"""The blocks of a marked-up page while its view grows, and the line breaks in them.

Places are counts of pieces until the view is built (see `ViewBuilder`).
"""

from edcheck.model import Block, Break, Markup
from edcheck.patterns import lazy_pattern
from edcheck.readers.elements import RULE, Frame
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span

_ORNAMENT = lazy_pattern(r"[\s*_=~#.\-–—·•⁂]*\Z")
_LONGEST_ORNAMENT = 60


@dataclass(slots=True)
class Blocks:
    """What is set off on a page. `start` is the place where the block begins that text is collected for."""

    start: int = 0
    ordinal: str = ""
    """The number that a list sets before the text that comes next."""
    breaks: list[tuple[int, int, int]] = field(default_factory=list)
    """Line breaks within blocks: the place, and where the tag begins and ends."""
    _blocks: list[tuple[int, int, Frame, str]] = field(default_factory=list)

    def end(self, place: int, frame: Frame) -> None:
        """End the block at a place behind its start."""
        self._blocks.append((self.start, place, frame, self.ordinal))
        self.start = place
        self.ordinal = ""

    def rule(self, place: int) -> None:
        """A line across the page."""
        self._blocks.append((place, place, RULE, ""))

    def gather(self, end: int) -> None:
        """The text from some place on has become the pieces up to `end`: so have the breaks in it."""
        for index in range(len(self.breaks) - 1, -1, -1):
            place, at, after = self.breaks[index]
            if place <= end:
                break
            self.breaks[index] = (end, at, after)

    def store(self, markup: Markup, offsets: list[int]) -> None:
        """Write blocks and breaks into the markup, once `offsets` tells where each place lies in the view."""
        text, blocks = markup.view.text, markup.blocks
        for first, last, (name, kind, level, css_class), ordinal in self._blocks:
            start, end = offsets[first], offsets[last]
            if start < end and text[start].isalnum() and not text[end - 1].isspace():
                blocks.append(Block(kind, Extent(start, end), level, 0, 0, name, css_class, ordinal))
                continue
            part = text[start:end]
            body = part.strip()
            if body:
                if len(body) < len(part):
                    start += len(part) - len(part.lstrip())
                    end = start + len(body)
                if not body[0].isalnum() and len(body) < _LONGEST_ORNAMENT and _ORNAMENT.match(body):
                    kind = "ornament"
                blocks.append(Block(kind, Extent(start, end), level, 0, 0, name, css_class, ordinal))
            elif name == "hr":
                blocks.append(Block(kind, Extent(start, end), name=name))
        markup.breaks += [Break("line", offsets[place], Span(at, end)) for place, at, end in self.breaks]
