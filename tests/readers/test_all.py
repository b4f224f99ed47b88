"""Every reader there is keeps the contract, on whatever text, and in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model.edition import NO_SETTINGS
from edcheck.readers import FORMATS, reader_for
from edcheck.testing import check_linear, check_reader
from edcheck.text import Source

HOSTILE = (
    *(
        "<",
        "<a ",
        "<!--",
        "<![CDATA[",
        "<?",
        "&",
        "&#",
        "&amp;",
        "<p id=a>",
        "<a href=#b>",
        "</p>",
        "<note>",
        "<ref>",
    ),
    *("[^", "[^a]: ", "^[", "[[", "{{", "{| \n|-\n", "'''", "**", "`", "$", "> ", "- ", "|a|b|\n", "![", "\\"),
    *(".. [1] a\n", "[1]_ ", "\n", "a\n\n", "== a ==\n", "---\n", "<choice><sic>a</sic>"),
)
WORDS = ("Rain ", "fell.", " [1]", "1. ", "\r\n", "\r", "\t", "𝔘", "é", "\u0301", "\ufeff", "\0", "\u2028")
READERS = sorted(FORMATS)


@pytest.mark.parametrize("name", READERS)
@given(st.lists(st.sampled_from(HOSTILE + WORDS), max_size=12).map("".join))
def test_laws(name: str, text: str) -> None:
    check_reader(reader_for(Source.from_text(text), name), Source.from_text(text))


@pytest.mark.parametrize("name", READERS)
def test_linear_time(name: str) -> None:
    read = reader_for(Source.from_text(""), name)
    for part in HOSTILE:
        check_linear(read, lambda size, part=part: part * size, 60)  # type: ignore[misc]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", ["</></", "&#fell.", "![$>$]()", "<a></></a>"])
def test_texts_on_which_a_reader_once_failed(name: str, text: str) -> None:
    check_reader(reader_for(Source.from_text(text), name), Source.from_text(text))


def test_what_was_read_before_changes_nothing() -> None:
    text = 'The <span lang="de">Amt</span> sat on <time datetime="1861-05-04">that day</time>.\n'
    source = Source.from_text(text, "page.md")
    read = reader_for(source)
    first = read(source, NO_SETTINGS)
    page = Source.from_text(text, "page.html")
    assert reader_for(page)(page, NO_SETTINGS).passages
    again = read(source, NO_SETTINGS)
    assert (again.passages, again.dates) == (first.passages, first.dates) == ([], [])
