"""Verdicts: is this a day of the calendar, was it meant as one, and what may have been meant instead."""

import datetime
from collections.abc import Iterable

from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.atoms import Atom
from edcheck.recognise.dates.calendar import LAST_JULIAN_YEAR, days_in_month, is_leap, likely_days, weekday
from edcheck.recognise.dates.languages import Language
from edcheck.recognise.dates.parts import Slip, ends_there
from edcheck.text import Extent

_LAST_WORD = lazy_pattern(r"[^\W\d_]+\.?\Z")
_SHORT_WORD = 3
_MOST_DAYS = 31
_PLACE_WORDS = 2
_SURE_BELOW = 40
"""`on April 39` has a misread day; `on May 68` may speak of a year."""


def longest(atom: Atom, julian_until: datetime.date | None) -> int:
    """The number of days of the atom's month in any calendar and any count of years that it may stand in."""
    if atom.month != 2 or atom.year is None:
        return days_in_month(atom.month) if atom.month else 31
    years = [year for year in (atom.year.value, atom.year.other, atom.year.until) if year is not None]
    last_julian = LAST_JULIAN_YEAR if julian_until is None else julian_until.year
    leap = any(is_leap(year) or (year <= last_julian and is_leap(year, "julian")) for year in years)
    return 29 if leap else 28


def impossible_days(atom: Atom, julian_until: datetime.date | None, full_name: str) -> list[Slip]:
    """What is wrong with the days of an atom, if the calendar has no such days; the extents are the figures."""
    if atom.days is None:
        return []
    limit = longest(atom, julian_until)
    written = ((atom.days.day, atom.days.at), (atom.days.last, atom.days.last_at))
    return [
        Slip(at, _likely(day, limit, atom), _reason(day, limit, atom, full_name), "no-such-day")
        for day, at in written
        if day is not None and at is not None and not 1 <= day <= limit
    ]


def _likely(day: int, limit: int, atom: Atom) -> tuple[str, ...]:
    """Days that may have been meant; where a weekday is named, those that fall on it come first."""
    days = likely_days(day, limit)
    if atom.weekday is not None and atom.year is not None:
        year, month = atom.year.value, atom.month
        days.sort(key=lambda candidate: weekday(year, month, candidate) != atom.weekday)
    return tuple(map(str, days))


def _reason(day: int, limit: int, atom: Atom, full_name: str) -> str:
    if day == 29 and limit == 28 and atom.year is not None:
        return f"{atom.year.value} is no leap year"
    if not 1 <= day <= 31 or not full_name:
        return "no month has such a day"
    return f"{full_name} has {limit} days"


def meant_as_day(text: str, low: int, atom: Atom, language: Language) -> bool:
    """Whether an impossible number beside a month was meant as its day, and is no count, year or issue number.

    A year or a weekday beside it settles the matter for a number after the month; otherwise the words around
    must be those of a date: `on June 31`, but not `in June 31 delegates`.
    """
    days = atom.days
    if days is None or atom.weekday is not None or (days.ordinal and days.day > 0):
        return days is not None
    if _in_columns(text, atom):
        return False
    word, breaks = word_before(text, low, atom.start)
    if days.stop:
        # `32. August` may be the number of a list, or what ends a sentence.
        called = word in (*language.day_only_prepositions, *language.day_prepositions, *language.articles)
        return called or (atom.year is not None and (days.day <= _MOST_DAYS or _in_sentence(text, low, atom)))
    if atom.day_first and days.day > _MOST_DAYS:
        # `Harbour Review, 44 June 1970` gives an issue number; a date would not exceed what a day can be.
        breaks = breaks and text[low : atom.start].rstrip()[-1:] != ","
    opens = breaks or word in language.day_only_prepositions or word in language.day_prepositions
    if atom.day_first:
        called = opens or word in language.articles or _in_plain_words(text, low, atom, language)
        return called or _ends_dateline(text, low, atom)
    if atom.year is not None:
        return True
    if atom.abbreviated or days.day >= _SURE_BELOW:
        return False
    if word in language.day_only_prepositions or _part_of_day(text, low, atom.start, language):
        return True
    return days.day <= _MOST_DAYS and opens and _no_noun_follows(text, atom.end, language)


