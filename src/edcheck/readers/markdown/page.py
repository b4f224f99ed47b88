"""One Markdown text, event by event.

Stretches that the parser calls text and that adjoin in the source are one run; everything else comes between runs.
Places are bytes until a run is set: see `Offsets`.
"""

from functools import cache
from typing import Any

from edcheck.model import Edition, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.model.markup import AttributeValue
from edcheck.patterns import lazy_pattern
from edcheck.readers.elements import PAGE, Frame
from edcheck.readers.galley import Galley, Place
from edcheck.readers.markdown.fragments import Fragments
from edcheck.readers.markdown.front_matter import read_front_matter
from edcheck.readers.markdown.headings import Heading, Headings
from edcheck.readers.markdown.links import Targets
from edcheck.readers.markdown.masks import masked
from edcheck.readers.markdown.offsets import Offsets
from edcheck.readers.markdown.runs import Definition, Runs
from edcheck.records import NamedTuple
from edcheck.text import Source, Span

_BACKSLASH = 0x5C
_NONE = -2
_PLAIN = Frame("p", "paragraph")
_FRAMES: dict[str, Frame] = {
    "Paragraph": _PLAIN,
    "BlockQuote": Frame("blockquote", "quote"),
    "Item": Frame("li", "item"),
    "DefinitionListTitle": Frame("dt", "item"),
    "DefinitionListDefinition": Frame("dd", "item"),
    "TableCell": Frame("td", "cell"),
    "CodeBlock": Frame("pre", "preformatted", 0, "code"),
}
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})
_WHOLE = frozenset({"Link", "Image", "CodeBlock"})
"""What ends with marks of its own, behind its text."""
_DEFINED = lazy_pattern(r"\[\^([^\]]*+)\]:")


