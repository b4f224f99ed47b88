"""Books: the order of their pages, and what is told where one cannot be read."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from containers.books import CONTAINER, RawEntry, book, page, raw_archive, zipped
from edcheck.cli import status
from edcheck.containers import container_for
from edcheck.containers.archive import open_archive
from edcheck.containers.epub import open_epub
from edcheck.containers.interface import Contents
from edcheck.errors import ReadError
from edcheck.model import Report
from edcheck.runner import run
from edcheck.text import Source

REEDS, RUSHES, SEDGE = page("<p>Reeds.</p>"), page("<p>Rushes.</p>"), page("<p>Sedge.</p>")
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><docTitle><text>The Weir</text></docTitle><navMap>'
    '<navPoint id="a"><navLabel><text> The &amp; Ford </text></navLabel><content src="text/a.xhtml"/>'
    '<navPoint id="b"><navLabel><text>The Mill</text></navLabel><content src="text/b.xhtml#m"/></navPoint>'
    "</navPoint></navMap><pageList><pageTarget><navLabel><text>12</text></navLabel>"
    '<content src="text/a.xhtml#p12"/></pageTarget></pageList></ncx>'
)


def names(contents: Contents) -> list[str]:
    return [text.source.name.removeprefix("w.epub!OEBPS/") for text in contents.texts]


def told(contents: Contents) -> list[tuple[str, str, str]]:
    return [(p.level, p.path.removeprefix("w.epub").lstrip("!"), p.message) for p in contents.problems]


def test_pages_come_in_the_order_of_the_spine_then_the_rest_then_the_contents() -> None:
    pages = {"c10.xhtml": REEDS, "c9.xhtml": RUSHES, "text/a.xhtml": SEDGE, "notes.xhtml": REEDS}
    data = book(pages, spine=["text/a.xhtml", "notes.xhtml"], nav=REEDS, ncx=NCX)
    contents = open_epub("w.epub", data)
    texts = list(contents.texts)
    assert [text.source.name for text in texts] == [
        f"w.epub!OEBPS/{name}"
        for name in ("text/a.xhtml", "notes.xhtml", "c9.xhtml", "c10.xhtml", "nav.xhtml", "toc.ncx")
    ]
    assert [text.format for text in texts] == ["html"] * 5 + ["ncx"]
    assert texts[0].source.text == SEDGE
    assert (contents.is_edition, contents.title, contents.language) == (True, "The Weir", "en")
    assert contents.problems == []


def test_a_navigation_page_in_the_spine_stays_there() -> None:
    contents = open_epub("w.epub", book({"a.xhtml": REEDS}, spine=["nav", "a.xhtml"], nav=RUSHES))
    assert names(contents) == ["nav.xhtml", "a.xhtml"]


def test_names_are_resolved_decoded_and_read_whatever_their_capitals() -> None:
    items = (
        '<item id="x" href="../More/a%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="y" href="Text/C.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="z" href="https://example.org/a.mp3" media-type="audio/mpeg"/>'
    )
    more = {"More/a b.xhtml": RUSHES, "OEBPS/text/c.xhtml": SEDGE}
    contents = open_epub("w.epub", book({"a.xhtml": REEDS}, items=items, more=more))
    assert names(contents) == ["a.xhtml", "w.epub!More/a b.xhtml", "text/c.xhtml"]
    assert told(contents) == [
        (
            "error",
            "OEBPS/text/c.xhtml",
            "the manifest calls it “Text/C.xhtml”, on many systems another file",
        )
    ]


def test_what_is_missing_is_told_with_its_place_and_the_rest_is_read() -> None:
    items = (
        '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="p1" href="1.png" media-type="image/png"/><item id="p2" href="2.png" media-type="image/png"/>'
    )
    data = book({"a.xhtml": REEDS}, spine=["a.xhtml", "gone", "ghost"], items=items)
    contents = open_epub("w.epub", data)
    assert names(contents) == ["a.xhtml"]
    assert told(contents) == [
        ("error", "OEBPS/content.opf", "the spine names “ghost”, and no file of the manifest is called so"),
        ("error", "OEBPS/content.opf", "the manifest lists “gone.xhtml”, and the archive does not hold it"),
        ("notice", "OEBPS/content.opf", "1.png, 2.png are in the manifest and not in the archive"),
    ]
    first = contents.problems[0]
    assert first.span is not None
    package = Source.from_bytes("content.opf", open_archive("w.epub", data).read("OEBPS/content.opf"))
    assert package.text[first.span.start : first.span.end].startswith("<itemref")
    assert first.position == package.position(first.span.start) != (1, 1)


def test_a_missing_page_is_told_once() -> None:
    items = '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>'
    contents = open_epub("w.epub", book({"a.xhtml": REEDS}, spine=["gone", "a.xhtml", "gone"], items=items))
    assert len(told(contents)) == 1


def test_fallbacks_of_what_is_no_page() -> None:
    items = (
        '<item id="map" href="map.svg" media-type="image/svg+xml" fallback="map2"/>'
        '<item id="map2" href="map.pdf" media-type="application/pdf" fallback="i0"/>'
        '<item id="round" href="r.svg" media-type="image/svg+xml" fallback="round"/>'
    )
    more = {"OEBPS/map.svg": "<svg/>", "OEBPS/map.pdf": "", "OEBPS/r.svg": "<svg/>"}
    data = book({"a.xhtml": REEDS, "b.xhtml": RUSHES}, spine=["b.xhtml", "map", "round"], items=items, more=more)
    contents = open_epub("w.epub", data)
    assert names(contents) == ["b.xhtml", "a.xhtml"]
    assert contents.problems == []


def test_a_page_that_cannot_be_unpacked_costs_itself() -> None:
    files = {
        "META-INF/container.xml": CONTAINER.format("w.opf"),
        "w.opf": '<package><manifest><item href="a.xhtml"/><item href="b.xhtml"/></manifest></package>',
        "b.xhtml": RUSHES,
    }
    entries = [RawEntry(name, text.encode()) for name, text in files.items()]
    contents = open_epub("w.epub", raw_archive(*entries, RawEntry("a.xhtml", REEDS.encode(), checksum=7)))
    assert [text.source.text for text in contents.texts] == [RUSHES]
    assert told(contents) == [("error", "a.xhtml", "damaged: its checksum is not the one that the archive says")]


def encrypted(*paths: str) -> str:
    data = "".join(f'<enc:EncryptedData><enc:CipherReference URI="{path}"/></enc:EncryptedData>' for path in paths)
    return f'<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#">{data}</encryption>'


def test_encrypted_pages_are_told_and_obfuscated_fonts_are_nobodys_business() -> None:
    pages = {f"{n}.xhtml": REEDS for n in range(1, 7)}
    paths = [f"OEBPS/{n}.xhtml" for n in range(1, 6)]
    more = {"META-INF/encryption.xml": encrypted(*paths, "OEBPS/font.otf"), "OEBPS/font.otf": "\1\2"}
    contents = open_epub("w.epub", book(pages, more=more))
    assert names(contents) == ["6.xhtml"]
    assert [message for _, _, message in told(contents)] == [
        "5 of 6 pages are encrypted and cannot be read: OEBPS/1.xhtml, OEBPS/2.xhtml, OEBPS/3.xhtml and 2 others"
    ]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "it has no package file: all its pages are read"),
        ({"META-INF/container.xml": CONTAINER.format("gone.opf")}, "it has no package file"),
        ({"a.opf": "<package><manifest></manifest></package>"}, "its package file lists no pages"),
        ({"a.opf": "<package><manifest><item id='x'"}, "its package file lists no pages"),
        ({"a.opf": "\0\1\2"}, "its package file lists no pages"),
    ],
)
def test_without_an_order_pages_come_in_the_order_of_their_names(files: Mapping[str, str], words: str) -> None:
    pages = {"p10.xhtml": REEDS, "p9.xhtml": RUSHES, "img.png": "\0"}
    contents = open_epub("w.epub", zipped({**pages, **files}))
    assert names(contents) == ["w.epub!p9.xhtml", "w.epub!p10.xhtml"]
    [message] = [message for level, _, message in told(contents) if level == "error"]
    assert message.startswith(words)


def test_nothing_is_out_of_order_where_the_order_of_the_pages_is_guessed(shelf: Path) -> None:
    calls = {"c": (1, 2, 3), "a": (4, 5, 6), "b": (7, 8, 9)}
    pages = {
        f"{name}.xhtml": page(
            "".join(f'<p>Weir<a id="r{n}" href="notes.xhtml#n{n}">{n}</a> of {name}.</p>' for n in own)
        )
        for name, own in calls.items()
    }
    lines = (f'<p id="n{n}"><a href="{name}.xhtml#r{n}">{n}</a>. Oak.</p>' for name in calls for n in calls[name])
    pages["notes.xhtml"] = page("".join(lines))
    whole = book(pages, spine=["a.xhtml", "b.xhtml", "c.xhtml", "notes.xhtml"])
    files = {"known.epub": whole, "guessed.epub": zipped(pages), "cut.epub": cut(whole, "<spine>")}
    told = {}
    for name, data in files.items():
        (shelf / name).write_bytes(data)
        told[name] = [finding.rule for finding in checked(name).findings()]
    moved = ["notes/reference-out-of-order"] * 3
    assert told == {"known.epub": moved, "guessed.epub": [], "cut.epub": []}


def cut(data: bytes, after: str) -> bytes:
    """A book whose package file ends where `after` begins."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    package = files["OEBPS/content.opf"].decode()
    return zipped({**files, "OEBPS/content.opf": package[: package.index(after)]})