def _in_plain_words(text: str, low: int, atom: Atom, language: Language) -> bool:
    """Whether a small word stands before a full date: after a name, `31 juin 1935` may be a journal's issue.

    Beyond 31 the date must say itself that the number is a day: `32 de junio`, the Russian genitive.
    """
    days = atom.days
    if days is None or atom.year is None or not language.day_first:
        return False
    marked = language.genitive or not text[days.end : atom.name.start].isspace()
    if marked and days.day < _SURE_BELOW and _in_sentence(text, low, atom):
        return True
    words = text[low : atom.start].split()
    return days.day <= _MOST_DAYS and bool(words) and words[-1].isalpha() and words[-1].islower()


def _ends_dateline(text: str, low: int, atom: Atom) -> bool:
    """Whether a line consists of a place and the date: `Dunmarrow, 34 May 1921`."""
    days = atom.days
    if days is None or atom.year is None or days.day >= _SURE_BELOW:
        return False
    if text[low - 1 : low] not in ("", "\n") or text[atom.end : atom.end + 1] not in ("", "\n", "\r"):
        return False
    words = text[low : atom.start].split()
    return 0 < len(words) <= _PLACE_WORDS and words[-1].endswith(",")


def _in_sentence(text: str, low: int, atom: Atom) -> bool:
    """Whether a small word, a comma or an opening bracket stands before a date."""
    words = text[low : atom.start].split()
    return bool(words) and (words[-1][-1] in ",(" or (words[-1].isalpha() and words[-1].islower()))


def _part_of_day(text: str, low: int, start: int, language: Language) -> bool:
    """Whether the words before say a part of the day: `on the morning of May 32`."""
    words = text[max(low, start - 24) : start].lower().split()
    return len(words) > 1 and words[-1] in language.of and words[-2] in language.day_parts


def _in_columns(text: str, atom: Atom) -> bool:
    """Whether a gap as in a table lies between the month and its number."""
    days = atom.days
    if days is None:
        return False
    gap = text[days.end : atom.name.start] if atom.day_first else text[atom.name.end : days.at.start]
    return "\t" in gap or ("  " in gap and "\n" not in gap and "\r" not in gap)


def word_before(text: str, low: int, start: int) -> tuple[str, bool]:
    """The word before an offset in small letters, and whether a break (block, comma, bracket) lies between."""
    before = text[low:start].rstrip(" \t\n\r\xa0")
    if not before or before[-1] in ',;:([“‘"—–':
        return "", True
    word = _LAST_WORD.search(before, max(len(before) - 16, 0))
    return (word[0].lower() if word else ""), False


def _no_noun_follows(text: str, offset: int, language: Language) -> bool:
    if ends_there(text, offset):
        return True
    word = text[offset : offset + 16].split()[:1]
    joining: Iterable[str] = (*language.to, *language.conjunctions, *language.day_prepositions)
    return bool(word) and (word[0] in joining or (word[0].islower() and len(word[0]) <= _SHORT_WORD))


def rewritten(text: str, extent: Extent, slips: list[Slip]) -> tuple[str, ...]:
    """The expression with all its slips mended, likeliest first; the last slip with a choice is varied.

    Empty where something is wrong for which nothing can be offered.
    """
    slips = sorted(slips)
    if not slips or any(not slip.meant for slip in slips):
        return ()
    varied = max(range(len(slips)), key=lambda index: len(slips[index].meant))
    readings = []
    for choice in slips[varied].meant:
        parts, at = [], extent.start
        for index, slip in enumerate(slips):
            parts += [text[at : slip.at.start], choice if index == varied else slip.meant[0]]
            at = slip.at.end
        readings.append("".join(parts) + text[at : extent.end])
    return tuple(dict.fromkeys(readings))
