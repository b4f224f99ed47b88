import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.model import Edition, Fix, Problem, Severity
from edcheck.model.document import Document
from edcheck.model.report import Entry, Report, RuleInfo
from edcheck.readers.html import read_html
from edcheck.reports.html import WHOLE_TEXT, render
from edcheck.text import Extent, Source, Span
from reports.page import Page
from reports.samples import (
    GAZETTE,
    RULES,
    finding_at,
    gazette,
    gazette_findings,
    gazette_report,
    place_of,
    plain,
)

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</style><svg onload=alert(1)>",
    '"><b onmouseover="alert(1)">',
    "' onfocus='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "]]><![CDATA[",
    "&lt;i&gt; &#x3c;b&#x3e; &amp;",
    "\u202egpj.exe\u2066",
    "\x00\x1b[2J",
    "\ud800\udcff",
    "<a href='data:text/html,x'>",
    "`${alert(1)}`",
)


def page_of(report: Report) -> Page:
    text = render(report)
    text.encode("utf-8")
    page = Page(text)
    assert not page.errors
    assert len(page.ids()) == len(set(page.ids()))
    targets = {href[1:] for e in page.elements if (href := e.attributes.get("href")) is not None}
    assert targets <= set(page.ids())
    return page


def shown_text(page: Page) -> list[str]:
    """What the blocks of the text show, without what the report puts between."""
    return [e.own for e in page.elements if "data-line" in e.attributes]


def test_the_gazette() -> None:
    page = page_of(gazette_report())
    assert [e.text for e in page.of("h1")] == ["The Harbour Gazette"]
    remarks = page.of("article", "remark")
    assert [e.attributes["id"] for e in remarks] == [
        f"f-{pair * 6}" for pair in ("a1", "b2", "c3", "d4", "e5", "f6")
    ]
    assert "lost.txt permission denied" in page.of("section", "troubles")[0].text
    assert "ferry.txt" in page.of("section", "clean")[0].text


def test_text_is_the_documents_text() -> None:
    page = page_of(gazette_report())
    paragraphs = re.split("\n\n+", GAZETTE.strip())
    assert shown_text(page)[: len(paragraphs)] == paragraphs


def test_marks_hold_the_quotes() -> None:
    page = page_of(gazette_report())
    findings = gazette_findings(gazette())
    for number, finding in enumerate(findings, 1):
        marked = [e.text for e in page.of("mark") if str(number) in (e.attributes.get("data-f") or "").split()]
        assert marked[0] == finding.location.quote


def test_remark_says_what_why_and_what_would_be_right() -> None:
    page = page_of(gazette_report())
    note = page.of("article", "remark")[4].text
    for words in (
        "Error",
        "notes/duplicate-note",
        "line 40",
        "“14” labels two notes; the second should be 15",
        "Reference 15 finds no note; The note stands between 14 and 16",
        "Renumber the note",
        "right if the finding is",
        "99 % sure",
        "evening class will begin at seven",
        "The evening class was held in the sail loft",
    ):
        assert words in note
    assert [e.text for e in page.of("del")][-1] == "14"
    assert [e.text for e in page.of("ins")][-1] == "15"


def test_partner_of_a_note_is_shown_beside_it_unasked() -> None:
    document = gazette()
    alone = finding_at(document, document.notes[2].marker, "notes/odd")
    page = page_of(Report([Entry("gazette.txt", [alone], [], document)]))
    sides = page.of("dl", "sides")[0].text
    assert "reference 13, which calls it" in sides
    assert "carried\nforty yards further into the roads [13]" in sides


def test_severities_differ_without_colour() -> None:
    page = page_of(gazette_report())
    style = page.of("style")[0].text
    assert {"e", "w", "i"} <= {css for e in page.of("mark") for css in e.classes}
    lines = {letter: re.search(rf"mark\.{letter} {{[^}}]*underline (\w+)", style) for letter in "ewi"}
    assert {match[1] for match in lines.values() if match} == {"double", "wavy", "dotted"}
    assert [e.text for e in page.of("span", "word")] == [
        "Warning",
        "Warning",
        "Error",
        "Remark",
        "Error",
        "Remark",
    ]


def test_policy_allows_the_pages_own_style_and_script_and_nothing_else() -> None:
    page = page_of(gazette_report())
    policy = next(e.attributes["content"] for e in page.of("meta") if "http-equiv" in e.attributes)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = page.of(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert not element.attributes
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_nothing_is_inline() -> None:
    page = page_of(gazette_report())
    for element in page.elements:
        assert not [
            name for name in element.attributes if name.startswith("on") or name in ("style", "src", "action")
        ]
        assert (element.attributes.get("href") or "#").startswith("#")
    assert not page.of("link")
    assert "url(" not in page.of("style")[0].text
    assert "@import" not in page.of("style")[0].text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words(payload: str) -> None:
    document = plain(f"Before {payload} behind.\n\nMore.", payload)
    at = Extent(7, 7 + len(payload))
    finding = finding_at(
        document,
        at,
        payload,
        message=payload,
        related=((at, payload),),
        evidence=(payload,),
        fixes=(Fix(payload, document.edit(at, payload * 2)),),
        fingerprint=payload,
    )
    problem = Problem("error", payload, payload, payload)
    rule = RuleInfo(payload, "error", payload, payload)
    report = Report(
        [Entry(payload, [finding], [problem], document)], [finding], [problem], (rule,), payload, payload
    )
    harmless = replace(report, title="", version="")
    page, reference = page_of(report), page_of(gazette_report())
    assert {e.tag for e in page.elements} <= {e.tag for e in reference.elements} | {"pre", "h4", "wbr", "code"}
    assert [e.text for e in page.of("script")] == [e.text for e in page_of(harmless).of("script")]
    for element in page.elements:
        assert not any(name.startswith("on") for name in element.attributes)
    raw = render(report).replace("\n", "").replace("\t", "")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", raw)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab <&>\"'\n\u202e\xa0𝔊.[]\t"), min_size=1, max_size=60), st.data())
