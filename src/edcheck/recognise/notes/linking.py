"""Counts of notes whose references name them: the names tell which stretch of the text a note belongs to.

Where markup or links say which reference calls which note, a new start of the numbers is one in which both sides
start again together; so a single wrong number is never taken for a new chapter, wherever the notes stand. Where
the name of a note is its label (`[^7]`), the order of the numbers means nothing, and each note takes its turn
where it is first called.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from edcheck.model import Apparatus, Note, Reference, Scope
from edcheck.recognise.notes.names import pair_names
from edcheck.recognise.notes.numbering import Count
from edcheck.recognise.notes.repairs import explain
from edcheck.recognise.notes.scopes import restarts
from edcheck.text import Extent

_SUPPORTED = 0.8
_UNSUPPORTED = 2.5
_LOOK_BACK = 4
_FALLS = 0.2
"""Share of the numbers that may run backwards among those that count upwards."""
_WHY = "the names of the notes say which reference calls which"

Linked = dict[int, list[int]]
"""For each reference the notes that it names, by their indices."""
Unit = Callable[[int], int]
"""The document in which a reference stands."""


def align_linked(
    apparatus: Apparatus,
    series: int,
    notes: Sequence[int],
    references: Sequence[int],
    linked: Linked,
    own_labels: bool,
    unit: Unit = lambda reference: 0,
) -> None:
    """Explain one series: `notes` and `references` are indices in the order of the text.

    `own_labels` says that the labels are the names themselves.
    """
    if not notes and not references:
        return
    if apparatus.series[series].kind in ("name", "symbol") or (
        own_labels and not _rise(apparatus, references, linked)
    ):
        count = Count(series, len(apparatus.scopes), list(references), list(notes))
        _describe(apparatus, count, 1)
        pair_names(apparatus, count, linked)
    elif own_labels:
        turns = _in_order_of_calls(apparatus, notes, references, linked)
        count = Count(series, len(apparatus.scopes), list(references), turns)
        _describe(apparatus, count, 1)
        explain(apparatus, count, linked, ordered=False)
    else:
        for count in count_linked(apparatus, series, notes, references, linked, unit):
            explain(apparatus, count, linked)


def _rise(apparatus: Apparatus, references: Sequence[int], linked: Linked) -> bool:
    """Whether the numbers of notes that are called once count upwards, as a rule."""
    calls = Counter(apparatus.references[index].label.value or 0 for index in references if index in linked)
    values = [value for value, count in calls.items() if count == 1]
    falls = sum(after < before for before, after in pairwise(values))
    return falls <= _FALLS * len(values)


def _in_order_of_calls(
    apparatus: Apparatus, notes: Sequence[int], references: Sequence[int], linked: Linked
) -> list[int]:
    """Let each note take its turn where it is called, and an uncalled one after the note before it.

    Of several calls that is the turn which the numbers before and after it fit, of several notes of one name the
    note whose neighbours' turns it fits; else the first.
    """
    calls: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    values = [apparatus.references[index].label.value or 0 for index in references]
    for place, reference in enumerate(references):
        if reference in linked:
            calls[tuple(linked[reference])].append(place)
    turn: dict[int, int] = {}
    doubled: list[tuple[tuple[int, ...], int]] = []
    for named, places in calls.items():
        place = min(places, key=lambda place: _falls_at(values, place))
        if len(named) == 1:
            turn[named[0]] = place
        else:
            doubled.append((named, place))
    following = dict(pairwise(notes))
    before = {second: first for first, second in pairwise(notes)}
    for named, place in doubled:
        beside = {
            note: (turn.get(before.get(note, -1)) == place - 1) + (turn.get(following.get(note, -1)) == place + 1)
            for note in named
        }
        turn[max(named, key=beside.__getitem__)] = place
    turns, current = [], -1
    for note in notes:
        current = turn.get(note, current)
        turns.append((current, note not in turn, note))
    return [note for _, _, note in sorted(turns)]


def _falls_at(values: Sequence[int], place: int) -> int:
    """On how many sides a number does not count on."""
    before = place > 0 and values[place - 1] >= values[place]
    return before + (place + 1 < len(values) and values[place + 1] <= values[place])


def count_linked(
    apparatus: Apparatus,
    series: int,
    notes: Sequence[int],
    references: Sequence[int],
    linked: Linked,
    unit: Unit = lambda reference: 0,
) -> list[Count]:
    """Cut one series where its numbers start again, fill the apparatus' `scopes`, and return the counts."""
    callers: dict[int, int] = {}
    for reference in sorted(references, key=lambda index: not _agrees(apparatus, index, linked)):
        for note in linked.get(reference, ()):
            callers.setdefault(note, reference)
    values = [apparatus.notes[index].label.value or 0 for index in notes]
    called = [apparatus.references[callers[index]].label.value if index in callers else None for index in notes]
    cuts = restarts(values, lambda index: _cost(called, index)) or [0]
    ends = [*cuts[1:], len(notes)]
    counts = [
        Count(series, len(apparatus.scopes) + number, [], list(notes[low:high]))
        for number, (low, high) in enumerate(zip(cuts, ends, strict=True))
    ]
    _share_out(apparatus, counts, references, linked, unit)
    for count in counts:
        _describe(apparatus, count, len(counts))
    return counts


