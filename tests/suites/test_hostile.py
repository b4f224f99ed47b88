"""Hostile files: each takes little time and memory, opens nothing, and costs the others of its run nothing."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from edcheck.model import Report
from edcheck.runner import run
from suites.hostile import Made, archives, entities, texts
from suites.trials import figures, long_form
from suites.watchdog import Trial, attempt, failures

_SECONDS = 10
_MOST_MEGABYTES = 1024
_FAULT = "It rained on the the weir.\n"
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "ftplib.")


class _Audit:
    """What this process opened and called from now on; it ends with its trials, and the hook with it."""

    def __init__(self, allowed: Path) -> None:
        self.allowed = (str(allowed), sys.prefix, sys.base_prefix, str(Path(__file__).parents[2]))
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            self.seen.append(f"{event} {arguments}")
        elif event == "open" and isinstance(arguments[0], str) and not arguments[0].startswith(self.allowed):
            self.seen.append(f"open {arguments[0]}")


def _run_beside(name: str, make: Callable[[], bytes], folder: Path) -> None:
    """Check a hostile file between two others, in a process whose doings are heard."""
    folder.mkdir()
    (folder / name).write_bytes(make())
    for other in ("0.txt", "~.txt"):
        (folder / other).write_text(_FAULT, encoding="utf-8")
    audit = _Audit(folder)
    report = run([str(folder)], jobs=1)
    assert not audit.seen, audit.seen
    _hold(report, folder)


def _hold(report: Report, folder: Path) -> None:
    """The file is in the report, whatever is said of it, and the others have their findings."""
    found = {Path(entry.path).name: [finding.rule for finding in entry.findings] for entry in report.entries}
    for other in ("0.txt", "~.txt"):
        assert found.get(other) == ["words/repeated-word"], (other, found.get(other))
    kinds = [problem.kind for entry in report.entries for problem in entry.problems]
    kinds += [problem.kind for problem in report.problems]
    assert "rule-failed" not in kinds, kinds


def _attempt(made: Made, folder: Path, tell: Callable[[str], None]) -> None:
    trials = [
        Trial(name, partial(_run_beside, name, make, folder / str(number)))
        for number, (name, make) in enumerate(made.items())
    ]
    outcomes = attempt(trials, _SECONDS)
    tell(figures(outcomes))
    assert not failures(outcomes)
    assert max(outcome.megabytes for outcome in outcomes) < _MOST_MEGABYTES


def test_entities(tmp_path: Path, tell: Callable[[str], None]) -> None:
    _attempt(entities(), tmp_path, tell)


def test_archives(tmp_path: Path, tell: Callable[[str], None]) -> None:
    _attempt(archives(), tmp_path, tell)


@long_form
def test_all_texts(tmp_path: Path, tell: Callable[[str], None]) -> None:
    _attempt(texts(), tmp_path, tell)
