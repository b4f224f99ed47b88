"""A language's table compiled: an automaton for the months, and what may stand to their left and right."""

import re
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from edcheck.recognise.dates.languages import Language, language_for
from edcheck.recognise.dates.spelling import Misspellings, damaged_initials
from edcheck.records import dataclass

YEAR = r"[0-9IlOoSBZi|]{4,5}"
"""Four figures, as printed or as a scanner reads them; five where one was doubled."""
DASHES = "-‐‑‒–—−"
DASH = rf"\u2060?[{DASHES}]\u2060?"
"""Any dash; typesetters put word joiners around those that must not end a line."""


_STEM = 3
"""Letters by which the automaton knows a month; few short patterns keep it several times as fast as many."""
_OLD_STEM, _OLD_END = 7, 2
"""The same of old forms, which begin like common words (`Herbstmonat`), and letters at their ends left out."""


@dataclass(frozen=True, slots=True)
class MonthName:
    """One spelling of a month. `month` is 0 for a word like `inst.`"""

    text: str
    month: int
    abbreviated: bool = False
    damaged: bool = False
    old: bool = False
    """It begins otherwise than the month's name of today."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """All that the grammar needs of a language."""

    language: Language
    names: dict[str, MonthName]
    automaton: AhoCorasick
    """Finds where the words of `names` begin."""
    left: re.Pattern[str]
    """Ends where the month begins: the day or days before it."""
    left_ends: tuple[str, ...]
    """What the words before a month may end with if they end with a day: a cheap test before `left`."""
    right: re.Pattern[str]
    """Begins where the month ends: days and year, or the year alone."""
    weekday: re.Pattern[str]
    """Ends where the date without its weekday begins."""
    weekdays: dict[str, int]
    misspellings: Misspellings
    full_names: tuple[str, ...]
    heads: tuple[str, ...]
    """What a misspelt month may begin with, where the automaton does not look for all that begins so."""
    tails: tuple[str, ...]
    """What a month ends with that is misspelt in its first letters."""


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first; blanks within them may be line ends."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


def ordinal_of(language: Language) -> str:
    """An expression for what may follow the figure of a day."""
    return rf"(?:{any_of(language.ordinals)}(?![A-Za-z]))"


def month_names(language: Language) -> dict[str, MonthName]:
    """All spellings of the months by which dates are found, those that scanners garble included."""
    names: dict[str, MonthName] = {}
    for month, (full, *others) in enumerate(language.months, 1):
        for text in (full, full.upper(), full.capitalize()):
            names.setdefault(text, MonthName(text, month))
        for other in others:
            old = other[:_STEM].lower() != full[:_STEM].lower()
            names.setdefault(other, MonthName(other, month, abbreviated=True, old=old))
            # Old forms (`7ber`, `Iune`) hardly stand in capitals.
            if not old:
                text = other.upper()
                names.setdefault(text, MonthName(text, month, abbreviated=True))
        if full.lower() in language.small_initials:
            names.setdefault(full.lower(), MonthName(full.lower(), month))
    for month, (full, *_) in enumerate(language.months, 1):
        for text in damaged_initials(full):
            names.setdefault(text, MonthName(text, month, damaged=True))
    for text in language.relative_months:
        names.setdefault(text, MonthName(text, 0, abbreviated=True))
    return names


def _beginnings(names: dict[str, MonthName]) -> list[str]:
    """What the automaton looks for: the stems of months, and whole words where a stem would be too common.

    Up to 64 are searched for with vector instructions, in half the time that 65 take.
    """
    whole = {name.text for name in names.values() if name.damaged or name.month == 0 or name.text.islower()}
    whole = {text for text in whole if not _is_counted(text)}
    stems = {_stem(name) for name in names.values() if name.month and not name.damaged}
    beginnings: list[str] = []
    for one in sorted(whole | {stem for stem in stems if not stem.islower() or _is_counted(stem)}):
        # What begins like the one before it is found by that.
        if not beginnings or not one.startswith(beginnings[-1]):
            beginnings.append(one)
    return beginnings


def _stem(name: MonthName) -> str:
    if not name.old or _is_counted(name.text):
        return name.text[:_STEM]
    return name.text[: max(_STEM, min(_OLD_STEM, len(name.text) - _OLD_END))]


def _is_counted(text: str) -> bool:
    """Whether a month is named by its number among the Roman ones: `7ber`, `Xber`."""
    return text[:2] in ("7b", "8b", "9b", "Xb", "xb", "10")


def _further_days(language: Language, ordinal: str) -> str:
    """A second day after the first: the end of a range or a list, or the other calendar's day."""
    return rf"""
        (?:(?:(?P<to>\s?{DASH}\s?|\s+{any_of(language.to)}\s+)
             |(?P<slash>\s?/\s?)
             |(?P<paren>\s?[(\[]\s?)
             |(?P<list>(?:,\s*[0-9]{{1,2}}{ordinal}?)*,?\s+{any_of(language.conjunctions)}\s+))
           (?:{any_of(language.articles)}\s+)?(?P<last>[0-9]{{1,2}}){ordinal}?(?P<last_end>)(?![0-9A-Za-z])
           (?(paren)\s?[)\]](?P<paren_end>)))?"""


