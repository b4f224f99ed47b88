"""Passages: what the markup says of the text, and that rules are silent where it says that a slip is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.model import Passage
from edcheck.model.markup import PassageKind
from edcheck.model.passages import PassageIndex
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Extent, Source, Span

KINDS: tuple[PassageKind, ...] = ("sic", "original", "quote")


def rules_that_speak(inner: str) -> list[str]:
    text = f"<TEI><text><body>{inner}</body></text></TEI>"
    document = understand(Source.from_text(text, "a.xml"))
    return [finding.rule for finding in check(document, RuleSet(BUILT_IN)).findings]


SLIPS = ["the rain on the the hills", "on 31 April 1801", "the bar0n of Wick"]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_unless_the_edition_keeps_it(slip: str) -> None:
    assert rules_that_speak(f"<p>There was {slip}, they say.</p>")
    assert not rules_that_speak(f"<p>There was <sic>{slip}</sic>, they say.</p>")
    assert not rules_that_speak(f"<p>There was <orig>{slip}</orig>, they say.</p>")
    assert not rules_that_speak(f"<p>There was <choice><sic>{slip}</sic><corr>rain</corr></choice>, they say.</p>")


def test_a_correction_is_judged() -> None:
    assert rules_that_speak("<p>On <choice><sic>1801</sic><corr>31 April 1801</corr></choice> it rained.</p>")


def test_faults_of_the_markup_are_told_everywhere() -> None:
    assert rules_that_speak("<p>There was <sic>ra<hi>in</sic>, they say.</p>") == ["structure/not-well-formed"]


@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 8)), max_size=8),
    st.integers(0, 30),
    st.integers(1, 6),
    st.sets(st.sampled_from(KINDS)),
)
def test_a_passage_is_found_where_any_character_lies_in_it(
    passages: list[tuple[PassageKind, int, int]], start: int, length: int, kinds: set[PassageKind]
) -> None:
    index = PassageIndex([Passage(kind, Extent(at, at + size), Span(0, 0)) for kind, at, size in passages])
    covered = {place for kind, at, size in passages if kind in kinds for place in range(at, at + size)}
    expected = not covered.isdisjoint(range(start, start + length))
    assert index.touches(Extent(start, start + length), kinds) == expected
