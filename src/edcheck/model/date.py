"""Dates as the text states them."""

from typing import Literal, NamedTuple

from edcheck.records import dataclass
from edcheck.text import Extent

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
