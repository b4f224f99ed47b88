"""Roles: which markers begin a note, which call one, and which are neither.

Links decide where there are any: two markers that link to each other are a pair, whatever their names; the
later one that heads a block is the note. Without links a run of numbers at the heads of blocks is a run of
notes if the text before calls them by these numbers; a numbered list is called by nobody.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise

from edcheck.model import Document
from edcheck.recognise.notes.items import LISTED, find_unmarked
from edcheck.recognise.notes.marker import Marker, fragment_of
from edcheck.recognise.notes.runs import find_called_runs
from edcheck.records import dataclass

_BEARERS = 8
"""Places with the same name that are tried; where there are more it names nothing."""
_FALL = 5
"""One in so many notes of a list may bear a number that is out of its turn."""


@dataclass(slots=True)
class Roles:
    """Markers of notes and of references, each in the order of the text."""

    notes: list[Marker]
    references: list[Marker]


def assign_roles(document: Document, markers: list[Marker]) -> Roles:
    """Tell notes from references from everything else."""
    links = [marker for marker in markers if marker.link is not None]
    texts = [marker for marker in markers if marker.link is None]
    notes = _linked_notes(document, links, texts)
    if notes:
        references = _linked_references(document, links, notes)
        targets = {name for marker in notes for name in marker.anchors}
        notes += find_unmarked(document, references, targets, notes)
        notes.sort(key=lambda marker: marker.extent)
        notes += _between(notes, [marker for marker in texts if marker.heads_block and marker not in notes])
    elif notes := _unlabelled_notes(document, links):
        references = _linked_references(document, links, notes)
    else:
        references = []
        notes = [marker for marker in texts if marker.shape == "footnote"]
        notes = notes or find_called_runs(document, texts)
    notes.sort(key=lambda marker: marker.extent)
    chosen = {id(marker) for marker in notes}
    series = {(marker.label.kind, marker.star) for marker in notes}
    enclosed = any(marker.shape == "enclosed" for marker in notes)
    for marker in texts:
        fits = (marker.label.kind, marker.star) in series and (
            marker.shape in ("bracket", "superscript")
            or (marker.shape == "enclosed" and enclosed and not marker.heads_block)
        )
        if fits and id(marker) not in chosen and not document.in_zone(marker.extent, "boilerplate", "code"):
            references.append(marker)
    references.sort(key=lambda marker: marker.extent)
    return Roles(notes, references)


def _linked_notes(document: Document, links: list[Marker], texts: list[Marker]) -> list[Marker]:
    """Notes by mutual link, by being linked to, or by standing among such notes."""
    reach: defaultdict[str, list[Marker]] = defaultdict(list)
    for marker in (*links, *(marker for marker in texts if marker.heads_block)):
        for name in marker.anchors:
            if len(reach[name]) < _BEARERS:
                reach[name].append(marker)
    notes: dict[int, Marker] = {}
    callers: set[int] = set()
    for marker in links:
        for other in reach.get(fragment_of(document, marker) or "", ()):
            if other is marker or other.extent <= marker.extent:
                continue
            back = fragment_of(document, other)
            mutual = back is not None and back in marker.anchors
            same = other.label == marker.label and other.star == marker.star
            if mutual or (other.heads_block and (back is None or same)):
                notes[id(other)] = other
                callers.add(id(marker))
    for id_ in callers & notes.keys():
        # A note that calls a later note is a chain of broken links, unless it stands in running text.
        if not notes[id_].heads_block:
            del notes[id_]
    decided = [marker for marker in links if marker.heads_block]
    places = {anchor.name: anchor.extent.start for anchor in reversed(document.anchors)}
    for index, marker in enumerate(decided):
        if id(marker) in notes or id(marker) in callers:
            continue
        neighbours = decided[max(index - 1, 0) : index] + decided[index + 1 : index + 2]
        if any(id(near) in notes for near in neighbours) and _points_back(document, marker, places):
            notes[id(marker)] = marker
    return list(notes.values())


def _points_back(document: Document, marker: Marker, places: dict[str, int]) -> bool:
    """Whether a marker's link leads to an earlier place, to itself, or nowhere, as a note's does when broken."""
    fragment = fragment_of(document, marker)
    return fragment is not None and places.get(fragment, 0) <= marker.extent.end


def _linked_references(document: Document, links: list[Marker], notes: list[Marker]) -> list[Marker]:
    """Link markers that are no notes and either reach one or look like their siblings that do."""
    targets = {name for marker in notes for name in marker.anchors}
    chosen = {id(marker) for marker in notes}
    text = document.text
    raised = set(document.markup.superscripts)
    references = []
    odd = []
    for marker in links:
        if id(marker) in chosen:
            continue
        bracketed = text[marker.extent.start] in "[(" or "[" in document.quote(marker.extent)
        link = document.links[marker.link or 0]
        superscript = link.superscript or link.extent in raised
        if fragment_of(document, marker) in targets or bracketed or superscript or marker.star:
            references.append(marker)
        elif not marker.heads_block:
            odd.append(marker)
    return references + (_of_usual_form(document, references, odd) if odd else [])


def _of_usual_form(document: Document, references: list[Marker], links: list[Marker]) -> list[Marker]:
    """Links that look like the references of the page and lead to one of these, to themselves, or nowhere."""
    calling = {name for marker in references for name in marker.anchors}
    forms = Counter(_form(document, marker) for marker in references)
    known = {anchor.name for anchor in document.anchors}
    found = []
    for marker in links:
        name = fragment_of(document, marker)
        astray = name is not None and (name in calling or name in marker.anchors or name not in known)
        if astray and forms[_form(document, marker)] >= LISTED:
            found.append(marker)
    return found


def _form(document: Document, marker: Marker) -> tuple[str, str]:
    written = document.quote(marker.extent).replace(marker.label.text, "", 1)
    return written, marker.label.kind


def _unlabelled_notes(document: Document, links: list[Marker]) -> list[Marker]:
    """Notes that print no labels at all, as items of a list do: several raised or bracketed links that count on
    from one to the next lead to them."""
    inside = [marker for marker in links if not marker.heads_block]
    led_to = {link.fragment for link in document.links}
    chosen = {id(marker) for marker in _linked_references(document, inside, [])}
    chosen |= {id(marker) for marker in inside if not led_to.isdisjoint(marker.anchors)}
    callers = [marker for marker in inside if id(marker) in chosen and marker.label.kind == "arabic"]
    notes = find_unmarked(document, callers, set(), [])
    values = [marker.label.value or 0 for marker in notes]
    falls = sum(before >= after for before, after in pairwise(values))
    rising = len(values) > 1 and falls <= len(values) // _FALL
    return notes if rising and 2 * len(notes) > len(callers) else []


def _between(notes: list[Marker], heads: list[Marker]) -> list[Marker]:
    """Unlinked heads that stand among linked notes and fill a gap in their count."""
    places = [marker.extent for marker in notes]
    labels = {(marker.label.text, marker.star) for marker in notes}
    found = []
    for marker in heads:
        at = bisect_left(places, marker.extent)
        before = notes[at - 1] if at else None
        after = notes[at] if at < len(notes) else None
        if before is not None and _doubles(marker, before):
            found.append(marker)
        if (marker.label.text, marker.star) in labels or marker.label.value is None:
            continue
        if before is None:
            if after is not None and _goes_before(marker, after):
                found.append(marker)
            continue
        sibling = marker.label.kind == before.label.kind and marker.star == before.star
        counts_on = 0 < marker.label.value - (before.label.value or 0) <= 3
        in_order = after is None or (after.label.value or 0) > marker.label.value
        if sibling and counts_on and in_order:
            found.append(marker)
    return found


def _doubles(marker: Marker, before: Marker) -> bool:
    """Whether a head follows a note and looks like it, its label included: the note stands twice."""
    return (
        before.link is None
        and marker.block - before.block == 1
        and (marker.label, marker.star, marker.shape) == (before.label, before.star, before.shape)
    )


def _goes_before(marker: Marker, first: Marker) -> bool:
    """Whether a head counts on to the first linked note and stands right before it: its call has no link."""
    return (
        first.block - marker.block <= 1
        and (marker.label.kind, marker.star, marker.shape) == (first.label.kind, first.star, first.shape)
        and marker.label.value == (first.label.value or 0) - 1
    )
