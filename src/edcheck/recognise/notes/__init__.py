"""Notes: markers, then their roles, then the numbering, then the alignment of each count.

`find_notes` fills `notes`, `references`, `series`, `scopes` and `alignment` of a document. Notes and references
that were recovered from garbled text stand at the end of their lists.
"""

from bisect import bisect_right
from collections import Counter

from edcheck.model import Document, Note, Reference
from edcheck.recognise.notes.bodies import find_bodies, is_placeholder, signature
from edcheck.recognise.notes.markers import Marker, find_markers
from edcheck.recognise.notes.misdirections import find_misdirections
from edcheck.recognise.notes.numbering import count_series, name_series
from edcheck.recognise.notes.repairs import explain
from edcheck.recognise.notes.roles import assign_roles
from edcheck.text import Extent

_YEAR = 1000

__all__ = ["find_notes"]


def find_notes(document: Document) -> None:
    """Recognise the notes of a document and explain their numbering."""
    if not document.links and "[" not in document.text and not document.markup.superscripts:
        return
    roles = assign_roles(document, find_markers(document))
    if not roles.notes:
        return
    bodies = find_bodies(document, roles.notes, roles.references)
    references = _outside(roles.notes, bodies, roles.references)
    keys = [(marker.label.kind, marker.star) for marker in roles.notes]
    series = name_series(document, keys)
    document.notes = [
        _note(document, marker, body, series[marker.label.kind, marker.star])
        for marker, body in zip(roles.notes, bodies, strict=True)
    ]
    document.references = [
        _reference(marker, series[key])
        for marker in references
        if (key := (marker.label.kind, marker.star)) in series
    ]
    linked = _links(document)
    for count in count_series(document, linked):
        explain(document, count, linked)
    document.alignment.pairs += [
        (reference, notes[0])
        for reference, notes in linked.items()
        if document.series[document.references[reference].series].kind in ("symbol", "name")
    ]
    document.alignment.pairs.sort()
    document.alignment.misdirections = find_misdirections(document)


def _note(document: Document, marker: Marker, body: Extent, series: int) -> Note:
    text = document.quote(body)
    return Note(
        marker.label,
        marker.extent,
        marker.label_extent,
        body,
        "text" if marker.link is None else ("element" if marker.extent.start == marker.extent.end else "link"),
        series,
        placeholder=is_placeholder(text, document.edition.placeholders),
        signature=signature(text),
        garbled=marker.garbled,
        links=() if marker.link is None else (marker.link,),
        anchors=marker.anchors,
    )


def _reference(marker: Marker, series: int) -> Reference:
    return Reference(
        marker.label,
        marker.extent,
        marker.label_extent,
        "text" if marker.link is None else "link",
        series,
        link=marker.link,
        anchors=marker.anchors,
    )


def _outside(notes: list[Marker], bodies: list[Extent], references: list[Marker]) -> list[Marker]:
    """Drop what only looks like a reference: a bracketed number inside a note that is no nested note's, and
    years and numbers of quoted documents far beyond the notes."""
    labels = Counter((marker.label.kind, marker.star, marker.label.text) for marker in notes)
    highest = max((marker.label.value or 0 for marker in notes if marker.label.kind == "arabic"), default=0)
    starts = [marker.extent.start for marker in notes]
    kept = []
    called: set[tuple[str, str, str]] = set()
    for marker in references:
        key = (marker.label.kind, marker.star, marker.label.text)
        at = bisect_right(starts, marker.extent.start) - 1
        in_note = at >= 0 and marker.extent.start < bodies[at].end
        far = (marker.label.value or 0) > highest + max(10, highest // 2)
        year = (marker.label.value or 0) >= _YEAR and key not in labels
        if marker.link is None and (year or far or (in_note and (key not in labels or key in called))):
            continue
        called.add(key)
        kept.append(marker)
    return kept


def _links(document: Document) -> dict[int, list[int]]:
    """For each reference the notes that its link reaches."""
    if not document.links:
        return {}
    reach: dict[str, list[int]] = {}
    for index, note in enumerate(document.notes):
        for name in note.anchors:
            reach.setdefault(name, []).append(index)
    linked = {}
    for index, reference in enumerate(document.references):
        fragment = document.links[reference.link].fragment if reference.link is not None else None
        if fragment in reach:
            linked[index] = reach[fragment]
    return linked
