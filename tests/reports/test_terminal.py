import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.model import Fix, Location, Problem
from edcheck.model.report import Census, Entry, Report
from edcheck.reports import render_terminal
from edcheck.reports.passage import passage, width
from edcheck.text import Extent, Position, Span
from reports.samples import finding_at, gazette_report, plain

HEADLINE = re.compile(
    r"(?P<path>\S.*?):(?P<line>\d+):(?P<column>\d+) (?P<severity>error|warning|information) (\S+) "
)


def located(before: str, quote: str, after: str) -> Location:
    return Location("a.txt", (Span(0, 1),), Position(1, 1), Position(1, 2), quote, before, after)


def one(location: Location, message: str = "wrong", path: str = "a.txt") -> Report:
    finding = finding_at(plain("x"), Extent(0, 1), message=message)
    return Report([Entry(path, [replace(finding, location=replace(location, path=path))])])


def test_finding_in_full() -> None:
    text = render_terminal(gazette_report())
    head = text.index("gazette.txt:40:1 error notes/duplicate-note “14” labels two notes; the second should be 15")
    block = text[head : text.index("\n\n", head)].split("\n")
    assert block[1:3] == [
        "    | 14. The evening class was held in the sail loft behind the…",
        "    | ^^",
    ]
    assert "    why: Reference 15 finds no note; The note stands between 14 and 16" in block
    assert "    fix: Renumber the note (“14” → “15”; unsafe)" in block
    see = block.index("    see: gazette.txt:22:110 the reference that waits for note 15")
    assert block[see + 2].index("----") == block[see + 1].index("[15]")


def test_rules_own_words_where_there_is_no_evidence() -> None:
    assert "    why: A word stands twice in a row.\n" in render_terminal(gazette_report())


def test_concise_is_one_line_a_finding() -> None:
    report = gazette_report()
    lines = render_terminal(report, concise=True).split("\n")
    assert sum(bool(HEADLINE.match(line)) for line in lines) == 6 == len(lines) - 4


def test_summary_and_problems() -> None:
    lines = render_terminal(gazette_report()).rstrip("\n").split("\n")
    assert lines[-3:] == [
        "ferry.txt: note (encoding-assumed): read as cp1252",
        "lost.txt: not fully checked (unreadable): permission denied",
        "2 errors, 2 warnings, 2 remarks in 1 of 3 documents; 1 problem: not everything could be checked",
    ]


def test_a_fault_of_the_edition_counts_for_the_document_in_which_it_stands() -> None:
    a, b = located("of the ", "the", " pier"), replace(located("of the ", "the", " pier"), path="b.txt")
    found = finding_at(plain("x"), Extent(0, 1), message="wrong")
    report = Report([Entry("a.txt", [replace(found, location=a)]), Entry("b.txt"), Entry("c.txt")])
    report.edition_findings = [replace(found, location=a), replace(found, location=b)]
    assert report.faulty() == {"a.txt", "b.txt"}
    assert render_terminal(report).rstrip("\n").endswith(" in 2 of 3 documents")


def test_statistics_count_by_rule() -> None:
    lines = render_terminal(gazette_report(), concise=True, statistics=True).split("\n")
    assert "1 error       notes/duplicate-note" in lines
    assert "1 information notes/duplicate-note" in lines


