"""`Facts`: the little that an edition needs to know of one document, as plain data that can be merged."""

from edcheck.model.finding import Location
from edcheck.records import dataclass, field


@dataclass(frozen=True, slots=True)
class LabelFact:
    """One label of a continuous numbering: what it labels (`note` or `reference`), and where it stands."""

    role: str
    label: str
    value: int
    location: Location


@dataclass(slots=True)
class Facts:
    """What edition rules may use. `path` is the document's name."""

    path: str
    labels: list[LabelFact] = field(default_factory=list)
    datelines: list[str] = field(default_factory=list)
    """ISO dates of the document's datelines in order."""
    citations: dict[str, int] = field(default_factory=dict)
    """How often each serial is cited, by its name as written."""
