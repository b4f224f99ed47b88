"""Brackets and quotation marks as they stand, with the partner each one found."""

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["bracket", "quote"]


@dataclass(slots=True)
class Mark:
    """One bracket or quotation mark.

    `offset` is its place in the view (marks are one character long), `character` what is written, `opens`
    whether it opens or closes, `partner` the index in `Document.marks` of the mark it pairs with, or None.
    `mismatched` is True where the partner is of another kind (`(…]`). `block` is the index of its block.
    """

    offset: int
    character: str
    kind: MarkKind
    opens: bool
    partner: int | None = None
    mismatched: bool = False
    block: int = -1
