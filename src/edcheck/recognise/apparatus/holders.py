"""Which documents hold the notes of which others: read off the links between them, never off their names.

Two files that lead to each other by numbered links are text and notes; the notes are those that begin paragraphs.
Where only the text leads to the notes, what it leads to must be the heads of paragraphs, and most of these must be
called.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from edcheck.model import Crossing
from edcheck.recognise.addresses import Addresses, split_target
from edcheck.recognise.apparatus.shared import SharedApparatus
from edcheck.records import dataclass, field

_CALLED = 0.5


@dataclass(frozen=True, slots=True)
class Spot:
    """One crossing of one document, and where it leads: another document, and the name that it asks for there.

    `document` and `goal` are indices into the facts; `goal` is None where it leads to no document of the edition.
    """

    document: int
    crossing: Crossing
    goal: int | None
    name: str

    @property
    def leads_to_unread(self) -> bool:
        """Whether it leads to a file that is no document of the edition."""
        return self.goal is None and bool(split_target(self.crossing.target)[0])


@dataclass(slots=True)
class Holding:
    """The notes of one document, and the references of others that call them, each in the order of the files."""

    notes: list[Spot] = field(default_factory=list)
    calls: list[Spot] = field(default_factory=list)


def spots_of(apparatus: SharedApparatus, addresses: Addresses) -> list[Spot]:
    """All crossings of all documents with where they lead, but those that are known by their labels alone."""
    index = {one.path: number for number, one in enumerate(apparatus.facts)}
    spots = []
    for number, (one, ties) in enumerate(zip(apparatus.facts, apparatus.ties, strict=True)):
        for crossing in ties.crossings:
            if crossing.by_label:
                continue
            file, name = split_target(crossing.target)
            path = addresses.find(one.path, file) if file else None
            known = path is not None and apparatus.facts[index[path]].format
            spots.append(Spot(number, crossing, index[path] if path and known else None, name))
    return spots


def find_holdings(spots: Sequence[Spot]) -> dict[int, Holding]:
    """The documents that hold notes for others, by their index."""
    ways: defaultdict[tuple[int, int], list[Spot]] = defaultdict(list)
    loose: defaultdict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.goal is None:
            loose[spot.document].append(spot)
        else:
            ways[spot.document, spot.goal].append(spot)
    heads = {
        number: {name: spot for spot in reversed(found) for name in spot.crossing.names}
        for number, found in _notes_by_document(spots).items()
    }
    holdings: defaultdict[int, Holding] = defaultdict(Holding)
    alone: defaultdict[int, Holding] = defaultdict(Holding)
    backed: defaultdict[int, list[Spot]] = defaultdict(list)
    doubtful: list[tuple[int, list[Spot], list[Spot]]] = []
    for (caller, holder), found in ways.items():
        back = ways.get((holder, caller), []) if caller != holder else []
        if _is_text(found, back, caller, holder):
            calls = [spot for spot in found if spot.crossing.kind == "call"]
            known = heads.get(holder, {})
            named = {name for spot in back for name in spot.crossing.names}
            hits = sum(spot.name in known or spot.name in named for spot in calls)
            if hits and (back or _look_like_calls(calls)):
                if 2 * hits >= len(calls):
                    holdings[holder].calls += calls
                    backed[holder] += back
                else:
                    doubtful.append((holder, calls, back))
    for holder, calls, back in doubtful:
        # Most links of one text are dead; what holds the notes of others holds this one's, too.
        if holder in holdings:
            holdings[holder].calls += calls
            backed[holder] += back
    for holder, holding in holdings.items():
        holding.notes = _notes(holding.calls, backed[holder], loose[holder])
    _add_stray_calls(holdings, loose)
    for spot in spots:
        if spot.crossing.alone and spot.document not in holdings:
            alone[spot.document].notes.append(spot)
    found_holdings = dict(alone)
    for holder in sorted(holdings):
        holding = holdings[holder]
        if holding.notes and (backed[holder] or _mostly_called(holding)):
            holding.notes.sort(key=lambda spot: (spot.document, spot.crossing.marker, spot.crossing.body))
            holding.calls.sort(key=lambda spot: (spot.document, spot.crossing.marker))
            found_holdings[holder] = holding
    return found_holdings


def _notes_by_document(spots: Sequence[Spot]) -> dict[int, list[Spot]]:
    found: defaultdict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.crossing.kind == "note":
            found[spot.document].append(spot)
    return found


def _heads(spots: list[Spot]) -> float:
    return sum(spot.crossing.kind == "note" for spot in spots) / len(spots)


def _is_text(found: list[Spot], back: list[Spot], caller: int, holder: int) -> bool:
    """Whether of two documents that lead to each other the first is the text and the second has its notes."""
    if not back:
        return _heads(found) <= _CALLED
    mine, theirs = _heads(found), _heads(back)
    return mine < theirs or (mine == theirs and caller < holder)


def _look_like_calls(calls: list[Spot]) -> bool:
    return 2 * sum(spot.crossing.raised for spot in calls) >= len(calls)


def _notes(calls: list[Spot], back: list[Spot], loose: list[Spot]) -> list[Spot]:
    """Notes that lead back, and those without a way back that are marked, called, or fill a gap in the count.

    What leads back to a file which was not read, and is not called, belongs to a text that nobody knows.
    """
    called = {spot.name for spot in calls}
    notes = [spot for spot in back if spot.crossing.kind == "note" or called & set(spot.crossing.names)]
    others: list[Spot] = []
    for spot in loose:
        crossing = spot.crossing
        if crossing.kind == "note" and not (spot.leads_to_unread and called.isdisjoint(crossing.names)):
            sure = crossing.marked or not called.isdisjoint(crossing.names)
            (notes if sure else others).append(spot)
    return notes + _counting_on(notes, others)


def _counting_on(notes: list[Spot], others: list[Spot]) -> list[Spot]:
    """Heads of paragraphs among notes whose numbers count on from the note before, or up to the note behind."""
    chosen = {id(spot) for spot in notes}
    ordered = sorted([*notes, *others], key=lambda spot: spot.crossing.marker)
    added = []
    for step, sequence in ((1, ordered), (-1, ordered[::-1])):
        for spot, following in pairwise(sequence):
            label, after = spot.crossing.label, following.crossing.label
            near = label.isdigit() and after.isdigit() and 0 <= (int(after) - int(label)) * step <= 1
            if near and id(spot) in chosen and id(following) not in chosen:
                chosen.add(id(following))
                added.append(following)
    return added


def _add_stray_calls(holdings: dict[int, Holding], loose: dict[int, list[Spot]]) -> None:
    """Let references that lead nowhere wait for notes that no other calls, where their document has one place of
    notes only."""
    homes: defaultdict[int, set[int]] = defaultdict(set)
    for holder, holding in holdings.items():
        for spot in holding.calls:
            homes[spot.document].add(holder)
    for document, found in loose.items():
        stray = [spot for spot in found if spot.crossing.kind == "call" and spot.crossing.label]
        holders = homes.get(document, set())
        if not stray or len(holders) != 1:
            continue
        holding = holdings[next(iter(holders))]
        called = {spot.name for spot in holding.calls}
        waiting = {
            spot.crossing.label
            for spot in holding.notes
            if called.isdisjoint(spot.crossing.names) and spot.goal in (document, None)
        }
        holding.calls += [spot for spot in stray if spot.crossing.label in waiting]


def _mostly_called(holding: Holding) -> bool:
    called = {spot.name for spot in holding.calls}
    hits = sum(not called.isdisjoint(spot.crossing.names) for spot in holding.notes)
    return all(spot.crossing.marked for spot in holding.notes) or hits >= _CALLED * len(holding.notes)
