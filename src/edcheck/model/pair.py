"""Brackets and quotation marks as they stand, with the partner each one found."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from edcheck.records import dataclass, field

MarkKind = Literal["bracket", "quote"]


@dataclass(slots=True)
class Mark:
    """One bracket or quotation mark.

    `offset` is its place in the view (marks are one character long), `character` what is written, `opens`
    whether it opens or closes, `partner` the index in `Document.marks` of the mark it pairs with, or None.
    `mismatched` is True where the partner is of another kind (`(…]`), `crossed` where the pair overlaps
    another pair instead of lying inside it (`(… [… ) …]`). `block` is the index of its block.
    """

    offset: int
    character: str
    kind: MarkKind
    opens: bool
    partner: int | None = None
    mismatched: bool = False
    block: int = -1
    crossed: bool = False
    miscurled: bool = False
    """True where a quotation mark is curled the wrong way for what it does (`’Allies‘`)."""
    continued: bool = False
    """True for an opening quotation mark that never closes because the next paragraph opens it again."""


@dataclass(slots=True)
class Marks:
    """All marks of a document in the order of the text.

    A page has dozens and a book ten thousands, and nearly every one has found its partner. So they are kept as
    offsets, and each becomes a `Mark` when somebody asks for it: rules ask for `lonely` and `irregular` ones.
    """

    text: str = ""
    opens: Mapping[int, bool] = field(default_factory=dict)
    """Every mark's offset, and whether it opens."""
    partners: Mapping[int, int] = field(default_factory=dict)
    """The offset of a mark's partner, in both directions."""
    brackets: Collection[int] = frozenset()
    """Which of the marks are brackets."""
    mismatched: Collection[int] = frozenset()
    crossed: Collection[int] = frozenset()
    miscurled: Collection[int] = frozenset()
    continued: Collection[int] = frozenset()
    block_starts: Sequence[int] = ()
    _all: list[Mark] | None = field(default=None, repr=False, compare=False)
    _alone: list[int] | None = field(default=None, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.opens)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._made())

    def __getitem__(self, index: int) -> Mark:
        return self._made()[index]

    @property
    def alone(self) -> list[int]:
        """Where marks without a partner stand, in order; found once for all who ask."""
        if self._alone is None:
            self._alone = sorted(self.opens.keys() - self.partners.keys())
        return self._alone

    def lonely(self, kind: MarkKind, opens: bool) -> list[Mark]:
        """Marks without a partner that opens each paragraph again or are curled wrongly left out."""
        if not self.alone:
            return []
        excused = {*self.continued, *self.miscurled}
        return [
            self._mark(place, None)
            for place in self.alone
            if self.opens[place] == opens
            and (place in self.brackets) == (kind == "bracket")
            and place not in excused
        ]

    def irregular(self) -> list[Mark]:
        """Marks that are mismatched, crossed or curled wrongly, with the places of their partners."""
        if not (self.mismatched or self.crossed or self.miscurled):
            return []
        return [mark for mark in self if mark.mismatched or mark.crossed or mark.miscurled]

    def characters(self, kind: MarkKind, places: Iterable[int] | None = None) -> list[str]:
        """What is written at the marks of a kind, or at those of them that stand at `places`."""
        wanted = kind == "bracket"
        return [
            self.text[place]
            for place in (self.opens if places is None else places)
            if (place in self.brackets) == wanted
        ]

    def _made(self) -> list[Mark]:
        if self._all is None:
            index = {place: number for number, place in enumerate(sorted(self.opens))}
            partners = self.partners
            self._all = [
                self._mark(place, index[partners[place]] if place in partners else None) for place in index
            ]
        return self._all

    def _mark(self, place: int, partner: int | None) -> Mark:
        return Mark(
            place,
            self.text[place],
            "bracket" if place in self.brackets else "quote",
            self.opens[place],
            partner,
            place in self.mismatched,
            bisect_right(self.block_starts, place) - 1,
            place in self.crossed,
            place in self.miscurled,
            place in self.continued,
        )
