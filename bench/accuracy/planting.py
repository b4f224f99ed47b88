"""What is planted, and the page that it is planted in.

A planter looks at a page through the recognised document, so that it knows in every format what a label, a date or
a paragraph is, and changes the source. It plants only what a reader of the page could notice.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from random import Random

from edcheck.model import Block, Document
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span

FAR = 500
"""Code points by which a fault is kept away from what is found in the text already."""
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)[^<>]*?(/?)>")
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "wbr", "col"})


@dataclass(frozen=True, slots=True)
class Planting:
    """One fault: what is written where in the source, and the places at which a finding explains it.

    `edits` and `places` lie in the source as it was; places of partners count as well, for of a lost thing only
    the partner is left. `elsewhere` are such places in other texts of the edition, by name. `restorable` is
    False where nothing in the text says what was there. `exchange` names another text with which this one
    changes places.
    """

    edits: tuple[tuple[Span, str], ...]
    places: tuple[Span, ...]
    elsewhere: tuple[tuple[str, Span], ...] = ()
    restorable: bool = True
    exchange: str = ""


@dataclass
class Page:
    """A text to plant in. `taken` are the places of findings that it has already; `others` the edition's texts."""

    document: Document
    taken: Sequence[Span] = ()
    others: Sequence[Document] = field(default_factory=tuple)

    @cached_property
    def source(self) -> str:
        """The source text."""
        return self.document.source.text

    @cached_property
    def is_markup(self) -> bool:
        """Whether the source has tags and entities."""
        return self.document.format not in ("plain", "markdown", "wikitext", "rest")

    def quiet(self, *spans: Span) -> bool:
        """Whether nothing is found near these places yet."""
        return not any(
            place.start - FAR < span.end and span.start < place.end + FAR for span in spans for place in self.taken
        )

    def exact(self, place: Extent | Span) -> Span | None:
        """The source of an extent if it stands there as the reader sees it, in one piece."""
        if isinstance(place, Span):
            return place
        spans = self.document.view.spans(place)
        if len(spans) != 1 or self.source[spans[0].start : spans[0].end] != self.document.quote(place):
            return None
        return spans[0]

    def hull(self, place: Extent | Span) -> Span:
        """From the first to the last character of the source that a place is made of."""
        spans = (place,) if isinstance(place, Span) else self.document.view.spans(place)
        return Span(spans[0].start, spans[-1].end)

    @cached_property
    def prose(self) -> list[Block]:
        """Paragraphs of the text itself: no notes, no boilerplate, no contents."""
        document = self.document
        notes = [note.body for note in document.notes]
        return [
            block
            for block in document.blocks
            if block.kind == "paragraph"
            and not document.in_zone(block.extent, "boilerplate", "navigation", "contents", "code", "notes")
            and not any(body.start < block.extent.end and block.extent.start < body.end for body in notes)
            and not document.in_passage(block.extent, "code", "formula", "sic", "original")
        ]

    def element(self, tag: Span) -> Span | None:
        """From a start tag to the end of its element; None where the end is not found."""
        match = _TAG.match(self.source, tag.start)
        if match is None or match[1]:
            return None
        if match[3]:
            return Span(*match.span())
        name, depth = match[2].lower(), 0
        for inner in _TAG.finditer(self.source, tag.start):
            if inner[2].lower() == name and not inner[3]:
                depth += -1 if inner[1] else 1
                if depth == 0:
                    return Span(tag.start, inner.end())
        return None

    def balanced(self, span: Span) -> bool:
        """Whether as many elements begin as end in a stretch of source, of each name."""
        counts: dict[str, int] = {}
        for match in _TAG.finditer(self.source, span.start, span.end):
            name = match[2].lower()
            if not match[3] and name not in _VOID:
                counts[name] = counts.get(name, 0) + (-1 if match[1] else 1)
        text = self.source[span.start : span.end]
        return not any(counts.values()) and text.count("<") == text.count(">")


Planter = Callable[[Page, Random], Planting | None]
"""Plants one fault of its class at random; None where the page has no place for it."""


def planted(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    """The source with its edits made."""
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


def moved(place: Span, edits: Sequence[tuple[Span, str]]) -> Span:
    """Where a place lies after the edits; one that was edited has its new length."""
    start, end = place
    for span, new in edits:
        grown = len(new) - (span.end - span.start)
        start += grown * (span.end <= place.start and span.start < place.start)
        end += grown * (span.start < place.end or span == place)
    return Span(start, max(start, end))


def slipped(number: str, random: Random) -> str:
    """A number that a slip makes of another: a digit mistyped, lost or doubled, two exchanged, the neighbour's."""
    value = int(number)
    at = random.randrange(len(number))
    ways = [
        number[:at] + random.choice("0123456789") + number[at + 1 :],
        str(value + 1),
        str(value - 1),
        number[:at] + number[at] + number[at:],
        number[:at] + number[at + 1 :],
        number[:at] + number[at : at + 2][::-1] + number[at + 2 :],
    ]
    right = [way for way in ways if way and way != number and not way.startswith("0")]
    return random.choice(right)


def weighted(random: Random, sizes: Sequence[int]) -> int:
    """An index, chosen by size."""
    return random.choices(range(len(sizes)), cum_weights=list(accumulate(sizes)))[0]