def test_overlapping_places_leave_the_text_whole(text: str, data: st.DataObject) -> None:
    document = plain(text)
    findings = []
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        severity: Severity = data.draw(st.sampled_from(["error", "warning", "information"]))
        other = data.draw(st.integers(0, len(text)))
        related = ((Extent(other, len(text)), "see"),)
        findings.append(finding_at(document, Extent(start, end), severity=severity, related=related))
    page = page_of(Report([Entry("text", findings, [], document)]))
    assert len(page.of("article", "remark")) == len(findings)
    calls = [e for e in page.of("a", "n") if (e.attributes.get("id") or "").startswith("m-")]
    assert sorted(int(e.text) for e in calls) == list(range(1, len(findings) + 1))
    assert "".join("".join(shown_text(page)).split()) == "".join(text.split())


def test_nested_places_name_all_findings_and_show_the_worst() -> None:
    document = plain("one two three")
    findings = [
        finding_at(document, Extent(0, 13), severity="information"),
        finding_at(document, Extent(4, 7), severity="error"),
    ]
    page = page_of(Report([Entry("text", findings, [], document)]))
    marks = [(e.text, e.attributes["data-f"], e.attributes["class"]) for e in page.of("mark")]
    assert marks == [("one ", "1", "i"), ("two", "2 1", "e"), (" three", "1", "i")]


def test_missing_text_is_a_caret_and_markup_is_quoted() -> None:
    source = Source.from_text('<p>One <a href="#gone">two</a> three.</p><p>Four.</p>', "a.html")
    document = Document(read_html(source), Edition())
    target = source.text.index("#gone")
    findings = [
        finding_at(document, Extent(4, 4)),
        finding_at(document, Span(target, target + 5), "structure/dead-link"),
    ]
    page = page_of(Report([Entry("a.html", findings, [], document)]))
    assert [e.attributes["data-f"] for e in page.of("mark", "caret")] == ["1", "2"]
    assert "#gone" in page.of("p", "markup")[0].text
    assert shown_text(page) == ["One two three.", "Four."]


def test_a_place_in_the_markup_is_shown_as_the_source_with_its_own_line() -> None:
    source = Source.from_text('<p>One two.</p>\n<p\nid="gone">Four.</p>\n', "a.html")
    document = Document(read_html(source), Edition())
    name = source.text.index("gone")
    finding = finding_at(document, Extent(0, 3), related=((Span(name, name + 4), "the name"),))
    page = page_of(Report([Entry("a.html", [finding], [], document)]))
    words = " ".join(page.of("dl", "sides")[0].text.split())
    assert words.startswith("the name line 3")
    assert 'id="gone"' in words


def test_place_between_paragraphs_is_a_caret_at_the_next() -> None:
    document = plain("One.\n\n\n\n\nTwo.\n")
    page = page_of(Report([Entry("a.txt", [finding_at(document, Extent(4, 9))], [], document)]))
    assert page.of("mark", "caret")
    assert shown_text(page) == ["One.", "Two."]
    groups = [e.own for e in page.of("div", "text")]
    assert [group.strip() for group in groups] == ["One.", "Two."]


