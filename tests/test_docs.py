"""The documents say what is: their settings load, and the files and rules that they name exist."""

import re
from pathlib import Path

import pytest

from edcheck.containers import CONTAINERS
from edcheck.engine import understand
from edcheck.readers import FORMATS as READERS
from edcheck.rules import BUILT_IN
from edcheck.settings import load
from edcheck.settings.schema import settings_schema
from edcheck.text import Source

ROOT = Path(__file__).parent.parent
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", SETTINGS, re.DOTALL)
LISTED = re.findall(r"```\n(# names\.txt.*?)```", SETTINGS, re.DOTALL)


def example(tmp_path: Path) -> Path:
    path = tmp_path / "edcheck.toml"
    path.write_text("\n".join(EXAMPLES), encoding="utf-8")
    (tmp_path / "names.txt").write_text(LISTED[0], encoding="utf-8")
    return path


def test_the_examples_are_one_valid_settings_file(tmp_path: Path) -> None:
    settings = load(str(example(tmp_path)))
    assert settings.edition.numbering == "edition"
    assert settings.fail_on == "warning"
    assert [serial.name for serial in settings.edition.serials] == ["Harbour Gazette", "Tarnmouth Packet"]
    assert settings.edition.serials[0].weekdays == (1, 3, 5)
    assert settings.encoding_of("letters/one.txt") == "cp1252"
    assert settings.edition.names.variants[-1] == ("della Marotta", "Marotta")
    assert settings.ruleset(BUILT_IN).rules


def keys(schema: dict[str, object]) -> set[str]:
    tables = [schema, *schema["$defs"].values()]  # type: ignore[attr-defined]
    return {key for table in tables for key in table.get("properties", {})}


@pytest.mark.parametrize("key", sorted(keys(settings_schema())))
def test_every_key_is_explained_with_an_example(key: str) -> None:
    examples = "\n".join(EXAMPLES)
    assert re.search(rf"^{re.escape(key)} =|\[[^\]\n]*\b{re.escape(key)}\b[^\]\n]*\]", examples, re.MULTILINE)


@pytest.mark.parametrize("module", re.findall(r"^\| \d \| (.*?) \|", ARCHITECTURE, re.MULTILINE))
def test_the_layers_name_what_exists(module: str) -> None:
    for name in re.findall(r"`(.*?)`", module):
        path = ROOT / "src" / "edcheck" / name
        assert path.is_dir() if name.endswith("/") else path.with_suffix(".py").is_file()


@pytest.mark.parametrize(
    ("call", "note"), re.findall(r"^\| [a-z' ]+ \| `(.*?)` \| `(.*?)` \|$", FORMATS, re.MULTILINE)
)
def test_the_shapes_of_notes_are_recognised(call: str, note: str) -> None:
    if note.startswith("<"):
        text, name = f"<p>The {call} froze.</p>\n{note}\n", "page.html"
    else:
        text, name = f"The {call} froze.\n\n{note}\n", "page.txt"
    document = understand(Source.from_text(text, name))
    assert len(document.notes) == len(document.references) == 1
    unpaired = document.series[0].kind == "symbol"
    assert document.alignment.pairs == ([] if unpaired else [(0, 0)])


def test_the_formats_have_a_table_of_shapes() -> None:
    assert len(re.findall(r"^\| .* \| `.*` \| `.*` \|$", FORMATS, re.MULTILINE)) == 10


DATES = re.findall(r"`(.*?)`", FORMATS.partition("## Dates")[2].partition("Four verdicts")[0])


@pytest.mark.parametrize("date", DATES)
def test_the_dates_are_recognised(date: str) -> None:
    document = understand(Source.from_text(f"The harbour froze on {date}, and thawed."))
    assert [document.quote(found.extent) for found in document.dates] == [date.removeprefix("the ")]
    assert document.dates[0].verdict == "valid"


def test_the_formats_and_their_endings_are_those_that_are_read() -> None:
    rows = re.findall(r"^\| `(\w+)`[^|]* \| ((?:`\.\w+` ?)+)", FORMATS, re.MULTILINE)
    said = {name: tuple(re.findall(r"`(\.\w+)`", endings)) for name, endings in rows}
    readers = {name: format.suffixes for name, format in READERS.items() if format.suffixes}
    assert said == readers | {name: kind.suffixes for name, kind in CONTAINERS.items() if kind.suffixes}
