"""What was weighed before a finding was made: the explanations of a contradiction and what each would cost."""

from collections.abc import Iterator

from edcheck.model import Calendar, Date, Document, Finding, Repair
from edcheck.recognise.alignment import MISSING
from edcheck.recognise.dates.calendar import weekday
from edcheck.recognise.dates.languages import language_for
from edcheck.records import dataclass
from edcheck.text import Extent, Span

_RELABELLED = ("relabel-note", "relabel-reference")
_OF_REFERENCE = (
    *("relabel-reference", "missing-note", "reference-moved"),
    *("garbled-reference", "malformed-reference"),
)
_WORDS = {
    "missing-note": "the note is lost",
    "missing-reference": "the reference is lost",
    "duplicate-note": "a note stands twice, or its number is a slip that nothing tells right",
    "note-moved": "the note stands in the wrong place",
    "reference-moved": "the reference stands in the wrong place",
    "gap": "note and reference are both lost, or the number was left out",
    "garbled-note": "the note's label was misread",
    "garbled-reference": "the reference's label was misread",
    "malformed-note": "the note's marker is damaged",
    "malformed-reference": "the reference's marker is damaged",
    "run-on-note": "the note runs on into the next, whose marker is within",
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """One explanation: what would be so, what it costs (None where nothing is counted), whether it was chosen."""

    what: str
    cost: float | None = None
    chosen: bool = False


def alternatives(document: Document, finding: Finding) -> Iterator[Alternative]:
    """The explanations that were weighed for a finding, the chosen one first; none where none were."""
    spans = finding.location.spans
    family = finding.rule.partition("/")[0]
    if family == "notes":
        for repair in document.alignment.repairs:
            if spans in _places(document, repair):
                yield from _of_repair(document, repair)
                return
    elif family == "dates":
        for date in document.dates:
            first, *_, last = (*document.view.spans(date.extent),) * 2
            if first.start <= spans[0].start < last.end:
                yield from _of_date(document, date)
                return


def _places(document: Document, repair: Repair) -> list[tuple[Span, ...]]:
    """Where a finding about a repair may stand: at its note or its reference, whichever is wrong or left over."""
    places: list[Extent | Span] = [] if repair.place is None else [repair.place]
    if repair.kind in _OF_REFERENCE and repair.reference is not None:
        reference = document.references[repair.reference]
        places += [reference.place, reference.label_place]
    elif repair.note is not None:
        note = document.notes[repair.note]
        places += [note.place, note.label_place]
    return [document.view.spans(place) if isinstance(place, Extent) else (place,) for place in places]


def _of_repair(document: Document, repair: Repair) -> Iterator[Alternative]:
    """A relabelling against the two losses that it replaces and against the other label being wrong."""
    if repair.kind not in _RELABELLED or repair.note is None or repair.reference is None:
        yield Alternative(_WORDS[repair.kind], repair.cost, True)
        return
    note, reference = document.notes[repair.note], document.references[repair.reference]
    of_note = f"the note numbered {note.label.text} is meant for the reference {reference.label.text}"
    of_reference = f"the reference {reference.label.text} is meant for the note numbered {note.label.text}"
    first, second = (of_note, of_reference) if repair.kind == "relabel-note" else (of_reference, of_note)
    yield Alternative(f"{first}: its label is wrong", repair.cost, True)
    yield Alternative(f"{second}: breaks the order on its own side, or fits it less well", repair.cost)
    lost = f"note {reference.label.text} is lost, and so is the reference to note {note.label.text}"
    yield Alternative(lost, 2 * MISSING)


def _of_date(document: Document, date: Date) -> Iterator[Alternative]:
    """What a date may be meant for, likeliest first, and which weekdays it had."""
    written = f"“{document.quote(date.extent)}” as it stands"
    if date.verdict != "valid":
        yield Alternative(f"{written}: {date.reason}")
        for reading in date.readings:
            yield Alternative(f"“{reading}”")
        return
    yield Alternative(written, None, True)
    if date.weekday is not None and date.start.full:
        calendars: tuple[Calendar, ...] = ("gregorian", "julian")
        for calendar in calendars:
            year, month, day = (part or 1 for part in date.start)
            name = language_for(date.language).weekdays[weekday(year, month, day, calendar)][0]
            yield Alternative(f"in the {calendar.capitalize()} calendar the weekday is {name}")
