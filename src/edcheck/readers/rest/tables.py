"""Tables drawn with signs: each cell of each line is a block of its own."""

from edcheck.patterns import lazy_pattern
from edcheck.readers.elements import Frame
from edcheck.readers.rest.inline import Inline

_GRID_BORDER = lazy_pattern(r"\+(?:[-=]++\+)++\Z")
_SIMPLE_BORDER = lazy_pattern(r"={2,}+(?:[ \t]++=++)++\Z")
_GRID_CELL = lazy_pattern(r"[^|+\s]\S*+(?:[ \t]++[^|\s]\S*+)*+")
_SIMPLE_CELL = lazy_pattern(r"\S++(?:[ \t]\S++)*+")
_SPAN = lazy_pattern(r"-{2,}+(?:[ \t]++-++)*+\Z")
_FRAME = Frame("td", "cell")


class Tables:
    """Reads tables line by line. `_kind` is the sort of table that is open, empty outside one."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline
        self._kind = ""
        self._border = False

    @property
    def open(self) -> bool:
        """Whether lines may belong to a table."""
        return bool(self._kind)

    def line(self, at: int, words: str) -> bool:
        """Read a line if it belongs to a table."""
        if words[0] in "+=" and (_GRID_BORDER.match(words) or _SIMPLE_BORDER.match(words)):
            self._kind = "grid" if words[0] == "+" else "simple"
            self._border = True
            return True
        if not self._kind:
            return False
        self._border = False
        if self._kind == "grid" and words[0] not in "|+":
            self._kind = ""
            return False
        if not _SPAN.match(words):
            cells = _GRID_CELL if self._kind == "grid" else _SIMPLE_CELL
            for cell in cells.finditer(words):
                self._inline.words(at + cell.start(), at + cell.end())
                self._inline.galley.column.end_block(_FRAME)
        return True

    def blank_line(self) -> None:
        """A blank line ends a table, but for a simple one that has no border before it."""
        if self._border or self._kind == "grid":
            self._kind = ""
