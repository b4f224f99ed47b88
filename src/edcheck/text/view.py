"""`TextView`: the readable text cut out of a source, with the map back.

A view is a sequence of pieces laid end to end. Each piece is one of

- *verbatim*: the same characters as a slice of the source, of the same length;
- *indivisible*: what an entity or a character reference stands for (`&mdash;`: one character of view, seven
  of source). Whoever touches part of it touches all of it;
- *inserted*: characters that stand nowhere in the source (the line break between two block elements); its
  source span is empty.

An extent of the view therefore maps to a *tuple* of spans: in `the <i>the</i>` the repeated word with its
space is two pieces, and the tag between them belongs to neither. Lookups cost O(log pieces).

The view is in *reading* order, which is not always the order of the source: the text of a note that stands in
the middle of a sentence is set behind the running text, so that the sentence reads on and the note is a block of
its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add

from edcheck.text.spans import Extent, Span


class TextView:
    """Readable text and, for every extent of it, the source spans it was made of.

    `text` is the readable text. `starts[i]` is where piece `i` begins in it, `sources[i]` and `ends[i]` where
    the piece begins and ends in the source. The source ranges do not overlap; they may be in any order.
    Build one with `TextView.identity` or a `ViewBuilder`.
    """

    __slots__ = ("_by_source", "_identity", "ends", "sources", "starts", "text")

    def __init__(self, text: str, starts: Sequence[int], sources: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self.starts = starts
        self.sources = sources
        self.ends = ends
        self._identity = False
        self._by_source: tuple[list[int], list[int]] | None = None

    @classmethod
    def identity(cls, text: str) -> "TextView":
        """Return the view of a plain text: itself."""
        view = cls(text, (0,), (0,), (len(text),))
        view._identity = True
        return view

    def spans(self, extent: Extent) -> tuple[Span, ...]:
        """Map an extent to source spans, in the source's order, adjacent ones joined, indivisible pieces whole.

        An empty extent gives the empty span where it lies. An extent that holds inserted characters only
        gives the empty span of the nearest place in the source. Never returns an empty tuple.
        """
        start, end = extent
        if self._identity:
            return (Span(start, end),)
        if start >= end:
            return (Span(*[self.source_offset(start)] * 2),)
        spans: list[Span] = []
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.starts) and self.starts[index] < end:
            span = self._part(index, start, end)
            if spans and spans[-1].end == span.start:
                spans[-1] = Span(spans[-1].start, span.end)
            elif span.start < span.end:
                spans.append(span)
            index += 1
        if len(spans) > 1:
            spans.sort()
        return tuple(spans) or (Span(*[self.source_offset(start)] * 2),)

    def _length(self, index: int) -> int:
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return following - self.starts[index]

    def _part(self, index: int, start: int, end: int) -> Span:
        """The source of that part of piece `index` which lies inside `[start, end)`."""
        at, source, source_end = self.starts[index], self.sources[index], self.ends[index]
        length = self._length(index)
        if source_end - source != length:
            return Span(source, source_end)
        return Span(source + max(start - at, 0), source + min(end - at, length))

    def source_offset(self, offset: int) -> int:
        """Map one view offset to the source offset where its character begins."""
        if self._identity or not self.starts:
            return offset if self._identity else 0
        if offset >= len(self.text):
            return self.ends[-1]
        index = bisect_right(self.starts, offset) - 1
        source, source_end = self.sources[index], self.ends[index]
        if source_end - source != self._length(index):
            return source
        return source + offset - self.starts[index]

    def extent(self, span: Span) -> Extent:
        """Map a source span to the extent of the view that was made of it (empty where none was).

        Where its ends lie in parts of the view that stand in another order, the extent is empty at its start.
        """
        if self._identity:
            return Extent(*span)
        start = self._view_offset(span.start, False)
        return Extent(start, max(self._view_offset(span.end, True), start))

    def _pieces_by_source(self) -> tuple[list[int], list[int]]:
        """Where pieces begin in the source, rising, and which pieces these are; made on first use."""
        if self._by_source is None:
            order = sorted(range(len(self.sources)), key=self.sources.__getitem__)
            self._by_source = [self.sources[index] for index in order], order
        return self._by_source

    def _view_offset(self, offset: int, closing: bool) -> int:
        if not self.starts:
            return 0
        find = bisect_left if closing else bisect_right
        sources, order = self._pieces_by_source()
        index = order[max(find(sources, offset) - 1, 0)]
        source, source_end, at = self.sources[index], self.ends[index], self.starts[index]
        length = self._length(index)
        if offset <= source:
            return at
        if offset >= source_end:
            return at + length
        if source_end - source != length:
            return at + length if closing else at
        return at + offset - source


class ViewBuilder:
    """Collects pieces in reading order and makes the `TextView`.

    Example: for `a &amp; b` a reader calls `verbatim("a ", 0)`, `indivisible("&", 2, 7)`, `verbatim(" b", 7)`.
    While the view grows, a place in it is known by `place`, the number of pieces before it; after `build`,
    `offsets[place]` is the view offset. `verbatim` is called once per run of text between tags, which makes
    it the innermost call of every markup reader: it keeps no running length.
    """

    __slots__ = ("ends", "offsets", "sources", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.sources: list[int] = []
        self.ends: dict[int, int] = {}
        """Where pieces end in the source that are not as long as it."""
        self.offsets: list[int] = []
        """After `build`: where each piece begins in the view, and at last the view's length."""

    @property
    def place(self) -> int:
        """The number of pieces so far."""
        return len(self.texts)

    def is_verbatim(self, piece: int) -> bool:
        """Whether a piece is as long as its source."""
        return piece not in self.ends

    def verbatim(self, text: str, at: int) -> None:
        """Append `text`, which stands at `at` in the source."""
        if text:
            self.texts.append(text)
            self.sources.append(at)

    def indivisible(self, text: str, start: int, end: int) -> None:
        """Append `text`, which stands for the whole of the source span `[start, end)`."""
        if text:
            self.ends[len(self.texts)] = end
            self.texts.append(text)
            self.sources.append(start)

    def inserted(self, text: str, at: int) -> None:
        """Append `text` that the source does not contain, at source offset `at`."""
        self.indivisible(text, at, at)

    def gather(self, place: int, text: str, start: int, end: int) -> None:
        """Put `text` for all pieces from `place` on: it stands for the source span `[start, end)`."""
        for index in range(place, len(self.texts)):
            self.ends.pop(index, None)
        del self.texts[place:], self.sources[place:]
        self.indivisible(text, start, end)

    def extend(self, other: "ViewBuilder") -> int:
        """Append all pieces of another builder, which stays as it is; return the place where they begin."""
        place = len(self.texts)
        self.texts.extend(other.texts)
        self.sources.extend(other.sources)
        self.ends.update((place + index, end) for index, end in other.ends.items())
        return place

    def build(self) -> TextView:
        """Return the finished view."""
        lengths = list(map(len, self.texts))
        self.offsets = list(accumulate(lengths, initial=0))
        ends = list(map(add, self.sources, lengths))
        for index, end in self.ends.items():
            ends[index] = end
        return TextView("".join(self.texts), self.offsets[:-1], self.sources, ends)
