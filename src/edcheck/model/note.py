"""Notes, the references that call them, and the numbering they share."""

from typing import Literal

from edcheck.records import dataclass, field
from edcheck.text import Extent, Span

LabelKind = Literal["arabic", "roman", "letter", "symbol", "name"]
Origin = Literal["text", "link", "element"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a note is called: `text` as written, its kind, and its place in its kind's order.

    `value` is the number of an arabic or roman label, 1 to 26 for a letter, the place in the symbol cycle
    for a symbol, None for a name. `suffix` is what follows a number (`60a`: value 60, suffix `a`).
    """

    text: str
    kind: LabelKind
    value: int | None
    suffix: str = ""


@dataclass(slots=True)
class Note:
    """One note as the text defines it.

    `marker` is the label as printed with its brackets or stop (`77.`, `[Footnote 4:`; empty where the note begins
    if only the markup has it), `label_place` the label alone, in the view or in an attribute of the source, `body`
    the note's text with its continuation paragraphs, without the marker.
    `garbled` names what is wrong with the marker's form, if anything (`colon-before-label`, `missing-colon`).
    """

    label: Label
    marker: Extent
    label_place: Extent | Span
    body: Extent
    origin: Origin = "text"
    series: int = 0
    """Index into `Document.series`."""
    scope: int = 0
    """Index into `Document.scopes`."""
    placeholder: bool = False
    """The text itself says that the note is missing in the source."""
    signature: str | None = None
    """Who signs the note (`Tr.`, `Ed.`), as written."""
    garbled: str | None = None
    links: tuple[int, ...] = ()
    """Indices into `Document.links` of the links in the marker that lead back to references."""
    anchors: tuple[str, ...] = ()
    """Names by which links can reach this note."""
    right: str = ""
    """How its marker should be written, where it was recovered from one that is malformed."""

    @property
    def place(self) -> Extent | Span:
        """What to point at: its marker, or its label where only the markup has one."""
        return self.marker if self.marker.start < self.marker.end else self.label_place


@dataclass(slots=True)
class Reference:
    """One place in the text that calls a note. `marker` is `[73]`, `label_place` is `73`."""

    label: Label
    marker: Extent
    label_place: Extent | Span
    origin: Origin = "text"
    series: int = 0
    scope: int = 0
    link: int | None = None
    """Index into `Document.links` of the link it consists of."""
    anchors: tuple[str, ...] = ()
    """Names by which links can reach this reference."""
    garbled: str | None = None
    """What is wrong with the form of a reference that was recovered (`misread-digit`, `malformed`)."""
    target: str = ""
    """The name that its markup asks for, where the markup marks it as a reference."""
    target_span: Span | None = None
    """Where this name is written, if the markup can be changed there."""
    right: str = ""
    """How it should be written, where it was recovered from a form that nothing reads."""

    @property
    def place(self) -> Extent | Span:
        """What to point at: its marker, or its label where only the markup has one."""
        return self.marker if self.marker.start < self.marker.end else self.label_place


@dataclass(frozen=True, slots=True)
class Series:
    """Notes that are counted together: the editors' numbers, the translator's asterisks."""

    name: str
    kind: LabelKind
    shape: str
    """How its references are written: `[n]`, `(n)`, `[n*]`, `^n`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of the document within which a series counts without restarting."""

    extent: Extent
    """From the first to the last reference or note that belongs to it."""
    declared: bool
    """True where the settings state the numbering, False where it was inferred from the labels."""
    why: str
    """One sentence: what speaks for this scope."""


RepairKind = Literal[
    "relabel-note",
    "relabel-reference",
    "duplicate-note",
    "missing-note",
    "missing-reference",
    "note-moved",
    "reference-moved",
    "gap",
    "garbled-note",
    "garbled-reference",
    "malformed-note",
    "malformed-reference",
    "run-on-note",
]


@dataclass(frozen=True, slots=True)
class Repair:
    """One cause, as the alignment states it: the smallest change that explains its symptoms.

    `note` and `reference` are indices into `Document.notes` and `Document.references`: the objects the
    repair is about (for a relabelling: the one to change and the partner that waits for it).
    `label` is the label that would be right or is missing, `cost` the repair's share of the alignment's
    total cost, `confidence` between 0 and 1. `other_notes` and `other_references` show the same cause as a
    symptom. `place` is where it stands if no note or reference does: the note that runs on.
    """

    kind: RepairKind
    note: int | None = None
    reference: int | None = None
    label: str = ""
    cost: float = 0.0
    confidence: float = 0.9
    other_notes: tuple[int, ...] = ()
    other_references: tuple[int, ...] = ()
    place: Extent | None = None
    scope: int = 0
    exchanged: int | None = None
    """The note whose number this one bears, and which bears its own: the two slips are one."""


@dataclass(frozen=True, slots=True)
class Misdirection:
    """A link of a pair that does not lead to its partner.

    `link` is the index of the link, None where the markup marks the reference itself; `backlink` tells whether it
    is the note's way back; `target` is the name that would be right, None where the partner has none. `reference`
    and `note` are the pair. `written` is where the link leads as it stands at `place`, `right` what should stand
    there; `itself` is true where it leads to its own place, `slip` where a label that a repair changes was
    mistyped in its names and links as well.
    """

    link: int | None
    reference: int
    note: int
    backlink: bool
    target: str | None
    written: str = ""
    place: Span = Span(0, 0)
    right: str | None = None
    itself: bool = False
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Misnomer:
    """A pair whose labels agree, on a page whose names follow the labels, and whose names say `number`."""

    reference: int
    note: int
    number: int
    agreeing: int
    """How many other pairs bear the number that their names bear."""


@dataclass(slots=True)
class Alignment:
    """How references and notes of the document pair up, and what must be repaired."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    """(reference, note): indices of what belongs together, repaired ones included."""
    repairs: list[Repair] = field(default_factory=list)
    misdirections: list[Misdirection] = field(default_factory=list)
    misnomers: list[Misnomer] = field(default_factory=list)
    told: list[Span] = field(default_factory=list)
    """Targets, as written, of links that may be dead and whose cause a repair or a doubled name tells."""

    def notes_standing_twice(self) -> frozenset[int]:
        """Notes whose number another note of their scope bears, where no single slip explains it."""
        found = (repair.note for repair in self.repairs if repair.kind == "duplicate-note")
        return frozenset(index for index in found if index is not None)