def test_pages_are_read_that_a_package_does_not_list_because_it_breaks_off() -> None:
    whole = book({"a2.xhtml": REEDS, "a10.xhtml": RUSHES}, nav=REEDS, more={"OEBPS/a9.xhtml": SEDGE})
    notice = "not read, since the manifest does not list it: OEBPS/a9.xhtml"
    assert told(open_epub("w.epub", whole)) == [("notice", "", notice)]
    contents = open_epub("w.epub", cut(whole, "<spine>"))
    assert names(contents) == ["a2.xhtml", "a9.xhtml", "a10.xhtml", "nav.xhtml"]
    words = "the package file breaks off: read are also pages that it does not list, OEBPS/a9.xhtml"
    assert told(contents) == [("error", "OEBPS/content.opf", words)]
    contents = open_epub("w.epub", cut(whole, "</spine>"))
    assert names(contents) == ["a2.xhtml", "a10.xhtml", "a9.xhtml", "nav.xhtml"]
    assert told(contents) == [("error", "OEBPS/content.opf", words)]


def test_a_book_without_pages() -> None:
    contents = open_epub("w.epub", zipped({"mimetype": "application/epub+zip"}))
    assert names(contents) == []
    assert told(contents) == [("error", "", "it has no package file, and the archive holds no pages")]