def test_statistics_say_where_most_was_found_and_what_was_read() -> None:
    report = gazette_report()
    for entry, words in zip(report.entries, (1200, 1, 0), strict=True):
        entry.census = Census(words, notes=words // 100, dates=1 if words else 0)
    text = render_terminal(report, concise=True, statistics=True)
    assert "  errors warnings  remarks  document\n       2        2        2  gazette.txt\n" in text
    assert "read: 3 documents, 1,201 words, 12 notes, 0 references, 2 dates, 0 citations\n" in text
    assert "      one error for 600 words\n" in text
    assert "      no word in lost.txt\n" in text


def test_statistics_list_some_documents_only() -> None:
    found = finding_at(plain("x"), Extent(0, 1), message="wrong")
    report = Report(
        [
            Entry(f"{number:02}.txt", [replace(found, location=replace(found.location, path=f"{number:02}.txt"))])
            for number in range(12)
        ]
    )
    lines = render_terminal(report, statistics=True).split("\n")
    assert [line.split()[-1] for line in lines if line.endswith(".txt") and line.startswith("  ")] == [
        f"{number:02}.txt" for number in range(10)
    ]
    assert any(line.strip() == "and 2 more" for line in lines)


def test_findings_are_numbered() -> None:
    lines = [line for line in render_terminal(gazette_report()).split("\n") if HEADLINE.match(line)]
    assert [line.rpartition(" ")[2] for line in lines] == [f"#{number}" for number in range(1, 7)]


def test_quiet_when_clean() -> None:
    report = Report([Entry("a.txt")])
    assert render_terminal(report, statistics=True) == ""


def test_says_that_nothing_was_found_where_something_was_not_checked() -> None:
    report = Report([Entry("a.txt")], problems=[Problem("error", "unreadable", "no such file")])
    assert render_terminal(report) == (
        "not fully checked (unreadable): no such file\nno findings; 1 problem: not everything could be checked\n"
    )


def test_a_problem_stands_where_it_is_if_that_is_known() -> None:
    problem = Problem("error", "missing-page", "not there", "w.epub!content.opf", Span(40, 52), Position(3, 9))
    first = render_terminal(Report([Entry("w.epub")], problems=[problem])).splitlines()[0]
    assert first == "w.epub!content.opf:3:9: not fully checked (missing-page): not there"


def test_colour_only_adds() -> None:
    plain_text = render_terminal(gazette_report())
    coloured = render_terminal(gazette_report(), colour=True)
    assert "\x1b" not in plain_text
    assert coloured != plain_text
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain_text


@pytest.mark.parametrize(
    ("before", "quote", "after", "expected"),
    [
        ("a ", "bc", " d", "bc"),
        ("x" * 200 + " ", "here", " " + "y" * 200, "here"),
        ("東京の", "新聞", "を読む", "新新聞聞"),
        ("e\u0301te\u0301 ", "ne\u0301", " la\u0300", "ne"),
        ("\ta\t", "b", "\t", "b"),
        ("a", "\u202e", "b", "U+202E"),
        ("a", "\xa0", "b", "U+00A0"),
        ("", "", "text", "t"),
    ],
)
def test_underline_lies_under_the_place(before: str, quote: str, after: str, expected: str) -> None:
    text, start, end = passage(located(before, quote, after), 60)
    cells = [character for character in text for _ in range(width(character))]
    assert "".join(cells[start:end]) == expected
    assert width(text) <= 60


def test_lone_combining_mark_is_underlined_at_the_character_it_sits_on() -> None:
    text, start, end = passage(located("caf", "\u0301", "e"), 60)
    assert (start, end) == (2, 3)
    assert text == "caf\u0301e"


def test_long_place_is_shown_by_its_ends() -> None:
    text, start, end = passage(located("", "begin " + "x" * 500 + " end", ""), 60)
    assert text.startswith("begin ")
    assert text.endswith(" end")
    assert "…" in text
    assert (start, end) == (0, width(text))


def test_cut_context_says_so() -> None:
    text = passage(located("", "7", " is the number of the paragraph in which the harbour mas"), 100).text
    assert not text.endswith("…")
    cut = passage(located("", "7", " is the number of the paragraph in which the harbour master w"), 100).text
    assert cut.endswith(" master…")


@settings(deadline=None)
@given(st.text(max_size=90), st.text(max_size=90), st.text(max_size=90), st.integers(50, 120))
def test_passage_fits_and_is_inert(before: str, quote: str, after: str, limit: int) -> None:
    text, start, end = passage(located(before, quote, after), limit)
    assert width(text) <= limit
    assert 0 <= start < end
    assert all(character.isprintable() or character.isspace() for character in text if character < "\xa0")


@pytest.mark.parametrize(
    "hostile", ["\n::error::x", "\x1b]52;c;eA==\x07", "\r", "\u202egnp", "a\nb.txt:1:1 error x/y z"]
)
def test_hostile_text_takes_no_line_and_no_control(hostile: str) -> None:
    report = one(located(hostile, hostile, hostile), hostile, hostile)
    entry = report.entries[0]
    fix = Fix(hostile, plain("x").edit(Extent(0, 1), hostile), "safe")
    finding = replace(
        entry.findings[0], related=(located(hostile, hostile, hostile),), evidence=(hostile,), fixes=(fix,)
    )
    report = Report([Entry(hostile, [finding], [Problem("error", hostile, hostile, hostile)])])
    text = render_terminal(report, statistics=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert sum(bool(HEADLINE.match(line)) for line in text.split("\n")) == 1
    assert not any(line.lstrip().startswith("::") for line in text.split("\n"))


@pytest.mark.parametrize("command", ["##[error]x", "##vso[task.setvariable]x", "##teamcity[x]"])
def test_no_command_to_the_machine_anywhere_in_a_line(command: str) -> None:
    text = render_terminal(one(located(command, command, command), command, command))
    assert not re.search(r"##[a-z]*\[", text)
    assert "U+0023#" in text
