"""Labels of notes and references: wrong, doubled, swapped, garbled, lost; and notes and references lost whole."""

import re
from collections import Counter
from itertools import pairwise
from random import Random

from bench.accuracy.planters import abroad
from bench.accuracy.planting import Page, Planter, Planting, slipped
from edcheck.model import Note, Reference
from edcheck.text import Extent, Span

_LOOKALIKES = {"0": "O", "1": "l", "2": "Z", "5": "S", "8": "B", "6": "b"}
_CLOSING = re.compile(r"</\w+\s*>")


def pairs(page: Page) -> list[tuple[Reference, Note]]:
    """References with their notes, numbered and well-formed on both sides, each note called once."""
    document = page.document
    calls = Counter(note for _, note in document.alignment.pairs)
    found = []
    for reference, note in (
        (
            document.references[r],
            document.notes[n],
        )
        for r, n in document.alignment.pairs
        if calls[n] == 1
    ):
        labels = (reference.label, note.label)
        if all(label.kind == "arabic" and label.text.isdecimal() for label in labels) and not (
            reference.garbled or note.garbled
        ):
            found.append((reference, note))
    return found


def _places(page: Page, *things: Note | Reference) -> tuple[Span, ...]:
    return tuple(page.hull(thing.place) for thing in things)


def _written(page: Page, thing: Note | Reference) -> Span | None:
    """Where a label is written as digits in the source."""
    span = page.exact(thing.label_place)
    return span if span and page.source[span.start : span.end] == thing.label.text else None


def _choice(page: Page, random: Random) -> tuple[Reference, Note] | None:
    found = pairs(page)
    for pair in random.sample(found, min(len(found), 8)):
        if page.quiet(*_places(page, *pair)):
            return pair
    return None


def _wrong(page: Page, random: Random, of_note: bool) -> Planting | None:
    pair = _choice(page, random)
    if pair is None:
        return None
    reference, note = pair
    thing = note if of_note else reference
    span = _written(page, thing)
    if span is None:
        return None
    return Planting(((span, slipped(thing.label.text, random)),), _places(page, note, reference))


def wrong_note_label(page: Page, random: Random) -> Planting | None:
    """A note bears a number one slip away from its own."""
    return _wrong(page, random, True) or abroad.wrong_label(page, random, "note")


def wrong_reference_label(page: Page, random: Random) -> Planting | None:
    """A reference bears a number one slip away from its own."""
    return _wrong(page, random, False) or abroad.wrong_label(page, random, "call")


def _neighbours(page: Page, random: Random) -> tuple[tuple[Reference, Note], tuple[Reference, Note]] | None:
    """Two pairs whose numbers follow each other in one scope."""
    found = sorted(pairs(page), key=lambda pair: page.hull(pair[1].place).start)
    ties = [
        (one, other)
        for one, other in pairwise(found)
        if (one[1].series, one[1].scope) == (other[1].series, other[1].scope)
        and (other[1].label.value or 0) == (one[1].label.value or 0) + 1
    ]
    random.shuffle(ties)
    for one, other in ties[:8]:
        if page.quiet(*_places(page, *one, *other)):
            return one, other
    return None


def doubled_label(page: Page, random: Random) -> Planting | None:
    """A note bears the number of the note before it."""
    chosen = _neighbours(page, random)
    if chosen is None or (span := _written(page, chosen[1][1])) is None:
        return None
    return Planting(((span, chosen[0][1].label.text),), _places(page, *chosen[0], *chosen[1]))


def swapped_labels(page: Page, random: Random) -> Planting | None:
    """Two notes that follow each other have exchanged their numbers."""
    chosen = _neighbours(page, random)
    # In Markdown and its like a label is a name that no reader sees.
    if chosen is None or page.document.format in ("markdown", "wikitext"):
        return None
    one, other = chosen[0][1], chosen[1][1]
    first, second = _written(page, one), _written(page, other)
    if first is None or second is None:
        return None
    edits = ((first, other.label.text), (second, one.label.text))
    return Planting(edits, _places(page, *chosen[0], *chosen[1]))


def garbled_label(page: Page, random: Random) -> Planting | None:
    """A digit of a label is misread as a letter, or a bracket of a reference is lost."""
    pair = _choice(page, random)
    if pair is None:
        return None
    reference, note = pair
    thing = random.choice(pair)
    span = _written(page, thing)
    if span is None:
        return None
    text, places = thing.label.text, _places(page, note, reference)
    if thing is reference and random.random() < 0.3:
        return _unbracketed(page, reference, places)
    digits = [at for at, digit in enumerate(text) if digit in _LOOKALIKES]
    # A number of one figure that is read as a letter is no number any more, and nobody could tell what it was.
    if not digits or len(text) < 2:
        return None
    at = random.choice(digits)
    return Planting(((span, text[:at] + _LOOKALIKES[text[at]] + text[at + 1 :]),), places)


