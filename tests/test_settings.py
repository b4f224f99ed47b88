"""Settings: what a file may say, and that everything else is an error with file, line and column."""

import datetime
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.errors import ConfigError
from edcheck.model import Draft
from edcheck.rule import Rule
from edcheck.settings import Settings, find, load, matches
from edcheck.settings.places import Path as KeyPath
from edcheck.settings.places import places
from edcheck.settings.schema import settings_schema

FULL = """
[edition]
title = "Letters from the Salt Road"
documents = ["letters/*.txt", "appendix.html"]
language = "de-AT"
numbering = "edition"
placeholders = ["lost in the flood"]
series = { "[n]" = "editors", "[n*]" = "author" }
period = { start = 1871-03-01, end = "1872-11-30" }
julian-until = 1871-12-31

[[edition.serials]]
name = "The Harbour Courier"
aliases = ["Harb. Cour."]
weekdays = ["saturday", "Tuesday"]
issues = { 12 = 1871-03-07 }

[edition.names]
known = ["Ostrava"]
accepted = ["shew"]
variants = [["Elbing", "Elbląg"]]

[check]
select = ["words", "pairs/loud"]
ignore = ["words/quiet"]
fail-on = "warning"

[files]
exclude = ["drafts"]
encodings = { "old/*.htm" = "cp1252" }

[rules.words]
severity = "information"

[rules."pairs/loud"]
severity = "error"
least-count = 3
marks = ["(", ")"]
"""


@dataclass(frozen=True, slots=True)
class LoudOptions:
    least_count: int = 1
    marks: tuple[str, ...] = ()
    since: datetime.date | None = None


def silent(document: object, options: object) -> Iterator[Draft]:
    yield from ()


def stub(name: str, options: type | None = None) -> Rule:
    rule = Rule(name, "warning", "A fault.\n\nWhy.", {"fault": "a fault"}, silent)
    return Rule(name, "warning", rule.doc, rule.messages, silent, options=options) if options else rule


RULES = (stub("pairs/loud", LoudOptions), stub("words/quiet"), stub("words/other"))


def written(folder: Path, text: str, name: str = "edcheck.toml") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def complaint(folder: Path, text: str) -> str:
    """What `load` (or the choice of rules) says of a settings text, without the folder."""
    with pytest.raises(ConfigError) as caught:
        load(written(folder, text)).ruleset(RULES)
    return str(caught.value).replace(f"{folder.as_posix()}/", "")


def test_everything_a_file_says_arrives(tmp_path: Path) -> None:
    settings = load(written(tmp_path, FULL))
    edition = settings.edition
    assert edition.title == "Letters from the Salt Road"
    assert edition.documents == ("letters/*.txt", "appendix.html")
    assert (edition.language, edition.numbering) == ("de-AT", "edition")
    assert edition.series == {"[n]": "editors", "[n*]": "author"}
    assert edition.period.start == datetime.date(1871, 3, 1)
    assert edition.period.end == datetime.date(1872, 11, 30)
    assert edition.julian_until == datetime.date(1871, 12, 31)
    assert edition.serials[0].weekdays == (1, 5)
    assert edition.serials[0].issues == {12: datetime.date(1871, 3, 7)}
    assert edition.names.variants == (("Elbing", "Elbląg"),)
    assert edition.names.accepted == ("shew",)
    assert settings.fail_on == "warning"
    assert settings.root == str(tmp_path)
    assert settings.excludes("drafts/one.txt")
    assert settings.encoding_of("old/a.htm") == "cp1252"
    assert settings.encoding_of("a.htm") is None


def test_rules_are_chosen_and_get_severities_and_options(tmp_path: Path) -> None:
    ruleset = load(written(tmp_path, FULL)).ruleset(RULES)
    severities = {rule.id: rule.severity for rule in ruleset.rules}
    assert severities == {"pairs/loud": "error", "words/other": "information"}
    loud = ruleset.rules[[rule.id for rule in ruleset.rules].index("pairs/loud")]
    assert ruleset.options_of(loud) == LoudOptions(3, ("(", ")"))


def test_a_rule_wins_over_its_family(tmp_path: Path) -> None:
    text = '[rules."words/quiet"]\nseverity = "error"\n[rules.words]\nseverity = "information"\n'
    ruleset = load(written(tmp_path, text)).ruleset(RULES)
    assert {rule.id: rule.severity for rule in ruleset.rules}["words/quiet"] == "error"


def severities(*rules: Rule, **settings: Any) -> dict[str, str]:
    return {rule.id: rule.severity for rule in Settings(**settings).ruleset(rules).rules}


