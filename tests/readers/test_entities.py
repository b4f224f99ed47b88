"""Character references: what is shown, and what is wrong with them."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.readers.entities import REFERENCE, character, escaped_twice, resolve, unescape


@pytest.mark.parametrize(
    ("written", "shown", "length", "flaw", "reads"),
    [
        ("&mdash;", "—", 7, "", ""),
        ("&#8212;", "—", 7, "", ""),
        ("&#x2014;", "—", 8, "", ""),
        ("&#151;", "—", 6, "", ""),
        ("&#129;", "\x81", 6, "", ""),
        ("&#0;", "\N{REPLACEMENT CHARACTER}", 4, "", ""),
        ("&#xD800;", "\N{REPLACEMENT CHARACTER}", 8, "", ""),
        ("&#99999999999;", "\N{REPLACEMENT CHARACTER}", 14, "", ""),
        ("&#0000000000065;", "A", 16, "", ""),
        ("&NotEqualTilde;", "≂̸", 15, "", ""),
        ("&nbsp", "\xa0", 5, "unterminated-entity", "\xa0"),
        ("&nbspRain", "\xa0", 5, "unterminated-entity", "\xa0"),
        ("&#8212", "—", 6, "unterminated-entity", "—"),
        ("&mdash", "", 6, "unterminated-entity", "—"),
        ("&emdash;", "", 8, "unknown-entity", ""),
        ("&copyright;", "©", 5, "unknown-entity", ""),
        ("&", "", 1, "bare-ampersand", "&"),
        ("&c", "", 2, "bare-ampersand", "&"),
        ("&#", "", 2, "bare-ampersand", "&"),
        ("&#;", "", 3, "bare-ampersand", "&"),
    ],
)
def test_resolve(written: str, shown: str, length: int, flaw: str, reads: str) -> None:
    found = resolve(written)
    assert (found.shown, found.length, found.flaw, found.reads) == (shown, length, flaw, reads)


def test_names_are_given_as_written() -> None:
    assert resolve("&emdash;").name == "emdash"
    assert resolve("&c").name == "c"
    assert resolve("&#").name == "#"


@pytest.mark.parametrize(
    ("following", "name", "reads"),
    [("mdash; rain", "mdash", "—"), ("#8212;", "#8212", "—"), ("amp;", "amp", "&"), ("emdash;", "emdash", "")],
)
def test_escaped_twice(following: str, name: str, reads: str) -> None:
    found = escaped_twice(following)
    assert found is not None
    assert (found.name, found.reads, found.length) == (name, reads, following.index(";") + 1)


@pytest.mark.parametrize("following", [" Sons", "D; and", "c.", "", "mdash", "Sons;"])
def test_an_ampersand_alone_is_not_escaped_twice(following: str) -> None:
    assert escaped_twice(following) is None


def test_addresses_keep_names_without_semicolon() -> None:
    assert unescape("?a=1&copy=2&amp;b=3") == "?a=1&copy=2&b=3"
    assert unescape("&copy2") == "&copy2"
    assert unescape("&copy") == "©"
    assert unescape("&#65") == "A"
    assert unescape("plain") == "plain"


@given(st.text(alphabet="&;#x0123456789abcdempnsqt ", max_size=30))
def test_text_reads_as_in_the_standard_library(text: str) -> None:
    """`html.unescape` follows the same standard for all but characters that it drops."""
    parts = REFERENCE.split(text)
    shown = [parts[0]]
    for written, following in zip(parts[1::2], parts[2::2], strict=True):
        found = resolve(written)
        shown += [found.shown + written[found.length if found.shown else 0 :], following]
    expected = html.unescape(text)
    ours = "".join(shown)
    dropped = {chr(code) for code in range(32)} | {"\x7f"}
    if not dropped & set(ours):
        assert ours == expected or "\N{REPLACEMENT CHARACTER}" in ours + expected


@given(st.integers(min_value=0, max_value=0x110000))
def test_every_number_is_a_character(code: int) -> None:
    assert len(character(str(code))) == 1
    assert character(f"x{code:X}") == character(str(code))
