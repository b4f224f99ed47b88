"""Copies: paragraphs that stand twice in a document, word for word or with a few words misread.

Whatever is found in a copy is found in it because it is one: its names stand twice, and so do its calls of notes.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress, islice, pairwise
from operator import eq

from edcheck.model import Block, Document
from edcheck.recognise.prose import stands_apart
from edcheck.recognise.vocabulary.likeness import difference, distance
from edcheck.records import dataclass

_LONG = 120
"""Code points of a paragraph that nobody writes twice in a row."""
_FAR = 250
"""Code points of a paragraph that nobody writes twice in a text, formulas and oaths included."""
_HEAD = 24
"""Code points at the beginning by which paragraphs are sorted before they are compared."""
_ENDS = 12
"""Code points at the beginning and at the end of which one is the same in a paragraph and its copy."""
_FORMULA = 3
"""So often stands what is meant to come again."""
_DIFFERENT = 0.12
"""What part of the words of a copy may be misread."""
_SLIP = 2
"""Letters in which two forms of one word differ that were read from the same page."""
_COMPARED = 40
"""Neighbours that begin or end alike and are compared word for word; where there are more, it is a register."""
_QUOTES = frozenset("\"'“”‘’„«»‚‹›")


@dataclass(slots=True)
class Copy:
    """Blocks that repeat others: the numbers of the first of each, how many, and how the words differ."""

    original: int
    copy: int
    count: int = 1
    slips: tuple[tuple[str, str], ...] = ()


def copies(document: Document) -> list[Copy]:
    """The copies in a document in order, those that follow one another as one; found on first use.

    Forms that come again and again, quotations, tables, notes, and short passages far from each other are none.
    """
    found: list[Copy] | None = document.derived.get("copies")
    if found is None:
        found = document.derived["copies"] = list(_joined(_find(document)))
    return found


def in_copy(document: Document, offset: int) -> bool:
    """Whether a view offset lies in a copy of another passage."""
    found = copies(document)
    if not found:
        return False
    block = bisect_right(document.block_starts, offset) - 1
    return any(copy.copy <= block < copy.copy + copy.count for copy in found)


def _find(document: Document) -> list[Copy]:
    """All copies, each block by itself."""
    text = document.text
    long: list[int] = []
    heads: list[str] = []
    tails: list[str] = []
    for index, block in enumerate(document.blocks):
        start, end = block.extent
        if end - start >= _LONG and block.kind == "paragraph":
            long.append(index)
            heads.append(text[start : start + _HEAD])
            tails.append(text[end - _ENDS : end])
    exact = _exact(document, long, heads) if len(set(heads)) < len(heads) else []
    begins = [head[:_ENDS] for head in heads]
    suspects = {
        place
        for ends in (begins, tails)
        for place in compress(range(1, len(long)), map(eq, islice(ends, 1, None), ends))
        if long[place] == long[place - 1] + 1
    }
    known = {copy.copy for copy in exact}
    return exact + _misread(document, sorted(long[place] for place in suspects if long[place] not in known))


def _exact(document: Document, long: list[int], heads: list[str]) -> list[Copy]:
    """Paragraphs that repeat another word for word."""
    by_head: dict[str, list[int]] = {}
    for index, head in zip(long, heads, strict=True):
        by_head.setdefault(head, []).append(index)
    return [copy for indices in by_head.values() if len(indices) > 1 for copy in _equal(document, indices)]


def _equal(document: Document, indices: list[int]) -> Iterator[Copy]:
    groups: dict[str, list[int]] = {}
    for index in indices:
        words = " ".join(document.quote(document.blocks[index].extent).split())
        groups.setdefault(words, []).append(index)
    for words, group in groups.items():
        for first, second in pairwise(group):
            alone = len(group) < _FORMULA and len(words) >= _FAR and words[0] not in _QUOTES
            apart = stands_apart(document, document.blocks[second].extent.start)
            if (alone or second - first == 1) and not apart:
                yield Copy(first, second)


def _misread(document: Document, suspects: list[int]) -> list[Copy]:
    """Paragraphs that repeat the one before them with a few words misread."""
    copies = []
    suspects = [index for index in suspects if _as_long(*document.blocks[index - 1 : index + 1])]
    for index in suspects if len(suspects) <= _COMPARED else ():
        one, other = (document.quote(block.extent).split() for block in document.blocks[index - 1 : index + 1])
        slips = _slips(one, other)
        if slips and not stands_apart(document, document.blocks[index].extent.start):
            copies.append(Copy(index - 1, index, slips=slips))
    return copies


def _as_long(one: Block, other: Block) -> bool:
    (start, end), (low, high) = one.extent, other.extent
    return abs((end - start) - (high - low)) <= (end - start) * _DIFFERENT


def _slips(one: list[str], other: list[str]) -> tuple[tuple[str, str], ...]:
    """The words in which two copies differ; none where they are no copies of one text."""
    if len(one) != len(other):
        first, second = difference(" ".join(one), " ".join(other))
        alike = max(len(first), len(second)) <= len(" ".join(one)) * _DIFFERENT / 2
        return ((first.strip(), second.strip()),) if alike and not _counts(first + second) else ()
    slips = tuple((a, b) for a, b in zip(one, other, strict=True) if a != b)
    if len(slips) > len(one) * _DIFFERENT or any(_counts(a + b) or not _is_slip(a, b) for a, b in slips):
        return ()
    return slips


def _counts(words: str) -> bool:
    """Whether a number is what differs: so do entries of a register."""
    return any(map(str.isdecimal, words)) and not any(map(str.isalpha, words))


def _is_slip(one: str, other: str) -> bool:
    return distance(one, other, _SLIP) <= min(_SLIP, max(len(one), len(other)) // 2)


def _joined(copies: list[Copy]) -> Iterator[Copy]:
    """Copies in the order of the text; those that follow one another, as their originals do, as one."""
    copies.sort(key=lambda copy: copy.copy)
    last = None
    for copy in copies:
        if (
            last is not None
            and (copy.original, copy.copy) == (last.original + last.count, last.copy + last.count)
            and last.copy - last.original > 1
        ):
            last.count += 1
            last.slips += copy.slips
            continue
        if last is not None:
            yield last
        last = copy
    if last is not None:
        yield last
