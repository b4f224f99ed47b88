"""Whatever a trial does, it is told, and the next one is made."""

import os
import signal

from suites.watchdog import Trial, attempt, failures


def _for_ever() -> int:
    return sum(iter(lambda: 1, 0))


def _greedy() -> int:
    return len(bytearray(1 << 40))


def test_no_trial_spoils_another() -> None:
    trials = [
        Trial("fine", lambda: 1),
        Trial("raises", lambda: 1 // 0),
        Trial("works for ever", _for_ever),
        Trial("dies", lambda: os._exit(3)),
        Trial("is killed", lambda: os.kill(os.getpid(), signal.SIGKILL)),
        Trial("takes all memory", _greedy),
        Trial("fine again", lambda: 2),
    ]
    outcomes = attempt(trials, 0.3)
    assert [outcome.name for outcome in outcomes] == [trial.name for trial in trials]
    assert [outcome.answer for outcome in outcomes] == [1, None, None, None, None, None, 2]
    reasons = failures(outcomes)
    for reason, words in zip(
        reasons, ("ZeroDivisionError", "of the processor", "died: 3", "died", "Memory"), strict=True
    ):
        assert words in reason
