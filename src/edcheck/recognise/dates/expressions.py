"""Expressions: atoms judged, joined where two of them are one date, and turned into `Date`s."""

import re
from collections import Counter
from functools import cache

from edcheck.model import Date, Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.atoms import Atom, Window, read_atom
from edcheck.recognise.dates.joining import (
    differences_apart,
    end_of_pair,
    joint_of,
    other_style,
    shared_years,
)
from edcheck.recognise.dates.languages import Language, language_for
from edcheck.recognise.dates.months import find_months
from edcheck.recognise.dates.notemarks import NoteMarks
from edcheck.recognise.dates.parts import Joint, Slip
from edcheck.recognise.dates.patterns import MonthName, Patterns, any_of, ordinal_of, patterns_for
from edcheck.recognise.dates.verdicts import impossible_days, meant_as_day, rewritten, word_before
from edcheck.text import Extent

_FIGURE = lazy_pattern(r"[0-9]")
_SHORT_NAME = 4
_NEAR = 24
"""Code points before a year within which its day stands: `3 de mazro de`."""
_MOST = 40
_USUAL = 3
"""A spelling or a stop found this often in one document is its custom, not a slip."""


def find_named(document: Document, language: Language) -> list[Date]:
    """Return all dates that name a month, in order."""
    patterns = patterns_for(language.code)
    text = document.text
    marks = NoteMarks(document)
    found = [
        one if isinstance(one, Date) else _judged(*one, document, patterns, marks)
        for one in find_months(document, patterns, marks)
    ]
    _forgive_customs(text, [one for one in found if isinstance(one, Atom)])
    dates = []
    index = 0
    while index < len(found):
        first = found[index]
        index += 1
        if isinstance(first, Date):
            dates.append(first)
            continue
        second = found[index] if index < len(found) else None
        joint = joint_of(text, first, second, language) if isinstance(second, Atom) else ""
        if isinstance(second, Atom) and joint:
            dates.append(_joined(text, first, second, joint, language))
            index += 1
        elif _stands_alone(text, first, language):
            dates.append(_single(text, first, language))
    return dates


def _judged(
    atom: Atom, name: MonthName, window: Window, document: Document, patterns: Patterns, marks: NoteMarks
) -> Atom:
    """The atom with its verdict: impossible days become slips, numbers that were not meant as days are dropped."""
    if _is_plain(atom):
        return atom
    text, days = document.text, atom.days
    mark = marks.first_in(window.end + 1, atom.end)
    if mark is not None:
        again = read_atom(text, name, window._replace(high=mark), patterns)
        return atom if again is None else _judged(again, name, window, document, patterns, marks)
    if days is not None and days.joint == "pair" and not atom.day_first and not _is_pair(atom):
        _drop_last(atom)
    full_name = patterns.full_names[atom.month - 1] if atom.month else ""
    slips = impossible_days(atom, document.edition.julian_until, full_name)
    if (slips or _is_reversed(atom)) and not meant_as_day(text, window.low, atom, patterns.language):
        _drop_days(atom)
    elif slips and days is not None and slips[0].at == days.last_at and atom.year is None and days.joint != "pair":
        _drop_last(atom)
    else:
        atom.slips += slips
    return atom


def _is_plain(atom: Atom) -> bool:
    days = atom.days
    if atom.slips or (atom.year is not None and atom.year.bracketed):
        return False
    if days is None or days.last is None:
        return days is None or 1 <= days.day <= 28
    return 1 <= days.day < days.last <= 28 and days.joint != "pair"


def _is_reversed(atom: Atom) -> bool:
    """Whether days before a month run backwards: a wrong date, or the hours of `open 10-6 July`."""
    days = atom.days
    if days is None or days.last is None or not atom.day_first:
        return False
    return days.joint == "range" and days.last < days.day


def _is_pair(atom: Atom) -> bool:
    days = atom.days
    return days is not None and days.last is not None and 10 <= abs(days.last - days.day) <= 13


def _drop_last(atom: Atom) -> None:
    days = atom.days
    if days is None:
        return
    if not atom.day_first and atom.year is None:
        atom.end = days.at.end
    days.last, days.last_at, days.joint = None, None, ""


def _drop_days(atom: Atom) -> None:
    """Leave the month alone, with its year where the days stand before it."""
    if not atom.day_first:
        atom.year, atom.end = None, atom.name.end
    atom.start, atom.days, atom.weekday, atom.weekday_at = atom.name.start, None, None, None
    atom.slips.clear()


def _forgive_customs(text: str, atoms: list[Atom]) -> None:
    """Take back what is wrong by the rule but the custom of this document: `Sept. 7. 1736` throughout."""
    slips = [slip for atom in atoms for slip in atom.slips]
    if not slips:
        return
    kinds = Counter(slip.kind for slip in slips)
    customs = {kind for kind in ("stop-for-comma", "stray-comma", "glued-year") if kinds[kind] >= _USUAL}
    spellings = {text[slip.at.start : slip.at.end] for slip in slips if slip.kind == "misspelt-month"}
    # So many misspellings are another language; and counting each would not be linear any more.
    usual = spellings if len(spellings) > _MOST else {word for word in spellings if text.count(word) >= _USUAL}
    for atom in atoms:
        if atom.slips:
            atom.slips = [
                slip
                for slip in atom.slips
                if slip.kind not in customs and text[slip.at.start : slip.at.end] not in usual
            ]


