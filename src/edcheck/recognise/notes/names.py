"""Notes whose labels are names: without an order, paired by name alone.

A reference that names nothing and a note that nothing names are one slip if their names are one letter apart.
"""

from collections import Counter, defaultdict
from collections.abc import Collection

from edcheck.model import Apparatus, Repair
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.numbering import Count
from edcheck.recognise.vocabulary.likeness import one_edit

_SHORTEST = 3
"""Letters of a name up to which every other name is one letter off."""
_SIBLINGS = 3
"""Notes whose names are made alike, and show how names are made."""
_FIGURES = lazy_pattern(r"[0-9]+")
_TWINS = 4
"""Others of the same name that a repair names."""
_COMPARED = 10_000
"""Pairs of names beyond which there is no slip to look for: the notes are elsewhere."""


def pair_names(apparatus: Apparatus, count: Count, linked: dict[int, list[int]]) -> None:
    """Add the pairs and repairs of one series of names."""
    alignment, notes, references = apparatus.alignment, apparatus.notes, apparatus.references
    alignment.pairs += [
        (reference, linked[reference][0]) for reference in count.references if linked.get(reference)
    ]
    called = {linked[reference][0] for reference in count.references if linked.get(reference)}
    lost: defaultdict[str, list[int]] = defaultdict(list)
    for reference in count.references:
        if not linked.get(reference):
            lost[references[reference].label.text].append(reference)
    twins: defaultdict[str, list[int]] = defaultdict(list)
    for note in count.notes:
        twins[notes[note].label.text].append(note)
    idle = [note for note in count.notes if note not in called and not notes[note].placeholder]
    for name, callers in lost.items():
        near = []
        if len(lost) * len(idle) < _COMPARED:
            alone = len(lost) == len(idle) == 1 and (len(name) > 1 or name.isdigit())
            near = [note for note in idle if _alike(notes[note].label.text, name, alone)]
        others = tuple(callers[1:])
        if len(near) != 1:
            alignment.repairs.append(
                Repair("missing-note", None, callers[0], name, 1.2, 0.95, (), others, scope=count.scope)
            )
            continue
        idle.remove(near[0])
        alignment.pairs += [(caller, near[0]) for caller in callers]
        written = notes[near[0]].label.text
        doubled = tuple(twin for twin in twins[written][:_TWINS] if twin != near[0])
        if doubled or others or _is_odd(written, name, twins):
            repair = Repair(
                "relabel-note", near[0], callers[0], name, 1.0, 0.95, doubled, others, scope=count.scope
            )
        else:
            repair = Repair("relabel-reference", near[0], callers[0], written, 1.0, 0.95, scope=count.scope)
        alignment.repairs.append(repair)
    for note in idle:
        name = notes[note].label.text
        doubled = tuple(twin for twin in twins[name][:_TWINS] if twin != note)
        kind = "duplicate-note" if doubled and name else "missing-reference"
        alignment.repairs.append(
            Repair(kind, note, None, name, 1.2, 0.95, doubled if name else (), scope=count.scope)  # type: ignore[arg-type]
        )


def _is_odd(written: str, name: str, known: Collection[str]) -> bool:
    """Whether the notes' names are all made like the missed one (`n3`), and only this note's is not (`no3`)."""
    kinds = Counter(_FIGURES.sub("#", one) for one in known)
    here, there = _FIGURES.sub("#", written), _FIGURES.sub("#", name)
    return kinds[here] == 1 and kinds[there] >= _SIBLINGS


def _alike(one: str, other: str, alone: bool) -> bool:
    """Whether one name may be a slip for the other; short ones are all alike, and so must be `alone`."""
    if one.isdigit() != other.isdigit():
        return False
    return (alone or len(other) > (1 if other.isdigit() else _SHORTEST)) and one_edit(one, other)
