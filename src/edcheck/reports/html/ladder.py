"""The note ladder: references on the left, notes on the right, a rung between the two that belong together.

A sound apparatus is a ladder with level rungs. Where a number was mistyped or a note was lost, the rung slants,
hangs in the air, or is not there: one look shows what four findings could only describe.
"""

from collections.abc import Callable, Iterator

from edcheck.model import Document, Repair
from edcheck.records import NamedTuple, dataclass, field
from edcheck.reports.visible import visible
from edcheck.text import Extent

ALL_ROWS = 60
"""Rows up to which the ladder is drawn whole; a longer one shows its broken rungs with their neighbours."""
_MOST_ROWS = 240
_NEIGHBOURS = 2
_ROW = 24
_TOP = 34
_WORDS = 34
"""Code points of the text shown beside an end of a rung."""
_REPAIRS = {
    "relabel-note": "note {note} answers reference {reference}: its number should be {label}",
    "relabel-reference": "reference {reference} calls note {note}: its number should be {label}",
    "duplicate-note": "note {note} stands twice",
    "missing-note": "reference {reference} finds no note",
    "missing-reference": "note {note} is called by no reference",
    "note-moved": "note {note} stands out of order",
    "reference-moved": "reference {reference} stands out of order",
    "gap": "number {label} is missing on both sides",
}


class End(NamedTuple):
    """One end of a rung: a reference or a note. `state` is `whole`, `broken`, or `quiet` (rightly alone)."""

    y: int
    label: str
    words: str
    href: str
    state: str


class Rung(NamedTuple):
    """A line from a reference's height to its note's."""

    left: int
    right: int
    state: str


class Skip(NamedTuple):
    """Rows that were left out, as whole rungs are in a long document."""

    y: int
    rungs: int


@dataclass(slots=True)
class Ladder:
    """The drawing, and the same in words."""

    height: int = 0
    references: list[End] = field(default_factory=list)
    notes: list[End] = field(default_factory=list)
    rungs: list[Rung] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    words: str = ""
    faults: list[str] = field(default_factory=list)


_Row = tuple[int | None, int | None]


def ladder(document: Document, target: Callable[[Extent], str]) -> Ladder | None:
    """Draw the ladder of a document; None where it has no references or no notes."""
    if not document.references or not document.notes:
        return None
    return _Drawing(document, target).draw()


class _Drawing:
    def __init__(self, document: Document, target: Callable[[Extent], str]) -> None:
        self.document = document
        self.target = target
        self.note_of = dict(document.alignment.pairs)
        self.called = set(self.note_of.values())
        self.broken_notes = {r.note for r in document.alignment.repairs if r.note is not None}
        self.broken_references = {r.reference for r in document.alignment.repairs if r.reference is not None}

    def draw(self) -> Ladder:
        rows = list(self.rows())
        kept = self.kept(rows)
        drawing = Ladder()
        left: dict[int, int] = {}
        right: dict[int, int] = {}
        y = _TOP
        skipped = 0
        for index, (reference, note) in enumerate(rows):
            if index not in kept:
                skipped += 1
                continue
            if skipped:
                drawing.skips.append(Skip(y, skipped))
                y, skipped = y + _ROW, 0
            if reference is not None:
                left[reference] = y
                drawing.references.append(self.reference_end(reference, y))
            if note is not None:
                right[note] = y
                drawing.notes.append(self.note_end(note, y))
            y += _ROW
        if skipped:
            drawing.skips.append(Skip(y, skipped))
            y += _ROW
        drawing.height = y
        drawing.rungs = list(self.rungs(left, right))
        drawing.faults = [self.fault(repair) for repair in self.document.alignment.repairs]
        drawing.words = self.words(len(drawing.faults))
        return drawing

    def rows(self) -> Iterator[_Row]:
        """Both sequences in their own order, partners on one row wherever that is possible."""
        references, notes = len(self.document.references), len(self.document.notes)
        callers: dict[int, int] = {}
        for reference, note in sorted(self.note_of.items()):
            callers.setdefault(note, reference)
        i = j = 0
        while i < references or j < notes:
            partner = self.note_of.get(i, -1) if i < references else -1
            if i >= references:
                yield None, j
                j += 1
            elif j >= notes or partner < j:
                yield i, None
                i += 1
            elif partner == j or callers.get(j, -1) > i:
                yield i, j
                i, j = i + 1, j + 1
            else:
                yield None, j
                j += 1

    def kept(self, rows: list[_Row]) -> set[int]:
        """Rows to be drawn: all of a short ladder, else the broken ones with their neighbours."""
        if len(rows) <= ALL_ROWS:
            return set(range(len(rows)))
        broken = [
            index
            for index, (reference, note) in enumerate(rows)
            if reference in self.broken_references or note in self.broken_notes
        ]
        kept: set[int] = set()
        for index in broken:
            kept.update(range(max(index - _NEIGHBOURS, 0), index + _NEIGHBOURS + 1))
            if len(kept) > _MOST_ROWS:
                break
        return kept or set(range(_NEIGHBOURS + 1))

    def reference_end(self, index: int, y: int) -> End:
        marker = self.document.references[index].marker
        words = self.line_before(marker.start)
        return End(
            y,
            visible(self.document.references[index].label.text),
            visible(words),
            self.target(marker),
            self.state(index, None),
        )

    def note_end(self, index: int, y: int) -> End:
        note = self.document.notes[index]
        words = " ".join(
            self.document.text[note.body.start : min(note.body.end, note.body.start + _WORDS)].split()
        )
        if note.body.end - note.body.start > _WORDS:
            words = words.rpartition(" ")[0] + " …"
        return End(y, visible(note.label.text), visible(words), self.target(note.marker), self.state(None, index))

    def line_before(self, offset: int) -> str:
        words = " ".join(self.document.text[max(offset - _WORDS, 0) : offset].split())
        return "… " + words.partition(" ")[2] if offset > _WORDS else words

    def state(self, reference: int | None, note: int | None) -> str:
        if reference in self.broken_references or note in self.broken_notes:
            return "broken"
        alone = reference is not None and reference not in self.note_of
        alone = alone or (note is not None and note not in self.called)
        return "quiet" if alone else "whole"

    def rungs(self, left: dict[int, int], right: dict[int, int]) -> Iterator[Rung]:
        for reference, note in self.document.alignment.pairs:
            if reference in left and note in right:
                broken = reference in self.broken_references or note in self.broken_notes
                yield Rung(left[reference], right[note], "broken" if broken else "whole")

    def fault(self, repair: Repair) -> str:
        references, notes = self.document.references, self.document.notes
        words = _REPAIRS.get(repair.kind, repair.kind.replace("-", " ") + ": {label}").format(
            note=notes[repair.note].label.text if repair.note is not None else "",
            reference=references[repair.reference].label.text if repair.reference is not None else "",
            label=repair.label,
        )
        return visible(words.removesuffix(": "))

    def words(self, faults: int) -> str:
        document = self.document
        paired = len({reference for reference, _ in document.alignment.pairs})
        state = (
            "no rung is broken"
            if not faults
            else "1 rung is broken"
            if faults == 1
            else f"{faults} rungs are broken"
        )
        return (
            f"{len(document.references)} references, {len(document.notes)} notes, {paired} references with "
            f"their note; {state}"
        )
