"""A note is called twice in a row, where every other note is called once.

The reference was set a second time when a line was keyed again or two versions of a passage were joined, or a
footnote mark of the print was read where there is none. Nothing in the count contradicts it, so it is told only
in texts that call each of their notes once. Compare both places with the source; delete the one that is not there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Document, Draft, Reference
from edcheck.recognise.copies import in_copy
from edcheck.rule import Bad, Good, NoOptions, Rule

_FEWEST = 10
"""References of a count that make it a habit to call each note once."""
_AGAIN = 0.005
"""Share of the notes that may be called more than once beside the one in question."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if len(document.references) < _FEWEST:
        return
    counts: defaultdict[tuple[int, int], list[Reference]] = defaultdict(list)
    for reference in document.references:
        if reference.label.kind == "arabic" and reference.origin != "element":
            counts[reference.series, reference.scope].append(reference)
    explained = _explained(document)
    returned = {link.fragment for link in document.links}
    for references in counts.values():
        references.sort(key=lambda reference: reference.marker)
        for first, second in _twice_in_a_row(references):
            led_back = all(not returned.isdisjoint(one.anchors) for one in (first, second))
            if led_back or id(first) in explained or id(second) in explained:
                continue
            if in_copy(document, second.marker.start):
                # The whole paragraph stands twice, which has a rule of its own.
                continue
            yield Draft(
                "repeated",
                first.label_place,
                {"label": first.label.text},
                ((second.place, "called again here"),),
                (f"the other {len(references) - 2} references of this count call each its own note",),
                confidence=0.8,
            )


def _explained(document: Document) -> set[int]:
    """References that a repair of the alignment speaks of."""
    found = set()
    for repair in document.alignment.repairs:
        for index in (repair.reference, *repair.other_references):
            if index is not None:
                found.add(id(document.references[index]))
    return found


def _twice_in_a_row(references: list[Reference]) -> Iterator[tuple[Reference, Reference]]:
    """Calls of one note that follow on each other while the count goes on, if repeating is no habit."""
    values = [reference.label.value or 0 for reference in references]
    often = sum(count > 1 for count in Counter(one.label for one in references).values())
    if len(references) < _FEWEST or often > 1 + int(_AGAIN * len(references)):
        return
    for at, (first, second) in enumerate(pairwise(references)):
        before = at == 0 or values[at - 1] == values[at] - 1
        after = at + 2 < len(values) and values[at + 2] == values[at] + 1
        if first.label == second.label and before and after:
            yield first, second


_SOUND = " ".join(f"It rained on day {n}. [{n}]" for n in range(1, 6))
_MORE = " ".join(f"It rained on day {n}. [{n}]" for n in range(6, 12))
_NOTES = "".join(f"\n\n{n}. Log of day {n}." for n in range(1, 12))
_COPIED = (
    "It rained on day 6, all through the morning and again in the night, [6] and the showers that fell on the "
    "moor were heavy; the brook rose by a foot."
)
_OFTEN = " ".join(f"It rained on day {n} [{n}] and in the night. [{n}]" for n in range(6, 12))

rule = Rule(
    id="notes/repeated-reference",
    severity="warning",
    doc=__doc__,
    messages={
        "repeated": "note {label} is called here and again by the next reference; all others are called once"
    },
    check=check,
    bad=(
        Bad(f"{_SOUND} The mole broke [«6»] and sank. {_MORE}{_NOTES}"),
        Bad(
            "<p>"
            + "".join(f'Day {n}<a href="#n{n}" name="f{n}">[{n}]</a> ' for n in range(1, 7))
            + 'night<a href="#n7" name="x7">[«7»]</a> '
            + "".join(f'Day {n}<a href="#n{n}" name="f{n}">[{n}]</a> ' for n in range(7, 12))
            + "".join(f'<p><a name="n{n}" href="#f{n}">{n}.</a> Log of day {n}.' for n in range(1, 12)),
            format="html",
        ),
    ),
    good=(
        Good(
            f"{_SOUND}\n\n{_COPIED}\n\n{_COPIED}\n\n{_MORE.replace('[6]', '')}{_NOTES}",
            because="the whole paragraph stands twice",
        ),
        Good(f"{_SOUND} {_MORE}{_NOTES}"),
        Good(f"{_SOUND} {_OFTEN}{_NOTES}", because="the text calls its notes as often as it needs them"),
        Good(f"{_SOUND} {_MORE} So it had begun. [3]{_NOTES}", because="an earlier note is referred to once more"),
        Good(
            "<p>"
            + "".join(f'Day {n}<a href="#n{n}" name="f{n}">[{n}]</a> ' for n in range(1, 7))
            + 'night<a href="#n6" name="x6">[6]</a> '
            + "".join(f'Day {n}<a href="#n{n}" name="f{n}">[{n}]</a> ' for n in range(7, 12))
            + "".join(f'<p><a name="n{n}" href="#f{n}">{n}.</a> Log of day {n}.' for n in range(1, 12))
            + ' <a href="#x6">back to the night</a>',
            because="ways back lead to both places",
            format="html",
        ),
        Good("Rain [1] and hail. [1] Snow. [2]\n\n1. In May.\n\n2. In June.", because="few notes make no habit"),
    ),
)
