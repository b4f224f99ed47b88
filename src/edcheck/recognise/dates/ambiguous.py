"""Dates in figures of which nobody can tell the day from the month: `2/7/18`."""

from collections.abc import Iterator

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.languages import Language
from edcheck.records import NamedTuple
from edcheck.text import Extent

_REST = lazy_pattern(r"/([0-9]{1,2})/((?:1[0-9]|20)?[0-9]{2})(?![0-9A-Za-z/%-]|[.,][0-9])")
"""What follows the first figures of a date with slashes."""
_FIGURES = lazy_pattern(r"(?<![0-9])[0-9]{1,2}\Z")
_NOT_BEFORE = frozenset("/.:,-–+=#$£€§№_\\")
_MONTHS, _DAYS = 12, 31
_SHORT = 2


class Slashed(NamedTuple):
    """A date written with slashes: the two numbers before the year, either of which may be the day."""

    extent: Extent
    first: int
    second: int

    @property
    def ambiguous(self) -> bool:
        """True where both numbers may be months, and it makes a difference which one is."""
        return self.first != self.second and max(self.first, self.second) <= _MONTHS

    @property
    def day_first(self) -> bool:
        """True where only the first number can be the day."""
        return self.first > _MONTHS


def find_slashed(document: Document, language: Language) -> Iterator[Slashed]:
    """Yield what is written as a date with slashes; shelfmarks and fractions look alike: doubt is silence."""
    text = document.text
    if "/" not in text:
        return
    for match in _REST.finditer(text):
        figures = _FIGURES.search(text, max(match.start() - 3, 0), match.start())
        if figures is None or int(match[1]) == 0 or int(figures[0]) == 0:
            continue
        start, first, second = figures.start(), int(figures[0]), int(match[1])
        if max(first, second) > _DAYS or min(first, second) > _MONTHS:
            continue
        if _is_date(document, start, language, short=len(match[2]) == _SHORT):
            yield Slashed(Extent(start, match.end()), first, second)


def _is_date(document: Document, start: int, language: Language, short: bool) -> bool:
    """Whether what stands before the figures lets them be a date: the block's beginning, a comma, a word.

    Before a `short` year the word must be a small one, or `TOM 2/7/18` would be a date.
    """
    text, block = document.text, document.block_at(start)
    if block is None or (start and (text[start - 1].isalnum() or text[start - 1] in _NOT_BEFORE)):
        return False
    before = text[max(block.extent.start, start - 16) : start]
    words = before.split()
    if not words or before.rstrip()[-1] in ",;:([—":
        return True
    word = words[-1].strip("\"'“‘(,")
    return word.isalpha() and (word.islower() or not short) and not language.is_counter(word)
