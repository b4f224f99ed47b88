"""Edits between spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.recognise.vocabulary.likeness import confusable, difference, distance, letters, one_edit

WORDS = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("first", "second", "edits"),
    [
        ("Marlen", "Marlen", 0),
        ("Marlan", "Marlen", 1),
        ("Marlen", "Malren", 1),
        ("Brenel", "Brennel", 1),
        ("Sorthakov", "Sorzhokov", 2),
        ("Marlen", "Orlow", 3),
        ("Abcdef", "Ghijkl", 3),
    ],
)
def test_distance_counts_edits_up_to_the_limit(first: str, second: str, edits: int) -> None:
    assert distance(first, second) == edits


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_agrees_with_one_edit(first: str, second: str) -> None:
    assert distance(first, second) == distance(second, first)
    assert one_edit(first, second) == (distance(first, second, 1) == 1)


@given(WORDS, WORDS)
def test_what_differs_and_what_is_common_make_the_word_again(first: str, second: str) -> None:
    one, other = difference(first, second)
    assert first.replace(one, other, 1) == second or len(first) - len(one) == len(second) - len(other)
    assert (one, other) == ("", "") or first != second


@pytest.mark.parametrize(
    ("first", "second"), [("Morelian", "Morclian"), ("Bamstow", "Barnstow"), ("Gordow", "Cordow")]
)
def test_shapes_that_scanners_confuse(first: str, second: str) -> None:
    assert confusable(first, second)
    assert confusable(second, first)


def test_other_letters_are_not_confusable() -> None:
    assert not confusable("Kammer", "Jammer")


def test_letters_leave_out_punctuation_and_case() -> None:
    assert letters("Mess.N.P.by.C.D.") == letters("Mess. N.P. by C.D.") == "messnpbycd"
