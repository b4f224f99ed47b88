"""Links, anchors, raised text and elements that say more, of an HTML page, collected while its view grows.

Places are counts of pieces until the view is built (see `ViewBuilder`). An element whose end tag is missing ends
where its block ends, not at the end of the page.
"""

from edcheck.model import Anchor, Link, Markup
from edcheck.readers.elements import VOID
from edcheck.readers.entities import unescape
from edcheck.readers.markup import Attribute
from edcheck.readers.meanings import Meanings, Said
from edcheck.readers.tags import Tag
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span


@dataclass(slots=True)
class _Element:
    """An element that is a link, an anchor, raised, or says more: where it stands in source and view.

    `end` is -1 while it is open; `limit` is where the block ended in which it began, -1 before that. `level` is
    that of a link in a table of contents; `ordinal` and `note` are those of an item in a list.
    """

    tag: Tag
    at: int
    start: int
    href: Attribute | None
    names: tuple[Attribute, ...]
    raised: bool = False
    depth: int = 0
    end: int = -1
    limit: int = -1
    level: int = 0
    ordinal: str = ""
    note: bool = False


@dataclass(slots=True)
class Hyperlinks:
    """What links and anchors a page has. Every call takes constant time, amortised over the open elements."""

    unlimited: list[_Element] = field(default_factory=list)
    """Inline elements whose block has not ended yet."""
    blocks: list[_Element] = field(default_factory=list)
    """Open block elements that are anchors or say something, innermost last."""
    level: int = 0
    """How deep the list is nested that is open in a table of contents; 0 outside."""
    _elements: list[_Element] = field(default_factory=list)
    _open: dict[str, list[_Element | None]] = field(default_factory=dict)
    """The open inline elements by name, innermost last; None for one that carries nothing."""

    def start(self, tag: Tag, at: int, place: int) -> None:
        """An inline element opens at source offset `at`."""
        name, values = tag.name, tag.values
        opened = self._open.get(name)
        if opened is None:
            opened = self._open[name] = []
        href = None
        if name == "a":
            if opened:
                _finish(opened.pop(), place, broken=True)
            href = values.get("href")
        names = _names(tag) if "id" in values or "name" in values else ()
        if href or names or name == "sup" or tag.speaks:
            element = _Element(tag, at, place, href, names, bool(self._open.get("sup")), 0, -1, -1, self.level)
            self._elements.append(element)
            if tag.empty or name in VOID:
                element.end = place
            else:
                opened.append(element)
                self.unlimited.append(element)
        elif opened and name not in VOID:
            opened.append(None)

    def end(self, name: str, place: int) -> None:
        """An inline element's end tag."""
        opened = self._open.get(name)
        if opened:
            _finish(opened.pop(), place)

    def start_block(self, tag: Tag, at: int, place: int, depth: int) -> None:
        """A block element opens; `depth` is that of its content."""
        names = _names(tag)
        if names or tag.speaks:
            element = _Element(tag, at, place, None, names, False, depth)
            self._elements.append(element)
            self.blocks.append(element)

    def start_item(self, tag: Tag, at: int, place: int, depth: int, ordinal: str, note: bool) -> None:
        """An item of a list opens, which has this number and perhaps is a note."""
        if not self.blocks or self.blocks[-1].at != at:
            element = _Element(tag, at, place, None, (), depth=depth)
            self._elements.append(element)
            self.blocks.append(element)
        self.blocks[-1].ordinal, self.blocks[-1].note = ordinal, note

    def leave_blocks(self, depth: int, place: int) -> None:
        """Block elements have closed: only those up to `depth` are open."""
        while self.blocks and self.blocks[-1].depth > depth:
            self.blocks.pop().end = place

    def limit(self, place: int) -> None:
        """A block ends here: so do the inline elements that began in it, if they are not closed later."""
        for element in self.unlimited:
            if element.start < place:
                element.limit = place
        self.unlimited = [element for element in self.unlimited if element.limit < 0]

    @property
    def count(self) -> int:
        """How many elements there are so far."""
        return len(self._elements)

    def gather(self, first: int, place: int, end: int) -> None:
        """What the elements from the `first` on hold has become the pieces from `place` to `end`."""
        for element in self._elements[first:]:
            element.start = min(element.start, place)
            element.end = min(element.end, end)
            element.limit = min(element.limit, end)

    def store(self, markup: Markup, offsets: list[int]) -> None:
        """Write everything into the markup, once `offsets` tells where each place lies in the view."""
        last = len(offsets) - 1
        for opened in self._open.values():
            for left in opened:
                _finish(left, last, broken=True)
        self.leave_blocks(-1, last)
        own = markup.source.name.replace("!", "/").rpartition("/")[2]
        meanings = Meanings(markup)
        anchors, links, linked = markup.anchors, markup.links, meanings.linked
        for element in self._elements:
            at, tag, href = element.at, element.tag, element.href
            extent = Extent(offsets[element.start], offsets[element.end])
            span = Span(at, at + tag.length)
            names: tuple[str, ...] = ()
            for item in element.names:
                value = at + item.value_start
                name = unescape(item.value)
                names += (name,)
                place = Span(value, value + len(item.value))
                anchors.append(Anchor(name, place, extent, item.name, tag.name, span))
            if href:
                link = _link(href, element, extent, span, own)
                links.append(link)
                linked.append((link, tag, names, element.level))
            if tag.speaks or element.note:
                meanings.said.append(Said(tag, span, extent, names, element.ordinal, element.note))
            if tag.name == "sup":
                markup.superscripts.append(extent)
        markup.superscripts.sort()
        meanings.store()


def _names(tag: Tag) -> tuple[Attribute, ...]:
    """The attributes that name the element: `id`, and `name` of an `a`; one of them where both say the same."""
    values = tag.values
    first = values.get("id")
    second = values.get("name") if tag.name == "a" else None
    if first and first.value:
        return (first, second) if second and second.value and second.value != first.value else (first,)
    return (second,) if second and second.value else ()


def _finish(element: _Element | None, place: int, broken: bool = False) -> None:
    """Close an element; `broken` where its end tag is missing."""
    if element is not None:
        element.end = element.limit if broken and element.limit >= 0 else place


def _link(href: Attribute, element: _Element, extent: Extent, tag: Span, own: str) -> Link:
    target = unescape(href.value).strip()
    before, mark, fragment = target.partition("#")
    local = fragment if mark and before in ("", own) else None
    value = element.at + href.value_start
    return Link(extent, tag, target, Span(value, value + len(href.value)), local, element.raised)
