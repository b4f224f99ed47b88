"""Finds citations of serials: a source, perhaps an issue number, and a date.

A date is the anchor: whatever stands right before it is asked whether it is a number and a source. Names and
aliases that the settings register are recognised everywhere. Without them a source is taken by its shape, and
only where citations have their place: a block or a note of its own, or after *Published in* and its chain of
*and in*.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from edcheck.model import Citation, Date, Document, Serial
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates import language_of
from edcheck.recognise.vocabulary.likeness import distance, letters
from edcheck.records import dataclass
from edcheck.text import Extent

_WINDOW = 120
"""Code points before a date within which its source must begin."""
_NUMBER_WIDTH = 24
"""Code points that an issue number with its abbreviation takes at most."""
_NUMBER = lazy_pattern(r"(?:\b(?:nos?|nr|num|núm|iss)\b\.?|\bn[°.]|№|#)\s*(\d{1,5})\Z", re.IGNORECASE)
_NUMBER_AFTER = lazy_pattern(r"\s*[,(]\s*((?:(?:nos?|nr|num|núm|iss)\b\.?|n°|№|#)\s*(\d{1,5}))", re.IGNORECASE)
_LEAD_STEMS = ("ublished ", "rinted ", "ppeared ")
_LEAD_STEMS_ELSEWHERE = ("rschienen ", "öffentlicht ", "edruckt ", "ublié ", "aru ")
_LEAD = 40
"""Code points that a lead-in takes at most."""
_LEAD_REST = lazy_pattern(r"\s*(?:also\s+)?(?:in|dans)\s+(?:(?:the|der|dem)\s+)?")
_CHAIN = lazy_pattern(r"\s*[,;]?\s*(?:and|und|et)\s+(?:also\s+)?(?:(?:in|dans)\s+)?(?:the\s+)?", re.IGNORECASE)
_LINKS = ("of", "for", "dated", "vom", "von", "du", "del")
_LINK = lazy_pattern(rf"\s(?:{'|'.join(_LINKS)})\Z")
_AROUND = " \t\r\n,;([_*“”„«»‘’\"'"
_PAPER = lazy_pattern(
    r"\b(?:Gazette|Times|Herald|News|Journal|Post|Tribune|Chronicle|Courier|Mercury|Observer|Bulletin|Review|"
    r"Intelligencer|Advertiser|Standard|Telegraph|Guardian|Star|Worker|Zeitung|Blatt|Bote|Rundschau|Anzeiger|"
    r"Moniteur|Figaro|Temps|Pravda|Vedomosti|Corriere|Gazzetta|Gaceta|Diario)\b"
)
_PARTICLES = frozenset(
    ("of", "the", "and", "for", "de", "la", "le", "du", "des", "der", "die", "das", "und", "di", "et")
)
_LONGEST, _MOST_WORDS, _INITIALS = 70, 8, 3
_OFTEN = 3
"""How often a form must stand for each of another that is taken for its slip."""
_ITEM = lazy_pattern(r"\[?\^?\d{1,4}(?:[\])][.:]?|[.:])\s+(?=[^\W\d])")
"""The number of a note or of an item that holds a citation and nothing else."""
_PAGE = lazy_pattern(
    r"[,;]?\s*(?:pp?|[Ss]|Sp|p[aá]gs?|cols?|стр|с)\.\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:[,;]\s*(?:cols?|Sp)\.\s?\d)?"
)
_TAIL = 4
"""Characters (stop, bracket, blank) that may follow the date in a citation's own block."""


class _Found(NamedTuple):
    """A possible citation: `sure` where its shape alone suffices, else a sibling must confirm it."""

    citation: Citation
    sure: bool


@dataclass(slots=True)
class _Registry:
    """The forms that the settings register, longest first, with their serials' names."""

    forms: list[tuple[str, str, re.Pattern[str]]]

    @classmethod
    def of(cls, serials: tuple[Serial, ...]) -> "_Registry":
        forms = {
            form: serial.name for serial in serials for form in (serial.name, *serial.aliases) if form.strip()
        }
        return cls(
            [
                (form, forms[form], re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"\Z"))
                for form in sorted(filter(str.strip, forms), key=len, reverse=True)
            ]
        )

    def at_end(self, text: str) -> tuple[int, str] | None:
        """Where in `text` a registered form begins that ends it, and its serial."""
        for form, serial, pattern in self.forms:
            if text[-1:] == form[-1] and (match := pattern.search(text)):
                return match.start(), serial
        return None


def find_citations(document: Document) -> list[Citation]:
    """Return what was found, in the order of the text, and give the dates of citations their role."""
    if not document.dates:
        return []
    registry = _Registry.of(document.edition.serials)
    stems = _LEAD_STEMS if language_of(document).code == "en" else (*_LEAD_STEMS, *_LEAD_STEMS_ELSEWHERE)
    found: list[_Found] = []
    for index, date in enumerate(document.dates):
        if date.start.month is None:
            continue
        previous = found[-1].citation if found and found[-1].citation.date == index - 1 else None
        after = document.dates[index - 1].extent.end if index else 0
        candidate = _before(document, index, date, after, previous, registry, stems)
        if candidate and not document.in_zone(date.extent, "boilerplate", "navigation", "code"):
            found.append(candidate)
    citations = _confirmed(found, registry)
    _compare(citations, registry)
    for citation in citations:
        if citation.date is not None:
            document.dates[citation.date].role = "citation"
    return citations


