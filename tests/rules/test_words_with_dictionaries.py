"""What the word lists of the extra `dictionaries` add, with lists of a few words in their place."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from edcheck.engine import understand
from edcheck.errors import ConfigError
from edcheck.model import Draft, Edition
from edcheck.recognise.vocabulary import dictionaries
from edcheck.rule import NoOptions, Rule
from edcheck.rules.words import digit_in_word, scanno
from edcheck.settings import load
from edcheck.text import Source

LISTED = {"harbour", "lantern", "pilot", "keeper"}
TEXT = (
    "The harbour was the pride of the town, and that was the harbour of it, with all that was in it. "
    "The harbour froze. A harhour thawed, and a jarnhour sang. The lante1n was lit."
)


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def frequency(word: str, language: str) -> float:
        return 4.0 if word in LISTED else 0.0

    dictionaries.known.cache_clear()
    monkeypatch.setattr(dictionaries, "_lists", lambda: SimpleNamespace(zipf_frequency=frequency))
    yield
    dictionaries.known.cache_clear()


def drafts(rule: Rule, asked: bool) -> list[Draft]:
    document = understand(Source.from_text(TEXT), Edition(dictionaries=asked))
    return list(rule.check(document, NoOptions()))


@pytest.mark.usefixtures("lists")
def test_an_unknown_word_that_a_scanner_makes_of_a_frequent_one_is_found() -> None:
    (found,) = drafts(scanno.rule, asked=True)
    assert found.data == {"form": "harhour", "word": "harbour"}
    assert found.evidence == ("“harbour” stands 3 times, “harhour” once",)


@pytest.mark.usefixtures("lists")
def test_the_lists_are_asked_only_where_the_settings_say_so() -> None:
    assert drafts(scanno.rule, asked=False) == []


@pytest.mark.usefixtures("lists")
def test_a_guessed_word_gains_or_loses_by_the_list() -> None:
    (unasked,), (asked,) = drafts(digit_in_word.rule, asked=False), drafts(digit_in_word.rule, asked=True)
    assert unasked.data["reading"] == asked.data["reading"]
    assert unasked.confidence == 0.85
    assert asked.confidence == (0.95 if asked.data["reading"] in LISTED else 0.7)


def test_a_language_without_a_list_says_nothing() -> None:
    assert dictionaries.known("harbour", "la") is None


def test_settings_that_ask_for_lists_which_are_not_there_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "edcheck.toml"
    file.write_text("[edition]\ndictionaries = true\n", encoding="utf-8")
    monkeypatch.setattr("edcheck.settings.schema.installed", lambda: False)
    with pytest.raises(ConfigError, match=r"edcheck\[dictionaries\]"):
        load(str(file))
    monkeypatch.setattr("edcheck.settings.schema.installed", lambda: True)
    assert load(str(file)).edition.dictionaries
