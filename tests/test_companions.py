"""Checkers of formats beside edcheck: small fakes on the PATH, and the real ones where they are installed."""

import json
import os
import shutil
import stat
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from containers.books import book, page
from edcheck.cli import status
from edcheck.errors import ConfigError, ReadError
from edcheck.model import Finding, Report
from edcheck.runner import run
from edcheck.runner.companions import COMPANIONS, invite
from edcheck.runner.companions.epubcheck import EPUBCHECK
from edcheck.runner.companions.interface import Order
from edcheck.runner.companions.jing import JING
from edcheck.runner.companions.places import offset_of
from edcheck.runner.companions.program import command_of, output_of
from edcheck.runner.companions.vnu import VNU
from edcheck.text import Source


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with texts, and `bin` in it as the whole PATH."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for companion in COMPANIONS.values():
        monkeypatch.delenv(companion.variable, raising=False)
    monkeypatch.setattr("edcheck.runner.companions.program._jar_of", lambda package: None)
    return tmp_path


def fake(name: str, code: str) -> None:
    """A program of this name on the PATH that runs this Python."""
    program = Path("bin") / name
    program.write_text(f"#!{sys.executable}\nimport sys, json\n{code}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def says(name: str, answer: object) -> None:
    """A program that prints `answer` as JSON, with FILE for the file it is about."""
    written = json.dumps(answer)
    fake(name, f"print({written!r}.replace('FILE', [a for a in sys.argv if a.startswith('/')][-1]))")


def checked(*paths: str, companions: str) -> Report:
    return run(paths, companions=[invited.check for invited in invite(companions.split())])


def found(report: Report) -> list[tuple[str, str, str, int, int, str]]:
    return [line(finding) for finding in report.findings()]


def line(finding: Finding) -> tuple[str, str, str, int, int, str]:
    at = finding.location
    return finding.rule, finding.severity, at.path, at.start.line, at.start.column, at.quote


def problems(report: Report) -> list[tuple[str, str, str]]:
    return [(problem.level, problem.path, problem.message) for problem in report.all_problems()]


def epubcheck_says(*messages: tuple[str, str, str, str, int, int]) -> None:
    said = [
        {
            "ID": code,
            "severity": severity,
            "message": text,
            "suggestion": None,
            "locations": [{"path": path, "line": line, "column": column}],
        }
        for code, severity, text, path, line, column in messages
    ]
    says("epubcheck", {"messages": said})


REEDS = page("<p>𝔉 Reeds.<b><p>Rushes.</p></b></p>")


def test_what_epubcheck_says_stands_at_our_places(desk: Path) -> None:
    (desk / "w.epub").write_bytes(book({"a b.xhtml": REEDS, "c.xhtml": page("<p>On the 31st of June.</p>")}))
    epubcheck_says(
        ("RSC-005", "ERROR", "element “p”\n not {allowed}", "OEBPS/a%20b.xhtml", 5, 19),
        ("PKG-010", "WARNING", "a space", "./w.epub", -1, -1),
        ("OPF-001", "INFO", "a hint", "OEBPS/content.opf", 99, 1),
        ("HTM-001", "USAGE", "said elsewhere", "OEBPS/gone.xhtml", 3, 1),
        ("HTM-002", "SUPPRESSED", "said to nobody", "OEBPS/c.xhtml", 1, 1),
        ("RSC-005", "WARNING", "not so bad", "OEBPS/c.xhtml", 1, 1),
    )
    report = checked("w.epub", companions="epubcheck")
    assert [each for each in found(report) if not each[0].startswith("characters/")] == [
        ("epubcheck/RSC-005", "error", "w.epub!OEBPS/a b.xhtml", 5, 15, "<p>"),
        ("epubcheck/RSC-005", "warning", "w.epub!OEBPS/c.xhtml", 1, 1, ""),
        ("dates/impossible-date", "error", "w.epub!OEBPS/c.xhtml", 5, 11, "31st of June"),
        ("epubcheck/PKG-010", "warning", "w.epub", 1, 1, ""),
        ("epubcheck/OPF-001", "information", "w.epub!OEBPS/content.opf", 17, 1, ""),
        ("epubcheck/HTM-001", "information", "w.epub!OEBPS/gone.xhtml", 1, 1, ""),
    ]
    first = next(each for each in report.findings() if each.rule.startswith("epubcheck/"))
    assert first.message == "element “p” not {allowed}"
    assert first.fingerprint
    assert {rule.id: rule.severity for rule in report.rules}["epubcheck/RSC-005"] == "error"


def test_each_book_is_asked_about_by_itself(desk: Path) -> None:
    for name in ("1.epub", "-2.epub"):
        (desk / name).write_bytes(book({"a.xhtml": page("<p>Reeds.</p>")}))
    (desk / "c.html").write_text("<p>Sedge.</p>", encoding="utf-8")
    epubcheck_says(("RSC-001", "ERROR", "FILE", "OEBPS/a.xhtml", 1, 1))
    report = checked(".", companions="epubcheck")
    assert sorted(finding.message for finding in report.findings()) == [
        str(desk / "-2.epub"),
        str(desk / "1.epub"),
    ]


def test_vnu_gives_both_ends_of_a_place(desk: Path) -> None:
    (desk / "a.html").write_text("<!DOCTYPE html>\n<p>𝔉 <b>Reeds\n<foo>Rushes.\n", encoding="utf-8")
    (desk / "b.html").write_text("<p>Sedge.\n", encoding="utf-8")
    where = {"url": "file:FILE", "firstLine": 2, "lastLine": 3, "firstColumn": 7, "lastColumn": 5}
    says(
        "vnu",
        {
            "messages": [
                {"type": "error", "message": "no", **where},
                {"type": "info", "subType": "warning", "message": "perhaps", "url": "file:FILE", "lastLine": 1},
                {"type": "info", "message": "by the way", "url": "file:FILE", "lastLine": 1, "lastColumn": 4},
                {"type": "non-document-error", "message": "no network"},
            ]
        },
    )
    report = checked("b.html", "a.html", companions="vnu")
    assert [each for each in found(report) if each[0].startswith("vnu/")] == [
        ("vnu/error", "error", "a.html", 1, 1, ""),
        ("vnu/warning", "warning", "b.html", 1, 1, ""),
        ("vnu/info", "information", "b.html", 1, 4, "S"),
        ("vnu/error", "error", "b.html", 2, 1, ""),
    ]


def test_pages_are_handed_over_in_portions() -> None:
    files = [f"/{number}.html" for number in range(450)]
    orders = list(VNU.arrange(files))
    assert [len(order.files) for order in orders] == [200, 200, 50]
    assert orders[0].arguments[:4] == ("--format", "json", "--stdout", "--exit-zero-always")


TEI = '<?xml version="1.0"?>\n{}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Reeds.</p></body></text></TEI>\n'


def put_letters(desk: Path) -> None:
    (desk / "schemas").mkdir()
    (desk / "schemas" / "letters 1.rng").write_text(
        '<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>',
        encoding="utf-8",
    )
    (desk / "schemas" / "letters.rnc").write_text(
        'default namespace = "http://www.tei-c.org/ns/1.0"\nstart = element TEI { text }\n', encoding="utf-8"
    )
    models = {
        "1": '<?xml-model href="schemas/letters%201.rng" type="application/xml"?>\n',
        "2": "<?xml-model type='application/relax-ng-compact-syntax' href='schemas/letters.rnc'?>\n",
        "3": '<?xml-model href="https://example.org/tei_all.rng"?>\n',
        "4": '<?xml-model href="gone.rng"?><?xml-model x="y"?>\n',
        "5": '<?xml-model href="schemas/letters.rnc" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n',
        "6": "",
    }
    for name, model in models.items():
        (desk / f"{name}.xml").write_text(TEI.format(model), encoding="utf-8")


def test_each_file_is_held_against_the_schema_it_names(desk: Path) -> None:
    put_letters(desk)
    files = [str(desk / f"{number}.xml") for number in range(1, 8)]
    assert list(JING.arrange(files)) == [
        Order((str(desk / "schemas" / "letters 1.rng"), files[0]), (files[0],)),
        Order(("-c", str(desk / "schemas" / "letters.rnc"), files[1]), (files[1],)),
    ]


def test_what_jing_says_stands_at_our_places(desk: Path) -> None:
    put_letters(desk)
    fake("jing", "print(sys.argv[-1] + ':3:42: error: element \"text\" not allowed here'); sys.exit(1)")
    report = checked("1.xml", companions="jing")
    assert found(report)[-1] == ("jing/error", "error", "1.xml", 3, 1, '<TEI xmlns="http://www.tei-c.org/ns/1.0">')


def test_a_companion_without_work_says_so(desk: Path) -> None:
    put_letters(desk)
    (desk / "a.txt").write_text("Reeds.", encoding="utf-8")
    fake("jing", "")
    fake("epubcheck", "")
    assert problems(checked("a.txt", companions="jing epubcheck")) == [
        ("notice", "", "jing had nothing to check: it reads .xml, .tei"),
        ("notice", "", "epubcheck had nothing to check: it reads .epub"),
    ]
    [(_, _, message)] = problems(checked("6.xml", companions="jing"))
    assert message == "jing had nothing to check: none of the files names a schema on this disk"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("print('no JSON'); print('Java ran out', file=sys.stderr)", "it failed, and said: Java ran out"),
        ("", "it failed and said nothing"),
        ("print('{\"messages\": 3}')", "it failed, and said"),
        ("print('[]')", "it failed, and said"),
    ],
)
def test_a_companion_that_fails_is_a_problem(desk: Path, code: str, words: str) -> None:
    (desk / "w.epub").write_bytes(book({"a.xhtml": page("<p>Reeds.</p>")}))
    fake("epubcheck", code)
    [(level, path, message)] = problems(checked("w.epub", companions="epubcheck"))
    assert (level, path) == ("error", "w.epub")
    assert message.startswith(f"epubcheck: {words}")