def test_the_package_is_found_where_nothing_names_it() -> None:
    package = '<opf:package><opf:manifest><opf:item id="b" href="b.xhtml"/></opf:manifest></opf:package>'
    contents = open_epub("w.epub", zipped({"OPS/w.opf": package, "OPS/b.xhtml": REEDS, "OPS/stray.html": SEDGE}))
    assert names(contents) == ["w.epub!OPS/b.xhtml"]
    assert told(contents) == [
        ("notice", "", "META-INF/container.xml names no package file: OPS/w.opf is taken"),
        ("notice", "", "not read, since the manifest does not list it: OPS/stray.html"),
    ]


def test_the_first_of_several_packages() -> None:
    two = CONTAINER.format("a.opf").replace("</rootfiles>", '<rootfile full-path="b.opf"/></rootfiles>')
    a, b = (f'<package><manifest><item href="{name}.xhtml"/></manifest></package>' for name in "ab")
    files = {"META-INF/container.xml": two, "a.opf": a, "b.opf": b, "a.xhtml": REEDS, "b.xhtml": RUSHES}
    contents = open_epub("w.epub", zipped(files))
    assert names(contents) == ["w.epub!a.xhtml"]
    assert told(contents)[0] == ("notice", "", "it has 2 packages: the first one is read")


