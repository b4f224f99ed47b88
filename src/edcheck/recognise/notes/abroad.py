"""References and notes of a page whose partners may stand in other files: set aside for where documents meet.

A link with a number for its text that leads to another file is no reference to a note of this page. What begins a
block under a name may be a note that other pages call.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict

from edcheck.model import Crossing, Document
from edcheck.recognise.addresses import leads_out, own_name, split_target
from edcheck.recognise.notes.marker import Marker
from edcheck.text import Extent, Span

_SEVERAL = 3
"""References that lead to other files which show that a page keeps its notes there."""


def set_aside(document: Document, markers: list[Marker]) -> list[Marker]:
    """Make crossings of the markers that lead to other files; return the others."""
    own = own_name(document.name)
    abroad = [marker for marker in markers if _leads_abroad(document, marker, own)]
    if not abroad:
        return markers
    gone = {id(marker) for marker in abroad}
    local = [marker for marker in markers if marker.link is not None and id(marker) not in gone]
    calls = sum(not marker.heads_block for marker in abroad)
    if calls >= _SEVERAL and calls > len(local):
        lost = [marker for marker in markers if id(marker) not in gone and _may_call(document, marker)]
        gone.update(map(id, lost))
        abroad += lost
    around = _Around(document, markers)
    document.crossings += [_crossing(document, marker, around) for marker in abroad]
    return [marker for marker in markers if id(marker) not in gone]


def offer_notes(document: Document, markers: list[Marker]) -> None:
    """Make crossings of what bears a name at the head of a block and is called from nowhere on this page.

    Notes of which this page calls none are explained where documents meet, together with their references.
    """
    if not document.anchors:
        return
    called = {reference.series for reference in document.references}
    known = {note.marker.start: note.series in called for note in document.notes}
    told = {crossing.marker.start for crossing in document.crossings}
    leads = Counter(link.fragment for link in document.links)
    alone = set()
    for marker in markers:
        start = marker.extent.start
        own = document.links[marker.link].fragment if marker.link is not None else None
        free = marker.anchors and all(leads[name] <= (name == own) for name in marker.anchors)
        if marker.heads_block and free and start not in told and not known.get(start):
            crossing = _crossing(document, marker, None)
            crossing.alone = start in known
            document.crossings.append(crossing)
            alone.add(start)
    moved = {note.series for note in document.notes if note.marker.start in alone}
    repairs = document.alignment.repairs
    document.alignment.repairs = [
        one for one in repairs if one.note is None or document.notes[one.note].series not in moved
    ]
    document.crossings.sort(key=lambda crossing: crossing.marker)


def _leads_abroad(document: Document, marker: Marker, own: str) -> bool:
    if marker.link is None or document.links[marker.link].fragment is not None:
        return False
    target = document.links[marker.link].target
    file, _ = split_target(target)
    return bool(file) and file != own and not leads_out(target)


def _may_call(document: Document, marker: Marker) -> bool:
    """Whether a marker looks like a reference that has lost its link, or the file in it."""
    if marker.heads_block:
        return False
    if marker.link is None:
        return marker.shape in ("bracket", "superscript")
    fragment = document.links[marker.link].fragment
    return fragment in marker.anchors or all(anchor.name != fragment for anchor in document.anchors)


class _Around:
    """The names of the blocks in which references stand: a way back may lead to the paragraph as a whole."""

    def __init__(self, document: Document, markers: list[Marker]) -> None:
        owned = {name for marker in markers for name in marker.anchors}
        self.document = document
        self.names: defaultdict[int, list[str]] = defaultdict(list)
        for anchor in document.anchors:
            if anchor.name not in owned:
                self.names[bisect_right(document.block_starts, anchor.extent.start) - 1].append(anchor.name)

    def of(self, marker: Marker) -> list[str]:
        return self.names.get(marker.block, [])


def _crossing(document: Document, marker: Marker, around: _Around | None) -> Crossing:
    link = document.links[marker.link] if marker.link is not None else None
    names = dict.fromkeys((*marker.anchors, *(around.of(marker) if around else ())))
    body = Extent(marker.extent.end, marker.extent.end)
    if marker.heads_block and marker.block >= 0:
        end = document.blocks[marker.block].extent.end
        body = Extent(min(marker.extent.end, end), end)
    return Crossing(
        "note" if marker.heads_block else "call",
        marker.extent,
        marker.label_extent,
        marker.star + marker.label.text,
        link.target if link else "",
        link.target_span if link else Span(0, 0),
        tuple(names),
        body,
        raised=_is_raised(document, marker),
    )


def _is_raised(document: Document, marker: Marker) -> bool:
    if marker.star or marker.shape in ("bracket", "superscript") or "[" in document.quote(marker.extent):
        return True
    if marker.link is None:
        return False
    link = document.links[marker.link]
    raised = document.markup.superscripts
    at = bisect_left(raised, Extent(link.extent.start, link.extent.start))
    inside = at < len(raised) and raised[at].end <= link.extent.end
    return link.superscript or inside or document.text[marker.extent.start] in "[("
