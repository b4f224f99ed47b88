"""Heads of chapters, books, acts, letters in order: `CHAPTER IV`, `3. Kapitel`, and headings that only count.

Whatever the markup says, a chapter begins where a block begins with its word and a number. Headings that are
marked as such may do without the word.
"""

from collections.abc import Iterator
from functools import cache

from edcheck.model import Block, Document
from edcheck.model.document import ZoneKind
from edcheck.patterns import lazy_pattern
from edcheck.recognise.numerals import Style, read_numeral
from edcheck.records import NamedTuple
from edcheck.text import Extent

_WORDS = """
    chapter book part section article canto letter act scene lecture sermon essay
    artikel kapitel buch teil theil abschnitt brief akt aufzug auftritt szene scene gesang vorlesung hauptstück
    chapitre livre partie lettre acte scène chant leçon
    статья глава книга часть письмо действие явление сцена песнь раздел
    artículo capítulo libro parte carta acto escena canto sección jornada
    articolo capitolo lettera atto scena sezione
"""
_IN_WORDS = (
    "first one erste erster erstes premier première premiere primero primera primo prima первая первое первый"
)
_FIRSTS = frozenset(_IN_WORDS.split())
_LEAST = 3
_NO_TEXT: tuple[ZoneKind, ...] = ("contents", "boilerplate", "navigation")
_AROUND = ".,:;*_=#[]()"
_NUMBER = lazy_pattern(
    r"[ \t.:,\u00a0–—-]{0,3}(?:the |la |le )?(?P<number>[0-9]{1,3}|[IVXLC]{1,9}|[ivxlc]{1,9})(?![\w’'])"
)
_NUMBER_BEFORE = lazy_pattern(r"\W*(?P<number>[0-9]{1,3}|[IVXLC]{1,9})(?:\.|-?[a-zа-я]{1,3})?[ \t\u00a0]\Z")
_OTHER = lazy_pattern(r"[ \t.:\u00a0]{0,3}(?:the )?(?P<number>[\w|!]{1,12})")
_ALONE = lazy_pattern(r"\s*(?P<number>[0-9]{1,3}|[IVXLC]{1,9})(?:[.:)]|\s*\Z|[ \t]*(?=[\r\n–—]))")
_LEAD = 24
"""Code points that may stand before the word: a number, an asterisk of emphasis."""
_LINE = 120
"""Code points up to which the first line of a block is a heading's."""


class Chapter(NamedTuple):
    """The head of a chapter: its number as written, and where it stands."""

    label: str
    value: int | None
    """None where the number cannot be read."""
    style: Style
    place: Extent
    word: str
    """What is counted, as written; empty where a heading only counts."""


def find_chapters(document: Document) -> Iterator[list[Chapter]]:
    """The chapters of a document by what is counted, each in order."""
    counts = document.words.counts
    if any(counts[word] >= _LEAST for word in filter(counts.__contains__, _words())):
        yield from _of_words(document)
    yield from _alone(document)


def is_counted(word: str) -> bool:
    """Whether a word says what is counted: `Chapter`, `KAPITEL`."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    words = _WORDS.split()
    return frozenset((*map(str.capitalize, words), *map(str.upper, words)))


def _of_words(document: Document) -> Iterator[list[Chapter]]:
    kinds: dict[str, list[Chapter]] = {}
    text, words = document.text, _words()
    for block in document.blocks:
        start = block.extent.start
        for word in text[start : start + _LEAD].split(None, 2)[:2]:
            bare = word.strip(_AROUND)
            if bare in words:
                at = text.index(bare, start)
                chapter = _chapter(document, block, Extent(at, at + len(bare)))
                if chapter is not None and not document.in_zone(chapter.place, *_NO_TEXT):
                    kinds.setdefault(bare.casefold(), []).append(chapter)
                break
    yield from (found for found in kinds.values() if len(found) >= _LEAST)


def _chapter(document: Document, block: Block, word: Extent) -> Chapter | None:
    """The chapter that a block begins with, if what stands before the word is a number or no word at all."""
    text = document.text
    lead = text[block.extent.start : word.start]
    match = _NUMBER_BEFORE.match(lead)
    offset = block.extent.start
    if match is None:
        if any(map(str.isalnum, lead)) or _first_line(text, block) > _LINE:
            return None
        rest = text[word.end : min(block.extent.end, word.end + 2 * _LEAD)]
        match, offset = _NUMBER.match(rest) or _OTHER.match(rest), word.end
    if match is None:
        return None
    number = match["number"]
    place = Extent(offset + match.start("number"), offset + match.end("number"))
    numeral = read_numeral(number)
    if number.lower() in _FIRSTS:
        return Chapter(number, 1, "arabic", place, document.quote(word))
    if numeral is None or numeral.style in ("letter", "LETTER"):
        return Chapter(number, None, "arabic", place, document.quote(word))
    return Chapter(number, numeral.value, numeral.style, place, document.quote(word))


def _first_line(text: str, block: Block) -> int:
    """How long the first line of a block is."""
    end = text.find("\n", block.extent.start, block.extent.end)
    return (end if end >= 0 else block.extent.end) - block.extent.start


def _alone(document: Document) -> Iterator[list[Chapter]]:
    """Headings that begin with a number, by their rank."""
    ranks: dict[int, list[Chapter]] = {}
    for block in document.blocks:
        if block.kind == "heading":
            match = _ALONE.match(document.text, *block.extent)
            numeral = read_numeral(match["number"]) if match else None
            if match and numeral:
                place = Extent(*match.span("number"))
                ranks.setdefault(block.level, []).append(Chapter(match["number"], *numeral, place, ""))
    yield from (found for found in ranks.values() if len(found) >= _LEAST)
