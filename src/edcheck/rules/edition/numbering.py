"""Notes that are counted through the edition: which documents have them, and from which number to which."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from posixpath import dirname

from edcheck.model import Facts, LabelFact
from edcheck.model.collection import once
from edcheck.records import NamedTuple

_ENOUGH = 3
"""Documents that go on where another ends, from which on the count is the edition's, though nobody says so."""
_SHARE = 0.75
_STRAY = 3
"""Numbers that a gap within a document may leave out; what stands alone beyond it is a slip."""


class Member(NamedTuple):
    """One document's part of a count."""

    path: str
    labels: list[LabelFact]
    lowest: LabelFact
    highest: LabelFact


class Count(NamedTuple):
    """The numbers of one series, document by document in the edition's order."""

    members: list[Member]
    declared: bool
    """The settings say that the numbers run on; else most of the documents do."""
    why: str

    def ascending(self) -> list[Member]:
        """The members by their lowest numbers, whatever the order of the files."""
        return sorted(self.members, key=lambda member: member.lowest.value)


def counts(facts: Sequence[Facts]) -> list[Count]:
    """The counts that run through several documents."""
    return once(_counts, facts)


def _counts(facts: Sequence[Facts]) -> list[Count]:
    return list(_find(facts))


def _find(facts: Sequence[Facts]) -> Iterator[Count]:
    members: defaultdict[tuple[str, str | None], list[Member]] = defaultdict(list)
    for document in facts:
        if document.numbers and document.numbering != "document":
            series: defaultdict[str, list[LabelFact]] = defaultdict(list)
            for label in document.labels:
                series[label.series].append(label)
            for shape, labels in series.items():
                # What nobody declares runs on through one book, not through all folders.
                key = (shape, None if document.numbering == "edition" else dirname(document.path))
                members[key].append(Member(document.path, labels, min(labels, key=_value), _last(labels)))
    for (_, folder), found in members.items():
        if folder is None:
            yield Count(found, True, "the settings say that the notes are counted through the edition")
        elif len(found) > _ENOUGH:
            ascending = Count(found, False, "").ascending()
            going_on = sum(after.lowest.value == before.highest.value + 1 for before, after in pairwise(ascending))
            if going_on >= max(_ENOUGH, _SHARE * (len(found) - 1)):
                yield Count(found, False, f"{going_on + 1} of {len(found)} documents go on where another ends")


def _last(labels: list[LabelFact]) -> LabelFact:
    """The highest number, without those that stand alone far above all others."""
    ordered = sorted(labels, key=_value)
    for index, (before, after) in enumerate(pairwise(ordered), 1):
        if after.value - before.value > _STRAY >= len(ordered) - index:
            return before
    return ordered[-1]


_value = attrgetter("value")
