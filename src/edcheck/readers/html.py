"""HTML as people and programs have written it since 1993: never refused, read as browsers read it.

The view holds what a reader of the page sees. White space stands as in the source, but what lies between blocks is
left out, and a line break is inserted where a block or `<br>` begins a new line. Two line breaks with nothing
between them part two blocks, as old pages mean them to.
"""

import re
from collections.abc import Callable
from functools import cache

from edcheck.model import Block, Flaw, Markup, Problem
from edcheck.readers.elements import BLOCKS, HEADINGS, HIDDEN, PAGE, RAW, RULE, Frame, Structure, frame_of
from edcheck.readers.entities import REFERENCE, Reference, escaped_twice, resolve, unescape
from edcheck.readers.hyperlinks import Hyperlinks
from edcheck.readers.interface import decoding_problems
from edcheck.readers.markup import scanner
from edcheck.readers.tags import Tag, read_common_tag, read_tag
from edcheck.text import Extent, Source, Span, ViewBuilder

_ORNAMENT = re.compile(r"[\s*_=~#.\-–—·•⁂]*\Z")
_LONGEST_ORNAMENT = 60
_INSIDE, _AFTER_BREAK, _FRESH = 0, 1, 2
"""Where text stands: in a line, after `<br>`, at the beginning of a block that has none yet."""


def read_html(source: Source) -> Markup:
    """Read an HTML page."""
    return _Page(source).read()


@cache
def _scanner() -> re.Pattern[str]:
    return scanner(RAW)


