"""What the notes of an ordered list are called: the list counts them, and nothing is printed in the source.

If a note is lost, the list closes up and all later items bear another number than their references show. So an
item's number is corrected by the difference that it and its neighbours have in common; a difference of one item
alone is a slip of its reference. Two neighbours that were exchanged bear each other's numbers.
"""

from collections.abc import Sequence


def called_numbers(ordinals: Sequence[int], callers: Sequence[Sequence[int]]) -> list[int]:
    """The numbers of the items, given those that the list sets and those that the references of each show."""
    shifts = [{value - ordinal for value in values} for ordinal, values in zip(ordinals, callers, strict=True)]
    following: list[set[int]] = []
    last: set[int] = set()
    for found in reversed(shifts):
        following.append(last)
        last = found or last
    following.reverse()
    numbers: list[int] = []
    shift = 0
    for ordinal, own, after in zip(ordinals, shifts, following, strict=True):
        common = own & after
        if own and shift not in own and common:
            shift = min(common, key=abs)
        numbers.append(ordinal + shift)
    for index in range(len(numbers) - 1):
        first, second = numbers[index : index + 2]
        if list(callers[index]) == [second] and list(callers[index + 1]) == [first]:
            numbers[index : index + 2] = second, first
    return numbers
