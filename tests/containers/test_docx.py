"""Word files: a paragraph a line, notes behind the body, changes and links where they stand."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from containers.words import call, notes, paragraph, run, word_file
from edcheck.containers.docx import open_docx
from edcheck.errors import ReadError
from edcheck.model import Markup
from edcheck.readers.docx import read_docx
from edcheck.runner import run as run_edcheck
from edcheck.testing import check_reader
from edcheck.text import Source

docx = pytest.importorskip("docx", reason="the extra edcheck[docx] is not installed")


def read(data: bytes) -> Markup:
    (text,) = open_docx("letter.docx", data).texts
    assert text.format == "docx"
    return check_reader(read_docx, text.source, is_markup=lambda hidden: set(hidden) == {"\ufffc"})


def quotes(markup: Markup, things: list[object]) -> list[str]:
    return [markup.view.text[slice(*thing.extent)] for thing in things]  # type: ignore[attr-defined]


def test_a_paragraph_is_a_line() -> None:
    markup = read(
        word_file(
            paragraph("The ferry ", "left."), paragraph(), paragraph(run("Rain"), "<w:r><w:tab/></w:r>", "fell.")
        )
    )
    assert markup.source.text == "The ferry left.\n\nRain\tfell.\n"
    assert quotes(markup, [*markup.blocks]) == ["The ferry left.", "Rain\tfell."]
    assert markup.source.position(18).line == 3


def test_styles_are_known_in_any_language_of_word() -> None:
    markup = read(
        word_file(
            paragraph("Letters", properties='<w:pStyle w:val="Titel"/>'),
            paragraph("June", properties='<w:pStyle w:val="berschrift1"/>'),
            paragraph("Deep", properties='<w:outlineLvl w:val="7"/>'),
            paragraph("He said.", properties='<w:pStyle w:val="Zitat"/>'),
            paragraph("One", properties='<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
            f"<w:tbl><w:tblPr/><w:tr><w:tc>{paragraph('Fog')}</w:tc></w:tr></w:tbl>",
        )
    )
    assert [(block.kind, block.level) for block in markup.blocks] == [
        *(("heading", 1), ("heading", 1), ("heading", 6), ("quote", 0), ("item", 0), ("cell", 0))
    ]


def test_notes_stand_behind_the_body_and_are_called_by_name() -> None:
    markup = read(
        word_file(
            paragraph("The ferry", call(2), " left", call(1), ".", call(1, "endnote")),
            footnotes=notes("footnote", "Of oak.", "At noon."),
            endnotes=notes("endnote", "So the log."),
        )
    )
    assert markup.view.text == "The ferry left.\nOf oak.\nAt noon.\nSo the log.\n"
    assert [(one.target, one.label, one.group, one.extent.start) for one in markup.calls] == [
        ("footnote-2", "1", "footnote", 9),
        ("footnote-1", "2", "footnote", 14),
        ("endnote-1", "1", "endnote", 15),
    ]
    assert quotes(markup, [*markup.notes]) == ["Of oak.", "At noon.", "So the log."]
    assert [(note.names, note.label, note.group) for note in markup.notes] == [
        (("footnote-1",), "2", "footnote"),
        (("footnote-2",), "1", "footnote"),
        (("endnote-1",), "1", "endnote"),
    ]


def test_a_mark_of_its_own_is_the_label_in_the_text() -> None:
    markup = read(
        word_file(
            paragraph("Rain", call(1, more='w:customMarkFollows="1"'), "*"), footnotes=notes("footnote", "Hail.")
        )
    )
    assert [(one.label, markup.view.text[:5]) for one in markup.calls] == [("", "Rain*")]


def test_comments_are_notes_at_their_place_that_nothing_calls() -> None:
    body = paragraph(
        "The ", '<w:commentRangeStart w:id="1"/>', "ferry.", '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    markup = read(word_file(body, comments=notes("comment", "A boat?")))
    (note,) = markup.notes
    assert (note.group, note.responsible, note.at, note.inline) == ("comment", "A. Clerk", 4, True)
    assert (quotes(markup, [note]), markup.calls) == (["A boat?"], [])


def test_changes_that_are_tracked() -> None:
    gone = '<w:del w:author="A"><w:r><w:delText>in the evening</w:delText></w:r></w:del>'
    markup = read(word_file(paragraph("It fell ", gone, f'<w:ins w:author="A">{run("at noon")}</w:ins>', ".")))
    assert markup.view.text == "It fell at noon.\n"
    assert [(one.kind, markup.view.text[slice(*one.extent)], one.other) for one in markup.passages] == [
        *(("deleted", "", "in the evening"), ("added", "at noon", ""))
    ]


def test_links_anchors_dates_pages_and_raised_text() -> None:
    markup = read(
        word_file(
            paragraph(
                *('<w:bookmarkStart w:name="start" w:id="0"/>', '<w:bookmarkStart w:name="_GoBack" w:id="1"/>'),
                f'<w:hyperlink r:id="rId9">{run("The log")}</w:hyperlink>',
                f'<w:hyperlink w:anchor="start">{run(" above")}</w:hyperlink>',
                run("2", '<w:vertAlign w:val="superscript"/>'),
                '<w:sdt><w:sdtPr><w:date w:fullDate="1848-07-02T00:00:00Z"/></w:sdtPr>'
                f"<w:sdtContent>{run(', 2 July 1848')}</w:sdtContent></w:sdt>",
                '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>',
                run("hidden", "<w:vanish/>"),
            ),
            links={"rId9": "log.htm"},
        )
    )
    assert [(link.target, link.fragment) for link in markup.links] == [("log.htm", None), ("#start", "start")]
    assert quotes(markup, [*markup.links]) == ["The log", " above"]
    assert [anchor.name for anchor in markup.anchors] == ["start"]
    assert [markup.view.text[slice(*raised)] for raised in markup.superscripts] == ["2"]
    assert [(date.values["when"].value, date.text) for date in markup.dates] == [("1848-07-02", ", 2 July 1848")]
    assert [one.kind for one in markup.breaks] == ["page", "page"]
    assert "hidden" not in markup.view.text


def test_what_is_no_prose_is_one_character_and_fields_show_their_result() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    markup = read(
        word_file(
            paragraph("A ", "<w:r><w:drawing/></w:r>", " and ", "<w:oMath/>", "."),
            paragraph(
                "Page ",
                field.format("begin"),
                run("PAGE"),
                field.format("separate"),
                "7",
                field.format("end"),
                ".",
            ),
            paragraph("Beside", f"<w:r><w:pict>{box}</w:pict></w:r>", field.format("end"), "."),
            paragraph("A", "<w:r><w:noBreakHyphen/><w:br/></w:r>", "b"),
        )
    )
    assert markup.view.text == "A \ufffc and \ufffc.\nPage 7.\nBeside.\nIn a box.\nA\u2011\u2028b\n"


def test_of_alternatives_one_is_read() -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:drawing><w:txbxContent>{paragraph('New.')}</w:txbxContent></w:drawing>"
    old = f"<w:pict><w:txbxContent>{paragraph('Old.')}</w:txbxContent></w:pict>"
    for new, shown in ((f"<mc:Choice>{box}</mc:Choice>", "New."), ("", "Old.")):
        choice = (
            f"<w:r><mc:AlternateContent {space}>{new}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )
        assert read(word_file(paragraph("Rain", choice))).view.text == f"Rain\n{shown}\n"
    nothing = f"<w:r><mc:AlternateContent {space}/></w:r>"
    assert read(word_file(paragraph("Rain", nothing, "<!-- a --><?b c?>"))).view.text == "Rain\n"


def test_what_a_program_of_the_library_writes_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Letters"
    document.core_properties.language = "de"
    document.add_heading("June", 2)
    document.add_paragraph("The ferry left the the harbour.")
    document.save(str(tmp_path / "a.docx"))
    contents = open_docx("a.docx", (tmp_path / "a.docx").read_bytes())
    assert (contents.title, contents.language, contents.problems) == ("Letters", "de", [])
    report = run_edcheck([str(tmp_path / "a.docx")])
    (finding,) = report.entries[0].findings
    assert (finding.rule, finding.location.start) == ("words/repeated-word", (2, 16))


def test_a_note_that_is_called_and_is_not_there_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(
        word_file(
            paragraph("The ferry", call(1), " left", call(2), ". Rain", call(9), " fell", call(3), "."),
            footnotes=notes("footnote", "Of oak.", "At noon.", "Hail."),
        )
    )
    found = [finding for entry in run_edcheck([str(file)]).entries for finding in entry.findings]
    assert [(one.rule, one.location.start) for one in found] == [("notes/orphan-reference", (1, 23))]


def test_the_number_that_word_counts_does_not_stand_for_a_lost_identifier(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    body = paragraph("The ferry", call(1), " left", call(9), ".")
    file.write_bytes(word_file(body, footnotes=notes("footnote", "Of oak.", "At noon.")))
    found = [finding for entry in run_edcheck([str(file)]).entries for finding in entry.findings]
    assert [(one.rule, one.location.start) for one in found] == [("notes/orphan-reference", (1, 16))]


class TestRefusals:
    @staticmethod
    def changed(name: str, text: str) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(word_file(paragraph("Rain")))) as old, zipfile.ZipFile(packed, "w") as new:
            for entry in old.namelist():
                if entry != name or text:
                    new.writestr(entry, text if entry == name else old.read(entry))
        return packed.getvalue()

    def test_no_word_file(self) -> None:
        with pytest.raises(ReadError, match=r"no word/document\.xml"):
            open_docx("a.docx", self.changed("word/document.xml", ""))

    @pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
    def test_damaged_parts(self, name: str) -> None:
        with pytest.raises(ReadError, match="damaged"):
            open_docx("a.docx", self.changed(name, "<w:document"))

    def test_no_archive(self) -> None:
        with pytest.raises(ReadError):
            open_docx("a.docx", b"Rain")

    def test_bombs_are_stopped_by_the_guard(self) -> None:
        packed = io.BytesIO(word_file(paragraph("Rain")))
        with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/bomb.xml", " " * 4_000_000)
        with pytest.raises(ReadError, match="200 times"):
            open_docx("a.docx", packed.getvalue())

    def test_entities_are_not_expanded(self) -> None:
        laughs = '<!DOCTYPE a [<!ENTITY b "haha">]>' + "<w:document>&b;</w:document>"
        with pytest.raises(ReadError, match="damaged"):
            open_docx("a.docx", self.changed("word/document.xml", laughs))

    @given(st.binary(max_size=200))
    def test_any_bytes(self, data: bytes) -> None:
        with pytest.raises(ReadError):
            open_docx("a.docx", b"PK\x03\x04" + data)

    def test_without_the_extra_the_report_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "docx", None)
        file = tmp_path / "a.docx"
        file.write_bytes(word_file(paragraph("Rain")))
        (problem,) = run_edcheck([str(file)]).all_problems()
        assert "pip install 'edcheck[docx]'" in problem.message


def test_in_a_text_without_marks_every_line_is_a_paragraph() -> None:
    markup = read_docx(Source.from_text("Rain.\r\n \nHail."))
    assert (markup.format, len(markup.blocks)) == ("docx", 2)
