"""`Document`: a transcription as edcheck understands it. Rules read it; nothing changes it after recognition."""

from bisect import bisect_right
from typing import Any, Literal

from edcheck.model.citation import Citation
from edcheck.model.crossing import Astray, Crossing, LostImage
from edcheck.model.date import Date, EncodedDate, StatedDate
from edcheck.model.edition import Edition
from edcheck.model.fix import Edit, Fix, Trust
from edcheck.model.markup import Anchor, Block, Flaw, Link, Markup, PassageKind, Problem
from edcheck.model.note import Alignment, Note, Reference, Scope, Series
from edcheck.model.pair import Marks
from edcheck.model.passages import PassageIndex
from edcheck.model.words import WordCensus
from edcheck.records import dataclass, field
from edcheck.text import Extent, Source, Span, TextView

ZoneKind = Literal["boilerplate", "navigation", "notes", "contents", "code"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the document with a function of its own.

    `boilerplate` is the archive's or the publisher's text, not the edition's (licence, transcriber, "last
    updated"); rules about the text are silent there.
    """

    kind: ZoneKind
    extent: Extent


@dataclass(slots=True)
class Document:
    """One text with all that was recognised in it. Every `Extent` lies in `view`, every `Span` in `source`."""

    markup: Markup
    edition: Edition
    zones: list[Zone] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    alignment: Alignment = field(default_factory=Alignment)
    crossings: list[Crossing] = field(default_factory=list)
    """Links, references and notes whose partners may stand in other files."""
    dates: list[Date] = field(default_factory=list)
    encoded: list[EncodedDate] = field(default_factory=list)
    """The dates that the markup encodes, in order."""
    title_date: StatedDate | None = None
    """The date that the title gives the document: `Letter to her aunt, 3 May 1921`."""
    citations: list[Citation] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)
    derived: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What recognisers found in it when they were first asked, by their names: see `recognise.prose`."""
    _block_starts: list[int] | None = field(default=None, repr=False, compare=False)
    _words: WordCensus | None = field(default=None, repr=False, compare=False)
    _passages: PassageIndex | None = field(default=None, repr=False, compare=False)

    @property
    def source(self) -> Source:
        """The text as it lies on disk."""
        return self.markup.source

    @property
    def name(self) -> str:
        """The source's name."""
        return self.markup.source.name

    @property
    def format(self) -> str:
        """The reader's name: `plain`, `html`."""
        return self.markup.format

    @property
    def view(self) -> TextView:
        """The readable text with its map to the source."""
        return self.markup.view

    @property
    def text(self) -> str:
        """The readable text."""
        return self.markup.view.text

    @property
    def words(self) -> WordCensus:
        """The words of the readable text, counted on first use."""
        if self._words is None:
            self._words = WordCensus.of(self.text)
        return self._words

    @property
    def blocks(self) -> list[Block]:
        """Paragraphs, headings, items … in order."""
        return self.markup.blocks

    @property
    def block_starts(self) -> list[int]:
        """View offsets where the blocks begin, made on first use."""
        if self._block_starts is None:
            self._block_starts = [block.extent.start for block in self.markup.blocks]
        return self._block_starts

    @property
    def links(self) -> list[Link]:
        """Hyperlinks in order."""
        return self.markup.links

    @property
    def anchors(self) -> list[Anchor]:
        """Link targets in order."""
        return self.markup.anchors

    @property
    def astray(self) -> list[Astray]:
        """None: only where documents meet is it known which links between them do not arrive."""
        return []

    @property
    def lost_images(self) -> list[LostImage]:
        """None: no document knows which files lie beside it."""
        return []

    @property
    def flaws(self) -> list[Flaw]:
        """Faults of the markup that the reader passed over."""
        return self.markup.flaws

    @property
    def problems(self) -> list[Problem]:
        """What the reader could not read."""
        return self.markup.problems

    def quote(self, extent: Extent) -> str:
        """The readable text of an extent."""
        return self.markup.view.text[extent.start : extent.end]

    def in_zone(self, extent: Extent, *kinds: ZoneKind) -> bool:
        """True where the extent begins inside a zone of one of `kinds`."""
        if not self.zones:
            return False
        start = extent.start
        return any(zone.extent.start <= start < zone.extent.end and zone.kind in kinds for zone in self.zones)

    def in_passage(self, extent: Extent, *kinds: PassageKind) -> bool:
        """True where a character of the extent lies in a passage that the markup says is of one of `kinds`."""
        if self._passages is None:
            self._passages = PassageIndex(self.markup.passages)
        return self._passages.touches(extent, kinds)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the view offset, found in O(log blocks); None between blocks."""
        index = bisect_right(self.block_starts, offset) - 1
        if index < 0:
            return None
        block = self.markup.blocks[index]
        return block if offset < block.extent.end else None

    def edit(self, place: Extent | Span, new: str) -> tuple[Edit, ...]:
        """Edits that replace the text at `place` by `new` and leave all markup inside it standing.

        Where the place consists of several source spans, the first takes `new` and the others are deleted.
        """
        spans = self.view.spans(place) if isinstance(place, Extent) else (place,)
        text, position = self.source.text, self.source.position
        edits = []
        for span in spans:
            start, end = span
            edits.append(Edit(span, text[start:end], new, position(start), position(end)))
            new = ""
        return tuple(edits)

    def fix(self, title: str, place: Extent | Span, new: str, trust: Trust = "suggestion") -> Fix:
        """A `Fix` of one replacement; see `edit`."""
        return Fix(title, self.edit(place, new), trust)
