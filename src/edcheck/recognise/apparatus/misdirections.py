"""Links between references and notes of different files that do not lead to their partner.

As within one page: the pairs come from the labels, and many links of one kind that lead elsewhere are a habit.
"""

from collections import Counter, defaultdict

from edcheck.model import Misdirection
from edcheck.recognise.addresses import split_target, written_from
from edcheck.recognise.apparatus.holders import Spot
from edcheck.recognise.apparatus.shared import SharedApparatus
from edcheck.recognise.notes.slips import with_slips
from edcheck.records import dataclass, field

_HABIT = 0.2
_FEW = 3


@dataclass(slots=True)
class Ways:
    """Where references and notes lead, by their indices in the apparatus."""

    forward: dict[int, Spot] = field(default_factory=dict)
    back: dict[int, Spot] = field(default_factory=dict)
    _bearers: Counter[tuple[int, str]] = field(default_factory=Counter)

    def is_usurped(self, apparatus: SharedApparatus, spot: Spot, partner: Spot) -> bool:
        """Whether nothing bears the name that `spot` asks for because its partner has taken another's name."""
        here = partner.document
        if spot.goal != here or spot.name in apparatus.names(here):
            return False
        if not self._bearers:
            spots = {id(one): one for one in (*self.forward.values(), *self.back.values())}
            self._bearers.update((one.document, name) for one in spots.values() for name in one.crossing.names)
        return any(self._bearers[here, name] > 1 for name in partner.crossing.names)


def find_misdirections(apparatus: SharedApparatus, ways: Ways) -> list[Misdirection]:
    """Links of pairs that lead elsewhere, in the order in which they are written."""
    called: defaultdict[int, list[int]] = defaultdict(list)
    callers: defaultdict[int, list[int]] = defaultdict(list)
    for reference, note in apparatus.alignment.pairs:
        called[reference].append(note)
        callers[note].append(reference)
    found: list[Misdirection] = []
    for backlink, pairs in ((False, called), (True, callers)):
        lost = []
        for own, partners in pairs.items():
            one = _astray(apparatus, ways, own, partners, backlink)
            if one is not None:
                lost.append(one)
        habit = len(lost) > max(_FEW, _HABIT * len(pairs))
        found += [one for one in lost if not habit or one.itself]
    found.sort(key=lambda one: one.place)
    return with_slips(found, apparatus.alignment, apparatus.references, apparatus.notes)


def _astray(
    apparatus: SharedApparatus, ways: Ways, own: int, partners: list[int], backlink: bool
) -> Misdirection | None:
    here, there = (ways.back, ways.forward) if backlink else (ways.forward, ways.back)
    spot = here.get(own)
    if spot is None or not spot.name or spot.crossing.by_label or not spot.crossing.target_span.end:
        return None
    for index in partners:
        other = there.get(index)
        if other is None or not other.crossing.names:
            return None
        if spot.goal == other.document and spot.name in other.crossing.names:
            return None
    partner = there[partners[0]]
    if ways.is_usurped(apparatus, spot, partner):
        return None
    name = partner.crossing.names[0]
    facts = apparatus.facts
    same_file = spot.goal == partner.document
    file = (
        split_target(spot.crossing.target)[0]
        if same_file
        else written_from(facts[spot.document].path, facts[partner.document].path)
    )
    pair = (partners[0], own) if backlink else (own, partners[0])
    return Misdirection(
        own,
        *pair,
        backlink,
        name,
        spot.crossing.target,
        apparatus.span(spot.document, spot.crossing.target_span),
        f"{file}#{name}",
        spot.goal in (None, spot.document) and spot.name in spot.crossing.names,
    )
