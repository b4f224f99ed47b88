"""Numbering: which notes and references count together, and where each count begins again."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from edcheck.model import Apparatus, Document, Scope, Series
from edcheck.model.note import LabelKind
from edcheck.recognise.notes.scopes import restarts
from edcheck.records import dataclass, field
from edcheck.text import Extent

_SUPPORTED = 0.8
_EXPLICIT = 0.9
_CONTRADICTED = 1.6
_ALWAYS = 0.7
_UNSUPPORTED = 2.5
_BODY_TEXT = 200
"""Code points of text between two bracketed notes that make a new start likely."""


@dataclass(slots=True)
class Count:
    """One series in one scope: the indices of its references and notes, each in the order of the text."""

    series: int
    scope: int
    references: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    first: int = 1
    """The number that the count should begin with."""


def count_series(document: Document, linked: dict[int, list[int]]) -> list[Count]:
    """Group notes and references by series and scope, and fill the document's `scopes`.

    `linked` maps a reference to the notes that its link reaches. Assumes that `series` is set on all.
    """
    counts = []
    for series in range(len(document.series)):
        notes = [index for index, note in enumerate(document.notes) if note.series == series]
        references = [index for index, ref in enumerate(document.references) if ref.series == series]
        if document.series[series].kind not in ("symbol", "name"):
            counts += _scopes_of(document, series, notes, references, linked)
    return counts


def _scopes_of(
    document: Document, series: int, notes: list[int], references: list[int], linked: dict[int, list[int]]
) -> list[Count]:
    all_notes, all_references = document.notes, document.references
    values = [all_notes[index].label.value or 0 for index in notes]
    places = [all_notes[index].marker.start for index in notes]
    calls = [all_references[index].marker.start for index in references]
    declared = document.edition.numbering != "auto"
    collected = not calls or not places or calls[-1] < places[0]
    call_values = [all_references[index].label.value or 0 for index in references]
    if declared:
        cuts, call_cuts = [0], [0]
    elif collected:
        call_cuts = restarts(call_values, lambda index: 1.2)
        cuts = restarts(values, lambda index: 1.0 if len(call_cuts) > 1 else _UNSUPPORTED)
        if len(cuts) != len(call_cuts):
            cuts, call_cuts = [0], [0]
    else:
        support = _support(document, notes, values, places, calls, call_values)
        cuts = restarts(values, support)
        call_cuts = _cut_calls(cuts, places, calls)
    counts = []
    for number, (low, call_low) in enumerate(zip(cuts, call_cuts, strict=True)):
        high = cuts[number + 1] if number + 1 < len(cuts) else len(notes)
        call_high = call_cuts[number + 1] if number + 1 < len(cuts) else len(references)
        count = Count(series, len(document.scopes) + number, references[call_low:call_high], notes[low:high])
        counts.append(count)
    _follow_links(document, counts, linked)
    for count in counts:
        _describe(document, count, len(counts), declared)
    return counts


def _support(
    document: Document, notes: list[int], values: list[int], places: list[int], calls: list[int], called: list[int]
) -> Callable[[int], float]:
    """How unlikely a new start at each note is: the references just before it are the evidence.

    Where nearly all notes that follow text start at 1, a 1 after text is a new start whatever is called there.
    """
    heads = [
        value
        for index, value in enumerate(values)
        if index and bisect_left(calls, places[index]) > bisect_left(calls, places[index - 1])
    ]
    always = len(heads) >= 5 and heads.count(1) >= _ALWAYS * len(heads)

    def cost(index: int) -> float:
        low = bisect_left(calls, places[index - 1]) if index else 0
        high = bisect_left(calls, places[index])
        if values[index] in called[low:high]:
            return _SUPPORTED
        if low < high:
            return _SUPPORTED if always and values[index] == 1 else _CONTRADICTED
        before = document.notes[notes[index - 1]]
        apart = places[index] - before.body.end
        bracketed = document.text.startswith("[Footnote", before.marker.start)
        return _EXPLICIT if bracketed and apart > _BODY_TEXT else _UNSUPPORTED

    return cost


def _cut_calls(cuts: list[int], places: list[int], calls: list[int]) -> list[int]:
    """Where each scope's references begin: after the last note of the scope before."""
    return [0, *(bisect_left(calls, places[cut - 1]) for cut in cuts[1:])]


