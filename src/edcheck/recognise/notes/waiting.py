"""Marked notes and references whose partners may stand in other files.

A note that stands where it is called, or that names its place in the text, needs no reference; another that
nothing in its file calls waits for where documents meet.
"""

from bisect import bisect_left

from edcheck.model import CallElement, Crossing, Document, Link, NoteElement
from edcheck.recognise.addresses import split_target
from edcheck.text import Extent, Span


def needs_no_call(document: Document, elements: list[NoteElement], calls: set[str], called: bool) -> list[bool]:
    """Which notes need no reference: inline ones, and those that name the place in the text where they belong."""
    anchors = {anchor.name for anchor in document.anchors} - calls
    found = []
    for element in elements:
        targets = [split_target(target) for target in element.belongs_to]
        placed = any(not file and name in anchors for file, name in targets)
        astray = bool(targets) and not called and not any(file for file, _ in targets)
        found.append(element.inline or placed or astray)
    return found


def is_abroad(element: NoteElement, own: str) -> bool:
    """Whether the note's way back leads to another file."""
    return any(file and file != own for file, _ in map(split_target, element.belongs_to))


def is_own_label(element: NoteElement | CallElement) -> bool:
    """Whether the label is itself the name, as in Markdown: what is printed is counted anew."""
    names = element.names if isinstance(element, NoteElement) else (element.target,)
    return bool(element.label) and element.label in names


def is_listed(element: NoteElement) -> bool:
    """Whether the note's label is its number in an ordered list, and stands nowhere in the source."""
    return element.place == element.tag and element.label.isdecimal()


def crossing_call(call: CallElement, by_label: bool) -> Crossing:
    """What is set aside of a reference; `by_label` where its label alone says which note it calls."""
    return Crossing(
        "call",
        call.extent,
        call.place,
        call.label,
        call.target,
        call.target_span,
        call.names,
        group=call.group,
        raised=True,
        marked=True,
        by_label=by_label,
    )


def way_back(document: Document, element: NoteElement, end: int) -> Link | None:
    """The link beside a note's text that leads to another file."""
    links = document.links
    low = bisect_left(links, element.tag.start, key=lambda link: link.tag.start)
    for index in range(low, len(links)):
        link = links[index]
        if link.tag.start >= end:
            break
        beside = link.extent.start >= element.extent.end or link.extent.end <= element.extent.start
        if beside and link.fragment is None and split_target(link.target)[0]:
            return link
    return None


def crossing_note(element: NoteElement, back: Link | None) -> Crossing:
    """What is set aside of a note, with its way back."""
    start = element.extent.start
    target = element.belongs_to[0] if element.belongs_to else ""
    return Crossing(
        "note",
        Extent(start, start),
        element.place,
        element.label,
        back.target if back is not None else target,
        back.target_span if back is not None else Span(0, 0),
        names=element.names,
        body=element.extent,
        group=element.group,
        raised=True,
        marked=True,
        listed=is_listed(element),
        by_label=is_own_label(element),
    )
