"""A stretch of text with the places of findings marked in it.

Places overlap and nest as they like; elements cannot. So the text is cut at every end of a place, and each
piece says which findings it belongs to. What lies on no character at all (something is missing here) is a
caret between two pieces.
"""

from bisect import bisect_left
from collections.abc import Iterable

from markupsafe import Markup

from edcheck.model import SEVERITIES, Severity
from edcheck.records import NamedTuple, dataclass, field
from edcheck.reports.html.characters import shown, shown_exactly
from edcheck.text import Extent

LETTERS: dict[Severity, str] = {"error": "e", "warning": "w", "information": "i", "off": "i"}
"""The class of an element that belongs to a finding of this severity."""
_RANK = {letter: rank for rank, letter in enumerate([*(LETTERS[name] for name in SEVERITIES), "echo"])}
_MOST_AT_ONCE = 24
"""Places that one piece can belong to; of more that lie upon each other, those that begin first are marked."""


class Place(NamedTuple):
    """A range of the text that belongs to finding `number`; number 0 is a place that others mention."""

    start: int
    end: int
    letter: str
    number: int


class Call(NamedTuple):
    """Where the number of a finding is printed: behind its place, linking to the remark `id`."""

    offset: int
    letter: str
    number: int
    id: str


@dataclass(slots=True)
class Marks:
    """All that is to be set into one block's text. `targets` maps offsets to ids that links can reach."""

    places: list[Place] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    carets: list[Place] = field(default_factory=list)
    targets: dict[int, str] = field(default_factory=dict)

    def empty(self) -> bool:
        """True where the text would come out as it is."""
        return not (self.places or self.calls or self.carets or self.targets)


def marked(text: str, extent: Extent, marks: Marks | None, breaks: Iterable[int] = ()) -> Markup:
    """The text of an extent with its marks, and `<br>` before each line end whose offset is in `breaks`."""
    if (marks is None or marks.empty()) and not breaks:
        return shown(text[extent.start : extent.end])
    marks = marks or Marks()
    inserted = _inserted(marks, breaks)
    places = sorted(marks.places)
    cuts = sorted({*extent, *inserted, *(at for place in places for at in place[:2])})
    cuts = cuts[bisect_left(cuts, extent.start) : bisect_left(cuts, extent.end) + 1]
    pieces: list[str] = []
    active: list[Place] = []
    upcoming = 0
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        pieces += inserted.get(start, ())
        if active:
            active = [place for place in active if place.end > start]
        while upcoming < len(places) and places[upcoming].start <= start:
            if len(active) < _MOST_AT_ONCE:
                active.append(places[upcoming])
            upcoming += 1
        if start < end:
            pieces.append(_piece(text[start:end], active))
    return Markup("".join(pieces))


def _inserted(marks: Marks, breaks: Iterable[int]) -> dict[int, list[str]]:
    """Elements that stand between characters, by offset: numbers of what ends, breaks, targets, carets."""
    found: dict[int, list[str]] = {}
    after_caret = {caret.number for caret in marks.carets}
    for call in marks.calls:
        if call.number not in after_caret:
            found.setdefault(call.offset, []).append(call_of(call))
    for offset in breaks:
        found.setdefault(offset, []).append("<br>")
    for offset, name in marks.targets.items():
        found.setdefault(offset, []).append(f'<span id="{name}"></span>')
    calls = {call.number: call for call in marks.calls}
    for caret in marks.carets:
        mark = f'<mark class="{caret.letter} caret" data-f="{caret.number}"></mark>'
        printed = call_of(calls[caret.number]) if caret.number in calls else ""
        found.setdefault(caret.start, []).append(mark + printed)
    return found


def call_of(call: Call) -> str:
    """The printed number of a finding, linking to its remark."""
    return f'<a class="n {call.letter}" id="m-{call.id}" href="#f-{call.id}">{call.number}</a>'


def _piece(text: str, active: list[Place]) -> Markup | str:
    if not active:
        return shown(text)
    content = shown_exactly(text) if text.isspace() and not set(text) & set("\r\n") else shown(text)
    letter = min((place.letter for place in active), key=_RANK.__getitem__)
    if letter == "echo":
        return f'<span class="echo">{content}</span>'
    worst = sorted((place for place in active if place.number), key=lambda p: (_RANK[p.letter], p.number))
    numbers = " ".join(str(place.number) for place in worst)
    return f'<mark class="{letter}" data-f="{numbers}">{content}</mark>'
