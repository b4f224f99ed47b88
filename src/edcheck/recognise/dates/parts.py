"""The parts of a date beside its month: days and years as written, with what is wrong in them."""

import re
from typing import Literal

from edcheck.recognise.dates.spelling import as_figures
from edcheck.records import NamedTuple, dataclass
from edcheck.text import Extent

Joint = Literal["", "range", "list", "pair"]
_CLOSING = frozenset(".,;:)]}!?\"'”’»\n\r")
FIRST_YEAR, LAST_YEAR = 1000, 2100
"""A number of four figures outside these is no year of an edition."""
_LAST_DAY = 31
BEFORE, AFTER = 48, 56
"""Code points to each side of a month's name within which its date lies."""
WIDEST_GAP = 6
"""Code points between two dates beyond which they are no longer one expression."""


class Slip(NamedTuple):
    """One thing that is wrong in an expression: where, what may have been meant there, why, and of what kind."""

    at: Extent
    meant: tuple[str, ...]
    reason: str
    kind: str


@dataclass(slots=True)
class Days:
    """One day, or two and how they hang together; `start` and `end` bound them with their ordinals."""

    start: int
    end: int
    day: int
    at: Extent
    ordinal: bool = False
    stop: bool = False
    """A stop stands for the ordinal: `3. Mai`."""
    last: int | None = None
    last_at: Extent | None = None
    joint: Joint = ""
    slip: Slip | None = None


@dataclass(slots=True)
class Year:
    """A year. `end` is where its expression ends, brackets and a second year included.

    `other` is the earlier year where both beginnings of the year are counted (`1641/2`: value 1642, other
    1641); `until` the second year of a span (`July 1914-1918`). `bracketed` years stand in brackets, as notes do.
    """

    value: int
    at: Extent
    end: int
    other: int | None = None
    until: int | None = None
    bracketed: bool = False
    slip: Slip | None = None


def days_from(match: re.Match[str]) -> Days:
    """The days that a pattern of `Patterns` has matched."""
    token, at = match["day"], Extent(*match.span("day"))
    days = Days(match.start("day"), match.end("suffix" if match["suffix"] else "day"), 0, at)
    figures = token
    if not token.isdecimal():
        readings = as_figures(token)
        figures = readings[0]
        meant = tuple(one.lstrip("0") for one in readings if 1 <= int(one) <= _LAST_DAY) or (figures.lstrip("0"),)
        days.slip = Slip(at, meant, f"“{token}” stands for a number", "letters-for-figures")
    days.day = int(figures)
    days.stop = match["suffix"] == "."
    days.ordinal = match["suffix"] is not None and not days.stop
    if match["last"]:
        days.last, days.last_at = int(match["last"]), Extent(*match.span("last"))
        days.joint = _joint(match, days)
        days.end = match.end("paren_end") if match["paren"] else match.end("last_end")
        _complete(days)
    return days


def _joint(match: re.Match[str], days: Days) -> Joint:
    if match["list"]:
        return "list"
    if match["paren"]:
        return "pair"
    return "pair" if match["slash"] and 10 <= abs((days.last or 0) - days.day) <= 13 else "range"


def _complete(days: Days) -> None:
    """Read `25-6` as 25 to 26: the second number is written without its tens."""
    if days.joint == "range" and days.last is not None and days.last < 10 < days.day and days.last > days.day % 10:
        days.last += days.day // 10 * 10


def year_from(text: str, match: re.Match[str], group: str, second: str, end: int) -> Year | None:
    """The year in group `group` of a match, with the second year in group `second`; None where it is none."""
    token, at = match[group], Extent(*match.span(group))
    if len(token) == 5 and token[:4].isdecimal() and not token[4].isdecimal():
        token, at = token[:4], Extent(at.start, at.start + 4)
        end = at.end
    year = _plain_year(text, token, at, end) if token.isdecimal() else _read_year(text, token, at, end)
    if year is not None:
        year.bracketed = text[at.start - 1] in "[("
    if year is not None and match[second] and at.end == match.end(group):
        _take_second(year, match[second], match.start(second))
    return year


def _plain_year(text: str, token: str, at: Extent, end: int) -> Year | None:
    if len(token) == 5:
        shorter = (token[:index] + token[index + 1 :] for index in (4, 3, 2, 1))
        meant = tuple(dict.fromkeys(year for year in shorter if FIRST_YEAR <= int(year) <= LAST_YEAR))
        return (
            Year(int(meant[0]), at, end, slip=Slip(at, meant, "the year has five figures", "long-year"))
            if meant
            else None
        )
    value = int(token)
    if not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    following = text[at.end : at.end + 2]
    if not following[:1].isalpha():
        return Year(value, at, end)
    if following[0].isupper() and following[1:].islower():
        glued = Slip(at, (token + " ",), "it runs into the next word", "glued-year")
        return Year(value, at, at.end, slip=glued)
    return Year(value, at, at.end + 1) if following[0] in "abcdef" and not following[1:].isalnum() else None


def _read_year(text: str, token: str, at: Extent, end: int) -> Year | None:
    readings = as_figures(token)
    figures = readings[0]
    known = sum(letter.isdecimal() for letter in token)
    if len(token) != 4 or known < 2 or not figures.isdecimal() or text[at.end : at.end + 1].isalpha():
        return None
    if not FIRST_YEAR <= int(figures) <= LAST_YEAR:
        return None
    slip = Slip(at, readings, f"“{token}” stands for a number", "letters-for-figures")
    return Year(int(figures), at, end, slip=slip)


def _take_second(year: Year, token: str, start: int) -> None:
    """Read the number after `1674-`: a second count of the same year, the end of a span, or neither."""
    following = int(str(year.value)[: -len(token)] + token) if len(token) < 4 else int(token)
    if following == year.value + 1 and len(token) < 4:
        year.other, year.value = year.value, following
    elif year.value < following <= LAST_YEAR:
        year.until = following
    else:
        year.end = year.at.end


def ends_there(text: str, offset: int) -> bool:
    """True where what stands before `offset` ends a statement: a stop, a closing mark or a line end follows."""
    return offset >= len(text) or text[offset] in _CLOSING
