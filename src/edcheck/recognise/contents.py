"""What a document's headings are called and how links reach them, and what its table of contents says.

The text of a heading is what a table of contents repeats: without the calls of notes that stand in it.
"""

from bisect import bisect_left
from collections.abc import Iterator

from edcheck.model import Block, ContentsEntry, Document
from edcheck.model.naming import resolve_target
from edcheck.records import NamedTuple
from edcheck.text import Extent

_MOTTO = 300
"""Code points that may stand before the heading that opens a document: a motto, a picture's legend."""


class Heading(NamedTuple):
    """A heading of a document; see `edcheck.model.contents.HeadingFact`."""

    text: str
    extent: Extent
    anchors: tuple[str, ...]
    opens: bool
    goes_on: bool


def headings(document: Document) -> Iterator[Heading]:
    """The headings in order, those without words passed over."""
    blocks = document.blocks
    numbered = [(index, block) for index, block in enumerate(blocks) if block.kind == "heading"]
    if not numbered:
        return
    anchors, calls = _anchors(document, numbered), _calls(document)
    before = 0
    for order, (index, block) in enumerate(numbered):
        goes_on = order > 0 and numbered[order - 1][0] == index - 1
        opens = before == 0 and block.extent.start <= _MOTTO
        if opens and not goes_on:
            opens = all(each.kind != "paragraph" or _short(each) for each in blocks[:index])
        text = _without_calls(document, block.extent, calls)
        if text:
            yield Heading(text, block.extent, tuple(anchors.get(order, ())), opens, goes_on)
            before += not goes_on


def _short(block: Block) -> bool:
    return block.extent.end - block.extent.start < _MOTTO // 2


def _anchors(document: Document, numbered: list[tuple[int, Block]]) -> dict[int, list[str]]:
    """The names that lead to each heading: on it, in it, or on what begins with it, such as its section."""
    names: dict[int, list[str]] = {}
    blocks = document.blocks
    anchors = sorted(document.anchors, key=lambda anchor: anchor.extent.start)
    starts = [anchor.extent.start for anchor in anchors]
    for order, (index, block) in enumerate(numbered):
        before = blocks[index - 1].extent.end if index else 0
        there = anchors[bisect_left(starts, before) : bisect_left(starts, block.extent.end)]
        names[order] = [anchor.name for anchor in there]
    return names


def _calls(document: Document) -> list[Extent]:
    """Where notes are called, in order."""
    calls = [reference.marker for reference in document.references]
    calls += [call.extent for call in document.markup.calls]
    return sorted(calls)


def _without_calls(document: Document, extent: Extent, calls: list[Extent]) -> str:
    """The readable text of a heading without the references that stand in it, on one line."""
    text, at = "", extent.start
    for call in calls[bisect_left(calls, Extent(extent.start, 0)) :]:
        if call.start >= extent.end:
            break
        text += document.text[at : max(at, call.start)]
        at = max(at, call.end)
    return " ".join((text + document.text[at : extent.end]).split())


def entries(document: Document) -> Iterator[tuple[ContentsEntry, str, str]]:
    """The lines of the document's table of contents, each with the document and the name that it leads to."""
    for entry in document.markup.contents or _linked_entries(document):
        resolved = resolve_target(document.name, entry.target)
        if resolved is not None and entry.text:
            yield entry, *resolved


def _linked_entries(document: Document) -> Iterator[ContentsEntry]:
    """The links of a contents list that no markup marks as one."""
    zones = [zone.extent for zone in document.zones if zone.kind == "contents"]
    for link in document.links if zones else ():
        if any(zone.start <= link.extent.start and link.extent.end <= zone.end for zone in zones):
            text = " ".join(document.quote(link.extent).split())
            if any(map(str.isalpha, text)):
                yield ContentsEntry(text, link.target, link.extent)
