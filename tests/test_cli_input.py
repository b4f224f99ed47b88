"""What the command line reads: standard input, formats and languages by name and by glob, texts inside files."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from edcheck.cli import status
from edcheck.settings import load

FAULTY = "The ferry left the the harbour at noon.\n"
PAGE = "<html lang='en'><title>Log</title><p>The ferry left the the harbour.</p></html>"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
    '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Ran:
    """One run in this process with `data` on standard input."""

    def __init__(self, capsys: pytest.CaptureFixture[str], data: bytes, *arguments: str) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
            self.status = status(list(arguments))
        captured = capsys.readouterr()
        self.out, self.err = captured.out, captured.err

    @property
    def places(self) -> list[str]:
        """The places of the findings in a concise report."""
        return [line.split(" ")[0] for line in self.out.split("\n")[:-2]]

    @property
    def line(self) -> str:
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")


class TestStandardInput:
    def test_is_checked_like_a_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = Ran(capsys, FAULTY.encode(), "check", "-", "--concise")
        assert ran.out.startswith("<stdin>:1:16 warning words/repeated-word")
        assert Ran(capsys, b"", "check", "-").status == 0

    def test_its_name_decides_format_report_and_settings(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("book").mkdir()
        Path("book/edcheck.toml").write_text('[rules."words/repeated-word"]\nseverity = "error"\n')
        name = "book/letters/page.html"
        ran = Ran(capsys, PAGE.encode(), "check", "-", "--stdin-filename", name, "--concise")
        assert ran.status == 1
        assert ran.out.startswith("book/letters/page.html:1:53 error words/repeated-word")

    def test_it_stands_for_the_file_that_is_saved(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("edcheck.toml").write_text('[edition]\ndocuments = ["one.txt", "two.txt"]\n')
        Path("one.txt").write_text("Saved saved words words.")
        Path("two.txt").write_text(FAULTY)
        ran = Ran(capsys, b"The the mill stands.", "check", "-", "--stdin-filename", "one.txt", "--concise")
        assert ran.places == ["one.txt:1:1"]

    def test_an_edition_further_down_has_its_own_settings(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("edcheck.toml").write_text("")
        Path("in").mkdir()
        Path("in/edcheck.toml").write_text('[check]\nignore = ["words"]\n')
        assert Ran(capsys, FAULTY.encode(), "check", "-", "--stdin-filename", "in/a.txt").out == ""

    def test_bytes_are_decoded_as_those_of_files(self, capsys: pytest.CaptureFixture[str]) -> None:
        data = "Die Fähre lag lag im Hafen.".encode("utf-16")
        assert "lag lag" in Ran(capsys, data, "check", "-").out
        assert "not a text" in Ran(capsys, b"\xff\0\0\0\x01", "check", "-").out

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["check", "-", "a.txt"], "cannot stand beside other paths"),
            (["check", "a.txt", "--stdin-filename", "b.txt"], "give - as the only path"),
            (["check", "-", "--stdin-filename", ""], "path of a file"),
            (["inspect", "a.txt", "--stdin-filename", "b.txt"], "give - as the only path"),
        ],
    )
    def test_bad_combinations_are_explained(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
    ) -> None:
        ran = Ran(capsys, b"", *arguments)
        assert ran.status == 2
        assert words in ran.line

    def test_it_is_inspected(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = Ran(capsys, PAGE.encode(), "inspect", "-", "--stdin-filename", "page.html")
        assert json.loads(ran.out)["format"] == "html"

    def test_a_report_never_overwrites_the_file_it_stands_for(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("one.txt").write_text(FAULTY)
        ran = Ran(capsys, b"Rain.", "check", "-", "--stdin-filename", "one.txt", "-r", "html=one.txt")
        assert ran.status == 3
        assert "one of the files that were checked" in ran.line
        assert Path("one.txt").read_text() == FAULTY

    def test_of_a_real_process(self) -> None:
        command = [sys.executable, "-m", "edcheck", "check", "-", "--concise"]
        done = subprocess.run(command, input=FAULTY.encode(), capture_output=True, timeout=60, check=False)
        assert done.stdout.startswith(b"<stdin>:1:16 ")

    @pytest.mark.skipif(os.name == "nt", reason="closing a standard stream is done by the shell")
    def test_that_is_closed(self) -> None:
        command = ["sh", "-c", '"$0" -m edcheck check - <&-', sys.executable]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 3
        assert "standard input cannot be read" in done.stderr

    def test_that_is_too_large(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("edcheck.runner.reading.LIMIT", 8)
        ran = Ran(capsys, b"Rain fell.", "check", "-")
        assert ran.status == 3
        assert "standard input is larger" in ran.line


class TestFormat:
    def test_is_named_for_all_files(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("page.txt").write_text(PAGE)
        Path("page.page").write_text("Rain.")
        ran = Ran(capsys, b"", "inspect", "page.txt", "--format-in", "html")
        assert json.loads(ran.out)["format"] == "html"
        ran = Ran(capsys, b"", "check", "page.txt", "--format-in", "html", "--concise")
        assert ran.out.startswith("page.txt:1:53 ")

    def test_is_known_by_content_without_a_suffix(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert json.loads(Ran(capsys, PAGE.encode(), "inspect", "-").out)["format"] == "html"

    @pytest.mark.parametrize("command", ["check", "inspect"])
    def test_of_no_such_name_is_refused(self, capsys: pytest.CaptureFixture[str], command: str) -> None:
        ran = Ran(capsys, b"", command, "-", "--format-in", "htlm")
        assert ran.status == 2
        assert "there is no format “htlm”; did you mean “html”?" in ran.line
        assert "formats are" in Ran(capsys, b"", command, "-", "--format-in", "zzzz").line

    def test_is_set_by_glob(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("edcheck.toml").write_text('[files.formats]\n"pages/*" = "html"\n')
        Path("pages").mkdir()
        Path("pages/one.page").write_text(PAGE)
        Path("pages/two.txt").write_text(PAGE)
        Path("other.page").write_text(PAGE)
        ran = Ran(capsys, b"", "check", ".", "--concise")
        assert ran.places == ["pages/one.page:1:53", "pages/two.txt:1:53"]

    def test_wrong_names_in_the_settings_are_refused_at_their_place(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("edcheck.toml").write_text('[files.formats]\n"a" = "htlm"\n[files.languages]\n"b" = "Deutsch"\n')
        ran = Ran(capsys, b"", "check", ".")
        assert ran.status == 2
        assert "edcheck.toml:2:7: files.formats.a: there is no format “htlm”; did you mean “html”?" in ran.err
        assert "edcheck.toml:4:7: files.languages.b must be a language tag" in ran.err

    def test_encodings_may_have_the_names_that_browsers_know(self, capsys: pytest.CaptureFixture[str]) -> None:
        data = "港口".encode("cp932")
        assert "港口" in Ran(capsys, data, "inspect", "-", "--encoding", "x-sjis").out


def test_languages_are_set_by_glob(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("edcheck.toml").write_text('[files.languages]\n"de/*" = "de"\n')
    Path("de").mkdir()
    for name in ("de/a.txt", "b.txt"):
        Path(name).write_text("Rain.")
    settings = load("edcheck.toml")
    assert (settings.language_of("de/a.txt"), settings.language_of("b.txt")) == ("de", None)
    seen: dict[str, str] = {}
    monkeypatch.setattr(
        "edcheck.runner.work.understand",
        lambda source, edition, format: seen.update({source.name: edition.language}),
    )
    Ran(capsys, b"", "check", ".")
    assert seen == {"b.txt": "en", "de/a.txt": "de"}


class TestTextsInside:
    @staticmethod
    def book(**pages: str) -> None:
        with zipfile.ZipFile("book.epub", "w") as archive:
            archive.writestr("mimetype", "application/epub+zip")
            archive.writestr("META-INF/container.xml", CONTAINER)
            archive.writestr("book.opf", PACKAGE)
            for name, text in pages.items():
                archive.writestr(f"{name}.xhtml", text)

    def test_one_is_inspected_by_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.book(one=PAGE, two=PAGE)
        ran = Ran(capsys, b"", "inspect", "book.epub!two.xhtml")
        assert json.loads(ran.out)["path"] == "book.epub!two.xhtml"

    def test_of_several_one_must_be_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.book(one=PAGE, two=PAGE)
        for name in ("book.epub", "book.epub!three.xhtml"):
            ran = Ran(capsys, b"", "inspect", name)
            assert ran.status == 3
            assert "name one of them: book.epub!one.xhtml, book.epub!two.xhtml" in ran.line

    def test_none_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = Ran(capsys, b"", "inspect", "none.epub!two.xhtml")
        assert (ran.status, "there is no such file" in ran.line) == (3, True)
