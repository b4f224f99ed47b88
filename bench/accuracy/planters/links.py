"""Links between references and notes, and other links inside a text: wrong ways, wrong ways back, dead ends."""

from random import Random

from bench.accuracy.planters import abroad
from bench.accuracy.planters.labels import pairs
from bench.accuracy.planting import Page, Planter, Planting
from edcheck.model import Note, Reference
from edcheck.text import Span


def _way(page: Page, reference: Reference, note: Note) -> Span | None:
    """Where it is written which note a reference leads to, if it leads there."""
    if reference.link is not None:
        link = page.document.links[reference.link]
        return link.target_span if link.fragment in note.anchors else None
    # In Markdown and its like the label is the way, and both are one slip.
    return reference.target_span if page.is_markup else None


def _back(page: Page, reference: Reference, note: Note) -> Span | None:
    """Where it is written which reference a note leads back to, if it leads there."""
    if len(note.links) != 1:
        return None
    link = page.document.links[note.links[0]]
    return link.target_span if link.fragment in reference.anchors else None


def _linked(page: Page) -> list[tuple[Reference, Note, Span]]:
    found = []
    for reference, note in pairs(page):
        span = _way(page, reference, note)
        if span is not None and span.start < span.end:
            found.append((reference, note, span))
    return found


def wrong_link(page: Page, random: Random) -> Planting | None:
    """A reference leads to the note of another."""
    linked = _linked(page)
    if len(linked) < 3:
        return abroad.wrong_way(page, random, "call")
    (reference, note, span), (_, other, way) = random.sample(linked, 2)
    written, new = page.source[span.start : span.end], page.source[way.start : way.end]
    places = (span, page.hull(reference.place), page.hull(note.place))
    if written == new or other is note or not page.quiet(*places):
        return None
    return Planting(((span, new),), places)


def wrong_backlink(page: Page, random: Random) -> Planting | None:
    """A note leads back to the reference of another."""
    linked = [(reference, note, span) for reference, note in pairs(page) if (span := _back(page, reference, note))]
    if len(linked) < 3:
        return abroad.wrong_way(page, random, "note")
    (reference, note, span), (_, _, way) = random.sample(linked, 2)
    written, new = page.source[span.start : span.end], page.source[way.start : way.end]
    places = (span, page.hull(note.place), page.hull(reference.place))
    if written == new or not page.quiet(*places):
        return None
    return Planting(((span, new),), places)


def dead_link(page: Page, random: Random) -> Planting | None:
    """A link inside the text leads to a name that nothing bears."""
    names = {anchor.name for anchor in page.document.anchors}
    links = [link for link in page.document.links if link.fragment in names and link.fragment]
    if not links:
        return None
    link = random.choice(links)
    written = page.source[link.target_span.start : link.target_span.end]
    at = random.randrange(written.index("#") + 1, len(written))
    new = written[:at] + random.choice("qxz") + written[at + 1 :]
    place = page.hull(link.extent)
    if new.partition("#")[2] in names or not page.quiet(link.target_span, place):
        return None
    return Planting(((link.target_span, new),), (link.target_span, link.tag, place))


PLANTERS: dict[str, Planter] = {
    "wrong link": wrong_link,
    "wrong backlink": wrong_backlink,
    "dead link": dead_link,
}
