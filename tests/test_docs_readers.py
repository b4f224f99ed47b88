"""The reader that the documents print is a reader: it is taken from the page, and its tests run."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from edcheck.engine import understand
from edcheck.model import Edition, Markup
from edcheck.readers import Format
from edcheck.testing import check_reader
from edcheck.text import Source

PAGE = (Path(__file__).parent.parent / "docs" / "readers.md").read_text(encoding="utf-8")
READER, TESTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
LEDGER = "12 § The pilot left. {Late, as ever.}\n13 § Fog on the the bar.\n"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    (tmp_path / "ledger.py").write_text(READER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield dict(vars(__import__("ledger")))
    sys.modules.pop("ledger")


def test_it_reads(ledger: dict[str, object]) -> None:
    read = ledger["read_ledger"]
    assert callable(read)

    def typed(source: Source, edition: Edition) -> Markup:
        markup = read(source, edition)
        assert isinstance(markup, Markup)
        return markup

    markup = check_reader(typed, Source.from_text(LEDGER))
    assert markup.view.text == "The pilot left. \nFog on the the bar.\n\nLate, as ever.\n"
    assert [markup.view.text[slice(*note.extent)] for note in markup.notes] == ["Late, as ever."]
    assert [note.at for note in markup.notes] == [16]
    assert [block.kind for block in markup.blocks] == ["paragraph"] * 3


def test_its_own_tests_hold(ledger: dict[str, object]) -> None:
    tests: dict[str, object] = {}
    exec(TESTS, tests)
    own = [test for name, test in tests.items() if name.startswith("test_")]
    assert len(own) == 2
    for test in own:
        assert callable(test)
        test()


def test_its_entry_point_is_what_it_defines(ledger: dict[str, object]) -> None:
    (name, entry) = re.findall(r'^(\w+) = "(\w+:\w+)"$', PAGE, re.MULTILINE)[0]
    format = ledger[entry.partition(":")[2]]
    assert isinstance(format, Format)
    assert format.name == name
    assert callable(ledger[format.entry.partition(":")[2]])


def test_what_it_names_is_there() -> None:
    assert understand(Source.from_text(LEDGER)).format == "plain"
    for name in re.findall(r"`edcheck\.([a-z.]+)\.([a-z_]+)`", PAGE):
        module = __import__(f"edcheck.{name[0]}", fromlist=[name[1]])
        assert hasattr(module, name[1])
