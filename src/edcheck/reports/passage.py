"""A passage as a terminal shows it: the words around a place, and the columns to underline.

Columns are cells of a terminal: a wide character (East Asian) takes two, a combining mark none.
"""

from unicodedata import category, east_asian_width

from edcheck.model import Location
from edcheck.model.finding import CONTEXT
from edcheck.records import NamedTuple
from edcheck.reports.visible import visible, visible_blank

ELLIPSIS = "…"
_TAB = "    "
_LEAST_CONTEXT = 12
"""Cells that each side keeps of its context, however long the place itself is."""


class Passage(NamedTuple):
    """One line of text and the cells `[start, end)` of it that the place takes, at least one."""

    text: str
    start: int
    end: int


class _Cells(dict[str, int]):
    """How many cells a character takes; filled as characters are met."""

    def __missing__(self, character: str) -> int:
        wide = east_asian_width(character) in "WF"
        self[character] = 0 if category(character) in ("Mn", "Me") else 1 + wide
        return self[character]


_cells = _Cells()


def width(text: str) -> int:
    """How many cells the text takes."""
    return len(text) if text.isascii() else sum(map(_cells.__getitem__, text))


def passage(location: Location, limit: int) -> Passage:
    """The place with as much around it as fits into `limit` cells; a long place is shown by its two ends."""
    before, after = around(location)
    before, after = visible(before.replace("\t", _TAB)), visible(after.replace("\t", _TAB))
    place = visible_blank(location.quote.replace("\t", _TAB))
    place = _middle_out(place, limit - 2 * _LEAST_CONTEXT)
    left, right = _shares(limit - width(place), width(before), width(after))
    before, after = _last_cells(before, left), _first_cells(after, right)
    start, cells = width(before), width(place)
    if place and not cells and before:
        start -= 1  # a lone combining mark sits on the character before it
    return Passage(before + place + after, start, start + max(cells, 1))


def around(location: Location) -> tuple[str, str]:
    """What stands before and behind the place, with an ellipsis where the location holds only a part of it."""
    before, after = location.before, location.after
    if len(before) >= CONTEXT:
        before = ELLIPSIS + (before.partition(" ")[2] or before)
    if len(after) >= CONTEXT:
        after = (after.rpartition(" ")[0] or after) + ELLIPSIS
    return before, after


def _shares(room: int, before: int, after: int) -> tuple[int, int]:
    """Divide the room: half to each side, and to one side what the other does not need."""
    half = room // 2
    if before + after <= room:
        return before, after
    if before < half:
        return before, room - before
    if after < half:
        return room - after, after
    return half, room - half


def _first_cells(text: str, limit: int) -> str:
    if width(text) <= limit:
        return text
    end, room = 0, limit - width(ELLIPSIS)
    while _cells[text[end]] <= room:
        room -= _cells[text[end]]
        end += 1
    return text[:end] + ELLIPSIS


def _last_cells(text: str, limit: int) -> str:
    if width(text) <= limit:
        return text
    start, room = len(text), limit - width(ELLIPSIS)
    while _cells[text[start - 1]] <= room:
        room -= _cells[text[start - 1]]
        start -= 1
    # What is cut off takes its combining marks with it.
    while start < len(text) and not _cells[text[start]]:
        start += 1
    return ELLIPSIS + text[start:]


def _middle_out(text: str, limit: int) -> str:
    if width(text) <= limit:
        return text
    half = max(limit // 2, 4)
    return _first_cells(text, half) + _last_cells(text, half)[len(ELLIPSIS) :]
