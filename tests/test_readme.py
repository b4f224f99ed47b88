"""The example at the head of the README is what a run prints."""

import re
from pathlib import Path

import pytest

from edcheck.cli import status

README = Path(__file__).parent.parent / "README.md"


def test_the_example_is_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, printed = re.findall(r"```text\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "gazette.txt").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert status(["check", "gazette.txt"]) == 1
    assert capsys.readouterr().out == printed
