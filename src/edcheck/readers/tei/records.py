"""What a reading collects while the view grows, and how it becomes part of the markup once the view is laid."""

from edcheck.model import Anchor, Link, Markup
from edcheck.model.languages import same_language
from edcheck.model.markup import (
    AttributeValue,
    Break,
    BreakKind,
    CallElement,
    DateElement,
    Metadatum,
    NoteElement,
    Passage,
    PassageKind,
)
from edcheck.readers.tei.streams import Mark, Streams
from edcheck.records import dataclass, field
from edcheck.text import Span

LONGEST_TEXT = 1024
"""Characters of the text of a date or a field that are kept; what is longer states no date."""


@dataclass(slots=True)
class Stretch:
    """A stretch of the view between two marks, with the start tag that opens it."""

    tag: Span
    start: Mark
    end: Mark


@dataclass(slots=True)
class NoteRecord:
    """A note while it is read."""

    stretch: Stretch
    place: Span
    label: str
    names: tuple[str, ...]
    belongs_to: tuple[str, ...]
    inline: bool
    at: Mark
    group: str
    responsible: str


@dataclass(slots=True)
class Records:
    """Everything that is said of places in the text, in the order in which it ends or stands."""

    anchors: list[tuple[Stretch, str, AttributeValue, str]] = field(default_factory=list)
    """Where, by which attribute, what it is called, the element."""
    links: list[tuple[Stretch, AttributeValue, str | None]] = field(default_factory=list)
    notes: list[NoteRecord] = field(default_factory=list)
    calls: list[tuple[Mark, CallElement]] = field(default_factory=list)
    passages: list[tuple[Stretch, PassageKind, str, str]] = field(default_factory=list)
    """Where, what kind, the language, the other reading."""
    tongues: list[tuple[Stretch, str]] = field(default_factory=list)
    """Where the markup says what language the text is in."""
    dates: list[tuple[Stretch | None, DateElement]] = field(default_factory=list)
    breaks: list[tuple[Mark, BreakKind, Span, AttributeValue | None]] = field(default_factory=list)
    metadata: list[Metadatum] = field(default_factory=list)
    title: str = ""
    text_language: str = ""
    """What the text itself declares, what the header says is used, what the whole document declares."""
    used_language: str = ""
    root_language: str = ""

    @property
    def language(self) -> str:
        """The language of the text, from whoever says it most nearly."""
        return self.text_language or self.used_language or self.root_language

    def store(self, markup: Markup, streams: Streams) -> None:
        """Write everything into the markup, in the order of the source."""
        markup.view = streams.view
        markup.blocks = streams.blocks()
        markup.title, markup.language = self.title, self.language
        markup.metadata = self.metadata
        for stretch, attribute, value, element in self.anchors:
            extent = streams.extent(stretch.start, stretch.end)
            markup.anchors.append(Anchor(value.value, value.span, extent, attribute, element, stretch.tag))
        for stretch, value, fragment in self.links:
            extent = streams.extent(stretch.start, stretch.end)
            markup.links.append(Link(extent, stretch.tag, value.value, value.span, fragment))
        markup.links.sort(key=lambda link: (link.tag, link.target_span))
        markup.anchors.sort(key=lambda anchor: anchor.tag)
        self._store_notes(markup, streams)
        self._store_passages(markup, streams)
        for mark, kind, tag, label in self.breaks:
            text, span = (label.value, label.span) if label else ("", Span(tag.start, tag.start))
            markup.breaks.append(Break(kind, streams.offset(mark), tag, text, span))

    def _store_notes(self, markup: Markup, streams: Streams) -> None:
        for record in self.notes:
            stretch = record.stretch
            markup.notes.append(
                NoteElement(
                    streams.extent(stretch.start, stretch.end),
                    record.place,
                    record.label,
                    record.names,
                    record.belongs_to,
                    record.inline,
                    streams.offset(record.at) if record.inline else None,
                    record.group,
                    record.responsible,
                    stretch.tag,
                )
            )
        markup.notes.sort(key=lambda note: note.tag)
        for mark, call in self.calls:
            call.extent = streams.extent(mark, mark)
            markup.calls.append(call)

    def _store_passages(self, markup: Markup, streams: Streams) -> None:
        for stretch, kind, language, other in self.passages:
            extent = streams.extent(stretch.start, stretch.end)
            markup.passages.append(Passage(kind, extent, stretch.tag, language, other))
        for stretch, tongue in self.tongues:
            if not same_language(tongue, markup.language):
                extent = streams.extent(stretch.start, stretch.end)
                markup.passages.append(Passage("foreign", extent, stretch.tag, tongue))
        markup.passages.sort(key=lambda passage: (passage.tag, passage.kind))
        for where, date in self.dates:
            if where is not None:
                date.extent = streams.extent(where.start, where.end)
                low, high = date.extent
                date.text = streams.view.text[low : min(high, low + LONGEST_TEXT)]
            markup.dates.append(date)
        markup.dates.sort(key=lambda date: date.tag)
