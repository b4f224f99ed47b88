"""What edcheck says of a text: `Draft` as a rule writes it, `Finding` as the world sees it."""

from collections.abc import Mapping
from typing import Literal

from edcheck.model.fix import Fix
from edcheck.records import NamedTuple, dataclass, field
from edcheck.text import Extent, Position, Span

Severity = Literal["error", "warning", "information", "off"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "information")
CONTEXT = 60
"""Code points of the passage on each side of its place that a location carries, at most."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place, complete in itself: whoever shows it needs neither the file nor the document.

    `spans` are the pieces of source it consists of, `start` and `end` the ends of their hull for people;
    `quote` is the readable text there, `before` and `after` what stands around it on the same lines (`CONTEXT`).
    """

    path: str
    spans: tuple[Span, ...]
    start: Position
    end: Position
    quote: str
    before: str = ""
    after: str = ""
    label: str = ""


class Spot(NamedTuple):
    """A place in the document of a name; only those of the many that a finding points at become locations."""

    path: str
    place: Extent | Span


class Stretch(NamedTuple):
    """Long paragraphs of the document of a name, counted from 0, `last` included; digests have no other place."""

    path: str
    first: int
    last: int


class Mention(NamedTuple):
    """The first place of a word in the document of a name: words that are only counted have no other."""

    path: str
    word: str


Place = Extent | Span | Location | Spot | Stretch | Mention
"""Where a rule points: an extent of the view, a span of the source (attributes, markup), or what edition rules
take from the facts: a finished location, or a spot, stretch or mention of which one is made."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule yields: places in whatever coordinates it has, a message id and the data for it.

    `related` holds further places with a label each. `evidence` are sentences that speak for the finding.
    `severity` may only be lower than the rule's own. `confidence` is between 0 and 1.
    """

    message: str
    at: Place
    data: Mapping[str, object] = field(default_factory=dict)
    related: tuple[tuple[Place, str], ...] = ()
    evidence: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, named once: complete, inert, ready for any reporter.

    `message` is the finished sentence; `message_id` and `data` are what it was made of. `fingerprint`
    identifies the finding across edits: it contains the rule, the message and the words around the place,
    and no line number.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    message_id: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Location, ...] = ()
    evidence: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    confidence: float = 0.9
    fingerprint: str = ""