def _agrees(apparatus: Apparatus, reference: int, linked: Linked) -> bool:
    """Whether a reference bears the number of the note that it names."""
    label = apparatus.references[reference].label
    return any(apparatus.notes[note].label == label for note in linked.get(reference, ()))


def _cost(called: list[int | None], index: int) -> float:
    """How unlikely a new start at a note is: not, where the numbers that call these notes start again too."""
    low = max(index - _LOOK_BACK, 0)
    before = next((value for value in reversed(called[low:index]) if value is not None), None)
    here = next((value for value in called[index : index + 2] if value is not None), None)
    return _SUPPORTED if before is not None and here is not None and here <= before else _UNSUPPORTED


def _share_out(
    apparatus: Apparatus, counts: list[Count], references: Sequence[int], linked: Linked, unit: Unit
) -> None:
    """Give each reference to the count of the note that it names; one that errs goes with its neighbours."""
    home = {note: count for count in counts for note in count.notes}
    named = {note for reference in references for note in linked.get(reference, ())}
    idle = {
        (count.scope, apparatus.notes[note].label) for count in counts for note in count.notes if note not in named
    }
    homes: list[Count | None] = [
        next((home[note] for note in linked.get(reference, ()) if note in home), None)
        if _agrees(apparatus, reference, linked)
        else None
        for reference in references
    ]
    following: list[Count | None] = []
    ahead: tuple[int, Count | None] = (-1, None)
    for reference, own in zip(reversed(references), reversed(homes), strict=True):
        following.append(ahead[1] if ahead[0] == unit(reference) else None)
        if own is not None:
            ahead = (unit(reference), own)
    current: tuple[int, Count] = (-1, counts[0])
    for reference, own, after in zip(references, homes, reversed(following), strict=True):
        here = unit(reference)
        before = current[1] if current[0] == here else None
        beside = before or after
        chosen = own or beside or current[1]
        alike = beside is not None and (before is None or after is None or before is after)
        if beside is not None and alike and (beside.scope, apparatus.references[reference].label) in idle:
            # It names a note of another stretch while its own waits: its number is right, its link is not.
            chosen = beside
        current = (here, before if before is not None and before is after else chosen)
        chosen.references.append(reference)


def _describe(apparatus: Apparatus, count: Count, total: int) -> None:
    """Give the members of a count their scope, and say in the apparatus what speaks for it."""
    members: list[Note | Reference] = [apparatus.notes[index] for index in count.notes]
    members += [apparatus.references[index] for index in count.references]
    for member in members:
        member.scope = count.scope
    places = [member.marker for member in members]
    extent = Extent(min(p.start for p in places), max(p.end for p in places)) if places else Extent(0, 0)
    lowest = min((apparatus.notes[index].label.value or 0 for index in count.notes), default=1)
    count.first = 1 if lowest <= 2 or total > 1 else lowest
    apparatus.scopes.append(Scope(extent, False, _WHY))
