"""HTML as people and programs have written it since 1993: never refused, read as browsers read it.

The view holds what a reader of the page sees; white space stands as in the source, blank stretches between
blocks are left out, and a line break is inserted where a block or `<br>` begins a new line. Two line breaks with
nothing between them part two blocks, as old pages mean them to.
"""

import re
from dataclasses import dataclass

from edcheck.model import Anchor, Block, Flaw, Link, Markup, Problem
from edcheck.readers.elements import (
    BLOCKS,
    HEADINGS,
    HIDDEN,
    RAW,
    Frame,
    Structure,
    trimmed,
)
from edcheck.readers.entities import REFERENCE, escaped_twice, resolve, unescape
from edcheck.readers.interface import decoding_problems
from edcheck.readers.markup import MARKUP, Attribute, attributes
from edcheck.text import Extent, Source, Span, ViewBuilder

_ORNAMENT = re.compile(r"[\s*_=~#.\-–—·•⁂]*\Z")
_LONGEST_ORNAMENT = 60
_INLINE = frozenset({"i", "em", "b", "strong", "span", "font", "small", "big", "u", "tt", "cite", "sub", "code"})


def read_html(source: Source) -> Markup:
    """Read an HTML page."""
    return _Page(source).read()


@dataclass(slots=True)
class _Open:
    """An inline element whose text is wanted: where it began in the view, and what waits for its end."""

    name: str
    start: int
    link: int | None = None
    anchors: tuple[int, ...] = ()
    depth: int = 1
    limit: int | None = None
    """Where the block ended in which it began: its end if its end tag is missing."""


