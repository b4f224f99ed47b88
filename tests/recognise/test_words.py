"""The census of words, places of words and phrases, and the laws of the rules about words."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.model import Edition, Finding, Names, Serial, WordCensus
from edcheck.recognise.vocabulary.names import near_pairs, shared_company
from edcheck.recognise.vocabulary.places import Finder, phrases, places, word_after, word_before
from edcheck.rules.words import RULES
from edcheck.ruleset import RuleSet
from edcheck.testing import apply_first_fixes
from edcheck.text import Source

WORDS = RuleSet(RULES)
PLAIN = Edition()


def findings(text: str, edition: Edition = PLAIN, format: str = "plain") -> list[Finding]:
    result = check(understand(Source.from_text(text, "page"), edition, format), WORDS)
    assert not result.problems
    return result.findings


def test_the_census_counts_words_as_they_are_written() -> None:
    census = WordCensus.of("The Anglo-Danish pact—the pact of “Marlen” -- and d’Orlow's, in 1921.\xa0The end")
    assert census.counts["The"] == 2
    assert census.counts["pact"] == 2
    assert census.counts["Marlen"] == census.counts["Orlow"] == 1
    assert census.compounds == ["Anglo-Danish"]
    assert census.mixed == ["Anglo-Danish", "1921"]
    assert census.names == ["The", "Marlen", "Orlow"]


@given(st.text("aB-é–\n ", max_size=60), st.integers(0, 30))
@example("a ", 100)
@example("a\n", 100)
def test_words_are_counted_and_seen_twice_however_long_the_text_is(text: str, times: int) -> None:
    text *= times**2
    words = re.sub("[– ]|--", " ", text).split()
    census = WordCensus.of(text)
    assert census.counts == Counter(words)
    assert [word for word, _ in census.repeated] == [first for first, second in pairwise(words) if first == second]
    assert all(word in text[slice(*place)] for word, place in census.repeated)


@given(st.text())
def test_the_census_takes_any_text(text: str) -> None:
    census = WordCensus.of(text)
    assert all(count > 0 for count in census.counts.values())


@given(st.text("ab -_\n.", max_size=60))
def test_places_are_whole_words_and_a_phrase_of_one_word_has_the_same(text: str) -> None:
    found = list(places(text, "ab"))
    assert all(text[at.start : at.end] == "ab" for at in found)
    assert all(not text[at.start - 1 : at.start].isalnum() for at in found)
    assert list(phrases(text, found, ())) == found
    assert list(places(text, "ab", 20, 40)) == [at for at in found if 20 <= at.start < 40]


@given(st.text("abAB -_\n.é", max_size=60))
def test_many_words_are_found_where_each_is_found(text: str) -> None:
    words = ["a", "b", "ab", "ba", "aa", "bb", "A", "B", "AB", "aé", "a-b"]
    together = Finder(text, words)
    assert [together.places(word) for word in words] == [list(places(text, word)) for word in words]


def test_a_phrase_may_cross_lines_and_nothing_else() -> None:
    text = "North Quay, North\r\n  Quay, North, Quay, North-Quay, North Quays, North  Quay"
    assert [text[at.start : at.end] for at in phrases(text, places(text, "North"), ("Quay",))] == [
        "North Quay",
        "North\r\n  Quay",
        "North  Quay",
    ]


def test_neighbours_stand_beside_white_space_only() -> None:
    text = "Mr. Orlow spoke, then (Marlen) left"
    assert word_before(text, 4) == "Mr"
    assert word_after(text, 9) == "spoke"
    assert word_after(text, 15) == ""
    assert word_before(text, text.index("Marlen")) == ""
    assert word_before(text, 0) == word_after(text, len(text)) == ""


NAME = "Sorbenko"
SENTENCES = (
    "General {} Division moved north. ",
    "The staff of {} Division slept. ",
    "At dusk {} Division crossed the river. ",
    "Nobody in {} Division complained. ",
    "Later {} Division was praised. ",
)


@settings(max_examples=80)
@given(st.integers(0, 4), st.integers(1, 6), st.sampled_from("bcdfghjklmnpqrstvwz"))
def test_a_slip_in_a_frequent_name_is_one_finding_at_its_place(which: int, at: int, letter: str) -> None:
    slip = NAME[:at] + letter + NAME[at + 1 :]
    text = "".join(sentence.format(slip if i == which else NAME) for i, sentence in enumerate(SENTENCES)).strip()
    found = findings(text)
    if slip == NAME:
        assert found == []
    else:
        (finding,) = found
        assert (finding.rule, finding.location.quote) == ("words/near-duplicate-name", slip)
        assert apply_first_fixes(text, found).count(NAME) == len(SENTENCES)


@pytest.mark.parametrize("suffix", ["s", "n", "a", "sk", "ian", "an"])
def test_inflected_names_are_left_alone(suffix: str) -> None:
    text = "".join(sentence.format("Marlen") for sentence in SENTENCES)
    assert findings(text + f"The Marlen{suffix} Division slept.") == []


def test_pairs_without_common_company_are_no_findings() -> None:
    text = "Barton sat. Barton rose. Then Barton left. A certain Burton saw him."
    census = WordCensus.of(text)
    assert list(near_pairs(census)) == [("Burton", "Barton")]
    assert shared_company(text, census.counts, list(places(text, "Burton")), list(places(text, "Barton"))) is None


def test_a_far_more_frequent_name_needs_no_company() -> None:
    text = "".join(f"{word}, Garrow; " for word in ("one", "two", "three", "four", "five") * 6)
    (found,) = findings(text + "eight, Carrow.")
    assert found.location.quote == "Carrow"
    assert found.confidence < 0.9


def test_names_that_the_editors_list_are_never_suspect() -> None:
    text = "".join(sentence.format(NAME) for sentence in SENTENCES) + "Yet Sorbanko Division fled."
    assert len(findings(text)) == 1
    assert findings(text, Edition(names=Names(accepted=("Sorbanko",)))) == []
    assert findings(text, Edition(names=Names(variants=(("Sorbanko", NAME),)))) == []
    assert findings(text, Edition(names=Names(known=("Sorbanko", NAME)))) == []


def test_a_misspelt_newspaper_is_left_to_the_rules_on_citations() -> None:
    edition = Edition(names=Names(known=("Northports",)), serials=(Serial("Mess. Northports"),))
    assert findings("Published in Mess. Nortbports, March 9, 1921.", edition) == []


@pytest.mark.parametrize("word", ["the", "station", "zu", "abord"])
@pytest.mark.parametrize("gap", [" ", "\n", "\r\n"])
def test_a_doubled_word_is_one_finding_and_its_fix_deletes_the_second(word: str, gap: str) -> None:
    text = f"They came to {word}{gap}{word} and stayed there for a long while, as was their habit in those days."
    found = findings(text)
    assert [finding.location.quote for finding in found] == [f"{word}{gap}{word}"]
    assert apply_first_fixes(text, found) == text.replace(f"{word}{gap}{word}", word)


def test_a_doubled_word_across_markup_keeps_the_markup() -> None:
    text = "<p>They came to the <i>the</i> station.</p>"
    found = findings(text, format="html")
    assert apply_first_fixes(text, found) == "<p>They came to the<i></i> station.</p>"


def test_two_paragraphs_may_end_and_begin_alike() -> None:
    assert findings("<p>He said so</p><p>so it was.</p>", format="html") == []


@pytest.mark.parametrize(
    "token",
    [
        "1st",
        "2nd",
        "3d",
        "11th",
        "8vo",
        "12mo",
        "7bre",
        "H2O",
        "A1",
        "1920s",
        "5km",
        "100l",
        "1er",
        "30ft",
        "B52",
        "MP3",
    ],
)
def test_figures_with_letters_that_are_meant(token: str) -> None:
    assert findings(f"The {token} was seen by all of them.") == []


@pytest.mark.parametrize(
    ("token", "reading"),
    [
        ("w1th", "with"),
        ("t0wards", "towards"),
        ("l918", "1918"),
        ("1O5", "105"),
        ("sha11", "shall"),
        ("186O", "1860"),
    ],
)
def test_confused_letters_and_digits(token: str, reading: str) -> None:
    (found,) = findings(f"We go towards Arlow, {token} of them, and towards home.")
    assert (found.severity, found.fixes[0].edits[0].new) == ("error", reading)


def test_even_forms_are_one_remark_for_the_document() -> None:
    text = "A co-operative and a cooperative; a news-paper, a newspaper. Our co-operative! Their newspaper."
    (found,) = findings(text)
    assert found.severity == "information"
    assert "co-operative" in found.evidence[0]
    assert "newspaper" in found.evidence[1]


def test_the_rare_form_is_mended_wherever_it_stands() -> None:
    frequent = "Anglo-Danish trade. " * 6
    text = frequent + "Anglo Danish ships. Anglo Danish crews."
    found = findings(text)
    assert len(found) == 1
    assert next(place.quote for place in found[0].related) == "Anglo Danish"
    assert apply_first_fixes(text, found) == frequent + "Anglo-Danish ships. Anglo-Danish crews."


def test_occurrences_of_a_list_are_those_of_its_words_together() -> None:
    census = WordCensus.of("The pier, the quay and the mole; the Pier.")
    assert census.occurrences(("the", "pier", "barge")) == 4
    assert census.occurrences(("barge",)) == 0
    assert "barge" not in census.counts
