"""Lists whose items are numbered: in the text (`1. … 2. …`, `a) … b) …`), by Markdown or by HTML.

A list goes on where an item bears the next number, whatever stands between; a list within an item ends where the
outer one goes on. Notes, datelines, cells and verse are no items.
"""

from collections.abc import Iterator
from functools import cache
from re import Match

from edcheck.model import Block, Document
from edcheck.model.document import ZoneKind
from edcheck.patterns import lazy_pattern
from edcheck.recognise.chapter_heads import is_counted
from edcheck.recognise.dates.languages import CODES, language_for
from edcheck.recognise.notes.labels import reading
from edcheck.recognise.numerals import Numeral, Style, read_letter, read_numeral
from edcheck.records import NamedTuple
from edcheck.text import Extent, Span

_CLOSE = r"(?P<close>[.)])(?=[ \t\u00a0\-–—])"
_FIGURES = rf"(?P<open>\(?)(?P<label>[0-9]{{1,3}}|[IVXLC]{{1,7}}){_CLOSE}"
_LABEL = rf"(?P<open>\(?)(?P<label>[0-9]{{1,3}}|[a-zA-Z]|[ivxlc]{{1,7}}|[IVXLC]{{1,7}}){_CLOSE}"
_FIGURES_IN_LINES = lazy_pattern(rf"\n(?=[0-9(IVXLC \t])[ \t]*+{_FIGURES}")
_IN_LINES = lazy_pattern(rf"\n[ \t]*+{_LABEL}")
_AT_START = lazy_pattern(rf"\s*+{_LABEL}")
_SECOND_NUMBERS = ("2", "3", "II", "III")
_SECOND_LETTERS = ("b", "c", "ii", "iii")
"""Of a list of three items, one of these at least is there."""
_WORD = lazy_pattern(r"[^\w\n]*([^\W\d_]+)")
_GARBLED = lazy_pattern(r"(?<=[\n ])(?<![^\s] )\(?([0-9lIiOoSsBZz|!]{1,4})(?=[.,:;)]? )")
_WRITTEN = lazy_pattern(r"([0-9]{1,4})[.)][ \t]+[*_\[\]`~\"'“‘„«(<]*\Z")
_SIGNS = frozenset("0123456789(IVXLC \t")
_CLOSERS = frozenset(".)")
_TOLD = ("start=", "value=")
"""Attributes without which HTML counts by itself, and cannot miscount."""
_WINDOW = 20
_NO_ITEMS = frozenset(("cell", "verse", "preformatted", "heading"))
_ZONES: tuple[ZoneKind, ...] = ("boilerplate", "navigation", "code", "contents")
_LEAST = 3
"""Items in which anything can be missing."""
_NESTED = 6
"""Lists that may be open, each within an item of the one before."""


class Item(NamedTuple):
    """A numbered item: its label as written, where it stands, and the view offset at which it begins."""

    label: str
    value: int
    place: Extent | Span
    at: int


class _Found(NamedTuple):
    item: Item
    form: str
    """What the items of one list have in common: brackets, and how far they are set in."""
    readings: tuple[Numeral, ...]


class _Open(NamedTuple):
    form: str
    style: Style
    items: list[Item]


def names_its_kind(document: Document, item: Item) -> bool:
    """Whether the word behind an item's label says what is counted: a month, as in a diary, or a chapter."""
    match = _WORD.match(document.text, item.at + len(item.label))
    return match is not None and (is_counted(match[1]) or match[1].casefold() in _months())


@cache
def _months() -> frozenset[str]:
    tables = (language_for(code).months for code in CODES)
    return frozenset(name.casefold().rstrip(".") for months in tables for names in months for name in names)


def find_garbled(document: Document, label: str, start: int, end: int) -> Extent | None:
    """Where, at the beginning of a line or block of an extent, an item's number may stand misread or without stop.

    `label` is the number that is missed. None where nothing looks like it.
    """
    for match in _GARBLED.finditer(document.text, start, end):
        if match[1] == label or str(reading(match[1])) == label:
            return Extent(*match.span(1))
    return None


