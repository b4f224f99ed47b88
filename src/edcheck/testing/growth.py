"""Whether a reader's work grows with its text, or faster.

A wall clock proves nothing on a busy machine, so work is counted: the lines of Python that run (a loop inside a
loop), and the CPU time of this process alone, best of some runs (a regular expression that goes back, a slice in a
loop). Counted lines are the same every time and fit into any test; CPU time is for sweeps.
"""

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from edcheck.model.edition import NO_SETTINGS
from edcheck.readers import Reader
from edcheck.testing.law import BrokenLawError
from edcheck.text import Source

_FACTOR = 4
_MOST_GROWTH = 2.0
"""How much faster than its text work may grow; what is quadratic grows `_FACTOR` times as fast."""
_WORTH_COUNTING = 2_000
_WORTH_TIMING = 0.02


def check_linear(
    read: Reader, make: Callable[[int], str], size: int = 200, timed: bool = False, name: str = "text"
) -> None:
    """Raise BrokenLawError where a text four times as long takes much more than four times the work.

    `make(n)` is the text of size n: `lambda n: "<p>[1]" * n`. `size` is the smaller of the two sizes, `name` the
    source's name. With `timed` the CPU time is compared as well; choose `size` so that reading takes some tenths
    of a second. Where there is next to no work, nothing is compared.
    """
    small, large = (Source.from_text(make(count), name) for count in (size, size * _FACTOR))
    read(small, NO_SETTINGS)
    _compare("lines of Python", steps(read, small), steps(read, large), _WORTH_COUNTING)
    if timed:
        few = seconds(read, small)
        enough = max(few * _FACTOR * _MOST_GROWTH, _WORTH_TIMING)
        _compare("seconds", few, seconds(read, large, enough=enough), _WORTH_TIMING)


def _compare(what: str, small: float, large: float, least: float) -> None:
    if large > least and large > small * _FACTOR * _MOST_GROWTH:
        raise BrokenLawError(
            f"a reader's work grows as its text does: {_FACTOR} times the text took "
            f"{large / max(small, 1e-9):.1f} times the {what} ({small:.4g}, then {large:.4g})"
        )


def steps(read: Reader, source: Source) -> int:
    """How many lines of Python run while a source is read."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return on_line

    before = sys.gettrace()
    sys.settrace(on_line)
    try:
        read(source, NO_SETTINGS)
    finally:
        sys.settrace(before)
    return count


def seconds(read: Reader, source: Source, runs: int = 3, enough: float = 0.0) -> float:
    """The CPU seconds that reading a source takes, the best of some runs; none follows one of at most `enough`."""
    return best_seconds(lambda: read(source, NO_SETTINGS), runs, enough)


def best_seconds(work: Callable[[], object], runs: int = 3, enough: float = 0.0) -> float:
    """The CPU seconds that some work takes, the best of some runs; none follows one of at most `enough`.

    Meanwhile no garbage is searched for, and nobody traces: what else the process has and does costs nothing.
    """
    best, collecting, trace = float("inf"), gc.isenabled(), sys.gettrace()
    gc.disable()
    sys.settrace(None)
    try:
        for _ in range(runs):
            begun = time.process_time()
            work()
            best = min(best, time.process_time() - begun)
            if best <= enough:
                break
    finally:
        sys.settrace(trace)
        if collecting:
            gc.enable()
    return best
