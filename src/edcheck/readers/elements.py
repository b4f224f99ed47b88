"""HTML's elements as far as reading needs them: which set blocks off, what their text is, which hold none.

`Structure` keeps the open blocks of a page whose end tags may be missing, doubled or crossed.
"""

import re
from functools import lru_cache

from edcheck.model.markup import BlockKind
from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

CELLS = frozenset({"td", "th", "caption"})
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PREFORMATTED = frozenset({"pre", "listing", "plaintext", "xmp", "textarea"})
_ROW_PARTS = CELLS | {"tr", "thead", "tbody", "tfoot"}
_TABLE_PARTS = _ROW_PARTS | {"table"}
_SECTIONS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "fieldset"),
        *("figcaption", "figure", "footer", "form", "frameset", "header", "hgroup", "html", "legend", "main"),
        *("nav", "option", "section", "select", "summary"),
    }
)
BLOCKS = _TABLE_PARTS | ITEMS | LISTS | HEADINGS | PREFORMATTED | _SECTIONS
"""Elements that set their text off, besides the paragraph."""

HIDDEN = ("script", "style", "title", "iframe", "noembed", "noframes", "noscript")
"""Raw text elements of which nothing is readable text of the page."""
RAW = (*HIDDEN, "textarea", "xmp", "plaintext")

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""Elements that hold nothing and have no end tag."""

_QUOTE_CLASS = lazy_pattern(r"\b(?:block)?quot", re.IGNORECASE)
_VERSE_CLASS = lazy_pattern(r"\b(?:poem|poetry|verse|stanza)s?\b", re.IGNORECASE)
_HEADING_CLASS = lazy_pattern(
    r"(?<![\w-])(?:sub|(?:chapter|section|article|main)[-_]?)?(?:title|heading|headline|head)\d?(?![\w-])",
    re.IGNORECASE,
)


class Frame(NamedTuple):
    """One open block element and what its text is."""

    name: str
    kind: BlockKind
    level: int = 0
    css_class: str = ""


PAGE = Frame("", "paragraph")
RULE = Frame("hr", "ornament")


@lru_cache(maxsize=1024)
def frame_of(name: str, css_class: str, outer: BlockKind) -> Frame:
    """The frame of an element that opens inside text of the kind `outer`."""
    if name in HEADINGS:
        return Frame(name, "heading", int(name[1]), css_class)
    kind = _by_name(name) or _by_class(name, css_class) or _inherited(name, outer)
    return Frame(name, kind, 0, css_class)


def _by_name(name: str) -> BlockKind | None:
    if name in ITEMS:
        return "item"
    if name in PREFORMATTED:
        return "preformatted"
    if name in CELLS:
        return "cell"
    return "quote" if name == "blockquote" else None


def _by_class(name: str, css_class: str) -> BlockKind | None:
    if not css_class:
        return None
    if _QUOTE_CLASS.search(css_class):
        return "quote"
    if _VERSE_CLASS.search(css_class):
        return "verse"
    return "heading" if name in ("p", "div") and _HEADING_CLASS.search(css_class) else None


def _inherited(name: str, outer: BlockKind) -> BlockKind:
    """A paragraph in a layout table's cell is a paragraph; other sections take over what surrounds them."""
    if name in LISTS or name in _TABLE_PARTS:
        return "quote" if outer == "quote" else "paragraph"
    if name == "p" and outer in ("cell", "heading"):
        return "paragraph"
    return outer


class Structure:
    """The open block elements but for the paragraph, which holds none and so is always innermost.

    Every operation takes constant time, amortised over the elements it closes. `depth` counts the open ones.
    """

    def __init__(self) -> None:
        self._frames: list[Frame] = [PAGE]
        self._outer: list[dict[str, int]] = [{}]
        self._open: dict[str, int] = {}
        self._tables: dict[str, int] = {}

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._frames) - 1

    @property
    def top(self) -> Frame:
        """The innermost open element."""
        return self._frames[-1]

    def open(self, name: str, css_class: str) -> None:
        """Open an element after closing those whose end its start tag implies."""
        self._close_implied(name)
        outer: dict[str, int] = {}
        if name in CELLS:
            outer, self._open = self._open, {}
        elif name in LISTS:
            outer = {item: self._open.pop(item, 0) for item in ITEMS}
        elif name == "table":
            outer = {part: self._tables.pop(part, 0) for part in _ROW_PARTS}
        self._frames.append(frame_of(name, css_class, self._frames[-1].kind))
        self._outer.append(outer)
        counts = self._tables if name in _TABLE_PARTS else self._open
        counts[name] = counts.get(name, 0) + 1

    def close(self, name: str) -> None:
        """Close the innermost element of that name and all inside it; a stray end tag closes nothing."""
        if (self._tables if name in _TABLE_PARTS else self._open).get(name):
            self._pop_to((name,))

    def _close_implied(self, name: str) -> None:
        top = self._frames[-1].name
        if (top in HEADINGS and name in HEADINGS) or (top == "option" == name):
            self._pop()
        if name in ITEMS and any(self._open.get(item) for item in ITEMS):
            self._pop_to(ITEMS)
        elif name == "tr" and self._tables.get("tr"):
            self._pop_to(("tr",))
        elif name in _ROW_PARTS and any(self._tables.get(cell) for cell in CELLS):
            self._pop_to(CELLS)

    def _pop_to(self, names: tuple[str, ...] | frozenset[str]) -> None:
        while self._pop() not in names:
            pass

    def _pop(self) -> str:
        name, outer = self._frames.pop().name, self._outer.pop()
        (self._tables if name in _TABLE_PARTS else self._open)[name] -= 1
        if name in CELLS:
            self._open = outer
        elif name == "table":
            self._tables.update(outer)
        elif outer:
            self._open.update(outer)
        return name
