"""What each stage of a check costs: the reader, each recogniser, each rule, the finishing of findings."""

import gc
import time
from collections.abc import Iterator
from pathlib import Path

from edcheck.engine import check
from edcheck.model import Edition
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.runner.profiling import Profile
from edcheck.runner.work import FINISHING
from edcheck.text import Source

_RUNS = 3
_LEAST = 0.5
"""Nanoseconds a byte below which a stage gets no row of its own."""


def costs(files: list[Path]) -> list[tuple[str, float]]:
    """Nanoseconds that each stage takes for a byte of the files, the dearest first; the best of some runs."""
    contents = [(file.name, file.read_bytes()) for file in files]
    runs = [_run(contents) for _ in range(_RUNS)]
    best = min(runs, key=lambda profile: profile.spent.total())
    rows = [(stage, cost) for stage, _, cost in best.rows()]
    shown = [row for row in rows if row[1] >= _LEAST]
    rest = sum(cost for _, cost in rows) - sum(cost for _, cost in shown)
    return [*shown, ("all else", rest)]


def _run(contents: list[tuple[str, bytes]]) -> Profile:
    profile = Profile(time.process_time_ns)
    ruleset = profile.rules(RuleSet(BUILT_IN))
    gc.disable()
    for name, data in contents:
        source = profile.watch("decoding", Source.from_bytes)(name, data)
        document = profile.understand(source, Edition(), None)
        profile.watch(FINISHING, check)(document, ruleset)
    gc.enable()
    return profile


def table(files: list[Path]) -> Iterator[str]:
    """The costs as a Markdown table."""
    rows = costs(files)
    yield "| stage | ns/byte |\n| --- | ---: |"
    yield from (f"| {stage} | {cost:.1f} |" for stage, cost in rows)
    whole = sum(cost for _, cost in rows)
    yield f"| **all** | {whole:.1f}, which is {1000 / whole:.1f} MB/s |"
