import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.model import Problem
from edcheck.model.report import Entry, Report
from edcheck.reports import REPORTERS
from edcheck.reports.sarif import LIMIT, uri_of
from edcheck.text import Extent, Position, Span
from reports.samples import finding_at, gazette_report, plain
from reports.sarif_parts import SARIF

VALIDATOR = jsonschema.Draft202012Validator(SARIF)


def written(report: Report) -> dict[str, Any]:
    text = REPORTERS["sarif"](report)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", text)
    document = json.loads(text)
    VALIDATOR.validate(document)
    run: dict[str, Any] = document["runs"][0]
    return run


def quoted(text: str, region: dict[str, Any]) -> str:
    """What a region covers, by the lines and columns of the specification alone."""
    lines = re.split("(\r\n|\n|\r)", text)
    starts = [0]
    for content, end in zip(lines[::2], lines[1::2], strict=False):
        starts.append(starts[-1] + len(content) + len(end))
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_whole_report() -> None:
    run = written(gazette_report())
    assert [result["level"] for result in run["results"]] == ["error"] * 2 + ["warning"] * 2 + ["note"] * 2
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    note = next(result for result in run["results"] if result["ruleId"] == "notes/duplicate-note")
    assert note["partialFingerprints"] == {"edcheck/v1": "e5" * 16}
    assert [place["message"]["text"] for place in note["relatedLocations"]] == [
        "the other note 14",
        "the reference that waits for note 15",
    ]
    change = note["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "15"
    assert change["deletedRegion"] == {"startLine": 40, "startColumn": 1, "endLine": 40, "endColumn": 3}
    assert "**Two notes bear the same number.**" in rules[note["ruleIndex"]]["help"]["markdown"]


def test_problems_are_notifications() -> None:
    invocation = written(gazette_report())["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert [notification["level"] for notification in invocation["toolExecutionNotifications"]] == [
        "note",
        "error",
    ]


def test_a_problem_has_the_region_that_is_known() -> None:
    problem = Problem("error", "missing-page", "not there", "w.opf", Span(40, 52), Position(3, 9))
    invocation = written(Report(problems=[problem, replace(problem, position=None)]))["invocations"][0]
    first, second = (one["locations"][0]["physicalLocation"] for one in invocation["toolExecutionNotifications"])
    assert first["region"] == {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 9}
    assert "region" not in second


def test_success_in_spite_of_notices() -> None:
    report = Report([Entry("a.txt")], problems=[Problem("notice", "encoding-assumed", "read as cp1252")])
    assert written(report)["invocations"][0]["executionSuccessful"]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab ß𝔊𐐀e\u0301東\r\n\t\u2028\x0b\x85"), min_size=1, max_size=40), st.data())
def test_regions_quote_exactly_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    # No place begins or ends inside of one line end.
    if any(text[at - 1 : at + 1] == "\r\n" for at in (start, end)):
        return
    document = plain(text)
    finding = finding_at(document, Extent(start, end), fixes=(document.fix("x", Extent(start, end), "new"),))
    result = written(Report([Entry("a.txt", [finding])]))["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert quoted(text, region) == text[start:end]
    assert region["snippet"]["text"] == text[start:end]
    fix = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert quoted(text, fix["deletedRegion"]) == text[start:end]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b c.txt", "a/b%20c.txt"),
        ("100%#?.txt", "100%25%23%3F.txt"),
        ("book.epub!ch/01.xhtml", "book.epub!ch/01.xhtml"),
        ("ö.txt", "%C3%B6.txt"),
        ("\udcff.txt", "%FF.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
        ("c:x.txt", "c%3Ax.txt"),
        ("/abs/a.txt", "file:///abs/a.txt"),
        ("//abs/a.txt", "file:///abs/a.txt"),
        ("C:\\texts\\a b.txt", "file:///C:/texts/a%20b.txt"),
        ("../a.txt", "../a.txt"),
    ],
)
def test_uris(path: str, uri: str) -> None:
    assert uri_of(path) == uri


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda path: path[0] != "/" and ":" not in path))
def test_relative_uris_can_be_read_back(path: str) -> None:
    assert unquote_to_bytes(uri_of(path)).decode() == path


def test_message_holds_no_link() -> None:
    document = plain("x")
    finding = finding_at(document, Extent(0, 1), message="“[73](https://example.org)” is odd")
    text = written(Report([Entry("a.txt", [finding])]))["results"][0]["message"]["text"]
    assert "](" not in text


def test_rule_that_nobody_described_is_listed() -> None:
    run = written(Report([Entry("a.txt", [finding_at(plain("x"), Extent(0, 1), "house/own")])]))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["house/own"]


def test_cut_at_the_limit_worst_first_and_said() -> None:
    minor = finding_at(plain("x"), Extent(0, 1), severity="information")
    worst = replace(minor, severity="error")
    run = json.loads(REPORTERS["sarif"](Report([Entry("a.txt", [minor] * (LIMIT + 4) + [worst])])))["runs"][0]
    assert len(run["results"]) == LIMIT
    assert run["results"][0]["level"] == "error"
    notice = run["invocations"][0]["toolExecutionNotifications"][-1]
    assert notice["message"]["text"].startswith("5 findings")
