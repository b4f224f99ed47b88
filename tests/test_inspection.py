"""What `inspect` says of documents: valid against its own schema, true to the document, frozen in its names."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from edcheck.engine import check, gather, understand
from edcheck.inspection import VERSION, describe, document_schema
from edcheck.model import (
    Alignment,
    Citation,
    Date,
    DateValue,
    Document,
    Edition,
    Label,
    Marks,
    Note,
    Reference,
    Repair,
    Scope,
    Series,
    Zone,
)
from edcheck.readers import SUFFIXES
from edcheck.readers.plain import read_plain
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Extent, Source

CORPUS = sorted(
    path for path in (Path(__file__).parent.parent / "corpus").rglob("*") if path.suffix.lower() in SUFFIXES
)
PAGE = """<html lang="en"><title>Pilots</title><h2 class="day">Harbour, 3 May 1871</h2>
<p>The pilot went out<a href="#n1" name="r1"><sup>[1]</sup></a> &amp; <i>came</i> home (late.</p>
<p><a name="n1" href="#r1">1.</a> In the old boat.</p></html>"""


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(document_schema())


def printed(document: Document, with_findings: bool = False) -> dict[str, Any]:
    findings = check(document, RuleSet(BUILT_IN)).findings if with_findings else None
    described: dict[str, Any] = json.loads(json.dumps(describe(document, gather(document), findings).model_dump()))
    return described


def every_place(value: Any) -> list[dict[str, Any]]:
    """All places anywhere in a described document."""
    if isinstance(value, list):
        return [place for item in value for place in every_place(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "spans" in value and "extent" in value else []
    return own + [place for item in value.values() for place in every_place(item)]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_every_sample_is_valid_and_its_places_are_true(path: Path) -> None:
    document = understand(Source.from_bytes(path.name, path.read_bytes()))
    described = printed(document, with_findings=True)
    validator().validate(described)
    source = document.source.text
    for place in every_place(described):
        if place["extent"] is not None:
            assert described["text"][place["extent"]["start"] : place["extent"]["end"]] == place["text"]
        else:
            assert "".join(source[span["start"] : span["end"]] for span in place["spans"]) == place["text"]
        first, last = place["spans"][0]["start"], place["spans"][-1]["end"]
        assert tuple(document.source.position(first)) == (place["line"], place["column"])
        assert tuple(document.source.position(last)) == (place["end_line"], place["end_column"])


def test_markup_is_described() -> None:
    described = printed(understand(Source.from_text(PAGE, "page.html")))
    assert (described["version"], described["format"], described["title"]) == (VERSION, "html", "Pilots")
    assert described["language"] == "en"
    assert [block["name"] for block in described["blocks"]] == ["h2", "p", "p"]
    assert [link["fragment"] for link in described["links"]] == ["n1", "r1"]
    assert {anchor["name"] for anchor in described["anchors"]} == {"n1", "r1"}
    assert described["encoding"]["name"] == "utf-8"


def test_what_was_recognised_is_described() -> None:
    text = "Went out [1] on 3 May 1871 (Courier, no. 12).\n\n1. In a boat."
    document = understand(Source.from_text(text, "page.txt"))
    one = Label("1", "arabic", 1)
    document.series = [Series("editors", "arabic", "[n]")]
    document.scopes = [Scope(Extent(0, len(text)), True, "the settings say so")]
    document.references = [Reference(one, Extent(9, 12), Extent(10, 11))]
    document.notes = [Note(one, Extent(47, 49), Extent(47, 48), Extent(50, 60), signature="Ed.")]
    document.alignment = Alignment([(0, 0)], [Repair("gap", label="2", other_notes=(0,))])
    day = DateValue(1871, 5, 3)
    document.dates = [Date(Extent(16, 26), day, day, "day-month-year", pair=day, weekday=2)]
    document.citations = [Citation(Extent(28, 43), "Courier", Extent(28, 35), number=12, date=0)]
    document.marks = Marks(text, {27: True, 43: False}, {27: 43, 43: 27}, {27, 43})
    document.zones = [Zone("notes", Extent(47, 60))]
    described = printed(document)
    validator().validate(described)
    assert described["references"][0]["notes"] == [0]
    assert described["notes"][0]["references"] == [0]
    assert described["notes"][0]["label"] == {"text": "1", "kind": "arabic", "value": 1, "suffix": ""}
    assert described["notes"][0]["body"]["text"] == "In a boat."
    assert described["alignment"]["pairs"] == [{"reference": 0, "note": 0}]
    assert described["alignment"]["repairs"][0]["label"] == "2"
    assert described["dates"][0]["place"]["text"] == "3 May 1871"
    assert described["dates"][0]["pair"] == {"year": 1871, "month": 5, "day": 3}
    assert described["citations"][0]["number"] == 12
    assert [mark["place"]["column"] for mark in described["marks"]] == [28, 44]
    assert described["zones"][0]["place"]["line"] == 3
    assert described["scopes"][0]["why"] == "the settings say so"


def test_text_that_json_cannot_hold_stands_as_replacement_characters() -> None:
    described = printed(Document(read_plain(Source.from_text("a \ud800 b", "\udcff.txt")), Edition()))
    assert (described["path"], described["text"]) == ("\ufffd.txt", "a \ufffd b")


def test_names_of_version_1_are_frozen() -> None:
    schema = document_schema()
    validator().check_schema(schema)
    assert set(schema["properties"]) == {
        *("version", "path", "format", "title", "language", "encoding", "text", "blocks", "zones", "links"),
        *("anchors", "series", "scopes", "references", "notes", "alignment", "dates", "citations", "marks"),
        *("flaws", "problems", "facts", "findings"),
    }
    assert set(schema["$defs"]["Place"]["properties"]) == {
        *("text", "extent", "spans", "line", "column", "end_line", "end_column"),
    }