def test_line_breaks_of_markup_are_kept_and_those_of_typing_are_not() -> None:
    source = Source.from_text("<p>One<br>two\nthree</p>", "a.html")
    document = Document(read_html(source), Edition())
    page = page_of(Report([Entry("a.html", [finding_at(document, Extent(0, 3))], [], document)]))
    assert len(page.of("br")) == 1
    verse = plain("Short is the line,\nand short the next.\n\n" + "Long " * 20 + "\n" + "Long " * 20)
    page = page_of(Report([Entry("a.txt", [finding_at(verse, Extent(0, 3))], [], verse)]))
    assert len(page.of("br")) == 1


def test_long_text_is_shown_around_its_findings_only() -> None:
    paragraph = "The tide was out and the packet lay on the mud until noon. " * 10
    text = "\n\n".join(f"{index}. {paragraph}" for index in range(WHOLE_TEXT // len(paragraph) + 2))
    document = plain(text)
    middle = text.index("\n\n100. ") + 2
    far = text.index("\n\n50. ") + 2
    finding = finding_at(document, Extent(middle, middle + 3), related=((Extent(far, far + 2), "like this"),))
    page = page_of(Report([Entry("long.txt", [finding], [], document)]))
    assert [words.partition(".")[0] for words in shown_text(page)] == ["49", "50", "51", "99", "100", "101"]
    assert "only the passages with findings" in page.of("p", "aside-note")[0].text
    assert page.of("p", "left-out")[0].text == "49 paragraphs without findings"


def test_findings_without_their_text() -> None:
    report = gazette_report()
    report.entries[0].document = None
    page = page_of(report)
    assert len(page.of("article", "remark")) == 6
    assert "not part of this report" in page.of("p", "aside-note")[0].text
    assert "mails from Saint Brannoc" in shown_text(page)[0]


def test_same_fingerprint_twice_gives_two_ids() -> None:
    document = plain("one two")
    finding = finding_at(document, Extent(0, 3), fingerprint="ab" * 16)
    page = page_of(Report([Entry("a.txt", [finding, finding], [], document)]))
    assert [e.attributes["id"] for e in page.of("article", "remark")] == ["f-abababababab", "f-abababababab-2"]


def test_clean_report_says_so() -> None:
    page = page_of(Report([Entry("a.txt", [], [], plain("Nothing."))]))
    assert "nothing was found" in page.of("p", "lead")[0].text
    assert not page.of("article", "remark")


def test_table_counts_documents_by_families() -> None:
    page = page_of(gazette_report())
    cells = [" ".join(e.text.split()) for e in page.of("td")]
    assert cells[:5] == [
        "2, worst: error",
        "1, worst: error",
        "1, worst: warning",
        "1, worst: warning",
        "5, worst: error",
    ]
    assert cells[-1] == "6"


def test_a_document_in_which_a_fault_of_the_edition_stands_is_not_without_findings() -> None:
    one, two, three = plain("Reeds.", "a.txt"), plain("Rushes.", "b.txt"), plain("Sedge.", "c.txt")
    entries = [Entry(document.name, [], [], document) for document in (one, two, three)]
    page = page_of(Report(entries, [finding_at(two, Extent(0, 6))]))
    assert page.of("section", "clean")[0].text.split() == ["Without", "findings", "a.txt", "·", "c.txt"]
    assert "1 of them has findings" in page.of("p", "lead")[0].text


def test_rules_that_spoke_are_explained() -> None:
    page = page_of(gazette_report())
    entries = {e.attributes["id"]: e.text for e in page.of("article", "rule-entry")}
    assert "Compare the print." in entries["rule-dates--impossible-date"]
    assert "rule-characters--hidden" not in entries, "a silent rule is not explained"


def test_code_in_the_words_of_a_rule_is_set_as_code() -> None:
    words = "In `a <b>&amp;` and `[4]`.\n\nOne ` alone stays."
    rule = RuleInfo("notes/left", "error", "It stands in `<i>`.", words)
    finding = finding_at(plain("The weir."), Extent(4, 8), rule="notes/left")
    written = render(Report([Entry("a.txt", [finding])], rules=(rule,)))
    assert '<p class="summary">It stands in <code>&lt;i&gt;</code>.</p>' in written
    assert "<p>In <code>a &lt;b&gt;&amp;amp;</code> and <code>[4]</code>.</p>" in written
    assert "<p>One ` alone stays.</p>" in written


def test_spaces_at_fault_are_named() -> None:
    document = plain("the\xa0end\xa0")
    findings = [finding_at(document, Extent(7, 8), fixes=(document.fix("Delete it", Extent(7, 8), ""),))]
    page = page_of(Report([Entry("a.txt", findings, [], document)]))
    assert [e.text for e in page.of("del")] == ["U+00A0"]


def test_line_numbers_are_those_of_the_source() -> None:
    page = page_of(gazette_report())
    lines = GAZETTE.split("\n")
    for element in page.elements:
        if (line := element.attributes.get("data-line")) and "loose" not in element.classes:
            assert lines[int(line) - 1].startswith(element.own.partition("\n")[0][:20])


def test_order_of_findings_is_kept() -> None:
    document = gazette()
    findings = gazette_findings(document)
    page = page_of(Report([Entry("gazette.txt", findings, [], document)], rules=RULES))
    lines = [int(e.text.removeprefix("line ")) for e in page.of("a", "where")]
    assert lines == sorted(lines)
    assert place_of(document, "the the").start > 0


def test_place_in_two_pieces_is_one_mark_and_markup_stays_out() -> None:
    source = Source.from_text("<p>He took the <i>the</i> mail.</p>", "a.html")
    document = Document(read_html(source), Edition())
    at = document.text.index(" the mail")
    finding = finding_at(document, Extent(at, at + 4))
    assert len(finding.location.spans) == 2
    page = page_of(Report([Entry("a.html", [finding], [], document)]))
    assert [e.text for e in page.of("mark")] == [" the"]


def test_place_in_another_document_is_shown_with_its_name() -> None:
    here, there = plain("Note 4 is here.", "a.txt"), plain("Note 4 is there.", "b.txt")
    other = finding_at(there, Extent(0, 6)).location
    finding = finding_at(here, Extent(0, 6), related=((other, "the other one"),))
    page = page_of(Report([Entry("a.txt", [finding], [], here)]))
    assert "the other one (b.txt)" in page.of("dl", "sides")[0].text


def test_places_of_the_edition_are_shown_with_the_names_of_their_documents() -> None:
    here, there = plain("Note 4 is here.", "w.epub!text/a.xhtml"), plain("Note 4 is there.", "w.epub!text/b.xhtml")
    other = finding_at(there, Extent(0, 6)).location
    finding = finding_at(here, Extent(0, 6), related=((other, "the other one"), (Extent(7, 9), "too")))
    page = page_of(Report([], [finding]))
    assert page.of("p", "source")[0].text == "w.epub!text/a.xhtml"
    sides = [" ".join(e.text.split()) for e in page.of("dt")]
    assert sides[-2:] == ["the other one (w.epub!text/b.xhtml) line 1", "too line 1"]


def test_text_that_no_block_holds_is_shown() -> None:
    document = plain("Head.\n\nBody.\n\nTail.")
    del document.markup.blocks[0], document.markup.blocks[-1]
    page = page_of(Report([Entry("a.txt", [finding_at(document, Extent(0, 4))], [], document)]))
    assert [words.strip() for words in shown_text(page)] == ["Head.", "Body.", "Tail."]


def test_verse_keeps_its_lines_and_preformatted_text_its_blanks() -> None:
    document = plain("One line of it,\n" + "x" * 60 + "\n\nA  table\nof  it")
    document.markup.blocks[0].kind, document.markup.blocks[1].kind = "verse", "preformatted"
    page = page_of(Report([Entry("a.txt", [finding_at(document, Extent(0, 3))], [], document)]))
    assert len(page.of("br")) == 1
    assert page.of("pre")[0].own == "A  table\nof  it"


def test_places_upon_places_cost_no_square() -> None:
    document = plain("word " * 4000)
    findings = [finding_at(document, Extent(at, len(document.text) - at)) for at in range(0, 4000, 8)]
    page = page_of(Report([Entry("a.txt", findings, [], document)]))
    longest = max(len(e.attributes["data-f"] or "") for e in page.of("mark"))
    assert longest <= 24 * 5


def test_later_paragraph_of_a_note_is_told_from_its_first() -> None:
    document = gazette()
    first, last = document.notes[0], document.notes[1]
    document.notes[0] = replace(first, body=Extent(first.body.start, last.body.end))
    del document.notes[1]
    page = page_of(Report([Entry("gazette.txt", gazette_findings(gazette())[:1], [], document)]))
    continued = [e.own.partition(".")[0] for e in page.of("p", "more")]
    assert continued == ["12"]
