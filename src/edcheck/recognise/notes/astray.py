"""References that say nothing but a name, and mistake it: `<ptr target="#n7"/>` where note `n3` waits.

Such a reference prints no number that could be compared. But where its name is one letter off that of a note which
nothing calls, and no other reference or note is left over, or both stand between the same neighbours, that note is
meant: one slip, not a note too few and a reference too few.
"""

from edcheck.model import Document, Repair
from edcheck.recognise.vocabulary.likeness import one_edit
from edcheck.text import Span

_FEW = 3
"""Such references beyond which there is no slip to look for: the notes are elsewhere."""


def pair_mistaken_names(document: Document) -> None:
    """Pair such references with the notes that wait for them, and drop the repairs of both."""
    alignment = document.alignment
    lost = [repair for repair in alignment.repairs if _is_only_a_name(document, repair)]
    idle = [repair for repair in alignment.repairs if repair.kind == "missing-reference"]
    if not lost or len(lost) > _FEW:
        return
    called = dict(alignment.pairs)
    alone = len(lost) == len(idle) == 1
    gone: set[int] = set()
    for repair in lost:
        index = repair.reference or 0
        reference = document.references[index]
        beside = {called.get(index - 1, -2) + 1, called.get(index + 1, -1) - 1}
        near = [
            other
            for other in idle
            if other.note is not None
            and id(other) not in gone
            and (alone or other.note in beside)
            and any(one_edit(name, reference.target) for name in document.notes[other.note].anchors)
        ]
        if len(near) != 1:
            continue
        number = near[0].note or 0
        note = document.notes[number]
        reference.label, reference.series, reference.scope = note.label, note.series, note.scope
        alignment.pairs.append((index, number))
        gone |= {id(repair), id(near[0])}
    alignment.pairs.sort()
    alignment.repairs = [repair for repair in alignment.repairs if id(repair) not in gone]


def _is_only_a_name(document: Document, repair: Repair) -> bool:
    """Whether a note is missed by one reference, which shows nothing of the name that it asks for."""
    if repair.kind != "missing-note" or repair.reference is None or repair.other_references:
        return False
    reference = document.references[repair.reference]
    place = reference.label_place
    if reference.label.text != reference.target or reference.target_span is None or not isinstance(place, Span):
        return False
    return document.source.text[slice(*place)] != reference.target
