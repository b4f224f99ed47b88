"""Where the pages of a document do not follow one another, and what of it only a slip explains.

Printed books leave numbers out (blank versos, plates), count preliminaries apart, begin again with each volume; an
edition prints extracts, or says at the head of each letter on which page it begins. So a break of the succession
counts only inside a long run, and a habit of the document counts for nothing.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Literal

from edcheck.model import Document
from edcheck.recognise.pages import find_pages
from edcheck.recognise.pages.page import Page, numbers
from edcheck.recognise.successions import Break, breaks
from edcheck.records import NamedTuple

FaultKind = Literal["misnumbered", "exchanged", "displaced", "missing", "repeated"]

_DERIVED = "pagination"
_LEAST = 4
"""Pages of a succession that is worth a look."""
_SUPPORT = 3
"""Pages around a fault that must run on."""
_HABIT = 12
"""Every how many pages at most one may break the succession in the same way."""
_FEW = 2
"""Breaks of one kind that are no habit yet."""
_TWO_PAGES = 1.6
"""From how many usual pages on a page holds the text of two."""
_SHOWN = 3
_NEAR = 80
_PICTURES = ("<img", "<figure", "<graphic", "<image", "[Illustration", "![", "[[File:", ".. figure")
_STOPS = '.!?…:;"”’»)]}*\ufffc'


class PageFault(NamedTuple):
    """A fault of the succession of pages."""

    kind: FaultKind
    pages: tuple[Page, ...]
    """The page at which it shows; of two that were exchanged, both."""
    expected: str
    """The label that is right for the page, or for the first of two; that of the page that is missing, or before
    which a displaced one belongs; empty where a mark stands twice."""
    before: tuple[str, ...]
    """The last labels before it."""
    after: tuple[str, ...]
    """The next labels behind it."""
    spread: float
    """How many usual pages long the text is that the page before it holds, counted up to this page."""


def find_faults(document: Document) -> list[PageFault]:
    """The faults of the succession of pages, in order; found once."""
    found: list[PageFault] | None = document.derived.get(_DERIVED)
    if found is None:
        found = document.derived[_DERIVED] = list(_faults(document))
    return found


def _faults(document: Document) -> Iterator[PageFault]:
    marks: dict[str, list[Page]] = {}
    for page in find_pages(document):
        marks.setdefault(page.mark, []).append(page)
    for pages in marks.values():
        if len(pages) < _LEAST:
            continue
        usual = sorted(after.at - before.at for before, after in pairwise(pages))[(len(pages) - 1) // 2]
        for _, run in groupby((page for page in pages if page.value is not None), lambda page: page.style):
            yield from _Pagination(document, list(run), pages, usual).faults()


class _Pagination:
    """One succession of pages."""

    def __init__(self, document: Document, run: list[Page], pages: list[Page], usual: float) -> None:
        self.document = document
        self.pages = run
        self.usual = max(usual, 1)
        self.unread = sorted(page.at for page in pages if page.value is None)
        self.values = numbers(run)
        self.step = 1 if self.values[0] == run[0].value else 2
        self.first = 1 if run[0].style != "sides" or self.step == 2 else 2

    def faults(self) -> Iterator[PageFault]:
        """The faults of this succession in order."""
        if len(self.values) < _LEAST:
            return
        found = breaks(self.values, self.first)
        moved = _moved(found)
        kinds = [self._kind(one) if place not in moved else None for place, one in enumerate(found)]
        counts = Counter(kinds)
        for place, (one, kind) in enumerate(zip(found, kinds, strict=True)):
            if moved.get(place):
                yield self._fault("displaced", one, moved[place])
            elif kind and (counts[kind] <= _FEW or counts[kind] * _HABIT <= len(self.values)):
                yield self._fault(kind, one, 0 if one.kind == "repetition" else one.expected)

    def _kind(self, one: Break) -> FaultKind | None:
        """What a break is, or None where more than a slip can explain it."""
        if one.before + one.after < _SUPPORT:
            return None
        if one.kind == "misprint":
            return self._misprint(one)
        if one.kind == "exchange":
            return "exchanged"
        if one.kind == "repetition":
            return "repeated" if self._again(self.pages[one.at - 1], self.pages[one.at]) else None
        if one.kind == "gap" and one.value == one.expected + 1 and self._lost(one):
            return "missing"
        return None

    def _misprint(self, one: Break) -> FaultKind | None:
        if not (one.before and one.after) and not _alike(str(one.value), str(one.expected)):
            return None
        return "repeated" if one.value == self.values[one.at - 1] else "misnumbered"

    def _again(self, page: Page, other: Page) -> bool:
        """Whether a mark stands twice, rather than two texts on one page."""
        between = self.document.text[page.at : other.at]
        return not any(map(str.isalpha, between)) or self._within_text(other.at)

    def _lost(self, one: Break) -> bool:
        """Whether a number is missing where the text runs on, or where two pages of text stand for one."""
        page, last = self.pages[one.at], self.pages[one.at - 1]
        if bisect_left(self.unread, last.at) < bisect_right(self.unread, page.at):
            return False
        if page.at - last.at > _TWO_PAGES * self.usual:
            return True
        sure = min(one.before, one.after) >= _SUPPORT - 1
        return sure and self._within_text(page.at) and not self._pictured(last.at, page.at)

    def _pictured(self, start: int, end: int) -> bool:
        """Whether a picture stands on the page before a break, and may fill the one that is missing."""
        view, source = self.document.view, self.document.source.text
        passage = source[view.source_offset(start) : view.source_offset(end)]
        return any(sign in passage for sign in _PICTURES)

    def _within_text(self, at: int) -> bool:
        """Whether the text runs on over a page break, in the middle of a sentence."""
        before = self.document.text[max(at - _NEAR, 0) : at].rstrip()
        if not before or before[-1] in _STOPS:
            return False
        block = self.document.block_at(at - 1)
        if block is None:
            block = self.document.block_at(max(at - _NEAR, 0) + len(before) - 1)
        return block is not None and block.kind in ("paragraph", "quote")

    def _fault(self, kind: FaultKind, one: Break, expected: int) -> PageFault:
        at, here = one.at, self.pages[one.at]
        behind = at if kind == "missing" else at + 1
        pages: tuple[Page, ...] = (here,)
        if kind == "exchanged":
            pages, behind = (here, self.pages[at + 1]), at + 2
        last = self.pages[at - 1] if at else here
        return PageFault(
            kind,
            pages,
            here.renumbered(expected * self.step + (here.value or 0) % self.step) if expected else "",
            tuple(page.label for page in self.pages[max(at - _SHOWN, 0) : at]),
            tuple(page.label for page in self.pages[behind : behind + _SHOWN]),
            (here.at - last.at) / self.usual,
        )


def _moved(found: list[Break]) -> dict[int, int]:
    """The breaks that pages out of their places make: the first of each with the value before which it belongs.

    The others have 0. Few pages stand where none is missing, and are missing elsewhere; many in a row are skipped,
    follow, and are skipped again.
    """
    moved: dict[int, int] = {}
    gaps = {one.expected: place for place, one in enumerate(found) if one.kind == "gap"}
    place = 0
    while place < len(found):
        first, last = found[place], place
        while (
            first.kind == "intruder"
            and last + 1 < len(found)
            and found[last + 1].kind == "intruder"
            and found[last + 1].value == found[last].value + 1
        ):
            last += 1
        gap = gaps.get(first.value) if first.kind == "intruder" else None
        if gap is not None and found[gap].value == found[last].value + 1:
            moved.update(dict.fromkeys((*range(place, last + 1), gap), 0))
            moved[place] = found[gap].value
        elif _skipped(found[place : place + 3]):
            moved.update(dict.fromkeys(range(place, place + 3), 0))
            moved[place], last = found[place + 2].value, place + 2
        place = last + 1
    return moved


def _skipped(found: list[Break]) -> bool:
    if [one.kind for one in found] != ["gap", "leap", "gap"]:
        return False
    skipped, back, again = found
    return back.value == skipped.expected and again.expected == skipped.value and again.value == back.expected


def _alike(label: str, other: str) -> bool:
    """Whether two numbers of several figures differ in one only."""
    return len(label) == len(other) > 1 and sum(a != b for a, b in zip(label, other, strict=True)) == 1
