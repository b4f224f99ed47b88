"""Counts of notes whose references name them: the names tell which stretch of the text a note belongs to.

Where markup or links say which reference calls which note, a new start of the numbers is one in which both sides
start again together; so a single wrong number is never taken for a new chapter, wherever the notes stand.
"""

from collections.abc import Sequence

from edcheck.model import Apparatus, Note, Reference, Scope
from edcheck.recognise.notes.numbering import Count
from edcheck.recognise.notes.scopes import restarts
from edcheck.text import Extent

_SUPPORTED = 0.8
_UNSUPPORTED = 2.5


def count_linked(
    apparatus: Apparatus,
    series: int,
    notes: Sequence[int],
    references: Sequence[int],
    linked: dict[int, list[int]],
    why: str,
) -> list[Count]:
    """Cut one series where its numbers start again, fill the apparatus' `scopes`, and return the counts.

    `notes` and `references` are indices in the order of the text; `linked` maps a reference to the notes that
    it names.
    """
    callers: dict[int, int] = {}
    for reference in references:
        for note in linked.get(reference, ()):
            callers.setdefault(note, reference)
    values = [apparatus.notes[index].label.value or 0 for index in notes]
    called = [_value(apparatus, callers.get(index)) for index in notes]
    cuts = restarts(values, lambda index: _cost(called, index))
    counts = _cut(series, len(apparatus.scopes), notes, cuts)
    home = {note: count for count in counts for note in count.notes}
    current = counts[0] if counts else Count(series, len(apparatus.scopes))
    for reference in references:
        current = next((home[note] for note in linked.get(reference, ()) if note in home), current)
        current.references.append(reference)
    for count in counts or [current]:
        describe(apparatus, count, len(counts), why)
    return counts or [current]


def _value(apparatus: Apparatus, reference: int | None) -> int | None:
    return None if reference is None else apparatus.references[reference].label.value


def _cost(called: list[int | None], index: int) -> float:
    """How unlikely a new start at a note is: not, where the numbers that call these notes start again too."""
    before = next((value for value in reversed(called[max(index - 4, 0) : index]) if value is not None), None)
    here = next((value for value in called[index : index + 2] if value is not None), None)
    return _SUPPORTED if before is not None and here is not None and here <= before else _UNSUPPORTED


def _cut(series: int, scope: int, notes: Sequence[int], cuts: list[int]) -> list[Count]:
    ends = [*cuts[1:], len(notes)]
    return [
        Count(series, scope + number, [], list(notes[low:high]))
        for number, (low, high) in enumerate(zip(cuts, ends, strict=True))
    ]


def describe(apparatus: Apparatus, count: Count, total: int, why: str) -> None:
    """Give the members of a count their scope, and say in the apparatus what speaks for it."""
    members: list[Note | Reference] = [apparatus.notes[index] for index in count.notes]
    members += [apparatus.references[index] for index in count.references]
    for member in members:
        member.scope = count.scope
    places = [member.marker for member in members]
    extent = Extent(min(p.start for p in places), max(p.end for p in places)) if places else Extent(0, 0)
    lowest = min((apparatus.notes[index].label.value or 0 for index in count.notes), default=1)
    count.first = 1 if lowest <= 2 or total > 1 else lowest
    apparatus.scopes.append(Scope(extent, False, why))
