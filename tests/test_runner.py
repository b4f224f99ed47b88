"""The runner: which files are read, that a bad file costs only itself, and that processes change nothing."""

import os
import pickle
import socket
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from edcheck.engine import check, understand
from edcheck.errors import ConfigError, ReadError
from edcheck.model import Document, Draft, Edition, Facts, Location, Problem, Report
from edcheck.model.naming import natural_order
from edcheck.rule import Rule
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.runner import reading, run
from edcheck.runner.discovery import shown
from edcheck.runner.processes import check_in_processes
from edcheck.runner.reading import read
from edcheck.runner.work import Work, check_file
from edcheck.settings import Settings
from edcheck.text import Extent, Position, Span


def find_quux(document: Document, options: object) -> Iterator[Draft]:
    at = document.text.find("quux")
    if at >= 0:
        yield Draft("found", Extent(at, at + 4))
    if "DIE" in document.text:
        os._exit(9)


def count_documents(facts: list[Facts], options: object) -> Iterator[Draft]:
    for one, following in pairwise(facts):
        place = Location(one.path, (Span(0, 0),), Position(1, 1), Position(1, 1), "")
        other = Location(following.path, (Span(0, 0),), Position(1, 1), Position(1, 1), "")
        yield Draft("found", place, related=((other, "the next"),))


QUUX = Rule("words/quux", "error", "A quux.\n\nWhy.", {"found": "a quux"}, find_quux)
NEXT = Rule("edition/next", "warning", "Next.\n\nWhy.", {"found": "a neighbour"}, count_documents, scope="edition")
RULES = (QUUX, NEXT)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str, text: str = "A quiet line.\n") -> None:
    for name in names:
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def paths_of(report: Report) -> list[str]:
    return [entry.path for entry in report.entries]


def problems_of(report: Report) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in report.all_problems() if problem.level == "error"]


def run_quux(*paths: str, **settings: Any) -> Report:
    return run(paths, Settings(**settings), rules=RULES)


def test_a_folder_stands_for_its_texts_in_natural_order() -> None:
    put("vol/page10.txt", "vol/page2.TXT", "vol/Page1.html", "vol/b/x.htm", "vol/notes.doc", "vol/.git/a.txt")
    put("vol/.hidden.txt", "other.txt")
    assert paths_of(run_quux("vol")) == ["vol/b/x.htm", "vol/Page1.html", "vol/page2.TXT", "vol/page10.txt"]
    assert paths_of(run_quux("vol/notes.doc", "vol/b")) == ["vol/b/x.htm", "vol/notes.doc"]
    assert len(paths_of(run_quux())) == 5, "without paths, the working directory"


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    put("a.txt")
    Path("link.txt").symlink_to("a.txt")
    assert paths_of(run_quux("a.txt", "./a.txt", str(folder / "a.txt"), "link.txt", ".")) == ["a.txt"]


def test_folders_that_contain_themselves_end(folder: Path) -> None:
    put("vol/a.txt")
    Path("vol/again").symlink_to(folder / "vol")
    Path("vol/circle").symlink_to("circle")
    assert paths_of(run_quux("vol")) == ["vol/a.txt"]


def test_exclude_passes_over_what_folders_hold_but_not_what_is_named() -> None:
    put("drafts/a.txt", "b.txt", "c.bak.txt")
    exclude = ("drafts", "*.bak.txt")
    assert paths_of(run_quux(exclude=exclude)) == ["b.txt"]
    assert paths_of(run_quux("c.bak.txt", exclude=exclude)) == ["c.bak.txt"]


def test_documents_come_in_the_order_of_the_settings(folder: Path) -> None:
    put("part2/b.txt", "part1/10.txt", "part1/9.txt", "preface.asc", "stray.txt")
    edition = Edition(documents=("preface.asc", "part2", "part1/*.txt"))
    report = run_quux(edition=edition, root=str(folder))
    assert paths_of(report) == ["preface.asc", "part2/b.txt", "part1/9.txt", "part1/10.txt"]
    assert paths_of(run_quux(".", edition=edition, root=str(folder))) == [*paths_of(report), "stray.txt"]


def test_documents_that_are_not_there_are_problems(folder: Path) -> None:
    put("a.txt")
    report = run_quux(edition=Edition(documents=("gone.txt", "vol/*.txt", "a.txt")), root=str(folder))
    assert [path for path, _ in problems_of(report)] == ["gone.txt", "vol", ""]
    assert paths_of(report) == ["gone.txt", "a.txt"]


