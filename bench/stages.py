"""What each stage of a check costs: the reader, each recogniser, each rule, the finishing of findings."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from edcheck import engine, recognise
from edcheck.model import Edition, WordCensus
from edcheck.readers import reader_for
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source

_RUNS = 3
_LEAST = 0.5
"""Nanoseconds a byte below which a stage gets no row of its own."""

_Call = Callable[..., Any]


class Clock:
    """CPU nanoseconds by stage. A stage called within another counts for itself only."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inner = [0]

    def timed(self, stage: str, call: _Call) -> _Call:
        """The same function, its time counted for a stage."""

        def measured(*values: Any, **named: Any) -> Any:
            self._inner.append(0)
            start = time.process_time_ns()
            try:
                return call(*values, **named)
            finally:
                whole = time.process_time_ns() - start
                self.spent[stage] += whole - self._inner.pop()
                self._inner[-1] += whole

        return measured


def costs(files: list[Path]) -> list[tuple[str, float]]:
    """Nanoseconds that each stage takes for a byte of the files, the dearest first; the best of some runs."""
    contents = [(file.name, file.read_bytes()) for file in files]
    size = sum(len(data) for _, data in contents)
    runs = [_run(contents) for _ in range(_RUNS)]
    best = min(runs, key=lambda spent: sum(spent.values()))
    rows = [(stage, spent / size) for stage, spent in best.most_common()]
    shown = [row for row in rows if row[1] >= _LEAST]
    rest = sum(cost for _, cost in rows) - sum(cost for _, cost in shown)
    return [*shown, ("all else", rest)]


def _run(contents: list[tuple[str, bytes]]) -> Counter[str]:
    clock = Clock()
    rules = tuple(replace(rule, check=clock.timed(rule.id, _drained(rule.check))) for rule in BUILT_IN)
    ruleset = RuleSet(rules)
    gc.disable()
    with _watched(clock):
        for name, data in contents:
            source = clock.timed("decoding", Source.from_bytes)(name, data)
            markup = clock.timed("reader", reader_for(source))(source)
            document = recognise.recognise(markup, Edition())
            clock.timed("findings", engine.check)(document, ruleset)
    gc.enable()
    return clock.spent


def _drained(check: _Call) -> _Call:
    return lambda subject, options: list(check(subject, options))


@contextmanager
def _watched(clock: Clock) -> Iterator[None]:
    """Let every recogniser be timed; the engine's own work is left to `findings`."""
    steps = {name: step for name, step in vars(recognise).items() if name.startswith(("find_", "read_"))}
    count = WordCensus.of
    for name, step in steps.items():
        setattr(recognise, name, clock.timed(name.replace("_", " "), step))
    # Words are counted for whoever asks first.
    WordCensus.of = clock.timed("words", count)  # type: ignore[method-assign]
    try:
        yield
    finally:
        WordCensus.of = count  # type: ignore[method-assign]
        for name, step in steps.items():
            setattr(recognise, name, step)


def table(files: list[Path]) -> Iterator[str]:
    """The costs as a Markdown table."""
    rows = costs(files)
    yield "| stage | ns/byte |\n| --- | ---: |"
    yield from (f"| {stage} | {cost:.1f} |" for stage, cost in rows)
    whole = sum(cost for _, cost in rows)
    yield f"| **all** | {whole:.1f}, which is {1000 / whole:.1f} MB/s |"