class _Page:
    """One page while it is read. `frame` is the element whose text comes next, `state` where text stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.builder = ViewBuilder()
        self.texts, self.sources = self.builder.texts, self.builder.sources
        self.structure = Structure()
        self.hyperlinks = Hyperlinks()
        self.markup = Markup(source, "html", self.builder.build(), problems=decoding_problems(source))
        self.frame = PAGE
        self.state = _FRESH
        self.in_paragraph = False
        self.block_start = 0
        self.blocks: list[tuple[int, int, Frame]] = []
        self.heading: tuple[int, int, int] | None = None
        self.images = 0
        self.written = ""

    def read(self) -> Markup:
        """Read the page and return what its markup says."""
        self._scan()
        self._end_block()
        self.markup.view = self.builder.build()
        self.hyperlinks.store(self.markup, self.builder.offsets)
        self._store_blocks()
        self.markup.flaws.sort(key=lambda flaw: flaw.span)
        return self.markup

    def _scan(self) -> None:
        """Take text and markup by turns; every distinct tag is understood once."""
        texts, sources = self.texts, self.sources
        actions: dict[str, tuple[_Handler | None, Tag]] = {"": (None, read_common_tag(""))}
        position = 0
        tokens = iter((*_scanner().split(self.source.text), ""))
        for run, tag in zip(tokens, tokens, strict=True):
            if run:
                if self.state:
                    self._first_run(run, position)
                elif "&" in run:
                    self._references(run, position)
                else:
                    texts.append(run)
                    sources.append(position)
                position += len(run)
            action = actions.get(tag)
            if action is None:
                action = actions[tag] = _understand(tag)
            handle, parsed = action
            if handle is not None:
                self.written = tag
                handle(self, parsed, position)
            for kind, start, end, data in parsed.flaws:
                self._flaw(kind, position + start, position + end, data)
            position += len(tag)

    # -- text

    def _first_run(self, run: str, position: int) -> None:
        """Append text that begins a line, or step over the blank between blocks."""
        if run.isspace():
            if self.state == _AFTER_BREAK or self.frame.kind == "preformatted":
                self.builder.verbatim(run, position)
            return
        if self.state == _FRESH and run[0] not in "\r\n":
            self._begin_line(position)
        self.state = _INSIDE
        if "&" in run:
            self._references(run, position)
        else:
            self.texts.append(run)
            self.sources.append(position)

    def _begin_line(self, at: int) -> None:
        """Set a new block off from the line before it."""
        if self.texts and self.texts[-1][-1] not in "\r\n":
            self.builder.inserted("\n", at)

    def _references(self, run: str, position: int) -> None:
        """Append a run of text, its character references resolved."""
        builder, texts, sources = self.builder, self.texts, self.sources
        parts = iter(REFERENCE.split(run))
        text = next(parts)
        builder.verbatim(text, position)
        position += len(text)
        for written, text in zip(parts, parts, strict=True):
            shown, length, flaw, _, _ = found = resolve(written)
            builder.indivisible(shown, position, position + length)
            if flaw or shown == "&":
                self._judge(found, text, position)
                if not shown or length < len(written):
                    rest = length if shown else 0
                    builder.verbatim(written[rest:], position + rest)
            position += len(written)
            if text:
                texts.append(text)
                sources.append(position)
                position += len(text)

    def _judge(self, found: Reference, following: str, at: int) -> None:
        """Note what is wrong with a reference."""
        end = at + found.length
        if not found.flaw:
            twice = escaped_twice(following)
            if twice is None:
                return
            found, end = twice, end + twice.length
        self._flaw(found.flaw, at, end, {"name": found.name, "reads": found.reads})

    def _flaw(self, kind: str, start: int, end: int, data: dict[str, str]) -> None:
        self.markup.flaws.append(Flaw(kind, Span(start, end), data))

    # -- tags: one method for each kind of element

    def start_paragraph(self, tag: Tag, at: int) -> None:
        self._end_block()
        self._leave_paragraph()
        self.in_paragraph = True
        self.frame = frame_of("p", tag.value("class"), self.structure.top.kind)
        self._start_anchors(tag, at, self.structure.depth + 1)

    def end_paragraph(self, tag: Tag, at: int) -> None:
        self._end_block()
        self._leave_paragraph()

    def start_block(self, tag: Tag, at: int) -> None:
        self._end_block()
        self._leave_paragraph()
        name, structure = tag.name, self.structure
        structure.open(name, tag.value("class"))
        self.hyperlinks.leave_blocks(structure.depth - 1, len(self.texts))
        self.frame = structure.top
        self._start_anchors(tag, at, structure.depth)
        if name in HEADINGS:
            self.heading = (at, len(self.texts), self.images)
        elif name == "html" or name == "body":
            language = tag.value("lang") or tag.value("xml:lang")
            self.markup.language = self.markup.language or language.strip()

    def end_block(self, tag: Tag, at: int) -> None:
        self._end_block()
        self._leave_paragraph()
        self.structure.close(tag.name)
        self.hyperlinks.leave_blocks(self.structure.depth, len(self.texts))
        self.frame = self.structure.top
        if self.heading and tag.name in HEADINGS:
            start, place, images = self.heading
            if images == self.images and not "".join(self.builder.texts[place:]).strip():
                self._flaw("empty-heading", start, at + tag.length, {"element": tag.name})
            self.heading = None

    def line_break(self, tag: Tag, at: int) -> None:
        if tag.values:
            self.start_inline(tag, at)
        if self.state == _AFTER_BREAK:
            self._end_block()
        elif self.state == _INSIDE:
            self.state = _AFTER_BREAK
            after = at + tag.length
            if self.source.text[after : after + 1] not in ("\n", "\r"):
                self.builder.inserted("\n", at)

    def horizontal_rule(self, tag: Tag, at: int) -> None:
        self._end_block()
        self._leave_paragraph()
        if tag.values:
            self.hyperlinks.start(tag, at, len(self.texts))
        self.blocks.append((len(self.texts), len(self.texts), RULE))

    def image(self, tag: Tag, at: int) -> None:
        self.images += 1
        self.start_inline(tag, at)

    def start_inline(self, tag: Tag, at: int) -> None:
        if self.state == _FRESH:
            self._begin_line(at)
        self.hyperlinks.start(tag, at, len(self.texts))

    def end_inline(self, tag: Tag, at: int) -> None:
        self.hyperlinks.end(tag.name, len(self.texts))

    def hidden(self, tag: Tag, at: int) -> None:
        if tag.name == "title" and not self.markup.title:
            self.markup.title = " ".join(unescape(self.written[tag.length :]).split())

    def raw_text(self, tag: Tag, at: int) -> None:
        self.start_block(tag, at)
        text = self.written[tag.length :]
        if text:
            self._begin_line(at)
            self.builder.verbatim(text, at + tag.length)
            self.state = _INSIDE

    def comment(self, tag: Tag, at: int) -> None:
        if not self.written.endswith(">"):
            message = "a comment is not closed: everything after it was left out"
            self.markup.problems.append(
                Problem("notice", "unclosed-comment", message, self.source.name, Span(at, at + 4))
            )

    # -- blocks

    def _start_anchors(self, tag: Tag, at: int, depth: int) -> None:
        if "id" in tag.values:
            self._begin_line(at)
            self.hyperlinks.start_block(tag, at, len(self.texts), depth)

    def _leave_paragraph(self) -> None:
        if self.in_paragraph:
            self.in_paragraph = False
            self.frame = self.structure.top
            self.hyperlinks.leave_blocks(self.structure.depth, len(self.texts))

    def _end_block(self) -> None:
        """End the block that text was collected for."""
        self.state = _FRESH
        place = len(self.texts)
        if place > self.block_start:
            self.blocks.append((self.block_start, place, self.frame))
            self.block_start = place
            if self.hyperlinks.unlimited:
                self.hyperlinks.limit(place)

    def _store_blocks(self) -> None:
        text, offsets, blocks = self.markup.view.text, self.builder.offsets, self.markup.blocks
        for first, last, (name, kind, level, css_class) in self.blocks:
            start, end = offsets[first], offsets[last]
            part = text[start:end]
            body = part.strip()
            if body:
                if len(body) < len(part):
                    start += len(part) - len(part.lstrip())
                    end = start + len(body)
                if not body[0].isalnum() and len(body) < _LONGEST_ORNAMENT and _ORNAMENT.match(body):
                    kind = "ornament"
                blocks.append(Block(kind, Extent(start, end), level, 0, 0, name, css_class))
            elif name == "hr":
                blocks.append(Block(kind, Extent(start, end), name=name))


_Handler = Callable[[_Page, Tag, int], None]
_START: dict[str, _Handler] = {
    "p": _Page.start_paragraph,
    "br": _Page.line_break,
    "hr": _Page.horizontal_rule,
    "img": _Page.image,
    **dict.fromkeys(BLOCKS, _Page.start_block),
    **dict.fromkeys(RAW, _Page.raw_text),
    **dict.fromkeys(HIDDEN, _Page.hidden),
}
_END: dict[str, _Handler] = {"p": _Page.end_paragraph, **dict.fromkeys(BLOCKS, _Page.end_block)}


def _understand(written: str) -> tuple[_Handler | None, Tag]:
    """Parse a piece of markup and choose the method that handles it; None where it means nothing here."""
    if written.startswith(("<a ", "<A ", "<!", "<?")):
        tag = read_tag(written)
        return (_Page.comment if written.startswith("<!--") else None) if not tag.name else _Page.start_inline, tag
    tag = read_common_tag(written)
    if written[1] == "/":
        return _END.get(tag.name, _Page.end_inline), tag
    return _START.get(tag.name, _Page.start_inline), tag
