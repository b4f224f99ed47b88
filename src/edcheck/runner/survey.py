"""Looks at texts that have no settings yet and says what settings they suggest."""

import datetime
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from edcheck.engine import understand
from edcheck.errors import ReadError
from edcheck.model import Document
from edcheck.model.edition import Numbering
from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass, field
from edcheck.runner.discovery import Target
from edcheck.runner.reading import open_texts

_COMMON = {
    "de": "der die und das nicht von zu den mit ist auf sich ein dem",
    "en": "the of and to in that is was for it with as his be",
    "es": "de la que el en los se del las por con una para no",
    "fr": "de la et le les des en du que une dans qui est pour",
    "it": "di che la il del non per una della con sono le si da",
    "ru": "и в не на что с он как по это но из его к",
}
"""The commonest words of the languages that edcheck knows dates of."""
_WORD = lazy_pattern(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Code points of a text that are enough to tell its language."""


@dataclass(slots=True)
class Survey:
    """What a look at the texts suggests; None and empty where nothing speaks for anything."""

    documents: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """One sentence for each file that could not be read."""
    language: str = "en"
    numbering: Numbering = "auto"
    why_numbering: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    serials: Counter[str] = field(default_factory=Counter)


def survey(targets: Iterable[Target]) -> Survey:
    """Read every target and gather what its notes, dates, citations and words suggest."""
    found = Survey()
    languages: Counter[str] = Counter()
    ranges: list[tuple[int, int]] = []
    dates: list[datetime.date] = []
    for target in targets:
        try:
            contents = open_texts(target.path, target.name, target.encoding, target.format)
        except ReadError as error:
            found.unread.append(f"{target.name}: {error}")
            continue
        found.documents.append(target.name)
        for text in contents.texts:
            document = understand(text.source, format=text.format)
            languages[language_of(document)] += 1
            ranges += _note_range(document)
            dates += _datelines(document)
            found.serials.update(citation.serial or citation.source for citation in document.citations)
    if languages:
        found.language = languages.most_common(1)[0][0]
    found.numbering, found.why_numbering = numbering_of(ranges)
    if dates:
        found.start, found.end = min(dates), max(dates)
    return found


def language_of(document: Document) -> str:
    """What the markup declares, else the language whose commonest words the text has most of."""
    if document.markup.language:
        return document.markup.language
    words = Counter(_WORD.findall(document.text[:_SAMPLE].lower()))
    hits = {language: sum(words[word] for word in common.split()) for language, common in _COMMON.items()}
    return max(hits, key=lambda language: (hits[language], language == "en"))


def numbering_of(ranges: list[tuple[int, int]]) -> tuple[Numbering, str]:
    """Guess where note numbers start again from each document's first and last, with one sentence of reason."""
    if not ranges:
        return "auto", "no numbered notes were found"
    if all(first == 1 for first, _ in ranges):
        if len(ranges) > 1:
            return "document", f"all {len(ranges)} documents with notes begin at 1"
        return "auto", "one document has notes, and they begin at 1"
    going_on = sum(later[0] == earlier[1] + 1 for earlier, later in pairwise(ranges))
    if len(ranges) == 1:
        return "edition", f"the notes run from {ranges[0][0]} to {ranges[0][1]}: they seem to go on from elsewhere"
    if going_on * 2 > len(ranges) - 1:
        return "edition", f"{going_on + 1} of {len(ranges)} documents with notes go on where the one before ends"
    return "auto", "the documents' numbers neither begin at 1 nor go on from one to the next"


def _note_range(document: Document) -> list[tuple[int, int]]:
    values = [note.label.value for note in document.notes if note.label.kind == "arabic" and note.label.value]
    return [(min(values), max(values))] if values else []


def _datelines(document: Document) -> list[datetime.date]:
    days = []
    for date in document.dates:
        year, month, day = date.start
        if date.role == "dateline" and date.verdict == "valid" and year and month and day:
            days.append(datetime.date(year, month, day))
    return days
