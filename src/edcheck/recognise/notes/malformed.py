"""Marks of notes that Markdown and reStructuredText cannot read: `[^4}`, `(^4)`, `^[4]`, `[4]` for `[4]_`.

They are looked for only where a note waits for its reference or a reference for its note, and only one candidate
for a label counts; so a bracket that looks odd is never a finding of its own.
"""

import re
from collections import defaultdict
from dataclasses import replace

from edcheck.model import Document, Label, Note, Reference, Repair
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent, Span

_MOST = 50
"""Waiting labels beyond which nothing is looked for: the other side is lost altogether."""
_BEFORE = 2_000
"""Code points in which the line before begins."""
_NAME = r"[\w-]++(?:[.:][\w-]++)*+"
_CARET_CALL = lazy_pattern(
    rf"[\[({{]\^[ ]?({_NAME})(?:[)}}>]|(?<!\[\^)\]|(?![\w\]]))|\^({_NAME})\]|\[({_NAME})\^\]|\[(\d++)\](?![(\[:])"
)
_BARE_CALL = lazy_pattern(r"\[(#?[^\W_]++(?:[_.-][^\W_]++)*+)(?:\](?: _(?!\w))?+(?![\w_])|_\](?!\w))")
_CARET_HEAD = lazy_pattern(
    rf"^[ \t]*+((?:[\[({{]\^?|\^\[?)[ ]?({_NAME})\^?(?:[\])}}>](?:[ \t]*+:)?|:[\])}}>]?)?)(?=[ \t])", re.MULTILINE
)
_COLON = lazy_pattern(r"[ \t]*+:")


def recover_marked(document: Document) -> None:
    """Turn losses of marked notes into what was found in their place."""
    if document.format == "wikitext":
        _without_unclosed(document)
    if document.format not in ("markdown", "rest"):
        return
    lost = [one for one in document.alignment.repairs if _is_loss(document, one)]
    if not lost or len(lost) > _MOST:
        return
    calls = _Calls(document, {_label(document, one) for one in lost if one.kind == "missing-reference"})
    heads = _Heads(document, [one for one in lost if one.kind == "missing-note"])
    found = {id(one): (calls if one.kind == "missing-reference" else heads).recovered(one) for one in lost}
    told = [one for one in found.values() if one is not None]
    taken = {index for one in told if one.kind == "malformed-note" for index in one.other_references}
    document.alignment.repairs = [
        found.get(id(one)) or one for one in document.alignment.repairs if _stands(one, found, taken)
    ]


def _without_unclosed(document: Document) -> None:
    """Forget that notes are lost which begin and are never closed: that is told where they begin."""
    unclosed = {flaw.data["name"] for flaw in document.flaws if flaw.kind == "unclosed-note"}
    if unclosed:
        repairs = document.alignment.repairs
        document.alignment.repairs = [
            one for one in repairs if one.kind != "missing-note" or _label(document, one) not in unclosed
        ]


def _stands(repair: Repair, found: dict[int, Repair | None], taken: set[int]) -> bool:
    """Whether a repair is told: not the loss of what turned out to be the head of a note."""
    lost = repair.kind == "missing-note" and repair.reference in taken
    return not lost or found.get(id(repair)) is not None


def _label(document: Document, repair: Repair) -> str:
    """The label that is missed, as it is written where it stands."""
    if repair.reference is not None:
        return document.references[repair.reference].label.text
    return document.notes[repair.note].label.text if repair.note is not None else repair.label


def _is_loss(document: Document, repair: Repair) -> bool:
    if repair.kind == "missing-reference" and repair.note is not None:
        return document.notes[repair.note].origin == "element"
    if repair.kind == "missing-note" and repair.reference is not None:
        return document.references[repair.reference].origin == "element" and document.format == "markdown"
    return False


