"""Misdirections: links between references and notes that do not lead to their partner.

The pairs come from the alignment of labels, so a link is held against what the numbers say, never against the
way its target is named. A page on which many links of one kind lead elsewhere has a habit, not a fault, unless
they lead to themselves. A name that ends in a quotation mark is a broken attribute, and the links to it are sound.
"""

from collections import defaultdict

from edcheck.model import Document, Misdirection, NoteElement
from edcheck.recognise.addresses import split_target
from edcheck.recognise.notes.flawed import without_symptoms
from edcheck.recognise.notes.slips import with_slips
from edcheck.text import Span

_HABIT = 0.2
_FEW = 3


def find_misdirections(document: Document) -> list[Misdirection]:
    """Links of pairs that lead elsewhere, in the order in which they are written."""
    if not document.links and not document.markup.calls:
        return []
    callers: defaultdict[int, list[int]] = defaultdict(list)
    called: defaultdict[int, list[int]] = defaultdict(list)
    for reference, note in document.alignment.pairs:
        callers[note].append(reference)
        called[reference].append(note)
    blocks = _AnchorBlocks(document)
    placed = {one.place: one for one in document.markup.notes if one.belongs_to}
    forward = [_forward(document, reference, notes, blocks) for reference, notes in called.items()]
    back = [
        _back(document, note, references, blocks)
        or _marked_back(document, note, references, blocks, placed.get(document.notes[note].label_place))
        for note, references in callers.items()
    ]
    found: list[Misdirection] = []
    for kind in (forward, back):
        lost = [one for one in kind if one and not (one.target or "").endswith(("'", '"'))]
        lost = without_symptoms(document, lost) if lost else lost
        habit = len(lost) > max(_FEW, _HABIT * len(kind))
        found += [one for one in _once(lost, blocks) if not habit or one.itself]
    found.sort(key=lambda misdirection: misdirection.place)
    return with_slips(found, document.alignment, document.references, document.notes)


def _once(found: list[Misdirection], blocks: "_AnchorBlocks") -> list[Misdirection]:
    """Leave out further links to a note under a name that nothing bears: the note has lost its name once."""
    met: set[tuple[int, str]] = set()
    kept = []
    for one in found:
        key = (one.note, one.written)
        if one.backlink or key not in met or one.written.partition("#")[2] in blocks.starts:
            kept.append(one)
        met.add(key)
    return kept


class _AnchorBlocks:
    """The blocks in which each name stands."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.owned = {name for reference in document.references for name in reference.anchors}
        self.owned.update(name for note in document.notes for name in note.anchors)
        self.starts: defaultdict[str, list[int]] = defaultdict(list)
        for anchor in document.anchors:
            self.starts[anchor.name].append(anchor.extent.start)

    def owns(self, name: str | None) -> bool:
        """Whether a note or a reference bears the name."""
        return name in self.owned

    def usurped(self, wanted: str, names: tuple[str, ...]) -> bool:
        """Whether nothing bears the wanted name because its bearer has taken another's name."""
        return wanted not in self.starts and any(len(self.starts.get(name, ())) > 1 for name in names)

    def reach(self, name: str, offset: int) -> bool:
        """Whether the name stands in the block that holds the offset, and is no other note's or reference's."""
        block = self.document.block_at(offset)
        return (
            block is not None
            and name not in self.owned
            and any(block.extent.start <= start < block.extent.end for start in self.starts.get(name, ()))
        )


def _forward(document: Document, reference: int, notes: list[int], blocks: _AnchorBlocks) -> Misdirection | None:
    link = document.references[reference].link
    if document.references[reference].target:
        return _marked(document, reference, notes, blocks)
    fragment = document.links[link].fragment if link is not None else None
    if link is None or fragment is None:
        return None
    for note in notes:
        target = document.notes[note]
        if fragment in target.anchors or blocks.reach(fragment, target.marker.start):
            return None
    names = document.notes[notes[0]].anchors
    if blocks.usurped(fragment, names):
        return None
    return _misdirection(document, link, reference, notes[0], False)


def _marked(document: Document, reference: int, notes: list[int], blocks: _AnchorBlocks) -> Misdirection | None:
    """A marked reference that names another note than its label does."""
    caller, called = document.references[reference], document.notes[notes[0]]
    names = {name for note in notes for name in document.notes[note].anchors}
    agreed = caller.label == called.label and caller.label.text != caller.target
    if caller.target in names or not called.anchors or not agreed or caller.target_span is None:
        return None
    if blocks.usurped(caller.target, called.anchors):
        return None
    written = document.source.text[slice(*caller.target_span)]
    before, mark, _ = written.rpartition("#")
    right = f"{before}{mark}{called.anchors[0]}"
    itself = caller.target in caller.anchors
    return Misdirection(
        None, reference, notes[0], False, called.anchors[0], written, caller.target_span, right, itself
    )


def _back(document: Document, note: int, references: list[int], blocks: _AnchorBlocks) -> Misdirection | None:
    links = [index for index in document.notes[note].links if document.links[index].fragment is not None]
    callers = [document.references[reference] for reference in references]
    own = {name for one in callers for name in one.anchors}
    astray = []
    for index in links:
        fragment = document.links[index].fragment or ""
        stands = fragment in blocks.starts and fragment not in blocks.owned
        if fragment in own or (stands and any(blocks.reach(fragment, one.marker.start) for one in callers)):
            continue
        astray.append(index)
    if not astray or (len(astray) < len(links) and not blocks.owns(document.links[astray[0]].fragment)):
        return None
    links = astray
    names = document.references[references[0]].anchors
    if blocks.usurped(document.links[links[0]].fragment or "", names):
        return None
    return _misdirection(document, links[0], references[0], note, True)


def _marked_back(
    document: Document, note: int, references: list[int], blocks: _AnchorBlocks, element: NoteElement | None
) -> Misdirection | None:
    """A note that says of itself that it belongs to another reference than the one that calls it."""
    if element is None or document.notes[note].links:
        return None
    own = {name for reference in references for name in document.references[reference].anchors}
    targets = [(written, *split_target(written)) for written in element.belongs_to]
    if not own or any(file or name in own or not blocks.owns(name) for _, file, name in targets):
        return None
    written, _, name = targets[0]
    at = document.source.text.find(written, *element.tag)
    right = document.references[references[0]].anchors[0] if at >= 0 else ""
    if not right or blocks.usurped(name, (right,)):
        return None
    before, mark, _ = written.rpartition("#")
    place = Span(at, at + len(written))
    return Misdirection(None, references[0], note, True, right, written, place, f"{before}{mark}{right}")


def _misdirection(document: Document, link: int, reference: int, note: int, backlink: bool) -> Misdirection:
    caller, called, found = document.references[reference], document.notes[note], document.links[link]
    own, partner = (called, caller) if backlink else (caller, called)
    name = partner.anchors[0] if partner.anchors else None
    right = f"#{name}" if name is not None else None
    itself = found.fragment in own.anchors
    return Misdirection(link, reference, note, backlink, name, found.target, found.target_span, right, itself)
