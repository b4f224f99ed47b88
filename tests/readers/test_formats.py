"""Which reader a text gets: by name, by content, and from other packages."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from edcheck.errors import ReadError
from edcheck.model.edition import NO_SETTINGS
from edcheck.readers import FORMATS, Format, format_named, format_of, plugins, reader_for, suffix_of
from edcheck.readers.detection import detected
from edcheck.text import Source

READER = """
from edcheck.model import Markup
from edcheck.readers import Format
from edcheck.text import TextView

FORMAT = Format("ledger", (".ledger", ".html"), "toy_ledger:read")
TWIN = Format("html", (), "toy_ledger:read")
LOST = Format("lost", (".lost",), "toy_ledger:nowhere")

def read(source, edition):
    if "raise" in source.text:
        raise ValueError("no such entry")
    return Markup(source, "ledger", TextView.identity(source.text))
"""


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("<?xml version='1.0'?>\n<!-- a - b --><TEI xmlns='x'>", "tei"),
        ("<!DOCTYPE TEI.2 SYSTEM 'x' [<!ENTITY a 'b'>]>\n<TEI.2>", "tei"),
        ("<?xml version='1.0'?><letter>", "tei"),
        ("<tei:teiCorpus>", "tei"),
        ("<?xml version='1.0'?><html>", "html"),
        ('\ufeff <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">', "html"),
        ("<P>Rain", "html"),
        ("<ncx>", "ncx"),
        ("---\ntitle: Rain\n\nlang: en\n  - a\n---\n\nIt fell.", "markdown"),
        ("---\nIt fell.\n---\n", "plain"),
        ("Rain <p>", "plain"),
        ("<note>Rain", "plain"),
        ("", "plain"),
        ("<!--" * 3000, "plain"),
    ],
)
def test_what_a_head_speaks_for(text: str, format: str) -> None:
    assert detected(text) == format


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        *(("a/b.c/page", ""), ("page.HTM", ".htm"), ("page.html.gz", ".html"), ("page.gz", "")),
        *(("book.epub!text/one.xhtml", ".xhtml"), ("book.epub!mimetype", "")),
    ],
)
def test_the_suffix_is_that_of_the_text(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        *(("page.txt", "<html>", "plain"), ("page.html.gz", "Rain", "html"), ("page", "<html>", "html")),
        *(("page.xyz", "<html>", "html"), ("page.xyz", "Rain", "plain")),
    ],
)
def test_the_suffix_goes_before_the_content(name: str, text: str, format: str) -> None:
    assert format_of(Source.from_text(text, name)) == format


@pytest.fixture
def other_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with one good reader and every kind of bad one."""
    (tmp_path / "toy_ledger.py").write_text(READER, encoding="utf-8")
    (tmp_path / "toy_broken.py").write_text("raise RuntimeError('half installed')", encoding="utf-8")
    entries = [
        EntryPoint(name, value, plugins.GROUP)
        for name, value in {
            "ledger": "toy_ledger:FORMAT",
            "again": "toy_ledger:FORMAT",
            "broken": "toy_broken:FORMAT",
            "lost": "toy_ledger:LOST",
            "no-format": "toy_ledger:read",
            "twin": "toy_ledger:TWIN",
        }.items()
    ]
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: entries)
    plugins.plugins.cache_clear()
    yield
    plugins.plugins.cache_clear()
    sys.modules.pop("toy_ledger", None)


@pytest.mark.usefixtures("other_packages")
class TestOtherPackages:
    def test_a_reader_is_found_by_name_and_by_suffix(self) -> None:
        source = Source.from_text("Rain", "book.LEDGER")
        assert format_of(source) == "ledger"
        assert format_named("ledger") == Format("ledger", (".ledger", ".html"), "toy_ledger:read")
        assert reader_for(source)(source, NO_SETTINGS).format == "ledger"

    def test_a_built_in_suffix_stays_ours(self) -> None:
        assert format_of(Source.from_text("Rain", "page.html")) == "html"

    def test_what_cannot_be_used_is_named(self) -> None:
        faults = "\n".join(plugins.plugins().faults)
        assert "“broken” of toy_broken:FORMAT is not used: RuntimeError: half installed" in faults
        assert "there is a format “html” already" in faults
        assert "is no edcheck.readers.Format" in faults
        assert len(plugins.plugins().faults) == 4

    def test_what_fails_is_said_to_be_the_package_s_fault(self) -> None:
        source = Source.from_text("raise", "book.ledger")
        with pytest.raises(ReadError, match=r"reader “ledger” of .* failed: ValueError: no such entry"):
            reader_for(source)(source, NO_SETTINGS)
        with pytest.raises(ReadError, match=r"reader “lost” of .* failed: AttributeError"):
            reader_for(source, "lost")

    def test_an_unknown_name_is_nobodys(self) -> None:
        assert format_named("klingon") is None
        with pytest.raises(KeyError):
            reader_for(Source.from_text("Rain"), "klingon")


def test_built_in_formats_ask_no_other_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(group: str) -> None:
        raise AssertionError("other packages were asked for")

    monkeypatch.setattr("importlib.metadata.entry_points", asked)
    plugins.plugins.cache_clear()
    for format in FORMATS.values():
        for suffix in format.suffixes:
            reader_for(Source.from_text("Rain", f"page{suffix}"))
    reader_for(Source.from_text("Rain", "page"))
