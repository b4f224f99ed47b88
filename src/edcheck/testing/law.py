"""How a broken law of readers is said: which law, where, and what was found."""

from edcheck.text import Extent, Span

_SHOWN = 60


class BrokenLawError(AssertionError):
    """A reader does not keep its contract; the message names the law and the place."""


def require(holds: bool, law: str, *seen: object) -> None:
    """Raise `BrokenLawError` with the law and what was seen, unless it holds."""
    if not holds:
        words = "; ".join(_shown(one) for one in seen)
        raise BrokenLawError(f"{law}: {words}" if words else law)


def inside(place: Extent | Span, length: int, law: str, *seen: object) -> None:
    """Hold a place against the length of the text that it lies in."""
    require(0 <= place.start <= place.end <= length, law, place, f"of {length} code points", *seen)


def _shown(one: object) -> str:
    words = repr(one)
    return words if len(words) <= _SHOWN * 4 else f"{words[: _SHOWN * 4]}…"
