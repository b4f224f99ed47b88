"""What readers said of the findings in real texts: severity is a promise, and it is kept."""

import json
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from bench import readings
from bench.readings import PROMISED, Reading, accept, precision, read, table

from edcheck.model import Finding
from reports.samples import gazette_report

there = pytest.mark.skipif(
    not readings.SAMPLES.exists(), reason="the sample texts do not lie beside the repository"
)


@cache
def found() -> dict[str, Finding]:
    return {finding.fingerprint: finding for finding in readings.report().findings()}


def of(severity: str) -> list[Reading]:
    """What was read and is still found, at the severity that it has now."""
    return [
        one
        for one in read().values()
        if one.fingerprint in found() and found()[one.fingerprint].severity == severity
    ]


@there
@pytest.mark.parametrize("severity", PROMISED)
def test_the_promise_is_kept_where_the_truth_can_be_told(severity: str) -> None:
    decided = [one for one in of(severity) if one.verdict != "doubtful"]
    assert len(decided) >= 50
    assert sum(one.verdict == "true" for one in decided) >= PROMISED[severity] * len(decided)


@there
def test_hardly_an_error_is_doubtful() -> None:
    errors = of("error")
    assert sum(one.verdict == "doubtful" for one in errors) <= 0.02 * len(errors)


@there
def test_every_error_was_read() -> None:
    unread = [one for one in found().values() if one.severity == "error" and one.fingerprint not in read()]
    assert [(one.rule, one.location.path, one.location.start.line) for one in unread] == []


def test_readings_quote_nothing_and_are_sorted() -> None:
    for file in readings.READINGS.glob("*.jsonl"):
        rows = [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]
        assert rows == sorted(rows, key=lambda row: (row["rule"], row["file"], row["fingerprint"]))
        for row in rows:
            assert row["rule"].startswith(f"{file.stem}/")
            assert row["verdict"] in readings.VERDICTS
            assert 2 < len(row["why"].split()) < 30
            assert not set('“”"‘') & set(row["why"])


def test_verdicts_are_added_by_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "READINGS", tmp_path)
    findings = list(gazette_report().findings())
    first, *others = findings
    assert accept(findings, "true", [first.fingerprint], "seen in the print") == sum(
        one.fingerprint == first.fingerprint for one in findings
    )
    assert read()[first.fingerprint].why == "seen in the print"
    accept(findings, "false", [first.fingerprint], "seen again")
    assert [one.verdict for one in read().values()] == ["false"]
    assert others


def test_what_is_doubtful_counts_half() -> None:
    rows = [
        Reading("words/x", "a.txt", str(number), "error", verdict, "w")
        for number, verdict in enumerate(["true", "true", "doubtful", "false"])
    ]
    assert precision(rows) == {"error": 0.625}
    assert list(chain(table(rows)))[-1] == "| error | words/x | 2 | 1 | 1 |"
