"""What elements say of the text they enclose: passages, languages, names, dates, boundaries."""

from typing import Any

from edcheck.model.markup import DateElement
from edcheck.readers.tei.dated import date_values, role_of
from edcheck.readers.tei.elements import BREAKS, DATES, PASSAGES
from edcheck.readers.tei.reading import Closer, Reading
from edcheck.readers.tei.records import Stretch
from edcheck.readers.tei.tags import Tag
from edcheck.text import Span


def passage(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element that says something editorial of its text."""
    tongue = tag.value("xml:lang") or tag.value("lang")
    return _passage_ends, (reading.stretch(at), PASSAGES[tag.name], tongue)


def _passage_ends(reading: Reading, data: Any, at: int) -> None:
    stretch, kind, tongue = data
    _end(reading, stretch)
    reading.records.passages.append((stretch, kind, tongue, ""))


def _end(reading: Reading, stretch: Stretch) -> None:
    """A stretch ends here, unless the text went on in another stream."""
    mark = reading.streams.mark()
    if mark[0] == stretch.start[0]:
        stretch.end = mark


def language(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """`xml:lang`: the language of the whole, or of a passage."""
    tongue = tag.value("xml:lang") or tag.value("lang")
    records = reading.records
    if tag.name in ("text", "body"):
        records.text_language = records.text_language or tongue
    elif len(reading.names) == 1:
        records.root_language = records.root_language or tongue
    elif tongue and tag.name != "foreign":
        stretch = reading.stretch(at)
        records.tongues.append((stretch, tongue))
        return _stretch_ends, stretch
    return None


def anchor(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An identifier: the element can be pointed at."""
    found = tag.named(at)
    if found is None:
        return None
    stretch = reading.stretch(at)
    reading.records.anchors.append((stretch, *found, tag.name))
    return _stretch_ends, stretch


def _stretch_ends(reading: Reading, stretch: Stretch, at: int) -> None:
    _end(reading, stretch)


def dated(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """An element that states a date."""
    values = date_values(tag, at)
    if not values and tag.name not in DATES:
        return None
    stretch = reading.stretch(at)
    role = role_of(tag.name, reading.names, "")
    date = DateElement(tag.name, stretch.tag, values, "", Span(reading.at, reading.at), None, role)
    reading.records.dates.append((stretch, date))
    return _date_ends, (stretch, date)


def _date_ends(reading: Reading, data: Any, at: int) -> None:
    stretch, date = data
    _end(reading, stretch)
    date.text_span = Span(date.text_span.start, max(at, date.text_span.start))


def boundary(reading: Reading, tag: Tag, at: int) -> Closer | None:
    """A milestone: a boundary in the source or its print, which parts no word."""
    stretch = reading.stretch(at)
    reading.records.breaks.append((stretch.start, BREAKS[tag.name], stretch.tag, tag.placed("n", at)))
    return None
