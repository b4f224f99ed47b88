"""libzip's archives, most of them broken on purpose: refused or read, and never more than that."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from edcheck.containers import CONTAINERS, container_for
from edcheck.containers.archive import open_archive
from edcheck.errors import ReadError
from edcheck.rules import BUILT_IN
from edcheck.runner import run
from edcheck.runner.discovery import Given
from suites.fetching import debian
from suites.trials import figures
from suites.watchdog import Trial, attempt, failures

_MOST_MEGABYTES = 512
_HARMLESS = re.compile(r"incons-(?:central-date|ef-)")
"""Contradictions about dates and about fields that no text depends on: all programs read the same texts there."""


def archives() -> dict[str, bytes]:
    """All archives of libzip's regression tests, by name."""
    files = debian("libzip")
    return {name.rpartition("/")[2]: data for name, data in files.items() if name.endswith(".zip")}


def _open(data: bytes) -> str:
    """Whether an archive is `read`, read in `part`, or `refused`."""
    try:
        archive = open_archive("a.zip", data)
    except ReadError:
        return "refused"
    unread = bool(archive.problems)
    for name in archive.entries:
        try:
            archive.read(name)
        except ReadError:
            unread = True
    return "part" if unread else "read"


def _check(format: str, data: bytes) -> None:
    """The whole run over an archive that claims to be a book or a manuscript."""
    assert container_for(f"a.{format}", data) is not None
    report = run([], rules=BUILT_IN, given=Given(f"a.{format}", data))
    assert not [problem for entry in report.entries for problem in entry.problems if problem.kind == "rule-failed"]


def test_archives(tell: Callable[[str], None]) -> None:
    outcomes = attempt([Trial(name, partial(_open, data)) for name, data in archives().items()])
    answers = [outcome.answer for outcome in outcomes]
    counts = ", ".join(f"{answers.count(answer)} {answer}" for answer in ("read", "part", "refused"))
    tell(f"{figures(outcomes)}: {counts}")
    assert not failures(outcomes)
    assert max(outcome.megabytes for outcome in outcomes) < _MOST_MEGABYTES
    believed = [outcome.name for outcome in outcomes if outcome.answer == "read" and "incons-" in outcome.name]
    assert all(_HARMLESS.match(name) for name in believed), believed


@pytest.mark.parametrize("format", sorted({"epub", "docx"} & set(CONTAINERS)))
def test_archives_as_books(format: str, tell: Callable[[str], None]) -> None:
    outcomes = attempt([Trial(name, partial(_check, format, data)) for name, data in archives().items()])
    tell(figures(outcomes))
    assert not failures(outcomes)
    assert max(outcome.megabytes for outcome in outcomes) < _MOST_MEGABYTES
