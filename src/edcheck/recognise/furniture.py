"""What stands on a printed page besides its text, where it was copied along: page numbers and running heads.

Each is a short line of its own. What shows that it is no part of the text is where it stands, between the two
halves of a sentence, and that it comes again: numbers run on, heads are the same but for their numbers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.pages import find_pages
from edcheck.recognise.prose import stands_apart
from edcheck.records import NamedTuple
from edcheck.text import Extent

_DERIVED = "furniture"
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_SIGNS = rf"[0-9{_UPPER}\-–—\[(•*|~"
# In what is left out a figure is [0-9]: with the category \d it would take twice as long for every line.
_LINE = lazy_pattern(
    rf"\n(?={_SIGNS} \t])[ \t]*+(?={_SIGNS}])("
    r"(?:[-–—\[(•*|~]{1,2}[ \t]?)?[0-9]{1,4}(?:[ \t]?[-–—\])•*|~]{1,2}|\.)?"
    rf"|(?:[0-9]{{1,4}}[.,]?[ \t]+)?[{_UPPER}][{_UPPER} \t.,:;’'&—–-]{{3,60}}+(?:[0-9]{{1,4}}\.?)?"
    rf"|[0-9]{{1,4}}[ \t]+[{_UPPER}][^\n\r0-9]{{2,50}}+"
    rf"|[{_UPPER}][^\n\r0-9]{{2,50}}+[0-9]{{1,4}}\.?"
    r")[ \t]*+(?=\r?\n)"
)
_NUMBER = lazy_pattern(r"\W*([0-9]{1,4})\W*\Z")
_NUMBERED = lazy_pattern(r"(?:([0-9]{1,4})[.,]?[ \t]+)?(.*?)(?:[ \t]+([0-9]{1,4})\.?)?\Z")
_BLANKS = " \t\r\n"
_OPENERS = "\"“„«‘'(["
_GO_ON = frozenset(",;-–—")
_HALF = 30
"""Code points of the part of a paragraph before or behind that is no heading and no label."""
_VERSE = 45
"""Code points of a line near by that is no verse."""
_TURN = 400
"""Code points on either side in which that part is looked for."""
_HEADS, _HEADS_WITHIN = 3, 2
"""How often a head stands in a text into which it was copied, and how often of these within a sentence."""
_MOST = 4
"""Lines of furniture between two pages: foot, number, head, number."""
_LETTERS = 4
"""Letters of a head."""
_REACH = 3
"""Lines on either side that may show that a number runs on."""
_YEARS = 1000
"""A number from which on it may be a year."""


class Furniture(NamedTuple):
    """What was copied along from one printed page."""

    kind: Literal["number", "head"]
    """A head with a number beside it is one head."""
    place: Extent
    text: str
    """The number, or the head without it."""
    support: int
    """How many numbers near by run on with it, or how often the head stands in the text."""
    within: bool
    """It stands between the two halves of a sentence."""
    gap: Extent
    """All that lies between the text before it and the text behind it."""


class _Line(NamedTuple):
    place: Extent
    number: int | None
    head: str
    bare: bool


class _Cluster(NamedTuple):
    """Lines that follow one another with nothing between, and what lies between the text around them."""

    lines: list[_Line]
    gap: Extent
    within: bool
    long: bool
    """A line near by is too long for a verse."""


def find_furniture(document: Document) -> list[Furniture]:
    """The page numbers and running heads that stand in the text, in order; found on first use."""
    found: list[Furniture] | None = document.derived.get(_DERIVED)
    if found is None:
        found = document.derived[_DERIVED] = _find(document)
    return found


def _find(document: Document) -> list[Furniture]:
    groups = list(_groups(document.text))
    opened = {
        group[0]: cluster
        for group in groups
        if _is_opened(document.text, group) and (cluster := _cluster(document, group, True)).within
    }
    if not opened:
        return []
    clusters = [opened.get(group[0]) or _cluster(document, group, False) for group in groups]
    lines = [(cluster, line) for cluster in clusters for line in cluster.lines]
    every = Counter(line.head for _, line in lines if line.head)
    title = document.text[: max(document.text.find("\n"), 0)]
    every[_line(title.strip(), Extent(0, 0)).head] += 1
    inside = Counter(line.head for cluster, line in lines if line.head and cluster.within)
    heads = {head: every[head] for head, count in inside.items() if count >= _HEADS_WITHIN}
    heads = {head: count for head, count in heads.items() if count >= _HEADS}
    numbers = [line for _, line in lines if line.number is not None]
    fitting = dict(
        zip((line.place for line in numbers), _fitting([line.number or 0 for line in numbers]), strict=True)
    )
    found = [one for cluster in clusters if (one := _furniture(document, cluster, heads, fitting))]
    running = sum(one.kind == "number" and one.within and one.support > 0 for one in found)
    found = [one for one in found if one.within or one.kind == "head" or running >= _HEADS_WITHIN]
    return _not_marked(document, found) if found else []


def _groups(text: str) -> Iterator[list[Extent]]:
    """Short lines with nothing between, few of them: an index and a table have many."""
    places: list[Extent] = []
    for match in _LINE.finditer(text):
        place = Extent(*match.span(1))
        if places and not text[places[-1].end : place.start].isspace():
            if len(places) <= _MOST:
                yield places
            places = []
        places.append(place)
    if 0 < len(places) <= _MOST:
        yield places


def _is_opened(text: str, places: list[Extent]) -> bool:
    """Whether what stands before may go on behind: it ends without a stop, and what follows begins small."""
    before, after = places[0].start - 1, places[-1].end
    while before > 0 and text[before] in _BLANKS:
        before -= 1
    while after < len(text) and (text[after] in _BLANKS or text[after] in _OPENERS):
        after += 1
    return (text[before].isalpha() or text[before] in _GO_ON) and text[after : after + 1].islower()


def _line(text: str, place: Extent) -> _Line:
    match = _NUMBER.match(text)
    if match:
        return _Line(place, int(match[1]), "", match[1] == text)
    match = _NUMBERED.match(text)
    before, head, after = match.groups() if match else (None, text, None)
    number = before or after
    head = " ".join(head.split()).casefold().strip(" .,:;—–-")
    return _Line(place, int(number) if number else None, head if len(head) >= _LETTERS else "", True)


def _cluster(document: Document, places: list[Extent], opened: bool) -> _Cluster:
    text = document.text
    lines = [_line(text[place.start : place.end], place) for place in places]
    start, end = places[0].start, places[-1].end
    before = text[max(start - _TURN, 0) : start].rstrip(_BLANKS)
    after = text[end : end + _TURN].lstrip(_BLANKS)
    gap = Extent(max(start - _TURN, 0) + len(before), end + len(text[end : end + _TURN]) - len(after))
    if not opened:
        return _Cluster(lines, gap, False, False)
    half = before.replace("\r\n", "\n").rpartition("\n\n")[2]
    other = after.replace("\r\n", "\n").partition("\n\n")[0]
    within = min(len(half), len(other)) >= _HALF and not half.rpartition("\n")[2].isupper()
    within = within and _are_text(document, gap) and not _is_term(document, start)
    long = max(map(len, f"{half}\n{other}".split("\n"))) >= _VERSE
    return _Cluster(lines, gap, within, long)


def _is_term(document: Document, start: int) -> bool:
    """Whether a line is the term of a list of definitions, which the next block explains."""
    block = document.block_at(start)
    return block is not None and block.name == "dt"


def _are_text(document: Document, gap: Extent) -> bool:
    """Whether paragraphs stand on both sides of a gap."""
    sides = document.block_at(gap.start - 1), document.block_at(gap.end)
    kinds = all(side is not None and side.kind in ("paragraph", "quote", "item") for side in sides)
    return kinds and not stands_apart(document, gap.start)


def _fitting(values: Sequence[int]) -> list[int]:
    """For each number, how many of its neighbours run on with it."""
    counts = []
    for index, value in enumerate(values):
        start = max(index - _REACH, 0)
        near = values[start : index + _REACH + 1]
        counts.append(sum(other - value == start + step - index for step, other in enumerate(near)) - 1)
    return counts


def _furniture(
    document: Document, cluster: _Cluster, heads: dict[str, int], fitting: dict[Extent, int]
) -> Furniture | None:
    lines = cluster.lines
    found = [line for line in lines if line.head in heads]
    if found:
        whole = all(line.head in heads or not line.head for line in lines)
        ends = lines if whole else found
        numbered = any(fitting.get(line.place, 0) > 0 for line in lines)
        place = Extent(ends[0].place.start, ends[-1].place.end)
        if cluster.within or numbered:
            return Furniture("head", place, found[0].head, heads[found[0].head], cluster.within, cluster.gap)
        return None
    number, place = lines[0].number, lines[0].place
    if len(lines) > 1 or lines[0].head or number is None:
        return None
    support = fitting[place]
    if not support and (not cluster.within or not cluster.long or (lines[0].bare and number >= _YEARS)):
        return None
    return Furniture("number", place, str(number), support, cluster.within, cluster.gap)


def _not_marked(document: Document, found: list[Furniture]) -> list[Furniture]:
    """Without what the markup, or the numbering of notes, says that it is: a page, a link, the call of a note."""
    marked = [page.place.start for page in find_pages(document) if isinstance(page.place, Extent)]
    marked += [reference.marker.start for reference in document.references]
    marked += [note.marker.start for note in document.notes]
    marked += [link.extent.start for link in document.links]
    marked += [raised.start for raised in document.markup.superscripts]
    known = set(marked)
    return [one for one in found if known.isdisjoint(range(*one.place))]
