"""The text of a note: from its marker to where the note ends, continuation paragraphs included."""

import re
from bisect import bisect_left

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.marker import Marker
from edcheck.text import Extent

_PLACEHOLDER = lazy_pattern(
    r"\bnotes?\b(?: (?:no\. ?)?\d{1,4})?(?: (?:is|was|has been))? (?:omitted|missing|lacking|wanting|lost)\b"
    r"|\b(?:omitted|missing|wanting) in (?:the |our )?(?:source|original|print|copy|manuscript)\b"
    r"|\bno (?:such )?note\b.{0,30}\b(?:source|original|print|copy)\b"
    r"|\bprimechanie otsutstvuet|примечание отсутствует|Fußnote fehlt|Anmerkung fehlt|note manquante",
    re.IGNORECASE,
)
_PLACEHOLDER_LENGTH = 100
_SIGNATURE = lazy_pattern(
    r"[-–—(\[]\s*(Trans(?:l|lator)?\.?|Tr\.|Ed(?:s|itor)?\.?|L\.\s?T\.|Прим\. (?:пер|ред)\.|N\.\s?d\.\s?T\."
    r"|Anm\. d\. Übers\.)[\])]?\s*\Z"
)


def find_bodies(document: Document, notes: list[Marker], references: list[Marker]) -> list[Extent]:
    """The body of each note. A note written in brackets ends with them; others run on to the next note where
    the notes stand together, and end with their own block where text follows that calls further notes."""
    partners = document.marks.partners
    calls = [marker.extent.start for marker in references]
    blocks = document.blocks
    bodies = []
    for index, marker in enumerate(notes):
        own_end = blocks[marker.block].extent.end if marker.block >= 0 else marker.extent.end
        following = notes[index + 1] if index + 1 < len(notes) else None
        limit = following.extent.start if following else len(document.text)
        if marker.shape == "footnote":
            end = partners.get(marker.extent.start, own_end)
            bodies.append(_trimmed(document.text, marker.extent.end, min(end, limit)))
            continue
        called_between = bisect_left(calls, marker.extent.end) < bisect_left(calls, limit)
        apart = called_between and _calls_beyond(calls, own_end, limit)
        end = min(own_end, limit) if apart else _continued(document, marker.block, limit, following is None)
        bodies.append(_trimmed(document.text, marker.extent.end, max(end, marker.extent.end)))
    return bodies


def _calls_beyond(calls: list[int], start: int, end: int) -> bool:
    """Whether any reference stands in the blocks after a note's own and before the next note."""
    return bisect_left(calls, start) < bisect_left(calls, end)


def _continued(document: Document, block: int, limit: int, last: bool) -> int:
    """The end of the note that begins in `block`, with the paragraphs that continue it."""
    blocks = document.blocks
    end = min(blocks[block].extent.end, limit)
    for following in blocks[block + 1 :]:
        if following.extent.start >= limit or following.kind in ("heading", "ornament"):
            break
        if document.in_zone(following.extent, "boilerplate", "navigation"):
            break
        text = document.quote(following.extent)
        if last and len(text) < 40 and text.rstrip()[-1:] not in '.!?”’]")':
            break
        end = min(following.extent.end, limit)
    return end


def _trimmed(text: str, start: int, end: int) -> Extent:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Extent(start, end)


def is_placeholder(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a note's text says that the note is missing in the source, and says nothing else."""
    if len(text) > _PLACEHOLDER_LENGTH:
        return False
    lowered = text.lower()
    return (
        (text.strip(" .…_") == "" and "__" in text)
        or any(phrase.lower() in lowered for phrase in phrases)
        or bool(_PLACEHOLDER.search(text))
    )


def signature(text: str) -> str | None:
    """Who signs the note at its end, as written."""
    match = _SIGNATURE.search(text[-40:])
    return match[1] if match else None
