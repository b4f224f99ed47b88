"""Rules about headings, paragraphs, heads and pictures, beyond their examples."""

from collections.abc import Callable
from pathlib import Path

import pytest

from containers.books import book, page
from edcheck.engine import check, understand
from edcheck.model import Edition, Finding
from edcheck.rules.structure import RULES
from edcheck.ruleset import RuleSet
from edcheck.runner import run
from edcheck.testing.growth import steps
from edcheck.text import Source

RAIN = (
    "The brook rose by a foot in the night, and when the bell rang for six the miller opened the sluice by hand."
)
HAIL = "Hail fell in the second week of May and broke the panes of the vestry; the clerk counted forty of them."
SNOW = "Snow lay on the moor until the end of April, and the carrier came up once in nine days, with the letters."
LONG = f"{RAIN} {HAIL} {SNOW}"
STRUCTURE = RuleSet(RULES)


def told(text: str, format: str = "plain", name: str = "text") -> list[Finding]:
    result = check(understand(Source.from_text(text, name), Edition(), format), STRUCTURE)
    assert not result.problems
    return result.findings


def rules(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.rule.partition("/")[2], one.message_id) for one in findings]


# -- headings


def test_a_heading_that_skips_names_the_habit_of_its_siblings() -> None:
    text = "# Rain\n\n" + "".join(
        f"## {month}\n\n### Floods\n\nIt rained.\n\n" for month in ("May", "June", "July")
    )
    (finding,) = told(f"{text}## August\n\n#### Droughts\n\nIt did not.\n", "markdown")
    assert finding.severity == "warning"
    assert finding.evidence == ("3 other headings below one of level 2 are of level 3",)


def test_a_heading_whose_tags_cannot_be_found_is_told_without_a_fix() -> None:
    text = "<h1>Rain</h1><p>A<h2>May</h2><p>B<h2>June</h2><p>C<h1>Hail</h1><p>D<h3>July</h3 ><p>E<h1>Ice</h1>"
    broken = text.replace("</h3 >", "")
    assert [len(one.fixes) for one in told(text, "html")] == [1]
    assert [len(one.fixes) for one in told(broken, "html")] == [0]


# -- split paragraphs


def test_lines_that_were_taken_for_paragraphs_are_one_remark() -> None:
    lines = "\n\n".join([f"{RAIN[:-1]} and", f"{HAIL.lower()[:-1]} and"] * 8)
    (finding,) = [one for one in told(lines) if one.rule == "structure/split-paragraph"]
    assert (finding.message_id, finding.severity) == ("habit", "information")
    assert int(finding.data["count"]) == 8


def test_a_page_that_ends_between_is_the_likeliest_cause() -> None:
    text = f'<TEI><text><p>{RAIN[:-9]}</p><pb n="7"/><p>by hand. {HAIL}</p></text></TEI>'
    (finding,) = told(text, "tei")
    assert (finding.message_id, finding.confidence) == ("page", 0.95)
    assert "a page of the source ends between the two" in finding.evidence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (RAIN[:-9], "p. 12, in the same way."),
        (RAIN[:-9], "(by hand) and so on."),
        (RAIN[:-9], "i) by hand, as the miller says himself in the book of the mill."),
        (RAIN[:-9].upper(), "by hand. " + HAIL),
        ("Oldham, May 1903", "by hand. " + HAIL),
    ],
)
def test_what_begins_small_and_goes_on_with_nothing(before: str, after: str) -> None:
    assert told(f"{before}\n\n{after}\n\n{HAIL}") == []


def test_a_split_is_joined_around_what_stands_between() -> None:
    text = f"<p>{RAIN[:-9]}</p></div>\n<div><p>by hand. {HAIL}</p>"
    (finding,) = told(f"<div>{text}</div>", "html")
    assert finding.rule == "structure/split-paragraph"
    assert not finding.fixes


def test_calls_without_a_text_of_their_own_end_no_words() -> None:
    text = f"{RAIN[:-9]}[^1]\n\nby hand.[^1]\n\n{HAIL}\n\n[^1]: In May.\n"
    assert rules(told(text, "markdown")) == [("split-paragraph", "split")]


# -- repeated paragraphs


def test_a_passage_of_several_paragraphs_is_one_finding() -> None:
    text = f"{LONG}\n\n{LONG[::-1]}\n\nMay.\n\n{LONG}\n\n{LONG[::-1]}\n\nJune."
    (finding,) = told(text)
    assert finding.rule == "structure/repeated-paragraph"
    assert finding.location.quote == f"{LONG}\n\n{LONG[::-1]}"
    assert finding.related[0].label == "the first copy"


def test_a_short_copy_elsewhere_may_be_meant() -> None:
    assert [one.severity for one in told(f"{LONG}\n\nMay.\n\n{LONG}\n\nJune.")] == ["information"]
    assert [one.severity for one in told(f"{LONG} {LONG}\n\nMay.\n\n{LONG} {LONG}\n\nJune.")] == ["warning"]


def test_words_that_were_read_otherwise_are_shown() -> None:
    (finding,) = told(f"{LONG}\n\n{LONG.replace('clerk', 'clcrk')}\n\nMay.")
    assert finding.message_id == "misread"
    assert finding.evidence == ("they differ in “clerk”, “clcrk”",)
    assert finding.fixes[0].trust == "suggestion"


def test_many_entries_that_begin_alike_are_a_register() -> None:
    entries = "\n\n".join(
        f"{RAIN} The clerk paid Jo{chr(97 + n % 26)}n Weir for it{chr(97 + n // 26)}." for n in range(60)
    )
    assert told(entries) == []