def test_a_rule_that_is_off_runs_only_where_it_is_named_itself() -> None:
    rules = (stub("words/quiet"), replace(stub("words/house"), severity="off"))
    assert severities(*rules) == {"words/quiet": "warning"}
    assert severities(*rules, select=("words",)) == {"words/quiet": "warning"}
    assert severities(*rules, severities={"words": "error"}) == {"words/quiet": "error"}
    assert severities(*rules, select=("words/house",)) == {"words/house": "warning"}
    assert severities(*rules, severities={"words/house": "information"})["words/house"] == "information"
    assert severities(*rules, severities={"words/quiet": "off"}) == {}
    assert severities(*rules, severities={"words/quiet": "off"}, select=("words/quiet",)) == {
        "words/quiet": "warning"
    }
    assert severities(*rules, select=("words/house",), ignore=("words",)) == {}


def test_a_rule_in_preview_runs_where_previews_are_asked_for_or_it_is_named_itself(tmp_path: Path) -> None:
    rules = (stub("words/quiet"), replace(stub("words/new"), preview=True))
    assert severities(*rules) == {"words/quiet": "warning"}
    assert severities(*rules, select=("words",)) == {"words/quiet": "warning"}
    assert severities(*rules, select=("words/new",)) == {"words/new": "warning"}
    assert severities(*rules, preview=True) == {"words/quiet": "warning", "words/new": "warning"}
    asked = load(written(tmp_path, "[check]\npreview = true\n"))
    assert [rule.id for rule in asked.ruleset(rules).rules] == ["words/quiet", "words/new"]


def test_an_option_may_be_a_date(tmp_path: Path) -> None:
    ruleset = load(written(tmp_path, '[rules."pairs/loud"]\nsince = 1871-05-01\n')).ruleset(RULES)
    assert ruleset.options_of(RULES[0]) == LoudOptions(since=datetime.date(1871, 5, 1))


def test_elements_of_the_edition_s_own_xml(tmp_path: Path) -> None:
    edition = load(written(tmp_path, '[edition.elements]\nnote = "aside margin"\n')).edition
    assert edition.elements == {"note": "aside margin"}
    edition = load(written(tmp_path, '[edition.elements]\nnote = "  aside\tœil-2 "\np = "p p"\n')).edition
    assert edition.elements == {"note": "aside œil-2", "p": "p p"}


