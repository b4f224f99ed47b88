"""Runs a command several times and reads from the system what it cost."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

_KIBIBYTE = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and KiB elsewhere."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command costs: CPU seconds (user and system, median of the runs), peak memory in bytes (highest)."""

    cpu: float
    peak: int


class CommandError(Exception):
    """A measured command ended otherwise than it may."""


def cost(command: Sequence[str], runs: int = 5, statuses: frozenset[int] = frozenset({0})) -> Cost:
    """Run a command `runs` times, one after the other, with its output thrown away.

    Peak memory includes what the measuring process itself holds when it starts the command: keep it small.
    Raises CommandError where the exit status is none of `statuses`.
    """
    seconds, peaks = [], []
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode not in statuses:
            raise CommandError(f"{' '.join(command[:4])} … ended with {process.returncode}: {said.strip()[-500:]}")
        seconds.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss * _KIBIBYTE)
    return Cost(statistics.median(seconds), max(peaks))
