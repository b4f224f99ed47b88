"""Pairs whose names bear another number than both of their labels: a reference and a note renumbered in part."""

from collections import Counter

from edcheck.model import Apparatus, Misnomer
from edcheck.patterns import lazy_pattern
from edcheck.recognise.alignment import Key
from edcheck.recognise.notes.numbering import Count

_NAMED = 5
"""Pairs whose names bear their numbers, from which on an odd name means anything …"""
_FOLLOWING = 0.9
"""… and the share of all named pairs that they must be."""
_NUMBER = lazy_pattern(r"(\d+)\D*\Z")


def anchor_number(apparatus: Apparatus, reference: int, note: int) -> int | None:
    """The number in which the names of a pair's anchors agree (`f39`, `n39`: 39)."""
    names = (*apparatus.references[reference].anchors, *apparatus.notes[note].anchors)
    numbers = {int(match[1]) for name in names if (match := _NUMBER.search(name))}
    return numbers.pop() if len(numbers) == 1 else None


def misnomers_among(
    apparatus: Apparatus, count: Count, references: list[Key], notes: list[Key], pairs: list[tuple[int, int]]
) -> list[Misnomer]:
    """Pairs whose labels agree with each other and not with their names, where the others' names follow."""
    named = []
    for i, j in pairs:
        number = anchor_number(apparatus, count.references[i], count.notes[j])
        if number is not None and references[i] == notes[j]:
            named.append((i, j, number))
    # A name that another note bears is that one's; who took it over by mistake has a finding of its own.
    borne = Counter(name for index in count.notes for name in apparatus.notes[index].anchors)
    own = {j for _, j, _ in named if all(borne[name] == 1 for name in apparatus.notes[count.notes[j]].anchors)}
    odd = [(i, j, number) for i, j, number in named if number != notes[j].value and j in own]
    agreeing = len(named) - len(odd)
    if agreeing < _NAMED or len(odd) > (1 - _FOLLOWING) * len(named):
        return []
    return [Misnomer(count.references[i], count.notes[j], number, agreeing) for i, j, number in odd]
