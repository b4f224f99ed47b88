import json
import subprocess
import sys

import jsonschema

from edcheck.model.report import Entry, Report
from edcheck.reports import REPORTERS, report_schema
from edcheck.reports.schema import JsonReport
from edcheck.text import Extent
from reports.samples import finding_at, gazette_report, plain


def test_report_is_valid_and_every_field_is_described() -> None:
    written = json.loads(REPORTERS["json"](gazette_report()))
    jsonschema.validate(written, report_schema())
    assert JsonReport.model_validate(written).model_dump() == written


def test_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(report_schema())


def test_numbers_and_places() -> None:
    written = json.loads(REPORTERS["json"](gazette_report()))
    assert written["version"] == 1
    assert written["counts"] == {"error": 2, "warning": 2, "information": 2}
    assert [document["path"] for document in written["documents"]] == ["gazette.txt", "ferry.txt", "lost.txt"]
    finding = written["documents"][0]["findings"][4]
    assert finding["location"]["start"] == {"line": 40, "column": 1}
    assert [related["label"] for related in finding["related"]] == [
        "the other note 14",
        "the reference that waits for note 15",
    ]
    edit = finding["fixes"][0]["edits"][0]
    assert (edit["old"], edit["new"], edit["start"]) == ("14", "15", {"line": 40, "column": 1})
    assert len(written["edition"]["findings"]) == 1


def test_hidden_characters_are_escaped_and_mean_the_same() -> None:
    document = plain("a\u202e\u2028b\x1b")
    report = Report([Entry("x\u200b.txt", [finding_at(document, Extent(0, 5))])])
    text = REPORTERS["json"](report)
    assert not set(text) & set("\u202e\u2028\u200b\x1b")
    assert json.loads(text)["documents"][0]["findings"][0]["location"]["quote"] == "a\u202e\u2028b\x1b"


def test_undecodable_names_stay_valid_json() -> None:
    text = REPORTERS["json"](Report([Entry("\udcff.txt")]))
    assert json.loads(text)["documents"][0]["path"] == "\ufffd.txt"
    text.encode("utf-8")


def test_importing_the_reporters_loads_no_machinery() -> None:
    code = (
        "import sys, edcheck.reports as r; assert set(r.REPORTERS) == {'html', 'json', 'sarif', 'terminal'};"
        "print([name for name in ('jinja2', 'pydantic', 'json', 'markupsafe') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert result.stdout.strip() == b"[]", result.stderr