def test_a_package_that_cannot_be_unpacked() -> None:
    files = {"META-INF/container.xml": CONTAINER.format("w.opf"), "a.xhtml": REEDS}
    entries = [RawEntry(name, text.encode()) for name, text in files.items()]
    contents = open_epub("w.epub", raw_archive(*entries, RawEntry("w.opf", b"<package/>", checksum=7)))
    assert names(contents) == ["w.epub!a.xhtml"]
    assert [path for level, path, _ in told(contents)] == ["w.opf", ""]
    broken = raw_archive(RawEntry("META-INF/container.xml", b"<x/>", checksum=7), *entries[1:])
    assert names(open_epub("w.epub", broken)) == ["w.epub!a.xhtml"]


def test_an_encoding_that_is_none() -> None:
    contents = open_epub("w.epub", book({"a.xhtml": REEDS}), "idna")
    assert names(contents) == []
    assert told(contents)[0][2] == "not readable as idna"


def test_a_book_is_known_by_its_bytes_too() -> None:
    data = raw_archive(RawEntry("mimetype", b"application/epub+zip"), RawEntry("a.xhtml", REEDS.encode()))
    stored = data.replace(RawEntry("mimetype", b"application/epub+zip").packed, b"application/epub+zip")
    assert container_for("w.zip", stored) is not None
    assert container_for("w.zip", data) is None
    assert container_for("w.EPUB", data) is not None
    assert container_for("w.txt", b"PK") is None


