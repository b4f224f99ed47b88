"""`Collection`: the facts of all documents of an edition, and what several rules want of them, made once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from edcheck.model.facts import Facts

T = TypeVar("T")


class Collection(list[Facts]):
    """The facts of all documents in the order of the edition, as rules about the edition get them."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        super().__init__(facts)
        self._made: dict[Callable[..., Any], Any] = {}

    def once(self, make: Callable[[Sequence[Facts]], T]) -> T:
        """What `make` makes of the facts, made on first use. Nobody may change it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made


def once(make: Callable[[Sequence[Facts]], T], facts: Sequence[Facts]) -> T:
    """What `make` makes of facts: made once for a `Collection`, anew for any other sequence."""
    return facts.once(make) if isinstance(facts, Collection) else make(facts)
