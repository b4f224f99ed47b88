"""The NCX: entries, how deep they are, and places that quote what was written."""

from hypothesis import given
from hypothesis import strategies as st

from containers.test_epub import NCX
from edcheck.readers.ncx import read_ncx
from edcheck.testing import check_linear, check_reader
from edcheck.text import Source


def test_entries_with_targets_and_depth() -> None:
    markup = check_reader(read_ncx, Source.from_text(NCX))
    assert [(e.text, e.target, e.level) for e in markup.contents] == [
        ("The & Ford", "text/a.xhtml", 1),
        ("The Mill", "text/b.xhtml#m", 2),
    ]
    assert [NCX[slice(*entry.place)] for entry in markup.contents] == ["The &amp; Ford", "The Mill"]
    assert [link.target for link in markup.links] == ["text/a.xhtml", "text/b.xhtml#m"]
    assert (markup.title, markup.view.text) == ("The Weir", "")


def test_a_label_in_pieces_and_entries_without_one() -> None:
    text = (
        "<navMap><navPoint><navLabel><text>The <!-- old --> Weir</text></navLabel>"
        '<content src="a.xhtml"/></navPoint>'
        '<navPoint><navLabel><text/></navLabel><content src="b.xhtml"/></navPoint></navMap>'
    )
    markup = check_reader(read_ncx, Source.from_text(text))
    assert [entry.text for entry in markup.contents] == ["The Weir"]
    assert text[slice(*markup.contents[0].place)] == "The <!-- old --> Weir"
    assert [link.target for link in markup.links] == ["a.xhtml", "b.xhtml"]


PARTS = [
    "<navMap>",
    "</navMap>",
    "<navPoint>",
    "</navPoint>",
    "<text>",
    "</text>",
    "The Weir",
    '<content src="a#b"/>',
]
PARTS += ["<docTitle>", "</docTitle>", "&amp;", "<", "<content", "<!--", "]]>", "&", "\r\n"]


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_any_order_of_tags_keeps_the_laws(parts: list[str]) -> None:
    check_reader(read_ncx, Source.from_text("".join(parts)))


def test_linear_in_nested_entries() -> None:
    check_linear(read_ncx, lambda n: "<navMap>" + "<navPoint><text>a</text><content src='b'/>" * n)
