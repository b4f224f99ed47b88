"""Markers: every place that may call a note or begin one, with what its shape and its links say.

Nothing is decided here but the shape. A number in square brackets at the head of a paragraph may be a note or
a reference, a number with a stop a note or a list item: `choose` in `roles` decides from all markers together.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from edcheck.model import Block, Document, Label
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.labels import CONFUSABLE, Parsed, parse_label, reading, roman_value
from edcheck.records import dataclass
from edcheck.text import Extent

Shape = Literal["footnote", "bracket", "stop", "enclosed", "superscript", "link"]

_BRACKET = lazy_pattern(r"\[([^\[\]\s]{1,7}?)(?:,\spp?\.\s?[\d–-]{1,9})?\]")
_FOOTNOTE = lazy_pattern(
    r"\[Footnote(?:(?P<early>:)[ \t]*(?P<late_label>\d{1,4}|[A-Z])[.:](?=\s)"
    r"|[ \t]+(?P<label>[\w*†‡|!]{1,5})(?P<stop>[ \t]?[:.,;])?(?=\s))"
)
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
_SUPERSCRIPT = lazy_pattern(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}")
_SOLID = lazy_pattern(r"\S")
_PLAIN = ("link", "superscript")
"""Shapes of which a letter is no word."""
_LONGEST_LABEL = 14
"""Code points of a link or of raised text that can be a label, with what stands around it."""
_LINE = 200
"""Code points before a marker in which its line must begin."""
_NO_WORD = "lZ"
"""Look-alikes of digits that editors do not set in brackets for themselves, as they do `[I]` and `[O]`."""
_STRAY_LETTERS, _SIBLINGS = 2, 3
"""Letters that may be misread digits, and numbers that must stand beside them."""
# What stands before a bracketed number that is a page, a volume or another year, not a note.
_NOT_A_CALL = lazy_pattern(
    r"(?:\b(?:pp?|vols?|nos?|ch|chap|cap|art|sect?|bk|ll?|fol|ff?|col|[Ff]ootnote|notes?|Letter|pages?)|§|№|\]note)"
    r"(?:\.[ \t\r\n\u00a0]*|[ \t\r\n\u00a0]+)(?:\d+[ \t\r\n\u00a0]*)?\Z"
)
_INDEX = lazy_pattern(r"(?:(?<![\w’'-])[a-z]|\[\w{1,3}\])\Z")
"""A variable before a bracket: `a[1]`, `t[i][0]`."""
_YEAR_BEFORE = lazy_pattern(r"\b[12]\d{3}[ \t\r\n\u00a0]+\Z")
_UNIT = lazy_pattern(r"\d[ \u00a0]?(?:[kcdm]?m|ft|in|yds?)\Z|(?<![^\W_])[xyzr]\Z")
"""What stands before a raised figure that is a power."""
_LINK_TEXT = lazy_pattern(r"[\s\[({]*([^\s\[\](){}]{1,7}?)\.?[\s\])}.]*\Z")


_NOTE_HEADINGS = frozenset({"notes", "note", "footnotes", "endnotes", "references", "annotations"})
_LONGEST_HEADING, _AROUND = 40, " \t\r\n.:*_=-"


@dataclass(slots=True)
class Marker:
    """A candidate: where it stands, its label, and what is known of it. `star` names a starred series."""

    extent: Extent
    label_extent: Extent
    label: Label
    star: str
    shape: Shape
    heads_block: bool
    block: int
    link: int | None = None
    anchors: tuple[str, ...] = ()
    garbled: str | None = None


def find_markers(document: Document) -> list[Marker]:
    """All markers of a document in the order of the text, none overlapping another."""
    starts = document.block_starts
    names = AnchorIndex(document) if document.anchors else None
    lines = _Lines(document, starts)
    found = [*_links(document, starts, names, lines)]
    taken = [marker.extent for marker in found]
    for marker in (
        *_footnotes(document, starts),
        *_brackets(document, starts, names, lines),
        *_heads(document, lines),
    ):
        at = bisect_left(taken, marker.extent)
        if (at and taken[at - 1].end > marker.extent.start) or (
            at < len(taken) and taken[at].start < marker.extent.end
        ):
            continue
        taken.insert(at, marker.extent)
        if names and marker.heads_block:
            in_line = marker.shape == "bracket" and _SOLID.search(
                document.text, starts[marker.block], marker.extent.start
            )
            first = marker.extent.start if in_line else lines.start(marker.block, marker.extent.start)
            marker.anchors = names.near(first, *marker.extent)
        found.append(marker)
    found.extend(marker for marker in _superscripts(document, starts) if marker.extent not in taken)
    found.extend(_enclosed(document, starts, found))
    found.sort(key=lambda marker: marker.extent)
    _read_as_roman(found)
    _read_as_digits(document.text, found)
    return found


def _read_as_digits(text: str, markers: list[Marker]) -> None:
    """Read a single letter as the digit it resembles where all its siblings are numbers.

    It is linked or raised, or stands in brackets as no word and no part of one does (`hymn.[l]`).
    """
    letters = [marker for marker in markers if marker.label.kind == "letter"]
    if not letters or len(letters) > _STRAY_LETTERS:
        return
    shapes = Counter(marker.shape for marker in markers if marker.label.kind == "arabic")
    for marker in letters:
        start, end = marker.extent
        alone = not text[max(start - 1, 0) : start].isalpha() and not text[end : end + 1].isalnum()
        plain = marker.shape in _PLAIN or (marker.shape == "bracket" and marker.label.text in _NO_WORD and alone)
        if plain and marker.label.text in CONFUSABLE and shapes[marker.shape] >= _SIBLINGS:
            marker.label = Label(marker.label.text, "arabic", reading(marker.label.text))
            marker.garbled = "misread-digit"


def _read_as_roman(markers: list[Marker]) -> None:
    """Read single letters as roman numerals where longer ones stand beside them and no other letter does."""
    letters = [marker for marker in markers if marker.label.kind == "letter"]
    romans = any(marker.label.kind == "roman" for marker in markers)
    if romans and all(roman_value(marker.label.text) for marker in letters):
        for marker in letters:
            marker.label = Label(marker.label.text, "roman", roman_value(marker.label.text))


def block_of(starts: list[int], offset: int) -> int:
    """The index of the block that holds an offset (the last that begins before it)."""
    return bisect_right(starts, offset) - 1


class _Lines:
    """Where lines begin that the markup breaks (`<br>`), in blocks of notes set line by line.

    Such a block begins with a label itself; in all others only the block has a head.
    """

    def __init__(self, document: Document, starts: list[int]) -> None:
        self.text, self.starts = document.text, starts
        self.breaks = sorted(one.at for one in document.markup.breaks if one.kind == "line")
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
                    solid = _SOLID.search(self.text, line, end)
                    if solid:
                        yield index, solid.start(), end


def _heads(document: Document, lines: _Lines) -> Iterator[Marker]:
    """Numbers and symbols with a stop at the head of a block: notes, or list items."""
    text = document.text
    for index, start, end in lines.heads(document):
        if start == end or (text[start].isalpha() and text[start] != "N"):
            continue
        match = _STOP.match(text, start, min(end, start + 40))
        if match is None and end - start < _LONGEST_LABEL:
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
    if blocks[index + 1].name not in (beside, "p") or not (" " in prose and any(map(str.isalpha, prose))):
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
            if other and other["label"].isdigit() and 0 < abs(int(other["label"]) - int(label)) <= _SIBLINGS:
                return True
    return False


def _is_head(match: re.Match[str]) -> bool:
    """Whether a label at a head is closed as it is opened; figures need a stop, symbols do not."""
    opened, stop = match["open"], (match["stop"] or "")[:1]
    if opened:
        return stop == _CLOSING[opened]
    return stop in ".)" if stop else not match["label"][0].isdigit()


def _brackets(
    document: Document, starts: list[int], names: "AnchorIndex | None", lines: _Lines
) -> Iterator[Marker]:
    text = document.text
    if "[" not in text:
        return
    last_head = -1
    for match in _BRACKET.finditer(text):
        parsed = parse_label(match[1])
        if parsed is None:
            continue
        block = block_of(starts, match.start())
        line = lines.start(block, match.start())
        head = block >= 0 and _SOLID.search(text, line, match.start()) is None
        if not head and _is_no_call(text, match.start(), parsed.label.value or 0):
            continue
        head = head or _heads_line(document, starts, block, match, names, parsed.label.value == last_head + 1)
        last_head = (parsed.label.value or 0) if head else last_head
        place, label = Extent(*match.span()), Extent(*match.span(1))
        yield Marker(place, label, parsed.label, parsed.star, "bracket", head, block)


def _is_no_call(text: str, at: int, value: int) -> bool:
    window = max(at - 16, 0)
    if at and (text[at - 1].islower() or text[at - 1] == "]") and _INDEX.search(text, window, at):
        return True
    return bool(_NOT_A_CALL.search(text, window, at)) or (
        value >= 1000 and bool(_YEAR_BEFORE.search(text, window, at))
    )


def _heads_line(
    document: Document,
    starts: list[int],
    block: int,
    match: re.Match[str],
    names: "AnchorIndex | None",
    counts_on: bool,
) -> bool:
    """Whether a bracket at a line's head inside a block goes on with notes that stand line by line.

    In plain text it must count on from the one before, in HTML it must have a name.
    """
    text, (start, end) = document.text, match.span()
    goes_on = (
        counts_on if document.format == "plain" else names is not None and bool(names.near(start, start, end))
    )
    if block < 0 or not goes_on or not text.startswith("[", starts[block]) or text[end : end + 1] != " ":
        return False
    low = max(start - _LINE, 0)
    line = max(text.rfind("\n", low, start), text.rfind("\r", low, start), low - 1) + 1
    return not text[line:start].strip()


def _footnotes(document: Document, starts: list[int]) -> Iterator[Marker]:
    """The transcribers' form `[Footnote 4: …]` with its usual slips."""
    text = document.text
    if "[Footnote" not in text:
        return
    for match in _FOOTNOTE.finditer(text):
        name = "late_label" if match["late_label"] else "label"
        parsed = parse_label(match[name])
        garbled = None
        if parsed is None or (parsed.label.kind in ("roman", "letter") and reading(match[name])):
            value = reading(match[name])
            if value is None:
                continue
            label, star, garbled = Label(match[name], "arabic", value), "", "misread-digit"
        else:
            label, star = parsed
        if match["early"]:
            garbled = "colon-before-label"
        elif match["stop"] is None or match["stop"].strip() != ":":
            garbled = garbled or "missing-colon"
        yield Marker(
            Extent(*match.span()),
            Extent(*match.span(name)),
            label,
            star,
            "footnote",
            True,
            block_of(starts, match.start()),
            garbled=garbled,
        )


