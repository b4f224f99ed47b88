"""How far a wikitext has been read: what grows, what is open, and where what is open ends."""

from collections.abc import Callable

from edcheck.readers.elements import PAGE, Structure
from edcheck.readers.galley import Galley


class Reading:
    """One text while it is read. `limits` are the ends of what is open, innermost last, and what is done there.

    `frame` is what the next block will be, `structure` the elements of HTML that stand open around it.
    """

    def __init__(self, text: str, galley: Galley) -> None:
        self.text = text
        self.galley = galley
        self.structure = Structure()
        self.frame = PAGE
        self.limits: list[tuple[int, int, Callable[[], None]]] = []

    def within(self, start: int, end: int, after: int, finish: Callable[[], None]) -> int:
        """Read from `start` to `end`, then do what is to be done and go on at `after`."""
        self.limits.append((end, after, finish))
        return start

    def end_block(self) -> None:
        """End the block that is being read."""
        self.galley.column.end_block(self.frame)
