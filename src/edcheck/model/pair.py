"""Brackets and quotation marks as they stand, with the partner each one found."""

from typing import Literal

from edcheck.records import dataclass

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