class _Page:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.builder = ViewBuilder()
        self.markup = Markup(source, "html", self.builder.build(), problems=decoding_problems(source))
        self.structure = Structure()
        self.raw_blocks: list[tuple[int, int, Frame]] = []
        self.block_start = 0
        self.fresh = True
        self.after_break = False
        self.ends_line = True
        self.inline: list[_Open] = []
        self.tags: dict[str, list[Attribute]] = {}
        self.headings: list[tuple[Span, int, int, int]] = []
        self.images = 0

    def read(self) -> Markup:
        end = len(self.text)
        position = 0
        while position < end:
            position = self._scan(position)
        self._flush()
        for frame in reversed(self.structure.frames[1:]):
            self._finish_frame(frame, end)
        for opened in self.inline:
            self._finish_inline(opened, opened.limit if opened.limit is not None else self.builder.length)
        self.markup.view = self.builder.build()
        self._finish_blocks()
        self.markup.flaws.sort(key=lambda flaw: flaw.span)
        self.markup.superscripts.sort()
        return self.markup

    def _scan(self, position: int) -> int:
        """Read until the end, or until a raw text element whose content must be stepped over."""
        text = self.text
        last = position
        for match in MARKUP.finditer(text, position):
            start = match.start()
            if start > last:
                self._run(last, start)
            last = match.end()
            name = match[1] or match[2]
            if name is None:
                if match[4] is not None:
                    self._comment(match[0], start)
                continue
            written = None if match[1] else match[0]
            if name[0] == "/":
                self._end_tag(name[1:].lower(), start, last)
                continue
            if self._start_tag(name.lower(), written, start, last, match[3]):
                return self._raw_text(name.lower(), last)
        if last < len(text):
            self._run(last, len(text))
        return len(text)

    def _run(self, start: int, end: int) -> None:
        """Append a run of text between tags."""
        text = self.text
        if text.find("&", start, end) >= 0:
            self._settle(start)
            self._references(start, end)
        else:
            run = text[start:end]
            if run.isspace():
                if self.fresh and self.structure.frames[-1].kind != "preformatted":
                    return
            elif self.fresh or self.after_break:
                self._settle(start)
                self.fresh = self.after_break = False
            self.builder.verbatim(text, start, end)
            self.ends_line = run[-1] in "\r\n"
            return
        self.fresh = self.after_break = False
        self.ends_line = text[end - 1] in "\r\n"

    def _settle(self, at: int) -> None:
        """Begin the line of a new block before anything is appended to it."""
        if self.fresh and not self.ends_line:
            self.builder.inserted("\n", at)
            self.ends_line = True

    def _references(self, start: int, end: int) -> None:
        text, builder, last = self.text, self.builder, start
        for match in REFERENCE.finditer(text, start, end):
            at = match.start()
            found = resolve(match[0])
            if found.shown:
                builder.verbatim(text, last, at)
                last = at + found.length
                builder.indivisible(found.shown, at, last)
            if found.flaw:
                self._flaw(found.flaw, Span(at, at + found.length), name=found.name, reads=found.reads)
            elif found.shown == "&":
                twice = escaped_twice(text, last, end)
                if twice:
                    span = Span(at, last + twice.length)
                    self._flaw(twice.flaw, span, name=twice.name, reads=twice.reads)
        builder.verbatim(text, last, end)

    def _flaw(self, kind: str, span: Span, **data: str) -> None:
        self.markup.flaws.append(Flaw(kind, span, data))

    def _comment(self, comment: str, start: int) -> None:
        if not comment.endswith(">"):
            message = "a comment is not closed: everything after it was left out"
            span = Span(start, start + 4)
            self.markup.problems.append(Problem("notice", "unclosed-comment", message, self.source.name, span))

    def _raw_text(self, name: str, start: int) -> int:
        """Step over a raw text element, or take its text as it stands; returns where scanning goes on."""
        text = self.text
        pattern = r"\Z" if name == "plaintext" else rf"</{name}(?=[\t\n\f\r />])"
        end_tag = re.compile(pattern, re.IGNORECASE).search(text, start)
        end = end_tag.start() if end_tag else len(text)
        if name == "title" and not self.markup.title:
            self.markup.title = " ".join(unescape(text[start:end]).split())
        if name not in HIDDEN and start < end:
            self._settle(start)
            self.builder.verbatim(text, start, end)
            self.fresh = False
            self.ends_line = False
        return end

    # -- tags

    def _start_tag(self, name: str, written: str | None, start: int, end: int, stop: str | None) -> bool:
        """Take a start tag; True where raw text follows."""
        parsed: list[Attribute] = []
        if written is not None:
            parsed = self._attributes(written, start)
            if not stop:
                self._flaw("unterminated-tag", Span(start, end), element=name)
        if name in BLOCKS:
            self._open_block(name, parsed, start, end)
        elif name == "br":
            self._line_break(start, end)
        elif name == "hr":
            self._flush()
            self.raw_blocks.append((self.builder.length, self.builder.length, Frame("hr", "ornament")))
        elif name == "img":
            self.images += 1
        elif name == "a" or name == "sup" or parsed:
            self._open_inline(name, parsed, start, end)
        elif self.inline and name in _INLINE:
            self._deepen(name)
        return name in RAW

    def _attributes(self, tag: str, start: int) -> list[Attribute]:
        parsed = self.tags.get(tag)
        if parsed is None:
            parsed = self.tags[tag] = attributes(tag)
        seen = set()
        for item in parsed:
            if item.quote and not item.closed:
                self._flaw_of("missing-quote", item, start)
            elif (not item.quote and item.value[-1:] in ("'", '"')) or "'" in item.name or '"' in item.name:
                self._flaw_of("stray-quote", item, start)
            if item.name in seen:
                self._flaw_of("duplicate-attribute", item, start)
            seen.add(item.name)
        return parsed

    def _flaw_of(self, kind: str, item: Attribute, start: int) -> None:
        span = Span(start + item.start, start + item.end)
        self._flaw(kind, span, attribute=item.name, value=item.value)

    def _open_block(self, name: str, parsed: list[Attribute], start: int, end: int) -> None:
        self._flush()
        values = {item.name: item for item in reversed(parsed)}
        css = values["class"].value if "class" in values else ""
        frame, closed = self.structure.open(name, css, start)
        for other in closed:
            self._finish_frame(other, start)
        frame.anchors = self._anchors(name, values, start, end)
        if name == "html" or (name == "body" and not self.markup.language):
            for attribute in ("lang", "xml:lang"):
                if attribute in values and not self.markup.language:
                    self.markup.language = values[attribute].value.strip()
        if name in HEADINGS:
            self.headings.append((Span(start, end), self.builder.length, -1, self.images))

    def _anchors(self, element: str, values: dict[str, Attribute], start: int, end: int) -> tuple[int, ...]:
        made: list[int] = []
        for attribute in ("id", "name") if element == "a" else ("id",):
            item = values.get(attribute)
            if item is None or not item.value:
                continue
            name = unescape(item.value)
            anchors = self.markup.anchors
            if made and anchors[made[0]].name == name:
                continue
            span = Span(start + item.value_start, start + item.value_end)
            at = self.builder.length
            made.append(len(anchors))
            anchors.append(Anchor(name, span, Extent(at, at), attribute, element, Span(start, end)))
        return tuple(made)

    def _line_break(self, start: int, end: int) -> None:
        if self.fresh:
            return
        if self.after_break:
            self._flush()
            return
        self.after_break = True
        if self.text[end : end + 1] not in ("\n", "\r"):
            self.builder.inserted("\n", start)
            self.ends_line = True

    def _open_inline(self, name: str, parsed: list[Attribute], start: int, end: int) -> None:
        values = {item.name: item for item in reversed(parsed)}
        link = None
        if name == "a":
            for opened in [opened for opened in self.inline if opened.name == "a"]:
                self.inline.remove(opened)
                self._finish_inline(opened, self.builder.length if opened.limit is None else opened.limit)
        self._settle(start)
        if name == "a" and "href" in values:
            link = self._link(values["href"], Span(start, end))
        anchors = self._anchors(name, values, start, end)
        self._deepen(name)
        if (link is not None or anchors or name == "sup") and self.text[end - 2 : end] != "/>":
            self.inline.append(_Open(name, self.builder.length, link, anchors))

    def _deepen(self, name: str) -> None:
        for opened in self.inline:
            if opened.name == name:
                opened.depth += 1

    def _link(self, href: Attribute, tag: Span) -> int:
        target = unescape(href.value).strip()
        before, mark, fragment = target.partition("#")
        own = self.source.name.replace("!", "/").rsplit("/", 1)[-1]
        local = bool(mark) and before in ("", own)
        span = Span(tag.start + href.value_start, tag.start + href.value_end)
        at = self.builder.length
        raised = any(opened.name == "sup" for opened in self.inline)
        link = Link(Extent(at, at), tag, target, span, fragment if local else None, raised)
        self.markup.links.append(link)
        return len(self.markup.links) - 1

    def _end_tag(self, name: str, start: int, end: int) -> None:
        if name in BLOCKS:
            self._flush()
            for frame in self.structure.close(name):
                self._finish_frame(frame, end)
        elif self.inline:
            for opened in reversed(self.inline):
                if opened.name == name:
                    opened.depth -= 1
                    if opened.depth == 0:
                        self.inline.remove(opened)
                        self._finish_inline(opened, self.builder.length)
                    break

    # -- ends

    def _flush(self) -> None:
        """End the block that text was collected for."""
        length = self.builder.length
        if length > self.block_start:
            self.raw_blocks.append((self.block_start, length, self.structure.frames[-1]))
            self.block_start = length
            for opened in self.inline:
                if opened.limit is None and opened.start < length:
                    opened.limit = length
        self.fresh, self.after_break = True, False

    def _finish_frame(self, frame: Frame, end: int) -> None:
        for index in frame.anchors:
            anchor = self.markup.anchors[index]
            anchor.extent = Extent(anchor.extent.start, self.builder.length)

    def _finish_inline(self, opened: _Open, end: int) -> None:
        extent = Extent(opened.start, max(end, opened.start))
        if opened.link is not None:
            self.markup.links[opened.link].extent = extent
        for index in opened.anchors:
            self.markup.anchors[index].extent = extent
        if opened.name == "sup":
            self.markup.superscripts.append(extent)

    def _finish_blocks(self) -> None:
        text = self.markup.view.text
        for start, end, frame in self.raw_blocks:
            extent = Extent(start, end) if frame.name == "hr" else trimmed(text, start, end)
            if extent is None:
                continue
            kind = frame.kind
            if extent.end - extent.start < _LONGEST_ORNAMENT and _ORNAMENT.match(text, *extent):
                kind = "ornament"
            self.markup.blocks.append(Block(kind, extent, frame.level, name=frame.name, css_class=frame.css_class))