def _superscripts(document: Document, starts: list[int]) -> Iterator[Marker]:
    text = document.text
    places = list(document.markup.superscripts)
    if has_superscripts(text):
        places += [Extent(*match.span()) for match in _SUPERSCRIPT.finditer(text)]
    linked = [link.extent for link in document.links]
    for place in sorted(places):
        raised = _LINK_TEXT.match(text, *place) if place.end - place.start < _LONGEST_LABEL else None
        parsed = parse_label(raised[1]) if raised else None
        at = bisect_right(linked, place)
        near = linked[max(at - 1, 0) : at + 1]
        if (
            raised is None
            or parsed is None
            or _UNIT.search(text, max(place.start - 12, 0), place.start)
            or any(e.start < place.end and place.start < e.end for e in near)
        ):
            continue
        block = block_of(starts, place.start)
        head = block >= 0 and not text[starts[block] : place.start].strip()
        yield Marker(place, Extent(*raised.span(1)), parsed.label, parsed.star, "superscript", head, block)


def _enclosed(document: Document, starts: list[int], found: list[Marker]) -> Iterator[Marker]:
    """Numbers in parentheses or braces in the text, where notes at its end or under a rule are numbered so."""
    heads = [marker for marker in found if marker.shape == "enclosed" and marker.heads_block]
    first = next((marker for marker in heads if _is_set_off(document, marker.block)), None)
    if first is None:
        return
    opening = document.text[first.extent.start]
    known = {marker.label_extent for marker in found}
    pattern = re.compile(rf"(?<=\S)[ \u00a0]?(\{opening}(\d{{1,3}})\{_CLOSING[opening]})")
    for match in pattern.finditer(document.text, 0, first.extent.start):
        parsed = parse_label(match[2])
        place, label = Extent(*match.span(1)), Extent(*match.span(2))
        if parsed and label not in known and not _is_no_call(document.text, place.start, parsed.label.value or 0):
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


