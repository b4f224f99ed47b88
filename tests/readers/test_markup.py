"""The tag scanner: what it finds on soup, and that it stays linear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.readers.elements import RAW
from edcheck.readers.markup import attributes, scanner, tag_length, tag_name
from edcheck.testing import best_seconds

SCANNER = scanner(RAW)
PLAIN = scanner()
SOUP = st.text(alphabet="<>/!-='\" \nab?[]&;sctp", max_size=80)


@given(SOUP)
def test_split_loses_nothing(text: str) -> None:
    for pattern in (SCANNER, PLAIN):
        assert "".join(pattern.split(text)) == text


@given(SOUP)
def test_tags_and_text_alternate(text: str) -> None:
    parts = SCANNER.split(text)
    assert all(tag.startswith("<") for tag in parts[1::2])
    assert all(SCANNER.fullmatch(tag) for tag in parts[1::2])


@given(SOUP)
def test_attributes_lie_where_they_say(text: str) -> None:
    for tag in PLAIN.split(text)[1::2]:
        end = 0
        for attribute in attributes(tag) if tag_name(tag) else ():
            assert end <= attribute.start <= attribute.value_start <= attribute.end <= len(tag)
            assert tag[attribute.start :].lower().startswith(attribute.name)
            assert tag[attribute.value_start :].startswith(attribute.value)
            end = attribute.end


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("<p>Rain</p>", ["<p>", "</p>"]),
        ("<P CLASS=fst>", ["<P CLASS=fst>"]),
        ("3 < 4, x <5, <>", []),
        ("<p <b>", ["<p ", "<b>"]),
        ("</i<p>", ["</i", "<p>"]),
        ("<p", ["<p"]),
        ('<a title="a > b">', ['<a title="a > b">']),
        ('<a title="<i>a</i>" id=b>', ['<a title="<i>a</i>" id=b>']),
        ('<a href="#1>[1]</a><a href="#2">', ['<a href="#1>', "</a>", '<a href="#2">']),
        ("<a href='#1>[1]</a><a href='#2'>", ["<a href='#1>", "</a>", "<a href='#2'>"]),
        ('<a href="#1>[1]</a>', ['<a href="#1>', "</a>"]),
        ("<!-- a > b --> c -->", ["<!-- a > b -->"]),
        ("<!--> a", ["<!-->"]),
        ("<!-- a --!> b", ["<!-- a --!>"]),
        ("<!-- a ---> b", ["<!-- a --->"]),
        ("<!-- a", ["<!-- a"]),
        ("<!DOCTYPE html><?x y?></ x></>", ["<!DOCTYPE html>", "<?x y?>", "</ x>", "</>"]),
        ("<script>if (a<b) '</p>'</script>", ["<script>if (a<b) '</p>'", "</script>"]),
        ("<TITLE>a <b> c</Title >", ["<TITLE>a <b> c", "</Title >"]),
        ('<style media="all">a{}', ['<style media="all">a{}']),
        ("<sup>1</sup><small>", ["<sup>", "</sup>", "<small>"]),
    ],
)
def test_scan(text: str, tags: list[str]) -> None:
    assert SCANNER.split(text)[1::2] == tags


def test_attributes() -> None:
    tag = """<a HREF = "#n1" name=f1 id='x' checked title="a""b>"""
    found = [
        (a.name, a.value, tag[a.value_start : a.value_start + len(a.value)], a.quote) for a in attributes(tag)
    ]
    assert found == [
        ("href", "#n1", "#n1", '"'),
        ("name", "f1", "f1", ""),
        ("id", "x", "x", "'"),
        ("checked", "", "", ""),
        ("title", "a", "a", '"'),
        ('"b', "", "", ""),
    ]


def test_an_open_value_ends_before_the_bracket() -> None:
    (attribute,) = attributes('<a href="#n1>')
    assert (attribute.value, attribute.closed) == ("#n1", False)


def test_names_and_lengths() -> None:
    assert tag_name("</H3 >") == "h3"
    assert tag_name("<!-- p -->") == ""
    assert tag_length("<title>Rain") == 7
    assert tag_length("<!-- -->") == 8


ATTACKS = [
    *(
        "<",
        "<a ",
        "<a b=",
        "<a b='",
        '<a b="',
        '<a b="x>',
        "<a b=\"x><b c='y>",
        "<!--",
        "<!-- -",
        "<!-- --",
        "<?",
        "</",
    ),
    *(
        "<script>",
        "<script",
        "<title></",
        "<p <",
        '"',
        "<a/",
        "<a =",
        "&",
        "&#",
        "&#x1",
        "&amp;",
        "&notin",
        '<a b="<"',
    ),
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_scan_is_linear(attack: str) -> None:
    enough = 12 * best_seconds(lambda: SCANNER.split(attack * 5_000)) + 0.05
    assert best_seconds(lambda: SCANNER.split(attack * 20_000), enough=enough) < enough