def test_file_arguments_narrow_what_is_reported_not_what_is_known(folder: Path) -> None:
    put("1.txt", "2.txt", "3.txt", "4.txt", text="quux")
    edition = Edition(documents=("*.txt",))
    report = run_quux("2.txt", edition=edition, root=str(folder))
    assert paths_of(report) == ["2.txt"]
    assert [finding.location.path for finding in report.edition_findings] == ["2.txt"]
    assert report.counts() == {"error": 1, "warning": 1, "information": 0}


def test_an_unreadable_document_is_told_even_where_another_was_asked_for(folder: Path) -> None:
    put("1.txt", "2.txt")
    Path("2.txt").write_bytes(b"\0")
    report = run_quux("1.txt", edition=Edition(documents=("*.txt",)), root=str(folder))
    assert [path for path, _ in problems_of(report)] == ["2.txt"]


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_checked(folder: Path) -> None:
    put("good.txt", text="a quux")
    Path("empty").mkdir()
    Path("image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    os.mkfifo("pipe.txt")
    Path("broken.txt").symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        report = run_quux(
            "good.txt",
            "empty",
            "image.txt",
            "pipe.txt",
            "broken.txt",
            "socket.txt",
            "/dev/zero",
            "a\0b",
            "x" * 300,
        )
    assert report.counts()["error"] == 1
    found = dict(problems_of(report))
    assert found["empty"].startswith("no texts in this folder: edcheck reads .txt")
    assert found["empty"].endswith(".epub, .docx")
    assert found["image.txt"].startswith("not a text: byte 9 is NUL")
    assert found["pipe.txt"] == "cannot be read: it is a named pipe, not a file"
    assert found["broken.txt"] == "cannot be read: there is no such file"
    assert found["socket.txt"] == "cannot be read: it is a socket or a device, not a file"
    assert found["a\0b"] == "cannot be read: its name holds a NUL character"
    assert found["x" * 300] == "cannot be read: its name is too long"
    assert [words for path, words in problems_of(report) if path.endswith("zero")] == [
        "cannot be read: it is a device, not a file"
    ]


def test_permission_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    put("a.txt")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadError, match="cannot be read: permission denied"):
        read("a.txt", "a.txt")


def test_a_folder_that_cannot_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied")

    put("vol/a.txt")
    monkeypatch.setattr(os, "scandir", refuse)
    messages = [message for _, message in problems_of(run_quux("vol"))]
    assert messages[0] == "this folder cannot be read: Permission denied"


def test_a_file_that_is_a_folder_or_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", text="0123456789")
    Path("vol").mkdir()
    with pytest.raises(ReadError, match="it is a folder"):
        read("vol", "vol")
    monkeypatch.setattr(reading, "LIMIT", 9)
    with pytest.raises(ReadError, match="larger than 0 MB"):
        read("a.txt", "a.txt")
    monkeypatch.setattr(reading, "LIMIT", 10)
    assert read("a.txt", "a.txt").text == "0123456789"


def test_encodings_by_option_by_glob_and_by_mark(folder: Path) -> None:
    Path("old.htm").write_bytes("Größe".encode("cp850"))
    Path("wide.txt").write_bytes("Größe".encode("utf-16"))
    Path("bare.txt").write_bytes("Größe".encode("utf-16-le"))
    settings = Settings(encodings=(("old*", "cp850"), ("*", "utf-8")), root=str(folder))
    report = run(["old.htm"], settings, keep_documents=True)
    assert report.entries[0].document is not None
    assert report.entries[0].document.text.strip() == "Größe"
    assert read("wide.txt", "wide.txt").text == "Größe"
    Path("odd.txt").write_bytes("Größe".encode("utf-16-le") + b"\0")
    with pytest.raises(ReadError, match="name the encoding"):
        read("odd.txt", "odd.txt")
    assert read("bare.txt", "bare.txt").decoding.evidence == "nul-pattern"
    assert read("bare.txt", "bare.txt", "utf-16-le").text == "Größe"
    with pytest.raises(ReadError, match="no encoding that texts"):
        read("bare.txt", "bare.txt", "utf-99")
    with pytest.raises(ReadError, match="not readable as idna"):
        read("bare.txt", "bare.txt", "idna")


