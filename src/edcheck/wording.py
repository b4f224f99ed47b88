"""Words that several rules say alike: how often something stands, and lists that stay short."""

from collections.abc import Iterable

_LISTED = 3


def times(count: int) -> str:
    """How often: `once`, `3 times`."""
    return "once" if count == 1 else f"{count} times"


def forms(counted: Iterable[tuple[str, int]]) -> str:
    """Forms with their counts, as one piece of evidence: `“White Sea” 3 times, “White-Sea” once`."""
    return ", ".join(f"“{form}” {times(count)}" for form, count in counted)


def some(parts: Iterable[str], shown: int = _LISTED) -> str:
    """The first of many parts, and a sign that there are more: `a; b; c; …`."""
    every = list(parts)
    return "; ".join([*every[:shown], *(["…"] if len(every) > shown else [])])
