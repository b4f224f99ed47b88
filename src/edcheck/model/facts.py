"""`Facts`: the little that an edition needs to know of one document, as plain data that can be merged."""

from edcheck.model.contents import EntryFact, HeadingFact
from edcheck.model.finding import Location
from edcheck.records import dataclass, field


@dataclass(frozen=True, slots=True)
class LabelFact:
    """One note of a continuous numbering: its series (by the shape of its references), its label, its place."""

    series: str
    label: str
    value: int
    location: Location


@dataclass(slots=True)
class Facts:
    """What edition rules may use. `path` is the document's name."""

    path: str
    labels: list[LabelFact] = field(default_factory=list)
    """Notes whose numbers run on through the edition; empty where the settings do not say so."""
    datelines: list[str] = field(default_factory=list)
    """ISO dates of the document's datelines in order."""
    citations: dict[str, int] = field(default_factory=dict)
    """How often each serial is cited, by its name as written."""
    headings: list[HeadingFact] = field(default_factory=list)
    """The headings that tables of contents can lead to, in order."""
    contents: list[EntryFact] = field(default_factory=list)
    """The lines of the document's table of contents."""
    format: str = ""
    """The reader's name; empty where the document is there and could not be read."""
    length: int = 0
    """Code points of the readable text; `source_length` those of the source."""
    source_length: int = 0
    ties: bytes = b""
    """What ties the document to others, packed; see `Ties`."""
