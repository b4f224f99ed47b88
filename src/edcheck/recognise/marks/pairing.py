"""The workspace in which brackets and quotation marks find their partners."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from edcheck.model import Block
from edcheck.recognise.marks.labels import headed
from edcheck.records import dataclass, field
from edcheck.text import Extent

_OPENING = " \t\r\n\xa0\u2009\u202f([{<>—–-/=|…¡¿"
_CLOSING = " \t\r\n\xa0\u2009\u202f)]}<>—–-/.,;:!?…|["
_TRANSPARENT = "*_'’‘“”„«»\""
_MARKS = 4
"""Other marks that may stand between a quotation mark and what it touches."""


def may_open(text: str, place: int) -> bool:
    """Tell whether what stands before a quotation mark, a few other marks aside, lets it open."""
    before = text[place - 1 : place]
    if before in _TRANSPARENT:
        before = text[max(place - _MARKS, 0) : place].rstrip(_TRANSPARENT)[-1:]
    return before in _OPENING


def may_close(text: str, place: int) -> bool:
    """Tell whether what stands after a quotation mark, a few other marks aside, lets it close."""
    after = text[place + 1 : place + 2]
    if after in _TRANSPARENT:
        after = text[place + 1 : place + 1 + _MARKS].lstrip(_TRANSPARENT)[:1]
    return after in _CLOSING


def in_word(text: str, place: int) -> bool:
    """Tell whether a letter or digit stands on both sides."""
    return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()


@dataclass(slots=True)
class Pairing:
    """What is known so far. All keys and values are view offsets, one for each mark.

    `opens` holds every mark and whether it opens, `partners` both directions of every pair. `passed` are
    extents in which nothing is a mark, in order.
    """

    text: str
    blocks: Sequence[Block]
    block_starts: Sequence[int]
    passed: Sequence[Extent] = ()
    opens: dict[int, bool] = field(default_factory=dict)
    partners: dict[int, int] = field(default_factory=dict)
    mismatched: set[int] = field(default_factory=set)
    crossed: set[int] = field(default_factory=set)
    miscurled: set[int] = field(default_factory=set)
    continued: set[int] = field(default_factory=set)
    _heads: frozenset[str] | None = None

    def join(self, opener: int, closer: int) -> None:
        """Make two marks partners of each other."""
        self.partners[opener] = closer
        self.partners[closer] = opener

    def join_all(self, openers: list[int], closers: list[int]) -> None:
        """Make marks partners of each other that open and close by turns."""
        self.opens.update(dict.fromkeys(openers, True))
        self.opens.update(dict.fromkeys(closers, False))
        self.partners.update(zip(openers, closers, strict=True))
        self.partners.update(zip(closers, openers, strict=True))

    def drop(self, place: int) -> None:
        """Declare that what stands at `place` is no mark."""
        del self.opens[place]

    def places(self, characters: str) -> list[int]:
        """Where any of `characters` stands, in order, where it is not passed over. Cost: one fast scan each."""
        text = self.text
        found: list[int] = []
        for character in characters:
            place = text.find(character)
            while place >= 0:
                found.append(place)
                place = text.find(character, place + 1)
        found.sort()
        return self._kept(found)

    def matches(self, pattern: re.Pattern[str]) -> list[int]:
        """Where a pattern matches, in order, where it is not passed over."""
        return self._kept([match.start() for match in pattern.finditer(self.text)])

    def _kept(self, places: list[int]) -> list[int]:
        return [place for place in places if not self._passed_over(place)] if self.passed else places

    def _passed_over(self, place: int) -> bool:
        at = bisect_right(self.passed, (place + 1,)) - 1
        return at >= 0 and place < self.passed[at].end

    def block(self, place: int) -> int:
        """The index of the block that holds a place; what stands between blocks belongs to the block before."""
        return bisect_right(self.block_starts, place) - 1

    def by_block(self, places: list[int]) -> Iterator[list[int]]:
        """Group places by the block they stand in."""
        starts = self.block_starts
        first, count = 0, len(places)
        while first < count:
            following = bisect_right(starts, places[first])
            last = bisect_left(places, starts[following], first + 1) if following < len(starts) else count
            yield places[first:last]
            first = last

    def heads(self) -> frozenset[str]:
        """The numbers with a closing bracket at the heads of lines; looked for once."""
        if self._heads is None:
            self._heads = headed(self.text)
        return self._heads

    def begins_line(self, place: int) -> bool:
        """Tell whether only blanks and other marks stand before the place in its line."""
        line = self.text[max(place - 40, 0) : place]
        cut = max(line.rfind("\n"), line.rfind("\r"))
        return (cut >= 0 or place < 40) and not line[cut + 1 :].strip(" \t\xa0_*\"'“‘«„([")

    def begins_block(self, place: int) -> bool:
        """Tell whether nothing but blanks and quotation marks stands before the place in its block."""
        index = self.block(place)
        start = self.blocks[index].extent.start if index >= 0 else 0
        return place - start < 20 and not self.text[start:place].strip(" \t\r\n\xa0_*\"'“‘«„([")

    def ends_block(self, place: int) -> bool:
        """Tell whether no word stands after the place in its block."""
        index = self.block(place)
        end = self.blocks[index].extent.end if index >= 0 else len(self.text)
        return end - place <= 20 and not any(map(str.isalpha, self.text[place + 1 : end]))
