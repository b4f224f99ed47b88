"""Documents of an edition that share long paragraphs, and those that are copies of others."""

from collections import defaultdict
from collections.abc import Sequence

from edcheck.model import Facts
from edcheck.recognise.paragraphs import split

MOSTLY = 0.6
"""Share of a document's long paragraphs from which on it is all one copy."""
_MANY = 3
"""Documents in which a paragraph stands from which on it is a form."""

Paragraphs = list[tuple[int, int]]
"""The digests of a document's long paragraphs, and their lengths."""


def shared_paragraphs(paragraphs: Sequence[Paragraphs]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Paragraphs that stand in two documents, by the later and the earlier of them, in order."""
    where: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for document, own in enumerate(paragraphs):
        for index, (digest, _) in enumerate(own):
            if digest and len(where[digest]) < _MANY:
                where[digest].append((document, index))
    shared: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in where.values():
        if len(places) == 2 and places[0][0] != places[1][0]:
            (earlier, other), (document, index) = places
            shared[document, earlier].append((index, other))
    return {key: sorted(shared[key]) for key in sorted(shared)}


def copies(facts: Sequence[Facts]) -> set[str]:
    """The documents that are copies of earlier ones: whatever is odd in one of them has this one cause."""
    paragraphs = [split(document.paragraphs) for document in facts]
    return {
        facts[document].path
        for (document, _), pairs in shared_paragraphs(paragraphs).items()
        if len(pairs) > MOSTLY * len(paragraphs[document])
    }
