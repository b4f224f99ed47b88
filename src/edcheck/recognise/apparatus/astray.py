"""Links from one document of an edition to another that do not arrive.

What a document that was read does not hold is missing; what was not read nobody knows. So a file is missed only
where it would stand among its siblings, and nearly all other links to that folder arrive.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from posixpath import dirname, splitext

from edcheck.model import Astray
from edcheck.model.crossing import AstrayKind
from edcheck.recognise.addresses import Addresses, split_target, written_from
from edcheck.recognise.apparatus.misdirections import Ways
from edcheck.recognise.apparatus.shared import SharedApparatus
from edcheck.recognise.vocabulary.likeness import one_edit
from edcheck.text import Span

_SIBLINGS = 4
"""Documents of a folder, and links to them that arrive, which show that the edition holds the folder."""
_MISSED = 0.1
_SHORTEST = 3
_NEAR_NAMES = 50
"""For so many dead links a name like theirs is looked for."""
_UNNAMED = ("plain", "")
"""Formats in which places bear no names, and that of what could not be read."""


def find_astray(apparatus: SharedApparatus, addresses: Addresses, ways: Ways) -> list[Astray]:
    """Links that do not arrive and that no fault of a note explains, in the order in which they are written."""
    links = list(_links(apparatus, _explained(apparatus, ways)))
    index = {one.path: number for number, one in enumerate(apparatus.facts)}
    arrived: Counter[str] = Counter()
    missed: defaultdict[str, set[str]] = defaultdict(set)
    dead: defaultdict[tuple[AstrayKind, int, str, str], list[tuple[str, Span]]] = defaultdict(list)
    reached = set()
    for document, target, span in links:
        path = apparatus.facts[document].path
        file, name = split_target(target)
        found = addresses.find(path, file)
        if found is None:
            wanted = addresses.wanted(path, file)
            if wanted is not None:
                missed[_folder(wanted)].add(wanted)
                other = addresses.folded.get(wanted.casefold())
                if other:
                    dead["other-case", document, other, name].append((target, span))
                else:
                    dead["no-file", document, wanted, ""].append((target, span))
            continue
        if found not in reached:
            reached.add(found)
            arrived[_folder(found)] += 1
        goal = index[found]
        if apparatus.facts[goal].format not in _UNNAMED and not _arrives(name, apparatus.names(goal)):
            dead["no-name", document, found, name].append((target, span))
    held = Counter(_folder(one.path) for one in apparatus.facts)
    found_astray: list[Astray] = []
    for (kind, document, path, name), places in dead.items():
        folder = _folder(path)
        sure = arrived[folder] >= _SIBLINGS <= held[folder]
        sure = sure and len(missed[folder]) <= max(1, _MISSED * arrived[folder])
        if kind == "no-name" or sure:
            looked = kind == "no-name" and len(found_astray) < _NEAR_NAMES
            near = _nearest(name, apparatus.names(index[path])) if looked else ""
            found_astray.append(_told(apparatus, kind, document, path, name, near, places))
    return sorted(found_astray, key=lambda one: one.place)


def _folder(path: str) -> str:
    """A folder and the kind of its files: pages and pictures are not kept alike."""
    return f"{dirname(path)}\0{splitext(path)[1].lower()}"


def _links(apparatus: SharedApparatus, explained: set[Span]) -> Iterator[tuple[int, str, Span]]:
    for number, one in enumerate(apparatus.ties):
        for target, span in one.links:
            yield number, target, span
        for crossing in one.crossings:
            if crossing.target_span.end and apparatus.span(number, crossing.target_span) not in explained:
                file, _ = split_target(crossing.target)
                if file and not crossing.by_label:
                    yield number, crossing.target, crossing.target_span


def _explained(apparatus: SharedApparatus, ways: Ways) -> set[Span]:
    """Where links are written whose fault a rule about notes tells."""
    spans = {one.place for one in apparatus.alignment.misdirections}
    for reference, note in apparatus.alignment.pairs:
        caller, called = ways.forward.get(reference), ways.back.get(note)
        if caller is not None and called is not None and not caller.crossing.target:
            # The reference has lost its link, and with it the name to which its note leads back.
            spans.add(apparatus.span(called.document, called.crossing.target_span))
        elif caller is not None and called is not None:
            for one, partner in ((caller, called), (called, caller)):
                if ways.is_usurped(apparatus, one, partner):
                    spans.add(apparatus.span(one.document, one.crossing.target_span))
    for repair in apparatus.alignment.repairs:
        if repair.kind == "missing-note":
            lost = [
                ways.forward.get(index)
                for index in (repair.reference, *repair.other_references)
                if index is not None
            ]
        elif repair.kind == "missing-reference" and repair.note is not None:
            lost = [ways.back.get(repair.note)]
        else:
            continue
        spans |= {apparatus.span(spot.document, spot.crossing.target_span) for spot in lost if spot is not None}
    return spans


def _arrives(name: str, names: frozenset[str]) -> bool:
    if not name or name in names or name.lower() == "top" or name[0] in "!:/":
        return True
    if "%" in name:
        from urllib.parse import unquote

        return unquote(name) in names
    return False


def _nearest(name: str, names: frozenset[str]) -> str:
    """The one name that may be meant: the same but for capitals, else one letter off."""
    for near in (
        [other for other in names if other.casefold() == name.casefold()],
        [other for other in names if len(name) > _SHORTEST and one_edit(other, name)],
    ):
        if len(near) == 1:
            return near[0]
    return ""


def _told(
    apparatus: SharedApparatus,
    kind: AstrayKind,
    document: int,
    path: str,
    name: str,
    near: str,
    places: list[tuple[str, Span]],
) -> Astray:
    (target, span), *others = places
    file = split_target(target)[0]
    right = f"{file}#{near}" if near else None
    if kind == "other-case":
        near = path
        right = written_from(apparatus.facts[document].path, path) + (f"#{name}" if name else "")
    return Astray(
        kind,
        apparatus.span(document, span),
        target,
        path,
        name,
        near,
        right,
        tuple(apparatus.span(document, other) for _, other in others),
    )