def test_settings_need_no_file() -> None:
    assert Settings().edition.numbering == "auto"
    assert len(Settings().ruleset(RULES).rules) == 3
    with pytest.raises(ConfigError, match="no rule and no family is called “wrods”; did you mean “words”"):
        Settings(select=("wrods",)).ruleset(RULES)
    with pytest.raises(ConfigError, match="pairs/loud has no option “least”"):
        Settings(options={"pairs/loud": {"least": 1}}).ruleset(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[edition]\nplaceholders = [""]\n', "edcheck.toml:2:17: edition.placeholders[1] must not be empty"),
        (
            '[edition.elements]\nnote = "sidenote"\nnoet = "aside"\n',
            "edcheck.toml:3:1: edition.elements.noet: “noet” is no TEI element that is read in a way of its own; "
            "did you mean “note”?",
        ),
        (
            '[edition.elements]\nnote = "<x>"\n',
            "edcheck.toml:2:8: edition.elements.note: “<x>” is no name that an XML element can have",
        ),
        (
            '[edition.elements]\np = "para 1stpara"\n',
            "edcheck.toml:2:5: edition.elements.p: “1stpara” is no name that an XML element can have",
        ),
        (
            '[edition.elements]\nnote = "aside ed:gloss"\n',
            "edcheck.toml:2:8: edition.elements.note: “ed:gloss” has a prefix; elements are named without: "
            "“gloss”",
        ),
        ('[edition.elements]\nnote = " "\n', "edcheck.toml:2:8: edition.elements.note: name one element or more"),
        (
            '[edition.elements]\nnote = "gloss aside"\np = "para"\ndel = "aside"\n',
            "edcheck.toml:4:7: edition.elements.del: “aside” stands for “note” already; "
            "one element is read in one way",
        ),
        ('[edition]\ndocuments = [""]\n', "edcheck.toml:2:14: edition.documents[1] must not be empty"),
        ("[edtion]\n", "edcheck.toml:1:1: unknown key “edtion”; did you mean “edition”?"),
        (
            '[edition]\ntitle = "x"\n  numbring = "auto"\n',
            "edcheck.toml:3:3: unknown key “numbring” in [edition]; did you mean “numbering”?",
        ),
        (
            '[edition]\nnumbering = "documnt"\n',
            "edcheck.toml:2:13: edition.numbering must be one of “auto”, “document”, “edition”; "
            "did you mean “document”?",
        ),
        (
            '[[edition.serials]]\nname = "A"\n[[edition.serials]]\nname = "B"\nweekdays = ["Friday", "Frday"]\n',
            "edcheck.toml:5:23: edition.serials[2].weekdays[2] must be one of “Monday”",
        ),
        (
            "edition = { julian-until = 1900-02-30T10:00:00 }\n",
            "edcheck.toml:1:28: not TOML: invalid date or datetime",
        ),
        (
            "[edition]\njulian-until = 1900-02-01T10:00:00\n",
            "edcheck.toml:2:16: edition.julian-until: a day is written 1918-07-02, without a time",
        ),
        (
            '[edition.period]\nend = "1900-02-30"\n',
            "edcheck.toml:2:7: edition.period.end: “1900-02-30” is not a day of the form 1918-07-02: day is",
        ),
        (
            "[edition.period]\nstart = 1901-01-01\nend = 1900-01-01\n",
            "edcheck.toml:1:1: edition.period: the period ends (1900-01-01) before it starts (1901-01-01)",
        ),
        (
            '[[edition.serials]]\nname = "A"\nissues = { no1 = 1900-01-01 }\n',
            "edcheck.toml:3:12: edition.serials[1].issues.no1: an issue has a number, not “no1”",
        ),
        ("[[edition.serials]]\naliases = []\n", "edcheck.toml:1:1: edition.serials[1].name is missing"),
        (
            '[edition]\ndocuments = [\n  "a.txt",\n  "../b.txt",\n]\n',
            "edcheck.toml:4:3: edition.documents[2]: “../b.txt” leads out of the folder",
        ),
        ("[edition]\ndocuments = 3\n", "edcheck.toml:2:13: edition.documents must be a list in [ ]"),
        ("[edition]\ntitle = 3\n", "edcheck.toml:2:9: edition.title must be text in quotes"),
        ('[edition]\nlanguage = "English"\n', "edcheck.toml:2:12: edition.language must be a language tag"),
        ("edition = 3\n", "edcheck.toml:1:11: edition must be a table"),
        ('[check]\nselect = ["words", "wrods"]\n', "edcheck.toml:2:20: no rule and no family is called “wrods”"),
        ('[check]\nignore = ["pears"]\n', "edcheck.toml:2:11: no rule and no family is called “pears”"),
        ('[rules."words/quite"]\nseverity = "error"\n', "edcheck.toml:1:1: no rule and no family is called"),
        ("[rules.words]\nlimit = 3\n", "edcheck.toml:1:1: “words” is a family: options belong to a single rule"),
        (
            '[rules."pairs/loud"]\nleast = 3\n',
            "edcheck.toml:2:1: pairs/loud has no option “least”; did you mean “least-count”?",
        ),
        (
            '[rules."words/quiet"]\nsevrity = "error"\n',
            "edcheck.toml:2:1: words/quiet has no option “sevrity”; did you mean “severity”?",
        ),
        ('[rules."words/quiet"]\nlimit = 3\n', "edcheck.toml:2:1: words/quiet has no option “limit”; it has none"),
        (
            '[rules."pairs/loud"]\nleast-count = "three"\n',
            "edcheck.toml:2:15: pairs/loud: least-count must be a whole number",
        ),
        (
            '[files.encodings]\n"*.htm" = "rot13"\n',
            'edcheck.toml:2:11: files.encodings."*.htm": “rot13” is no enc',
        ),
        ('[files.encodings]\n"*.htm" = "utf-99"\n', 'edcheck.toml:2:11: files.encodings."*.htm": “utf-99” is no'),
        ("[check\n", "edcheck.toml:1:7: not TOML: expected ']'"),
        ("title =", "edcheck.toml:1:8: not TOML: invalid value"),
        ("a = " + "[" * 2000, "edcheck.toml: lists or tables are nested too deeply"),
    ],
)
def test_a_mistake_is_shown_where_it_is(tmp_path: Path, text: str, expected: str) -> None:
    assert complaint(tmp_path, text).startswith(expected)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    lines = complaint(tmp_path, "[check]\nfail_on = 'error'\n[edition]\ntitle = 1\nlanguage = 2\n").split("\n")
    assert [line.split(":")[1] for line in lines] == ["2", "4", "5"]


def test_a_file_that_is_no_settings_file(tmp_path: Path) -> None:
    file = tmp_path / "edcheck.toml"
    with pytest.raises(ConfigError, match="settings cannot be read: No such file"):
        load(str(file))
    file.write_bytes(b"title = '\xff'")
    with pytest.raises(ConfigError, match=r"not UTF-8 \(byte 10\)"):
        load(str(file))
    file.write_bytes(b"#" * (5 << 20))
    with pytest.raises(ConfigError, match="larger than 4 MB"):
        load(str(file))


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert load(written(tmp_path, "\ufeff[edition]\ntitle = 'x'\n")).edition.title == "x"


