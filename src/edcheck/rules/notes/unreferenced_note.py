"""A numbered note is called by nobody.

The reference was lost, most often a small raised figure that was not read. Look between the places where the
notes before and after are called, and restore the reference there.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from edcheck.model import Apparatus, Draft, Note, Reference
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent, Span


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    counted = {(reference.series, reference.scope) for reference in apparatus.references}
    series = {reference.series for reference in apparatus.references}
    siblings: _Siblings | None = None
    for repair in apparatus.alignment.repairs:
        if repair.kind != "missing-reference" or repair.note is None:
            continue
        note = apparatus.notes[repair.note]
        alone = (note.series, note.scope) not in counted and len(apparatus.scopes) < 3
        # A name is no part of a count: that others are called is enough.
        named = note.label.kind == "name" and bool(series)
        if named or (note.series in series and not alone):
            siblings = siblings or _Siblings(apparatus)
            yield Draft(
                "unreferenced",
                note.label_place,
                {"label": note.label.text},
                siblings.around(note),
                confidence=repair.confidence,
            )


class _Siblings:
    """The references of each count, by number."""

    def __init__(self, apparatus: Apparatus) -> None:
        counts: defaultdict[tuple[int, int], list[Reference]] = defaultdict(list)
        for reference in apparatus.references:
            counts[reference.series, reference.scope].append(reference)
        for references in counts.values():
            references.sort(key=lambda reference: (_value(reference), reference.marker))
        self._counts = counts

    def around(self, note: Note) -> tuple[tuple[Extent | Span, str], ...]:
        """The references between which the lost one must have stood."""
        siblings = self._counts.get((note.series, note.scope), [])
        low = bisect_left(siblings, _value(note), key=_value)
        high = bisect_right(siblings, _value(note), key=_value)
        places: list[tuple[Extent | Span, str]] = []
        if low:
            last = siblings[low - 1]
            places.append((last.place, f"the reference before it, to note {last.label.text}"))
        if high < len(siblings):
            first = siblings[high]
            places.append((first.place, f"the reference after it, to note {first.label.text}"))
        return tuple(places)


def _value(one: Note | Reference) -> int:
    return one.label.value or 0


rule = Rule(
    id="notes/unreferenced-note",
    severity="warning",
    doc=__doc__,
    messages={"unreferenced": "nothing in the text calls note {label}"},
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "".join(f"The mole fell* on day {n}.\n\n* Log {n} says so.\n\n" for n in "abcd")
            + "It rained* and hailed on day e.\n\n* Log e says so.\n\n«†» Log f does not.\n\n"
        ),
        Bad(
            "The well dried up. [1] The goats died. The herdsman left. [3]\n\n1. In the third summer.\n\n"
            "«2». Forty of them.\n\n3. For the coast."
        ),
        Bad(
            "The well dried up.[^1] The goats died.\n\n[^1]: In the third summer.\n\n[^«goats»]: Forty of them.\n",
            format="markdown",
        ),
        Bad(
            '<p>Oats<ref xml:id="r1" target="#n1">1</ref>, tar, oil<ref xml:id="r3" target="#n3">3</ref>.</p>'
            '<note xml:id="n1" n="1" target="#r1">Dear.</note><note xml:id="n2" n="«2»" target="#r2">Hot.</note>'
            '<note xml:id="n3" n="3" target="#r3">Old.</note>',
            format="tei",
        ),
    ),
    good=(
        Good(
            "La crue emporta le pont [note 1] ; la foire n’eut pas lieu [note 2].\n\n"
            "Note 1. Le pont du bas.\n\nNote 2. Celle de mai.",
            because="calls that say what they call",
        ),
        Good(
            "Er kam*) an.\n\n*) Im Mai.\n\nEr blieb**) da.\n\n**) Ein Jahr.\n\n" * 4
            + "Er rief: „Land!“*) Sie lachten.\n\n*) Die Insel.\n\nEr ging**) fort.\n\n**) Im Juni.",
            because="a call behind a German quotation mark",
        ),
        Good("The well dried up. [1]\n\n1. In the third summer."),
        Good(
            "The well dried up. [1] The herdsman left. [3]\n\n1. In summer.\n\n2. Note 2 is omitted in the source."
            "\n\n3. For the coast.",
            because="a placeholder says itself that it is called by nobody",
        ),
        Good(
            "The rules of the house. [1]\n\n  1. No fire.\n\n  2. No dogs.\n\n[1] Posted in the hall.",
            because="a numbered list is no list of notes",
        ),
    ),
)
