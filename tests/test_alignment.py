"""The laws of the alignment: minimal, complete, linear in the sound parts, exact on a single slip."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.recognise.alignment import (
    MISSING,
    Explanation,
    Key,
    _Grid,
    align,
    anchors,
    label_distance,
    wrong_side,
)


def keys(*values: int) -> list[Key]:
    return [Key(value) for value in values]


def full_cost(references: list[Key], notes: list[Key]) -> float:
    """The cost of the cheapest explanation, by filling the whole grid without anchors."""
    grid = _Grid(references, notes, frozenset(), lambda i, j: False)
    return sum(step.cost for step in grid.window(0, len(references), 0, len(notes)))


def edits(explanation: Explanation) -> list[str]:
    return [step.edit for step in explanation.steps if step.cost]


def test_founding_case() -> None:
    references, notes = keys(73, 74, 75, 76, 78), keys(73, 74, 75, 76, 77, 77)
    explanation = align(references, notes, frozenset({4}))
    assert edits(explanation) == ["relabel"]
    assert explanation.cost == pytest.approx(1.0)
    assert wrong_side(references, notes, explanation.pairs, 4, 73)[0] == "note"


labels = st.lists(st.integers(1, 12).map(Key), max_size=9)


@given(labels, labels)
def test_every_label_is_explained_once_and_in_order(references: list[Key], notes: list[Key]) -> None:
    steps = align(references, notes).steps
    assert [s.reference for s in steps if s.reference is not None] == list(range(len(references)))
    assert [s.note for s in steps if s.note is not None] == list(range(len(notes)))


@given(labels, labels)
def test_anchors_increase_on_both_sides_and_agree(references: list[Key], notes: list[Key]) -> None:
    chain = anchors(references, notes)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(chain))
    assert all(references[i] == notes[j] for i, j in chain)


@given(labels)
def test_a_sound_edition_costs_nothing(sequence: list[Key]) -> None:
    sound = sorted(set(sequence))
    assert align(sound, sound).cost == 0


@st.composite
def slipped(draw: st.DrawFn) -> tuple[list[Key], list[Key], str, int, Key]:
    """A sound edition in which one label, on one side, has become another."""
    first, size = draw(st.integers(1, 90)), draw(st.integers(4, 60))
    references = [Key(first + n) for n in range(size)]
    notes = list(references)
    side, at = draw(st.sampled_from(["note", "reference"])), draw(st.integers(1, size - 2))
    right = references[at]
    text = str(right.value)
    place = draw(st.integers(0, len(text) - 1))
    digits = "0123456789" if place else "123456789"
    digit = draw(st.sampled_from([d for d in digits if d != text[place]]))
    wrong = Key(int(text[:place] + digit + text[place + 1 :]))
    (notes if side == "note" else references)[at] = wrong
    return references, notes, side, at, right


@given(slipped())
@settings(max_examples=400)
def test_one_wrong_digit_is_one_relabelling_of_the_wrong_side(
    case: tuple[list[Key], list[Key], str, int, Key],
) -> None:
    references, notes, side, at, _ = case
    explanation = align(references, notes)
    assert edits(explanation) in (["relabel"], ["relabel", "repeat"], ["repeat", "relabel"])
    step = next(index for index, (i, j) in enumerate(explanation.pairs) if references[i] != notes[j])
    assert explanation.pairs[step] == (at, at)
    assert wrong_side(references, notes, explanation.pairs, step, references[0].value)[0] == side


@given(st.integers(2, 40), st.data())
def test_a_lost_note_and_a_lost_reference_are_losses(size: int, data: st.DataObject) -> None:
    sound = [Key(n) for n in range(1, size + 1)]
    at = data.draw(st.integers(0, size - 1))
    without = sound[:at] + sound[at + 1 :]
    assert edits(align(sound, without)) == ["missing-note"]
    assert edits(align(without, sound)) == ["missing-reference"]


@given(st.integers(3, 30), st.integers(0, 2), st.integers(0, 10**9))
@settings(max_examples=200)
def test_anchors_cost_nothing_in_minimality(size: int, faults: int, seed: int) -> None:
    """With few faults the windows between anchors give the same cost as the whole grid."""
    rng = random.Random(seed)
    references = [Key(n) for n in range(1, size + 1)]
    notes = list(references)
    for _ in range(faults):
        side = rng.choice([references, notes])
        at = rng.randrange(len(side))
        if rng.random() < 0.5 and len(side) > 2:
            del side[at]
        else:
            side[at] = Key(max(1, side[at].value + rng.choice([-2, 10, 20])))
    assert align(references, notes).cost == pytest.approx(full_cost(references, notes))


def test_distances_are_those_of_slips() -> None:
    assert label_distance(Key(29), Key(20)) == 0
    assert label_distance(Key(34), Key(43)) == 0
    assert label_distance(Key(170), Key(17)) == 0
    assert label_distance(Key(99), Key(100)) == 0
    assert 1 + label_distance(Key(5), Key(1480)) > 2 * MISSING


def test_ten_thousand_notes_with_a_hundred_faults_are_near_linear() -> None:
    """The bound is loose on purpose: filling the grid would take minutes."""
    rng = random.Random(7)
    references = [Key(n) for n in range(1, 10_001)]
    notes = list(references)
    for at in rng.sample(range(10_000), 100):
        notes[at] = Key(notes[at].value + 1000)
    start = time.process_time()
    explanation = align(references, notes)
    assert time.process_time() - start < 20
    assert 95 <= edits(explanation).count("relabel") + edits(explanation).count("missing-note") <= 210


def test_a_window_beyond_bounds_is_matched_in_order() -> None:
    references = keys(*[1, 2] * 400)
    notes = keys(*[2, 1] * 400)
    explanation = align(references, notes)
    assert len(explanation.pairs) >= 799
    assert [s.note for s in explanation.steps if s.note is not None] == list(range(800))
