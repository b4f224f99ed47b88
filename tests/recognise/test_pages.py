"""Pages: every way of telling them gives the same ones; what is no page break gives none."""

import sys
from collections.abc import Callable

import pytest

from edcheck.engine import understand
from edcheck.model import Document
from edcheck.recognise.chapter_heads import find_chapters
from edcheck.recognise.enumerations import find_garbled, find_lists
from edcheck.recognise.furniture import find_furniture
from edcheck.recognise.numerals import read_letter, read_numeral, write_numeral
from edcheck.recognise.pages import find_pages
from edcheck.recognise.pages.page import page_of
from edcheck.recognise.pages.pagination import find_faults
from edcheck.text import Extent, Source

LINE = "the boats lay at anchor off the island and the pilots went on shore to"


def document(text: str, format: str = "plain") -> Document:
    return understand(Source.from_text(text, "example"), format=format)


def pages(text: str, format: str = "plain") -> list[tuple[str, int | None]]:
    return [(page.label, page.value) for page in find_pages(document(text, format))]


def told(shape: str) -> str:
    return "".join(f"{LINE} {shape.format(number)} {LINE}.\n\n" for number in range(11, 16))


@pytest.mark.parametrize(
    ("shape", "label"),
    [
        ("[p. {}]", "p. {}"),
        ("[Pg {}]", "Pg {}"),
        ("[S. {}]", "S. {}"),
        ("[стр. {}]", "стр. {}"),
        ("[f. {}v]", "f. {}v"),
        ("{{{}}}", "{}"),
        ("\n[{}]\n", "{}"),
        ("\n-----File: 00{}.png---\\a\\b---\n", "00{}"),
    ],
)
def test_the_text_says_pages(shape: str, label: str) -> None:
    assert [page for page, _ in pages(told(shape))] == [label.format(number) for number in range(11, 16)]


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="pagenum"><a name="Page_{0}" id="Page_{0}">[Pg {0}]</a></span>',
        '<span class="pagenum">[Pg {0}]</span>',
        '<span epub:type="pagebreak" id="page{0}" title="{0}"></span>',
        '<a id="pg_{0}"></a>',
        '<a name="p{0}">{0}</a>',
    ],
)
def test_html_says_pages(mark: str) -> None:
    text = "".join(f"<p>{LINE} {mark.format(number)} {LINE}.</p>" for number in range(11, 16))
    assert pages(text, "html") == [(str(number), number) for number in range(11, 16)]


def test_classes_of_page_numbers_are_read_in_linear_time() -> None:
    assert pages("<p>" + 'class="pagenum" ' * 20_000, "html") == []


def test_tei_says_pages_of_each_print_once() -> None:
    breaks = '<pb n="11"/>a <pb n="11" ed="B"/>b<note>of <pb n="12"/>oak</note> <pb n="12"/>c <pb/>d <pb n="13"/>e'
    found = find_pages(document(f"<TEI><text><body><p>{breaks}</p></body></text></TEI>", "tei"))
    assert [(page.value, page.mark) for page in found] == [
        (11, "break"),
        (11, "break B"),
        (12, "break"),
        (None, "break"),
        (13, "break"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{LINE} [p. {number}] {LINE}.\n\n" for number in (7, 203, 41, 12, 90)),
        "".join(f"{LINE} [p. {number}] {LINE}.\n\n" for number in (11, 12)),
        "".join(f"{LINE} [{number}]\n[see there]\n\n" for number in (11, 12, 13, 14, 15)),
        LINE,
        "",
    ],
)
def test_cited_pages_are_no_page_breaks(text: str) -> None:
    assert pages(text) == []


def test_numbered_paragraphs_are_no_pages() -> None:
    named = "".join(f'<p><a id="p{number}">{LINE}, {LINE}</a></p>' for number in range(11, 16))
    empty = "".join(f'<p><a name="p-{number}"></a>{LINE}, {LINE}</p>' for number in range(11, 16))
    assert pages(named, "html") == pages(empty, "html") == []


@pytest.mark.parametrize(
    ("label", "value", "style", "next_label"),
    [
        ("12", 12, "arabic", "13"),
        ("[12]", 12, "arabic", "[13]"),
        ("0012", 12, "arabic", "0013"),
        ("p. 12", 12, "arabic", "p. 13"),
        ("xii", 12, "roman", "xiii"),
        ("XII.", 12, "ROMAN", "XIII."),
        ("12r", 24, "sides", "12v"),
        ("fol. 12v", 25, "sides", "fol. 13r"),
        ("12-13", None, "unread", ""),
        ("Umschlag", None, "unread", ""),
        ("", None, "unread", ""),
        ("12" * 30, None, "unread", ""),
        ("A", None, "unread", ""),
    ],
)
def test_labels_are_read_and_written(label: str, value: int | None, style: str, next_label: str) -> None:
    page = page_of(label, Extent(0, 0), 0, "break")
    assert (page.value, page.style) == (value, style)
    assert page.renumbered((value or 0) + 1) == next_label


