"""A text that is written out of a file of another kind, a word processor's, with its marks beside it.

In such a file no text lies that an editor could open at a line. So its text is written out, a paragraph a line,
and what the file says of it (headings, notes, links) goes along as marks with their places.
"""

from edcheck.records import dataclass, field
from edcheck.text.source import Source


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of the stretch `[start, end)` of its text; which kinds there are, its container says."""

    kind: str
    start: int
    end: int
    value: str = ""
    data: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class MarkedSource(Source):
    """A source whose marks do not stand in its text. `marks` are in no order."""

    marks: list[Mark] = field(default_factory=list, repr=False)
