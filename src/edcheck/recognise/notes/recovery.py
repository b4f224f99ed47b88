"""Recovery: where a label is missed, look whether it stands there after all, badly read.

The alignment says that note 21 waits for a reference between those to 20 and 22. That stretch is searched for
anything that can be read as it: `[2l]` with a letter for a digit, `[21` without its end, `swords21` with the
bracket lost. Only one candidate in the stretch counts. The search costs as much as the stretches are long, and
nothing in a sound edition.
"""

import re
from dataclasses import replace

from edcheck.model import Document, Label, Note, Reference, Repair
from edcheck.model.note import RepairKind
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.labels import CONFUSABLE, reading
from edcheck.recognise.notes.numbering import Count
from edcheck.text import Extent

_MOST = 200
"""Repairs of one count beyond which nothing is looked for: its other side is lost altogether."""
_STRETCH = 60_000
_ALONE = 20_000
"""Code points before a note that stands alone in which its call is looked for."""
_BEFORE = 3_000
"""Code points before the first note in which one with a lower number is looked for."""
_LOOKALIKE = "".join(map(re.escape, CONFUSABLE))
_GARBLED_CALL = lazy_pattern(rf"\[([\d{_LOOKALIKE}]{{1,4}})\]")
_GARBLED_HEAD = lazy_pattern(rf"[ \t]*\[?([\d{_LOOKALIKE}]{{1,4}})[\].)](?=\s)")


def recover(document: Document, count: Count, repairs: list[Repair]) -> list[Repair]:
    """Replace losses by what was found in their place; the others stay."""
    if len(repairs) > _MOST:
        return repairs
    return [_recovered(document, count, repair) or repair for repair in repairs]


def _recovered(document: Document, count: Count, repair: Repair) -> Repair | None:
    if not repair.label.isdigit():
        return None
    if repair.kind == "missing-reference" and repair.note is not None:
        return _lost_call(document, count, repair)
    if repair.kind == "missing-note" and repair.reference is not None:
        return _lost_note(document, count, repair)
    return None


def _stretch(document: Document, places: list[tuple[int, Extent]], value: int, limit: Extent) -> Extent:
    """From the end of the nearest lower label to the start of the nearest higher one."""
    start = max((extent.end for number, extent in places if number < value), default=limit.start)
    end = min(
        (extent.start for number, extent in places if number > value and extent.start >= start), default=limit.end
    )
    return Extent(start, min(end, start + _STRETCH))


def _lost_call(document: Document, count: Count, repair: Repair) -> Repair | None:
    value = int(repair.label)
    places = [(document.references[i].label.value or 0, document.references[i].marker) for i in count.references]
    if repair.note is None:
        return None
    if places:
        first_note = document.notes[count.notes[0]].marker.start
        end = first_note if first_note > places[-1][1].end else document.notes[repair.note].marker.start
        low, high = _stretch(document, places, value, Extent(max(places[0][1].start - 20_000, 0), end))
    else:
        high = document.notes[repair.note].marker.start
        ends = [note.body.end for note in document.notes if note.body.end <= high]
        low = max(ends, default=max(high - _ALONE, 0))
    text = document.text
    garbled = [m for m in _GARBLED_CALL.finditer(text, low, high) if reading(m[1]) == value]
    if len(garbled) == 1:
        return _as_call(
            document, count, repair, Extent(*garbled[0].span()), Extent(*garbled[0].span(1)), "misread-digit"
        )
    malformed = re.compile(
        rf"[\[({{]{value}[}})](?<!\({value}\))|\({value}\]"
        rf"|\[{value}(?=[\s.,;:!?’”)])(?!\.\d)|(?<=[a-z.,;’”]){value}\]|(?<=[a-z.,;’”] ){value}\]"
        rf"|(?<=[a-z]{{2}}){value}(?=[\s.,;:!?’”)]|\Z)"
    )
    found = [m for m in malformed.finditer(text, low, high) if not _inside_note(document, m.start())]
    if len(found) == 1:
        place = Extent(*found[0].span())
        at = text.index(str(value), place.start)
        return _as_call(document, count, repair, place, Extent(at, at + len(str(value))), "malformed")
    return None


def _inside_note(document: Document, offset: int) -> bool:
    return any(note.marker.start <= offset < note.body.end for note in document.notes)


def _as_call(
    document: Document, count: Count, repair: Repair, marker: Extent, label: Extent, garbled: str
) -> Repair:
    written = document.quote(label)
    reference = Reference(
        Label(written, "arabic", int(repair.label)),
        marker,
        label,
        series=count.series,
        scope=count.scope,
        garbled=garbled,
    )
    document.references.append(reference)
    index = len(document.references) - 1
    if repair.note is not None:
        document.alignment.pairs.append((index, repair.note))
    kind: RepairKind = "garbled-reference" if garbled == "misread-digit" else "malformed-reference"
    return replace(repair, kind=kind, reference=index, cost=1.0, confidence=0.95)


def _lost_note(document: Document, count: Count, repair: Repair) -> Repair | None:
    """A head that reads as the missing label, or the label inside the note before: two notes run together."""
    value = int(repair.label)
    places = [(document.notes[i].label.value or 0, document.notes[i].marker) for i in count.notes]
    if not places:
        return None
    last = document.notes[count.notes[-1]]
    first = document.notes[count.notes[0]].marker.start
    if value < (document.notes[count.notes[0]].label.value or 0):
        calls = [document.references[i].marker.end for i in count.references]
        first = max((end for end in calls if end <= first), default=max(first - _BEFORE, 0))
    low, high = _stretch(document, places, value, Extent(first, last.body.end))
    text = document.text
    heads = []
    for block in document.blocks:
        if low <= block.extent.start < high:
            match = _GARBLED_HEAD.match(text, block.extent.start, block.extent.end)
            if match and reading(match[1]) == value:
                heads.append(match)
    if len(heads) == 1:
        label = Extent(*heads[0].span(1))
        return _as_note(document, count, repair, Extent(label.start, heads[0].end()), label)
    return _run_on(document, count, repair, value)


def _run_on(document: Document, count: Count, repair: Repair, value: int) -> Repair | None:
    """The label inside the note before it: two notes run together."""
    before = [i for i in count.notes if document.notes[i].label.value == value - 1]
    if len(before) != 1:
        return None
    body = document.notes[before[0]].body
    label = re.compile(rf"(?<=\s){value}\.(?=\s+[A-Z‘“\"])|\[{value}\](?=\s+[A-Z‘“\"])")
    inside = list(label.finditer(document.text, body.start, body.end))
    if len(inside) != 1:
        return None
    return replace(repair, kind="run-on-note", note=before[0], place=Extent(*inside[0].span()), confidence=0.8)


def _as_note(document: Document, count: Count, repair: Repair, marker: Extent, label: Extent) -> Repair:
    written = document.quote(label)
    before = [
        document.notes[i]
        for i in count.notes
        if document.notes[i].body.end > marker.start >= document.notes[i].body.start
    ]
    end = before[0].body.end if before else marker.end
    note = Note(
        Label(written, "arabic", int(repair.label)),
        marker,
        label,
        Extent(min(marker.end + 1, end), max(end, marker.end)),
        series=count.series,
        scope=count.scope,
        garbled="misread-digit",
    )
    for other in before:
        other.body = Extent(other.body.start, max(marker.start - 1, other.body.start))
    document.notes.append(note)
    index = len(document.notes) - 1
    if repair.reference is not None:
        document.alignment.pairs.append((repair.reference, index))
    return replace(repair, kind="garbled-note", note=index, cost=1.0, confidence=0.95)
