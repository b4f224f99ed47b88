"""The numbers that ordered lists set before their items, as browsers show them."""

from edcheck.readers.tags import Tag
from edcheck.records import dataclass, field

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26
_MOST_ROMAN = 400
_FIGURES = 6


@dataclass(slots=True)
class _List:
    depth: int
    following: int | None
    """The number of the next item; None in a list without numbers."""
    style: str


@dataclass(slots=True)
class Lists:
    """The open lists of a page, innermost last."""

    _open: list[_List] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def open(self, tag: Tag, depth: int) -> None:
        """A list begins; `depth` is that of its content in the page's structure."""
        self.leave(depth - 1)
        numbered = tag.name == "ol" and "reversed" not in tag.values
        self._open.append(_List(depth, (_number(tag, "start") or 1) if numbered else None, tag.value("type")))

    def leave(self, depth: int) -> None:
        """Elements have closed: only lists up to `depth` are open."""
        while self._open and self._open[-1].depth > depth:
            self._open.pop()

    def item(self, tag: Tag, depth: int) -> str:
        """The number of the item that begins, as shown; empty where none is."""
        self.leave(depth - 1)
        if not self._open or self._open[-1].following is None:
            return ""
        own = self._open[-1]
        number = _number(tag, "value") or own.following or 0
        own.following = number + 1
        return _shown(number, own.style)


def _number(tag: Tag, attribute: str) -> int | None:
    value = tag.value(attribute).strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) <= _FIGURES else None


def _shown(number: int, style: str) -> str:
    if style in ("a", "A") and 0 < number <= _LETTERS:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 0 < number < _MOST_ROMAN:
        numeral = ""
        for value, letters in _ROMAN:
            numeral += letters * (number // value)
            number %= value
        return numeral if style == "i" else numeral.upper()
    return str(number)
