"""Dates in the usual shapes, understood in one step: `July 4, 1918`, `4 July`, `in June`.

Most dates are written so, and around most of these nothing stands that might belong to the date or be joined with
it. One expression and the two words before see that there is one month, a day that it has, and perhaps a year:
nothing is left to weigh. Whatever is the least unusual, before, within or behind, is left to `atoms`, `verdicts`
and `joining`, which come to the same answer by a longer way.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from edcheck.model import Date, DateValue
from edcheck.recognise.dates.calendar import days_in_month
from edcheck.recognise.dates.languages import Language, language_for
from edcheck.recognise.dates.patterns import DASHES, any_of, month_names, ordinal_of
from edcheck.recognise.dates.years import ROMAN_BEHIND
from edcheck.records import dataclass
from edcheck.text import Extent

_REMEMBERED = 4096
"""Words of which it is kept what they mean before a date."""
_COMMON_YEAR = 1
_JOINED = rf"[\s\u2060]*+[{DASHES}(\[]"
"""What ties the next date to this one."""
_YEAR = rf"((?:1[0-9]|20)[0-9]{{2}})(?![\w|/⁄]|{_JOINED})"
_BLANK = r"(?: |\r?\n)"
_FIGURE = "[0-9IlOoSBZi|]"
_AROUND = "\"'“”‘’(),;:."


@dataclass(frozen=True, slots=True)
class Usual:
    """What the usual shapes are made of in one language."""

    code: str
    shape: re.Pattern[str]
    """Begins with a month: its name and stop, the day behind it with the year or without, or the year alone."""
    months: dict[str, int]
    """Months as written, those that are abbreviated also with a stop."""
    full_names: frozenset[str]
    """Those of them that are not abbreviated."""
    prepositions: frozenset[str]
    """Words before a month that has no day and no year, which make it a date."""
    days: dict[str, int]
    """What stands before a month as its day: `4`, `04`, `4th`."""
    of: frozenset[str]
    """The words of what may stand between a day and its month."""
    belongs: Callable[[str], bool]
    """Whether the word before a date may be a part of it: a day, a weekday."""
    is_aloof: Callable[[str], bool]
    """Whether the word before a day surely has nothing to do with it: it is no other day, no weekday, no `No`."""

    def read(self, text: str, low: int, start: int) -> Date | None:
        """The date whose month begins at `start`; None where there is none, or where it takes a closer look.

        Nothing before `low` belongs to it. No note is called in the middle of its figures.
        """
        match = self.shape.match(text, start)
        if match is None:
            return None
        name, stop, figures, year_after, year_alone = match.groups()
        month = self.months.get(name + stop if stop else name)
        if month is None:
            return None
        year = year_after or year_alone
        words = text[low:start].rsplit(None, 2)
        word = words[-1] if words else ""
        day, form = (int(figures), "month-day") if figures else (None, "month")
        if word in self.of and len(words) > 1 and (words[-2] in self.of or self.belongs(words[-2])):
            return None
        # `no. 33, July 4, 1918`
        of_issue = year_after and word.endswith(",") and word[:-1].isdecimal()
        if word and not of_issue and self.belongs(word):
            if figures or (len(words) > 1 and not self.is_aloof(words[-2])):
                return None
            day, form = self.days.get(word), "day-month"
            start = text.rindex(word, low, start)
        elif not figures and not year and not (name in self.full_names and self._introduced(text, word, start)):
            return None
        if form != "month" and (day is None or not 1 <= day <= days_in_month(month, _COMMON_YEAR)):
            return None
        value = DateValue(int(year) if year else None, month, day)
        return Date(Extent(start, match.end()), value, value, f"{form}-year" if year else form, self.code)

    def _introduced(self, text: str, word: str, start: int) -> bool:
        """Whether the word right before `start` is a preposition and stands there as a whole."""
        if word.lower() not in self.prepositions:
            return False
        at = start - 1 - len(word)
        return text[at : start - 1] == word and text[start - 1] in " \n" and not text[at - 1 : at].isalpha()


@cache
def usual_in(code: str) -> Usual:
    """The usual shapes of the language that has this code, made once for the process."""
    language = language_for(code)
    names = [name for name in month_names(language).values() if name.month and not name.damaged]
    months = {name.text: name.month for name in names}
    if not language.day_first:
        months.update((name.text + ".", name.month) for name in names if name.abbreviated)
    days = {
        figures + suffix: day
        for day in range(1, 32)
        for figures in (f"{day}", f"{day:02}")
        for suffix in ("", *language.ordinals)
    }
    return Usual(
        code,
        re.compile(_shape(language)),
        months,
        frozenset(name.text for name in names if not name.abbreviated),
        frozenset(language.month_prepositions),
        days,
        frozenset(" ".join(language.of).split()),
        _belonging(language),
        _aloof(language),
    )


def _shape(language: Language) -> str:
    conjunction, leading = any_of(language.conjunctions), any_of((*language.of, *language.articles))
    if language.day_first:
        behind = rf" ([0-9]{{1,2}}+), {_YEAR}"
    else:
        ordinal, no_more = ordinal_of(language), _not_more_of_day(language)
        behind = rf" ([0-9]{{1,2}}+){ordinal}?+(?:,{_BLANK}{_YEAR}|{no_more})"
    alone = (
        rf"(?!\.?,?\s*+(?:{_FIGURE}|[(\[]|{leading}\s)|{_JOINED}|\s++{conjunction}\s|{ROMAN_BEHIND})"
        # A name that a figure or a sign runs into is looked at more closely.
        r"(?![\w/])"
    )
    return rf"([^\W\d_]++)(?:(\.?+)(?:{behind}|,?{_BLANK}{_YEAR})|{alone})"


def _not_more_of_day(language: Language) -> str:
    """Not behind a day: what makes it another number, another day, or a year that may be garbled."""
    joint = any_of((*language.to, *language.conjunctions))
    return (
        rf"(?![\w/]|{_JOINED}|\s?[%°/]|[.:,]\s*[0-9]|,?\s++{joint}\s|{ROMAN_BEHIND}"
        rf"|[\s.,;:]*+[(\[]?{_FIGURE}{{4}})"
    )


def _belonging(language: Language) -> Callable[[str], bool]:
    names = (name for group in language.weekdays for name in group)
    words = _last_words((*names, *language.day_parts, *language.articles))
    pattern = re.compile(
        rf"(?:[0-9][IlOSZB]?{ordinal_of(language)}?,?|\(?\bl|{any_of(')]')}"
        rf"|(?i:{any_of(words)})\.?,?)\Z"
    )

    @lru_cache(_REMEMBERED)
    def belongs(word: str) -> bool:
        return pattern.search(word) is not None

    return belongs


def _aloof(language: Language) -> Callable[[str], bool]:
    weekdays = (name for group in language.weekdays for name in group)
    words = (*weekdays, *language.day_parts, *language.articles, *language.to, *language.conjunctions)
    involved = {word.rstrip(".").lower() for word in _last_words((*words, *language.counters))}

    @lru_cache(_REMEMBERED)
    def is_aloof(word: str) -> bool:
        bare = word.strip(_AROUND)
        return bare.isalpha() and bare.lower() not in involved

    return is_aloof


def _last_words(phrases: Iterable[str]) -> list[str]:
    return [phrase.split()[-1] for phrase in phrases]
