"""Which document of an edition a link means."""

import pytest

from edcheck.recognise.addresses import Addresses, leads_out, own_name, split_target, written_from

PATHS = ("a/one.html", "a/two.html", "a/b/index.html", "notes.html", "x.epub!t/one.xhtml", "x.epub!notes.xhtml")


@pytest.mark.parametrize(
    ("path", "file", "found"),
    [
        ("a/one.html", "two.html", "a/two.html"),
        ("a/one.html", "./two.html", "a/two.html"),
        ("a/one.html", "two.html?print=1", "a/two.html"),
        ("a/one.html", "two", "a/two.html"),
        ("a/one.html", "b/", "a/b/index.html"),
        ("a/one.html", "../notes.html", "notes.html"),
        ("a/one.html", "%6Eotes.html", None),
        ("notes.html", "a/%6Fne.html", "a/one.html"),
        ("a/one.html", "https://two.html", None),
        ("a/one.html", "/notes.html", None),
        ("a/one.html", "Two.html", None),
        ("x.epub!t/one.xhtml", "../notes.xhtml", "x.epub!notes.xhtml"),
        ("x.epub!t/one.xhtml", "/notes.xhtml", "x.epub!notes.xhtml"),
        ("x.epub!t/one.xhtml", "../../notes.html", None),
        ("a/one.html", "", "a/one.html"),
    ],
)
def test_files_are_found_from_where_the_link_stands(path: str, file: str, found: str | None) -> None:
    assert Addresses(PATHS).find(path, file) == found


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("notes.html#n1", ("notes.html", "n1")),
        ("#n1", ("", "n1")),
        ("n1", ("", "n1")),
        ("notes.html", ("notes.html", "")),
        ("letter.one", ("", "letter.one")),
    ],
)
def test_targets_have_a_file_and_a_name(target: str, parts: tuple[str, str]) -> None:
    assert split_target(target) == parts


def test_addresses_with_a_scheme_lead_out() -> None:
    assert leads_out("mailto:a@b.example")
    assert leads_out("//b.example/a.html")
    assert not leads_out("a/b.html")


def test_links_are_written_from_the_folder_in_which_they_stand() -> None:
    assert written_from("a/one.html", "a/one.html") == ""
    assert written_from("a/one.html", "notes.html") == "../notes.html"
    assert written_from("x.epub!t/one.xhtml", "x.epub!t/notes.xhtml") == "notes.xhtml"
    assert own_name("x.epub!one.xhtml") == "one.xhtml"