def test_bytes_that_an_encoding_makes_no_text_of() -> None:
    Path("a.txt").write_bytes(b"a +2AA- b")
    assert read("a.txt", "a.txt", "utf-7").text == "a � b"
    Path("a.txt").write_bytes(b"\xef\xbb\xbfa")
    assert read("a.txt", "a.txt", "UTF-8").text == "a"
    assert read("a.txt", "a.txt").text == "a"


def test_names_that_are_not_utf8_and_names_outside(folder: Path) -> None:
    name = os.fsdecode(b"f\xfcr.txt")
    put(name, text="quux")
    report = run_quux(".")
    assert paths_of(report) == [name]
    assert [finding.location.path for finding in report.findings()] == [name]
    assert shown(str(folder.parent / "x.txt")) == "../x.txt"


def test_rules_and_options_that_are_not_there() -> None:
    with pytest.raises(ConfigError):
        run([], Settings(select=("nowhere",)), rules=RULES)


def test_a_failure_of_edcheck_costs_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: object, edition: object, format: object) -> Document:
        raise error

    put("a.txt")
    monkeypatch.setattr("edcheck.runner.work.understand", fail)
    error: BaseException = RecursionError("too deep")
    assert problems_of(run_quux("a.txt"))[0][1].startswith(
        "not checked: edcheck failed on it (RecursionError: too"
    )
    error = MemoryError()
    assert problems_of(run_quux("a.txt"))[0][1] == "not checked: memory ran out; split the file"


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        put(f"{number}.txt", text=f"Page {number} has a quux." if number % 3 else "Nothing here.")
    Path("7.txt").write_bytes(b"\0")
    serial = run(["."], rules=RULES, jobs=1)
    assert serial == run(["."], rules=RULES, jobs=3)
    with_documents = run(["."], rules=RULES, jobs=3, keep_documents=True)
    assert all(entry.document for entry in with_documents.entries if entry.path != "7.txt")
    monkeypatch.setattr("edcheck.runner._WORTH_PROCESSES", 100)
    assert serial == run(["."], rules=RULES)


def test_a_process_that_dies_costs_one_file() -> None:
    for number in range(12):
        put(f"{number}.txt", text="quux")
    put("5.txt", "8.txt", text="quux DIE")
    report = run(["."], rules=RULES, jobs=2)
    assert problems_of(report) == [
        (name, "not checked: the process that checked it died") for name in ("5.txt", "8.txt")
    ]
    assert report.counts()["error"] == 10


def test_an_interruption_ends_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    put("1.txt", "2.txt")
    monkeypatch.setattr("edcheck.runner.processes.wait", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run(["."], rules=RULES, jobs=2)


def test_no_files_need_no_processes() -> None:
    assert check_in_processes([], Work(RuleSet(RULES)), 4) == []


def test_all_built_in_rules_travel_to_other_processes() -> None:
    ruleset = pickle.loads(pickle.dumps(RuleSet(BUILT_IN)))
    assert [rule.id for rule in ruleset.rules] == [rule.id for rule in BUILT_IN]


def test_the_report_says_what_ran() -> None:
    put("a.txt")
    report = run_quux("a.txt", edition=Edition(title="Letters"), select=("words",))
    assert [(rule.id, rule.severity, rule.summary) for rule in report.rules] == [
        ("words/quux", "error", "A quux.")
    ]
    assert report.title == "Letters"
    assert report.version
    assert report.entries[0].document is None


def test_checking_a_file_is_the_engine_and_nothing_else() -> None:
    put("a.txt", text="one quux")
    source = read("a.txt", "a.txt")
    work = Work(RuleSet(RULES))
    from edcheck.runner.discovery import Target

    outcome = check_file(Target("a.txt", "a.txt"), work)
    assert [text.result for text in outcome.texts] == [check(understand(source), work.ruleset)]


def test_natural_order() -> None:
    names = ["b/1", "a10", "a9", "A9b", "a/2", "ä1", "10", "9", "a²"]
    assert sorted(names, key=natural_order) == ["9", "10", "a/2", "a9", "A9b", "a10", "a²", "b/1", "ä1"]


def test_problems_keep_their_level() -> None:
    Path("old.txt").write_bytes(b"caf\xe9")
    report = run_quux("old.txt")
    assert [problem.level for problem in report.all_problems()] == ["notice"]
    assert isinstance(report.entries[0].problems[0], Problem)
