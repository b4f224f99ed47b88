"""HTML as people and programs have written it since 1993: never refused, read as browsers read it.

The view holds what a reader of the page sees. White space stands as in the source, but what lies between blocks is
left out, and a line break is inserted where a block or `<br>` begins a new line. Two line breaks with nothing
between them part two blocks, as old pages mean them to.
"""

import re
from collections.abc import Callable
from functools import cache

from edcheck.model import Edition, Markup, Problem
from edcheck.model.edition import NO_SETTINGS
from edcheck.readers.elements import BLOCKS, HIDDEN, LISTS, RAW
from edcheck.readers.gaps import GAPS, GLOSSES
from edcheck.readers.head import read_meta, read_title
from edcheck.readers.images import IMAGES, note_image
from edcheck.readers.markup import scanner
from edcheck.readers.page import Page
from edcheck.readers.roles import with_meaning
from edcheck.readers.running_text import INSIDE
from edcheck.readers.tags import Tag, read_common_tag, read_tag
from edcheck.readers.xhtml import is_xml, local_prefixes, without_prefix
from edcheck.text import Source, Span


def read_html(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read an HTML page."""
    return _Page(source).read()


@cache
def _scanner(xml: bool) -> re.Pattern[str]:
    return scanner(RAW, xml)


class _Page(Page):
    """One page while it is read."""

    written: str = ""
    """The markup that is handled, with the text of a raw text element."""

    def read(self) -> Markup:
        """Read the page and return what its markup says."""
        self._scan()
        self.end_open_block()
        self.markup.view = self.running.builder.build()
        self.hyperlinks.store(self.markup, self.running.builder.offsets)
        self.blocks.store(self.markup, self.running.builder.offsets)
        if is_xml(self.source):
            # Imported here: most pages are no XML.
            from edcheck.readers.wellformed import note_malformation

            note_malformation(self.markup)
        self.markup.flaws.sort(key=lambda flaw: flaw.span)
        return self.markup

    def _scan(self) -> None:
        """Take text and markup by turns; every distinct tag is understood once."""
        running, texts, sources = self.running, self.texts, self.running.sources
        actions: dict[str, tuple[_Handler | None, Tag]] = {"": (None, read_common_tag(""))}
        position = 0
        xml = is_xml(self.source)
        prefixes = local_prefixes(self.source) if xml else frozenset()
        parts = iter((*_scanner(xml).split(self.source.text), ""))
        for run, tag in zip(parts, parts, strict=True):
            if run:
                if running.state:
                    running.first_run(run, position, self.frame.kind == "preformatted")
                elif "&" in run:
                    running.references(run, position)
                else:
                    texts.append(run)
                    sources.append(position)
                position += len(run)
            action = actions.get(tag)
            if action is None:
                action = actions[tag] = _understand(tag, xml, prefixes)
            handle, parsed = action
            if handle is not None:
                self.written = tag
                handle(self, parsed, position)
            if parsed.flaws:
                for kind, start, end, data in parsed.flaws:
                    self.note_flaw(kind, position + start, position + end, data)
            position += len(tag)

    def image(self, tag: Tag, at: int) -> None:
        self.images += 1
        note_image(self.markup, tag, at)
        self.start_inline(tag, at)

    def end_inline(self, tag: Tag, at: int) -> None:
        self.hyperlinks.end(tag.name, len(self.texts))

    def start_gap(self, tag: Tag, at: int) -> None:
        self.images += 1
        self.start_inline(tag, at)
        self.gaps.start(tag, at + tag.length)

    def end_gap(self, tag: Tag, at: int) -> None:
        self.gaps.end(tag.name, at)
        self.end_inline(tag, at)

    def end_ruby(self, tag: Tag, at: int) -> None:
        for gloss in GLOSSES:
            self.gaps.end(gloss, at)
        self.end_inline(tag, at)

    def character_data(self, tag: Tag, at: int) -> None:
        text = self.written[9:].removesuffix("]]>")
        if text:
            self.running.literal(text, at + 9, self.frame.kind == "preformatted")

    def hidden(self, tag: Tag, at: int) -> None:
        if tag.name == "title":
            read_title(self.markup, self.written[tag.length :], at + tag.length)

    def meta(self, tag: Tag, at: int) -> None:
        read_meta(self.markup, tag, at)

    def raw_text(self, tag: Tag, at: int) -> None:
        self.start_block(tag, at)
        text = self.written[tag.length :]
        if text:
            self.running.begin_line(at)
            self.running.builder.verbatim(text, at + tag.length)
            self.running.state = INSIDE

    def comment(self, tag: Tag, at: int) -> None:
        if not self.written.endswith(">"):
            message = "a comment is not closed: everything after it was left out"
            self.markup.problems.append(
                Problem("notice", "unclosed-comment", message, self.source.name, Span(at, at + 4))
            )


_Handler = Callable[[_Page, Tag, int], None]
_START: dict[str, _Handler] = {
    "p": _Page.start_paragraph,
    "br": _Page.line_break,
    "hr": _Page.horizontal_rule,
    **dict.fromkeys(IMAGES, _Page.image),
    "meta": _Page.meta,
    **dict.fromkeys(BLOCKS, _Page.start_block),
    **dict.fromkeys(LISTS, _Page.start_list),
    "li": _Page.start_item,
    **dict.fromkeys(RAW, _Page.raw_text),
    **dict.fromkeys(HIDDEN, _Page.hidden),
    **dict.fromkeys(GAPS, _Page.start_gap),
}
_END: dict[str, _Handler] = {
    "p": _Page.end_paragraph,
    "ruby": _Page.end_ruby,
    **dict.fromkeys(BLOCKS, _Page.end_block),
    **dict.fromkeys(GAPS, _Page.end_gap),
}


def _understand(written: str, xml: bool, prefixes: frozenset[str]) -> tuple[_Handler | None, Tag]:
    """Parse a piece of markup and choose the method that handles it; None where it means nothing here."""
    if written.startswith(("<a ", "<A ", "<!", "<?")):
        tag = read_tag(written)
        if not tag.name:
            data = xml and written.startswith("<![CDATA[")
            return _Page.character_data if data else _Page.comment if written.startswith("<!--") else None, tag
        return _Page.start_inline, with_meaning(tag)
    tag = read_common_tag(written)
    if prefixes and ":" in tag.name:
        tag = without_prefix(tag, prefixes)
    if written[1] == "/":
        return _END.get(tag.name, _Page.end_inline), tag
    return _START.get(tag.name, _Page.start_inline), with_meaning(tag)
