"""A long paragraph stands twice in one document.

It was pasted twice, or transcribed twice where two people met, or a page was scanned twice: then the second copy
often follows the first directly and differs from it in a few misread letters. Delete one of the two, the one with
the slips. Formulas that are meant to come again, refrains, quotations, registers and notes are passed over.
"""

from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Block, Document, Draft
from edcheck.recognise.prose import stands_apart
from edcheck.recognise.vocabulary.likeness import difference, distance
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.removal import removal
from edcheck.text import Extent
from edcheck.wording import some

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
class _Copy:
    """Blocks that repeat others: the numbers of the first of each, how many, and how the words differ."""

    original: int
    copy: int
    count: int = 1
    slips: tuple[tuple[str, str], ...] = ()


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    copies = _exact(document)
    copies += _misread(document, {copy.copy for copy in copies})
    for copy in _joined(copies):
        yield _draft(document, copy)


def _exact(document: Document) -> list[_Copy]:
    """Paragraphs that repeat another word for word, in order."""
    text = document.text
    heads: dict[str, list[int]] = {}
    for index, block in enumerate(document.blocks):
        start, end = block.extent
        if end - start >= _LONG and block.kind == "paragraph":
            heads.setdefault(text[start : start + _HEAD], []).append(index)
    copies: list[_Copy] = []
    for indices in heads.values():
        if len(indices) > 1:
            copies += _equal(document, indices)
    copies.sort(key=lambda copy: copy.copy)
    return copies


def _equal(document: Document, indices: list[int]) -> Iterator[_Copy]:
    groups: dict[str, list[int]] = {}
    for index in indices:
        words = " ".join(document.quote(document.blocks[index].extent).split())
        groups.setdefault(words, []).append(index)
    for words, group in groups.items():
        for first, second in pairwise(group):
            alone = len(group) < _FORMULA and len(words) >= _FAR and words[0] not in _QUOTES
            apart = stands_apart(document, document.blocks[second].extent.start)
            if (alone or second - first == 1) and not apart:
                yield _Copy(first, second)


def _misread(document: Document, known: set[int]) -> list[_Copy]:
    """Paragraphs that repeat the one before them with a few words misread."""
    suspects = [
        index
        for index in range(1, len(document.blocks))
        if index not in known and _look_alike(document.text, *document.blocks[index - 1 : index + 1])
    ]
    if len(suspects) > _COMPARED:
        return []
    copies = []
    for index in suspects:
        one, other = (document.quote(block.extent).split() for block in document.blocks[index - 1 : index + 1])
        slips = _slips(one, other)
        if slips and not stands_apart(document, document.blocks[index].extent.start):
            copies.append(_Copy(index - 1, index, slips=slips))
    return copies


def _look_alike(text: str, one: Block, other: Block) -> bool:
    """Whether two neighbours are as long and begin or end with the same words."""
    (start, end), (low, high) = one.extent, other.extent
    if end - start < _LONG or abs((end - start) - (high - low)) > (end - start) * _DIFFERENT:
        return False
    if one.kind != "paragraph" or other.kind != "paragraph":
        return False
    return (
        text[start : start + _ENDS] == text[low : low + _ENDS]
        or text[end - _ENDS : end] == text[high - _ENDS : high]
    )


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


def _joined(copies: list[_Copy]) -> Iterator[_Copy]:
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


def _draft(document: Document, copy: _Copy) -> Draft:
    blocks = document.blocks
    first, last = blocks[copy.copy], blocks[copy.copy + copy.count - 1]
    place = Extent(first.extent.start + first.indent, last.extent.end)
    original = Extent(blocks[copy.original].extent.start, blocks[copy.original + copy.count - 1].extent.end)
    near = copy.original + copy.count == copy.copy
    evidence = [f"both are {place.end - place.start} characters long"] if not copy.slips else []
    if copy.slips:
        evidence.append("they differ in " + some(f"“{one}”, “{other}”" for one, other in copy.slips))
    fix = removal(document, copy.copy, copy.copy + copy.count - 1, "suggestion" if copy.slips else "unsafe")
    return Draft(
        "misread" if copy.slips else ("again" if near else "elsewhere"),
        place,
        {"count": len(copy.slips)},
        ((original, "the first copy"),),
        tuple(evidence),
        (fix,) if fix else (),
        confidence=0.95 if near else 0.8,
    )