class _Calls:
    """Places that may be the references which notes wait for, by their labels."""

    def __init__(self, document: Document, waiting: set[str]) -> None:
        self.document = document
        self.places: defaultdict[str, list[Extent | Span]] = defaultdict(list)
        self.stands: dict[Span, int] = {}
        text = document.text
        if not waiting:
            return
        for match in (_CARET_CALL if document.format == "markdown" else _BARE_CALL).finditer(text):
            label = match[match.lastindex or 0]
            if label in waiting and not document.in_zone(Extent(*match.span()), "code", "boilerplate"):
                self.places[label].append(Extent(*match.span()))
        for element in document.markup.notes:
            label = document.quote(element.extent)
            if element.inline and label in waiting:
                whole = self._whole(element.tag, label)
                self.places[label].append(whole)
                self.stands[whole] = element.at or 0

    def _whole(self, tag: Span, label: str) -> Span:
        """The inline note with its brackets."""
        end = tag.end + len(label)
        return Span(tag.start, end + self.document.source.text.startswith("]", end))

    def _is_in_turn(self, note: int, place: Extent | Span) -> bool:
        """Whether a bare number in brackets, which may be anything, stands between the calls of its neighbours."""
        document, label = self.document, self.document.notes[note].label
        if isinstance(place, Span) or label.value is None or document.quote(place) != f"[{label.text}]":
            return True
        series = document.notes[note].series
        calls = [(one.label.value, one.marker.start) for one in document.references if one.series == series]
        before = [start for value, start in calls if value == label.value - 1]
        after = [start for value, start in calls if value == label.value + 1]
        return all(start <= place.start for start in before) and all(start >= place.end for start in after)

    def recovered(self, repair: Repair) -> Repair | None:
        """The reference that was found."""
        name = _label(self.document, repair)
        places = self.places[name]
        if len(places) != 1 or repair.note is None or not self._is_in_turn(repair.note, places[0]):
            return None
        document, note = self.document, self.document.notes[repair.note]
        place = places[0]
        at = self.stands.get(place, 0) if isinstance(place, Span) else 0
        marker = place if isinstance(place, Extent) else Extent(at, at)
        right = f"[^{name}]" if document.format == "markdown" else f"[{name}]_"
        document.references.append(
            Reference(
                Label(name, note.label.kind, note.label.value, note.label.suffix),
                marker,
                place,
                "element",
                note.series,
                note.scope,
                garbled="malformed",
                right=right,
            )
        )
        index = len(document.references) - 1
        document.alignment.pairs.append((index, repair.note))
        return replace(repair, kind="malformed-reference", reference=index, cost=1.0, confidence=0.95)


class _Heads:
    """Heads of lines that may begin the notes which references call."""

    def __init__(self, document: Document, lost: list[Repair]) -> None:
        self.document = document
        self.places: defaultdict[str, list[Extent]] = defaultdict(list)
        labels = [_label(document, one) for one in lost]
        waiting = set(labels)
        self.with_colon = {
            label[:-1]: one.reference
            for label, one in zip(labels, lost, strict=True)
            if label.endswith(":") and one.reference is not None and not one.other_references
        }
        if not waiting:
            return
        for match in _CARET_HEAD.finditer(document.text):
            marker = Extent(*match.span(1))
            odd = "^" in match[1] or ":" in match[1]
            if odd and match[2] in waiting and not document.in_zone(marker, "code", "boilerplate"):
                self.places[match[2]].append(marker)

    def recovered(self, repair: Repair) -> Repair | None:
        """The note that was found."""
        document = self.document
        name, callers = _label(document, repair), repair.other_references
        if name in self.with_colon:
            callers = (*callers, self.with_colon[name])
        heads: list[tuple[Extent | Span, int]] = [(place, place.end) for place in self.places[name]]
        heads += [head for index in callers if (head := self._called_head(index)) is not None]
        if len(heads) != 1 or repair.reference is None:
            return None
        place, start = heads[0]
        block = document.block_at(start)
        end = max(start, block.extent.end if block else start)
        reference = document.references[repair.reference]
        marker = place if isinstance(place, Extent) else Extent(start, start)
        document.notes.append(
            Note(
                reference.label,
                marker,
                place,
                Extent(start, end),
                "element",
                reference.series,
                reference.scope,
                garbled="malformed",
                right=f"[^{name}]:",
            )
        )
        index = len(document.notes) - 1
        document.alignment.pairs.append((repair.reference, index))
        return replace(repair, kind="malformed-note", note=index, other_references=callers, cost=1.0)

    def _called_head(self, index: int) -> tuple[Span, int] | None:
        """A reference that begins a paragraph as a note without its colon does, and where its text begins."""
        document, reference = self.document, self.document.references[index]
        if not isinstance(reference.label_place, Span):
            return None
        source, (start, end) = document.source.text, reference.label_place
        start, end = start - len("[^"), end + len("]")
        before = source[max(start - _BEFORE, 0) : start]
        line = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if line[-1].strip() or (len(line) > 1 and line[-2].strip() and not line[-2].startswith("[^")):
            return None
        colon = _COLON.match(source, end)
        return Span(start, colon.end() if colon else end), reference.marker.start