def _left(language: Language, ordinal: str) -> str:
    return rf"""
        (?P<day>[0-9][0-9IlOSZB]?|[IlOSZB][0-9]|l)(?:(?P<suffix>{ordinal}),?)?
        {_further_days(language, ordinal)}
        \s+(?:{any_of(language.of)}\s+)?\Z"""


def _left_ends(language: Language) -> tuple[str, ...]:
    suffixes = (ordinal + comma for ordinal in language.ordinals for comma in ("", ","))
    return (*"0123456789IlOSZB)]", *suffixes, *(word.split()[-1] for word in language.of))


def _right(language: Language, ordinal: str) -> str:
    # Where no day stands after a month, that half of the expression must fail.
    return rf"""
        {"(?!)" * language.day_first}(?P<space>\.?,?\s*(?:{any_of(language.articles)}\s+)?)
        (?P<day>[0-9Il|][0-9IlO|SZB]?|[OSZB][0-9])(?P<suffix>{ordinal})?
        (?![0-9A-Za-z]|,[0-9]{{3}}(?![0-9])|[.:][0-9]|\s?[%°])
        {_further_days(language, ordinal)}
        (?:(?P<gap>\s*[.,;:]{{1,2}}\s*|\s+)(?P<bracket>[(\[])?
           (?P<year>{YEAR})(?![0-9])(?:(?:{DASH}|[/⁄])(?P<second>[0-9]{{1,4}})(?![0-9]))?(?(bracket)[)\]]))?
        |(?P<pause>\.?,?\s*(?:{any_of(language.of)}\s+)?)(?P<brace>[(\[])?
           (?P<alone>{YEAR})(?![0-9])(?:(?:{DASH}|[/⁄])(?P<then>[0-9]{{1,4}})(?![0-9]))?(?(brace)[)\]])"""


@cache
def patterns_for(code: str) -> Patterns:
    """Compile the table of the language that has this code, once for the process."""
    language = language_for(code)
    ordinal = ordinal_of(language)
    names = month_names(language)
    weekdays = {text: number for number, group in enumerate(language.weekdays) for text in group}
    weekdays.update({text.upper(): number for text, number in weekdays.items()})
    in_full = {group[0] for group in language.weekdays}
    shortened = [text for text in weekdays if text not in in_full and text.capitalize() not in in_full]
    weekdays.update({text + ".": weekdays[text] for text in shortened if text[-1] != "."})
    full_names = tuple(group[0] for group in language.months)
    return Patterns(
        language,
        names,
        AhoCorasick(_beginnings(names), matchkind=MatchKind.LeftmostFirst),
        re.compile(_left(language, ordinal), re.VERBOSE),
        _left_ends(language),
        re.compile(_right(language, ordinal), re.VERBOSE),
        re.compile(
            rf"(?P<weekday>{any_of(weekdays)})(?:[,;]?\s+{any_of(language.day_parts)})?,?\s+"
            rf"(?:{any_of(language.articles)}\s+)?\Z"
        ),
        weekdays,
        Misspellings(full_names, language.not_misspelt),
        full_names,
        tuple({name[:_STEM] for name in full_names if name.islower()}),
        tuple({name[-_STEM:] for name in full_names if len(name) > _STEM + 1}),
    )
