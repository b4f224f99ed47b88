"""Page breaks that the text says: `[p. 12]`, `{12}`, `-----File: 0012.png-----`, `[12]` alone in its line.

Marks of one shape are page breaks where several of them run on. A page that is cited in brackets is none.
"""

from collections.abc import Iterator
from re import Match

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.pages.page import Page, numbers, page_of
from edcheck.recognise.successions import breaks
from edcheck.text import Extent

_LEAST = 4
"""Marks of one shape that are page breaks."""
_SOUND = 3
"""How many times more of them there must be than places where they do not run on."""
_WORDS = ("p", "Pg", "pg", "P", "Page", "page", "pag", "S", "Seite", "f", "fol", "с", "С", "стр", "л")
_NUMBER = r"([0-9]{1,4}|[ivxlc]{1,9})(?:[rvab]?)"
_BRACKETED = lazy_pattern(rf"\[((?:[pP](?:g|age|ag)?|S|Seite|f|fol|стр|[сСлЛ])\.?\s?{_NUMBER})\]")
_BRACED = lazy_pattern(rf"\{{((?:[pPS]\.?\s?)?{_NUMBER})\}}")
_FILE = lazy_pattern(r"-----File: *+[^\n\d]{0,20}([0-9]{1,5})\.(?:png|jpe?g|tiff?)\b")
_INDENT = 40
"""Blanks that may stand before a number that is alone in its line."""
_ALONE = lazy_pattern(r"\[([0-9]{1,4})\][ \t]*+(?=\r?\n)")


def find_told(document: Document) -> list[Page]:
    """The page breaks of the shape, and of the words in it, that has most of them; none where none runs on."""
    groups: dict[str, list[Page]] = {}
    for shape, matches in _shapes(document):
        for match in matches:
            page = page_of(match[1], Extent(*match.span(1)), match.start(), shape)
            if page.value is not None:
                groups.setdefault(page.mark, []).append(page)
    found: list[Page] = []
    for pages in groups.values():
        if len(pages) >= max(_LEAST, len(found) + 1):
            faults = breaks(numbers(pages))
            if _SOUND * len(faults) <= len(pages):
                found = pages
    return found


def _shapes(document: Document) -> Iterator[tuple[str, Iterator[Match[str]]]]:
    text, words = document.text, document.words
    if words.occurrences(("File", "-File")) >= _LEAST:
        yield "file", _FILE.finditer(text)
    if "[" in text:
        if words.occurrences(_WORDS) >= _LEAST:
            yield "bracketed", _BRACKETED.finditer(text)
        if document.format == "plain":
            yield "alone", _alone(document)
    if "{" in text:
        yield "braced", _apart_from_notes(document, _BRACED.finditer(text))


def _alone(document: Document) -> Iterator[Match[str]]:
    """Numbers in brackets that are alone in their lines and neither call a note nor head one."""
    text = document.text
    for match in _apart_from_notes(document, _ALONE.finditer(text)):
        line = text[max(match.start() - _INDENT, 0) : match.start()].rpartition("\n")[2]
        if not line.strip():
            yield match


def _apart_from_notes(document: Document, marks: Iterator[Match[str]]) -> Iterator[Match[str]]:
    """Marks that neither call a note nor head one."""
    labels = {reference.label_place.start for reference in document.references}
    labels.update(note.label_place.start for note in document.notes)
    return (match for match in marks if match.start(1) not in labels)
