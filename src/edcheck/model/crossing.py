"""`Crossing`: a link, reference or note of a document whose partner may stand in another file."""

from typing import Any, Literal

from edcheck.model.packing import from_steps, pack, steps, unpack
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span

CrossingKind = Literal["call", "note"]


@dataclass(slots=True)
class Crossing:
    """What one document knows of something that leads to another, or may be reached from there.

    `kind` is `note` for what the markup marks as one or what begins a block, else `call`. `target` is where it
    leads as written (`notes.html#n7`; empty where it names nothing), `target_span` where that is written.
    `marker`, `label_place` and `body` are as in `Note` and `Reference`.
    """

    kind: CrossingKind
    marker: Extent
    label_place: Extent | Span
    label: str = ""
    target: str = ""
    target_span: Span = Span(0, 0)
    names: tuple[str, ...] = ()
    """Names by which it can be reached."""
    body: Extent = Extent(0, 0)
    group: str = ""
    raised: bool = False
    """Its brackets, its raised type or its markup show it as a reference."""
    marked: bool = False
    """The markup marks it as a note or a reference."""
    alone: bool = False
    """It is a note among notes that nothing calls in their own document."""
    listed: bool = False
    """Its label is its number in an ordered list, and stands nowhere in the source."""
    by_label: bool = False
    """It is known by its label alone, which is its name (`[^7]`), to whatever file holds the other side."""


AstrayKind = Literal["no-name", "no-file", "other-case"]


@dataclass(frozen=True, slots=True)
class Astray:
    """A link to another document of the edition that does not arrive.

    `place` is where its target is written, `written` what stands there, `file` the document that it leads to or
    the nearest thing to it, `name` what it asks for there, `near` a name or path that may be meant. `others` are
    the places of further links with the same target.
    """

    kind: AstrayKind
    place: Span
    written: str
    file: str
    name: str = ""
    near: str = ""
    right: str | None = None
    """What should be written instead, where something near was found."""
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LostImage:
    """A picture that is not where a document says: `target` as written, and where that is written.

    `right` is the target of the one picture that is meant or may be meant; `other_case` says that it is the same
    but for capitals and small letters. `others` are the places of the same target further on.
    """

    target: str
    place: Span
    right: str = ""
    other_case: bool = False
    others: tuple[Span, ...] = ()


@dataclass(slots=True)
class Ties:
    """What ties a document to others: crossings, other links that lead to files, names that others may ask for.

    A link or a picture is its target as written, and where that is written. Once it is known which files there
    are, only those pictures are kept that are not among them, and how many are.
    """

    crossings: list[Crossing] = field(default_factory=list)
    links: list[tuple[str, Span]] = field(default_factory=list)
    names: tuple[str, ...] = ()
    images: list[tuple[str, Span]] = field(default_factory=list)
    lost_images: list[LostImage] = field(default_factory=list)
    images_found: int = 0

    def pack(self) -> bytes:
        """The same in a tenth of the space: a book of five thousand notes has as many crossings twice."""
        if not (self.crossings or self.links or self.names or self.images or self.lost_images):
            return b""
        rows = [
            (
                *(one.kind, one.label, one.target, one.names, one.group),
                *(one.raised, one.marked, one.alone, one.listed, one.by_label, isinstance(one.label_place, Span)),
            )
            for one in self.crossings
        ]
        places = [steps(numbers) for numbers in zip(*map(_places, self.crossings), strict=True)]
        links = [(target, tuple(span)) for target, span in self.links]
        images = [(target, tuple(span)) for target, span in self.images]
        lost = [(one.target, tuple(one.place), one.right, one.other_case) for one in self.lost_images]
        columns = tuple(zip(*rows, strict=True))
        return pack((columns, places, links, self.names, images, lost, self.images_found))

    @classmethod
    def unpack(cls, packed: bytes) -> "Ties":
        """What was packed, by the same version of Python."""
        if not packed:
            return cls()
        columns, places, links, names, images, lost, found = unpack(packed)
        crossings = [
            _crossing(row, numbers)
            for row, numbers in zip(
                zip(*columns, strict=True), zip(*map(from_steps, places), strict=True), strict=True
            )
        ]
        return cls(
            crossings,
            [(target, Span(*span)) for target, span in links],
            names,
            [(target, Span(*span)) for target, span in images],
            [LostImage(target, Span(*place), right, case) for target, place, right, case in lost],
            found,
        )


def _places(one: Crossing) -> tuple[int, ...]:
    """All numbers of a crossing's places. They follow each other, so that steps between them are small."""
    (start, end), label, target, body = one.marker, one.label_place, one.target_span, one.body
    return (
        *(start, end - start, label.start - start, label.end - label.start),
        *(target.start, target.end - target.start, body.start - end, body.end - body.start),
    )


def _crossing(row: tuple[Any, ...], numbers: tuple[int, ...]) -> Crossing:
    """The crossing of which a row was made and `_places` the numbers."""
    kind, label, target, names, group, *flags, is_span = row
    at, length, label_at, label_length, target_at, target_length, body_at, body_length = numbers
    first = at + label_at
    place = Span(first, first + label_length) if is_span else Extent(first, first + label_length)
    body = Extent(at + length + body_at, at + length + body_at + body_length)
    span = Span(target_at, target_at + target_length)
    return Crossing(kind, Extent(at, at + length), place, label, target, span, names, body, group, *flags)