def _unbracketed(page: Page, reference: Reference, places: tuple[Span, ...]) -> Planting | None:
    marker = page.exact(reference.marker)
    if marker is None or page.source[marker.end - 1 : marker.end] not in ("]", ")"):
        return None
    lost = Span(marker.end - 1, marker.end)
    return Planting(((lost, ""),), places)


def lost_label(page: Page, random: Random) -> Planting | None:
    """The marker of a note is lost, and its text stands there without a number."""
    pair = _choice(page, random)
    if pair is None:
        return None
    reference, note = pair
    if not isinstance(note.label_place, Extent) or page.document.format not in ("plain", "html"):
        return None
    marker = page.exact(note.marker)
    if marker is None or note.links:
        return None
    end = marker.end + (page.source[marker.end : marker.end + 1] == " ")
    whole = _closed(page, page.hull(Extent(note.marker.start, note.body.end)))
    edits = [(Span(marker.start, end), "")]
    if page.source[marker.start] == "[" and page.source[whole.end - 1] == "]":
        edits.append((Span(whole.end - 1, whole.end), ""))
    return Planting(tuple(edits), (whole, *_places(page, note, reference)), restorable=False)


def _closed(page: Page, whole: Span) -> Span:
    """The note with the bracket that closes it: `[Footnote 1: …]`."""
    if page.source[whole.start] != "[":
        return whole
    end = re.compile(r"\s*\]").match(page.source, whole.end)
    return Span(whole.start, end.end()) if end else whole


def lost_reference(page: Page, random: Random) -> Planting | None:
    """A reference is lost with all its markup; its note is left."""
    pair = _choice(page, random)
    if pair is None:
        return abroad.lost_call(page, random)
    reference, note = pair
    span = reference_hull(page, reference)
    if span is None or not page.balanced(span):
        return None
    # Nobody who leaves out a reference leaves the blank before it.
    if page.source[span.start - 1 : span.start] == " " and not page.source[span.end : span.end + 1].isalnum():
        span = Span(span.start - 1, span.end)
    return Planting(((span, ""),), (*_places(page, note), span), restorable=False)


def reference_hull(page: Page, reference: Reference) -> Span | None:
    """A reference with the tags that are only there for it."""
    document = page.document
    if reference.origin == "text":
        span = page.exact(reference.marker)
    elif reference.link is not None:
        span = page.element(document.links[reference.link].tag)
    else:
        place = reference.label_place
        tags = [call.tag for call in document.markup.calls if call.place in (place, reference.place)]
        if not tags:
            return None
        span = page.element(tags[0]) if page.is_markup else tags[0]
    return _widened(page, span) if span else None


def _widened(page: Page, span: Span) -> Span:
    """The stretch with a `<sup>` that holds nothing else."""
    before = re.search(r"<sup[^<>]*>$", page.source[max(0, span.start - 40) : span.start])
    after = _CLOSING.match(page.source, span.end)
    if before and after and after[0].startswith("</sup"):
        return Span(span.start - len(before[0]), after.end())
    return span


def lost_note(page: Page, random: Random) -> Planting | None:
    """A note is lost with all its markup; its reference is left."""
    pair = _choice(page, random)
    if pair is None:
        return None
    reference, note = pair
    span = note_hull(page, note)
    if span is None or not page.balanced(span):
        return None
    return Planting(((span, ""),), (*_places(page, reference), span), restorable=False)


def note_hull(page: Page, note: Note) -> Span | None:
    """A note as it stands in the source, up to what comes next."""
    document = page.document
    elements = [one for one in document.markup.notes if one.place == note.label_place and one.tag.end]
    if elements and page.is_markup:
        return page.element(elements[0].tag)
    whole = _closed(page, page.hull(Extent(min(note.marker.start, note.body.start), note.body.end)))
    if not page.is_markup:
        start = page.source.rfind("\n", 0, elements[0].tag.start if elements else whole.start) + 1
        return Span(start, whole.end)
    # From the end of the block before: the end tag there is left to end what stands before.
    blocks = [block for block in document.blocks if block.extent.end <= note.marker.start]
    return Span(page.hull(blocks[-1].extent).end, whole.end) if blocks else None


PLANTERS: dict[str, Planter] = {
    "wrong note label": wrong_note_label,
    "wrong reference label": wrong_reference_label,
    "doubled label": doubled_label,
    "swapped labels": swapped_labels,
    "garbled label": garbled_label,
    "lost label": lost_label,
    "lost reference": lost_reference,
    "lost note": lost_note,
}
