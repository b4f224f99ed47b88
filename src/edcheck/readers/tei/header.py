"""What is read in elements whose text is none of the document's: names of places, dates, fields of the header."""

from typing import Any

from edcheck.model.markup import DateElement, Metadatum
from edcheck.readers.tei.dated import TELLING, date_values, role_of
from edcheck.readers.tei.elements import DATES
from edcheck.readers.tei.reading import Closer, Reading
from edcheck.readers.tei.records import LONGEST_TEXT
from edcheck.readers.tei.tags import Tag, without_tags
from edcheck.text import Span

_ROLES = {
    ("title", "titleStmt"): "title",
    ("author", "titleStmt"): "author",
    ("editor", "titleStmt"): "editor",
    ("publisher", "publicationStmt"): "publisher",
    ("date", "publicationStmt"): "published",
    ("date", "creation"): "date",
}
_PERSONS = frozenset({"persName", "orgName", "name", "rs"})
_CORRESPONDENTS = {"sent": "sender", "received": "recipient"}
FIELDS = frozenset({*(name for name, _ in _ROLES), *_PERSONS, "language", "correspAction"}) | DATES
"""Elements of the header that are looked at whatever attributes they bear."""


class Inspector:
    """Notes what elements say that are read over; `action` is the kind of the correspondence action at hand."""

    def __init__(self) -> None:
        self.action = ""

    def __call__(self, reading: Reading, tag: Tag, at: int, around: list[str]) -> Closer | None:
        """Note an element whose tag stands at source offset `at`."""
        name = tag.name
        found = tag.named(at)
        if found is not None:
            reading.records.anchors.append((reading.stretch(at), *found, name))
        if name == "correspAction":
            self.action = tag.value("type")
        elif name == "language" and tag.value("ident"):
            reading.records.used_language = reading.records.used_language or tag.value("ident")
        values = date_values(tag, at) if name in DATES or TELLING.search(tag.written) else {}
        date = None
        if values or name in DATES:
            inside = self.action if "correspAction" in around[-4:] else ""
            role = role_of(name, around, inside)
            date = DateElement(name, Span(at, reading.at), values, "", Span(reading.at, reading.at), None, role)
            reading.records.dates.append((None, date))
        field = self._field(tag, around)
        if not date and not field:
            return None
        return _content_ends, (date, field, reading.at)

    def _field(self, tag: Tag, around: list[str]) -> str:
        """The name of the field that an element of the header fills; empty where it fills none."""
        outer = around[-1]
        if outer == "correspAction":
            if tag.name in _PERSONS:
                return _CORRESPONDENTS.get(self.action, "")
            return "date" if tag.name == "date" and self.action == "sent" else ""
        if tag.name == "language" and outer == "langUsage":
            return "language"
        field = _ROLES.get((tag.name, outer), "")
        if field == "title" and tag.value("level") == "s":
            return "series"
        if field == "title" and "date" in tag.value("type"):
            return "date"
        return field


def _content_ends(reading: Reading, data: Any, at: int) -> None:
    date, field, start = data
    records = reading.records
    span = Span(start, max(at, start))
    text = without_tags(reading.source[span.start : min(span.end, span.start + LONGEST_TEXT)])
    if date:
        date.text, date.text_span = text, span
    text = " ".join(text.split())
    if field and text:
        records.metadata.append(Metadatum(field, text, span))
        if field == "title":
            records.title = records.title or text