def test_a_copy_whose_tags_cannot_be_told_has_no_fix() -> None:
    (finding,) = told(f"<div><p>{LONG}<p>{LONG}<p>May.</div>", "html")
    assert (finding.rule, finding.fixes) == ("structure/repeated-paragraph", ())


def test_names_and_calls_in_a_copy_are_no_faults_of_their_own() -> None:
    paragraph = f'<p>{RAIN}<a name="f1" href="#n1">[1]</a> {HAIL}</p>\n'
    note = '<p><a name="n1" href="#f1">1.</a> In May.</p>'
    assert rules(told(paragraph + paragraph + note, "html")) == [("repeated-paragraph", "again")]


# -- heads


def test_the_name_of_the_file_is_no_title() -> None:
    text = f"<html lang=en><head><title>rain.htm</title></head><body><p>{RAIN}</p></body></html>"
    assert rules(told(text, "html", "a/rain.htm")) == [("missing-title", "template")]
    assert told(text, "html", "a/hail.htm") == []


@pytest.mark.parametrize(
    "title", ["Untitled-1", "NEW PAGE 12", "Documento senza titolo", "Без имени", "Sans titre"]
)
def test_titles_of_templates(title: str) -> None:
    text = f"<html lang=en><head><title>{title}</title></head><body><p>{RAIN}</p></body></html>"
    assert rules(told(text, "html")) == [("missing-title", "template")]


def test_a_title_of_xml_that_is_closed_on_the_spot_is_filled_by_hand() -> None:
    text = '<html xmlns="x" lang="en"><head><title/></head><body><h1>Rain</h1></body></html>'
    (finding,) = told(f'<?xml version="1.0"?>{text}', "html")
    assert (finding.message_id, finding.fixes) == ("empty", ())


# -- files


def found(folder: Path, *names: str) -> list[tuple[str, str, str]]:
    report = run([str(folder / name) for name in names] or [str(folder)], rules=RULES)
    assert not [problem for problem in report.problems if problem.level == "error"]
    findings = [*report.edition_findings, *(one for entry in report.entries for one in entry.findings)]
    return sorted((one.rule.partition("/")[2], one.message_id, one.location.quote) for one in findings)


def shown(*targets: str) -> str:
    images = " ".join(f'<img src="{target}">' for target in targets)
    return f"<html lang=en><head><title>Rain</title></head><body><p>{RAIN} {images}</p></body></html>"


def test_pictures_are_looked_for_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    for name in ("map.png", "Weir.JPG"):
        (tmp_path / "img" / name).touch()
    (tmp_path / "may.html").write_text(shown("img/map.png", "img/weir.jpg", "img/mill.png"), "utf-8")
    (tmp_path / "june.html").write_text(shown("./img/../img/map.png", "other/mill.png", "img/mill.txt"), "utf-8")
    assert found(tmp_path) == [
        ("missing-image", "missing", "img/mill.png"),
        ("missing-image", "other-case", "img/weir.jpg"),
    ]


def test_pictures_that_did_not_come_with_the_texts_are_not_missed(tmp_path: Path) -> None:
    (tmp_path / "map.png").touch()
    (tmp_path / "may.html").write_text(shown("a.png", "b.png", "map.png"), "utf-8")
    assert found(tmp_path) == []


def test_a_book_holds_all_its_pictures(tmp_path: Path) -> None:
    pages = {
        "text/may.xhtml": page('<h1>May</h1><p><img src="../img/map.png"/><img src="../img/mill.png"/></p>'),
        "june.xhtml": page('<h1>June</h1><p><img src="Img/map.png"/> <img src="none/map.png"/></p>'),
    }
    (tmp_path / "rain.epub").write_bytes(book(pages, more={"OEBPS/img/map.png": b""}))
    assert [one for one in found(tmp_path) if one[0] == "missing-image"] == [
        ("missing-image", "missing", "../img/mill.png"),
        ("missing-image", "missing", "none/map.png"),
        ("missing-image", "other-case", "Img/map.png"),
    ]


def test_the_chapters_of_a_book_need_not_say_its_language(tmp_path: Path) -> None:
    (tmp_path / "rain.epub").write_bytes(book({"may.xhtml": page(f"<h1>May</h1><p>{LONG}</p>")}))
    assert found(tmp_path) == []


def test_a_text_that_goes_on_in_the_next_file_is_whole(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(f"{LONG} It was seen by the", "utf-8")
    assert found(tmp_path) == [("truncated-text", "truncated", "the")]
    (tmp_path / "2.txt").write_text(f"miller of the lower mill. {LONG}", "utf-8")
    assert found(tmp_path) == []


# -- work


@pytest.mark.parametrize(
    "make",
    [
        lambda n: f"{LONG}\n\n" * n,
        lambda n: "".join(f"{LONG} {k}\n\n" for k in range(n)),
        lambda n: f"{RAIN[:-9]}\n\nby hand. {HAIL}\n\n" * n,
        lambda n: "May\n\n" * 20 * n,
    ],
    ids=["copies", "alike", "split", "short"],
)
def test_work_grows_as_the_text_does(make: Callable[[int], str]) -> None:
    def work(source: Source, edition: Edition) -> None:
        document = understand(source)
        for rule in RULES:
            if rule.scope == "document":
                list(rule.check(document, rule.options()))

    small, large = (steps(work, Source.from_text(make(count), "text")) for count in (40, 160))  # type: ignore[arg-type]
    assert large < 8 * small
