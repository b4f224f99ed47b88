"""Atoms: a month's name with the days, the year and the weekday around it, read from a small window.

An atom names one month. Ranges over two months and dates in two calendars are made of two (`joining.py`).
"""

import re

from edcheck.model import DateValue
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.parts import Days, Slip, Year, days_from, ends_there, year_from
from edcheck.recognise.dates.patterns import DASH, MonthName, Patterns
from edcheck.records import NamedTuple, dataclass, field
from edcheck.text import Extent

_FIGURE = lazy_pattern(r"[0-9]")
_USUAL = lazy_pattern(rf" ([0-9]{{1,2}}), (1[0-9]{{3}}|20[0-9]{{2}})(?![\w|/⁄]|{DASH})")
"""Day and year after a month in the usual shape, in which nothing can be wrong but the day."""
_LONG_NAME, _LAST_DAY = 6, 31
_SELDOM = frozenset("SZB")
_LONE_L = (" l", "(l", " l.", "\nl", "\nl.")


@dataclass(slots=True)
class Atom:
    """What was read around one month. `month` is 0 for a word like `inst.`"""

    start: int
    end: int
    month: int
    name: Extent
    abbreviated: bool = False
    days: Days | None = None
    day_first: bool = False
    year: Year | None = None
    weekday: int | None = None
    weekday_at: Extent | None = None
    slips: list[Slip] = field(default_factory=list)

    @property
    def value(self) -> DateValue:
        """The date, or its beginning."""
        year = None if self.year is None else self.year.value
        return DateValue(year, self.month or None, None if self.days is None else self.days.day)

    @property
    def last(self) -> DateValue:
        """The date's end; the same as its beginning where only one is written."""
        return self.last_from(self.value)

    def last_from(self, value: DateValue) -> DateValue:
        """The date's end, made of its beginning."""
        if self.days is not None and self.days.last is not None:
            return value._replace(day=self.days.last)
        if self.year is not None and self.year.until is not None:
            return value._replace(year=self.year.until)
        return value


class Window(NamedTuple):
    """Where an atom is read: its month's name, and the limits to the left and right of it."""

    low: int
    start: int
    end: int
    high: int


def read_atom(text: str, name: MonthName, window: Window, patterns: Patterns) -> Atom | None:
    """Read the window around a month's name; None where the name turns out to be none."""
    atom = Atom(window.start, window.end, name.month, Extent(window.start, window.end), name.abbreviated)
    left = _days_before(text, window, patterns)
    if not name.month:
        if left is None or not left.ordinal:
            return None
        _take_days(atom, left)
    else:
        _read_right(text, window, atom, left, patterns)
    if name.damaged and not _is_misspelling(atom, name):
        return None
    if name.damaged:
        meant = patterns.full_names[name.month - 1]
        atom.slips.insert(0, Slip(atom.name, (meant,), f"“{name.text}” is no month", "misspelt-month"))
    _read_weekday(text, window.low, atom, patterns)
    return atom


def _is_misspelling(atom: Atom, name: MonthName) -> bool:
    """A word like a month is taken for one if a day and a year stand by it, a long word if either does."""
    long = len(name.text) >= _LONG_NAME
    if atom.days is None:
        return long and atom.year is not None and atom.year.slip is None
    if not 1 <= atom.days.day <= 31:
        return False
    return atom.year is not None or (long and atom.days.slip is None)


def _days_before(text: str, window: Window, patterns: Patterns) -> Days | None:
    before = text[window.low : window.start].rstrip()
    if not before.endswith(patterns.left_ends) or not (_FIGURE.search(before) or before.endswith(_LONE_L)):
        return None
    match = patterns.left.search(text, window.low, window.start)
    if match is None:
        return None
    first = match.start()
    before = text[max(window.low, first - 2) : first]
    # A slash right behind the date before joins the two: `19 June/2 July`.
    joined = before[-1:] == "/" and first - 1 == window.low
    if (
        before
        and not joined
        and (before[-1].isalnum() or before[-1] in "/.:$£#*^№" or (before[-1] in ",-–" and before[0].isdecimal()))
    ):
        return None
    days = days_from(match)
    if not counted(text, window.low, first, patterns):
        return days
    if match["list"] is None or days.last is None or days.last_at is None:
        return None
    return Days(days.last_at.start, days.end, days.last, days.last_at)


def counted(text: str, low: int, start: int, patterns: Patterns) -> bool:
    """True where the word before a number says that it counts something else than days: `No. 52 of November`."""
    words = text[max(low, start - 14) : start].split()
    return bool(words) and patterns.language.is_counter(words[-1])


def _take_days(atom: Atom, days: Days, day_first: bool = True) -> None:
    atom.days, atom.day_first = days, day_first
    atom.start, atom.end = min(atom.start, days.start), max(atom.end, days.end)
    if days.slip is not None:
        atom.slips.append(days.slip)


