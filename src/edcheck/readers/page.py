"""A page of HTML under construction: its view, and the blocks that its elements set off.

Each method is told of one tag: what the tag says, and at which offset of the source it stands.
"""

from edcheck.model import Flaw, Markup
from edcheck.readers.blocks import Blocks
from edcheck.readers.elements import HEADINGS, PAGE, Structure, frame_of
from edcheck.readers.gaps import Gaps
from edcheck.readers.hyperlinks import Hyperlinks
from edcheck.readers.interface import decoding_problems
from edcheck.readers.running_text import AFTER_BREAK, FRESH, INSIDE, RunningText
from edcheck.readers.sections import Sections
from edcheck.readers.tags import Tag
from edcheck.text import Source, Span, ViewBuilder


class Page:
    """What is known of the page so far. `frame` is the element whose text comes next."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.markup = Markup(source, "html", ViewBuilder().build(), problems=decoding_problems(source))
        self.running = RunningText(self.markup.flaws)
        self.texts = self.running.texts
        self.structure = Structure()
        self.hyperlinks = Hyperlinks()
        self.blocks = Blocks()
        self.sections = Sections()
        self.gaps = Gaps(self.running.builder, self.hyperlinks, self.blocks)
        self.frame = PAGE
        self.in_paragraph = False
        self.heading: tuple[int, int, int] | None = None
        self.images = 0

    def note_flaw(self, kind: str, start: int, end: int, data: dict[str, str]) -> None:
        """Note a fault of the markup."""
        self.markup.flaws.append(Flaw(kind, Span(start, end), data))

    def start_paragraph(self, tag: Tag, at: int) -> None:
        """`<p>`: whatever block was open ends."""
        self.end_open_block()
        self._leave_paragraph()
        self.in_paragraph = True
        self.frame = frame_of("p", tag.value("class"), self.structure.top.kind)
        self._start_anchors(tag, at, self.structure.depth + 1)

    def end_paragraph(self, tag: Tag, at: int) -> None:
        """`</p>`."""
        self.end_open_block()
        self._leave_paragraph()

    def start_block(self, tag: Tag, at: int) -> None:
        """The start tag of any other block."""
        self.end_open_block()
        self._leave_paragraph()
        name, structure = tag.name, self.structure
        structure.open(name, tag.value("class"))
        self.hyperlinks.leave_blocks(structure.depth - 1, len(self.texts))
        self.frame = structure.top
        self.sections.leave(structure.depth - 1)
        if tag.speaks:
            self.sections.open(tag, structure.depth)
        self._start_anchors(tag, at, structure.depth)
        if name in HEADINGS:
            self.heading = (at, len(self.texts), self.images)
        elif name == "html" or name == "body":
            language = tag.value("lang") or tag.value("xml:lang")
            self.markup.language = self.markup.language or language.strip()

    def start_list(self, tag: Tag, at: int) -> None:
        """A list begins."""
        self.start_block(tag, at)
        self.sections.lists.open(tag, self.structure.depth)
        self.hyperlinks.level = self.sections.level

    def start_item(self, tag: Tag, at: int) -> None:
        """An item of a list begins."""
        self.start_block(tag, at)
        self.blocks.ordinal = self.sections.lists.item(tag, self.structure.depth)
        self.hyperlinks.level = self.sections.level
        note = self.sections.in_notes
        if note or tag.speaks:
            self.running.begin_line(at)
            self.hyperlinks.start_item(tag, at, len(self.texts), self.structure.depth, self.blocks.ordinal, note)

    def end_block(self, tag: Tag, at: int) -> None:
        """The end tag of a block other than the paragraph."""
        self.end_open_block()
        self._leave_paragraph()
        self.structure.close(tag.name)
        self.hyperlinks.leave_blocks(self.structure.depth, len(self.texts))
        self.frame = self.structure.top
        self.sections.leave(self.structure.depth)
        self.hyperlinks.level = self.sections.level
        self.blocks.ordinal = ""
        if self.heading and tag.name in HEADINGS:
            start, place, images = self.heading
            if images == self.images and not "".join(self.texts[place:]).strip():
                self.note_flaw("empty-heading", start, at + tag.length, {"element": tag.name})
            self.heading = None

    def line_break(self, tag: Tag, at: int) -> None:
        """`<br>`: the second in a row ends the block."""
        if tag.values:
            self.start_inline(tag, at)
        if self.running.state == AFTER_BREAK:
            self.end_open_block()
        elif self.running.state == INSIDE:
            self.running.state = AFTER_BREAK
            after = at + tag.length
            if self.source.text[after : after + 1] not in ("\n", "\r"):
                self.running.builder.inserted("\n", at)
            self.blocks.breaks.append((len(self.texts), at, after))

    def horizontal_rule(self, tag: Tag, at: int) -> None:
        """`<hr>`."""
        self.end_open_block()
        self._leave_paragraph()
        if tag.values:
            self.hyperlinks.start(tag, at, len(self.texts))
        self.blocks.rule(len(self.texts))

    def start_inline(self, tag: Tag, at: int) -> None:
        """The start tag of an element within a line."""
        if self.running.state == FRESH:
            self.running.begin_line(at)
        self.hyperlinks.start(tag, at, len(self.texts))

    def _start_anchors(self, tag: Tag, at: int, depth: int) -> None:
        if tag.speaks or "id" in tag.values:
            self.running.begin_line(at)
            self.hyperlinks.start_block(tag, at, len(self.texts), depth)

    def _leave_paragraph(self) -> None:
        if self.in_paragraph:
            self.in_paragraph = False
            self.frame = self.structure.top
            self.hyperlinks.leave_blocks(self.structure.depth, len(self.texts))

    def end_open_block(self) -> None:
        """End the block that text was collected for."""
        self.running.state = FRESH
        place = len(self.texts)
        if place > self.blocks.start:
            self.blocks.end(place, self.frame)
            if self.hyperlinks.unlimited:
                self.hyperlinks.limit(place)