def test_a_companion_that_takes_too_long_is_ended_with_all_it_started(desk: Path) -> None:
    fake(
        "vnu",
        "import subprocess, time\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(2); open(\"late\", \"w\")'])\n"
        "time.sleep(60)",
    )
    began = time.monotonic()
    with pytest.raises(ReadError, match="longer than 1 seconds"):
        output_of([str(desk / "bin" / "vnu")], limit=1)
    assert time.monotonic() - began < 20
    time.sleep(2)
    assert not (desk / "late").exists()


def test_a_program_that_cannot_be_started(desk: Path) -> None:
    with pytest.raises(ReadError, match="cannot be started"):
        output_of([str(desk / "bin")])


def test_where_programs_are_looked_for(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match=r"epubcheck is not installed: .* EDCHECK_EPUBCHECK"):
        command_of(EPUBCHECK)
    fake("epubcheck", "")
    assert command_of(EPUBCHECK) == [str(desk / "bin" / "epubcheck")]
    monkeypatch.setenv("EDCHECK_EPUBCHECK", "other")
    with pytest.raises(ConfigError, match="names other, and there is no such program"):
        command_of(EPUBCHECK)
    fake("other", "")
    assert command_of(EPUBCHECK) == [str(desk / "bin" / "other")]
    monkeypatch.setenv("EDCHECK_EPUBCHECK", "check.jar")
    with pytest.raises(ConfigError, match="no such file"):
        command_of(EPUBCHECK)
    (desk / "check.jar").write_bytes(b"")
    with pytest.raises(ConfigError, match="java is not on the PATH"):
        command_of(EPUBCHECK)
    fake("java", "")
    assert command_of(EPUBCHECK) == ["java", "-jar", "check.jar"]


