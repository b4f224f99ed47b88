"""What a reader says of a file: only what its markup says, nothing that only the words say."""

from typing import Literal

from edcheck.records import dataclass, field
from edcheck.text import Extent, Source, Span, TextView

BlockKind = Literal["paragraph", "heading", "item", "cell", "quote", "preformatted", "verse", "ornament"]
ProblemLevel = Literal["error", "notice"]


@dataclass(slots=True)
class Block:
    """A stretch of readable text that the markup or the blank lines set off: a leaf, never nested.

    `level` is a heading's rank (1 to 6, else 0), `indent` the columns of blank before a plain-text block,
    `blank_before` the number of blank lines before it in a plain text, `name` the element (`p`, `li`, `td`)
    and `css_class` its class attribute, both empty in a plain text.
    """

    kind: BlockKind
    extent: Extent
    level: int = 0
    indent: int = 0
    blank_before: int = 0
    name: str = ""
    css_class: str = ""


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


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or checked, and why. Level `error` ends in exit status 3, `notice` does not."""

    level: ProblemLevel
    kind: str
    """A stable name: `unreadable`, `encoding-assumed`, `unclosed-comment`, `rule-failed`."""
    message: str
    path: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """A place where the markup is not what its format allows, as the reader saw it; a rule judges it.

    `kind` is a stable name: `missing-quote`, `unknown-entity`, `unterminated-entity`, `bare-ampersand`,
    `tag-in-attribute`. `data` carries what the rule needs to say it.
    """

    kind: str
    span: Span
    data: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Markup:
    """What a reader returns: the view and what the markup says of it."""

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
