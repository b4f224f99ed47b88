"""Notes that bear the name of another: the doubled name is the fault, what the notes lack are its symptoms.

Where `xml:id="n3"` became a second `n2`, a reference leads nowhere and a note is called by nobody. Both belong
together, and `structure/duplicate-id` says what happened.
"""

from collections import Counter

from edcheck.model import Document, Repair

_NOTES = ("relabel-note", "duplicate-note", "missing-reference")


def forget_symptoms_of_twins(document: Document) -> None:
    """Pair notes that bear another's name with the references that miss them, and drop the repairs of both."""
    repairs, notes = document.alignment.repairs, document.notes
    if not any(repair.kind in _NOTES for repair in repairs):
        return
    bearers = Counter(anchor.name for anchor in document.anchors)
    twins = {
        repair.note
        for repair in repairs
        if repair.kind in _NOTES
        and repair.note is not None
        and any(bearers[n] > 1 for n in notes[repair.note].anchors)
    }
    if not twins:
        return
    waiting = {
        document.references[repair.reference].label: repair
        for repair in reversed(repairs)
        if repair.kind == "missing-note" and repair.reference is not None
    }
    gone: set[int] = set()
    for repair in repairs:
        if repair.note not in twins or repair.note is None:
            continue
        missed = waiting.get(notes[repair.note].label)
        if repair.kind == "relabel-note":
            if not _is_printed(document, repair):
                gone.add(id(repair))
        elif missed is not None and missed.reference is not None:
            gone |= {id(repair), id(missed)}
            document.alignment.pairs.append((missed.reference, repair.note))
    document.alignment.repairs = [repair for repair in repairs if id(repair) not in gone]


def _is_printed(document: Document, repair: Repair) -> bool:
    """Whether the label that is to be changed stands beside the note, and is more than its name."""
    note = document.notes[repair.note or 0]
    return note.label.text not in note.anchors
