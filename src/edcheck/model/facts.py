"""`Facts`: the little that an edition needs to know of one document, as plain data that can be merged."""

from collections.abc import Sequence
from typing import Any

from edcheck.model.contents import EntryFact, HeadingFact
from edcheck.model.edition import Numbering
from edcheck.model.finding import Spot
from edcheck.model.packing import from_steps, pack, steps, unpack
from edcheck.records import NamedTuple, dataclass, field
from edcheck.text import Extent, Span


class LabelFact(NamedTuple):
    """One numbered note: its series (by the shape of its references), its label, its number, its place."""

    series: str
    label: str
    value: int
    spot: Spot


class DayFact(NamedTuple):
    """A day on which the document says it was written (ISO 8601), and where it says so."""

    day: str
    spot: Spot


class PageFact(NamedTuple):
    """The numbers of the first and the last page of the print that the document gives, and where the first is."""

    first: int
    last: int
    spot: Spot


class MetadatumFact(NamedTuple):
    """What the document's header says of it (`title`, `author`, `date`, `language`), as read, and where."""

    name: str
    text: str
    spot: Spot


@dataclass(slots=True)
class Facts:
    """What edition rules may use. `path` is the document's name.

    What there is much of is packed; the properties unpack it anew each time.
    """

    path: str
    sent: DayFact | None = None
    """The day on which the header says that the document was written or sent."""
    placed: bool = False
    """Its place in the edition is told, by the settings or by the book that holds it, not by its name."""
    numbering: Numbering = "auto"
    """What the settings say of where note numbers start again."""
    citations: dict[str, int] = field(default_factory=dict)
    """How often each serial is cited, by its name as written."""
    format: str = ""
    """The reader's name; empty where the document is there and was not read."""
    length: int = 0
    """Code points of the readable text; `source_length` those of the source."""
    source_length: int = 0
    pages: PageFact | None = None
    begins_within: bool = False
    """Its text begins within a sentence."""
    breaks_off: Spot | None = None
    """The last word of its running text, where the text breaks off there; see `edcheck.recognise.endings`."""
    images: int = 0
    """How many pictures it shows that should lie beside it; its ties say which."""
    ties: bytes = b""
    """What ties the document to others, packed; see `Ties`."""
    paragraphs: bytes = b""
    """A digest of each long paragraph; see `edcheck.recognise.paragraphs`."""
    names: bytes = b""
    """Counted names, packed; see `edcheck.model.names`."""
    outline: bytes = b""
    """Headings, contents and metadata, packed."""
    numbers: bytes = b""
    """The numbered notes, packed."""
    days: bytes = b""
    """The datelines, packed."""

    @property
    def datelines(self) -> list[DayFact]:
        """The document's datelines in order, those that give year, month and day."""
        days, places = unpack(self.days) or ((), ())
        return [DayFact(day, Spot(self.path, place)) for day, place in zip(days, _unpacked(places), strict=True)]

    @property
    def labels(self) -> list[LabelFact]:
        """The notes that are numbered in Arabic figures, in order."""
        columns = unpack(self.numbers)
        if not columns:
            return []
        shapes, labels, values, places = columns
        return [
            LabelFact(shape, label or str(value), value, Spot(self.path, place))
            for shape, label, value, place in zip(
                shapes, labels, from_steps(values), _unpacked(places), strict=True
            )
        ]

    @property
    def headings(self) -> list[HeadingFact]:
        """The headings that tables of contents can lead to, in order."""
        rows, places, *_ = unpack(self.outline) or ((), ())
        return [
            HeadingFact(text, Spot(self.path, place), anchors, *flags)
            for (text, anchors, flags), place in zip(rows, _unpacked(places), strict=True)
        ]

    @property
    def contents(self) -> list[EntryFact]:
        """The lines of the document's table of contents."""
        _, _, rows, places, *_ = unpack(self.outline) or ((), (), (), ())
        return [
            EntryFact(text, path, fragment, Spot(self.path, place))
            for (text, path, fragment), place in zip(rows, _unpacked(places), strict=True)
        ]

    @property
    def metadata(self) -> list[MetadatumFact]:
        """What the header says of title, author, date and language, in order."""
        *_, rows, places = unpack(self.outline) or ((), ())
        return [
            MetadatumFact(name, text, Spot(self.path, place))
            for (name, text), place in zip(rows, _unpacked(places), strict=True)
        ]

    def pack_labels(self, labels: Sequence[LabelFact]) -> None:
        """Keep the numbered notes."""
        written = ["" if one.label == str(one.value) else one.label for one in labels]
        columns = ([one.series for one in labels], written, steps([one.value for one in labels]))
        self.numbers = pack((*columns, _packed([one.spot for one in labels]))) if labels else b""

    def pack_datelines(self, datelines: Sequence[DayFact]) -> None:
        """Keep the datelines."""
        self.days = (
            pack(([one.day for one in datelines], _packed([one.spot for one in datelines]))) if datelines else b""
        )

    def pack_outline(
        self,
        headings: Sequence[HeadingFact],
        contents: Sequence[EntryFact],
        metadata: Sequence[MetadatumFact],
    ) -> None:
        """Keep headings, contents and metadata."""
        if not (headings or contents or metadata):
            return
        self.outline = pack(
            (
                [(one.text, one.anchors, (one.opens, one.goes_on)) for one in headings],
                _packed([one.spot for one in headings]),
                [(one.text, one.path, one.fragment) for one in contents],
                _packed([one.spot for one in contents]),
                [(one.name, one.text) for one in metadata],
                _packed([one.spot for one in metadata]),
            )
        )


def _packed(spots: Sequence[Spot]) -> Any:
    places = [one.place for one in spots]
    starts, lengths = steps([start for start, _ in places]), [end - start for start, end in places]
    return (starts, lengths, [isinstance(place, Span) for place in places])


def _unpacked(packed: Any) -> list[Extent | Span]:
    if not packed:
        return []
    starts, lengths, are_spans = packed
    return [
        Span(start, start + length) if is_span else Extent(start, start + length)
        for start, length, is_span in zip(from_steps(starts), lengths, are_spans, strict=True)
    ]
