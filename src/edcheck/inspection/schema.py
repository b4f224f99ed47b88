"""A document as `edcheck inspect` prints it: version 1, written field by field, a frozen copy of no class of ours.

The names are those of the domain: what is `note.label.text` to a rule is so here, too. Within a version fields
are only ever added, and the words that say a kind (`kind`, `form`, `role`) may grow. Importing this module loads
pydantic.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Literal[1] = 1


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Range(_Part):
    """A half-open range of Unicode code points, counted from 0."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Place(_Part):
    """Where something stands. Lines and columns count from 1, columns in Unicode code points."""

    text: str = Field(description="The readable text there; for a place in the markup, the markup.")
    extent: Range | None = Field(description="Its range in the document's `text`; null for a place in the markup.")
    spans: list[Range] = Field(description="The pieces of source it was made of, in order.", min_length=1)
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1, description="Line of the end, which lies just behind the last character.")
    end_column: int = Field(ge=1)


class Encoding(_Part):
    """How bytes became text."""

    name: str
    evidence: str = Field(description="Why: bom, nul-pattern, declared, valid-utf-8, given, fallback.")
    declared: str | None = Field(description="What the text itself declares.")
    undecodable: int = Field(description="Byte sequences that the encoding has no character for.")


class Block(_Part):
    """A paragraph, heading, item …: a stretch that the markup or blank lines set off."""

    kind: str
    level: int = Field(description="A heading's rank, else 0.")
    name: str = Field(description="The element; empty in a plain text.")
    css_class: str
    place: Place


class Zone(_Part):
    """A stretch with a function of its own: boilerplate, navigation, notes, contents, code."""

    kind: str
    place: Place


class Link(_Part):
    """A hyperlink."""

    target: str
    fragment: str | None = Field(description="What follows # where the link stays in the file.")
    superscript: bool
    place: Place
    tag: Place


class Anchor(_Part):
    """A place that links can reach."""

    name: str
    element: str
    attribute: str
    place: Place


class Label(_Part):
    """What a note is called."""

    text: str
    kind: str
    value: int | None = Field(description="Its place in its kind's order; null for a name.")
    suffix: str


class Reference(_Part):
    """A place that calls a note."""

    label: Label
    marker: Place
    label_place: Place
    origin: str = Field(description="What shows it: text, link, element.")
    series: int = Field(description="Index into `series`.")
    scope: int = Field(description="Index into `scopes`.")
    link: int | None = Field(description="Index into `links`.")
    anchors: list[str]
    notes: list[int] = Field(description="Indices of the notes it calls, as aligned.")


class Note(_Part):
    """A note as the text defines it."""

    label: Label
    marker: Place
    label_place: Place
    body: Place
    origin: str
    series: int
    scope: int
    placeholder: bool = Field(description="The text itself says that the note is missing in the source.")
    signature: str | None
    garbled: str | None
    links: list[int]
    anchors: list[str]
    references: list[int] = Field(description="Indices of the references that call it, as aligned.")


class Series(_Part):
    """Notes that are counted together."""

    name: str
    kind: str
    shape: str


class Scope(_Part):
    """A stretch within which a series counts without restarting."""

    place: Place
    declared: bool = Field(description="Stated by the settings, not inferred.")
    why: str


class Repair(_Part):
    """One cause: the smallest change that explains its symptoms."""

    kind: str
    note: int | None
    reference: int | None
    label: str | None
    cost: float
    confidence: float
    other_notes: list[int]
    other_references: list[int]


class Pair(_Part):
    """A reference and a note that belong together, by index."""

    reference: int
    note: int


class Misdirection(_Part):
    """A link of a pair that does not lead to its partner; `link` is an index into `links`."""

    link: int | None = Field(description="Null where the markup marks the reference itself.")
    reference: int
    note: int
    backlink: bool = Field(description="True for the note's way back, False for the reference's way there.")
    target: str | None = Field(description="The name that would be right.")


class Misnomer(_Part):
    """A pair whose labels agree and whose names say another number."""

    reference: int
    note: int
    number: int


class Alignment(_Part):
    """How references and notes pair up, and what must be repaired."""

    pairs: list[Pair]
    repairs: list[Repair]
    misdirections: list[Misdirection]
    misnomers: list[Misnomer]


class DateValue(_Part):
    """A date as far as the text gives it."""

    year: int | None
    month: int | None
    day: int | None


class Date(_Part):
    """A date expression."""

    place: Place
    start: DateValue
    end: DateValue
    pair: DateValue | None = Field(description="The other calendar's value, where the text gives both.")
    form: str
    language: str
    weekday: int | None = Field(description="0 Monday to 6 Sunday, where the text names one.")
    role: str = Field(description="dateline, citation, mention.")
    verdict: str = Field(description="valid, malformed, impossible.")
    reason: str
    readings: list[str]
    year_inferred: bool


class Citation(_Part):
    """A mention of a serial's issue."""

    place: Place
    source: str
    serial: str | None = Field(description="The registered name, where the settings name the serial.")
    number: int | None
    date: int | None = Field(description="Index into `dates`.")


class Mark(_Part):
    """A bracket or quotation mark."""

    character: str
    kind: str
    opens: bool
    partner: int | None = Field(description="Index into `marks`.")
    mismatched: bool
    place: Place


class Flaw(_Part):
    """A place where the markup is not what its format allows."""

    kind: str
    place: Place
    data: dict[str, str]


class Problem(_Part):
    """What could not be read or checked."""

    level: Literal["error", "notice"]
    kind: str
    message: str


class Finding(_Part):
    """What a rule says; `edcheck check -r json` tells it in full."""

    rule: str
    severity: str
    message: str
    confidence: float
    spans: list[Range]
    line: int
    column: int


class LabelFact(_Part):
    """A numbered note: its number may run on through the edition."""

    series: str
    label: str
    value: int
    place: Place


class Crossing(_Part):
    """A reference or note whose partner may stand in another file."""

    kind: str = Field(description="call, note.")
    label: str
    target: str = Field(description="Where it leads as written; empty where it names nothing.")
    names: list[str] = Field(description="Names by which it can be reached.")
    place: Place


class Facts(_Part):
    """What rules about the whole edition know of this document."""

    labels: list[LabelFact]
    datelines: list[str]
    citations: dict[str, int] = Field(description="How often each serial is cited, by its name as written.")
    crossings: list[Crossing] = Field(description="What may have its partner in another file.")


class Document(_Part):
    """A text as edcheck understands it."""

    version: Literal[1] = VERSION
    path: str
    format: str
    title: str
    language: str
    encoding: Encoding
    text: str = Field(description="The readable text, cut out of its markup; extents count in it.")
    blocks: list[Block]
    zones: list[Zone]
    links: list[Link]
    anchors: list[Anchor]
    series: list[Series]
    scopes: list[Scope]
    references: list[Reference]
    notes: list[Note]
    alignment: Alignment
    dates: list[Date]
    citations: list[Citation]
    marks: list[Mark]
    flaws: list[Flaw]
    problems: list[Problem]
    facts: Facts
    findings: list[Finding] | None = Field(description="Null where they were not asked for.")


def document_schema() -> dict[str, Any]:
    """The JSON Schema of `Document`."""
    schema = Document.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
