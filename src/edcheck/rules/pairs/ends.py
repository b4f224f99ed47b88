"""Where the lost partner of a bracket may have stood."""

import re

from edcheck.model import Document, Mark
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent, Span

_LINE = 300
"""Code points of a paragraph that are looked at on either side of a mark."""
_SHORT = 45
"""Code points of half of a short passage."""
_STOP = lazy_pattern(r"[.,;:!?](?=[\s”’\"']|\Z)")
_CALL = lazy_pattern(r"\[[0-9]{1,4}[a-z]?(?!\w)")
_BLANK = lazy_pattern(r"[\s”’\"']*+")


def likely_ends(document: Document, mark: Mark) -> list[Extent]:
    """Where a passage that a bracket opens may end, likeliest first, as empty extents; none where nothing tells.

    The number of a note ends at its last figure. Else, within a paragraph, that is where its clause ends, then
    where its sentence does.
    """
    call = _CALL.match(document.text, mark.offset)
    if call:
        return [Extent(call.end(), call.end())]
    found = [place for place in (_clause_end(document, mark), _passage_end(document, mark)) if place is not None]
    return list(dict.fromkeys(found))


def likely_starts(document: Document, mark: Mark) -> list[Extent]:
    """Where a passage that a bracket closes may begin, likeliest first, as empty extents."""
    found = [
        place for place in (_passage_start(document, mark), _clause_start(document, mark)) if place is not None
    ]
    return list(dict.fromkeys(found))


def sure_places(document: Document, mark: Mark, places: list[Extent]) -> list[Extent | Span]:
    """The places where a bracket encloses the number of a note, a whole block or the first sentence of one.

    Within a sentence each clause may be the passage, and no place is likelier than all others together.
    """
    if mark.block < 0:
        return []
    start, end = document.blocks[mark.block].extent
    if mark.opens:
        if _CALL.match(document.text, mark.offset):
            end = document.view.spans(Extent(mark.offset, places[0].end))[-1].end
            return [Span(end, end)]  # within the link
        return [] if document.text[start : mark.offset].strip() else [*places]
    closes = mark.offset + 1 == end or document.text[mark.offset - 1] in ".!?"
    return [place for place in places if place.start == start and closes]


def _clause_end(document: Document, mark: Mark) -> Extent | None:
    """Before the first stop behind the bracket; None at the head of a paragraph, which may be bracketed whole."""
    if mark.block < 0:
        return None
    block = document.blocks[mark.block].extent
    if mark.offset - block.start <= _LINE and not document.text[block.start : mark.offset].strip():
        return None
    stop = _STOP.search(document.text, mark.offset + 1, min(block.end, mark.offset + _LINE))
    return Extent(stop.start(), stop.start()) if stop else None


def _clause_start(document: Document, mark: Mark) -> Extent | None:
    """Behind the last stop before the bracket, in its paragraph."""
    if mark.block < 0:
        return None
    start = document.blocks[mark.block].extent.start
    stops = list(_STOP.finditer(document.text, max(start, mark.offset - _LINE), mark.offset))
    if not stops:
        return None
    place = _BLANK.match(document.text, stops[-1].end()).end()  # type: ignore[union-attr]
    return Extent(place, place) if place < mark.offset else None


def _passage_end(document: Document, mark: Mark) -> Extent | None:
    """Where a passage that a bracket opens ends as a whole; None where nothing tells.

    A bracket that begins a paragraph encloses whole paragraphs: it ends before the next one that a bracket,
    a heading or a wider gap begins. Any other ends with its paragraph if it opens in the last sentence.
    """
    blocks, text = document.blocks, document.text
    if mark.block < 0:
        return None
    block = blocks[mark.block]
    start = block.extent.start
    if mark.offset - start > _LINE or text[start : mark.offset].strip():
        end = block.extent.end
        one_sentence = end - mark.offset < _LINE and not re.search(r"[.!?]\s+[A-Z]", text[mark.offset : end])
        return _before_stop(text, end, mark.offset) if one_sentence else None
    for index in range(mark.block, min(mark.block + 80, len(blocks))):
        end = blocks[index].extent.end
        if index + 1 == len(blocks):
            return Extent(end, end)
        following = blocks[index + 1]
        if (
            following.kind in ("heading", "ornament")
            or following.blank_before > 1
            or text[following.extent.start] == mark.character
        ):
            return Extent(end, end)
    return None


def _before_stop(text: str, end: int, start: int) -> Extent:
    while end > start + 1 and text[end - 1] in ".,;:!? \t\r\n\xa0":
        end -= 1
    return Extent(end, end)


def _passage_start(document: Document, mark: Mark) -> Extent | None:
    """Where a passage that a bracket closes began if it is the paragraph's first words."""
    if mark.block < 0:
        return None
    start = document.blocks[mark.block].extent.start
    passage = document.text[start : min(mark.offset, start + _LINE)]
    if len(passage) > 2 * _SHORT or re.search(r"[.!?]\s+[A-Z]|[()\[\]{},;]", passage):
        return None
    return Extent(start, start)