def _stands_alone(text: str, atom: Atom, language: Language) -> bool:
    """A month without day and year is a date where the words before it say so; `May` and `March` are words too."""
    if atom.days is not None or atom.year is not None:
        return True
    if atom.abbreviated:
        return False
    word, _ = word_before(text, max(atom.start - 16, 0), atom.start)
    return word in language.month_prepositions


def _single(text: str, atom: Atom, language: Language) -> Date:
    extent, value = Extent(atom.start, atom.end), atom.value
    last = atom.last_from(value)
    date = Date(extent, value, last, _form(atom), language.code, atom.weekday, atom.weekday_at)
    if date.form == "pair":
        date.pair, date.end = last, value
    if atom.slips:
        _give_verdict(text, date, atom.slips)
    return date


def misspelt_before_year(text: str, low: int, year: int, language: Language) -> Date | None:
    """The date before a year, where the month is misspelt in its first letters: `Anril 5, 1923`."""
    if _FIGURE.search(text, max(low, year - _NEAR), year) is None:
        return None
    match = _beside_year(language.code).search(text, low, year)
    if match is None:
        return None
    patterns = patterns_for(language.code)
    group = match.lastgroup or ""
    start, end = match.span(group)
    word = match[group]
    month = patterns.misspellings.month(word)
    if month is None or text[start - 1 : start].isalnum() or word.capitalize() in patterns.full_names:
        return None
    # Words like a short name are too many: `the last day 3, 1921`.
    short = len(patterns.full_names[month - 1]) < _SHORT_NAME and not language.genitive
    if short and len(word) < _SHORT_NAME:
        return None
    atom = read_atom(text, MonthName(word, month, damaged=True), Window(low, start, end, year + 4), patterns)
    return None if atom is None or atom.year is None else _single(text, atom, language)


@cache
def _beside_year(code: str) -> re.Pattern[str]:
    """What ends with a day and a word in the place of a month, so that a year may follow."""
    language = language_for(code)
    ordinal = ordinal_of(language)
    of = rf"(?:{any_of(language.of)}\s+)?" if language.of else ""
    word = r"[^\W\d_]{3,12}"
    after = rf"(?<!\w)[0-9]{{1,2}}{ordinal}?\s+{of}(?P<after>{word})\.?,?\s+{of}\Z"
    if language.day_first:
        return re.compile(after)
    return re.compile(rf"(?P<before>{word}) [0-9]{{1,2}}{ordinal}?,?\s+\Z|{after}")


def _form(atom: Atom) -> str:
    days = atom.days
    if days is None:
        if atom.year is None:
            return "month"
        return "month-year" if atom.year.until is None else "month-range"
    if days.joint:
        return "pair" if days.joint == "pair" else f"day-{days.joint}"
    if not atom.month:
        return "relative-day"
    return ("day-month" if atom.day_first else "month-day") + ("" if atom.year is None else "-year")


def _give_verdict(text: str, date: Date, slips: list[Slip]) -> None:
    date.verdict = "impossible" if all(slip.kind == "no-such-day" for slip in slips) else "malformed"
    date.fault = next((slip.kind for slip in slips if slip.kind != "no-such-day"), "no-such-day")
    date.reason = "; ".join(dict.fromkeys(slip.reason for slip in slips))
    date.readings = rewritten(text, date.extent, slips)


def _joined(text: str, first: Atom, second: Atom, joint: Joint, language: Language) -> Date:
    end, year = end_of_pair(text, second) if joint == "pair" else (second.end, None)
    last = second.last if year is None else second.last._replace(year=year)
    start, finish = shared_years(first.value, last, joint)
    inferred = (start.year, finish.year) != (first.value.year, last.year)
    extent = Extent(first.start, end)
    if joint == "pair":
        date = Date(extent, start, start, "pair", pair=finish)
    else:
        form = "month-range" if start.day is None and finish.day is None else "date-range"
        date = Date(extent, start, finish, form)
    date.language, date.year_inferred = language.code, inferred
    date.weekday, date.weekday_extent = first.weekday, first.weekday_at
    slips = first.slips + second.slips
    if joint == "pair":
        slips = _fitted(first, second, slips)
    if slips:
        _give_verdict(text, date, slips)
    return date


def _fitted(first: Atom, second: Atom, slips: list[Slip]) -> list[Slip]:
    """Put the day that fits the other calendar's date first, where only one side is impossible."""
    if len(slips) != 1 or slips[0].kind != "no-such-day":
        return slips
    slip = slips[0]
    bad, good = (first, second) if first.days is not None and slip.at == first.days.at else (second, first)
    older = differences_apart(first.value, second.value)
    wanted = other_style(good.value, good.value.year, older=bad is first or (older or 0) < 0)
    days = [str(day) for month, day in wanted if month == bad.month]
    return [slip._replace(meant=tuple(dict.fromkeys((*days, *slip.meant))))]