def find_lists(document: Document) -> list[list[Item]]:
    """The numbered lists of a document in the order in which they end, the items of each in order.

    A list begins with the first number. An item that goes on nowhere belongs to the innermost list of its form, so
    that what is missing or misnumbered shows in it.
    """
    lists: list[list[Item]] = []
    stack: list[_Open] = []
    for item, form, readings in _items(document):
        depth, numeral = _place(stack, form, readings)
        if numeral is None:
            continue
        lists += [each.items for each in stack[depth + 1 :]]
        del stack[depth + 1 :]
        if depth >= 0 and (numeral.value != 1):
            stack[depth].items.append(item._replace(value=numeral.value))
        else:
            stack.append(_Open(form, numeral.style, [item._replace(value=1)]))
    return lists + [each.items for each in stack]


def _place(stack: list[_Open], form: str, readings: tuple[Numeral, ...]) -> tuple[int, Numeral | None]:
    """The open list that an item belongs to and what its label says there; a list within it where that is 1."""
    same = [(depth, one) for depth, one in enumerate(stack) if one.form == form][::-1]
    for depth, one in same:
        for numeral in readings:
            if numeral.style == one.style and numeral.value == one.items[-1].value + 1:
                return depth, numeral
    for numeral in readings:
        if numeral.value == 1:
            return min(len(stack), _NESTED) - 1, numeral
    for depth, one in same:
        for numeral in readings:
            if numeral.style == one.style:
                return depth, numeral
    return -1, None


def _items(document: Document) -> Iterator[_Found]:
    if not document.words.occurrences((*_SECOND_NUMBERS, *_SECOND_LETTERS)) and not _counted(document):
        return
    every = list(_in_lines(document) if document.format == "plain" else _in_blocks(document))
    if len(every) < _LEAST:
        return
    taken = {start for note in document.notes for start in (note.marker.start, note.body.start)}
    labels = [note.label_place for note in document.notes]
    labels += [crossing.label_place for crossing in document.crossings]
    taken.update(place.start for place in labels if isinstance(place, Extent))
    taken.update(date.extent.start for date in document.dates)
    for found in every:
        at = found.item.at
        if not taken & {at, found.item.place.start} and not document.in_zone(Extent(at, at), *_ZONES):
            yield found


def _counted(document: Document) -> bool:
    """Whether the markup numbers items of a list."""
    return any(block.kind == "item" for block in document.blocks)


def _in_lines(document: Document) -> Iterator[_Found]:
    text = document.text
    first = _AT_START.match(text)
    if first:
        yield _found(first, first.start("open"))
    lettered = document.words.occurrences(_SECOND_LETTERS) > 0
    for match in (_IN_LINES if lettered else _FIGURES_IN_LINES).finditer(text):
        yield _found(match, match.start("open") - match.start() - 1)


def _in_blocks(document: Document) -> Iterator[_Found]:
    text, source = document.text, document.source.text
    told = any(attribute in source for attribute in _TOLD)
    for block in document.blocks:
        start = block.extent.start
        if block.kind == "item" and (told or not block.ordinal):
            found = _numbered(document, block)
            if found:
                yield found
                continue
        signed = text[start : start + 1] in _SIGNS or text[start + 1 : start + 2] in _CLOSERS
        if signed and block.kind not in _NO_ITEMS:
            match = _AT_START.match(text, start, block.extent.end)
            if match:
                yield _found(match, 0)


def _found(match: Match[str], indent: int) -> _Found:
    label = match["label"]
    item = Item(label, 0, Extent(*match.span("label")), match.start("open"))
    return _Found(item, f"{match['open']}{match['close']}{indent}", _readings(label))


def _readings(label: str) -> tuple[Numeral, ...]:
    return tuple(numeral for numeral in dict.fromkeys((read_numeral(label), read_letter(label))) if numeral)


def _numbered(document: Document, block: Block) -> _Found | None:
    """An item that the markup numbers: as HTML shows it, or as Markdown writes it before the item."""
    start = block.extent.start
    if block.ordinal:
        place: Extent | Span = Extent(start, start)
        return _Found(Item(block.ordinal, 0, place, start), f"ol {block.name}", _readings(block.ordinal))
    if document.format != "markdown":
        return None
    source, offset = document.source.text, document.view.source_offset(start)
    match = _WRITTEN.search(source, max(offset - _WINDOW, 0), offset)
    if match is None:
        return None
    line = max(source.rfind("\n", 0, match.start()), source.rfind("\r", 0, match.start())) + 1
    item = Item(match[1], 0, Span(*match.span(1)), start)
    return _Found(item, f"written {match.start() - line}", _readings(match[1]))
