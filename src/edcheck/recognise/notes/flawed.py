"""What a broken tag or a lost link makes of the links around it: symptoms of a fault that is told elsewhere."""

from bisect import bisect_right

from edcheck.model import Apparatus, Document, Misdirection, Reference
from edcheck.text import Span

_QUOTES = frozenset({"stray-quote", "missing-quote", "not-well-formed"})
_SIBLINGS = 0.8
_ENOUGH = 4


def without_symptoms(document: Document, found: list[Misdirection]) -> list[Misdirection]:
    """Misdirections but for those that a broken tag or a lost link brings about; their links are `told`."""
    broken = _broken_targets(document)
    linked = links_its_references(document)
    if not broken and not linked:
        return found
    known = {anchor.name for anchor in document.anchors}
    kept = []
    for one in found:
        reference = document.references[one.reference]
        lost = linked and one.backlink and has_lost_link(reference) and one.written.rpartition("#")[2] not in known
        if lost or _target(document, reference) in broken:
            document.alignment.told.append(one.place)
        else:
            kept.append(one)
    return kept


def has_lost_link(reference: Reference) -> bool:
    """Whether a reference is neither a link nor a place that links can reach."""
    return reference.link is None and reference.origin == "text" and not reference.anchors


def _target(document: Document, reference: Reference) -> Span | None:
    return document.links[reference.link].target_span if reference.link is not None else reference.target_span


def _broken_targets(document: Document) -> set[Span]:
    """The targets of links whose tags have a quotation mark too few or too many."""
    flaws = [flaw.span.start for flaw in document.flaws if flaw.kind in _QUOTES]
    if not flaws:
        return set()
    starts = [link.tag.start for link in document.links]
    found = set()
    for start in flaws:
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < document.links[at].tag.end:
            found.add(document.links[at].target_span)
    return found


def links_its_references(apparatus: Apparatus) -> bool:
    """Whether nearly all references are links, so that one without is a fault."""
    linked = sum(reference.link is not None for reference in apparatus.references)
    return linked >= _ENOUGH and linked >= _SIBLINGS * len(apparatus.references)
