"""Labels for notes that print none: that of the reference that names the note, or the next that one waits for."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from edcheck.recognise.notes.listed import called_numbers


def lend_labels(
    own: Sequence[str], calls: Sequence[str], reached: Sequence[list[int]], listed: Collection[int]
) -> list[str]:
    """The notes' labels as texts, in the notes' order; still empty where no reference shows any.

    `own` are the labels that notes print, `calls` those that references print, `reached` the notes that each
    reference names; `listed` are the notes whose labels are counted by the list in which they stand.
    """
    by_call: dict[int, str] = {}
    for label, found in zip(calls, reached, strict=True):
        for note in found[:1]:
            by_call.setdefault(note, label)
    waiting = set(calls) - set(own) - set(by_call.values())
    counted = _counted(own, calls, reached, listed) if listed else {}
    labels: list[str] = []
    for number, label in enumerate(own):
        before = labels[-1] if labels else ""
        following = str(int(before) + 1) if before.isdecimal() else ""
        lent = by_call.get(number, "") or (following if following in waiting else "")
        labels.append(counted.get(number, label) or lent)
    return labels


def _counted(
    own: Sequence[str], calls: Sequence[str], reached: Sequence[list[int]], listed: Collection[int]
) -> dict[int, str]:
    """The labels of items of ordered lists."""
    items = sorted(listed)
    callers: defaultdict[int, list[int]] = defaultdict(list)
    for label, found in zip(calls, reached, strict=True):
        for note in found:
            if label.isdecimal():
                callers[note].append(int(label))
    numbers = called_numbers([int(own[item]) for item in items], [callers[item] for item in items])
    return {item: str(number) for item, number in zip(items, numbers, strict=True)}
