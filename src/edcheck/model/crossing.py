"""`Crossing`: a link, reference or note of a document whose partner may stand in another file."""

from typing import Literal

from edcheck.records import dataclass
from edcheck.text import Extent, Span

CrossingKind = Literal["link", "call", "note"]


@dataclass(slots=True)
class Crossing:
    """What one document knows of something that leads to another, or may be reached from there.

    `kind` is `note` or `call` where the markup or the place at the head of a block says so, `link` for any other
    link. `target` is where it leads as written (`notes.html#n7`; empty where it names nothing), `target_span`
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
    by_label: bool = False
    """It is known by its label alone, which is its name (`[^7]`), to whatever file holds the other side."""
