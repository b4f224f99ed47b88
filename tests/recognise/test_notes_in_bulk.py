"""Thousands of notes of which something is wrong with each take time in proportion to their number."""

from collections.abc import Callable

import pytest

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.testing import best_seconds
from edcheck.text import Source

RULES = RuleSet(BUILT_IN).narrowed()


def one_name(count: int) -> str:
    return "Quay a[^1].\n\n" + "".join(f"[^1]: As log {at} says.\n\n" for at in range(count))


def lost_calls(count: int) -> str:
    calls = "".join(f"Quay a[^{at}].\n\n" for at in range(1, count, 3))
    return calls + "".join(f"[^{at}]: As log {at} says.\n\n" for at in range(1, count))


def lost_notes(count: int) -> str:
    calls = "".join(f"Quay a[^{at}].\n\n" for at in range(1, count))
    return calls + "".join(f"[^{at}]: As log {at} says.\n\n" for at in range(1, count, 3))


def lost_printed_calls(count: int) -> str:
    calls = "".join(f"Quay a. [{at}]\n\n" for at in range(1, count, 3))
    return calls + "".join(f"{at}. As log {at} says.\n\n" for at in range(1, count))


def doubled_names(count: int) -> str:
    calls = "".join(f"Quay a[^quay{at}].\n\n" for at in range(2))
    return calls + "".join(f"[^quay{at % 2}]: As log {at} says.\n\n" for at in range(count))


def seconds(text: str, name: str, enough: float = 0.0) -> float:
    return best_seconds(lambda: check(understand(Source.from_text(text, name)), RULES), enough=enough)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (one_name, "log.md"),
        (lost_calls, "log.md"),
        (lost_notes, "log.md"),
        (doubled_names, "log.md"),
        (lost_printed_calls, "log.txt"),
    ],
)
def test_time_is_linear(written: Callable[[int], str], name: str) -> None:
    enough = 3 * 8 * seconds(written(500), name)
    assert seconds(written(4000), name, enough) < enough
