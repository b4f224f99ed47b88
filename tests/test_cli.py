"""The command line: exit statuses, one line for every error, reports written whole or not at all."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from edcheck import __version__
from edcheck.cli import output, status
from edcheck.cli.explain import explanation
from edcheck.cli.init import compose
from edcheck.errors import WriteError
from edcheck.rule import Bad, Good, Rule
from edcheck.rules import BUILT_IN
from edcheck.runner.survey import Survey, numbering_of
from edcheck.settings import load

QUIET = "The ferry left the harbour at noon.\n"
FAULTY = "The ferry left the the harbour at noon.\n"
STRICT = '[rules."words/repeated-word"]\nseverity = "error"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put("quiet.txt", QUIET)
    put("faulty.txt", FAULTY)
    put("edcheck.toml", STRICT)
    return tmp_path


def put(name: str, text: str) -> None:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def process(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run edcheck as users do."""
    environment = {**os.environ, **more}
    command = [sys.executable, "-m", "edcheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)


@dataclass(frozen=True, slots=True)
class StubOptions:
    limit: int = 3
    words: tuple[str, ...] = ("a", "b")
    strict: bool = False


class Said:
    """Runs edcheck in this process and keeps what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        self.status = status(list(arguments))
        captured = capsys.readouterr()
        self.out, self.err = captured.out, captured.err
        assert "Traceback" not in self.err

    @property
    def line(self) -> str:
        """What was said on standard error, which must be one line."""
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")


class TestStatus:
    def test_clean(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "check", "quiet.txt")
        assert (said.status, said.out, said.err) == (0, "", "")

    def test_findings(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "check", "faulty.txt", "--concise")
        assert said.status == 1
        assert said.out.startswith("faulty.txt:1:16 error words/repeated-word “the” stands twice #1\n")

    @pytest.mark.parametrize(
        ("severity", "fail_on", "expected"),
        [
            ("error", "error", 1),
            ("error", "never", 0),
            ("warning", "error", 0),
            ("warning", "warning", 1),
            ("information", "warning", 0),
            ("information", "information", 1),
        ],
    )
    def test_fail_on(self, capsys: pytest.CaptureFixture[str], severity: str, fail_on: str, expected: int) -> None:
        put("edcheck.toml", STRICT.replace('"error"', f'"{severity}"'))
        assert Said(capsys, "check", "faulty.txt", "--fail-on", fail_on).status == expected
        put("edcheck.toml", STRICT.replace('"error"', f'"{severity}"') + f'[check]\nfail-on = "{fail_on}"\n')
        assert Said(capsys, "check", "faulty.txt").status == expected

    def test_what_could_not_be_checked_wins_over_findings(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "check", "faulty.txt", "gone.txt", "--concise")
        assert said.status == 3
        assert "“the” stands twice" in said.out
        assert "gone.txt: not fully checked (unreadable): cannot be read: there is no such file" in said.out

    @pytest.mark.parametrize("format", ["json", "sarif", "terminal"])
    def test_does_not_depend_on_the_format(self, capsys: pytest.CaptureFixture[str], format: str) -> None:
        assert Said(capsys, "check", "quiet.txt", "-r", format).status == 0
        assert Said(capsys, "check", "faulty.txt", "-r", format).status == 1
        assert Said(capsys, "check", "gone.txt", "-r", format).status == 3

    def test_of_a_real_process(self) -> None:
        assert process("check", "quiet.txt").returncode == 0
        assert process("check", "faulty.txt").returncode == 1
        assert process("check", "--nonsense").returncode == 2
        assert process("check", "gone.txt").returncode == 3

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_modules_among_the_texts_are_not_ours(self, jobs: str) -> None:
        for name in ("click", "re", "json"):
            put(f"{name}.py", "raise SystemExit(99)")
        for number in range(8):
            put(f"{number}.txt", FAULTY)
        assert process("check", "--jobs", jobs).returncode == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_help_that_cannot_be_written(self) -> None:
        shell = f'"{sys.executable}" -m edcheck --help > /dev/full'
        done = subprocess.run(shell, shell=True, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 3
        assert done.stderr == "edcheck: standard output cannot be written: No space left on device\n"

    @pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
    def test_without_standard_output(self) -> None:
        shell = f'"{sys.executable}" -m edcheck check faulty.txt >&-'
        done = subprocess.run(shell, shell=True, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (
            3,
            "edcheck: standard output cannot be written: it is closed\n",
        )

    def test_interrupted(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*arguments: object, **more: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("edcheck.cli.check.run", interrupt)
        assert Said(capsys, "check").status == 130
        monkeypatch.setattr("edcheck.cli.invocation.invoke", interrupt)
        assert status(["check"]) == 130

    @pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
    @pytest.mark.parametrize("seconds", [0.0, 0.1, 0.4])
    def test_interrupted_while_it_works(self, seconds: float) -> None:
        for number in range(40):
            put(f"{number}.txt", QUIET * 40_000)
        command = [sys.executable, "-m", "edcheck", "check", "--jobs", "2"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as child:
            children = Path(f"/proc/{child.pid}/task/{child.pid}/children")
            while child.poll() is None and not children.read_text():
                time.sleep(0.01)
            time.sleep(seconds)
            os.killpg(child.pid, signal.SIGINT)
            _, err = child.communicate(timeout=20)
        assert child.returncode == 130
        assert "Traceback" not in err

    def test_an_error_of_our_own(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*arguments: object, **more: object) -> None:
            raise ZeroDivisionError("division by zero")

        monkeypatch.setattr("edcheck.cli.check.run", fail)
        said = Said(capsys, "check")
        assert said.status == 3
        assert said.line.startswith("edcheck: edcheck itself failed (ZeroDivisionError: division by zero)")


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["chekc"], "there is no command “chekc”; did you mean “check”?"),
            (["zzz"], "there is no command “zzz”; commands are check, explain"),
            (["check", "--selct", "x"], "No such option"),
            (["check", "-r", "jsn"], "there is no format “jsn”; did you mean “json”?"),
            (["check", "-r", "pdf"], "there is no format “pdf”; formats are"),
            (["check", "-r", "html"], "an HTML report needs a file: -r html=FILE"),
            (["check", "-r", "json", "-r", "sarif"], "two reports cannot both go to the terminal"),
            (["check", "-r", "json=a", "-r", "sarif=a"], "two reports cannot both go to a"),
            (["check", "--select", "wrods"], "no rule and no family is called “wrods”; did you mean “words”?"),
            (["check", "--ignore", "words/x"], "no rule and no family is called “words/x”"),
            (["check", "--fail-on", "warn"], "'warn' is not one of 'error'"),
            (["check", "--jobs", "0"], "--jobs"),
            (["check", "--encoding", "utf-99"], "“utf-99” is no encoding that texts are read with"),
            (["check", "--config", "x", "--no-config"], "--config and --no-config exclude each other"),
            (["check", "--config", "gone.toml"], "gone.toml: settings cannot be read: No such file or directory"),
            (["explain", "words/repeated"], "did you mean “words/repeated-word”?"),
            (["schema", "documnt"], "'documnt' is not one of"),
            (["init"], "edcheck.toml is there already; --force replaces it"),
        ],
    )
    def test_is_said_in_one_line(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
    ) -> None:
        said = Said(capsys, *arguments)
        assert said.status == 2
        assert expected in said.line
        assert said.line.startswith("edcheck: ")
        assert not said.out

    def test_wrong_settings_are_said_line_by_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        put("edcheck.toml", "[edition]\ntitel = 'x'\n[check]\nselect = 3\n")
        said = Said(capsys, "check", "quiet.txt")
        assert said.status == 2
        assert said.err == (
            "edcheck: edcheck.toml:2:1: unknown key “titel” in [edition]; did you mean “title”?\n"
            "edcheck: edcheck.toml:4:10: check.select must be a list in [ ]\n"
        )
        assert Said(capsys, "check", "quiet.txt", "--no-config").status == 0

    def test_help(self, capsys: pytest.CaptureFixture[str]) -> None:
        for arguments in (["--help"], ["check", "-h"], ["rules", "list", "--help"]):
            said = Said(capsys, *arguments)
            assert said.status == 0
            assert said.out.startswith("Usage: edcheck")
        assert Said(capsys, "--version").out == f"edcheck {__version__}\n"
        said = Said(capsys)
        assert (said.status, said.out) == (2, "")
        assert said.err.startswith("Usage: edcheck")


class TestSettings:
    def test_the_command_line_wins(self, capsys: pytest.CaptureFixture[str]) -> None:
        put("edcheck.toml", '[check]\nselect = ["words"]\nignore = ["words/repeated-word"]\nfail-on = "never"\n')
        assert Said(capsys, "check", "faulty.txt", "--fail-on", "information").out == ""
        put("edcheck.toml", '[check]\nignore = ["words"]\n')
        assert Said(capsys, "check", "faulty.txt", "--select", "words").out == ""
        put("edcheck.toml", '[check]\nselect = ["words"]\n')
        assert Said(capsys, "check", "faulty.txt", "--ignore", "words/repeated-word").out == ""
        assert "repeated-word" in Said(capsys, "check", "faulty.txt", "--select", "words/repeated-word").out

    def test_are_found_above_the_text(
        self, capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put("vol/deep/faulty.txt", FAULTY)
        monkeypatch.chdir("/")
        assert Said(capsys, "check", str(folder / "vol")).status == 1


class TestReports:
    def test_go_to_files_and_to_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "check", "faulty.txt", "-r", "json=out/deep/report.json", "-r", "sarif")
        report = json.loads(Path("out/deep/report.json").read_text(encoding="utf-8"))
        assert report["counts"] == {"error": 1, "warning": 0, "information": 0}
        assert json.loads(said.out)["version"] == "2.1.0"
        assert said.err == ""
        assert [file.name for file in Path("out/deep").iterdir()] == ["report.json"]

    def test_a_report_among_the_texts_is_no_text_and_is_replaced(self, capsys: pytest.CaptureFixture[str]) -> None:
        put("book/page.htm", FAULTY)
        first = Said(capsys, "check", "book", "-r", "terminal", "-r", "html=book/report.html")
        put("edcheck.toml", STRICT + '[edition]\ndocuments = ["book/*.htm*"]\n')
        again = Said(capsys, "check", "-r", "terminal", "-r", "html=book/report.html")
        assert (again.status, again.out, again.err) == (first.status, first.out, "")
        assert "report.html" in Said(capsys, "check", "book/report.html", "--concise", "--no-config").out

    def test_a_hyphen_stands_for_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert json.loads(Said(capsys, "check", "faulty.txt", "-r", "json=-").out)["counts"]["error"] == 1
        assert not Path("-").exists()

    def test_of_one_format_alone_tell_problems_on_standard_error(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "check", "gone.txt", "-r", "json=report.json")
        assert said.line == "edcheck: gone.txt: cannot be read: there is no such file"
        put("empty/edcheck.toml", '[edition]\ndocuments = ["*.txt"]\n')
        os.chdir("empty")
        said = Said(capsys, "check", "-r", "json=report.json")
        assert said.line == "edcheck: the settings name the documents “*.txt”, and no file matches"

    def test_keep_the_permissions_of_the_file_they_replace(self, capsys: pytest.CaptureFixture[str]) -> None:
        put("report.json", "old")
        Path("report.json").chmod(0o640)
        Said(capsys, "check", "quiet.txt", "-r", "json=report.json")
        assert Path("report.json").stat().st_mode & 0o777 == 0o640
        assert json.loads(Path("report.json").read_text(encoding="utf-8"))["version"] == 1

    def test_never_overwrite_a_text_or_the_settings(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("link").symlink_to("faulty.txt")
        for target in ("faulty.txt", "./faulty.txt", "link", "edcheck.toml"):
            said = Said(capsys, "check", ".", "-r", f"json={target}")
            assert said.status == 3
            assert said.line.startswith(f"edcheck: {target}: report not written: it is one of the files that were")
        assert Path("faulty.txt").read_text(encoding="utf-8") == FAULTY
        assert Path("edcheck.toml").read_text(encoding="utf-8") == STRICT

    def test_that_cannot_be_written_are_status_3_and_leave_nothing(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("there").mkdir()
        for target in ("there", "quiet.txt/report.json", "a\0b", "/dev/null"):
            said = Said(capsys, "check", "quiet.txt", "-r", f"json={target}")
            assert said.status == 3
            assert "report not written: " in said.line

        def full(descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        before = sorted(Path().iterdir())
        said = Said(capsys, "check", "quiet.txt", "-r", "json=report.json", "-r", "terminal")
        assert said.line == (
            "edcheck: report.json: report not written: No space left on device; name another file"
        )
        assert said.status == 3
        assert sorted(Path().iterdir()) == before

    def test_a_reader_that_goes_away_is_no_error(self) -> None:
        letters = "abcdefghij"
        words = [letters[n // 100 % 10] + letters[n // 10 % 10] + letters[n % 10] + "ora" for n in range(1000)]
        put("faulty.txt", "\n\n".join(f"They saw the {word} {word} there, and rowed on." for word in words))
        command = f"{sys.executable} -m edcheck check faulty.txt --concise | head -n 1; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
        lines = done.stdout.splitlines()
        assert lines[0].startswith("faulty.txt:1:14 error words/repeated-word")
        assert lines[1] == "1"
        assert done.stderr == ""

    def test_a_full_standard_output_is_status_3(self) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "edcheck", "check", "faulty.txt"],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=60,
                check=False,
            )
        assert done.returncode == 3
        assert done.stderr == "edcheck: standard output cannot be written: No space left on device\n"

    def test_a_terminal_without_unicode_gets_escapes(self) -> None:
        done = process("check", "faulty.txt", "--concise", PYTHONIOENCODING="ascii")
        assert done.returncode == 1
        assert "\\u201cthe\\u201d stands twice" in done.stdout
        done = process("check", "faulty.txt", "-r", "json", PYTHONIOENCODING="ascii")
        assert "“the” stands twice" in done.stdout

    def test_no_byte_of_a_name_reaches_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "check", "a\x1b[2Jb\n.txt", "-r", "json=report.json")
        assert said.line == "edcheck: aU+001B[2Jb\\n.txt: cannot be read: there is no such file"


class TestBadInput:
    def test_a_folder_without_texts(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("empty").mkdir()
        said = Said(capsys, "check", "empty")
        assert said.status == 3
        assert "no texts in this folder: edcheck reads .txt, .text, .htm, .html, .xhtml" in said.out

    def test_bytes_that_are_no_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("image.txt").write_bytes(bytes(range(256)) * 8)
        said = Said(capsys, "check", "image.txt")
        assert said.status == 3
        assert "not a text: byte 1 is NUL" in said.out

    def test_bytes_in_no_encoding(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("odd.txt").write_bytes(b"Sm\xf8rrebr\xf8d \x81\x8d\xff " * 40)
        assert Said(capsys, "check", "odd.txt").status in (0, 1)
        assert Said(capsys, "check", "odd.txt", "--encoding", "utf-8").status in (0, 1)
        said = Said(capsys, "check", "odd.txt", "--encoding", "utf-7")
        assert said.status in (0, 1, 3)

    @pytest.mark.parametrize(
        "markup",
        [
            "<p>open <b>and <i>never closed",
            "<<<>>> <!-- <![CDATA[ <p a='<p>",
            "</p></p></p><table><tr>",
            "<a href='#" + "x" * 5000,
            "&#xFFFFFFFF; &#0; &#xD800; &nosuch; &amp",
            "<" * 20_000,
            "<div>" * 20_000,
            "<!--" * 10_000,
        ],
    )
    def test_broken_markup(self, capsys: pytest.CaptureFixture[str], markup: str) -> None:
        put("broken.html", markup)
        started = time.monotonic()
        assert Said(capsys, "check", "broken.html").status in (0, 1)
        assert time.monotonic() - started < 30

    @pytest.mark.parametrize("name", ["long.txt", "long.html"])
    def test_a_very_long_line(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        plain = "The tide came in slowly, and the boats with their nets went out to sea. " * 30
        put(name, f"{plain} The pilot [4] wrote of it on 3 May 1871. " * 2_300)
        assert Path(name).stat().st_size > 5_000_000
        started = time.monotonic()
        said = Said(capsys, "check", name, "-r", "json=report.json", "--fail-on", "never")
        assert said.status == 0
        assert time.monotonic() - started < 300

    def test_a_pipe_does_not_block(self) -> None:
        os.mkfifo("pipe.txt")
        done = process("check", "pipe.txt")
        assert done.returncode == 3
        assert "it is a named pipe, not a file" in done.stdout

    def test_a_working_directory_that_is_gone(self, folder: Path) -> None:
        command = (
            f"mkdir gone && cd gone && rmdir ../gone && exec {sys.executable} -m edcheck check {folder}/quiet.txt"
        )
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    def test_nothing_of_the_working_directory_is_imported(self) -> None:
        put("json.py", "raise SystemExit('the working directory was imported')")
        put("click.py", "raise SystemExit('the working directory was imported')")
        script = Path(sys.executable).with_name("edcheck")
        if not script.exists():
            pytest.skip("edcheck is not installed as a command")
        done = subprocess.run(
            [script, "check", "quiet.txt"], capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


class TestInspectAndSchema:
    def test_inspect_prints_what_the_schema_describes(self, capsys: pytest.CaptureFixture[str]) -> None:
        printed = Said(capsys, "inspect", "faulty.txt", "--findings")
        document = json.loads(printed.out)
        jsonschema.validate(document, json.loads(Said(capsys, "schema", "document").out))
        assert document["path"] == "faulty.txt"
        assert [finding["rule"] for finding in document["findings"]] == ["words/repeated-word"]
        compact = Said(capsys, "inspect", "faulty.txt", "--compact")
        assert compact.out.count("\n") == 1
        assert json.loads(compact.out) == {**document, "findings": None}

    def test_inspect_of_what_cannot_be_read(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = Said(capsys, "inspect", "gone.txt")
        assert (said.status, said.line) == (3, "edcheck: gone.txt: cannot be read: there is no such file")

    def test_schemas(self, capsys: pytest.CaptureFixture[str]) -> None:
        every = json.loads(Said(capsys, "schema").out)
        assert set(every) == {"document", "findings", "settings"}
        for name, schema in every.items():
            jsonschema.Draft202012Validator.check_schema(schema)
            assert schema == json.loads(Said(capsys, "schema", name).out)
        report = Said(capsys, "check", "faulty.txt", "-r", "json").out
        jsonschema.validate(json.loads(report), every["findings"])


class TestRules:
    def test_list(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = Said(capsys, "rules", "list").out.splitlines()
        assert [line.split()[0] for line in lines] == [rule.id for rule in BUILT_IN]
        entries = json.loads(Said(capsys, "rules", "list", "--json").out)
        assert [entry["summary"] for entry in entries] == [rule.summary for rule in BUILT_IN]
        assert [entry["preview"] for entry in entries] == [rule.preview for rule in BUILT_IN]

    @pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
    def test_explain_every_rule(self, capsys: pytest.CaptureFixture[str], rule: Rule) -> None:
        said = Said(capsys, "explain", rule.id)
        assert said.status == 0
        assert said.out.startswith(f"{rule.id}\n{rule.summary}\n")
        assert said.out.count("\n  | ") >= len(rule.bad) + len(rule.good)
        assert "^" in said.out

    def test_explain_marks_the_place_and_says_the_options(self) -> None:
        rule = Rule(
            "words/stub",
            "off",
            "A fault.\n\nWhy.",
            {"bad": "bad"},
            lambda document, options: (),
            bad=(Bad("one «bad\nword» here", fixed="one good word here"),),
            good=(Good("“bad word”", because="it is quoted"),),
            options=StubOptions,
        )
        text = "\n".join(explanation(rule))
        assert "  | one bad\n  |     ^^^^\n  | word here\n  | ^^^^" in text
        assert "    repaired:\n  | one good word here" in text
        assert '  limit = 3\n  words = ["a", "b"]\n  strict = false' in text
        assert "    because it is quoted" in text

    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            ("words/repeated-word", "each document\n"),
            ("notes/misnumbered-note", "each document, and what leads"),
            ("edition/note-series-break", "all documents of the edition together"),
        ],
    )
    def test_explain_says_what_a_rule_looks_at(
        self, capsys: pytest.CaptureFixture[str], rule: str, words: str
    ) -> None:
        assert f"\nLooks at  {words}" in Said(capsys, "explain", rule).out

    def test_explain_a_family(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "words/repeated-word" in Said(capsys, "explain", "words").out


class TestInit:
    def test_writes_settings_that_load(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("edcheck.toml").unlink()
        put("vol/2 “quoted”.txt", QUIET)
        said = Said(capsys, "init")
        assert (said.status, said.err) == (0, "")
        settings = load("edcheck.toml")
        assert settings.edition.documents == ("faulty.txt", "quiet.txt", "vol/2 “quoted”.txt")
        assert settings.edition.language == "en"
        assert Said(capsys, "check").status in (0, 1)

    def test_force_replaces(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert Said(capsys, "init", "quiet.txt", "--force").out.startswith("edcheck.toml written for 1 document;")
        assert load("edcheck.toml").edition.documents == ("quiet.txt",)

    def test_many_documents_become_globs(self, capsys: pytest.CaptureFixture[str]) -> None:
        for number in range(50):
            put(f"vol/{number}.txt", QUIET)
        put("vol/index.html", QUIET)
        assert Said(capsys, "init", "vol", "--force").status == 0
        assert load("edcheck.toml").edition.documents == ("vol/*.txt", "vol/*.html")

    def test_nothing_to_look_at(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("edcheck.toml").unlink()
        Path("empty").mkdir()
        said = Said(capsys, "init", "empty")
        assert said.status == 3
        assert said.line.startswith("edcheck: empty: no texts in this folder")
        said = Said(capsys, "init", "gone.txt")
        assert (said.status, said.line) == (3, "edcheck: gone.txt: cannot be read: there is no such file")
        assert not Path("edcheck.toml").exists()

    def test_texts_elsewhere(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        Path("inner").mkdir()
        os.chdir("inner")
        said = Said(capsys, "init", "../quiet.txt")
        assert said.status == 2
        assert "../quiet.txt is not below the working directory" in said.line

    def test_what_was_seen_is_written(self, folder: Path) -> None:
        seen = Survey(["a \x7f.txt"], [], "fr", "edition", "3 go on")
        seen.serials.update({'The "Harbour" Courier': 3})
        put("edcheck.toml", compose(seen))
        edition = load("edcheck.toml").edition
        assert edition.documents == ("a \x7f.txt",)
        assert [serial.name for serial in edition.serials] == ['The "Harbour" Courier']
        assert (edition.language, edition.numbering) == ("fr", "edition")

    @pytest.mark.parametrize(
        ("ranges", "expected"),
        [
            ([], "auto"),
            ([(1, 9)], "auto"),
            ([(1, 9), (1, 4)], "document"),
            ([(73, 78)], "edition"),
            ([(1, 9), (10, 14), (15, 15)], "edition"),
            ([(4, 9), (1, 3), (7, 8)], "auto"),
        ],
    )
    def test_numbering_is_guessed(self, ranges: list[tuple[int, int]], expected: str) -> None:
        assert numbering_of(ranges)[0] == expected

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Der Wirt und die Gäste sind nicht auf dem Hof.", "de"),
            ("El barco no es de la casa que se ve en los montes.", "es"),
            ("Le bateau est dans la rade et les marins du quai.", "fr"),
            ("Il battello non è della casa che si vede per le vie.", "it"),
            ("Он не видел, как это было на реке и в лесу.", "ru"),
            ("The boat is in the bay.", "en"),
            ("1 2 3", "en"),
        ],
    )
    def test_language_is_guessed(self, text: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
        put("text.txt", text)
        Said(capsys, "init", "text.txt", "--force")
        assert load("edcheck.toml").edition.language == language


class TestStart:
    def test_checking_a_page_loads_neither_pydantic_nor_templates(self) -> None:
        code = (
            "import sys; from edcheck.cli import status; status(['check', '--no-config', 'quiet.txt']);"
            "print([name for name in ('pydantic', 'jinja2', 'pathlib', 'hashlib', 'concurrent', 'difflib')"
            " if name in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == "[]\n"

    def test_checking_a_page_compiles_nothing_ahead(self) -> None:
        """Standard dataclasses and compiled expressions would cost half of a start: see `edcheck.records`."""
        code = (
            "import sys; from edcheck.cli import status; status(['check', '--no-config', 'quiet.txt']);"
            "print(*(module.__file__ for name, module in sys.modules.items() if name.startswith('edcheck.')))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        early = [
            f"{Path(file).name}: {line}"
            for file in done.stdout.split()
            if Path(file).name not in ("records.py", "patterns.py")
            for line in Path(file).read_text(encoding="utf-8").split("\n")
            if re.match(r"from dataclasses import .*\bdataclass\b|[A-Za-z_].*\bre\.compile\(", line)
        ]
        assert early == []

    def test_python_m(self) -> None:
        assert process("--version").stdout == f"edcheck {__version__}\n"


def test_writing_is_all_or_nothing_even_where_it_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    put("report.json", "old")
    monkeypatch.setattr(os, "replace", interrupt)
    before = sorted(Path().iterdir())
    with pytest.raises(KeyboardInterrupt):
        output.write_report("report.json", "new", [])
    assert sorted(Path().iterdir()) == before
    assert Path("report.json").read_text(encoding="utf-8") == "old"
    with pytest.raises(WriteError):
        output.write_report("", "new", [])
