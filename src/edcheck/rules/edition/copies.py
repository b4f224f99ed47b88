"""Documents of an edition that share long paragraphs, and those that are copies of others."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from edcheck.model import Facts
from edcheck.model.collection import once
from edcheck.recognise.paragraphs import split

MOSTLY = 0.6
"""Share of a document's long paragraphs from which on it is all one copy."""
_MANY = 3
"""Documents in which a paragraph stands from which on it is a form."""

Paragraphs = list[tuple[int, int]]
"""The digests of a document's long paragraphs, and their lengths."""


def paragraphs_of(facts: Sequence[Facts]) -> list[Paragraphs]:
    """The long paragraphs of each document."""
    return once(_paragraphs, facts)


def shared_paragraphs(facts: Sequence[Facts]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Paragraphs that stand in two documents, by the later and the earlier of them, in order."""
    return once(_shared, facts)


def copies(facts: Sequence[Facts]) -> frozenset[str]:
    """The documents that are copies of earlier ones: whatever is odd in one of them has this one cause."""
    return once(_copies, facts)


def _paragraphs(facts: Sequence[Facts]) -> list[Paragraphs]:
    return [split(document.paragraphs) for document in facts]


def _shared(facts: Sequence[Facts]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    paragraphs = paragraphs_of(facts)
    # Most stand once, and what stands once is told by counting, without a place for each.
    often = Counter(digest for own in paragraphs for digest, _ in own)
    twice = {digest for digest, count in often.items() if digest and 1 < count < _MANY}
    where: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for document, own in enumerate(paragraphs) if twice else ():
        for index, (digest, _) in enumerate(own):
            if digest in twice:
                where[digest].append((document, index))
    shared: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in where.values():
        (earlier, other), (document, index) = places
        if earlier != document:
            shared[document, earlier].append((index, other))
    return {key: sorted(shared[key]) for key in sorted(shared)}


def _copies(facts: Sequence[Facts]) -> frozenset[str]:
    paragraphs = paragraphs_of(facts)
    return frozenset(
        facts[document].path
        for (document, _), pairs in shared_paragraphs(facts).items()
        if len(pairs) > MOSTLY * len(paragraphs[document])
    )
