"""A whole run: which fault goes into which edition. The same seed gives the same outcomes in any processes."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from random import Random

from bench.accuracy.texts import Case
from bench.accuracy.trials import Outcome, ground

_ROUNDS = 8
Task = tuple[str, str]
"""A class of fault and the seed of the trial."""


def run(
    cases: Sequence[Case], faults: Iterable[str], each: int, seed: int, jobs: int | None = None
) -> list[Outcome]:
    """Plant up to `each` faults of every class in the editions of every kind, and give what came of it.

    An edition that has no place for a class is not asked again.
    """
    random = Random(seed)
    kinds = sorted({case.kind for case in cases})
    open_cases = {
        (fault, kind): [case for case in cases if case.kind == kind] for fault in faults for kind in kinds
    }
    wanted = dict.fromkeys(open_cases, each)
    done: list[Outcome] = []
    with ExitStack() as stack:
        each_of = map if jobs == 1 else stack.enter_context(ProcessPoolExecutor(jobs or os.cpu_count())).map
        for number in range(_ROUNDS):
            tasks: dict[Case, list[Task]] = {}
            for (fault, kind), candidates in open_cases.items():
                for index in range(wanted[fault, kind] if candidates else 0):
                    [case] = random.choices(candidates, [case.weight for case in candidates])
                    tasks.setdefault(case, []).append((fault, f"{seed}/{fault}/{kind}/{number}/{index}"))
            if not tasks:
                break
            order = sorted(tasks, key=lambda case: -len(tasks[case]))
            results = each_of(_work, order, [tasks[case] for case in order])
            for case, outcomes in zip(order, results, strict=True):
                for (fault, _), outcome in zip(tasks[case], outcomes, strict=True):
                    if outcome is not None:
                        done.append(outcome)
                        wanted[fault, case.kind] -= 1
                    elif case in open_cases[fault, case.kind]:
                        open_cases[fault, case.kind].remove(case)
    return sorted(done, key=lambda outcome: (outcome.fault, outcome.kind, outcome.seed))


def _work(case: Case, tasks: list[Task]) -> list[Outcome | None]:
    """Try all tasks of one edition; after a class had no place there, its other tasks are not tried."""
    barren: Counter[str] = Counter()
    outcomes: list[Outcome | None] = []
    for fault, seed in tasks:
        outcome = None if barren[fault] else ground(case).trial(fault, seed)
        barren[fault] += outcome is None
        outcomes.append(outcome)
    return outcomes
