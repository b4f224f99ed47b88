"""The galley: text set in columns, the running text and behind it the notes that stand inside its sentences.

Light markup languages write a note where it is called: `word^[the note] goes on`. The view reads `word goes on`,
and the note follows behind as a block of its own. What markup says of a place is noted as a `Place` while the
columns grow, and becomes an extent of the view when all are set.
"""

from edcheck.model import Anchor, Block, Link, Markup
from edcheck.model.markup import CallElement, NoteElement, Passage, PassageKind
from edcheck.patterns import lazy_pattern
from edcheck.readers.column import Column
from edcheck.readers.elements import PAGE
from edcheck.readers.interface import decoding_problems
from edcheck.readers.running_text import FRESH
from edcheck.records import NamedTuple
from edcheck.text import Extent, Source, Span, ViewBuilder

NO_PROSE = "\ufffc"
"""What stands in the view for code, formulas and pictures."""
NOWHERE = Extent(0, 0)
"""The extent of what has not been set yet."""
_ORNAMENT = lazy_pattern(r"[\s*_=~#.\-–—·•⁂\ufffc]*\Z")
_LONGEST_ORNAMENT = 60


class Place(NamedTuple):
    """A place in the galley: before the piece `piece` of a column."""

    column: int
    piece: int


class Galley:
    """All columns of a text, and what its markup says of places in them.

    `column` is the one that grows. `open_column` and `close_column` begin and end a note inside a sentence.
    """

    def __init__(self, source: Source, format: str) -> None:
        self.markup = Markup(source, format, ViewBuilder().build(), problems=decoding_problems(source))
        self.main = self.column = Column(0, self.markup.flaws)
        self.columns = [self.main]
        self._outer: list[Column] = []
        self._discarded: dict[int, Place] = {}
        self._offsets: list[int] = []
        self._bases: list[int] = []
        self._notes: list[tuple[NoteElement, Place, Place, Place | None]] = []
        self._calls: list[tuple[CallElement, Place]] = []
        self._links: list[tuple[Link, Place, Place]] = []
        self._anchors: list[tuple[Anchor, Place, Place]] = []
        self._passages: list[tuple[PassageKind, Span, Place, Place]] = []
        self._superscripts: list[tuple[Place, Place]] = []

    @property
    def place(self) -> Place:
        """Where the text has got to."""
        return Place(self.column.number, len(self.column.texts))

    @property
    def has_inner_links(self) -> bool:
        """Whether a link leads to a name within the text, as far as can be told before the columns are set."""
        text = self.markup.source.text
        return '="#' in text or "='#" in text or any(link.fragment for link, _, _ in self._links)

    @property
    def names(self) -> set[str]:
        """The names by which links can reach places, as far as the markup has given any."""
        return {anchor.name for anchor, _, _ in self._anchors}

    def begin(self, at: int) -> Place:
        """The place where something begins that stands at `at` in the source: in its own block, not before it."""
        if self.column.running.state == FRESH:
            self.column.running.begin_line(at)
        return self.place

    def open_column(self, start: int) -> Place:
        """Begin a column for a note that stands at `start`; return its place in the text around it."""
        at = self.begin(start)
        self._outer.append(self.column)
        self.column = Column(len(self.columns), self.markup.flaws)
        self.columns.append(self.column)
        return at

    def close_column(self) -> None:
        """End the innermost note's column and go on with the text around it."""
        self.column.end_block(PAGE)
        self.column = self._outer.pop()

    def discard_column(self, at: Place) -> None:
        """End the columns that stand open within that of `at` and leave their text out; all of it lies at `at`.

        Where marks cross, the column that was opened there may be closed already.
        """
        while self.column.number > at.column:
            self._discarded[self.column.number] = at
            self.column.discard()
            self.column = self._outer.pop()

    # -- what the markup says of places

    def note(self, note: NoteElement, start: Place, end: Place, at: Place | None = None) -> None:
        """A note whose text lies between two places; `at` is where an inline note is called."""
        self._notes.append((note, start, end, at))

    def call(
        self, label: str, name: str, place: Span, tag: Span, group: str = "", target: Span | None = None
    ) -> None:
        """A call without text of its own, at the present place: `label` as written at `place`, `name` its goal.

        `target` is where the goal is written, if not at `place`.
        """
        following = self.markup.source.text[tag.end : tag.end + 1]
        if not following.isalnum():
            self.column.trim()
        element = CallElement(NOWHERE, place, name, label, group=group, tag=tag, target_span=target or place)
        self._calls.append((element, self.begin(tag.start)))

    def link(self, link: Link, start: Place, end: Place) -> None:
        """A link whose text lies between two places."""
        self._links.append((link, start, end))

    def anchor(self, name: str, span: Span, tag: Span, start: Place, end: Place, attribute: str = "id") -> None:
        """A place that links can reach, with the text that bears the name."""
        anchor = Anchor(name, span, NOWHERE, attribute, "a" if start != end else "span", tag)
        self._anchors.append((anchor, start, end))

    def superscript(self, start: Place, end: Place) -> None:
        """Raised text between two places."""
        self._superscripts.append((start, end))

    def no_prose(self, kind: PassageKind, start: int, end: int) -> None:
        """Append what is no prose (code, a formula, a picture) for the source span `[start, end)`."""
        before = self.begin(start)
        self.column.indivisible(NO_PROSE, start, end)
        self._passages.append((kind, Span(start, end), before, self.place))

    def words(self, start: Place, end: Place) -> str:
        """What has been set between two places of one column, blanks as one."""
        return " ".join("".join(self.columns[start.column].texts[start.piece : end.piece]).split())

    # -- the end

    def finish(self) -> Markup:
        """Set all columns, one behind the other, and return the markup."""
        while self._outer:
            self.close_column()
        markup, builder = self.markup, self.main.builder
        self.main.end_block(PAGE)
        self._bases = [0]
        for column in self.columns[1:]:
            if column.texts:
                self.main.running.begin_line(column.builder.sources[0])
            self._bases.append(builder.extend(column.builder))
        lengths = [len(column.texts) for column in self.columns]
        lengths[0] = self._bases[1] if len(self._bases) > 1 else lengths[0]
        markup.view = builder.build()
        self._offsets = builder.offsets
        for column, base, length in zip(self.columns, self._bases, lengths, strict=True):
            self._store_blocks(column, base)
            column.hyperlinks.store(markup, self._offsets[base : base + length + 1])
        self._store_places()
        return markup

    def _extent(self, start: Place, end: Place) -> Extent:
        low = self._offset(start)
        return Extent(low, max(self._offset(end), low) if start.column == end.column else low)

    def _offset(self, place: Place) -> int:
        while place.column in self._discarded:
            place = self._discarded[place.column]
        # A blank that was dropped before a call may have left a place one piece behind the end.
        return self._offsets[min(self._bases[place.column] + place.piece, len(self._offsets) - 1)]

    def _trimmed(self, start: Place, end: Place) -> Extent:
        low, high = self._extent(start, end)
        part = self.markup.view.text[low:high]
        body = part.strip()
        if not body:
            return Extent(high, high)
        low += len(part) - len(part.lstrip())
        return Extent(low, low + len(body))

    def _store_blocks(self, column: Column, base: int) -> None:
        text, blocks = self.markup.view.text, self.markup.blocks
        for first, last, (name, kind, level, css_class) in column.blocks:
            start, end = self._offsets[base + first], self._offsets[base + last]
            if start < end and text[start].isalnum() and not text[end - 1].isspace():
                blocks.append(Block(kind, Extent(start, end), level, 0, 0, name, css_class))
                continue
            part = text[start:end]
            body = part.strip()
            if body:
                if len(body) < len(part):
                    start += len(part) - len(part.lstrip())
                    end = start + len(body)
                if (
                    not body[0].isalnum()
                    and len(body) < _LONGEST_ORNAMENT
                    and kind != "preformatted"
                    and _ORNAMENT.match(body)
                ):
                    kind = "ornament"
                blocks.append(Block(kind, Extent(start, end), level, 0, 0, name, css_class))
            elif name == "hr":
                blocks.append(Block(kind, Extent(start, end), name=name))

    def _store_places(self) -> None:
        markup = self.markup
        for note, start, end, at in self._notes:
            note.extent = self._trimmed(start, end)
            note.at = self._offset(at) if at is not None else None
            markup.notes.append(note)
        for call, place in self._calls:
            call.extent = self._extent(place, place)
            markup.calls.append(call)
        for link, start, end in self._links:
            link.extent = self._extent(start, end)
            markup.links.append(link)
        for anchor, start, end in self._anchors:
            anchor.extent = self._extent(start, end)
            markup.anchors.append(anchor)
        for kind, span, start, end in self._passages:
            markup.passages.append(Passage(kind, self._trimmed(start, end), span))
        markup.superscripts += [self._extent(start, end) for start, end in self._superscripts]
        markup.superscripts = sorted(raised for raised in markup.superscripts if raised.start < raised.end)
        markup.notes.sort(key=lambda note: note.tag)
        markup.calls.sort(key=lambda call: call.tag)
        markup.links.sort(key=lambda link: link.tag)
        markup.anchors.sort(key=lambda anchor: anchor.tag)
        markup.flaws.sort(key=lambda flaw: flaw.span)
