"""Dates as the text states them."""

from typing import Literal

from edcheck.model.markup import DateElement
from edcheck.records import NamedTuple, dataclass, field
from edcheck.text import Extent, Span

Calendar = Literal["gregorian", "julian"]
Role = Literal["dateline", "citation", "mention"]
Verdict = Literal["valid", "malformed", "impossible"]


class DateValue(NamedTuple):
    """A date as far as the text gives it; a missing part is None. Months and days count from 1."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def full(self) -> bool:
        """True where year, month and day are all given."""
        return None not in self


@dataclass(slots=True)
class Date:
    """One date expression of the text.

    `start` and `end` are equal for a single date; a range has two. `pair` holds the other style's value where
    the text gives one date in both calendars (`19 June (2 July) 1918`: `start` is the first, `pair` the
    second). `weekday` is 0 for Monday to 6 for Sunday, where the text names one.
    `verdict` is about the expression alone; `reason` says why it is malformed or impossible and `readings`
    holds replacement texts for `extent` that would be right, likeliest first.
    """

    extent: Extent
    start: DateValue
    end: DateValue
    form: str
    """The grammar's name for the shape: `month-day-year`, `day-month-year`, `day-range`, `pair`."""
    language: str = "en"
    weekday: int | None = None
    weekday_extent: Extent | None = None
    pair: DateValue | None = None
    role: Role = "mention"
    verdict: Verdict = "valid"
    reason: str = ""
    fault: str = ""
    """A stable name of what is wrong: `misspelt-month`, `letters-for-figures`, `stop-for-comma`, `stray-comma`,
    `long-year`, `glued-year`, `no-such-month`, `no-such-day`; the first where several things are."""
    readings: tuple[str, ...] = ()
    year_inferred: bool = False
    """True where the year was taken from the context (a dateline, the date before)."""

    @property
    def is_range(self) -> bool:
        """True where the expression names two ends."""
        return self.start != self.end


@dataclass(slots=True)
class StatedDate:
    """A date as one short statement gives it: an attribute's value, the text of an element, a title.

    `start` and `end` are equal for a single date; an end that a range leaves open has no parts. `verdict` is about
    the statement alone; `reason` and `readings` are those of `Date`.
    """

    written: str
    place: Extent | Span
    start: DateValue
    end: DateValue
    verdict: Verdict = "valid"
    fault: str = ""
    """A stable name of what is wrong: `empty`, `blank`, `notation`, `no-such-day`."""
    reason: str = ""
    readings: tuple[str, ...] = ()
    """What would be right in its place, likeliest first."""
    short_year: int = 0
    """What the year is given modulo (`3. 5. 02`: 100; `May 901`: 1000), 0 where it is given in full."""
    doubtful: bool = False
    """The statement says itself that it is a guess: `[3 May 1921?]`, `1921~`."""
    loose: bool = False
    """The statement is about a time near the date: `c. 1921`, `after 3 May 1921`."""
    exchangeable: bool = False
    """Day and month are given in figures, and either may be the other: `7/4/18`."""
    notation: str = ""
    """For an attribute's value, `w3c`, `iso` or `html`: the simplest notation that has such values."""
    parts: dict[str, Span] = field(default_factory=dict)
    """Where in `written` the figures of `year`, `month` and `day` stand, as far as they are figures."""

    @property
    def is_range(self) -> bool:
        """True where the statement names two ends, or leaves one open."""
        return self.start != self.end


@dataclass(slots=True)
class EncodedDate:
    """A date that the markup encodes: each attribute read, and the enclosed text read.

    `values` holds the attributes that are in a notation for dates, by name. `text` is None where the enclosed
    text is no date.
    """

    element: DateElement
    values: dict[str, StatedDate]
    text: StatedDate | None = None
    claim: StatedDate | None = None
    """What the attributes say together: one date, or the time from one to another. None where one of them is
    faulty, where they are about something else than days (`PT5M`), or where their ends are exchanged."""
    reversed_ends: tuple[tuple[str, str], ...] = ()
    """Pairs of names of attributes of which the first must not lie after the second, but does."""
