"""Checks files in several processes. The outcome of a file is the same in any of them.

Files travel in chunks: one task a file would cost more than the checking. No more chunks are under way than
there are processes, so that when a process dies only few files are in doubt; these are tried once more, each
alone, and the one that kills its process again is named and passed over.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from edcheck.runner.discovery import Target
from edcheck.runner.work import Outcome, Work, check_file

_CHUNK = 32
"""Files in a chunk at most: about 50 ms of work on usual pages, ten times what handing them over costs."""

Chunk = list[tuple[int, Target]]

_work: Work | None = None
"""The work of this process, where it is a worker: sent once, not with each chunk."""


def check_in_processes(targets: list[Target], work: Work, jobs: int) -> list[Outcome]:
    """Check `targets` in `jobs` processes and return their outcomes in the same order."""
    outcomes: dict[int, Outcome] = {}
    size = max(1, min(_CHUNK, len(targets) // (jobs * 4)))
    numbered = list(enumerate(targets))
    chunks = [numbered[at : at + size] for at in range(0, len(numbered), size)]
    while chunks:
        doubtful = _run(chunks, work, jobs, outcomes)
        for index, target in doubtful:
            _run([[(index, target)]], work, 1, outcomes)
            outcomes.setdefault(
                index, Outcome.failed(target, "worker-died", "not checked: the process that checked it died")
            )
    return [outcomes[index] for index in range(len(targets))]


def _run(chunks: list[Chunk], work: Work, jobs: int, outcomes: dict[int, Outcome]) -> Chunk:
    """Work through `chunks`, emptying the list; stop at a death and return the files that were under way."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), context, _begin, (work,))
    under_way: dict[Future[list[Outcome]], Chunk] = {}
    try:
        while chunks or under_way:
            while chunks and len(under_way) < jobs:
                with _interruptions_held(), _own_modules_only():
                    future = pool.submit(_check_chunk, [target for _, target in chunks[0]])
                under_way[future] = chunks.pop(0)
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                for (index, _), outcome in zip(under_way[future], future.result(), strict=True):
                    outcomes[index] = outcome
                del under_way[future]
    except BrokenProcessPool:
        return [numbered for chunk in under_way.values() for numbered in chunk if numbered[0] not in outcomes]
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return []


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Let an interruption wait until a process is started, and keep it from that process for ever.

    The user's Ctrl-C reaches every process, and only this one shall answer it: a new process inherits the
    blocked signal and cannot be interrupted even before its first line. Where Python handles no signals (in
    other threads than the first) nothing is held.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    waiting: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, frame: waiting.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler or signal.default_int_handler)
    if waiting:
        raise KeyboardInterrupt


@contextmanager
def _own_modules_only() -> Iterator[None]:
    """Keep processes that start meanwhile from taking a `signal.py` among the texts for Python's own."""
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


def _begin(work: Work) -> None:
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_chunk(targets: list[Target]) -> list[Outcome]:
    assert _work is not None
    return [check_file(target, _work) for target in targets]
