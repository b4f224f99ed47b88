"""Notes without links: runs of numbers at the heads of blocks that the text before calls by these numbers."""

from bisect import bisect_left
from collections import Counter, defaultdict

from edcheck.model import Document
from edcheck.recognise.notes.heads import is_note_heading
from edcheck.recognise.notes.marker import Marker

_RUN_GAP = 4
_CALLED_SHARE = 0.5
_SHORT_RUN = 3
"""Heads of a run up to which a single call makes them notes."""
_CALLING = ("bracket", "enclosed", "superscript")
"""Shapes in which a text without links calls its notes."""


def find_called_runs(document: Document, markers: list[Marker]) -> list[Marker]:
    """Runs of block heads whose labels are called from the text before them.

    The shape that answers most calls, and has fewest heads besides, comes first and uses its calls up, so that
    the numbered paragraphs and lists of a text with notes are not taken for a second set of notes.
    """
    calls: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for marker in markers:
        if not marker.heads_block and marker.shape in _CALLING:
            calls[_key(marker)].append(marker.extent.start)
    shapes: defaultdict[tuple[str, str, str], list[Marker]] = defaultdict(list)
    for marker in markers:
        if marker.heads_block and not document.in_zone(marker.extent, "boilerplate", "contents", "code"):
            shapes[marker.shape, marker.label.kind, marker.star].append(marker)
    found: list[Marker] = []
    for group in sorted(shapes.values(), key=lambda group: -_answers(calls, group)):
        numbered = {_key(marker) for marker in found}
        for run in reversed(_runs(group)):
            if sum(_key(marker) in numbered for marker in run) > len(run) / 2:
                continue
            called = [marker for marker in run if _called(calls, marker)]
            if _under_heading(document, run[0]) or _is_called(run, called, calls):
                found += run
                for marker in called:
                    places = calls[_key(marker)]
                    before = bisect_left(places, marker.extent.start)
                    del places[max(before - 1, 0) : before]
    return found


def _is_called(
    run: list[Marker], called: list[Marker], calls: defaultdict[tuple[str, str, str], list[int]]
) -> bool:
    """Whether half of a run is called, or half of the calls in its range are answered by it."""
    if not called:
        return False
    low, high = min(m.label.value or 0 for m in run), max(m.label.value or 0 for m in run)
    kind, star = run[0].label.kind, run[0].star
    waiting = {key for key, places in calls.items() if places and key[:2] == (kind, star) and key[2].isdigit()}
    in_range = [key for key in waiting if low <= int(key[2]) <= high + 1]
    if len(called) == 1 and len(run) > _SHORT_RUN:
        return False
    return len(called) >= _CALLED_SHARE * min(len(run), len(in_range) or len(run))


def _answers(calls: defaultdict[tuple[str, str, str], list[int]], group: list[Marker]) -> float:
    """How many calls the heads of one shape answer, each call once, times the share of the heads that do."""
    waiting = Counter({key: len(places) for key, places in calls.items()})
    called = Counter(_key(marker) for marker in group if _called(calls, marker))
    return (waiting & called).total() ** 2 / len(group)


def _key(marker: Marker) -> tuple[str, str, str]:
    return marker.label.kind, marker.star, marker.label.text


def _called(calls: defaultdict[tuple[str, str, str], list[int]], marker: Marker) -> bool:
    places = calls.get(_key(marker), [])
    return bool(places) and places[0] < marker.extent.start


def _runs(markers: list[Marker]) -> list[list[Marker]]:
    """Cut a sequence of heads where the count does not go on; one odd number inside a run is a slip."""
    values = [marker.label.value or 0 for marker in markers]
    runs: list[list[Marker]] = []
    before = -_RUN_GAP * 2
    for index, (marker, value) in enumerate(zip(markers, values, strict=True)):
        following = values[index + 1] if index + 1 < len(values) else None
        goes_on = before <= value <= before + _RUN_GAP
        slip = following is not None and before < following <= before + _RUN_GAP
        if runs and (goes_on or slip):
            runs[-1].append(marker)
            before = value if goes_on else before + 1
        else:
            runs.append([marker])
            before = value
    return _with_odd_ends(runs)


def _with_odd_ends(runs: list[list[Marker]]) -> list[list[Marker]]:
    """Join a single head to the run that it begins or ends, where they stand together and no count starts at 1."""
    joined: list[list[Marker]] = []
    for run in runs:
        last = joined[-1] if joined else []
        together = last and run[0].block - last[-1].block == 1 and run[0].label.value != 1
        if together and min(len(last), len(run)) == 1 < max(len(last), len(run)):
            last += run
        else:
            joined.append(run)
    return joined


def _under_heading(document: Document, marker: Marker) -> bool:
    """Whether the block before is a heading such as `NOTES`."""
    return marker.block > 0 and is_note_heading(document, document.blocks[marker.block - 1])
