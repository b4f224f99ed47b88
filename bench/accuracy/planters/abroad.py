"""Notes in a file of their own: calls and notes that meet only where the edition is read as a whole."""

from collections.abc import Iterator
from random import Random

from bench.accuracy.planting import Page, Planting, slipped
from edcheck.model import Crossing, Document
from edcheck.text import Extent, Span


def crossings(page: Page) -> Iterator[tuple[Crossing, Document, Crossing]]:
    """The page's numbered calls and notes, each with its partner and the text that holds it."""
    others = {other.name.rpartition("/")[2]: other for other in page.others if other is not page.document}
    names = {
        (key, name): crossing
        for key, other in others.items()
        for crossing in other.crossings
        for name in crossing.names
    }
    for crossing in page.document.crossings:
        file, _, name = crossing.target.rpartition("/")[2].partition("#")
        partner = names.get((file, name))
        if partner is not None and partner.kind != crossing.kind and crossing.label.isdecimal():
            yield crossing, others[file], partner


def choice(page: Page, random: Random, kind: str) -> tuple[Crossing, Document, Crossing] | None:
    """One call or note with its partner, away from what is found already."""
    found = [one for one in crossings(page) if one[0].kind == kind and page.quiet(one[0].target_span)]
    return random.choice(found) if found else None


def place(document: Document, crossing: Crossing) -> Span:
    """Where the label of a call or a note stands, and the link that it is."""
    where = crossing.label_place
    spans = document.view.spans(where) if isinstance(where, Extent) else (where,)
    ends = [*spans, crossing.target_span]
    return Span(min(span.start for span in ends), max(span.end for span in ends))


def wrong_label(page: Page, random: Random, kind: str) -> Planting | None:
    """A call or a note bears another number than its partner in the other file."""
    chosen = choice(page, random, kind)
    if chosen is None:
        return None
    crossing, other, partner = chosen
    span = page.exact(crossing.label_place)
    if span is None or page.source[span.start : span.end] != crossing.label:
        return None
    edit = (span, slipped(crossing.label, random))
    return Planting((edit,), (place(page.document, crossing),), ((other.name, place(other, partner)),))


def lost_call(page: Page, random: Random) -> Planting | None:
    """A call of a note in another file is lost with its link."""
    chosen = choice(page, random, "call")
    if chosen is None:
        return None
    crossing, other, partner = chosen
    tags = [link.tag for link in page.document.links if link.target_span == crossing.target_span]
    span = page.element(tags[0]) if tags else None
    if span is None or not page.balanced(span):
        return None
    return Planting(((span, ""),), (span,), ((other.name, place(other, partner)),), restorable=False)


def wrong_way(page: Page, random: Random, kind: str) -> Planting | None:
    """A call leads to the note of another call, or a note leads back to another's call."""
    found = [one for one in crossings(page) if one[0].kind == kind]
    if len(found) < 3:
        return None
    (crossing, other, partner), (stranger, _, _) = random.sample(found, 2)
    span, way = crossing.target_span, stranger.target_span
    new = page.source[way.start : way.end]
    if page.source[span.start : span.end] == new or not page.quiet(span):
        return None
    return Planting(((span, new),), (place(page.document, crossing),), ((other.name, place(other, partner)),))
