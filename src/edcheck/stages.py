"""`Watch`: how the stages of a check are timed on request, while those who do the work ask no clock."""

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Watch(Protocol):
    """Gives a function that does what `call` does and counts its time for `stage`."""

    def __call__(self, stage: str, call: Callable[P, T], /) -> Callable[P, T]:
        """The function to call instead."""
        ...


def unwatched(stage: str, call: Callable[P, T], /) -> Callable[P, T]:
    """The function itself: nobody asks for its time."""
    return call
