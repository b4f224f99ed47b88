"""A column: one text that reads on, growing run by run and block by block."""

from edcheck.model import Flaw
from edcheck.readers.elements import RULE, Frame
from edcheck.readers.hyperlinks import Hyperlinks
from edcheck.readers.running_text import FRESH, INSIDE, RunningText
from edcheck.readers.tags import Tag
from edcheck.text import Span


class Column:
    """One text that reads on, growing piece by piece; `number` is its place among the columns."""

    __slots__ = ("block_start", "blocks", "builder", "hyperlinks", "number", "running", "sources", "texts")

    def __init__(self, number: int, flaws: list[Flaw]) -> None:
        self.number = number
        self.running = RunningText(flaws)
        self.builder = self.running.builder
        self.texts, self.sources = self.running.texts, self.running.sources
        self.hyperlinks = Hyperlinks()
        self.blocks: list[tuple[int, int, Frame]] = []
        self.block_start = 0

    def verbatim(self, text: str, at: int) -> None:
        """Append text that stands at `at` in the source; blanks at the head of a block are left out."""
        running = self.running
        if running.state == FRESH:
            if text.isspace():
                return
            running.begin_line(at)
        running.state = INSIDE
        if text:
            self.texts.append(text)
            self.sources.append(at)

    def indivisible(self, text: str, start: int, end: int) -> None:
        """Append text that stands for the source span `[start, end)` as a whole."""
        if self.running.state == FRESH:
            self.running.begin_line(start)
        self.running.state = INSIDE
        if text:
            self.running.ends[len(self.texts)] = end
            self.texts.append(text)
            self.sources.append(start)

    def line_break(self, written: str, at: int) -> None:
        """Append a line's end as written, within a block."""
        if self.running.state != FRESH:
            self.builder.verbatim(written, at)

    def trim(self) -> None:
        """Drop the blanks that stand between a word and a call: neither has them on the page."""
        last = len(self.texts) - 1
        if last >= self.block_start and self.texts[last][-1] in " \t":
            kept = self.texts[last].rstrip(" \t")
            if not self.builder.is_verbatim(last):
                return
            if kept:
                self.texts[last] = kept
            else:
                self.texts.pop()
                self.sources.pop()

    def end_block(self, frame: Frame) -> None:
        """End the block that text was collected for, if any was."""
        self.running.state = FRESH
        place = len(self.texts)
        if place > self.block_start:
            self.blocks.append((self.block_start, place, frame))
            self.block_start = place
            if self.hyperlinks.unlimited:
                self.hyperlinks.limit(place)

    def discard(self) -> None:
        """Forget all that was appended."""
        self.running = RunningText([])
        self.builder = self.running.builder
        self.texts, self.sources = self.running.texts, self.running.sources
        self.hyperlinks = Hyperlinks()
        self.blocks, self.block_start = [], 0

    def rule(self) -> None:
        """Set a rule between two blocks."""
        self.blocks.append((len(self.texts), len(self.texts), RULE))

    def marked_up(self, text: str, at: int) -> None:
        """Append text in which character references stand for characters."""
        running = self.running
        if running.state:
            running.first_run(text, at, False)
        elif "&" in text:
            running.references(text, at)
        else:
            self.texts.append(text)
            self.sources.append(at)

    def phrase(self, tag: Tag, at: int, closing: bool, following: str) -> None:
        """A tag of HTML within a line; `following` is the character behind it."""
        if closing:
            self.hyperlinks.end(tag.name, len(self.texts))
            return
        if tag.name == "br" and self.running.state != FRESH and following not in ("\n", "\r"):
            self.builder.inserted("\n", at)
        if self.running.state == FRESH:
            self.running.begin_line(at)
        self.hyperlinks.start(tag, at, len(self.texts))

    def named_block(self, tag: Tag, at: int) -> None:
        """A tag of HTML that begins or ends a block; a name that it bears lies at the head of what follows."""
        if "id" in tag.values:
            self.running.begin_line(at)
            self.hyperlinks.start_block(tag, at, len(self.texts), 0)
            self.hyperlinks.leave_blocks(-1, len(self.texts))


def tag_flaws(tag: Tag, at: int) -> list[Flaw]:
    """What is wrong inside a tag that stands at `at`."""
    return [Flaw(kind, Span(at + start, at + end), data) for kind, start, end, data in tag.flaws]
