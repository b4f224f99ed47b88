"""`Edition`: what the editors tell of their edition. Everything has a default; nothing is required."""

import datetime
from typing import Literal

from edcheck.records import dataclass, field

Numbering = Literal["auto", "document", "edition"]
"""Where note numbers start again: found by fitting, in each document, or nowhere."""


@dataclass(frozen=True, slots=True)
class Serial:
    """A newspaper or journal: how it is cited, on which weekdays it came out, which numbers are known.

    `weekdays` holds 0 (Monday) to 6 (Sunday). `issues` maps known issue numbers to dates: the anchors from
    which the number of any other date is counted. `extra` are days on which an issue came out beside the usual
    ones, `free` usual days on which none did.
    """

    name: str
    aliases: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    issues: dict[int, datetime.date] = field(default_factory=dict)
    extra: tuple[datetime.date, ...] = ()
    free: tuple[datetime.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What the editors know of names and words.

    `known` are spellings that are right even where they occur once; a word one or two letters off from one
    of them is suspect. `accepted` are words that are never suspect. `variants` are groups of spellings that
    stand side by side on purpose (`Murman`, `Murmansk`).
    """

    known: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The time in which the edition's documents were written, both ends included."""

    start: datetime.date | None = None
    end: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """What the edition is. An edition without settings is `Edition()`."""

    title: str = ""
    documents: tuple[str, ...] = ()
    """Paths or globs of the documents in reading order, relative to the settings file."""
    language: str = "en"
    numbering: Numbering = "auto"
    placeholders: tuple[str, ...] = ()
    """Phrases, beside the built-in ones, by which a note says that it is missing in the source."""
    series: dict[str, str] = field(default_factory=dict)
    """Names for series by the shape of their references: `{"[n]": "editors", "[n*]": "author"}`."""
    period: Period = Period()
    julian_until: datetime.date | None = None
    """The last day (as the Gregorian calendar counts it) on which the documents' place used the Julian one."""
    serials: tuple[Serial, ...] = ()
    names: Names = Names()
    dictionaries: bool = False
    """Whether suspicions of misread words are held against the word lists of their language."""
    elements: dict[str, str] = field(default_factory=dict)
    """Elements of the edition's XML by the TEI element they stand for: `{"note": "sidenote", "p": "para"}`."""


NO_SETTINGS = Edition()
"""An edition without settings."""
