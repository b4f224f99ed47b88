"""What elements of a page say besides how they look: notes and their references, dates, passages, contents.

An item of a list of notes is a note although it does not say so itself.
"""

from bisect import bisect_left
from collections import Counter

from edcheck.model import (
    AttributeValue,
    CallElement,
    ContentsEntry,
    DateElement,
    Link,
    Markup,
    NoteElement,
    Passage,
)
from edcheck.patterns import lazy_pattern
from edcheck.readers.entities import unescape
from edcheck.readers.markup import Attribute
from edcheck.readers.roles import BACKLINKS, CALLS, NOTES, PASSAGES, TONGUES
from edcheck.readers.tags import Tag
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span

_DATE_ROLES = {"datePublished": "published", "dateCreated": "written", "dateModified": "revised"}
_CALL_LABEL = lazy_pattern(r"[\s\[({]*+([^\s\[\](){}]{1,7}?)[\s\])}.]*+\Z")
_NOTE_LABEL = lazy_pattern(r"\s*+[\[({]?(\d{1,5}[a-z]?|[a-z]|[*†‡§‖¶#]{1,4})[\])}.]*+(?![^\W_])")
_FREE_LABEL = lazy_pattern(
    r"\s*+(?:[\[({](\d{1,5}[a-z]?|[a-z])[\])}]|(\d{1,5}[a-z]?)[.)](?=\s)|([*†‡§‖¶#]{1,4})(?=\s))"
)
"""A label that is neither raised nor a link: brackets, a stop or its kind tell it from the note's first word."""


@dataclass(slots=True)
class Said:
    """An element that says something: its extent in the view, its names, its number in a list of notes."""

    tag: Tag
    span: Span
    extent: Extent
    names: tuple[str, ...] = ()
    ordinal: str = ""
    note: bool = False
    """It is an item of a list of notes."""


