"""Notes that print no labels, as items of a list do: who links to them tells that they are notes."""

from collections.abc import Iterator

from edcheck.model import Anchor, Block, Document, Label
from edcheck.recognise.notes.labels import Parsed, parse_label
from edcheck.recognise.notes.listed import called_numbers
from edcheck.recognise.notes.marker import AnchorIndex, Marker, block_of, fragment_of
from edcheck.text import Extent

LISTED = 2
"""Notes of a list that make the other items notes, and references that show what a reference looks like."""


def find_unmarked(
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
        name = fragment_of(document, marker)
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
    if len(listed) >= LISTED:
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
