"""The apparatus that documents share: notes in one file, the references that call them in others.

The facts of all documents are joined to one `SharedApparatus`, and the aligner explains it as it explains a single
text. Pairs are made by where links lead, or by labels where these are the names (`[^7]`); files that were not read
are nobody's fault.
"""

from collections import defaultdict
from collections.abc import Sequence
from posixpath import dirname

from edcheck.model import Facts, Label, Look, Note, Reference, Repair, Series
from edcheck.model.note import LabelKind
from edcheck.recognise.addresses import Addresses, split_target
from edcheck.recognise.apparatus.astray import find_astray
from edcheck.recognise.apparatus.holders import Holding, Spot, find_holdings, spots_of
from edcheck.recognise.apparatus.images import find_lost_images
from edcheck.recognise.apparatus.misdirections import Ways, find_misdirections
from edcheck.recognise.apparatus.shared import SharedApparatus
from edcheck.recognise.notes.labels import parse_label, reading
from edcheck.recognise.notes.lending import lend_labels
from edcheck.recognise.notes.linking import align_linked

__all__ = ["SharedApparatus", "join"]

_DOUBLED = 0.2
"""Share of equal names among the notes of several files beyond which these are not one set of notes."""
_MOVES = frozenset({"note-moved", "reference-moved"})
_TWINS = 4
"""Notes of one name that a reference may mean; beyond that a name says nothing."""
_Key = tuple[str, LabelKind, str]


def join(facts: Sequence[Facts], look: Look, ordered: bool = True) -> SharedApparatus:
    """Bring together what lies in different documents, and explain it.

    Where they are not `ordered`, nothing stands out of order: it is the documents that may.
    """
    apparatus = SharedApparatus(facts, look)
    apparatus.lost_images = find_lost_images(apparatus)
    if not any(ties.crossings or ties.links for ties in apparatus.ties):
        return apparatus
    addresses = Addresses(one.path for one in facts)
    ways = Ways()
    spots = spots_of(apparatus, addresses)
    for holding in find_holdings(spots).values():
        _Joint(apparatus, holding, ways).align()
    for holding in _pools(apparatus):
        if holding.notes:
            _Joint(apparatus, holding, ways, by_label=True).align()
        else:
            _unanswered(apparatus, holding)
    alignment = apparatus.alignment
    alignment.pairs.sort()
    if any(spot.leads_to_unread and spot.crossing.kind == "note" for spot in spots):
        # The numbers that are missing are those of the notes to a file which was not read.
        alignment.repairs = [repair for repair in alignment.repairs if repair.kind != "gap"]
    if not ordered:
        alignment.repairs = [repair for repair in alignment.repairs if repair.kind not in _MOVES]
    alignment.misdirections = find_misdirections(apparatus, ways)
    apparatus.astray = find_astray(apparatus, addresses, ways)
    return apparatus


