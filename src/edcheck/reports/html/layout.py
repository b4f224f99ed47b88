"""A document's text as paragraphs of a page: where each begins and ends, what it is, and where its lines break."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Block, Document
from edcheck.text import Extent

_VERSE_WIDTH = 46
"""A plain-text block none of whose lines is longer keeps its lines: verse, an address, a signature."""
_TAGS = {"quote": "blockquote", "preformatted": "pre", "heading": "h4"}
_LINE = re.compile(r"\r\n|\n|\r")


class Layout:
    """The blocks of a document, with nothing of its text left between them but blanks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = list(_all_blocks(document))
        self._starts = [block.extent.start for block in self.blocks]
        notes = sorted((note.marker.start, note.body.end) for note in document.notes)
        self._note_starts = [start for start, _ in notes]
        self._note_ends = [end for _, end in notes]

    def block_of(self, offset: int) -> int:
        """The block at an offset; between two blocks the later one, behind the last the last."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        if offset > self.blocks[index].extent.end and index + 1 < len(self.blocks):
            index += 1
        return index

    def within(self, index: int, offset: int) -> int:
        """The offset nearest to the given one that lies in a block."""
        start, end = self.blocks[index].extent
        return min(max(offset, start), end)

    def parts(self, extent: Extent) -> Iterator[tuple[int, Extent]]:
        """The parts of an extent by block; none where it holds nothing but what stands between blocks."""
        index = max(bisect_right(self._starts, extent.start) - 1, 0)
        while index < len(self.blocks) and self._starts[index] < extent.end:
            block = self.blocks[index].extent
            start, end = max(extent.start, block.start), min(extent.end, block.end)
            if start < end:
                yield index, Extent(start, end)
            index += 1

    def line(self, offset: int) -> int:
        """The line of the source in which a character of the text stands."""
        return self.document.source.position(self.document.view.source_offset(offset)).line

    def tag(self, index: int) -> str:
        """The element that shows a block."""
        return _TAGS.get(self.blocks[index].kind, "p")

    def css(self, index: int) -> str:
        """The classes of a block: its kind, and whether it begins a note or is more of one."""
        block = self.blocks[index]
        at = bisect_right(self._note_starts, block.extent.start) - 1
        in_note = at >= 0 and block.extent.start < self._note_ends[at]
        if not in_note:
            return block.kind
        return f"{block.kind} small" if block.extent.start <= self._note_starts[at] else f"{block.kind} small more"

    def breaks(self, index: int) -> list[int]:
        """Line ends that the text means: a `<br>` of marked-up text, the short lines of a plain one."""
        block = self.blocks[index]
        text = self.document.text
        if block.kind == "preformatted":
            return []
        ends = [match.start() for match in _LINE.finditer(text, *block.extent)]
        if not ends or block.kind == "verse":
            return ends
        if self.document.format == "plain":
            edges = [block.extent.start, *ends, block.extent.end]
            longest = max(end - start for start, end in pairwise(edges))
            return ends if longest <= _VERSE_WIDTH else []
        source, view = self.document.source.text, self.document.view
        return [at for at in ends if source[view.source_offset(at) : view.source_offset(at) + 1] not in "\r\n"]


def _all_blocks(document: Document) -> Iterator[Block]:
    """The document's blocks, and any text between them as paragraphs of its own; at least one block."""
    text, reached = document.text, 0
    for block in document.blocks:
        if reached < block.extent.start and not text[reached : block.extent.start].isspace():
            yield Block("paragraph", Extent(reached, block.extent.start))
        yield block
        reached = block.extent.end
    if not document.blocks or (reached < len(text) and not text[reached:].isspace()):
        yield Block("paragraph", Extent(reached, len(text)))
