"""The plain reader obeys the laws of all readers."""

from hypothesis import given
from hypothesis import strategies as st

from edcheck.readers.plain import read_plain
from edcheck.text import Source
from readers.laws import check_reader

LINES = st.lists(st.sampled_from(["Rain", "[1]", "  1. Hail", "* * *", "", " ", "\t", "𝔘", "é—"]), max_size=20)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_laws(lines: list[str], end: str) -> None:
    check_reader(read_plain, Source.from_text(end.join(lines)))


@given(st.text(alphabet="a \t\r\n*[", max_size=60))
def test_laws_on_any_text(text: str) -> None:
    check_reader(read_plain, Source.from_text(text))


def test_blank_lines_are_counted_and_line_ends_kept() -> None:
    markup = check_reader(read_plain, Source.from_text("\r\nRain\r\nfell.\r\n\r\n\r\n  Hail.\r\n\r\n* * *"))
    shown = [(b.kind, b.blank_before, b.indent, markup.view.text[slice(*b.extent)]) for b in markup.blocks]
    assert shown == [
        ("paragraph", 1, 0, "Rain\r\nfell."),
        ("paragraph", 2, 2, "  Hail."),
        ("ornament", 1, 0, "* * *"),
    ]
