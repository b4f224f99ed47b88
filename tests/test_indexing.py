"""The whole edition is known where one of its files is asked about; what is said of others is left out."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from edcheck.model import Finding
from edcheck.runner import run
from edcheck.runner.discovery import discover
from edcheck.settings import Settings, load

DOCUMENTS = '[edition]\nnumbering = "edition"\ndocuments = ["one.txt", "two.txt", "three.txt"]\n'
FOLDER = '[edition]\nnumbering = "edition"\n'
PAPERS = {
    "one.txt": "Reeds. [1] Rushes. [2]\n\n1. By the ford.\n\n2. By the mill.\n",
    "two.txt": "Willows. [2] Alders. [3]\n\n2. On the bank.\n\n3. On the isle.\n",
    "three.txt": "Sedge. [3] Hay. [5]\n\n3. On the quay.\n\n5. On the pier.\n",
}


@pytest.fixture(autouse=True)
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def load_with(text: str) -> Settings:
    Path("papers/edcheck.toml").write_text(text, encoding="utf-8")
    return load("papers/edcheck.toml")


def found(settings: str, *paths: str, jobs: int = 1) -> list[Finding]:
    report = run(paths, load_with(settings), jobs=jobs)
    assert not [problem for problem in report.all_problems() if problem.level == "error"]
    assert [entry.path for entry in report.entries] == list(paths)
    return report.edition_findings


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_of_the_settings_are_known(jobs: int) -> None:
    (finding,) = found(DOCUMENTS, "papers/two.txt", jobs=jobs)
    assert (finding.rule, finding.location.path) == ("edition/note-label-reused", "papers/two.txt")
    assert finding.related[0].path == "papers/one.txt"
    assert finding.related[0].quote == "2"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_with_settings_is_an_edition(jobs: int) -> None:
    findings = found(FOLDER, "papers/two.txt", jobs=jobs)
    assert {finding.location.path for finding in findings} == {"papers/two.txt"}
    assert [place.path for finding in findings for place in finding.related] == [
        "papers/one.txt",
        "papers/three.txt",
    ]


def test_what_is_said_of_other_files_is_left_out() -> None:
    assert found(DOCUMENTS, "papers/one.txt") == []


def test_without_rules_about_the_edition_nothing_else_is_read() -> None:
    Path("papers/three.txt").write_bytes(b"\0")
    settings = load_with(DOCUMENTS)
    assert [entry.path for entry in run(["papers/two.txt"], settings).entries] == [
        "papers/two.txt",
        "papers/three.txt",
    ]
    narrow = replace(settings, select=("words",))
    assert [entry.path for entry in run(["papers/two.txt"], narrow).entries] == ["papers/two.txt"]


def test_what_cannot_be_read_is_said_where_it_was_named(edition: Path) -> None:
    (edition / "three.txt").write_bytes(b"\0")
    assert [entry.path for entry in run(["papers/two.txt"], load_with(FOLDER)).entries] == ["papers/two.txt"]
    entries = run(["papers"], load_with(FOLDER)).entries
    assert [entry.path for entry in entries if entry.problems] == ["papers/three.txt"]


def test_without_settings_a_file_stands_alone() -> None:
    assert [target.path for target in discover(["papers/two.txt"], Settings()).targets] == ["papers/two.txt"]


def test_an_edition_ends_where_another_begins(edition: Path) -> None:
    (edition / "letters").mkdir()
    shutil.copy(edition / "one.txt", edition / "letters" / "four.txt")
    (edition / "letters" / "edcheck.toml").write_text("", encoding="utf-8")
    (edition / "edcheck.toml").write_text(FOLDER, encoding="utf-8")
    targets = discover(["papers/two.txt"], load("papers/edcheck.toml")).targets
    assert [(Path(target.path).name, target.reported) for target in targets] == [
        ("one.txt", False),
        ("three.txt", False),
        ("two.txt", True),
    ]


def test_settings_from_elsewhere_make_no_edition(edition: Path, tmp_path: Path) -> None:
    (edition / "edcheck.toml").write_text(FOLDER, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Reeds.\n", encoding="utf-8")
    assert [target.path for target in discover(["other.txt"], load("papers/edcheck.toml")).targets] == [
        "other.txt"
    ]


def test_a_table_among_others_names_no_folder(edition: Path) -> None:
    (edition / "pyproject.toml").write_text("[tool.edcheck.edition]\ntitle = 'Papers'\n", encoding="utf-8")
    settings = load("papers/pyproject.toml")
    assert [target.path for target in discover(["papers/two.txt"], settings).targets] == ["papers/two.txt"]


def test_files_that_were_left_out_are_not_missing(edition: Path) -> None:
    for number in range(1, 8):
        (edition / f"ch{number}.txt").write_text(f"The brook rose by {number} feet.\n", encoding="utf-8")
    named = [f"papers/ch{number}.txt" for number in (1, 2, 3, 5, 6, 7)]
    assert not run(named).edition_findings
    (edition / "ch4.txt").unlink()
    (finding,) = run(named).edition_findings
    assert (finding.rule, finding.location.path) == ("edition/missing-file", "papers/ch5.txt")