class _Joint:
    """The notes of one document, or of one pool of labels, and the references that call them."""

    def __init__(self, apparatus: SharedApparatus, holding: Holding, ways: Ways, by_label: bool = False) -> None:
        self.apparatus = apparatus
        self.by_label = by_label
        self.ways = ways
        self.first_note, self.first_reference = len(apparatus.notes), len(apparatus.references)
        self.notes = holding.notes
        self.index = _index(self.notes)
        labels = {spot.crossing.label for spot in self.notes}
        self.calls = [
            spot
            for spot in holding.calls
            if self._reached(spot) or self._is_lost(spot) or spot.crossing.label in labels
        ]
        self.reached = [self._reached(spot) for spot in self.calls]

    def _reached(self, spot: Spot) -> list[int]:
        names = self.index.get(spot.name) if self.by_label or spot.goal is not None else None
        return (names or [])[:_TWINS]

    def _is_lost(self, spot: Spot) -> bool:
        """Whether nothing bears the name that a reference asks for; else it calls what is not known as a note."""
        return self.by_label or (spot.goal is not None and spot.name not in self.apparatus.names(spot.goal))

    def align(self) -> None:
        """Make the objects of the model and explain them."""
        apparatus = self.apparatus
        note_keys = self._add_notes()
        keys = self._add_references(note_keys)
        series = {
            key: len(apparatus.series) + number for number, key in enumerate(dict.fromkeys([*note_keys, *keys]))
        }
        apparatus.series += [Series("notes", kind, _shape(kind, star)) for _, kind, star in series]
        for number, key in enumerate(note_keys):
            apparatus.notes[self.first_note + number].series = series[key]
        for number, key in enumerate(keys):
            apparatus.references[self.first_reference + number].series = series[key]
        linked = {
            self.first_reference + call: [self.first_note + note for note in found]
            for call, found in enumerate(self.reached)
            if found
        }
        own = self.by_label and all(spot.crossing.label in spot.crossing.names for spot in self.notes)
        documents = [spot.document for spot in self.calls]
        for number in series.values():
            align_linked(
                apparatus,
                number,
                [i for i in range(self.first_note, len(apparatus.notes)) if apparatus.notes[i].series == number],
                [
                    i
                    for i in range(self.first_reference, len(apparatus.references))
                    if apparatus.references[i].series == number
                ],
                linked,
                own,
                lambda reference: documents[reference - self.first_reference],
            )

    def _add_notes(self) -> list[_Key]:
        apparatus, keys = self.apparatus, []
        own = [spot.crossing.label for spot in self.notes]
        listed = {number for number, spot in enumerate(self.notes) if spot.crossing.listed}
        texts = lend_labels(own, [spot.crossing.label for spot in self.calls], self.reached, listed)
        for spot, text in zip(self.notes, texts, strict=True):
            crossing = spot.crossing
            label, star, garbled = _label(text, crossing.names[0] if crossing.names else "")
            keys.append((crossing.group, label.kind, star))
            self.ways.back[len(apparatus.notes)] = spot
            apparatus.notes.append(
                Note(
                    label,
                    apparatus.extent(spot.document, crossing.marker, note=True),
                    apparatus.place(spot.document, crossing.label_place, note=True),
                    apparatus.extent(spot.document, crossing.body, note=True),
                    "element" if crossing.marked else "link",
                    garbled=garbled,
                    anchors=crossing.names,
                )
            )
        return keys

    def _add_references(self, note_keys: list[_Key]) -> list[_Key]:
        apparatus, keys = self.apparatus, []
        habits = {key[1:]: key for key in reversed(note_keys)}
        for spot, found in zip(self.calls, self.reached, strict=True):
            crossing = spot.crossing
            text = crossing.label or (apparatus.notes[self.first_note + found[0]].label.text if found else "")
            label, star, garbled = _label(text, spot.name)
            key = habits.get((label.kind, star), (crossing.group, label.kind, star))
            keys.append(note_keys[found[0]] if found and not crossing.label else key)
            number = len(apparatus.references)
            self.ways.forward[number] = spot
            apparatus.references.append(
                Reference(
                    label,
                    apparatus.extent(spot.document, crossing.marker),
                    apparatus.place(spot.document, crossing.label_place),
                    "element" if crossing.marked else ("link" if crossing.target else "text"),
                    link=number if crossing.target else None,
                    anchors=crossing.names,
                    garbled=garbled,
                )
            )
        return keys


def _index(notes: Sequence[Spot]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, spot in enumerate(notes):
        for name in spot.crossing.names:
            index[name].append(number)
    return index


def _shape(kind: LabelKind, star: str) -> str:
    return "[n*]" if star else {"arabic": "[n]", "letter": "[a]", "roman": "[i]"}.get(kind, "*")


def _label(text: str, name: str) -> tuple[Label, str, str | None]:
    """The label, its star, and what is wrong with its form."""
    parsed = parse_label(text)
    if parsed is not None:
        return parsed.label, parsed.star, None
    value = reading(text) if any(map(str.isdigit, text)) else None
    if value is not None:
        return Label(text, "arabic", value), "", "misread-digit"
    return Label(text or name, "name", None), "", None


def _pools(apparatus: SharedApparatus) -> list[Holding]:
    """Notes and references that are known by their labels alone: those of one folder belong together."""
    pools: defaultdict[str, Holding] = defaultdict(Holding)
    for number, (one, ties) in enumerate(zip(apparatus.facts, apparatus.ties, strict=True)):
        for crossing in ties.crossings:
            if crossing.by_label:
                pool = pools[f"{one.format}\0{dirname(one.path)}"]
                side = pool.notes if crossing.kind == "note" else pool.calls
                side.append(Spot(number, crossing, None, split_target(crossing.target)[1]))
    return [found for pool in pools.values() for found in _matched(pool)]


def _matched(pool: Holding) -> list[Holding]:
    """The pool as it is, where its notes answer its references; else each document's references alone."""
    known = _index(pool.notes)
    hits = sum(spot.name in known for spot in pool.calls)
    doubled = sum(len(found) > 1 for found in known.values()) > max(1, _DOUBLED * len(known))
    if hits and 2 * hits >= len(pool.calls) and not doubled:
        return [pool]
    alone: defaultdict[int, Holding] = defaultdict(Holding)
    for spot in pool.calls:
        alone[spot.document].calls.append(spot)
    return [] if doubled else list(alone.values())


def _unanswered(apparatus: SharedApparatus, holding: Holding) -> None:
    """Name once that a document's references have no notes at all."""
    first = len(apparatus.references)
    for spot in holding.calls:
        label, star, _ = _label(spot.crossing.label, spot.name)
        apparatus.references.append(
            Reference(
                label,
                apparatus.extent(spot.document, spot.crossing.marker),
                apparatus.place(spot.document, spot.crossing.label_place),
                "element",
                series=len(apparatus.series),
            )
        )
    apparatus.series.append(Series("notes", label.kind, _shape(label.kind, star)))
    others = tuple(range(first + 1, len(apparatus.references)))
    label_text = "" if others else label.text
    apparatus.alignment.repairs.append(Repair("missing-note", None, first, label_text, other_references=others))
