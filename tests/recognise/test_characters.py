"""The census of characters holds what a look at every character would find, and words of two scripts are told."""

import pytest

from edcheck.engine import understand
from edcheck.model import WordCensus
from edcheck.recognise.characters import CharacterCensus, characters_of, places_of
from edcheck.recognise.vocabulary.scripts import may_mix, mixed_words
from edcheck.text import Extent, Source

PLAIN = {chr(code) for code in range(0x20, 0x7F)} | {"\t", "\n", "\r"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The harbour\tis\r\nshut.",
        "The bell\x07, the page\x0c, a rub-out\x7f and a null\0.",
        "Le café – „Öl“, \u200b\ufeff£5 à l’Île…",
        "A word мир, a word λόγος, 千里, \U0001f600, \ue001 and \U0010fffd.",
        "lone \ud800 surrogates \udfff",
    ],
)
def test_a_latin_text_is_counted_whole(text: str) -> None:
    census = CharacterCensus.of(f"{text} The harbour is shut, and nobody knows why, or until when it will be.")
    assert census.distinct == set(text) - PLAIN
    assert not census.foreign


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Гавань «закрыта» — лоцман\xa0№ 5", "«»—№\xa0"),
        ("Въ гавани мiръ и миръ, вѣра, ѳита\u200b\u0301", "ѣѳ\u200b\u0301"),
        ("Ο λιμήν ἐστι\u037e \U0001f600 \x07", "ἐ\u037e\U0001f600\x07"),
        ("Гавань \ue001\uf0b7 \U0010fffd \ufeff…", "\ue001\uf0b7\U0010fffd\ufeff…"),
    ],
)
def test_a_text_in_another_script_is_counted_without_its_usual_letters(text: str, expected: str) -> None:
    census = CharacterCensus.of(text * 3)
    assert census.foreign
    assert census.distinct == set(expected)


def test_a_range_of_characters() -> None:
    assert CharacterCensus.of("é\x01\x1f\x7f–").between("\0", "\x1f") == ["\x01", "\x1f"]


def test_the_census_is_taken_once() -> None:
    document = understand(Source.from_text("Le café"))
    assert characters_of(document) is characters_of(document)


def test_places_of_several_characters_are_in_order() -> None:
    assert places_of("a–b…c–", "…–") == [Extent(1, 2), Extent(3, 4), Extent(5, 6)]


@pytest.mark.parametrize(
    ("text", "mixes"),
    [
        ("The harbоur", True),
        ("гaвань", True),
        ("γaμμα", True),
        ("The мир is", False),
        ("café мир", False),
        ("é", False),
    ],
)
def test_letters_of_two_scripts_side_by_side(text: str, mixes: bool) -> None:
    assert may_mix(text) is mixes
    assert bool(list(mixed_words(WordCensus.of(text)))) is mixes


@pytest.mark.parametrize(
    ("word", "script", "sure", "likely"),
    [
        ("harbоur", "Latin", "harbour", "harbour"),
        ("гaвань", "Cyrillic", "гавань", "гавань"),
        ("гaвань", "Latin", None, None),
        ("Ленuн", "Cyrillic", None, "Ленин"),
        ("νorth", "Latin", None, "vorth"),
        ("ХIХ", "Latin", "XIX", "XIX"),
        ("πóλη", "Greek", "πόλη", "πόλη"),
        ("SMSка", "Latin", None, None),
    ],
)
def test_what_a_mixed_word_was(word: str, script: str, sure: str | None, likely: str | None) -> None:
    (mixed,) = mixed_words(WordCensus.of(word))
    assert mixed.reading(script) == sure  # type: ignore[arg-type]
    assert mixed.reading(script, sure=False) == likely  # type: ignore[arg-type]
