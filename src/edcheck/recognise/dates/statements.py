"""One short string read as a date: `[5.?] 5. 1902`, `Ende November 1921`, `3/VI 02`, `24. 4. – 28. 4. 1901`.

In running text a number beside a month may be anything; in a date element, a title or a header it is a date or the
string is none. So this grammar takes forms that the one for running text must leave alone (years of two figures,
Roman months, months without a day), but the whole string must be understood.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from edcheck.model import DateValue, StatedDate
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.calendar import LAST_JULIAN_YEAR, days_in_month, is_valid, likely_days
from edcheck.recognise.dates.languages import CODES, Language, language_for
from edcheck.recognise.dates.patterns import DASH
from edcheck.records import dataclass
from edcheck.text import Span

LONGEST = 80
"""Code points of a string beyond which it is no mere date."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MARKS = lazy_pattern(r"[\[\]()<>⟨⟩{}?]+")
_GAP = lazy_pattern(r"\s+")
_WORD = lazy_pattern(r"[^\W\d_]{3,}")
_TRAILING = " \t\r\n.,;:"
_HIGHEST_DAY = 39
_NOTHING = DateValue(None, None, None)
_YEAR = r"(?:['’]?(?P<year>[0-9]{2,4}))(?:\s*(?:г|гг|d\.\s*J))?"
_IN_FIGURES = (
    lazy_pattern(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"),
    lazy_pattern(r"(?P<day>[0-9]{1,2})\.?(?:\s*[./-]\s*|\s+)(?P<month>[0-9]{1,2})\.?(?:\s*[./-]\s*|\s+)" + _YEAR),
    lazy_pattern(r"(?P<day>[0-9]{1,2})\.?\s*[./]\s*(?P<month>[0-9]{1,2})\.?"),
    lazy_pattern(r"(?P<month>[0-9]{1,2})\s*[./]\s*(?P<year>[0-9]{4})"),
    lazy_pattern(r"(?P<year>1[0-9]{3}|20[0-9]{2})"),
)
"""What has only figures is read alike in all languages, but for the order of day and month."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """What a language's table becomes for this grammar."""

    language: Language
    leading: re.Pattern[str]
    forms: tuple[re.Pattern[str], ...]
    months: dict[str, int]
    between: re.Pattern[str]
    day: re.Pattern[str]


def read_date(text: str, language: str = "") -> StatedDate | None:
    """Read a string as a date or a range of dates in one of the languages known, `language` first.

    The place of the result is a span of `text`. None where the string as a whole is no date.
    """
    if len(text) > LONGEST or not text or text.isspace():
        return None
    return _read_cached(text, language)


@lru_cache(maxsize=4096)
def _read_cached(text: str, language: str) -> StatedDate | None:
    first = language_for(language).code
    clean, places = _without_marks(text)
    for code in (first, *_others(clean, first)):
        found = _read_in(clean, _grammar(code))
        if found is not None:
            found.written, found.place = text, Span(0, len(text))
            found.doubtful = found.doubtful or "?" in text
            found.parts = {
                name: Span(places[at.start], places[at.end - 1] + 1) for name, at in found.parts.items()
            }
            if found.verdict != "valid":
                found.readings = tuple(_rewritten(text, found, day) for day in found.readings)
            return found
    return None


def _others(text: str, first: str) -> list[str]:
    """Further languages that have one of the string's words for a month."""
    words = {word.lower() for word in _WORD.findall(text)}
    return [code for code in CODES if code != first and words and not words.isdisjoint(_month_names(code))]


@cache
def _month_names(code: str) -> dict[str, int]:
    months = language_for(code).months
    return {name.lower(): number for number, group in enumerate(months, 1) for name in group}


def _without_marks(text: str) -> tuple[str, list[int]]:
    """The string without an editor's brackets and question marks, and where each character of it stood."""
    places = list(range(len(text)))
    for mark in reversed(list(_MARKS.finditer(text))):
        del places[mark.start() : mark.end()]
    return _MARKS.sub("", text), places


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


@cache
def _grammar(code: str) -> _Grammar:
    language = language_for(code)
    months = _month_names(code)
    ordinal = _any(language.ordinals)
    day = rf"(?P<day>[0-9]{{1,2}})(?:{ordinal}(?![a-z]))?"
    of = rf"(?:{_any(language.of)}\s+)?" if language.of else ""
    named = rf"(?:(?P<name>{_any(months)})(?![^\W\d_])\.?|(?P<roman>[ivx]{{1,4}}))"
    weekdays = {name.rstrip(".") for group in language.weekdays for name in group}
    leading = (
        rf"(?:(?P<about>{_any(language.about)})\s+|(?:{_any(language.hedges)}|{_any(language.articles)})\s+"
        rf"|{_any(weekdays)}(?![^\W\d_])[.,]*\s*)"
    )
    months_named = rf"(?P<name>{_any(months)})(?![^\W\d_])\.?"
    forms = [
        rf"{day}(?:\s*[./-]\s*|\s*)\s*{of}{named}[\s.,/-]*{of}(?:{_YEAR})?",
        rf"{months_named}[\s,]*{of}(?:{_YEAR})?",
    ]
    if not language.day_first:
        forms.insert(1, rf"{months_named}\s+{day}(?:[\s,]+{_YEAR})?")
    return _Grammar(
        language,
        lazy_pattern(leading, re.IGNORECASE),
        (*_IN_FIGURES, *(lazy_pattern(form, re.IGNORECASE) for form in forms)),
        months,
        lazy_pattern(rf"\s*(?:{DASH}|\s{_any(language.to)}\s)\s*", re.IGNORECASE),
        lazy_pattern(rf"(?P<day>[0-9]{{1,2}})(?:{ordinal})?", re.IGNORECASE),
    )


def _read_in(text: str, grammar: _Grammar) -> StatedDate | None:
    """The string read in one language; places are those in `text`."""
    start, end, loose = 0, len(text.rstrip(_TRAILING)), False
    start = len(text) - len(text.lstrip())
    while start < end and not text[start].isdecimal():
        leading = grammar.leading.match(text, start, end)
        if leading is None or leading.end() == start:
            break
        loose = loose or leading["about"] is not None
        start = leading.end()
    found = _single(text, start, end, grammar) or _range(text, start, end, grammar)
    if found is not None:
        found.loose = loose
    return found


def _single(text: str, start: int, end: int, grammar: _Grammar) -> StatedDate | None:
    for form in grammar.forms:
        match = form.fullmatch(text, start, end)
        if match is not None:
            return _understood(match, grammar)
    return None


def _understood(match: re.Match[str], grammar: _Grammar) -> StatedDate | None:
    groups = match.groupdict()
    written_year = groups.get("year")
    year = None if written_year is None else int(written_year)
    day = None if groups.get("day") is None else int(match["day"])
    month = _month(groups, grammar)
    in_figures = groups.get("month") is not None
    exchangeable = False
    if in_figures and not grammar.language.day_first and None not in (day, month) and "-" not in match[0]:
        exchangeable = day != month and (day or 0) <= 12 >= (month or 0)
        if (month or 0) > 12 >= (day or 0):
            day, month = month, day
    if month is None and (day is not None or groups.get("roman")):
        return None
    if (month is not None and not 1 <= month <= 12) or not 0 < (day or 1) <= _HIGHEST_DAY:
        return None
    value = DateValue(year, month, day)
    short = 0 if written_year is None or len(written_year) > 3 else 10 ** len(written_year)
    parts = {name: Span(*match.span(name)) for name in ("year", "month", "day") if groups.get(name)}
    found = StatedDate(match[0], Span(*match.span()), value, value, short_year=short, parts=parts)
    found.exchangeable = exchangeable
    _judge(found)
    return found


def _month(groups: dict[str, str | None], grammar: _Grammar) -> int | None:
    if groups.get("month"):
        return int(groups["month"] or 0)
    if groups.get("name"):
        return grammar.months.get(_GAP.sub(" ", (groups["name"] or "").lower()))
    roman = (groups.get("roman") or "").lower()
    return _ROMAN.index(roman) + 1 if roman in _ROMAN else None


def _judge(found: StatedDate) -> None:
    """Call a day impossible that no calendar has in the month; `readings` are then days that may be meant."""
    year, month, day = found.start
    if month is None or day is None:
        return
    known = None if found.short_year else year
    julian = known is not None and known <= LAST_JULIAN_YEAR and is_valid(found.start, "julian")
    if is_valid(DateValue(known, month, day)) or julian:
        return
    length = days_in_month(month, known)
    found.verdict, found.fault = "impossible", "no-such-day"
    found.reason = f"{year} is no leap year" if month == 2 and day == 29 else f"the month has {length} days"
    found.readings = tuple(map(str, likely_days(day, length)))


def _rewritten(text: str, found: StatedDate, day: str) -> str:
    at = found.parts["day"]
    return text[: at.start] + day + text[at.end :]


def _range(text: str, start: int, end: int, grammar: _Grammar) -> StatedDate | None:
    for joint in grammar.between.finditer(text, start, end):
        last = _single(text, joint.end(), end, grammar)
        if last is None or joint.start() == start:
            continue
        first = _single(text, start, joint.start(), grammar) or _day(text, start, joint.start(), grammar)
        if first is None or (first.start.month is None and first.start.year is None and last.start.month is None):
            continue
        begin = _completed(first.start, last.start)
        found = StatedDate(text, Span(start, end), begin, last.end)
        found.short_year = last.short_year
        for side in (first, last):
            if side.verdict != "valid":
                return None
        return found
    return None


def _day(text: str, start: int, end: int, grammar: _Grammar) -> StatedDate | None:
    """A day alone, as the beginning of a range: the `3.` of `3.–5. Mai`."""
    match = grammar.day.fullmatch(text, start, end)
    if match is None or not 1 <= int(match["day"]) <= 31:
        return None
    value = _NOTHING._replace(day=int(match["day"]))
    return StatedDate(match[0], Span(start, end), value, value)


def _completed(first: DateValue, last: DateValue) -> DateValue:
    """The beginning of a range with what only its end says: `3.–5. Mai 1921`."""
    year, month, day = first
    if year is None:
        year = last.year
        if month is not None and last.month is not None and month > last.month and year is not None:
            year -= 1
    if month is None and day is not None:
        month = last.month
    return DateValue(year, month, day)
