"""What readers said of the findings in real texts: severity is a promise, and it is kept."""

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from bench import readings
from bench.readings import PROMISED, TABLE, Reading, accept, carry, document, precision, read, table

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
def test_the_promise_is_kept(severity: str) -> None:
    readings_now = of(severity)
    assert len(readings_now) >= 50
    assert sum(one.verdict == "true" for one in readings_now) >= PROMISED[severity] * len(readings_now)


@there
def test_every_error_and_warning_was_read() -> None:
    unread = [one for one in found().values() if one.severity in PROMISED and one.fingerprint not in read()]
    assert [(one.rule, one.location.path, one.location.start.line) for one in unread] == []


@there
def test_remarks_are_grouped() -> None:
    remarks = Counter((one.rule, one.location.path) for one in found().values() if one.severity == "information")
    assert [key for key, count in remarks.items() if count > 1] == []


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


def _kind(one: Finding) -> tuple[str, str, str]:
    return (one.rule, one.location.path, one.severity)


def test_readings_follow_a_message_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    findings = [one for one in gazette_report().findings() if one.severity != "information"]
    first = findings[0]
    alike = [one for one in findings if _kind(one) == _kind(first)]
    old = {
        f"old{number}": Reading(
            first.rule, first.location.path, f"old{number}", first.severity, "true", "as printed"
        )
        for number in range(len(alike))
    }
    now = carry(findings, old)
    assert {(one.fingerprint, one.verdict) for one in now} == {(one.fingerprint, "true") for one in alike}
    assert carry(findings, old | {"more": replace(old["old0"], fingerprint="more")}) == []
    mixed = old | {"old0": replace(old["old0"], why="another reason")}
    assert len(carry(findings, mixed)) == (len(alike) if len(alike) == 1 else 0)
    lower = {key: replace(one, severity="information") for key, one in old.items()}
    assert carry(findings, lower) == []
    kept = {first.fingerprint: replace(lower["old0"], fingerprint=first.fingerprint)}
    assert [one.severity for one in carry([first], kept)] == [first.severity]
    monkeypatch.setattr(readings, "READINGS", tmp_path)
    (tmp_path / "gone.jsonl").write_text("", encoding="utf-8")
    readings.write(now)
    assert [file.stem for file in tmp_path.iterdir()] == [first.rule.partition("/")[0]]


def test_what_is_doubtful_does_not_count() -> None:
    rows = [
        Reading("words/x", "a.txt", str(number), "error", verdict, "w")
        for number, verdict in enumerate(["true", "true", "doubtful", "false"])
    ]
    assert precision(rows) == {"error": 0.5}
    assert list(chain(table(rows)))[-1] == "| error | words/x | 2 | 1 | 1 |"


def test_the_page_of_documentation_says_what_was_read() -> None:
    assert TABLE.read_text("utf-8") == document(read().values())


def test_the_page_tells_what_is_promised_and_what_is_kept() -> None:
    rows = [
        Reading("words/x", "a.txt", str(number), severity, verdict, "w")
        for number, (severity, verdict) in enumerate(
            [("error", "true"), ("warning", "true"), ("warning", "false"), ("information", "false")]
        )
    ]
    page = document(rows)
    assert "- Of 1 errors 100.0 % are true; promised are 98 %." in page
    assert "- Of 2 warnings 50.0 % are true; promised are 80 %." in page
    assert "| warning | words/x | 1 | 0 | 1 |" in page
    assert "information" not in page


def test_the_command_shows_accepts_and_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(*arguments: str) -> str:
        monkeypatch.setattr("sys.argv", ["readings", *arguments])
        readings.main()
        return capsys.readouterr().out

    monkeypatch.setattr(readings, "SAMPLES", tmp_path)
    monkeypatch.setattr(readings, "READINGS", tmp_path)
    monkeypatch.setattr(readings, "TABLE", tmp_path / "readings.md")
    monkeypatch.setattr(readings, "report", gazette_report)
    first = next(iter(gazette_report().findings()))
    assert first.fingerprint[:10] in call("--rule", first.rule)
    assert len(call("--some", "1", "--severity", first.severity)) < len(call())
    assert call("--accept", "true", first.fingerprint, "--why", "as in the print").endswith("accepted as true\n")
    assert f"{first.severity}: 100.0 % true" in call()
    assert "100.0 % are true" in (tmp_path / "readings.md").read_text("utf-8")
    (file,) = tmp_path.glob("*.jsonl")
    file.write_text(file.read_text("utf-8").replace(first.fingerprint, "old"), encoding="utf-8")
    assert "vanished" in call()
    assert "vanished" not in call("--carry")
    with pytest.raises(SystemExit):
        call("--accept", "true", first.fingerprint)
    monkeypatch.setattr(readings, "SAMPLES", tmp_path / "none")
    with pytest.raises(SystemExit):
        call()
