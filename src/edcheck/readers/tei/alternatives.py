"""Several encodings of one stretch, `choice` and `app`: one is read, the others are noted beside it.

Of a slip and its correction the correction is read, of an old and a regular form the regular one, of an
abbreviation and its expansion the expansion; of readings the first, which is the lemma. Which one that is must be
known before the first of them comes, so all are looked through beforehand.
"""

from collections.abc import Mapping
from typing import Any

from edcheck.model.markup import PassageKind
from edcheck.readers.tei.elements import PASSAGES, PREFERRED
from edcheck.readers.tei.reading import SKIPPED, Choice, Closer, Reading, Token, beginning
from edcheck.readers.tei.statements import passage
from edcheck.readers.tei.tags import Tag

_OUTER = ("choice", "app", "rdgGrp")


def preferred_readings(pieces: list[str], known: Mapping[str, Token]) -> list[str]:
    """By which child each `choice` is to be read, in the order in which they begin; empty for the first."""
    found: list[str] = []
    open_choices: list[tuple[int, int]] = []
    depth = 0
    for written in pieces[1::2]:
        name, effects, _ = known[written]
        if not name:
            continue
        if effects is None:
            depth -= 1
            if name == "choice" and open_choices:
                depth = open_choices.pop()[1]
            continue
        if name == "choice":
            open_choices.append((len(found), depth))
            found.append("")
        elif open_choices and name in PREFERRED:
            index, outside = open_choices[-1]
            if depth == outside + 1:
                found[index] = found[index] or name
        depth += 1
    return found


def choice(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element that holds alternatives."""
    wanted = next(reading.wanted, "") if tag.name == "choice" else ""
    reading.choices.append(Choice(wanted, reading.stretch(at)))
    return _choice_ends, None


def _choice_ends(reading: Reading, data: Any, at: int) -> None:
    done = reading.choices.pop()
    if done.chosen:
        kind: PassageKind = PASSAGES.get(done.chosen, "reading")
        reading.records.passages.append((done.stretch, kind, "", done.other))


def alternative(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """One of several encodings; where it stands alone, a passage like others."""
    if not reading.choices or reading.names[-1] not in _OUTER:
        return passage(reading, tag, at) if tag.name in PASSAGES else None
    outer = reading.choices[-1]
    if outer.chosen or (outer.wanted and tag.name != outer.wanted):
        other = beginning(reading.skip(tag))
        outer.other = outer.other or other
        return SKIPPED
    outer.chosen, outer.stretch = tag.name, reading.stretch(at)
    return _chosen_ends, outer


def _chosen_ends(reading: Reading, outer: Choice, at: int) -> None:
    mark = reading.streams.mark()
    if mark[0] == outer.stretch.start[0]:
        outer.stretch.end = mark
