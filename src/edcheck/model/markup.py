"""What a reader says of a file: only what its markup says, nothing that only the words say."""

from typing import Literal

from edcheck.records import dataclass, field
from edcheck.text import Extent, Position, Source, Span, TextView

BlockKind = Literal["paragraph", "heading", "item", "cell", "quote", "preformatted", "verse", "ornament"]
ProblemLevel = Literal["error", "notice"]
PassageKind = Literal[
    "sic",
    "corrected",
    "original",
    "regular",
    "abbreviation",
    "expansion",
    "gap",
    "supplied",
    "unclear",
    "deleted",
    "added",
    "foreign",
    "quote",
    "reading",
    "figure",
    "title",
    "code",
    "formula",
]
BreakKind = Literal["page", "column", "line", "milestone"]


@dataclass(slots=True)
class Block:
    """A stretch of readable text that the markup or the blank lines set off: a leaf, never nested.

    `level` is a heading's rank (1 to 6, else 0), `indent` the columns of blank before a plain-text block,
    `blank_before` the number of blank lines before it in a plain text, `name` the element (`p`, `li`, `td`)
    and `css_class` its class attribute, both empty in a plain text. `ordinal` is the number that an ordered list
    sets before it (`7`, `g`, `vii`), which stands nowhere in its text.
    """

    kind: BlockKind
    extent: Extent
    level: int = 0
    indent: int = 0
    blank_before: int = 0
    name: str = ""
    css_class: str = ""
    ordinal: str = ""


@dataclass(slots=True)
class Link:
    """A hyperlink: `extent` is its text in the view, `tag` its start tag, `target_span` the target as written.

    `target` is the attribute's value with character references resolved; `fragment` is what follows `#`
    where the link stays in the file (`#n9`: `n9`), else None.
    """

    extent: Extent
    tag: Span
    target: str
    target_span: Span
    fragment: str | None = None
    superscript: bool = False


@dataclass(slots=True)
class Anchor:
    """A place that links can reach: an `id` or `name`, where it stands and where in the view it lies."""

    name: str
    span: Span
    """The value as written, without its quotes."""
    extent: Extent
    """The text of the element that carries it; empty for an empty element."""
    attribute: str
    element: str = "a"
    tag: Span = Span(0, 0)


@dataclass(slots=True)
class NoteElement:
    """A note that the markup marks as one: `<note>`, `[^1]: …`, `<ref>…</ref>`, an element of the type `footnote`.

    `label` is as written, empty where it has none; `place` is what a finding points at: the label as written (in
    the view, or in an attribute), else the start tag. `names` are the names by which references reach it,
    `belongs_to` the targets that it itself names (`#a1`, `letter.xml#a1`): where in the text it belongs.
    """

    extent: Extent
    """Its text in the view, without the label."""
    place: Extent | Span
    label: str = ""
    names: tuple[str, ...] = ()
    belongs_to: tuple[str, ...] = ()
    inline: bool = False
    """It stands where it is called, and so needs neither a label nor a reference."""
    at: int | None = None
    """For an inline note, the view offset in the running text at which it stands."""
    group: str = ""
    """What is counted apart from other notes: a wikitext group, the place or the kind of a TEI note."""
    responsible: str = ""
    tag: Span = Span(0, 0)
    """Its start tag or its whole marker (`[^1]:`)."""


@dataclass(slots=True)
class CallElement:
    """A reference to a note that the markup marks as one: `[^1]`, `<ref target="#n1">`, `<ptr/>`, `noteref`.

    `target` is the name of the note it calls, in this file (`n1`) or in another (`notes.xml#n1`). `extent` is its
    text in the view, empty where it has none; `place` is what a finding points at.
    """

    extent: Extent
    place: Extent | Span
    target: str
    label: str = ""
    names: tuple[str, ...] = ()
    """Names by which the note's way back can reach it."""
    group: str = ""
    tag: Span = Span(0, 0)
    target_span: Span = Span(0, 0)
    """The target as written."""


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One attribute's value, character references resolved, and where it stands as written, without quotes."""

    value: str
    span: Span


@dataclass(slots=True)
class DateElement:
    """A date that the markup encodes: what its attributes say, and the text it encloses.

    `text` is the enclosed text, white space as written, `text_span` where it lies in the source, `extent` where in
    the view (None where it is no part of it, as in a header). `values` holds the attributes that concern dates
    by their name (`when`, `notBefore`, `from-iso`, `datetime`). `role` says whose date it is where the markup
    does: `sent`, `received`, `written`, `published`, `revised`, `born`, `died`; empty elsewhere.
    """

    element: str
    tag: Span
    values: dict[str, AttributeValue]
    text: str = ""
    text_span: Span = Span(0, 0)
    extent: Extent | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that the markup says something editorial of: a corrected slip, a gap, a foreign language.

    `extent` is what of it stands in the view. `other` is the reading that does not (the `sic` beside a `corr`).
    """

    kind: PassageKind
    extent: Extent
    tag: Span
    language: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A boundary in the source or its print that the markup records: `<pb n="12"/>`, `<lb/>`, `<milestone/>`."""

    kind: BreakKind
    at: int
    """The view offset at which it stands."""
    tag: Span
    label: str = ""
    label_span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Metadatum:
    """What the file says of itself: `title`, `author`, `language`, `date`, `publisher`, `sender`, `recipient` …"""

    name: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a table of contents that the markup marks as one: its text, its target, how deep it is nested."""

    text: str
    target: str
    place: Extent | Span
    level: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or checked, and why. Level `error` ends in exit status 3, `notice` does not."""

    level: ProblemLevel
    kind: str
    """A stable name: `unreadable`, `encoding-assumed`, `unclosed-comment`, `rule-failed`."""
    message: str
    path: str = ""
    span: Span | None = None
    position: Position | None = None
    """Where the span begins, for people; a reader need not say it."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A place where the markup is not what its format allows, as the reader saw it; a rule judges it.

    `kind` is a stable name: `missing-quote`, `unknown-entity`, `unterminated-entity`, `bare-ampersand`,
    `tag-in-attribute`. `data` carries what the rule needs to say it.
    """

    kind: str
    span: Span
    data: dict[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    """Other places that show the same fault: the start tag that an end tag does not fit."""


@dataclass(slots=True)
class Markup:
    """What a reader returns: the view and what the markup says of it.

    Whatever the format knows nothing of stays empty. Text that is no prose (code, formulas, gaps) stands in the
    view as one U+FFFC for the whole.
    """

    source: Source
    format: str
    view: TextView
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    superscripts: list[Extent] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    title: str = ""
    language: str = ""
    notes: list[NoteElement] = field(default_factory=list)
    calls: list[CallElement] = field(default_factory=list)
    dates: list[DateElement] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    metadata: list[Metadatum] = field(default_factory=list)
    contents: list[ContentsEntry] = field(default_factory=list)
    images: list[AttributeValue] = field(default_factory=list)
    """Pictures that are shown: where each is to be found, as it is written."""