def _read_right(text: str, window: Window, atom: Atom, left: Days | None, patterns: Patterns) -> None:
    """Decide between the days before the month and those after it, and take the year."""
    usual = _USUAL.match(text, window.end) if left is None else None
    if usual is not None and usual.end() <= window.high:
        _take_usual(atom, usual)
        return
    match = patterns.right.match(text, window.end, window.high)
    if match is not None and match["last"] and not match["year"] and _belongs_to_next(text, window, match):
        match = patterns.right.match(text, window.end, match.start("last"))
    if match is not None and match["day"] is not None:
        year = _year_after_day(text, match)
        days = days_from(match)
        if _day_may_follow(text, match, year, atom, days) and _prefers_right(
            text, atom, left, year, match["space"]
        ):
            _take_days(atom, days, day_first=False)
            _take_year(atom, year)
            if "," in match["space"]:
                atom.slips.append(_stray_comma(match, atom))
            return
    year = None
    if match is not None and match["alone"] is not None and ("." not in match["pause"] or atom.abbreviated):
        year = year_from(text, match, "alone", "then", match.end())
    if left is not None and _is_unlikely(text, left, year):
        left = None
    if left is not None:
        _take_days(atom, left)
    if year is None or year.slip is None or left is not None:
        _take_year(atom, year)


def _is_unlikely(text: str, days: Days, year: Year | None) -> bool:
    """Whether letters that seldom stand for figures are no day: `room 2B May` names no 28th."""
    token = text[days.at.start : days.at.end]
    sure = days.slip is None or (_SELDOM.isdisjoint(token) and token != "l")
    return not sure and (year is None or year.slip is not None or not 1 <= days.day <= _LAST_DAY)


def _take_usual(atom: Atom, match: re.Match[str]) -> None:
    """Take what `Patterns.right` and the judgements on it would find in the usual shape."""
    (start, end), year = match.span(1), Extent(*match.span(2))
    atom.days = Days(start, end, int(match[1]), Extent(start, end))
    atom.year = Year(int(match[2]), year, year.end)
    atom.end = year.end


def _belongs_to_next(text: str, window: Window, match: re.Match[str]) -> bool:
    """True where the second number is the day of the month that follows: `July 31 to 5 August`."""
    if not text[window.high : window.high + 1].isalpha():
        return False
    return not text[match.end("last_end") : window.high].strip(" \n\r\tof")


def _prefers_right(text: str, atom: Atom, left: Days | None, year: Year | None, space: str) -> bool:
    if left is None or not 1 <= left.day <= 31:
        return True
    if year is not None:
        return not left.ordinal
    # In a table or a numbered list the nearer number is the day: `11   Aug. 18.`
    return (
        space.strip(".") == " " and text[left.end : atom.name.start].isspace() and atom.name.start - left.end > 2
    )


def _day_may_follow(text: str, match: re.Match[str], year: Year | None, atom: Atom, days: Days) -> bool:
    space, token = match["space"], match["day"]
    if "." in space and not atom.abbreviated:
        return False
    full = year is not None and "," in match["gap"]
    if not token.isdecimal() and not (full and year is not None and year.slip is None):
        return 1 <= days.day <= 31 and space.strip(".,") != "" and any(letter.isdecimal() for letter in token)
    if not space or "," in space:
        return full
    at_line_start = "\n" in space or "\r" in space
    listed = at_line_start and text[match.end("day") : match.end("day") + 1] in (".", ")")
    return not listed or 1 <= days.day <= 28


def _stray_comma(match: re.Match[str], atom: Atom) -> Slip:
    at = match.start("space") + match["space"].index(",")
    meant = "." if atom.abbreviated and "." not in match["space"] else ""
    return Slip(Extent(at, at + 1), (meant,), "a comma stands between month and day", "stray-comma")


def _year_after_day(text: str, match: re.Match[str]) -> Year | None:
    """The year after a day; after a stop only where it ends the statement, else a new sentence begins there."""
    if match["year"] is None:
        return None
    year = year_from(text, match, "year", "second", match.end())
    gap = match["gap"].strip()
    if year is None or (year.slip is not None and year.slip.kind == "long-year" and gap != ","):
        return None
    if gap in {".", ";", ":"} and match["suffix"] is None:
        if year.slip is not None or "\n" in match["gap"] or not ends_there(text, year.end):
            return None
        at = Extent(match.start("gap"), match.start("gap") + len(match["gap"].rstrip()))
        year.slip = Slip(at, (",",), f"“{gap}” stands for a comma", "stop-for-comma")
    return year


def _take_year(atom: Atom, year: Year | None) -> None:
    if year is None:
        return
    atom.year, atom.end = year, max(atom.end, year.end)
    if year.slip is not None:
        atom.slips.append(year.slip)


def _read_weekday(text: str, low: int, atom: Atom, patterns: Patterns) -> None:
    if atom.days is None or atom.start == low:
        return
    match = patterns.weekday.search(text, max(low, atom.start - 28), atom.start)
    if match is not None and not text[match.start() - 1 : match.start()].isalnum():
        atom.weekday = patterns.weekdays[match["weekday"]]
        atom.weekday_at = Extent(*match.span("weekday"))
        atom.start = match.start()
