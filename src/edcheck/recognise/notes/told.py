"""Dead links whose cause is told elsewhere: the note is lost, or the name that they ask for was given away.

A reference without a note, a note without a reference, and a note that bears its neighbour's name are findings of
their own; that their links lead nowhere is a symptom.
"""

from collections import Counter

from edcheck.model import Document, Note, Reference
from edcheck.recognise.notes.flawed import has_lost_link, links_its_references
from edcheck.text import Span

_CALLED_ELSEWHERE = ("missing-reference", "duplicate-note", "reference-moved", "note-moved")
"""Repairs of notes whose way back may lead nowhere for the same reason."""


def find_told(document: Document) -> list[Span]:
    """The targets, as written, of links that need no finding of their own."""
    if not document.links:
        return []
    notes, references = document.notes, document.references
    counted = {(reference.series, reference.scope) for reference in references}
    told: list[Span] = []
    for repair in document.alignment.repairs:
        if repair.kind == "missing-note" and repair.reference is not None:
            for index in (repair.reference, *repair.other_references):
                told += _call_target(document, references[index])
        elif repair.kind in _CALLED_ELSEWHERE and repair.note is not None:
            note = notes[repair.note]
            if (note.series, note.scope) in counted:
                told += _return_targets(document, note)
    astray = {(one.note, one.written) for one in document.alignment.misdirections if not one.backlink}
    linked = links_its_references(document)
    bearers = Counter(anchor.name for anchor in document.anchors)
    for reference, note_index in document.alignment.pairs:
        link = references[reference].link
        again = link is not None and (note_index, document.links[link].target) in astray
        if again or any(bearers[name] > 1 for name in notes[note_index].anchors):
            told += _call_target(document, references[reference])
        lost = linked and has_lost_link(references[reference])
        if lost or any(bearers[name] > 1 for name in references[reference].anchors):
            told += _return_targets(document, notes[note_index])
    return told


def _call_target(document: Document, reference: Reference) -> list[Span]:
    if reference.link is not None:
        return [document.links[reference.link].target_span]
    return [reference.target_span] if reference.target_span is not None else []


def _return_targets(document: Document, note: Note) -> list[Span]:
    return [document.links[index].target_span for index in note.links]