PIECES = ["<manifest>", "<spine>", "</package>", '<item id="a" href="a.xhtml"/>', '<item id="b" href="%2e%2e/b">']
PIECES += ['<item id="c" href="c" fallback="c" media-type="x/y"/>', '<itemref idref="a"/>', '<itemref idref="c"/>']
PIECES += [
    "<dc:title>",
    "Reeds &amp; &#x110000;",
    '<item href="' + "9" * 5000 + '.xhtml"/>',
    "<item id=",
    "\0",
    "<!--",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_package_keeps_the_pages_from_being_read(pieces: list[str]) -> None:
    contents = open_epub("w.epub", zipped({"w.opf": "".join(pieces), "a.xhtml": REEDS}))
    assert "w.epub!a.xhtml" in names(contents)


def test_what_is_no_archive() -> None:
    with pytest.raises(ReadError, match="no ZIP archive"):
        open_epub("w.epub", b"Reeds.")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(*paths: str, jobs: int = 1) -> Report:
    return run(paths, jobs=jobs)


SLIP = page('<h2>The Ford</h2>\n<p lang="en">It rained on the 31st of June, 1804.</p>')


def test_places_in_a_book_are_places_in_its_pages(shelf: Path) -> None:
    (shelf / "w.epub").write_bytes(book({"text/a.xhtml": REEDS, "text/b.xhtml": SLIP}))
    report = checked("w.epub")
    assert [entry.path for entry in report.entries] == ["w.epub!OEBPS/text/a.xhtml", "w.epub!OEBPS/text/b.xhtml"]
    [finding] = report.findings()
    place = finding.location
    assert (finding.rule, place.path) == ("dates/impossible-date", "w.epub!OEBPS/text/b.xhtml")
    line = SLIP.split("\n")[place.start.line - 1]
    assert line[place.start.column - 1 :].startswith("31st of June")
    assert report.title == "The Weir"


def test_a_book_is_an_edition_of_its_own(shelf: Path) -> None:
    nav = page('<nav epub:type="toc"><ol><li><a href="a.xhtml">The Frod</a></li></ol></nav>')
    for name in ("1.epub", "2.epub"):
        (shelf / name).write_bytes(book({"a.xhtml": page("<h2>The Ford</h2><p>Reeds.</p>")}, nav=nav))
    serial, parallel = checked("."), checked(".", jobs=2)
    assert serial == parallel
    assert [(f.rule, f.location.path) for f in serial.edition_findings] == [
        ("structure/contents-mismatch", f"{name}!OEBPS/nav.xhtml") for name in ("1.epub", "2.epub")
    ]


def test_what_leads_to_a_page_that_cannot_be_read_is_sound(shelf: Path) -> None:
    pages = {
        f"c{chapter}.xhtml": page(
            "".join(
                f'<p>Reeds<a id="r{chapter}x{n}" href="notes.xhtml#n{chapter}x{n}"><sup>{n}</sup></a>.</p>'
                for n in range(1, 4)
            )
        )
        for chapter in range(1, 6)
    }
    notes = "".join(
        f'<p id="n{chapter}x{n}"><a href="c{chapter}.xhtml#r{chapter}x{n}">{n}</a>. By the mill.</p>'
        for chapter in range(1, 6)
        for n in range(1, 4)
    )
    pages["notes.xhtml"] = page(notes)
    for name, more in (("w", {}), ("x", {"META-INF/encryption.xml": encrypted("OEBPS/c3.xhtml")})):
        (shelf / f"{name}.epub").write_bytes(book(pages, more=more))
        report = checked(f"{name}.epub")
        assert list(report.findings()) == []
        assert [problem.kind for problem in report.all_problems()] == (["encrypted"] if more else [])
    del pages["c3.xhtml"]
    (shelf / "y.epub").write_bytes(book(pages))
    (finding,) = checked("y.epub").findings()
    assert (finding.rule, len(finding.related)) == ("structure/broken-cross-link", 2)


def test_a_book_that_cannot_be_opened_costs_itself(shelf: Path) -> None:
    (shelf / "1.epub").write_bytes(b"PK but no archive")
    (shelf / "2.epub").write_bytes(book({"a.xhtml": SLIP}))
    report = checked(".")
    assert [(p.path, p.message) for p in report.all_problems()] == [
        ("1.epub", "cannot be opened: its end is missing; the file may be cut off")
    ]
    assert report.counts()["error"] == 1


def test_the_language_of_the_book_is_that_of_pages_that_say_none(shelf: Path) -> None:
    text = page("<p>Geschrieben am 31. Juni 1804 zu Marfleet.</p>")
    (shelf / "w.epub").write_bytes(book({"a.xhtml": text}, language="de-AT"))
    assert [finding.rule for finding in checked("w.epub").findings()] == ["dates/impossible-date"]


def test_every_report_gives_the_place_in_the_page(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shelf / "w.epub").write_bytes(book({"text/a b.xhtml": SLIP}))
    (shelf / "bomb.epub").write_bytes(zipped({"a.xhtml": b" " * (3 << 20)}))
    assert status(["check", ".", "--concise", "-r", "sarif=r.sarif", "-r", "html=r.html", "-r", "terminal"]) == 3
    said = capsys.readouterr().out
    assert "w.epub!OEBPS/text/a b.xhtml:6:31 error dates/impossible-date" in said
    assert "bomb.epub!a.xhtml: not fully checked (unreadable): not read: it unpacks to more than 200 times" in said
    [result] = json.loads((shelf / "r.sarif").read_text("utf-8"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "w.epub!OEBPS/text/a%20b.xhtml"
    region = place["region"]
    line = SLIP.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "31st of June, 1804"
    report = (shelf / "r.html").read_text("utf-8")
    assert "a b.xhtml" in report
    assert "31st of June, 1804" in report