def test_a_python_package_that_brings_the_program(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    from edcheck.runner.companions.program import _jar_of

    (desk / "weirpackage").mkdir()
    (desk / "weirpackage" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.syspath_prepend(str(desk))
    assert _jar_of("weirpackage") is None
    (desk / "weirpackage" / "weirpackage.jar").write_bytes(b"")
    assert _jar_of("weirpackage") == str(desk / "weirpackage" / "weirpackage.jar")
    assert _jar_of("nowherepackage") is None


def test_the_command_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.html").write_text("<!DOCTYPE html>\n<p>Reeds.</p>\n", encoding="utf-8")
    assert status(["check", "a.html", "--with", "vnv"]) == 2
    assert "did you mean “vnu”?" in capsys.readouterr().err
    assert status(["check", "a.html", "--with", "vnu"]) == 2
    assert "vnu is not installed" in capsys.readouterr().err
    says(
        "vnu",
        {"messages": [{"type": "error", "message": "no", "url": "file:FILE", "lastLine": 2, "lastColumn": 3}]},
    )
    assert status(["check", "a.html", "--with", "vnu", "--with", "vnu", "--concise"]) == 1
    assert "a.html:2:3 error vnu/error no #1\n" in capsys.readouterr().out


@given(st.text("a𝔉é\n\r>", max_size=30), st.integers(1, 9), st.integers(1, 20))
def test_offsets_lie_in_the_text_and_count_utf16(text: str, line: int, column: int) -> None:
    source = Source.from_text(text)
    offset = offset_of(source, line, column)
    assert 0 <= offset <= len(text)
    if line <= len(source.line_starts):
        start = source.line_starts[line - 1]
        units = len(text[start:offset].encode("utf-16-le")) // 2
        assert units >= column - 1 or offset in (len(text), *source.line_starts[line : line + 1])


JING_HERE = shutil.which("jing", path=os.environ.get("PATH", ""))


@pytest.mark.skipif(JING_HERE is None, reason="jing is not installed")
def test_the_real_jing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_letters(desk)
    monkeypatch.setenv("PATH", f"{Path(str(JING_HERE)).parent}:/usr/bin:/bin")
    report = checked("1.xml", "2.xml", companions="jing")
    said = [each for each in found(report) if each[0].startswith("jing/")]
    assert said[0][:5] == ("jing/error", "error", "1.xml", 3, 42)
    assert said[0][5] == "<text>"
    assert said[1][2] == "2.xml"
    assert problems(report) == []


def _real_epubcheck() -> list[str] | None:
    try:
        return command_of(EPUBCHECK)
    except ConfigError:
        return None


EPUBCHECK_HERE = _real_epubcheck()


@pytest.mark.skipif(EPUBCHECK_HERE is None, reason="epubcheck is not installed")
def test_the_real_epubcheck(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = str(EPUBCHECK_HERE[-1]) if EPUBCHECK_HERE else ""
    monkeypatch.setenv("PATH", os.pathsep.join((str(Path(program).parent), "/usr/bin", "/bin")))
    monkeypatch.setenv("EDCHECK_EPUBCHECK", program)
    (desk / "w.epub").write_bytes(book({"a b.xhtml": REEDS}))
    said = [each for each in found(checked("w.epub", companions="epubcheck")) if each[0] == "epubcheck/RSC-005"]
    assert ("epubcheck/RSC-005", "error", "w.epub!OEBPS/a b.xhtml", 5, 15, "<p>") in said