def test_settings_are_found_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    text = inner / "letter.txt"
    text.write_text("Dear friend,")
    project = written(tmp_path, '[tool.edcheck.edition]\ntitle = "project"\n', "pyproject.toml")
    assert find(str(text)) == project
    assert load(project).edition.title == "project"
    own = written(tmp_path, '[edition]\ntitle = "own"\n')
    assert find(str(inner)) == own
    written(tmp_path / "a", '[tool.other]\nname = "edcheck"\n', "pyproject.toml")
    assert find(str(text)) == own, "a pyproject.toml that does not mention edcheck is passed over"


def test_pyproject_mistakes_have_their_place_too(tmp_path: Path) -> None:
    file = written(tmp_path, "[tool.edcheck.edition]\ntitel = 'x'\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject.toml:2:1: unknown key “titel” in \[edition\]"):
        load(file)


def test_a_settings_file_that_is_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    file = tmp_path / "edcheck.toml"
    file.symlink_to("gone")
    assert find(str(tmp_path)) == str(file)
    with pytest.raises(ConfigError, match="No such file"):
        load(str(file))


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "deep/down/a.txt", True),
        ("*.txt", "a.txt.html", False),
        ("drafts", "drafts/a.txt", True),
        ("drafts/", "vol/drafts/x/a.txt", True),
        ("vol/*.txt", "vol/a.txt", True),
        ("vol/*.txt", "vol/x/a.txt", False),
        ("vol/**/*.txt", "vol/x/y/a.txt", True),
        ("vol/**/*.txt", "vol/a.txt", True),
        ("vol/**", "vol/a/b", True),
        ("./vol/a?.txt", "vol/a1.txt", True),
        ("vol/a[0-3].txt", "vol/a2.txt", True),
        ("vol/a[!0-3].txt", "vol/a2.txt", False),
        ("vol/a[.txt", "vol/a[.txt", True),
        ("a.b", "axb", False),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert matches(glob, path) is expected


keys = st.one_of(
    st.text("abc-_1", min_size=1, max_size=4),
    st.sampled_from(['"a.b"', '"x = [1]"', "'lit # eral'", '"q\\"uote"', '"ü"']),
)
scalars = st.sampled_from(
    [
        "1",
        "true",
        "-1.5e3",
        "1871-03-07",
        "1871-03-07 10:00:00",
        '"a]b # c"',
        "'it, is'",
        '"""two\nlines "" and \\""""',
        "'''x\n]'''",
        '""',
    ]
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[ # note ]\n " + " ,\n".join(items) + "\n]"),
        st.lists(st.tuples(keys, inner), max_size=3, unique_by=lambda pair: pair[0]).map(
            lambda pairs: "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"
        ),
    ),
    max_leaves=6,
)
lines = st.one_of(
    st.tuples(keys, values).map(lambda pair: f"{pair[0]} = {pair[1]}  # why"),
    st.tuples(keys, keys, values).map(lambda parts: f"{parts[0]} . {parts[1]}={parts[2]}"),
    keys.map(lambda key: f"[{key}]"),
    st.tuples(keys, keys).map(lambda pair: f"[ {pair[0]} . {pair[1]} ]"),
    keys.map(lambda key: f"[[{key}]]"),
    st.tuples(keys, keys).map(lambda pair: f"[[{pair[0]}.{pair[1]}]]"),
    st.just("# [a]"),
)


def all_paths(data: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from all_paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from all_paths(value, (*path, index))


@given(st.lists(lines, max_size=6))
def test_every_key_and_item_has_a_place(parts: list[str]) -> None:
    text = "\n".join(parts)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = places(text)
    assert set(all_paths(data)) == set(found)
    for path, place in found.items():
        if isinstance(path[-1], str) and text[place.key] not in "[\"'":
            assert text.startswith(path[-1], place.key)


@given(st.text("ab[]{}=\"'\\\n.,# 1", max_size=40))
def test_places_ends_on_any_text(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(places(text)) is not None


def test_the_settings_have_a_json_schema() -> None:
    schema = settings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    data = tomllib.loads(FULL)
    data["edition"]["period"]["start"] = data["edition"]["period"]["start"].isoformat()
    data["edition"]["julian-until"] = data["edition"]["julian-until"].isoformat()
    data["edition"]["serials"][0]["issues"] = {"12": "1871-03-07"}
    data["edition"]["serials"][0]["weekdays"] = ["Saturday"]
    jsonschema.validate(data, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"edition": {"titel": "x"}}, schema)


def test_pydantic_is_not_imported_without_a_settings_file() -> None:
    code = "import sys, edcheck.settings as s, edcheck.runner; s.Settings(); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