def _follow_links(document: Document, counts: list[Count], linked: dict[int, list[int]]) -> None:
    """Move a reference to the scope of the note that it links to, where the labels agree."""
    if len(counts) < 2 or not linked:
        return
    home = {note: count for count in counts for note in count.notes}
    moved: dict[int, Count] = {}
    for count in counts:
        for index in count.references:
            for note in linked.get(index, ()):
                if note in home and document.notes[note].label == document.references[index].label:
                    moved[index] = home[note]
    for count in counts:
        count.references = [index for index in count.references if moved.get(index, count) is count]
    for index, count in moved.items():
        if index not in count.references:
            count.references.append(index)
    for count in counts:
        count.references.sort()


def order_nested(document: Apparatus, count: Count) -> None:
    """Let a reference inside a note take its turn where that note is called, as its number does.

    Pairs that earlier counts have found tell where a note is called; else its label does.
    """
    notes = sorted(range(len(document.notes)), key=lambda index: document.notes[index].marker)
    starts = [document.notes[index].marker.start for index in notes]
    called = {}
    for reference in reversed(document.references):
        called[reference.label.text, reference.series] = reference.marker.start
    paired = {note: document.references[ref].marker.start for ref, note in reversed(document.alignment.pairs)}

    def turn(index: int) -> tuple[int, int]:
        place = document.references[index].marker.start
        at = bisect_right(starts, place) - 1
        note = document.notes[notes[at]] if at >= 0 else None
        if note is None or place >= note.body.end:
            return place, place
        return paired.get(notes[at], called.get((note.label.text, note.series), place)), place

    places = sorted(count.references, key=lambda index: document.references[index].marker.start)
    count.references.sort(key=turn)
    # Other editors number the notes to notes after all others.
    if _falls(document, places) < _falls(document, count.references):
        count.references = places


def _falls(document: Apparatus, references: list[int]) -> int:
    """How often the labels run backwards."""
    values = [document.references[index].label.value or 0 for index in references]
    return sum(after < before for before, after in pairwise(values))


def _describe(document: Document, count: Count, total: int, declared: bool) -> None:
    places = [document.notes[index].marker for index in count.notes]
    places += [document.references[index].marker for index in count.references]
    extent = Extent(min(p.start for p in places), max(p.end for p in places)) if places else Extent(0, 0)
    if declared:
        why = f"the settings say that notes are numbered by {document.edition.numbering}"
    elif total == 1:
        why = "the labels count on from the first note to the last without starting again"
    else:
        why = f"the labels start again {total - 1} times; this is the stretch between two starts"
    for index in count.notes:
        document.notes[index].scope = count.scope
    for index in count.references:
        document.references[index].scope = count.scope
    values = [document.notes[index].label.value or 0 for index in count.notes]
    lowest = min(values, default=1)
    count.first = 1 if lowest <= 2 or total > 1 else lowest
    document.scopes.append(Scope(extent, declared, why))


def name_series(document: Document, keys: list[tuple[LabelKind, str]]) -> dict[tuple[LabelKind, str], int]:
    """Make the document's `series` from (label kind, star) keys and return each key's index."""
    order = [key for key, _ in Counter(keys).most_common()]
    for kind, star in order:
        shape = "[n*]" if star else {"arabic": "[n]", "letter": "[a]", "roman": "[i]"}.get(kind, "*")
        name = document.edition.series.get(shape, "starred notes" if star else "notes")
        document.series.append(Series(name, kind, shape))
    return {key: index for index, key in enumerate(order)}
