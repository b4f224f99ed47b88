"""What elements do to the view: blocks, lines, what is left out, what one character stands for.

An effect gets the reading, the tag and its source offset; `reading.at` is the offset behind the tag. It may return
what is to be done at the element's end, or read the element itself and say so.
"""

import re
from functools import lru_cache

from edcheck.model.markup import BlockKind
from edcheck.patterns import lazy_pattern
from edcheck.readers.running_text import AFTER_BREAK, FRESH, INSIDE
from edcheck.readers.tei.elements import (
    BLOCKS,
    LINES,
    OBJECTS,
    SOFT_BLOCKS,
    Frame,
)
from edcheck.readers.tei.entities import GAP, declared_entities
from edcheck.readers.tei.reading import SKIPPED, Closer, Reading, beginning
from edcheck.readers.tei.tags import Tag

_VERTICAL: re.Pattern[str] = lazy_pattern(r"""\bdim=["']vertical|\bunit=["'](?:lines?|zeilen?|pages?|rows?)\b""")
_FAR = 32
_ENDS_LINE: re.Pattern[str] = lazy_pattern(r"[\r\n][ \t]*\Z")


# -- blocks and lines


def section(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A section: what comes before it, and it itself, are set off."""
    return _open_block(reading, _frame(tag.name, _inherited(reading.frame)))


def division(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A section that counts for the level of headings."""
    reading.divisions += 1
    closer = section(reading, tag, at)
    return _close_division, closer


def bibliography(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A list of works: a register behind the text, else part of it."""
    return data(reading, tag, at) if "back" in reading.names[:_FAR] else section(reading, tag, at)


def verse(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A group of lines is one block: its sentences run from line to line."""
    return _open_block(reading, _frame(tag.name, "verse"))


def block(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element whose text is a block wherever it stands."""
    kind = BLOCKS[tag.name]
    if kind == "paragraph":
        kind = _inherited(reading.frame)
    level = min(max(reading.divisions, 1), 6) if kind == "heading" else 0
    return _open_block(reading, _frame(tag.name, kind, level, True))


def paragraph(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element of another vocabulary that sets its text off."""
    return _open_block(reading, _frame(tag.name, _inherited(reading.frame)))


def soft_block(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element that is a block between blocks, and part of the sentence inside one."""
    if reading.frame.leaf or reading.streams.current.running.state == INSIDE:
        return None
    kind = SOFT_BLOCKS[tag.name]
    return _open_block(reading, _frame(tag.name, kind, 0, kind != "quote"))


def _inherited(outer: Frame) -> BlockKind:
    return outer.kind if outer.kind in ("quote", "item") else "paragraph"


@lru_cache(maxsize=256)
def _frame(name: str, kind: BlockKind, level: int = 0, leaf: bool = False) -> Frame:
    return Frame(name, kind, level, leaf)


def _open_block(reading: Reading, frame: Frame) -> Closer:
    reading.end_block()
    outer, reading.frame = reading.frame, frame
    return _close_block, outer


def _close_block(reading: Reading, outer: Frame, at: int) -> None:
    reading.end_block()
    reading.frame = outer


def _close_division(reading: Reading, closer: Closer, at: int) -> None:
    reading.divisions -= 1
    close, data = closer
    close(reading, data, at)


def line(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A line of verse or of an address: it begins a line of the block that such lines make up."""
    kind, running = LINES[tag.name], reading.streams.current.running
    if reading.frame.kind == kind and running.state != FRESH:
        _break_line(reading, at)
    elif reading.frame.kind != kind:
        reading.end_block()
        reading.frame = Frame(tag.name, kind)
    return None


def line_beginning(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A new line in the source or its print; `break="no"` stands inside a word, which is read as one."""
    running = reading.streams.current.running
    if running.state == FRESH:
        return None
    if tag.value("break") == "no":
        last = running.texts[-1]
        if last[-1].isspace() and not last.isspace() and len(last) > 1:
            running.texts[-1] = last.rstrip()
    else:
        _break_line(reading, at)
    return None


def _break_line(reading: Reading, at: int) -> None:
    running = reading.streams.current.running
    if running.state != INSIDE:
        return
    running.state = AFTER_BREAK
    if reading.source[reading.at : reading.at + 1] not in ("\n", "\r") and not _ENDS_LINE.search(
        running.texts[-1]
    ):
        running.builder.inserted("\n", at)


# -- what is not read, and what stands for something


def data(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element that holds data: nothing of it is text."""
    reading.skip(tag)
    return SKIPPED


def picture(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A picture that the text shows: where it is to be found."""
    found = tag.placed("url", at)
    if found is not None and found.value.strip():
        reading.markup.images.append(found)
    return data(reading, tag, at)


def deleted(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """What is struck out in the source is not read with the sentence, but noted."""
    stretch = reading.stretch(at)
    other = beginning(reading.skip(tag))
    reading.records.passages.append((stretch, "deleted", "", other))
    return SKIPPED


def no_prose(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element that is no prose: one character stands for it."""
    stretch = reading.stretch(at)
    reading.skip(tag)
    insert(reading, GAP, at, reading.at)
    stretch.end = reading.streams.mark()
    reading.records.passages.append((stretch, OBJECTS[tag.name], "", ""))
    return SKIPPED


def insert(reading: Reading, text: str, start: int, end: int) -> None:
    """Append what stands for a stretch of source that is no text itself."""
    running = reading.streams.current.running
    if running.state == FRESH:
        running.begin_line(start)
    running.state = INSIDE
    running.builder.indivisible(text, start, end)


def sign(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element for one character; an empty one stands for a character that is not given."""
    if tag.empty:
        insert(reading, GAP, at, reading.at)
    return None


def blank(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A blank in a line; a blank line is none."""
    if reading.streams.current.running.state == INSIDE and not _VERTICAL.search(tag.written):
        insert(reading, " ", at, at)
    return None


def character_data(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A CDATA section: its text stands in the view as it is."""
    running = reading.streams.current.running
    written = tag.written
    text = written[9 : -3 if written.endswith("]]>") else None]
    if not text.strip() and running.state == FRESH:
        return None
    if text:
        if running.state == FRESH and text[0] not in "\r\n":
            running.begin_line(at)
        running.state = INSIDE
        running.builder.verbatim(text, at + 9)
    return None


def document_type(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """The document type declaration: what entities it declares."""
    reading.streams.declare(declared_entities(tag.written))
    return None