_RAIN = (
    "The brook rose by a foot in the night, and when the bell rang for six the miller opened the sluice; so the "
    "lower meadow stood under water until noon, and the hay was lost."
)
_MISREAD = _RAIN.replace("brook", "hrook").replace("noon", "noou")
_HAIL = (
    "Hail fell in the second week of May and broke the panes of the vestry; the clerk counted forty of them, and "
    "had them put in again by the glazier from the lower town, who was paid by the piece and drank the money."
)
_BOTH = f"{_RAIN} {_HAIL}"

rule = Rule(
    id="structure/repeated-paragraph",
    severity="warning",
    doc=__doc__,
    messages={
        "again": "this paragraph repeats the one before it",
        "misread": "this paragraph repeats the one before it; {count} of its words are read otherwise",
        "elsewhere": "this passage stands in the document before, word for word",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(f"May.\n\n{_RAIN}\n\n«{_RAIN}»\n\n{_HAIL}", f"May.\n\n{_RAIN}\n\n{_HAIL}"),
        Bad(f"{_RAIN}\n\n«{_MISREAD}»\n\n{_HAIL}", f"{_RAIN}\n\n{_HAIL}"),
        Bad(f"{_RAIN}\n\n«{_RAIN.replace(' lower', '')}»\n\n{_HAIL}", f"{_RAIN}\n\n{_HAIL}"),
        Bad(f"{_BOTH}\n\nMay.\n\n«{_BOTH}»\n\nJune.", f"{_BOTH}\n\nMay.\n\nJune."),
        Bad(f"{_BOTH}\n\n{_BOTH[::-1]}\n\n«{_BOTH}\n\n{_BOTH[::-1]}»", f"{_BOTH}\n\n{_BOTH[::-1]}"),
        Bad(
            f"<p>{_RAIN}</p>\n<p class='a'>«The <i>brook</i>{_RAIN[9:]}»</p>\n<p>{_HAIL}</p>",
            f"<p>{_RAIN}</p>\n<p>{_HAIL}</p>",
            "html",
        ),
        Bad(f"{_RAIN}\n\n**«{_RAIN}»**\n\n{_HAIL}\n", f"{_RAIN}\n\n{_HAIL}\n", "markdown"),
    ),
    good=(
        Good(f"{_RAIN}\n\n{_HAIL}\n\n{_RAIN}", because="so short a passage may be a formula"),
        Good(f"{_BOTH}\n\nMay.\n\n{_BOTH}\n\nJune.\n\n{_BOTH}\n\nJuly.", because="a form that comes again"),
        Good(f"{_BOTH}\n\nSo he wrote. We read again:\n\n“{_BOTH}”", because="a quotation of it"),
        Good(f"{_BOTH}\n\n> {_BOTH}\n", because="a quotation set off", format="markdown"),
        Good(
            f"{_RAIN.replace('six', '6')}\n\n{_RAIN.replace('six', '7')}",
            because="entries of a register differ in their numbers",
        ),
        Good(
            f"{_RAIN}\n\n{_RAIN.replace('miller', 'sexton')}",
            because="entries of a register differ in their names",
        ),
        Good(f"Rain.[1] Ice.[2]\n\nHail.\n\n[1] {_BOTH}\n\n[2] {_BOTH}", because="a note that is given twice"),
        Good("O brook, return!\n\nO brook, return!\n\nO brook, return!", because="a refrain"),
        Good(
            f"<table><tr><td>{_BOTH}</td><td>{_BOTH}</td></tr></table>", because="cells of a table", format="html"
        ),
    ),
)
