"""Names of texts and of what links lead to."""

import pytest

from edcheck.model.naming import entry_name, natural_order, resolve_target


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("vol/a.html", "b.html#n1", ("vol/b.html", "n1")),
        ("vol/a.html", "#n1", ("vol/a.html", "n1")),
        ("vol/a.html", "", ("vol/a.html", "")),
        ("vol/a.html", "./x/../b.html", ("vol/b.html", "")),
        ("vol/a.html", "../../up.html", ("../up.html", "")),
        ("a.html", "a%20b.html?page=2#caf%C3%A9", ("a b.html", "café")),
        ("a.html", "https://example.org/b.html", None),
        ("a.html", "//example.org/b.html", None),
        ("a.html", "mailto:clerk@example.org", None),
        ("a.html", "/root.html", None),
        ("../x/a.html", "../b.html", ("../b.html", "")),
        ("b.epub!OEBPS/text/a.xhtml", "../notes.xhtml#n1", ("b.epub!OEBPS/notes.xhtml", "n1")),
        ("b.epub!a.xhtml", "notes.xhtml", ("b.epub!notes.xhtml", "")),
        ("b.epub!a.xhtml", "../notes.xhtml", None),
        ("Hurrah! A page.html", "b.html", ("b.html", "")),
        ("odd!folder/b.epub!t/a.xhtml", "b.xhtml", ("odd!folder/b.epub!t/b.xhtml", "")),
    ],
)
def test_targets(name: str, target: str, expected: tuple[str, str] | None) -> None:
    assert resolve_target(name, target) == expected


def test_any_name_can_be_put_in_order() -> None:
    names = ["9" * 9000, "a" * 9000, "10", "²", "١", ""]
    assert sorted(names, key=natural_order)[:2] == ["", "10"]


def test_a_file_within_a_file() -> None:
    assert entry_name("b.epub", "text/a.xhtml") == "b.epub!text/a.xhtml"
    assert resolve_target(entry_name("b.epub", "a.xhtml"), "#x") == ("b.epub!a.xhtml", "x")
