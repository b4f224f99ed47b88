"""Places. A `Span` lies in a source, an `Extent` in the readable view of it.

Both are half-open ranges in code points. They are two types because they are two coordinate systems: in a
plain text they coincide, in marked-up text they never do, and a function that takes one must not be handed
the other.
"""

from edcheck.records import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points `[start, end)` of the source text as read."""

    start: int
    end: int


class Extent(NamedTuple):
    """A half-open range of code points `[start, end)` of a `TextView`'s text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people: line and column, both counted from 1, columns in code points."""

    line: int
    column: int
