"""One finding explained, and where the time of a run went."""

import re
from pathlib import Path

import pytest

from edcheck.cli import status
from edcheck.runner import run
from edcheck.runner.profiling import Profile

PAGE = """The lock was opened at noon on Monday, 4 May 1852. [7] The toll was waived. [8] It rained. [9]

The barges waited at the weir until 31 June 1852.

7. By the keeper's wife.

7. For one day only.

9. As it did all week.
"""
LINKED = """<p>Rye<a name="f1" href="#n1">[1]</a>, hops<a name="f2" href="#n2">[2]</a>.</p>
<p>Then malt<a name="f3" href="#n3">[3]</a>.</p>
<p><a name="n1" href="#f1">2.</a> Dry.</p>
<p><a name="n2" href="#f2">1.</a> Green.</p>
<p><a name="n3" href="#f3">3.</a> Sweet.</p>
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "lock.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "malt.html").write_text(LINKED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def explained(capsys: pytest.CaptureFixture[str], which: str, *paths: str) -> str:
    assert status(["check", "--no-config", "--explain-finding", which, *(paths or ("lock.txt",))]) == 0
    return capsys.readouterr().out


def numbers(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The rules of the findings with the numbers that the report prints."""
    status(["check", "--no-config", "--concise", "lock.txt"])
    lines = capsys.readouterr().out.split("\n")
    return {line.split()[2]: line.rpartition("#")[2] for line in lines if re.search(r" #\d+$", line)}


def test_a_slip_is_weighed_against_two_losses(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(capsys, numbers(capsys)["notes/misnumbered-note"])
    assert said.startswith("lock.txt:7:1 error notes/misnumbered-note this note is numbered 7 and must be 8\n")
    assert "  → cost 1.0  the note numbered 7 is meant for the reference 8: its label is wrong\n" in said
    assert "    cost 2.4  note 8 is lost, and so is the reference to note 7\n" in said
    assert "  @@ lock.txt:7:1 @@\n  -7. For one day only.\n  +8. For one day only.\n" in said
    assert "`edcheck explain notes/misnumbered-note`" in said


def test_the_weekday_of_both_calendars_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(capsys, numbers(capsys)["dates/weekday-mismatch"])
    assert "in the Gregorian calendar the weekday is Tuesday" in said
    assert "in the Julian calendar the weekday is Sunday" in said


def test_what_an_impossible_date_may_be_meant_for(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(capsys, numbers(capsys)["dates/impossible-date"])
    assert "    “31 June 1852” as it stands: June has 30 days\n    “30 June 1852”\n" in said


def test_a_lost_note_is_weighed(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "tar.txt").write_text("Tar. [1] Oil. [2] Rope. [3]\n\n1. Hot.\n\n2. Old.\n", encoding="utf-8")
    said = explained(capsys, "1", "tar.txt")
    assert "notes/orphan-reference" in said
    assert "  → cost 1.2  the note is lost\n" in said


def test_a_wrong_reference_is_weighed_from_its_side(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    text = "Tar. [1] Oil. [5] Rope. [3] Wax. [4]\n\n1. Hot.\n\n2. Old.\n\n3. Wet.\n\n4. Soft.\n"
    (folder / "oil.txt").write_text(text, encoding="utf-8")
    said = explained(capsys, "1", "oil.txt")
    assert "notes/misnumbered-reference" in said
    assert "the reference 5 is meant for the note numbered 2: its label is wrong\n" in said


def test_a_fix_of_two_places_is_one_change(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(capsys, "1", "malt.html")
    assert "this note is numbered 2 and must be 1, and the other way about" in said
    [first, second] = [line for line in said.split("\n") if line.startswith("  +")]
    assert ">1.</a> Dry." in first
    assert ">2.</a> Green." in second


def test_a_finding_is_named_by_its_fingerprint(capsys: pytest.CaptureFixture[str]) -> None:
    finding = next(run(["malt.html"]).findings())
    assert finding.message in explained(capsys, finding.fingerprint[:8], "malt.html")


@pytest.mark.parametrize(
    ("which", "reason"),
    [("0", "numbered 1 to"), ("99", "numbered 1 to"), ("", "begins so"), ("zz", "no such finding")],
)
def test_a_finding_that_is_not_there(capsys: pytest.CaptureFixture[str], which: str, reason: str) -> None:
    assert status(["check", "--no-config", "--explain-finding", which, "lock.txt"]) == 2
    assert reason in capsys.readouterr().err


def test_nothing_was_found(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "clean.txt").write_text("All is well.\n", encoding="utf-8")
    assert status(["check", "--no-config", "--explain-finding", "1", "clean.txt"]) == 2
    assert "nothing was found" in capsys.readouterr().err


def test_what_could_not_be_read_is_told_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["check", "--no-config", "--explain-finding", "1", "lost.txt"]) == 2
    assert "lost.txt: cannot be read" in capsys.readouterr().err


def test_a_profile_is_no_part_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    status(["check", "--no-config", "lock.txt"])
    plain = capsys.readouterr().out
    status(["check", "--no-config", "--profile", "lock.txt"])
    said = capsys.readouterr()
    assert said.out == plain
    stages = {line.split(maxsplit=2)[2] for line in said.err.rstrip("\n").split("\n")}
    assert {"stage", "reader", "notes", "dates", "words", "notes/misnumbered-note", "reports"} <= stages


def test_a_stage_within_another_counts_for_itself_only() -> None:
    now = [0]

    def wait(nanoseconds: int) -> None:
        now[0] += nanoseconds

    profile = Profile(lambda: now[0])
    inner = profile.watch("inner", wait)

    def work() -> None:
        wait(5)
        inner(20)

    profile.watch("outer", work)()
    assert list(profile.each("items", iter([1, 2]))) == [1, 2]
    assert dict(profile.spent) == {"outer": 5, "inner": 20, "items": 0}


def test_a_profile_changes_nothing_that_is_found() -> None:
    profile = Profile(lambda: 0)
    watched = run(["lock.txt", "malt.html"], profile=profile, jobs=2)
    assert list(watched.findings()) == list(run(["lock.txt", "malt.html"]).findings())
    assert profile.size == len(PAGE) + len(LINKED)


def test_what_was_read_is_counted_in_every_process(folder: Path) -> None:
    for jobs in (1, 2):
        report = run(["lock.txt", "malt.html"], jobs=jobs, count=True)
        [lock, malt] = [entry.census for entry in report.entries]
        assert lock is not None
        assert malt is not None
        assert (lock.notes, lock.references, lock.dates) == (3, 3, 2)
        assert (malt.notes, malt.words > 5) == (3, True)
