"""Notes: markers, then their roles, then the numbering, then the alignment of each count.

`find_notes` fills `notes`, `references`, `series`, `scopes` and `alignment` of a document. Notes and references
that were recovered from garbled text stand at the end of their lists.
"""

from bisect import bisect_left, bisect_right
from collections import Counter

from edcheck.model import Alignment, Document, Note, Reference
from edcheck.recognise.notes.abroad import offer_notes, set_aside
from edcheck.recognise.notes.bodies import find_bodies, is_placeholder, signature
from edcheck.recognise.notes.marker import Marker
from edcheck.recognise.notes.markers import find_markers, may_have_notes
from edcheck.recognise.notes.misdirections import find_misdirections
from edcheck.recognise.notes.numbering import count_series, name_series
from edcheck.recognise.notes.repairs import explain
from edcheck.recognise.notes.returns import add_returns
from edcheck.recognise.notes.roles import Roles, assign_roles
from edcheck.recognise.notes.told import find_told
from edcheck.text import Extent

_YEAR = 1000
_LINKED = 0.6

__all__ = ["find_notes"]


def find_notes(document: Document) -> None:
    """Recognise the notes of a document and explain their numbering."""
    markup = document.markup
    if may_have_notes(document):
        _find_printed(document)
    if markup.notes or markup.calls:
        # Imported here: few texts have notes that their markup marks.
        from edcheck.recognise.notes.marked import find_marked

        find_marked(document)
    if document.format in ("plain", "html") and ("*" in document.text or "†" in document.text):
        # Imported here: few texts have asterisks.
        from edcheck.recognise.notes.symbols import find_symbols

        find_symbols(document)
    add_returns(document)
    document.alignment.misdirections += find_misdirections(document)
    document.alignment.told += find_told(document)


def _find_printed(document: Document) -> None:
    """Find notes by their printed marks and their links."""
    markers = set_aside(document, _unmarked(document, find_markers(document)))
    roles = assign_roles(document, markers)
    if roles.notes:
        _align_printed(document, roles)
    offer_notes(document, markers)


def _align_printed(document: Document, roles: Roles) -> None:
    """Make notes and references of their markers, and align them."""
    bodies = find_bodies(document, roles.notes, roles.references)
    references = _outside(roles.notes, bodies, roles.references)
    _fill(document, roles.notes, bodies, references)
    strangers = _strangers(document)
    if strangers:
        _fill(document, roles.notes, bodies, [m for m in references if m.extent not in strangers])


def _unmarked(document: Document, markers: list[Marker]) -> list[Marker]:
    """Markers that are no part of a reference or of the head of a note that the markup marks as such.

    No count of notes holds a zero: a raised one is a degree or a power.
    """
    markup = document.markup
    markers = [marker for marker in markers if marker.label.value != 0]
    if not markup.notes and not markup.calls:
        return markers
    taken = [call.extent for call in markup.calls]
    taken += [note.place for note in markup.notes if isinstance(note.place, Extent)]
    taken += [Extent(note.extent.start, note.extent.start + 1) for note in markup.notes]
    taken.sort()
    starts = [extent.start for extent in taken]
    free = []
    for marker in markers:
        at = bisect_left(starts, marker.extent.end)
        if not any(extent.end > marker.extent.start for extent in taken[max(at - 2, 0) : at]):
            free.append(marker)
    return free


def _fill(document: Document, notes: list[Marker], bodies: list[Extent], references: list[Marker]) -> None:
    """Make the objects of the model and align them."""
    document.series, document.scopes, document.alignment = [], [], Alignment()
    series = name_series(document, [(marker.label.kind, marker.star) for marker in notes])
    document.notes = [
        _note(document, marker, body, series[marker.label.kind, marker.star])
        for marker, body in zip(notes, bodies, strict=True)
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


def _strangers(document: Document) -> set[Extent]:
    """Bracketed numbers that found no note and number something else.

    They lie far beyond all notes, or stand unlinked on a page whose references are links.
    """
    linked = sum(reference.link is not None for reference in document.references)
    habit = linked > _LINKED * len(document.references)
    highest = max((note.label.value or 0 for note in document.notes if note.label.kind == "arabic"), default=0)
    lost = (
        document.references[repair.reference]
        for repair in document.alignment.repairs
        if repair.kind == "missing-note" and repair.reference is not None
    )
    return {
        reference.marker
        for reference in lost
        if reference.link is None and (habit or (reference.label.value or 0) > highest + max(10, highest // 2))
    }


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
        garbled=marker.garbled,
    )


def _outside(notes: list[Marker], bodies: list[Extent], references: list[Marker]) -> list[Marker]:
    """Drop what only looks like a reference: a year, or a bracketed number inside a note that is no nested
    note's."""
    labels = Counter((marker.label.kind, marker.star, marker.label.text) for marker in notes)
    highest = max((marker.label.value or 0 for marker in notes if marker.label.kind == "arabic"), default=0)
    starts = [marker.extent.start for marker in notes]
    kept = []
    called: set[tuple[str, str, str]] = set()
    for marker in references:
        key = (marker.label.kind, marker.star, marker.label.text)
        at = bisect_right(starts, marker.extent.start) - 1
        in_note = at >= 0 and marker.extent.start < bodies[at].end
        year = highest < _YEAR <= (marker.label.value or 0) and key not in labels
        if marker.link is None and (year or (in_note and (key not in labels or key in called))):
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
