"""The text of a Word file, as its container wrote it out: a paragraph a line, its marks beside it."""

from bisect import bisect_left
from itertools import accumulate

from edcheck.model import Anchor, Block, Edition, Link, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.model.markup import AttributeValue, BlockKind, Break, CallElement, DateElement, NoteElement, Passage
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent, Source, Span, ViewBuilder
from edcheck.text.marked import Mark, MarkedSource

_LINE = lazy_pattern(r"[^\r\n]++")
_KINDS: dict[str, BlockKind] = {"heading": "heading", "item": "item", "cell": "cell", "quote": "quote"}


def read_docx(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read a Word file's text; in a text that no file was written out to, every line is a paragraph."""
    if isinstance(source, MarkedSource):
        return _Reading(source, source.marks).markup
    data = {"level": "0", "style": ""}
    lines = [Mark("block", *line.span(), "paragraph", data) for line in _LINE.finditer(source.text)]
    return _Reading(source, lines).markup


class _Reading:
    """Turns marks, which have places in the source, into what has places in the view."""

    def __init__(self, source: Source, marks: list[Mark]) -> None:
        hidden = sorted((mark.start, mark.end) for mark in marks if mark.kind == "hidden")
        self._starts = [start for start, _ in hidden]
        self._gone = list(accumulate((end - start for start, end in hidden), initial=0))
        builder = ViewBuilder()
        at = 0
        for start, end in hidden:
            builder.verbatim(source.text[at:start], at)
            at = end
        builder.verbatim(source.text[at:], at)
        self.markup = Markup(source, "docx", builder.build())
        for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
            store = getattr(self, f"_{mark.kind}", None)
            if store is not None:
                store(mark, self._extent(mark), Span(mark.start, mark.end))

    def _extent(self, mark: Mark) -> Extent:
        return Extent(self._offset(mark.start), self._offset(mark.end))

    def _offset(self, offset: int) -> int:
        return offset - self._gone[bisect_left(self._starts, offset)]

    def _block(self, mark: Mark, extent: Extent, span: Span) -> None:
        trimmed = self._trimmed(extent)
        if trimmed.start < trimmed.end:
            kind, level = _KINDS.get(mark.value, "paragraph"), int(mark.data["level"])
            self.markup.blocks.append(Block(kind, trimmed, level, css_class=mark.data["style"]))

    def _trimmed(self, extent: Extent) -> Extent:
        text = self.markup.view.text[extent.start : extent.end]
        start = extent.start + len(text) - len(text.lstrip())
        return Extent(start, start + len(text.strip()))

    def _note(self, mark: Mark, extent: Extent, span: Span) -> None:
        data = mark.data
        comment = data["group"] == "comment"
        place = Span(span.start, span.start) if comment else Span(span.start, span.start + 1)
        self.markup.notes.append(
            NoteElement(
                self._trimmed(extent),
                place,
                data["label"],
                (mark.value,),
                inline=comment,
                at=self._offset(int(data["at"])) if "at" in data else None,
                group=data["group"],
                responsible=data["responsible"],
                tag=place,
            )
        )

    def _call(self, mark: Mark, extent: Extent, span: Span) -> None:
        label, group = mark.data["label"], mark.data["group"]
        self.markup.calls.append(CallElement(extent, span, mark.value, label, (), group, span))

    def _link(self, mark: Mark, extent: Extent, span: Span) -> None:
        fragment = mark.value[1:] if mark.value.startswith("#") else None
        self.markup.links.append(Link(extent, span, mark.value, Span(span.start, span.start), fragment))

    def _anchor(self, mark: Mark, extent: Extent, span: Span) -> None:
        self.markup.anchors.append(Anchor(mark.value, span, extent, "name", "bookmark", span))

    def _superscript(self, mark: Mark, extent: Extent, span: Span) -> None:
        if extent.start < extent.end:
            self.markup.superscripts.append(extent)

    def _added(self, mark: Mark, extent: Extent, span: Span) -> None:
        self.markup.passages.append(Passage("added", extent, span))

    def _deleted(self, mark: Mark, extent: Extent, span: Span) -> None:
        self.markup.passages.append(Passage("deleted", extent, span, other=mark.value))

    def _page(self, mark: Mark, extent: Extent, span: Span) -> None:
        self.markup.breaks.append(Break("page", extent.start, span))

    def _date(self, mark: Mark, extent: Extent, span: Span) -> None:
        text = self.markup.source.text[span.start : span.end]
        when = AttributeValue(mark.value, Span(span.start, span.start))
        self.markup.dates.append(DateElement("date", span, {"when": when}, text, span, extent))
