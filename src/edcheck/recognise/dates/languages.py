"""What a language brings to dates, as a table: the grammar itself knows no word of any language.

To add a language, write one `Language` in a module of its own and list it in `_TABLES`.
"""

from functools import cache, lru_cache
from importlib import import_module
from typing import cast

from edcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """The words in which a language writes dates.

    `months` holds twelve groups of spellings, January first: the full name, then abbreviations (written with
    or without a stop) and old forms. `weekdays` holds seven such groups, Monday first; an abbreviation that is
    also a word or a newspaper's name (`Sun.`) is given with its stop and needs it. All capitals are understood
    besides, but not of old forms that begin otherwise than the name; small initials only where `small_initials`
    says that the name is no other word.
    """

    code: str
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    ordinals: tuple[str, ...]
    """What may follow the figure of a day: `st`, `d`, `th`."""
    articles: tuple[str, ...]
    """Words between weekday and day: `the`."""
    of: tuple[str, ...]
    """Words between day and month, or month and year: `of`, `day of`."""
    to: tuple[str, ...]
    """Words between the ends of a range."""
    conjunctions: tuple[str, ...]
    """Words between the last two days of a list."""
    day_parts: tuple[str, ...]
    """Parts of the day that stand between weekday and date in a dateline: `midnight`."""
    relative_months: tuple[str, ...]
    """What stands for the month in `the 2nd inst.`"""
    day_only_prepositions: tuple[str, ...]
    """Words before a date that always has a day: `on`. A number after them and a month is meant as a day."""
    day_prepositions: tuple[str, ...]
    """Further words that may stand before a day."""
    month_prepositions: tuple[str, ...]
    """Words before a month or a year without a day."""
    counters: tuple[str, ...]
    """Words before a number that counts something else than days: `No`, `vol`, `p`. Without a stop; one that is
    also a common word (`с` in Russian) is given with its stop and needs it."""
    dateline_words: tuple[str, ...]
    """Small words that may stand in a dateline beside a place and a date."""
    before_christ: tuple[str, ...]
    """What follows a year counted backwards."""
    not_misspelt: tuple[str, ...]
    """Words that look like a misspelt month and are none: months of other languages, names."""
    small_initials: tuple[str, ...] = ()
    """Full names of months that are also understood without a capital."""
    day_first: bool = False
    """The day always stands before the month, and figures are written day, month, year."""
    genitive: bool = False
    """The month has another form after a day than alone: what stands before it then is a day and nothing else."""
    about: tuple[str, ...] = ()
    """Words in a statement about a time near the date: `c.`, `after`. In small letters, with their stop."""
    hedges: tuple[str, ...] = ()
    """Words in a statement that take nothing from the date as far as it is given: `early`, `probably`, `dated`."""

    def is_counter(self, word: str) -> bool:
        """Whether a word before a number, with the marks around it, says that it counts no days."""
        return word.lstrip("([") in self.counters or word.strip(".,([") in self.counters