def read_markdown(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read a Markdown text."""
    return _Page(source).read()


@cache
def _parser() -> Any:
    from pyromark import Markdown, Options

    return Markdown(
        options=Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_GFM
    )


def _parts(event: Any) -> tuple[str, Any]:
    """An event's name and what it holds."""
    if event.__class__ is str:
        return event, None
    [(name, value)] = event.items()
    return name, value


class _OpenLink(NamedTuple):
    """A link whose text is being read."""

    data: dict[str, str]
    start: int
    place: Place


class _Page:
    """One text while it is read. `frames` are the blocks that are open, innermost last."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.galley = Galley(source, "markdown")
        self.shown, masks = masked(source.text, read_front_matter(self.galley.markup))
        self.runs = Runs(self.galley, source.text, masks, PAGE)
        self.fragments = Fragments(self.runs, self.shown)
        self.headings = Headings(self.galley)
        self.targets = Targets(source, self.shown, _parser())
        self.offsets = Offsets(self.shown, source.text)
        self.frames = [PAGE]
        self.links: list[_OpenLink] = []
        self.definitions: list[Definition] = []
        self.heading: Heading | None = None
        self.in_code = False
        self.html = (_NONE, _NONE)

    def read(self) -> Markup:
        """Read the text and return what its markup says."""
        data, handle = self.offsets.data, self._event
        run_start, run_end, done = 0, _NONE, 0
        for event, bounds in _parser().events_with_range(self.shown):
            start, end = bounds.values()
            if "Text" in event:
                if start == run_end or (start == run_end + 1 and data[run_end] == _BACKSLASH):
                    run_end = end
                    continue
                if run_end > 0:
                    self._set(run_start, run_end)
                run_start = start - 1 if start > done and data[start - 1] == _BACKSLASH else start
                run_end = end
            elif event == "SoftBreak":
                if run_end < 0 or (start > run_end and not data[run_end:start].isspace()):
                    if run_end > 0:
                        self._set(run_start, run_end)
                    run_start = start
                run_end = end
            else:
                if run_end > 0:
                    self._set(run_start, run_end)
                    done, run_end = run_end, _NONE
                done = handle(event, start, end, done)
        self.runs.finish()
        self.headings.store()
        return self.galley.finish()

    def _set(self, start: int, end: int) -> None:
        """Set a run; most hold nothing but words."""
        if self.in_code:
            return
        low, text = self.offsets.read(start, end)
        runs = self.runs
        if "\\" in text or "&" in text or "^" in text or "{" in text or low + len(text) > runs.watched:
            runs.words(low, low + len(text))
        else:
            column = self.galley.column
            if column.running.state:
                column.verbatim(text, low)
            else:
                column.texts.append(text)
                column.sources.append(low)

    def _event(self, event: Any, start: int, end: int, done: int) -> int:
        """Handle what is no text; `done` is where everything before it ends. Return that place anew."""
        if event.__class__ is str:
            name, value = event, None
        else:
            [(name, value)] = event.items()
        if name == "Start":
            if value.__class__ is not str:
                self._start(*_parts(value), start, end)
            elif value not in _INLINE:
                self._start(value, None, start, end)
            return start
        if name == "End":
            kind = value if value.__class__ is str else _parts(value)[0]
            if kind in _INLINE:
                return end
            self._end(kind, end, done)
            return max(end, done) if kind in _WHOLE else done
        self._single(name, value, self.offsets.at(start), self.offsets.at(end))
        return end

    def _single(self, name: str, value: Any, start: int, end: int) -> None:
        """Handle what holds nothing: code, a tag, a call, a break."""
        if name == "FootnoteReference":
            self.runs.call(start, end)
        elif name == "InlineHtml":
            self.fragments.inline(start, end)
        elif name == "Html":
            if start == self.html[1]:
                self.html = (self.html[0], end)
            else:
                self._set_html()
                self.html = (start, end)
        elif name == "Rule":
            self.runs.end_block()
            self.galley.column.rule()
        elif self.runs.hidden:
            return
        elif name == "Code":
            self.galley.no_prose("code", start, end)
            if self.heading:
                self.heading.codes.append(value)
        elif name == "HardBreak":
            written = self.text[start:end].lstrip(" \t\\")
            self.galley.column.line_break(written, end - len(written))

    def _set_html(self) -> None:
        start, end = self.html
        if end > start:
            self.fragments.block(start, end)
        self.html = (_NONE, _NONE)

    # -- what opens and closes

    def _start(self, kind: str, more: Any, start: int, end: int) -> None:
        if kind == "Link":
            low = self.offsets.at(start)
            self.links.append(_OpenLink(more, low, self.galley.begin(low)))
            self.runs.literal = more["link_type"] in ("Autolink", "Email")
            return
        if kind == "Image":
            if not self.runs.hidden:
                self._note_image(more, self.offsets.at(start), self.offsets.ahead(end))
            self.runs.hide()
            return
        self.runs.end_block()
        frame = _FRAMES.get(kind, PAGE)
        outer = self.frames[-1]
        if kind == "Heading":
            level = int(more["level"][1])
            frame = Frame(f"h{level}", "heading", level, " ".join(more["classes"]))
            low = self.offsets.at(start)
            self.heading = Heading(self.galley.begin(low), low, more["id"] or "")
        elif frame in (_PLAIN, PAGE) and outer.kind in (("item", "quote") if frame is _PLAIN else ("quote",)):
            frame = outer
        self.frames.append(frame)
        self.runs.frame = frame
        if kind == "FootnoteDefinition":
            self._define(self.offsets.at(start))
        elif kind == "CodeBlock":
            self.in_code = True
            self.galley.no_prose("code", self.offsets.at(start), self.offsets.ahead(end))

    def _note_image(self, data: dict[str, str], start: int, end: int) -> None:
        self.galley.no_prose("figure", start, end)
        shown = self.targets.link(data, start, start, end)
        self.galley.markup.images.append(AttributeValue(shown.target, shown.target_span))

    def _define(self, start: int) -> None:
        found = _DEFINED.match(self.text, start)
        if found:
            tag, place = Span(*found.span()), Span(*found.span(1))
            self.definitions.append(Definition(found[1], place, tag, self.galley.place))

    def _end(self, kind: str, end: int, done: int) -> None:
        if kind == "Link":
            self._end_link(end, done)
            return
        if kind == "Image":
            self.runs.show()
            return
        if kind == "HtmlBlock":
            self._set_html()
        elif kind == "Heading" and self.heading:
            self.headings.add(self.heading, self.offsets.at(end))
            self.heading = None
        self.runs.end_block()
        self.frames.pop()
        self.runs.frame = self.frames[-1]
        self.in_code = False
        if kind == "FootnoteDefinition" and self.definitions:
            self.runs.end_definition(self.definitions.pop())

    def _end_link(self, end: int, done: int) -> None:
        opened = self.links.pop()
        self.runs.literal = False
        inner = self.offsets.at(done)
        high = self.offsets.at(end)
        place = self.galley.place
        link = self.targets.link(opened.data, opened.start, inner, high)
        self.galley.link(link, opened.place, place)
        self.runs.link = (high, opened.place, place)