def may_have_notes(document: Document) -> bool:
    """Whether anything stands on a page that could call a note or begin one that other pages call."""
    text, markup = document.text, document.markup
    if markup.links or markup.anchors or markup.superscripts or "[" in text or has_superscripts(text):
        return True
    return "(1)" in text or "{1}" in text


def has_superscripts(text: str) -> bool:
    """Whether raised figures stand in the text; any count from 1 begins with one of three."""
    return "¹" in text or "²" in text or "³" in text


def _links(document: Document, starts: list[int], names: "AnchorIndex | None", lines: _Lines) -> Iterator[Marker]:
    """Links whose text is a label, with the names by which they can be reached themselves."""
    text = document.text
    for index, link in enumerate(document.links):
        start, end = link.extent
        if end - start > _LONGEST_LABEL or "#" not in link.target:
            continue
        match = _LINK_TEXT.match(text, start, end)
        parsed = parse_label(match[1]) if match else None
        garbled = None
        if match and parsed is None and (value := _misread(match[1])) is not None:
            parsed, garbled = Parsed(Label(match[1], "arabic", value), ""), "misread-digit"
        if match is None or parsed is None:
            continue
        while start and text[start - 1] in "[({" and end < len(text) and text[end] in "])}":
            start, end = start - 1, end + 1
        if end < len(text) and text[end] in ".)" and not text[max(start - 1, 0) : start].strip():
            end += 1
        block = block_of(starts, start)
        line = lines.start(block, start)
        head = block >= 0 and not text[line:start].strip(" \t\r\n\u00a0[({")
        first = line if head else start
        yield Marker(
            Extent(start, end),
            Extent(*match.span(1)),
            parsed.label,
            parsed.star,
            "link",
            head,
            block,
            index,
            names.near(first, start, end) if names else (),
            garbled,
        )


def _misread(text: str) -> int | None:
    """The number meant by figures with a letter among them (`2l`, `IO`); one letter alone may be a label."""
    return reading(text) if len(text) > 1 and text[0] not in "oOq" and any(map(str.isdigit, text)) else None


class AnchorIndex:
    """Anchors by place, so that a marker can be told by which names it can be reached."""

    def __init__(self, document: Document) -> None:
        self.anchors = sorted(document.anchors, key=lambda anchor: anchor.extent.start)
        self.starts = [anchor.extent.start for anchor in self.anchors]

    def near(self, first: int, start: int, end: int) -> tuple[str, ...]:
        """Names of anchors that begin between `first` (the block's head, or the marker) and the marker's end.

        An anchor that begins where the marker ends belongs to what follows, unless it is empty.
        """
        low = bisect_left(self.starts, max(first - 1, 0))
        high = bisect_right(self.starts, end)
        names = [
            anchor.name
            for anchor in self.anchors[low:high]
            if anchor.extent.start < end or anchor.extent.start == anchor.extent.end
        ]
        return tuple(dict.fromkeys(names))