@dataclass(slots=True)
class Meanings:
    """Collects what the elements of a page say, and stores it once all are known."""

    markup: Markup
    said: list[Said] = field(default_factory=list)
    linked: list[tuple[Link, Tag, tuple[str, ...], int]] = field(default_factory=list)
    """The links of the page in order, the names of each, and how deep in a table of contents it stands."""
    anchors: list[tuple[int, str]] = field(default_factory=list)
    """Where names stand, if there are notes to bear them."""
    _printing: bool | None = None

    def store(self) -> None:
        """Write everything into the markup. Its view, links and superscripts must be complete."""
        wrappers = [one for one in self.said if one.tag.name != "a" and not CALLS.isdisjoint(one.tag.roles)]
        wrappers.reverse()
        for link, tag, names, level in self.linked:
            if level:
                self._entry(link, level)
            while wrappers and wrappers[-1].extent.end <= link.extent.start:
                wrappers.pop()
            wrapper = wrappers[-1] if wrappers and wrappers[-1].extent.start <= link.extent.start else None
            if wrapper or not CALLS.isdisjoint(tag.roles):
                self._call(link, (*names, *(wrapper.names if wrapper else ())))
        if self.said:
            self._store_notes()
            self._store_passages()

    def _store_notes(self) -> None:
        """Notes and dates; neither stands in another of its kind."""
        told = [
            one for one in self.said if one.note or one.tag.name == "time" or not NOTES.isdisjoint(one.tag.roles)
        ]
        if not told:
            return
        starts = [link.extent.start for link, *_ in self.linked]
        called = {name for call in self.markup.calls for name in call.names}
        self.anchors = sorted((anchor.extent.start, anchor.name) for anchor in self.markup.anchors)
        note_end = date_end = -1
        for one in told:
            if one.note or not NOTES.isdisjoint(one.tag.roles):
                if one.extent.start >= note_end:
                    self._note(one, starts, called)
                    note_end = one.extent.end
            elif one.tag.name == "time" and "datetime" in one.tag.values and one.extent.start >= date_end:
                self._date(one)
                date_end = one.extent.end

    def _store_passages(self) -> None:
        told = [one for one in self.said if one.tag.name in PASSAGES or not TONGUES.isdisjoint(one.tag.values)]
        page = self._language() if told else ""
        for one in told:
            kind = PASSAGES.get(one.tag.name)
            if kind:
                self.markup.passages.append(Passage(kind, one.extent, one.span))
            language = _language_of(one.tag)
            if language and one.tag.name not in ("html", "body") and _primary(language) != page:
                self.markup.passages.append(Passage("foreign", one.extent, one.span, language))

    def _entry(self, link: Link, level: int) -> None:
        text = " ".join(self._text(link.extent).split())
        if text:
            self.markup.contents.append(ContentsEntry(text, link.target, link.extent, level))

    def _call(self, link: Link, names: tuple[str, ...]) -> None:
        start, end = link.extent
        match = _CALL_LABEL.match(self.markup.view.text, start, end)
        place = Extent(*match.span(1)) if match else link.extent
        label = match[1] if match else ""
        target = link.target if link.fragment is None else link.fragment
        self.markup.calls.append(
            CallElement(link.extent, place, target, label, names, tag=link.tag, target_span=link.target_span)
        )

    def _note(self, one: Said, starts: list[int], called: set[str]) -> None:
        """A note: its text without its label and the links back around it."""
        start, end = one.extent
        low, high = bisect_left(starts, start), bisect_left(starts, max(end, start + 1))
        inside = self.linked[low:high]
        head = _NOTE_LABEL.match(self.markup.view.text, start, end)
        backs = [
            link
            for link, tag, *_ in inside
            if link.fragment in called
            or not BACKLINKS.isdisjoint(tag.roles)
            or (head and link.extent.start <= head.start(1) < link.extent.end)
        ]
        place: Extent | Span = one.span
        label, found = self._label(one, backs)
        if found:
            place, start = found, self._after_label(found, backs, end)
        for back in backs:
            if back.extent.start <= start < back.extent.end:
                start = back.extent.end
        for back in reversed(backs):
            if back.extent.start < start or self._text(Extent(back.extent.end, end)).strip():
                break
            end = back.extent.start
        names = dict.fromkeys((*one.names, *(name for *_, names, _ in inside for name in names)))
        names.update(dict.fromkeys(self._names_within(one.extent.start, start)))
        self.markup.notes.append(NoteElement(self._trimmed(start, end), place, label, tuple(names), tag=one.span))

    def _names_within(self, start: int, end: int) -> list[str]:
        """The names of places between two offsets of the view."""
        low = bisect_left(self.anchors, (start, ""))
        high = bisect_left(self.anchors, (end + 1, ""))
        return [name for _, name in self.anchors[low:high]]

    def _label(self, one: Said, backs: list[Link]) -> tuple[str, Extent | None]:
        """The label that a note prints at its head, and where; else its number in a list."""
        text, (start, end) = self.markup.view.text, one.extent
        match = _NOTE_LABEL.match(text, start, end)
        if match:
            at = match.start(1)
            apart = any(place.start <= at < place.end for place in self._raised(at))
            apart = apart or any(link.extent.start <= at < link.extent.end for link in backs)
            free = _FREE_LABEL.match(text, start, end) and one.ordinal in ("", match[1])
            if apart or free:
                return match[1], Extent(*match.span(1))
        return one.ordinal, None

    def _lists_print(self) -> bool:
        """Whether the items of lists print labels of their own, so that the lists' numbers are not shown."""
        if self._printing is None:
            text = self.markup.view.text
            items = [one.extent for one in self.said if one.ordinal]
            printing = sum(bool(_FREE_LABEL.match(text, *extent)) for extent in items)
            self._printing = 2 * printing > len(items)
        return self._printing

    def _raised(self, at: int) -> list[Extent]:
        places = self.markup.superscripts
        index = bisect_left(places, Extent(at + 1, 0))
        return places[max(index - 1, 0) : index]

    def _after_label(self, label: Extent, backs: list[Link], end: int) -> int:
        text = self.markup.view.text
        at = max(
            [label.end, *(link.extent.end for link in backs if link.extent.start <= label.start < link.extent.end)]
        )
        while at < end and text[at] in "])}.":
            at += 1
        return at

    def _trimmed(self, start: int, end: int) -> Extent:
        text = self.markup.view.text[start:end]
        start += len(text) - len(text.lstrip())
        return Extent(start, max(start, end - len(text) + len(text.rstrip())))

    def _date(self, one: Said) -> None:
        view = self.markup.view
        spans = (
            view.spans(one.extent) if one.extent.start < one.extent.end else (Span(one.span.end, one.span.end),)
        )
        values = {"datetime": _value(one.tag.values["datetime"], one.span.start)}
        role = _DATE_ROLES.get(one.tag.value("itemprop"), "")
        place = Span(spans[0].start, spans[-1].end)
        self.markup.dates.append(
            DateElement("time", one.span, values, self._text(one.extent), place, one.extent, role)
        )

    def _language(self) -> str:
        """The page's own language: as it says, else that of more than half of its text."""
        if self.markup.language:
            return _primary(self.markup.language)
        covered = Counter[str]()
        for one in self.said:
            covered[_primary(_language_of(one.tag))] += one.extent.end - one.extent.start
        covered.pop("", None)
        most = covered.most_common(1)
        return most[0][0] if most and most[0][1] * 2 > len(self.markup.view.text) else ""

    def _text(self, extent: Extent) -> str:
        return self.markup.view.text[extent.start : extent.end]


def _language_of(tag: Tag) -> str:
    return (tag.value("lang") or tag.value("xml:lang")).strip()


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _value(attribute: Attribute, tag_start: int) -> AttributeValue:
    start = tag_start + attribute.value_start
    return AttributeValue(unescape(attribute.value), Span(start, start + len(attribute.value)))