_FOREIGN_MONTHS = (
    *("Januar", "Jänner", "Februar", "Feber", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember"),
    *("Janvier", "Février", "Fevrier", "Mars", "Avril", "Juin", "Juillet", "Août", "Aout"),
    *("Septembre", "Octobre", "Novembre", "Décembre", "Decembre"),
    *("Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto"),
    *("Septiembre", "Setiembre", "Octubre", "Noviembre", "Diciembre"),
    *("Gennaio", "Febbraio", "Aprile", "Maggio", "Giugno", "Luglio", "Settembre", "Ottobre", "Dicembre"),
    *(
        "Januari",
        "Februari",
        "Maart",
        "Desember",
        "Augusti",
        "Januarius",
        "Februarius",
        "Martius",
        "Aprilis",
        "Maius",
    ),
    *("Januarii", "Februarii", "Martii", "Maii", "Junii", "Julii", "Junij", "Julij", "Octobris", "Decembris"),
    *("Setembro", "Outubro", "Novembro", "Dezembro", "Marts", "Augusts", "Septembar", "Oktobar", "Novembar"),
)

ENGLISH = Language(
    code="en",
    months=(
        ("January", "Jan", "Jany", "Januarie"),
        ("February", "Feb", "Febr", "Feby", "Februarie"),
        ("March", "Mar", "Marche"),
        ("April", "Apr", "Apl", "Aprill"),
        ("May",),
        ("June", "Jun", "Iune"),
        ("July", "Jul", "Iuly"),
        ("August", "Aug", "Augt"),
        ("September", "Sept", "Sep", "Septr", "Septemb", "Septembr", "7ber", "7bre", "7bris"),
        ("October", "Oct", "Octr", "Octob", "Octobr", "8ber", "8bre", "8bris"),
        ("November", "Nov", "Novr", "Novemb", "Novembr", "9ber", "9bre", "9bris"),
        ("December", "Dec", "Decr", "Decemb", "Decembr", "10ber", "Xber", "10bre"),
    ),
    weekdays=(
        ("Monday", "Mon"),
        ("Tuesday", "Tues", "Tue"),
        ("Wednesday", "Wed.", "Weds"),
        ("Thursday", "Thurs", "Thur", "Thu"),
        ("Friday", "Fri"),
        ("Saturday", "Sat."),
        ("Sunday", "Sun."),
    ),
    ordinals=("st", "nd", "rd", "th", "d"),
    articles=("the", "ye"),
    of=("of", "day of"),
    to=("to",),
    conjunctions=("and", "or", "&"),
    day_parts=("morning", "noon", "afternoon", "evening", "night", "midnight", "forenoon", "even"),
    relative_months=("inst.", "instant", "ult.", "ultimo", "prox.", "proximo"),
    day_only_prepositions=("on", "dated"),
    day_prepositions=(
        *("from", "till", "until", "since", "before", "after", "to", "of", "by", "the"),
        *("published", "adopted", "signed", "born", "died", "through", "between", "issued", "for"),
    ),
    month_prepositions=(
        *("in", "since", "from", "until", "till", "of"),
        *("by", "during", "early", "late", "mid", "year", "about"),
        *(
            "circa",
            "before",
            "after",
            "between",
            "to",
            "around",
            "throughout",
            "spring",
            "summer",
            "autumn",
            "winter",
        ),
    ),
    counters=(
        *("No", "no", "Nos", "nos", "Number", "number", "Numb", "Nr", "nr", "№", "Issue", "Vol", "vol", "Vols"),
        *(
            "vols",
            "Volume",
            "volume",
            "p",
            "pp",
            "page",
            "pages",
            "Page",
            "Pages",
            "P",
            "PP",
            "Chap",
            "chap",
            "Ch",
        ),
        *("ch", "Chapter", "chapter", "Art", "art"),
        *("Article", "article", "Letter", "letter", "Order", "Decree"),
        *("Part", "part", "Book", "book", "Section", "section"),
        *("Sect", "§", "Act", "Scene", "Note", "note", "n"),
        *(
            "Line",
            "line",
            "Lines",
            "lines",
            "Bulletin",
            "Document",
            "Doc",
            "Item",
            "Series",
            "Folio",
            "folio",
            "fol",
        ),
    ),
    dateline_words=("the", "of", "on", "near", "at", "day", "in", "o'clock", "o’clock", "past", "half"),
    before_christ=("B.C.", "BC", "B. C.", "B.C.E.", "BCE"),
    not_misspelt=(
        *_FOREIGN_MONTHS,
        *("Augusta", "Auguste", "Augustus", "Augustin", "Augustine"),
        *("Jane", "Janey", "Jules", "Julia", "Julie"),
        *(
            "Jung",
            "Jury",
            "Mark",
            "Marc",
            "Mary",
            "Marsh",
            "Marx",
            "Mars",
            "Maria",
            "Marcy",
            "Match",
            "Mach",
            "Mart",
        ),
        *(
            "Aprils",
            "Junes",
            "Julys",
            "Juno",
            "Junk",
            "Juna",
            "Jule",
            "Tune",
            "Dune",
            "Rune",
            "Lune",
            "Ma",
            "Many",
        ),
    ),
    small_initials=(
        "january",
        "february",
        "april",
        "june",
        "july",
        "september",
        "october",
        "november",
        "december",
    ),
    about=(
        *("c.", "ca.", "ca", "circa", "about"),
        *("around", "after", "before", "not before", "not after", "since"),
    ),
    hedges=(
        *("early", "mid", "mid-", "late", "beginning of"),
        *("middle of", "end of", "probably", "perhaps", "possibly"),
        *("on", "dated", "from", "of", "in", "the"),
    ),
)

_TABLES = {
    "en": "languages:ENGLISH",
    "de": "german:GERMAN",
    "fr": "romance:FRENCH",
    "es": "romance:SPANISH",
    "it": "romance:ITALIAN",
    "ru": "russian:RUSSIAN",
}
_NAMES = {
    **dict.fromkeys(("eng", "english", "englisch", "anglais"), "en"),
    **dict.fromkeys(("deu", "ger", "german", "deutsch", "gmh", "goh", "allemand"), "de"),
    **dict.fromkeys(("fra", "fre", "french", "français", "francais", "französisch"), "fr"),
    **dict.fromkeys(("spa", "spanish", "español", "espanol", "castellano", "spanisch"), "es"),
    **dict.fromkeys(("ita", "italian", "italiano", "italienisch"), "it"),
    **dict.fromkeys(("rus", "russian", "русский", "russisch"), "ru"),
}
CODES = tuple(_TABLES)
"""Two-letter codes of the languages that have a table."""


@lru_cache(maxsize=256)
def code_of(language: str) -> str:
    """The two-letter code of a language named `de-AT`, `deu` or `German`; empty if there is no table for it."""
    name = language.strip().lower().replace("_", "-").partition("-")[0]
    code = _NAMES.get(name, name)
    return code if code in _TABLES else ""


@cache
def language_for(code: str) -> Language:
    """The table for a language given by code or name (`en`, `de-AT`, `German`); English where there is none."""
    module, _, table = _TABLES[code_of(code) or "en"].partition(":")
    return cast("Language", getattr(import_module(f"edcheck.recognise.dates.{module}"), table))
