"""Running prose: which blocks are sentences set in paragraphs, and in which language a document is written.

Rules about sentences and words ask here, so that no line of a table, no verse, no signature and no licence is
taken for a sentence. A block is left out where anything speaks for another use: prose that is missed costs
a finding, verse that is taken for prose makes a false one.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from edcheck.model import Block, Document
from edcheck.model.languages import primary_language
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent

_SHORTEST = 40
"""Code points of a block that is not taken for a heading, a signature or a label."""
_LAPIDARY = 200
"""Code points up to which a block all in capitals is a heading or an inscription."""
_VERSE_LINE = 60
"""Code points that no line of verse exceeds, where the usual width of lines is not known."""
_SHARE = 0.75
"""What part of the usual width the lines of a paragraph reach: shorter ones were ended on purpose."""
_SAMPLE = 400
"""Blocks from which the usual width of lines is taken."""
_FORMAL_PARTS = """
    note opener closer dateline salute signed address byline trailer head l lg figDesc caption figcaption nav
    docTitle docAuthor docDate docImprint titlePart epigraph stage speaker castItem
"""
_APART = frozenset(_FORMAL_PARTS.split())
"""Elements whose text is no part of the running prose, though it stands in blocks of its own."""
_APART_ZONES = frozenset({"boilerplate", "navigation", "contents", "code", "notes"})
_COLUMN_SIGNS = ("   ", ". . .", ".....", "|")
"""One of these stands in whatever is set in columns, and seldom in anything else."""
_COLUMNS = lazy_pattern(r" {3}(?<=[^\s] {3}) *+[^\s]|\.{5}|(?:\. ){5}|\|[^|\n]*+\|")
_ITEM = lazy_pattern(r"(?:\A|\n)[ \t]*+(?:[-*•–—]|\(?[0-9]{1,3}[.)]|\(?[a-z]\)) ")

_FUNCTION_WORDS = {
    "en": "the of and to that was with for is his which were this from by not",
    "de": "der und das nicht dem ist mit ein auch sich von zu auf eine wir daß",
    "fr": "les et dans qui pour est pas du au sur avec ce nous cette plus sont",
    "ru": "и в не на что с как по из это к от въ съ какъ изъ",
    "es": "los las y el por con para su lo como más pero sus fue del",
    "it": "il di che e non gli della per è nel sono dei alla anche più",
}
_LEAST_HITS = 6
"""Function words of a language that must be read before a text is said to be written in it."""
_CLEARLY = 2
"""How many times as many as of the next language."""


def is_prose(document: Document, block: Block) -> bool:
    """Whether one block of the document is running prose; a quotation set as a block is.

    No prose are headings, verse, tables, lists, preformatted text, notes, tables of contents, what archives and
    publishers add, the formal parts of letters, and whatever is too short to tell.
    """
    return _prose_of(document).holds(block)


def stands_apart(document: Document, offset: int) -> bool:
    """Whether a view offset lies in a note, or in what is no text of the edition: a licence, a contents list."""
    return _prose_of(document).is_apart(offset)


def end_of_words(document: Document, block: Block) -> int:
    """The view offset at which the words of a block end, the calls of notes behind them left out."""
    start, end = block.extent
    if document.text[end - 1].isalpha() or not document.references:
        return end
    calls: dict[int, int] | None = document.derived.get("ends_of_calls")
    if calls is None:
        # What only the markup calls has no text, and nothing to leave out.
        markers = (reference.marker for reference in document.references)
        calls = {end: start for start, end in markers if start < end}
        document.derived["ends_of_calls"] = calls
    while calls.get(end, start) > start:
        end = calls[end]
    return end


def language_of(document: Document) -> str:
    """The language of the document (`en`, `de`, `fr`, …): as the settings, else the markup, else its words say.

    A two-letter code where there is one; empty where nothing says it. English in the settings counts for nothing,
    as it is what settings say that say nothing of the language.
    """
    if document.edition.language != "en":
        return primary_language(document.edition.language)
    return primary_language(document.markup.language) or language_of_words(document)


def language_of_words(document: Document) -> str:
    """The language whose function words a document has clearly more often than those of any other; else empty."""
    found: str | None = document.derived.get("language of words")
    if found is None:
        count = document.words.occurrences
        hits = {language: count(words.split()) for language, words in _FUNCTION_WORDS.items()}
        *_, second, first = sorted(hits, key=hits.__getitem__)
        found = first if hits[first] >= max(_LEAST_HITS, _CLEARLY * hits[second]) else ""
        document.derived["language of words"] = found
    return found


def _prose_of(document: Document) -> "_Prose":
    prose: _Prose | None = document.derived.get("prose")
    if prose is None:
        prose = document.derived["prose"] = _Prose(document)
    return prose


class _Prose:
    """What has to be known of a document before one of its blocks can be judged."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._plain = document.format == "plain"
        self._width = _usual_width(document) if self._plain else 0
        # TEI records the lines of the source, which say nothing of what they hold.
        recorded = () if document.format in ("plain", "tei") else document.markup.breaks
        self._breaks = [one.at for one in recorded if one.kind == "line"]
        stretches = [Extent(min(note.marker.start, note.body.start), note.body.end) for note in document.notes]
        stretches += [zone.extent for zone in document.zones if zone.kind in _APART_ZONES]
        stretches.sort()
        self._starts = [stretch.start for stretch in stretches]
        self._ends = list(accumulate((stretch.end for stretch in stretches), max))

    def holds(self, block: Block) -> bool:
        """Whether the block is running prose."""
        start, end = block.extent
        if block.kind not in ("paragraph", "quote") or end - start < _SHORTEST or block.name in _APART:
            return False
        if self._starts and self.is_apart(start):
            return False
        if end - start < _LAPIDARY and self._text[start:end].isupper():
            return False
        if self._plain:
            return _runs_on(self._text, block, self._width)
        return not (self._breaks and self._is_broken(start, end))

    def is_apart(self, offset: int) -> bool:
        """Whether the view offset lies in a note or in what is no text of the edition."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def _is_broken(self, start: int, end: int) -> bool:
        """Whether the markup breaks the block into lines as short as those of verse and addresses."""
        count = bisect_right(self._breaks, end) - bisect_left(self._breaks, start)
        return count > 1 and (end - start) < (count + 1) * _VERSE_LINE


def _usual_width(document: Document) -> float:
    """How long the lines of the document usually are, in code points; 0 where paragraphs are not wrapped."""
    text = document.text
    means = []
    for block in document.blocks[:_SAMPLE]:
        start, end = block.extent
        lines = text.count("\n", start, end)
        if lines > 2:
            means.append((end - start) / (lines + 0.5))
    return sorted(means)[len(means) // 2] if means else 0


def _runs_on(text: str, block: Block, width: float) -> bool:
    """Whether the lines of a plain-text block run on: no verse, no table, no list, no address."""
    start, end = block.extent
    passage = text[start:end]
    if ("   " in passage or ". . ." in passage or "....." in passage or "|" in passage) and _COLUMNS.search(
        passage
    ):
        return False
    count = passage.count("\n")
    if not count:
        return True
    if len(passage) / (count + 1) > max(width * _SHARE, _VERSE_LINE) and not block.indent:
        return True
    if len(_ITEM.findall(passage)) > 1:
        return False
    lines = [line.strip() for line in passage.split("\n")]
    longest = max(map(len, lines))
    if longest < width * _SHARE:
        return False
    return longest >= _VERSE_LINE or any(line[:1].islower() for line in lines[1:])
