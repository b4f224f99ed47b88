"""Lonely marks that deserve a word, and how to speak of them.

A mark without a partner is not yet a fault. It is none inside a note's marker (`7)` is one, and of a garbled
one the notes' rules name the cause), in a column of braces beside verses or in a table, where a critical apparatus
sets `]` after each lemma, and in text that is not the edition's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from edcheck.model import Document, Mark, Note, Reference
from edcheck.model.pair import MarkKind
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent

_TABLE = lazy_pattern(r"\S {3,}\S")
_LEMMA = lazy_pattern(r"\w\]\s+\w")
_HABIT = 5
"""Lonely brackets of one shape that make a habit of the text rather than a slip …"""
_HABIT_SHARE = 0.2
"""… where they are this share of all brackets of that shape."""
_CROWD = 30
"""Lonely brackets of a habit from which on one finding speaks for all of them."""
_DIRECTION = lazy_pattern(r"\[(?!Footnote|Illustration|Note|Transcriber)[A-Z][a-z]*\b")
_SPEECHES = 3
"""Directions behind speeches from which on they may all stay open."""
_PASSAGE = 240
"""Code points that a stage direction has at most."""
_MARGIN = 12
"""Blanks at the head of a line from which on it may belong to a column."""
_LINE = 300
"""Code points of a line that are looked at on either side of a mark."""
_SPACED = "«»‹›"
"""Marks between which and the words French sets a blank."""
_GARBLED = lazy_pattern(r"â€|[lr][sd]quo\b|[lr]aquo\b|(?:quot|apos);|&(?:amp;)?#?\w{2,6};")
"""What a mark becomes in the wrong encoding or by a broken reference: `characters` tells of the lost partner."""
_WORDS = 45
"""Code points of a passage that a message quotes."""


def lonely(document: Document, kind: MarkKind, opens: bool) -> Iterator[Mark]:
    """Yield the marks without a partner that stand in the text of the edition itself."""
    marks = document.marks.lonely(kind, opens)
    if not marks:
        return
    members: list[Note | Reference] = [*document.notes, *document.references]
    markers = [one.marker for one in members if one.garbled or _is_stop(document.quote(one.marker))]
    taken = {place for start, end in markers for place in range(start, end)}
    taken |= _directions(document, marks) if kind == "bracket" and opens else set()
    garbled = _garbled_blocks(document, marks) if kind == "quote" else set()
    for mark in marks:
        extent = Extent(mark.offset, mark.offset + 1)
        if (
            mark.offset not in taken
            and not document.in_zone(extent, "boilerplate", "code")
            and not _is_quoted(document.text, mark.offset)
            and not _in_column(document.text, mark.offset)
            and mark.block not in garbled
        ):
            yield mark


def _garbled_blocks(document: Document, marks: list[Mark]) -> set[int]:
    """The blocks of the marks that have the remains of a quotation mark, each looked at once for all its marks."""
    blocks = {mark.block for mark in marks if mark.block >= 0}
    return {block for block in blocks if _GARBLED.search(document.text, *document.blocks[block].extent)}


def _is_stop(marker: str) -> bool:
    """Whether a bracket closes a marker that none opens: `7)`."""
    return marker[-1:] == ")" and "(" not in marker


def _directions(document: Document, marks: list[Mark]) -> set[int]:
    """Brackets that open a short passage and never close it, where that is the habit: `[Exeunt omnes.`

    Those that begin a line are held against all directions that close, those that end a speech against such as
    end one.
    """
    text = document.text
    square = [mark for mark in marks if mark.character == "[" and _opens_passage(document, mark)]
    if len(square) < 2:
        return set()
    closed = [
        mark
        for mark in document.marks
        if mark.character == "[" and mark.partner is not None and _DIRECTION.match(text, mark.offset) is not None
    ]
    at_head = {mark.offset for mark in square if _heads_line(text, mark.offset)}
    ending = {mark.offset for mark in square}
    last = sum(_ends_block(document, mark) for mark in closed)
    if len(ending) >= _SPEECHES and last <= len(ending):
        return ending
    return at_head if 2 <= len(at_head) >= len(closed) else set()


def _ends_block(document: Document, mark: Mark) -> bool:
    """Whether nothing stands behind the passage that a mark opens."""
    partner = mark.offset if mark.partner is None else document.marks[mark.partner].offset
    end = document.blocks[mark.block].extent.end if mark.block >= 0 else len(document.text)
    return not document.text[partner + 1 : min(end, partner + _LINE)].strip()


def _opens_passage(document: Document, mark: Mark) -> bool:
    end = document.blocks[mark.block].extent.end if mark.block >= 0 else len(document.text)
    return end - mark.offset < _PASSAGE and _DIRECTION.match(document.text, mark.offset) is not None


def _heads_line(text: str, start: int) -> bool:
    low = max(start - _LINE, 0)
    line = max(text.rfind("\n", low, start), text.rfind("\r", low, start), low - 1) + 1
    return not text[line:start].strip()


class Survey:
    """How often each mark of a kind stands in a document, and how often alone."""

    def __init__(self, document: Document, kind: MarkKind) -> None:
        marks = document.marks
        self.everywhere = Counter(marks.characters(kind))
        self.alone = Counter(marks.characters(kind, set(marks.alone).difference(marks.continued)))
        self._told: set[str] = set()

    def is_told(self, character: str) -> bool:
        """Whether the mark is one of a crowd, and its habit was asked about before: one finding is enough."""
        if self.alone[character] < _CROWD or not self.habit(character):
            return False
        told = character in self._told
        self._told.add(character)
        return told

    def habit(self, character: str) -> str:
        """A sentence where a mark stands alone too often for a slip, else nothing."""
        alone, everywhere = self.alone[character], self.everywhere[character]
        if alone < _HABIT or alone <= _HABIT_SHARE * everywhere:
            return ""
        return f"{alone} of {everywhere} “{character}” have no partner: perhaps a habit of the text"

    def census(self, opener: str, closer: str) -> str:
        """How many opening and closing brackets of a shape there are, in words."""
        return f"{self.everywhere[opener]} “{opener}” stand against {self.everywhere[closer]} “{closer}”"


def _is_quoted(text: str, place: int) -> bool:
    """Tell whether a text speaks of the mark itself: “(”."""
    return place > 0 and text[place - 1] in "“‘\"'`" and text[place + 1 : place + 2] in ("”", "’", '"', "'", "`")


def _in_column(text: str, place: int) -> bool:
    """Tell whether the mark is a brace that gathers lines, or stands in a table laid out with blanks."""
    before = text[max(place - _LINE, 0) : place].replace("\r", "\n").rpartition("\n")[2]
    after = text[place + 1 : place + _LINE].replace("\r", "\n").partition("\n")[0]
    line = before + text[place] + after
    if "\t" in line or ("   " in line and _TABLE.search(line)):
        return True
    if before[:_MARGIN].isspace() and len(before) > _MARGIN and _beside_columns(text, place - len(before)):
        return True
    if text[place] in _SPACED:
        return False
    ends_line = not after or after[0] in " \t"
    return ends_line and (text[place] in "{}" or before[-1:].isspace())


def _beside_columns(text: str, line: int) -> bool:
    """Tell whether the line before the one that begins at `line` is laid out in columns."""
    end = line - 1 - (text[line - 2 : line] == "\r\n")
    start = max(text.rfind("\n", max(end - _LINE, 0), end), end - _LINE, -1) + 1
    return end > 0 and _TABLE.search(text, start, end) is not None


def doubt(document: Document, mark: Mark, survey: Survey) -> str:
    """Why a lonely bracket may be meant as it stands; empty where nothing but a slip explains it."""
    if mark.block >= 0 and document.blocks[mark.block].kind == "cell":
        return "a cell of a table may hold a part of a passage"
    if mark.character in "{}":
        return "braces gather lines as often as they enclose words"
    if mark.character == "]" and _LEMMA.match(document.text, mark.offset - 1):
        return "a critical apparatus sets “]” after each lemma"
    return survey.habit(mark.character)


def head(document: Document, start: int) -> str:
    """The words with which a passage begins at `start`, as far as its paragraph goes."""
    block = document.block_at(start)
    end = min(start + 2 * _WORDS, block.extent.end if block else len(document.text))
    return _shortened(document.text[start:end], False)


def tail(document: Document, end: int) -> str:
    """The words with which a passage ends at `end`, as far back as its paragraph goes."""
    block = document.block_at(end - 1)
    start = max(end - 2 * _WORDS, block.extent.start if block else 0)
    return _shortened(document.text[start:end], True)


def _shortened(passage: str, from_end: bool) -> str:
    words = passage.split()
    if from_end:
        words.reverse()
    kept: list[str] = []
    room = _WORDS
    for word in words:
        room -= len(word)
        if kept and room < 0:
            kept.append("…")
            break
        kept.append(word)
        room -= 1
    if from_end:
        kept.reverse()
    return " ".join(kept)


def by_passage(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Group marks that stand near each other in one block: one slip leaves several of them without partners."""
    group: list[Mark] = []
    for mark in marks:
        if group and (mark.block != group[-1].block or mark.offset - group[-1].offset > _PASSAGE):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group
