"""What is done to each text of a suite: its reader is held against the laws, and the whole check is run."""

import os
import time
from collections.abc import Sequence

import pytest

from edcheck.engine import check, understand
from edcheck.model import Document
from edcheck.readers import reader_for
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.testing import check_reader
from edcheck.text import Source
from suites.watchdog import Outcome

RULES = RuleSet(BUILT_IN)
MOST_GROWTH = 2.6
"""Of the time that a text takes, where the text grows to twice its length."""
_WORTH_TIMING = 0.2
long_form = pytest.mark.skipif(not os.environ.get("EDCHECK_SUITES"), reason="part of the long form: `make suites`")


def try_text(source: Source, format: str) -> Document:
    """Read, recognise and check a text; raises where a law is broken or a rule fails."""
    check_reader(reader_for(source, format), source)
    return check_text(source, format)


def check_text(source: Source, format: str) -> Document:
    """Recognise and check a text; raises where a rule fails."""
    document = understand(source, format=format)
    failed = [problem.message for problem in check(document, RULES).problems if problem.kind == "rule-failed"]
    if failed:
        raise AssertionError("; ".join(failed))
    return document


def figures(outcomes: Sequence[Outcome]) -> str:
    """What all trials together took, in words."""
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    memory = max(outcome.megabytes for outcome in outcomes)
    failed = sum(bool(outcome.failure) for outcome in outcomes)
    return (
        f"{len(outcomes):,} texts, {failed} failed, "
        f"slowest {slowest.seconds:.2f} s CPU ({slowest.name}), {memory:.0f} MB"
    )


def growth(text: str, format: str) -> float:
    """How many times the CPU time of its first half a text takes; 0 where there is next to no work."""
    before, after = (_seconds(Source.from_text(part), format) for part in (text[: len(text) // 2], text))
    return after / before if after > _WORTH_TIMING else 0.0


def _seconds(source: Source, format: str) -> float:
    taken = []
    for _ in range(3):
        begun = time.process_time()
        check_text(source, format)
        taken.append(time.process_time() - begun)
    return min(taken)
