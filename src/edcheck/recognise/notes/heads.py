"""Labels at the heads of blocks and lines, which begin notes or items of a list.

A label needs a stop there, brackets, or a cell or a term to itself. Where notes are numbered in parentheses or
braces and set off from the text, numbers in such brackets are references.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from edcheck.model import Block, Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.labels import parse_label
from edcheck.recognise.notes.marker import Marker, block_of
from edcheck.recognise.notes.no_calls import is_no_call
from edcheck.text import Extent

_STOP = lazy_pattern(
    r"[ \t]*(?:Note[ \t]+)?(?P<open>[({])?(?P<label>\*?\d{1,4}(?:[a-z]|\*)?|[*†‡§]{1,3})(?P<stop>[.)}]\.?)?"
    r"(?=[ \t\u00a0]+\S)"
)
_ALONE = lazy_pattern(r"(?P<open>[({\[])?(?P<label>\d{1,4}[a-z]?|[*†‡§]{1,3})(?P<stop>[.)}\]]\.?)?\Z")
"""A label and nothing else."""
_ROW = 6
"""Blocks among which the next label of a table of notes stands."""
_CLOSING = {"(": ")", "{": "}"}
_LINE_LABEL = lazy_pattern(r"[\[({]?(?:\d{1,4}[a-z*]?(?:[\])}.]|\s)|[a-z][\])}.]|[*†‡§]{1,3}[\])}.\s])")
"""What the first line of a block begins with whose lines are notes."""
_LINE_NUMBER = lazy_pattern(r"[ \t]*+([\[({]?)(\d{1,4})([\])}.])[ \t]")
_LINE_END = lazy_pattern(r"\r\n|\n|\r")
_SKIPPED = 2
"""How far the number of a line may be from that of the one before."""
SOLID = lazy_pattern(r"\S")
LONGEST_LABEL = 14
"""Code points of a link or of raised text that can be a label, with what stands around it."""
_NEAR = 3
"""How far apart the numbers of neighbours in a table may be."""
_NOTE_HEADINGS = frozenset({"notes", "note", "footnotes", "endnotes", "references", "annotations"})
_LONGEST_HEADING, _AROUND = 40, " \t\r\n.:*_=-"


class Lines:
    """Where lines begin that the markup breaks (`<br>`) or a plain text numbers, in blocks of notes set by lines.

    Such a block begins with a label itself; in all others only the block has a head.
    """

    def __init__(self, document: Document, starts: list[int]) -> None:
        self.text, self.starts = document.text, starts
        self.breaks = sorted(one.at for one in document.markup.breaks if one.kind == "line")
        if document.format == "plain":
            self.breaks = [at for block in document.blocks for at in _numbered_lines(self.text, block.extent)]
        self._labelled: dict[int, bool] = {}

    def start(self, block: int, offset: int) -> int:
        """Where the line begins that holds an offset; without such lines, where the block begins."""
        start = self.starts[block] if block >= 0 else 0
        at = bisect_right(self.breaks, offset)
        if not at or self.breaks[at - 1] <= start:
            return start
        labelled = self._labelled.get(block)
        if labelled is None:
            labelled = self._labelled[block] = _LINE_LABEL.match(self.text, start) is not None
        return self.breaks[at - 1] if labelled else start

    def heads(self, document: Document) -> Iterator[tuple[int, int, int]]:
        """Every block's index, head and end; and those of the lines in it."""
        at = 0
        for index, block in enumerate(document.blocks):
            start, end = block.extent
            yield index, start, end
            while at < len(self.breaks) and self.breaks[at] < end:
                line = self.breaks[at]
                at += 1
                if line > start and self.start(index, line) == line:
                    solid = SOLID.search(self.text, line, end)
                    if solid:
                        yield index, solid.start(), end


def _numbered_lines(text: str, extent: Extent) -> list[int]:
    """Where the lines of a plain block begin whose numbers count on from that of its first line, all set alike."""
    first = _LINE_NUMBER.match(text, *extent)
    if first is None:
        return []
    found, last = [], int(first[2])
    lines = [_LINE_NUMBER.match(text, end.end(), extent.end) for end in _LINE_END.finditer(text, *extent)]
    numbered = [line for line in lines if line and (line[1], line[3]) == (first[1], first[3])]
    values = [int(line[2]) for line in numbered]
    for index, (line, value) in enumerate(zip(numbered, values, strict=True), 1):
        # A number in the place of another is a slip; a year that a line happens to begin with is not.
        awaited = last + 2 in values[index : index + 2]
        if abs(value - last) <= _SKIPPED or (awaited and len(line[2]) == len(str(last + 1))):
            found.append(line.start())
            goes_on = last < value <= last + _SKIPPED
            last = value if goes_on else last + awaited
    return found


