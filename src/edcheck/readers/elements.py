"""HTML's elements as far as reading needs them: which set blocks off, which hold no readable text, and the
block structure of a page whose end tags may be missing, doubled or crossed.
"""

import re
from dataclasses import dataclass

from edcheck.model.markup import BlockKind
from edcheck.text import Extent

CELLS = frozenset({"td", "th", "caption"})
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_ROW_PARTS = CELLS | {"tr", "thead", "tbody", "tfoot"}
TABLE_PARTS = _ROW_PARTS | {"table"}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PREFORMATTED = frozenset({"pre", "listing", "plaintext", "xmp", "textarea"})
BLOCKS = (
    TABLE_PARTS
    | ITEMS
    | LISTS
    | HEADINGS
    | PREFORMATTED
    | {
        *("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "fieldset"),
        *("figcaption", "figure", "footer", "form", "frameset", "header", "hgroup", "html", "legend", "main"),
        *("nav", "option", "p", "section", "select", "summary"),
    }
)
HIDDEN = frozenset({"script", "style", "title", "iframe", "noembed", "noframes"})
"""Raw text elements: no tag counts in them but their own end tag, and nothing of them is readable text."""
RAW = HIDDEN | {"textarea", "xmp", "plaintext"}

_INHERITED = frozenset({"quote", "item", "cell", "verse", "preformatted", "heading"})
_QUOTE_CLASS = re.compile(r"(?i)\b(?:block)?quot")
_VERSE_CLASS = re.compile(r"(?i)\b(?:poem|poetry|verse|stanza)s?\b")
_HEADING_CLASS = re.compile(r"(?i)(?<![\w-])(?:sub|chapter|section|main)?[-_]?(?:title|heading|headline)(?![\w-])")


@dataclass(slots=True)
class Frame:
    """One open block element and what its text is."""

    name: str
    kind: BlockKind
    level: int = 0
    css_class: str = ""
    anchors: tuple[int, ...] = ()
    start: int = 0
    """The source offset of its start tag."""
    outer: dict[str, int] | None = None
    """Of a cell, a list or a table: how many elements are open outside that tags inside do not close."""


class Structure:
    """The open block elements. Every operation is constant time, amortised over the elements closed."""

    def __init__(self) -> None:
        self.frames: list[Frame] = [Frame("", "paragraph")]
        self._open: dict[str, int] = {}
        self._tables: dict[str, int] = {}

    def open(self, name: str, css_class: str, start: int) -> tuple[Frame, list[Frame]]:
        """Open an element; returns its frame and the frames that its start tag closed."""
        closed = self._implied(name)
        kind, level = _kind(name, css_class, self.frames[-1].kind)
        frame = Frame(name, kind, level, css_class, start=start)
        if name in CELLS:
            frame.outer, self._open = self._open, {}
        elif name in LISTS:
            frame.outer = {item: self._open.pop(item, 0) for item in ITEMS}
        elif name == "table":
            frame.outer = {part: self._tables.pop(part, 0) for part in _ROW_PARTS}
        self.frames.append(frame)
        counts = self._tables if name in TABLE_PARTS else self._open
        counts[name] = counts.get(name, 0) + 1
        return frame, closed

    def close(self, name: str) -> list[Frame]:
        """Close the innermost element of that name and all inside it; returns their frames, innermost first."""
        counts = self._tables if name in TABLE_PARTS else self._open
        return self._pop_until((name,)) if counts.get(name) else []

    def _implied(self, name: str) -> list[Frame]:
        closed: list[Frame] = []
        top = self.frames[-1].name
        if top == "p" or (top in HEADINGS and name in HEADINGS) or (top == "option" and name == "option"):
            closed.append(self._pop())
        if name in ITEMS and any(self._open.get(item) for item in ITEMS):
            closed += self._pop_until(ITEMS)
        elif name == "tr" and self._tables.get("tr"):
            closed += self._pop_until(("tr",))
        elif name in _ROW_PARTS and any(self._tables.get(cell) for cell in CELLS):
            closed += self._pop_until(CELLS)
        return closed

    def _pop_until(self, names: tuple[str, ...] | frozenset[str]) -> list[Frame]:
        closed = [self._pop()]
        while closed[-1].name not in names:
            closed.append(self._pop())
        return closed

    def _pop(self) -> Frame:
        frame = self.frames.pop()
        counts = self._tables if frame.name in TABLE_PARTS else self._open
        counts[frame.name] -= 1
        if frame.name in CELLS:
            self._open = frame.outer or {}
        elif frame.outer is not None:
            (self._tables if frame.name == "table" else self._open).update(frame.outer)
        return frame


def _kind(name: str, css_class: str, outer: BlockKind) -> tuple[BlockKind, int]:
    if name in HEADINGS:
        return "heading", int(name[1])
    if name in ITEMS:
        return "item", 0
    if name in PREFORMATTED:
        return "preformatted", 0
    if css_class:
        if _QUOTE_CLASS.search(css_class):
            return "quote", 0
        if _VERSE_CLASS.search(css_class):
            return "verse", 0
        if name in ("p", "div") and _HEADING_CLASS.search(css_class):
            return "heading", 0
    if name in CELLS:
        return "cell", 0
    if name == "blockquote":
        return "quote", 0
    if name == "p":
        return (outer if outer in ("quote", "item", "verse", "preformatted") else "paragraph"), 0
    if name in LISTS or name in TABLE_PARTS:
        return ("quote" if outer == "quote" else "paragraph"), 0
    return (outer if outer in _INHERITED else "paragraph"), 0


def trimmed(text: str, start: int, end: int) -> Extent | None:
    """The extent without the white space at its ends; None where nothing else is in it."""
    part = text[start:end]
    body = part.strip()
    if not body:
        return None
    low = start + len(part) - len(part.lstrip())
    return Extent(low, low + len(body))
