"""A folder with settings of its own, inside what is checked, is an edition of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from edcheck.cli import status

LETTER = (
    "The mail came on the 3d. [1]\n\n[Footnote 1: By the noon boat.]\n\nMaddren was ill, and wrote nothing more.\n"
)
KNOWN = '[edition.names]\nknown = ["Maddern"]\n'


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("letters", "papers"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "papers" / "edcheck.toml").write_text(KNOWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Check = Callable[..., tuple[int, str]]


@pytest.fixture
def output(archive: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    def check(*arguments: str) -> tuple[int, str]:
        code = status(["check", *arguments, "--concise"])
        return code, capsys.readouterr().out

    return check


def test_settings_hold_for_their_own_folder_only(output: Check) -> None:
    _, said = output(".")
    assert "papers/1.txt:5:1 warning words/near-duplicate-name" in said
    assert "letters/1.txt" not in said


def test_named_settings_hold_for_all(output: Check) -> None:
    _, said = output(".", "--config", "papers/edcheck.toml")
    assert "letters/1.txt:5:1" in said
    assert "papers/1.txt:5:1" in said


def test_without_settings_there_are_no_editions(output: Check) -> None:
    assert "near-duplicate-name" not in output(".", "--no-config")[1]


def test_documents_of_the_settings_of_the_run_stay_theirs(archive: Path, output: Check) -> None:
    (archive / "edcheck.toml").write_text('[edition]\ndocuments = ["papers/1.txt"]\n', encoding="utf-8")
    assert "near-duplicate-name" not in output(".")[1]


def test_wrong_settings_inside_are_a_problem_and_the_rest_is_checked(archive: Path, output: Check) -> None:
    (archive / "papers" / "edcheck.toml").write_text("[edition]\ntitel = 1\n", encoding="utf-8")
    (archive / "letters" / "1.txt").write_text(LETTER.replace("3d", "31st of June"), encoding="utf-8")
    code, said = output(".")
    assert code == 3
    assert "papers/edcheck.toml:2:1" in said
    assert "did you mean" in said
    assert "letters/1.txt:1:22 error dates/impossible-date" in said