def find_heads(document: Document, lines: Lines) -> Iterator[Marker]:
    """Numbers and symbols with a stop at the head of a block: notes, or list items."""
    text = document.text
    for index, start, end in lines.heads(document):
        if start == end or (text[start].isalpha() and text[start] != "N"):
            continue
        match = _STOP.match(text, start, min(end, start + 40))
        if match is None and end - start < LONGEST_LABEL:
            match = _alone(document, index)
        elif match and not _is_head(match):
            match = None
        if match is None:
            continue
        parsed = parse_label(match["label"])
        if parsed:
            yield Marker(
                Extent(match.start("open") if match["open"] else match.start("label"), match.end()),
                Extent(*match.span("label")),
                parsed.label,
                parsed.star,
                "enclosed" if match["open"] else "stop",
                True,
                index,
            )


def _alone(document: Document, index: int) -> "re.Match[str] | None":
    """A label that fills a term of a list of definitions, or a cell beside a cell of text."""
    blocks = document.blocks
    block = blocks[index]
    if block.name not in ("dt", "td", "th") or index + 1 == len(blocks):
        return None
    start, end = blocks[index + 1].extent
    beside = "dd" if block.name == "dt" else "td"
    prose = document.text[start : min(end, start + 40)].strip()
    # A note may be one word with its stop (`Ibid.`); in a table, one without is a list's.
    is_text = any(map(str.isalpha, prose)) and (beside == "dd" or " " in prose or prose[-1:] == ".")
    if blocks[index + 1].name not in (beside, "p") or not is_text:
        return None
    match = _ALONE.match(document.text, *block.extent)
    return match if match and _counts_on(document, index, match["label"]) else None


def _counts_on(document: Document, index: int, label: str) -> bool:
    """Whether a label stands alone in a block as its neighbours do, and counts on from one or to one of these."""
    if not label.isdigit():
        return True
    name = document.blocks[index].name
    for near in (*range(index - 2, index - _ROW, -1), *range(index + 2, index + _ROW)):
        if 0 <= near < len(document.blocks) and document.blocks[near].name == name:
            other = _ALONE.match(document.text, *document.blocks[near].extent)
            if other and other["label"].isdigit() and 0 < abs(int(other["label"]) - int(label)) <= _NEAR:
                return True
    return False


def _is_head(match: re.Match[str]) -> bool:
    """Whether a label at a head is closed as it is opened; figures need a stop, symbols do not."""
    opened, stop = match["open"], (match["stop"] or "")[:1]
    if opened:
        return stop == _CLOSING[opened]
    return stop in ".)" if stop else not match["label"][0].isdigit()


def find_enclosed(document: Document, starts: list[int], found: list[Marker]) -> Iterator[Marker]:
    """Numbers in parentheses or braces in the text, where notes at its end or under a rule are numbered so."""
    heads = [marker for marker in found if marker.shape == "enclosed" and marker.heads_block]
    first = next((marker for marker in heads if _is_set_off(document, marker.block)), None)
    if first is None:
        return
    opening = document.text[first.extent.start]
    known = {marker.label_extent for marker in found}
    pattern = re.compile(rf"(?<=\S)[ \u00a0]?(\{opening}(\d{{1,4}})\{_CLOSING[opening]})")
    for match in pattern.finditer(document.text, 0, first.extent.start):
        parsed = parse_label(match[2])
        place, label = Extent(*match.span(1)), Extent(*match.span(2))
        if parsed and label not in known and not is_no_call(document.text, place.start, parsed.label.value or 0):
            yield Marker(place, label, parsed.label, "", "enclosed", False, block_of(starts, match.start(1)))


def _is_set_off(document: Document, block: int) -> bool:
    """Whether a line or a heading such as `NOTES` stands before a block."""
    if block < 1:
        return False
    before = document.blocks[block - 1]
    return before.kind == "ornament" or is_note_heading(document, before)


def is_note_heading(document: Document, block: Block) -> bool:
    """Whether a block says that notes follow."""
    start, end = block.extent
    return end - start < _LONGEST_HEADING and document.quote(block.extent).strip(_AROUND).lower() in _NOTE_HEADINGS
