"""Roles: which markers begin a note, which call one, and which are neither.

Links decide where there are any: two markers that link to each other are a pair, whatever their names; the
later one that heads a block is the note. Without links a run of numbers at the heads of blocks is a run of
notes if the text before calls them by these numbers; a numbered list is called by nobody.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Anchor, Block, Document, Label
from edcheck.recognise.notes.labels import Parsed, parse_label
from edcheck.recognise.notes.listed import called_numbers
from edcheck.recognise.notes.markers import AnchorIndex, Marker, block_of, is_note_heading
from edcheck.records import dataclass
from edcheck.text import Extent

_RUN_GAP = 4
_CALLED_SHARE = 0.5
_SHORT_RUN = 3
"""Heads of a run up to which a single call makes them notes."""
_CALLING = ("bracket", "enclosed", "superscript")
"""Shapes in which a text without links calls its notes."""
_LISTED = 2
"""Notes of a list that make the other items notes, and references that show what a reference looks like."""
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
        notes += _unmarked_notes(document, references, targets, notes)
        notes.sort(key=lambda marker: marker.extent)
        notes += _between(notes, [marker for marker in texts if marker.heads_block and marker not in notes])
    elif notes := _unlabelled_notes(document, links):
        references = _linked_references(document, links, notes)
    else:
        references = []
        notes = [marker for marker in texts if marker.shape == "footnote"]
        notes = notes or _called_runs(document, texts)
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


def _fragment(document: Document, marker: Marker) -> str | None:
    return document.links[marker.link].fragment if marker.link is not None else None


def _linked_notes(document: Document, links: list[Marker], texts: list[Marker]) -> list[Marker]:
    """Notes by mutual link, by being linked to, or by standing among such notes."""
    reach: defaultdict[str, list[Marker]] = defaultdict(list)
    for marker in (*links, *(marker for marker in texts if marker.heads_block)):
        for name in marker.anchors:
            reach[name].append(marker)
    notes: dict[int, Marker] = {}
    callers: set[int] = set()
    for marker in links:
        for other in reach.get(_fragment(document, marker) or "", ()):
            if other is marker or other.extent <= marker.extent:
                continue
            back = _fragment(document, other)
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
    for index, marker in enumerate(decided):
        if id(marker) in notes or id(marker) in callers:
            continue
        neighbours = decided[max(index - 1, 0) : index] + decided[index + 1 : index + 2]
        if any(id(near) in notes for near in neighbours) and _points_back(document, marker):
            notes[id(marker)] = marker
    return list(notes.values())


def _points_back(document: Document, marker: Marker) -> bool:
    """Whether a marker's link leads to an earlier place, to itself, or nowhere, as a note's does when broken."""
    fragment = _fragment(document, marker)
    places = [anchor.extent.start for anchor in document.anchors if anchor.name == fragment]
    return fragment is not None and (not places or places[0] <= marker.extent.end)


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
        if _fragment(document, marker) in targets or bracketed or superscript or marker.star:
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
        name = _fragment(document, marker)
        astray = name is not None and (name in calling or name in marker.anchors or name not in known)
        if astray and forms[_form(document, marker)] >= _LISTED:
            found.append(marker)
    return found


def _form(document: Document, marker: Marker) -> tuple[str, str]:
    written = document.quote(marker.extent).replace(marker.label.text, "", 1)
    return written, marker.label.kind


def _unmarked_notes(
    document: Document, references: list[Marker], targets: set[str], notes: list[Marker]
) -> list[Marker]:
    """Notes that are reached by a link but print no label of their own (items of a numbered list).

    Such a note is called what its list numbers it, and its neighbours in the list are notes as well.
    """
    calling = {name for marker in references for name in marker.anchors}
    places: dict[str, Anchor] = {}
    for anchor in document.anchors:
        places.setdefault(anchor.name, anchor)
    starts = document.block_starts
    taken = {marker.block for marker in notes}
    found: dict[int, Marker] = {}
    callers: dict[int, list[Label]] = {}
    for marker in references:
        name = _fragment(document, marker)
        if name is None or name in targets or name in calling or name not in places:
            continue
        at = places[name].extent.start
        block = block_of(starts, at)
        beyond = block >= 0 and block not in taken and starts[block] > marker.extent.end
        if block in callers and name in found[block].anchors:
            callers[block].append(marker.label)
        elif beyond and document.blocks[block].kind != "heading" and abs(at - starts[block]) <= 1:
            taken.add(block)
            callers[block] = [marker.label]
            found[block] = _list_note(document, block, (name,), marker)
    listed = [block for block in found if document.blocks[block].ordinal]
    if len(listed) >= _LISTED:
        names = AnchorIndex(document)
        for block in _siblings(document, min(listed), max(listed)):
            if block not in taken:
                place = starts[block]
                found[block] = _list_note(document, block, names.near(place, place, place + 1), None)
    _follow_callers(document, found, callers)
    return [found[block] for block in sorted(found) if found[block].label.value is not None]


def _follow_callers(document: Document, found: dict[int, Marker], callers: dict[int, list[Label]]) -> None:
    """Give the items of a list the numbers that their references show, where these differ in common."""
    counted = [block for block in sorted(found) if document.blocks[block].ordinal.isdigit()]
    ordinals = [int(document.blocks[block].ordinal) for block in counted]
    shown = [[label.value or 0 for label in callers.get(block, ()) if label.kind == "arabic"] for block in counted]
    for block, number in zip(counted, called_numbers(ordinals, shown), strict=True):
        found[block].label = Label(str(number), "arabic", number)


def _list_note(document: Document, block: int, names: tuple[str, ...], caller: Marker | None) -> Marker:
    """A note that begins with a block and prints no label: its list numbers it, else who calls it."""
    start = document.blocks[block].extent.start
    parsed = parse_label(document.blocks[block].ordinal)
    if parsed is None and caller is not None:
        parsed = Parsed(caller.label, caller.star)
    label, star = parsed or Parsed(Label("", "arabic", None), "")
    empty = Extent(start, start)
    return Marker(empty, empty, label, star, "link", True, block, anchors=names)


def _siblings(document: Document, first: int, last: int) -> Iterator[int]:
    """The items of a list that holds two of its items, as far as its numbers count on."""
    blocks = document.blocks
    for step, at in ((-1, first), (1, last)):
        number = _ordinal(blocks[at])
        while 0 <= at + step < len(blocks) and blocks[at + step].kind == "item":
            at += step
            if blocks[at].ordinal:
                if _ordinal(blocks[at]) != number + step:
                    break
                number += step
                yield at
    yield from (block for block in range(first + 1, last) if blocks[block].ordinal)


def _ordinal(block: Block) -> int:
    parsed = parse_label(block.ordinal)
    return (parsed.label.value or 0) if parsed else 0


def _unlabelled_notes(document: Document, links: list[Marker]) -> list[Marker]:
    """Notes that print no labels at all, as items of a list do: several raised or bracketed links that count on
    from one to the next lead to them."""
    inside = [marker for marker in links if not marker.heads_block]
    led_to = {link.fragment for link in document.links}
    chosen = {id(marker) for marker in _linked_references(document, inside, [])}
    chosen |= {id(marker) for marker in inside if not led_to.isdisjoint(marker.anchors)}
    callers = [marker for marker in inside if id(marker) in chosen and marker.label.kind == "arabic"]
    notes = _unmarked_notes(document, callers, set(), [])
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


def _called_runs(document: Document, markers: list[Marker]) -> list[Marker]:
    """Runs of block heads whose labels are called from the text before them.

    The shape that is called most often comes first and uses its calls up, so that the numbered paragraphs of
    a text with endnotes are not taken for a second set of notes.
    """
    calls: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for marker in markers:
        if not marker.heads_block and marker.shape in _CALLING:
            calls[_key(marker)].append(marker.extent.start)
    shapes: defaultdict[tuple[str, str, str], list[Marker]] = defaultdict(list)
    for marker in markers:
        if marker.heads_block and not document.in_zone(marker.extent, "boilerplate", "contents", "code"):
            shapes[marker.shape, marker.label.kind, marker.star].append(marker)
    found: list[Marker] = []
    for group in sorted(shapes.values(), key=lambda group: -sum(_called(calls, marker) for marker in group)):
        numbered = {_key(marker) for marker in found}
        for run in reversed(_runs(group)):
            if sum(_key(marker) in numbered for marker in run) > len(run) / 2:
                continue
            called = [marker for marker in run if _called(calls, marker)]
            if _under_heading(document, run[0]) or _is_called(run, called, calls):
                found += run
                for marker in called:
                    places = calls[_key(marker)]
                    before = bisect_left(places, marker.extent.start)
                    del places[max(before - 1, 0) : before]
    return found


def _is_called(
    run: list[Marker], called: list[Marker], calls: defaultdict[tuple[str, str, str], list[int]]
) -> bool:
    """Whether half of a run is called, or half of the calls in its range are answered by it."""
    if not called:
        return False
    low, high = min(m.label.value or 0 for m in run), max(m.label.value or 0 for m in run)
    kind, star = run[0].label.kind, run[0].star
    waiting = {key for key, places in calls.items() if places and key[:2] == (kind, star) and key[2].isdigit()}
    in_range = [key for key in waiting if low <= int(key[2]) <= high + 1]
    if len(called) == 1 and len(run) > _SHORT_RUN:
        return False
    return len(called) >= _CALLED_SHARE * min(len(run), len(in_range) or len(run))


def _key(marker: Marker) -> tuple[str, str, str]:
    return marker.label.kind, marker.star, marker.label.text


def _called(calls: defaultdict[tuple[str, str, str], list[int]], marker: Marker) -> bool:
    places = calls.get(_key(marker), [])
    return bool(places) and places[0] < marker.extent.start


def _runs(markers: list[Marker]) -> list[list[Marker]]:
    """Cut a sequence of heads where the count does not go on; one odd number inside a run is a slip."""
    values = [marker.label.value or 0 for marker in markers]
    runs: list[list[Marker]] = []
    before = -_RUN_GAP * 2
    for index, (marker, value) in enumerate(zip(markers, values, strict=True)):
        following = values[index + 1] if index + 1 < len(values) else None
        goes_on = before <= value <= before + _RUN_GAP
        slip = following is not None and before < following <= before + _RUN_GAP
        if runs and (goes_on or slip):
            runs[-1].append(marker)
            before = value if goes_on else before + 1
        else:
            runs.append([marker])
            before = value
    return _with_odd_ends(runs)


def _with_odd_ends(runs: list[list[Marker]]) -> list[list[Marker]]:
    """Join a single head to the run that it begins or ends, where they stand together and no count starts at 1."""
    joined: list[list[Marker]] = []
    for run in runs:
        last = joined[-1] if joined else []
        together = last and run[0].block - last[-1].block == 1 and run[0].label.value != 1
        if together and min(len(last), len(run)) == 1 < max(len(last), len(run)):
            last += run
        else:
            joined.append(run)
    return joined


def _under_heading(document: Document, marker: Marker) -> bool:
    """Whether the block before is a heading such as `NOTES`."""
    return marker.block > 0 and is_note_heading(document, document.blocks[marker.block - 1])
