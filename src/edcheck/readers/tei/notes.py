"""Notes and what calls them: the models that TEI allows, and P4's.

A note stands where it belongs (`the weir<note>…</note>`), or elsewhere and says where it belongs (`target`,
`corresp`), or elsewhere and is pointed at (`<ref target="#n1">12</ref>`, `<ptr target="#n1"/>`). The names of
notes must be known before the first pointer comes, so they are looked for beforehand.
"""

import re
from typing import Any

from edcheck.model.markup import AttributeValue, CallElement
from edcheck.patterns import lazy_pattern
from edcheck.readers.markup import qualified_name
from edcheck.readers.running_text import FRESH
from edcheck.readers.tei import layout
from edcheck.readers.tei.elements import Frame
from edcheck.readers.tei.entities import GAP
from edcheck.readers.tei.reading import SKIPPED, Closer, Reading
from edcheck.readers.tei.records import NoteRecord, Stretch
from edcheck.readers.tei.tags import Tag, without_tags
from edcheck.text import Extent, Span

_LABEL: re.Pattern[str] = lazy_pattern(r"\s*[\[(]?\s*([^\s\[\]()]{1,6}?)\s*[.)\]]*\s*\Z")
_FRAME = Frame("note", "paragraph", 0, True)
_LONGEST_LABEL = 160
"""Characters of source within which a label with its tags ends."""
_MARGIN = ("margin", "left", "right", "inline", "interlinear", "opposite")


def note(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A note: inside a sentence its text is set behind the running text, between blocks it stays."""
    streams = reading.streams
    here = streams.mark()
    inside = reading.frame.leaf or streams.current.running.state != FRESH
    lifted = inside and streams.enter()
    if not lifted:
        reading.end_block()
    label = tag.placed("n", at)
    identifier = tag.identifier()
    belongs_to = tuple(
        target for name in ("target", "corresp", "targetEnd") for target in tag.value(name).split() if target
    )
    names = (tag.value(identifier),) if identifier else ()
    place = tag.value("place")
    record = NoteRecord(
        reading.stretch(at),
        label.span if label and label.value else Span(at, reading.at),
        label.value if label else "",
        names,
        belongs_to,
        inside or tag.value("anchored") == "no" or tag.value("anchored") == "false" or place.startswith(_MARGIN),
        here,
        tag.value("type") or place,
        tag.value("resp"),
    )
    reading.open_notes.append(record)
    outer, reading.frame = reading.frame, _FRAME
    return _note_ends, (record, outer, lifted)


def _note_ends(reading: Reading, data: Any, at: int) -> None:
    record, outer, lifted = data
    reading.end_block()
    record.stretch.end = reading.streams.mark()
    reading.open_notes.pop()
    reading.records.notes.append(record)
    if lifted:
        reading.streams.leave()
    reading.frame = outer


def label(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A label at the head of a note is its label, if no attribute gives it one."""
    if not reading.open_notes or reading.names[-1] != "note" or reading.open_notes[-1].label or tag.empty:
        return None
    record, start = reading.open_notes[-1], reading.at
    content = reading.skip(tag)
    found = _LABEL.match(without_tags(content))
    record.label = found[1] if found else " ".join(without_tags(content).split())
    record.place = _placed(content, start, record.label) or record.place
    record.stretch.start = reading.streams.mark()
    return SKIPPED


def _placed(content: str, start: int, label: str) -> Span | None:
    found = content.find(label) if label else -1
    return Span(start + found, start + found + len(label)) if found >= 0 else None


def pointer(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A reference: a call of a note, whose label is no part of the sentence, or a link, whose text is."""
    value = tag.placed("target", at)
    if value is None or not value.value.strip():
        return None
    label = _label_of(reading, tag)
    if reading.notes.called_by(tag, value.value.strip(), label):
        _call(reading, tag, at, value, label or "")
        return SKIPPED
    stretch = reading.stretch(at)
    for target, span in targets(value):
        reading.records.links.append((stretch, AttributeValue(target, span), reading.fragment(target)))
    if tag.empty:
        # What it is shown as (`p. 12`, a date) is made of its target: one character stands for it.
        layout.insert(reading, GAP, at, reading.at)
    return _link_ends, stretch


def _link_ends(reading: Reading, stretch: Stretch, at: int) -> None:
    mark = reading.streams.mark()
    if mark[0] == stretch.start[0]:
        stretch.end = mark


def _label_of(reading: Reading, tag: Tag) -> str | None:
    """The label that a pointer shows: empty for an empty element, None where it shows more than a label."""
    if tag.empty:
        return tag.value("n")
    closing = f"</{qualified_name(tag.written)}"
    end = reading.source.find(closing, reading.at, reading.at + _LONGEST_LABEL)
    if end < 0:
        return None
    shown = without_tags(reading.source[reading.at : end])
    if not shown.strip():
        return tag.value("n")
    found = _LABEL.match(shown)
    return found[1] if found else None


def _call(reading: Reading, tag: Tag, at: int, value: AttributeValue, label: str) -> None:
    here, start = reading.stretch(at), reading.at
    content = reading.skip(tag)
    identifier = tag.identifier()
    place = _placed(content, start, label) or here.tag
    target = value.value.strip()
    call = CallElement(
        Extent(0, 0),
        place,
        reading.fragment(target) or target,
        label,
        (tag.value(identifier),) if identifier else (),
        "",
        here.tag,
        value.span,
    )
    reading.records.calls.append((here.start, call))


def correspondence(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """`corresp`: a link where it points into a file by name, with nothing of its own to show."""
    value = tag.placed("corresp", at)
    if value is None or "#" not in value.value or tag.name == "note":
        return None
    stretch = reading.stretch(at)
    for target, span in targets(value):
        reading.records.links.append((stretch, AttributeValue(target, span), reading.fragment(target)))
    return None


def targets(value: AttributeValue) -> list[tuple[str, Span]]:
    """The pointers of an attribute that may hold several, each with its place."""
    found = value.value.split()
    if len(found) == 1 or value.span.end - value.span.start != len(value.value):
        return [(target, value.span) for target in found[:1]]
    placed, start = [], 0
    for target in found:
        start = value.value.index(target, start)
        placed.append((target, Span(value.span.start + start, value.span.start + start + len(target))))
        start += len(target)
    return placed
