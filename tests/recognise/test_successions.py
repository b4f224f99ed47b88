"""Successions: a clean run gives nothing, one fault gives one break at its place, in linear time."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.recognise.successions import breaks

RUNS = st.integers(1, 400).flatmap(lambda first: st.integers(5, 40).map(lambda n: list(range(first, first + n))))


def told(values: list[int]) -> list[tuple[str, int, int]]:
    return [(one.kind, one.at, one.expected) for one in breaks(values)]


@given(st.lists(RUNS, max_size=1), st.lists(st.integers(1, 30), max_size=5))
def test_runs_that_begin_anew_have_no_breaks(opening: list[list[int]], lengths: list[int]) -> None:
    values = [number for run in opening for number in run]
    values += [number for length in lengths for number in range(1, length + 1)]
    assert breaks(values) == []


@given(RUNS, st.data())
def test_one_changed_value_is_one_misprint(values: list[int], data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(values) - 2))
    right = values[index]
    values[index] = data.draw(st.integers(1, 500).filter(lambda value: value != right))
    assert told(values) == [("misprint", index, right)]


@given(RUNS, st.data())
def test_one_lost_value_is_one_gap(values: list[int], data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(values) - 2))
    lost = values.pop(index)
    assert told(values) == [("gap", index, lost)]


@given(RUNS, st.data())
def test_one_doubled_value_is_one_repetition(values: list[int], data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(values) - 1))
    values.insert(index, values[index])
    assert [(kind, at) for kind, at, _ in told(values)] == [("repetition", index + 1)]


@given(RUNS, st.data())
def test_two_swapped_values_are_one_exchange(values: list[int], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(values) - 2))
    values[index], values[index + 1] = values[index + 1], values[index]
    assert told(values) == [("exchange", index, values[index + 1])]


@given(st.lists(st.integers(0, 12), max_size=60))
def test_breaks_lie_in_the_values_in_order(values: list[int]) -> None:
    found = breaks(values)
    assert all(values[one.at] == one.value for one in found)
    assert [one.at for one in found] == sorted({one.at for one in found})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 4, 4, 5, 6], [("misprint", 2, 3)]),
        ([1, 2, 3, 1, 5, 6], [("misprint", 3, 4)]),
        ([11, 12, 13, 11, 12, 13, 14], [("leap", 3, 14)]),
        ([7, 8, 9, 30, 31, 32], [("gap", 3, 10)]),
        ([1, 2, 90, 91, 5, 6], [("misprint", 2, 3), ("misprint", 3, 4)]),
        ([90, 2, 3, 4], [("misprint", 0, 1)]),
        ([1, 2, 1848, 3, 4], [("intruder", 2, 3)]),
        ([3, 1, 2, 3], []),
        ([], []),
    ],
)
def test_the_cheapest_reading(values: list[int], expected: list[tuple[str, int, int]]) -> None:
    assert told(values) == expected


@pytest.mark.parametrize("shape", [[5], [9, 3], [1, 1, 4], [8, 2, 6, 1]])
def test_the_work_grows_as_the_numbers_do(shape: list[int]) -> None:
    def lines(count: int) -> int:
        values, run = shape * count, 0

        def on_line(frame: object, event: str, argument: object) -> object:
            nonlocal run
            run += 1
            return on_line

        before = sys.gettrace()
        sys.settrace(on_line)  # type: ignore[arg-type]
        try:
            breaks(values)
        finally:
            sys.settrace(before)
        return run

    assert lines(400) < 5 * lines(100)
