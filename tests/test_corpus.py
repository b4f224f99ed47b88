"""The corpus: what is found in our own transcriptions is what was accepted, no more and no less."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from edcheck.model import Report
from edcheck.runner import run
from edcheck.settings import Settings, load

CORPUS = Path(__file__).parent.parent / "corpus"
SUFFIX = ".expected.jsonl"
ACCEPTED = sorted(CORPUS.glob(f"*/*{SUFFIX}"))
TRANSCRIPTIONS = [path.with_name(path.name.removesuffix(SUFFIX)) for path in ACCEPTED]

Row = tuple[int, int, str, str, str]


def accepted(transcription: Path) -> list[dict[str, Any]]:
    text = transcription.with_name(transcription.name + SUFFIX).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


@cache
def report(folder: Path) -> Report:
    settings = folder / "edcheck.toml"
    return run([str(folder)], load(str(settings)) if settings.exists() else Settings())


def found(transcription: Path) -> list[Row]:
    checked = report(transcription.parent)
    findings = [finding for entry in checked.entries for finding in entry.findings]
    return sorted(
        (
            finding.location.start.line,
            finding.location.start.column,
            finding.rule,
            finding.severity,
            " ".join(finding.location.quote.split()),
        )
        for finding in (*findings, *checked.edition_findings)
        if Path(finding.location.path).resolve() == transcription.resolve()
    )


def name(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix()


@pytest.mark.parametrize("transcription", TRANSCRIPTIONS, ids=name)
def test_found_is_what_was_accepted(transcription: Path) -> None:
    expected = sorted(
        (row["line"], row["column"], row["rule"], row["severity"], " ".join(row["text"].split()))
        for row in accepted(transcription)
    )
    assert found(transcription) == expected


@pytest.mark.parametrize("folder", sorted({path.parent for path in ACCEPTED}), ids=name)
def test_every_file_of_an_edition_is_checked_and_nothing_fails(folder: Path) -> None:
    checked = report(folder)
    problems = [*checked.problems, *(problem for entry in checked.entries for problem in entry.problems)]
    assert [problem for problem in problems if problem.level == "error"] == []
    assert len(checked.entries) == sum(path.parent == folder for path in ACCEPTED)


def test_the_corpus_has_clean_files_and_many_kinds_of_fault() -> None:
    findings = {path: accepted(path) for path in TRANSCRIPTIONS}
    assert sum(not rows for rows in findings.values()) >= 7
    assert len({row["rule"] for rows in findings.values() for row in rows}) >= 40
    assert {path.parent.name for path in TRANSCRIPTIONS} >= {"council-papers", "pilot-letters", "assembly-pages"}


@pytest.mark.parametrize("transcription", TRANSCRIPTIONS, ids=name)
def test_accepted_findings_say_why(transcription: Path) -> None:
    for row in accepted(transcription):
        assert set(row) == {"rule", "severity", "line", "column", "text", "why"}
        assert len(row["why"].split()) > 3