@pytest.mark.parametrize(
    ("text", "value", "style"),
    [("MDCCCXCII", 1892, "ROMAN"), ("iv", 4, "roman"), ("b", 2, "letter"), ("7", 7, "arabic")],
)
def test_numerals_are_read_and_written(text: str, value: int, style: str) -> None:
    numeral = read_numeral(text)
    assert numeral == (value, style)
    assert write_numeral(value, numeral.style) == text


@pytest.mark.parametrize("text", ["", "IIX", "Iv", "é", "123456", "ab", "-"])
def test_what_is_no_numeral(text: str) -> None:
    assert read_numeral(text) is None
    assert read_letter(text) is None


def test_letters_beyond_the_alphabet_are_figures() -> None:
    assert write_numeral(27, "letter") == "27"
    assert write_numeral(3, "LETTER") == "C"


def test_faults_name_what_is_right_and_what_stands_around() -> None:
    labels = ("21", "22", "32", "24", "25", "25", "26", "28", "29", "30")
    text = "".join(f'<pb n="{label}"/>{LINE} ' for label in labels)
    faults = find_faults(document(f"<TEI><text><body><p>{text}</p></body></text></TEI>", "tei"))
    assert [(fault.kind, fault.expected) for fault in faults] == [
        ("misnumbered", "23"),
        ("repeated", ""),
        ("missing", "27"),
    ]
    assert (faults[0].before, faults[0].after) == (("21", "22"), ("24", "25", "25"))


def test_lists_within_lists_are_told_apart() -> None:
    lines = ("1. Oak", "(a) Elm", "(b) Ash", "2. Fir", "(a) Yew", "(b) Box", "3. Bay", "7. Fig")
    lists = find_lists(document("\n".join(lines)))
    assert [[item.label for item in items] for items in lists] == [["a", "b"], ["a", "b"], ["1", "2", "3", "7"]]


def test_a_garbled_number_is_found_where_a_line_begins() -> None:
    one = document("9. Oak\nI0. Elm 10 and\n11. Ash")
    place = find_garbled(one, "10", 0, len(one.text))
    assert place is not None
    assert one.quote(place) == "I0"
    assert find_garbled(one, "12", 0, len(one.text)) is None


def test_chapters_are_grouped_by_what_is_counted() -> None:
    text = "\n\n".join(f"BOOK {one}\n\nChapter {one}. Of Oak" for one in ("I", "II", "III"))
    found = list(find_chapters(document(text)))
    assert [[(one.word, one.value) for one in chapters] for chapters in found] == [
        [("BOOK", 1), ("BOOK", 2), ("BOOK", 3)],
        [("Chapter", 1), ("Chapter", 2), ("Chapter", 3)],
    ]


NASTY = {
    "numbers alone": lambda n: f"{LINE}\n12\n{LINE}\n" * n,
    "heads": lambda n: f"{LINE}\n\nTHE ISLAND GAZETTE 12\n\n{LINE}\n" * n,
    "index": lambda n: "ANCHOR, 12\n" * n,
    "items": lambda n: "1. Oak\n2. Elm\n(a) Ash\n" * n,
    "items in disorder": lambda n: "".join(f"{one * 7 % 100}. Oak\n" for one in range(n)),
    "chapters": lambda n: f"CHAPTER II\n\n{LINE}\n\n" * n,
    "pages": lambda n: "".join(f"{LINE} [p. {one}] {LINE}\n" for one in range(n)),
    "pages in disorder": lambda n: "".join(f"{LINE} {{{one * 7 % 100}}} {LINE}\n" for one in range(n)),
    "braces": lambda n: "{[p. 1" * n,
    "pages that say nothing": lambda n: "".join(f"{LINE} [p. {2 * one}] {LINE} [p. ]\n" for one in range(n)),
    "blanks": lambda n: f"{LINE}\n" + " \n" * n + LINE,
}


@pytest.mark.parametrize("name", NASTY)
def test_the_work_grows_as_the_text_does(name: str) -> None:
    make: Callable[[int], str] = NASTY[name]

    def lines(count: int) -> int:
        one, run = document(make(count)), 0

        def on_line(frame: object, event: str, argument: object) -> object:
            nonlocal run
            run += 1
            return on_line

        before = sys.gettrace()
        sys.settrace(on_line)  # type: ignore[arg-type]
        try:
            find_faults(one)
            find_furniture(one)
            find_lists(one)
            list(find_chapters(one))
        finally:
            sys.settrace(before)
        return run

    assert lines(400) < 6 * lines(100) + 2000
