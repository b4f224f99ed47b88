"""Trials in a process of their own, with limits on time and memory: whatever one does, the others are made.

What hangs in compiled code answers no signal handler, so nothing less than another process will do. The trial
that overstays is ended with its process, and a new process goes on with the next one. Time is that of the
processor: on a busy machine the clock says nothing; it is looked at only for what waits and never works.
"""

import gc
import multiprocessing
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

import pytest

from edcheck.records import dataclass

MEGABYTE = 1024 * 1024
_ADDRESS_SPACE = 4096 * MEGABYTE
_PATIENCE = 20
"""How many times its limit a trial may take by the clock."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Something to do, under the name by which it is reported."""

    name: str
    do: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial: its answer, or why there is none; its CPU time and the memory the process had used."""

    name: str
    answer: Any = None
    failure: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    ended: bool = False


def attempt(trials: Sequence[Trial], seconds: float = 5) -> list[Outcome]:
    """Make all trials, each within so many seconds of the processor, and tell what came of each."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("trials need processes that can be forked")
    outcomes: list[Outcome] = []
    while len(outcomes) < len(trials):
        outcomes += _attempt_from(trials, len(outcomes), seconds)
    return outcomes


def failures(outcomes: Sequence[Outcome]) -> list[str]:
    """The trials that failed, each with its reason."""
    return [f"{outcome.name}: {outcome.failure}" for outcome in outcomes if outcome.failure]


def _attempt_from(trials: Sequence[Trial], first: int, seconds: float) -> list[Outcome]:
    """Make trials from the first on, until all are made or one had to be ended."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(trials[first:], theirs, seconds), daemon=True)
    worker.start()
    theirs.close()
    outcomes: list[Outcome] = []
    try:
        for trial in trials[first:]:
            try:
                outcomes.append(ours.recv() if ours.poll(seconds * _PATIENCE) else Outcome(trial.name))
            except EOFError:
                worker.join(seconds)
                outcomes.append(Outcome(trial.name))
            if not outcomes[-1].ended:
                outcomes[-1] = Outcome(trial.name, failure=_why(worker.exitcode, seconds), seconds=seconds)
                break
    finally:
        worker.kill()
        worker.join()
        ours.close()
    return outcomes


def _why(code: int | None, seconds: float) -> str:
    if code is None:
        return f"not done within {seconds * _PATIENCE} seconds of the clock"
    if code == -signal.SIGPROF:
        return f"not done within {seconds} seconds of the processor"
    return f"its process died: {code}"


def _work(trials: Sequence[Trial], results: Connection, limit: float) -> None:
    # What the tests before it have left is no trial's to search through for garbage.
    gc.freeze()
    # What a trial runs is counted for no coverage: its process ends without a word of that.
    sys.settrace(None)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    for trial in trials:
        answer, failure, begun = None, "", time.process_time()
        signal.setitimer(signal.ITIMER_PROF, limit)
        try:
            answer = trial.do()
        except BaseException:
            failure = traceback.format_exc(limit=-3)[-2000:]
        seconds = time.process_time() - begun
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        signal.setitimer(signal.ITIMER_PROF, 0)
        results.send(Outcome(trial.name, answer, failure, seconds, megabytes, ended=True))
