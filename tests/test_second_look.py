"""What is found between files is shown with its passage, whatever the number of processes."""

from pathlib import Path

import pytest

from edcheck.model import Edition, Finding
from edcheck.runner import run
from edcheck.runner.discovery import discover
from edcheck.runner.second_look import SecondLook
from edcheck.settings import Settings

CHAPTER = (
    '<p>The ferry left at dawn.<a id="r1" href="notes.html#n1">[1]</a> It rained.'
    '<a id="r2" href="notes.html#n1">[2]</a> The quay lay empty.<a id="r3" href="notes.html#n3">[3]</a></p>'
)
NOTES = "".join(f'<p><a id="n{n}" href="ferry.html#r{n}">{n}.</a> As log {n} says.</p>' for n in (1, 2, 3))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "ferry.html").write_text(CHAPTER, encoding="utf-8")
    (tmp_path / "book" / "notes.html").write_text(NOTES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def between(jobs: int) -> list[Finding]:
    report = run(["book"], jobs=jobs)
    assert not report.problems
    assert not [
        finding for entry in report.entries for finding in entry.findings if finding.rule.startswith("notes")
    ]
    return report.edition_findings


def test_the_passage_is_shown(folder: Path) -> None:
    (finding,) = between(1)
    assert (finding.rule, finding.location.path) == ("notes/wrong-target", "book/ferry.html")
    assert finding.location.before.endswith(" It rained.")
    assert finding.location.quote == "[2]"
    assert finding.related[0].path == "book/notes.html"
    assert finding.fixes[0].edits[0].new == "notes.html#n2"


def test_the_number_of_processes_changes_nothing(folder: Path) -> None:
    assert between(2) == between(1)


def test_what_is_gone_is_not_shown(folder: Path) -> None:
    targets = {target.name: target for target in discover(["book"], Settings()).targets}
    look = SecondLook(targets, None, None, lambda target: Edition())
    (folder / "book" / "notes.html").unlink()
    assert look("book/notes.html") is None
    assert look("nowhere.html") is None
    shown = look("book/ferry.html")
    assert shown is not None
    assert shown.text.startswith("The ferry left")
    assert look("book/ferry.html") is shown
