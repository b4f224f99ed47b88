"""Links, anchors and raised text of an HTML page, collected while its view grows.

Places are counts of pieces until the view is built (see `ViewBuilder`). An element whose end tag is missing ends
where its block ends, not at the end of the page.
"""

from edcheck.model import Anchor, Link, Markup
from edcheck.readers.elements import VOID
from edcheck.readers.entities import unescape
from edcheck.readers.markup import Attribute
from edcheck.readers.tags import Tag
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span


@dataclass(slots=True)
class _Place:
    """A link or an anchor before the view is built: its extent, tag and attribute."""

    start: int
    at: int
    tag: Tag
    attribute: Attribute
    raised: bool = False
    end: int = -1


@dataclass(slots=True)
class _Open:
    """An open inline element: `limit` is where the block ended in which it began."""

    name: str
    start: int
    places: tuple[_Place, ...]
    limit: int = -1


@dataclass(slots=True)
class Hyperlinks:
    """What links and anchors a page has. Every call takes constant time, amortised over the open elements."""

    _open: dict[str, list[_Open | None]] = field(default_factory=dict)
    """The open inline elements by name, innermost last; None for one that carries nothing."""
    unlimited: list[_Open] = field(default_factory=list)
    """Open elements whose block has not ended yet."""
    _links: list[_Place] = field(default_factory=list)
    _anchors: list[_Place] = field(default_factory=list)
    _raised: list[tuple[int, int]] = field(default_factory=list)
    _blocks: list[tuple[int, _Place]] = field(default_factory=list)
    """Anchors on open block elements, with the depth of their element."""

    def start(self, tag: Tag, at: int, place: int) -> None:
        """An inline element opens at source offset `at`."""
        name = tag.name
        opened = self._open.setdefault(name, [])
        if name == "a" and opened:
            self._finish(opened.pop(), place, broken=True)
        places = self._anchors_of(tag, at, place)
        href = tag.values.get("href") if name == "a" else None
        if href is not None:
            link = _Place(place, at, tag, href, bool(self._open.get("sup")))
            self._links.append(link)
            places = (*places, link)
        if tag.empty or name in VOID:
            for one in places:
                one.end = place
        elif places or name == "sup":
            element = _Open(name, place, places)
            opened.append(element)
            self.unlimited.append(element)
        elif opened:
            opened.append(None)

    def end(self, name: str, place: int) -> None:
        """An inline element's end tag."""
        opened = self._open.get(name)
        if opened:
            self._finish(opened.pop(), place)

    def start_block(self, tag: Tag, at: int, place: int, depth: int) -> None:
        """A block element opens; `depth` is that of its content."""
        self._blocks += [(depth, anchor) for anchor in self._anchors_of(tag, at, place)]

    def leave_blocks(self, depth: int, place: int) -> None:
        """Block elements have closed: only those up to `depth` are open."""
        while self._blocks and self._blocks[-1][0] > depth:
            self._blocks.pop()[1].end = place

    def limit(self, place: int) -> None:
        """A block ends here: so do the inline elements that began in it, if they are not closed later."""
        for element in self.unlimited:
            if element.start < place:
                element.limit = place
        self.unlimited = [element for element in self.unlimited if element.limit < 0]

    def _anchors_of(self, tag: Tag, at: int, place: int) -> tuple[_Place, ...]:
        values = tag.values
        first = values.get("id")
        made: tuple[_Place, ...] = (_Place(place, at, tag, first),) if first and first.value else ()
        if tag.name == "a":
            second = values.get("name")
            if second and second.value and not (made and first and first.value == second.value):
                made = (*made, _Place(place, at, tag, second))
        self._anchors += made
        return made

    def _finish(self, element: _Open | None, place: int, broken: bool = False) -> None:
        """Close an element; `broken` where its end tag is missing."""
        if element is None:
            return
        end = element.limit if broken and element.limit >= 0 else place
        element.limit = end
        for waiting in element.places:
            waiting.end = end
        if element.name == "sup":
            self._raised.append((element.start, end))

    def store(self, markup: Markup, offsets: list[int]) -> None:
        """Write everything into the markup, once `offsets` tells where each place lies in the view."""
        last = len(offsets) - 1
        for opened in self._open.values():
            for element in opened:
                self._finish(element, last, broken=True)
        self.leave_blocks(-1, last)
        own = markup.source.name.replace("!", "/").rpartition("/")[2]
        for place in self._links:
            extent, tag, span = _geometry(place, offsets)
            target = unescape(place.attribute.value).strip()
            before, mark, fragment = target.partition("#")
            local = fragment if mark and before in ("", own) else None
            markup.links.append(Link(extent, tag, target, span, local, place.raised))
        for place in self._anchors:
            extent, tag, span = _geometry(place, offsets)
            name = unescape(place.attribute.value)
            markup.anchors.append(Anchor(name, span, extent, place.attribute.name, place.tag.name, tag))
        markup.superscripts = [Extent(offsets[start], offsets[end]) for start, end in sorted(self._raised)]


def _geometry(place: _Place, offsets: list[int]) -> tuple[Extent, Span, Span]:
    """Where the element's text, its start tag, and the attribute's value lie."""
    start, at, attribute = place.start, place.at, place.attribute
    value = at + attribute.value_start
    return (
        Extent(offsets[start], offsets[max(place.end, start)]),
        Span(at, at + place.tag.length),
        Span(value, value + len(attribute.value)),
    )