def _before(
    document: Document,
    index: int,
    date: Date,
    after: int,
    previous: Citation | None,
    registry: _Registry,
    stems: tuple[str, ...],
) -> _Found | None:
    """The citation that ends with this date, if what stands before it is one."""
    block = document.block_at(date.extent.start)
    if block is None:
        return None
    text, at, (first, last) = document.text, date.extent.start, block.extent
    left = max(first, after, at - _WINDOW)
    own = left == first and _ends_block(text, date.extent, last)
    if own and (item := _ITEM.match(text, left, at)):
        left = item.end()
    if left >= at:
        return None
    chained = previous is not None and previous.extent.end > first
    led = _end_of_lead(text, left, at, stems)
    if not (own or chained or led is not None or registry.forms):
        return None
    window = text[left:at].rstrip(_AROUND)
    number = _NUMBER.search(window, max(len(window) - _NUMBER_WIDTH, 0)) if window[-1:].isdigit() else None
    stem = (window[: number.start()] if number else window).rstrip(_AROUND)
    link = _LINK.search(stem) if stem.endswith(_LINKS) else None
    stem = stem[: link.start()].rstrip(_AROUND) if link else stem
    registered = registry.at_end(stem)
    if registered:
        start, serial, sure = registered[0], registered[1], True
    else:
        begin = _source_begin(stem, own and not link, chained, led)
        if begin is None or not _source_like(stem[begin[0] :]):
            return None
        start, serial = begin[0], ""
        sure = begin[1] or number is not None or _periodical(stem[start:])
    return _Found(_citation(document, index, left, (start, len(stem)), number, serial), sure)


def _ends_block(text: str, date: Extent, last: int) -> bool:
    """Whether nothing follows in the block but the number of the issue and the page."""
    if last - date.end <= _TAIL:
        return True
    if last - date.end > _WINDOW:
        return False
    end = _end_of_number(text, date)
    page = _PAGE.match(text, end)
    return last - (page.end() if page else end) <= _TAIL


def _end_of_number(text: str, date: Extent) -> int:
    """Where the number ends that follows the date, or else the date."""
    behind = _NUMBER_AFTER.match(text, date.end)
    return behind.end() if behind else date.end


def _citation(
    document: Document, index: int, left: int, source: tuple[int, int], number: re.Match[str] | None, serial: str
) -> Citation:
    date = document.dates[index].extent
    value = int(number[1]) if number else None
    number_extent = Extent(left + number.start(), left + number.end()) if number else None
    end = date.end
    if number is None and (behind := _NUMBER_AFTER.match(document.text, date.end)):
        value, number_extent = int(behind[2]), Extent(*behind.span(1))
        end = number_extent.end
    place = Extent(left + source[0], left + source[1])
    name = " ".join(document.text[place.start : place.end].split())
    return Citation(Extent(place.start, end), name, place, serial or None, value, number_extent, index)


def _end_of_lead(text: str, left: int, at: int, stems: tuple[str, ...]) -> int | None:
    """Where the last *Published in* or its like before `at` ends, if it ends after `left`; counted from there."""
    low = max(left - _LEAD, 0)
    before = text[low:at]
    last = -1
    for stem in stems:
        if stem in before:
            for found in re.finditer(stem, before):
                rest = _LEAD_REST.match(text, low + found.end())
                if rest and rest.end() <= at:
                    last = max(last, rest.end())
    return last - left if last >= left else None


def _source_begin(stem: str, own: bool, chained: bool, led: int | None) -> tuple[int, bool] | None:
    """Where a source by shape begins in `stem`, and whether the words before it announce a citation."""
    chain = _CHAIN.match(stem) if chained else None
    if chain:
        return chain.end(), True
    if led is not None:
        return _unquoted(stem, led), True
    return (_unquoted(stem, 0), False) if own else None


def _unquoted(stem: str, start: int) -> int:
    while start < len(stem) and stem[start] in _AROUND:
        start += 1
    return start


@lru_cache(maxsize=1024)
def _source_like(name: str) -> bool:
    """Capitalised words, abbreviations and particles, short enough for a title."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _LONGEST or not name[0].isupper():
        return False
    if any(sign in name for sign in ";:!?[]()"):
        return False
    return all(word[0].isupper() or "." in word or word in _PARTICLES for word in words)


@lru_cache(maxsize=1024)
def _periodical(name: str) -> bool:
    """An abbreviation of several initials (`Mess.N.P.C.D.`), or a word that newspapers are called by."""
    return any(word.count(".") >= _INITIALS for word in name.split()) or bool(_PAPER.search(name))


def _confirmed(found: list[_Found], registry: _Registry) -> list[Citation]:
    """Citations that are sure, or whose source a sure one or the settings bear out (`Moscow, July 2` has none)."""
    known = {letters(citation.source) for citation, sure in found if sure}
    known.update(letters(form) for form, _, _ in registry.forms)
    return [citation for citation, sure in found if sure or letters(citation.source) in known]


def _compare(citations: list[Citation], registry: _Registry) -> None:
    """Note which registered form, or else which usual form of this document, a source nearly spells."""
    usual = Counter(citation.source for citation in citations if citation.serial is None)
    forms = [form for form, _, _ in registry.forms]
    if len(usual) + len(forms) < 2:
        return  # nothing to compare with
    often = [(form, count) for form, count in usual.most_common() if count >= _OFTEN]
    nearest: dict[str, str | None] = {}
    for source, count in usual.items():
        siblings = [form for form, times in often if times >= _OFTEN * count]
        nearest[source] = _nearest(source, forms) or _nearest(source, siblings)
    for citation in citations:
        citation.resembles = nearest.get(citation.source) if citation.serial is None else None


def _nearest(source: str, forms: list[str]) -> str | None:
    """The form with the same letters, else one within an edit (two in long names); None where none is near."""
    own = letters(source)
    limit = 0 if len(own) < 5 else 1 if len(own) < 10 else 2
    best, least = None, limit + 1
    for form in forms:
        if form != source and (apart := distance(own, letters(form), limit)) < least:
            best, least = form, apart
    return best
