"""`Crossing`: a link, reference or note of a document whose partner may stand in another file."""

from typing import Literal

from edcheck.records import dataclass
from edcheck.text import Extent, Span

CrossingKind = Literal["call", "note"]


@dataclass(slots=True)
class Crossing:
    """What one document knows of something that leads to another, or may be reached from there.

    `kind` is `note` for what the markup marks as one or what begins a block, else `call`. `target` is where it leads as written (`notes.html#n7`; empty where it names nothing), `target_span`
    where that is written. `marker`, `label_place` and `body` are as in `Note` and `Reference`.
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
    by_label: bool = False
    """It is known by its label alone, which is its name (`[^7]`), to whatever file holds the other side."""


AstrayKind = Literal["no-name", "no-file", "other-case"]


@dataclass(frozen=True, slots=True)
class Astray:
    """A link to another document of the edition that does not arrive.

    `place` is where its target is written, `written` what stands there, `file` the document that it leads to or the
    nearest thing to it, `name` what it asks for there, `near` a name or path that may be meant. `others` are the
    places of further links with the same target.
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
