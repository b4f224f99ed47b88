"""Dates in the usual shape (`July 4, 1918`, `4 July 1918`, `June 1918`), understood in one step.

Most dates are written so, and around most of these nothing stands that might belong to the date or be joined with
it. One expression and the two words before see that there is one month, a day that every month has, and a year:
nothing is left to weigh. Whatever is the least unusual, before, within or behind, is left to `atoms`, `verdicts`
and `joining`, which come to the same answer by a longer way.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from edcheck.model import Date, DateValue
from edcheck.recognise.dates.languages import Language, language_for
from edcheck.recognise.dates.patterns import DASHES, any_of, month_names, ordinal_of
from edcheck.records import dataclass
from edcheck.text import Extent

_SAFE_DAYS = 28
"""Days that every month has."""
_REMEMBERED = 4096
"""Words of which it is kept what they mean before a date."""
_SHAPE = re.compile(
    r"([^\W\d_]++\.?) (?:([0-9]{1,2}), )?+((?:1[0-9]|20)[0-9]{2})"
    # Behind the year, what makes it longer or ties the next date to this one.
    rf"(?![\w|/⁄]|[\s\u2060]*+[{DASHES}(\[])"
)


@dataclass(frozen=True, slots=True)
class Usual:
    """What the usual shapes are made of in one language."""

    code: str
    months: dict[str, int]
    """Months as written, those that are abbreviated also with a stop."""
    days: dict[str, int]
    """What stands before a month as its day: `4`, `04`, `4th`."""
    belongs: Callable[[str], bool]
    """Whether the word before a date may be a part of it: a day, a weekday."""
    is_aloof: Callable[[str], bool]
    """Whether the word before a day surely has nothing to do with it: it is no other day, no weekday, no `No`."""

    def read(self, text: str, low: int, start: int) -> Date | None:
        """The date whose month begins at `start`; None where there is none, or where it takes a closer look.

        Nothing before `low` belongs to it.
        """
        match = _SHAPE.match(text, start)
        if match is None:
            return None
        name, figures, year = match.groups()
        month = self.months.get(name)
        if month is None:
            return None
        words = text[low:start].rsplit(None, 2)
        day, form = None, "month-year"
        if figures:
            day, form = int(figures), "month-day-year"
            if not 1 <= day <= _SAFE_DAYS or (words and self.belongs(words[-1])):
                return None
        elif words and self.belongs(words[-1]):
            day, form = self.days.get(words[-1]), "day-month-year"
            if day is None or (len(words) > 1 and not self.is_aloof(words[-2])):
                return None
            start = text.rindex(words[-1], low, start)
        value = DateValue(int(year), month, day)
        return Date(Extent(start, match.end()), value, value, form, self.code)


@cache
def usual_in(code: str) -> Usual:
    """The usual shapes of the language that has this code, made once for the process."""
    language = language_for(code)
    months = {}
    for name in month_names(language).values():
        if name.month and not name.damaged:
            months[name.text] = name.month
            if name.abbreviated and not language.day_first:
                months[name.text + "."] = name.month
    days = {
        figures + suffix: day
        for day in range(1, _SAFE_DAYS + 1)
        for figures in (f"{day}", f"{day:02}")
        for suffix in ("", *language.ordinals)
    }
    return Usual(language.code, months, days, _belonging(language), _aloof(language))


def _belonging(language: Language) -> Callable[[str], bool]:
    names = (name for group in language.weekdays for name in group)
    words = _last_words((*names, *language.day_parts, *language.articles))
    pattern = re.compile(
        rf"(?:[0-9][IlO]?(?:{ordinal_of(language)},?)?|{any_of((*_last_words(language.of), *')]'))}"
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
        bare = word.removesuffix(",")
        return bare.isalpha() and bare.lower() not in involved

    return is_aloof


def _last_words(phrases: Iterable[str]) -> list[str]:
    return [phrase.split()[-1] for phrase in phrases]
