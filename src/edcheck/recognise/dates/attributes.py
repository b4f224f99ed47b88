"""Dates that the markup encodes: every attribute read with a verdict, and the text beside it read as a date.

Which notation an attribute takes is told by its name: `when`, `from`, `to`, `notBefore`, `notAfter` those of XML
Schema, their `-iso` forms ISO 8601 and EDTF, HTML's `datetime` that of HTML. Others (`when-custom`, `calendar`)
have no notation of their own and are not read.
"""

from collections.abc import Iterator
from dataclasses import replace

from edcheck.model import AttributeValue, DateElement, DateValue, Document, EncodedDate, Metadatum, StatedDate
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.agreement import ends_before
from edcheck.recognise.dates.amendments import amended, impossible_amended
from edcheck.recognise.dates.calendar import LAST_JULIAN_YEAR, days_in_month, is_valid
from edcheck.recognise.dates.edtf import Reading, read_value
from edcheck.recognise.dates.statements import read_date
from edcheck.recognise.dates.titles import read_title
from edcheck.text import Span

W3C = ("when", "notBefore", "notAfter", "from", "to")
"""Attributes in the notations of XML Schema."""
ISO = tuple(f"{name}-iso" for name in W3C)
"""Attributes in the notations of ISO 8601."""
_READ = frozenset((*W3C, *ISO, "datetime"))
_ENDS = (("from", "to"), ("notBefore", "notAfter"))
_FORWARDS = (*_ENDS, ("notBefore", "when"), ("when", "notAfter"), ("from", "when"), ("when", "to"))
_NOTHING = DateValue(None, None, None)
_TITLES = ("title",)
_DATES = frozenset(("date", "time", "origDate", "docDate", "birth", "death", "change", "dateStruct", "dateRange"))
_FIGURES = lazy_pattern(r"[0-9]{2}")
"""In any XML an attribute `when` may say something else: such a value must look like a date at least."""
_LONG_YEAR = lazy_pattern(r"-?[0-9]{5}(?![0-9])")
_VALUE = "value"
_STATED = "date"
_IN_FIGURES = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def find_encoded(document: Document, language: str) -> list[EncodedDate]:
    """Read every date element of the markup, in order, and the dates that it gives as metadata.

    `language` is the code of the language of their texts.
    """
    elements = document.markup.dates
    known = {element.text_span for element in elements}
    told = [
        DateElement("date", one.span, _as_value(one), one.text, one.span)
        for one in document.markup.metadata
        if one.name == "date" and one.span not in known
    ]
    encoded = [_read_element(element, language) for element in (*elements, *told)]
    _prefer_between(encoded)
    return encoded


def _as_value(stated: Metadatum) -> dict[str, AttributeValue]:
    """A date of the metadata as if it stood in an attribute, where it is in figures and no day that there is."""
    if not _IN_FIGURES.fullmatch(stated.text) or read_date(stated.text) is not None:
        return {}
    return {_STATED: AttributeValue(stated.text, stated.span)}


def _prefer_between(encoded: list[EncodedDate]) -> None:
    """Put first, of what a faulty value may have meant, what lies between the values before and after it."""
    for before, one, after in zip(encoded, encoded[1:], encoded[2:], strict=False):
        for value in one.values.values():
            if value.verdict == "valid" or one.text is not None or len(value.readings) < 2:
                continue
            if before.element.element != one.element.element != after.element.element:
                continue
            bounds = sorted(near.claim.written for near in (before, after) if near.claim is not None)
            if len(bounds) > 1:
                value.readings = tuple(sorted(value.readings, key=lambda new: not bounds[0] <= new <= bounds[1]))


def find_title_date(document: Document, language: str) -> StatedDate | None:
    """The date that the title gives; None where there is none, or where titles name different ones."""
    found = []
    for one in document.markup.metadata:
        date = read_title(one.text, language) if one.name in _TITLES else None
        if date is not None:
            found.append(replace(date, place=_part(document, one.text, one.span, date.place)))
    agreed = bool(found) and all((date.start, date.end) == (found[0].start, found[0].end) for date in found)
    return found[0] if agreed else None


def _part(document: Document, text: str, span: Span, part: Span | object) -> Span:
    """Where a part of a text lies in the source; the whole where the text is not there as it stands."""
    if isinstance(part, Span) and document.source.text[span.start : span.end] == text:
        return Span(span.start + part.start, span.start + part.end)
    return span


def _read_element(element: DateElement, language: str) -> EncodedDate:
    text = read_date(element.text, language)
    if text is not None:
        text = replace(text, place=element.text_span if element.extent is None else element.extent)
    values = {
        name: _read_value(name, value, text)
        for name, value in element.values.items()
        if (name in _READ or name == _STATED) and (element.element in _DATES or _FIGURES.search(value.value))
    }
    if _VALUE in element.values and not values:
        # TEI P4 asked for no notation here: only what can be read counts.
        value = _read_value(_VALUE, element.values[_VALUE], text)
        if value.verdict == "valid":
            values[_VALUE] = value
    encoded = EncodedDate(element, values, text)
    encoded.reversed_ends = tuple(_reversed_ends(values))
    encoded.claim = None if encoded.reversed_ends else _claim(values)
    return encoded


def _reversed_ends(values: dict[str, StatedDate]) -> Iterator[tuple[str, str]]:
    """Pairs that must run forwards and run backwards, those that bound a date before those that it exceeds."""
    sure = {name for name, value in values.items() if any(value.start) and value.verdict == "valid"}
    pairs = ((f"{first}{form}", f"{last}{form}") for form in ("", "-iso") for first, last in _FORWARDS)
    for first, last in pairs:
        if first in sure and last in sure and ends_before(values[last], values[first]):
            yield first, last
    yield from ((name, name) for name in sure if ends_before(values[name], values[name]))


def _claim(values: dict[str, StatedDate]) -> StatedDate | None:
    if not values or any(value.verdict != "valid" for value in values.values()):
        return None
    for form in ("", "-iso"):
        single = values.get(f"when{form}") or (None if form else values.get("datetime") or values.get(_VALUE))
        if single is not None:
            return single if any(single.start) or any(single.end) else None
        for first, last in _ENDS:
            low, high = values.get(f"{first}{form}"), values.get(f"{last}{form}")
            bound = low or high
            if bound is not None:
                start = low.start if low else _NOTHING
                end = high.end if high else _NOTHING
                written = " – ".join(value.written for value in (low, high) if value)
                return StatedDate(written, bound.place, start, end)
    return None


def _read_value(name: str, attribute: AttributeValue, text: StatedDate | None) -> StatedDate:
    html = name == "datetime"
    value = attribute.value
    reading = read_value(value, html)
    if reading is None:
        stated = StatedDate(value, attribute.span, _NOTHING, _NOTHING, "malformed")
        stated.fault, stated.reason = _what_is_wrong(value, html)
        stated.readings = (value.strip(),) if stated.fault == "blank" else amended(value, text, html)
        return stated
    stated = StatedDate(value, attribute.span, reading.start, reading.end)
    stated.notation, stated.doubtful = reading.notation, reading.doubtful
    _judge(stated, reading, text)
    if stated.verdict == "valid" and reading.notation == "basic" and name in W3C:
        stated.verdict, stated.fault = "malformed", "notation"
        stated.reason, stated.readings = "the hyphens are missing", amended(value, text)
    return stated


def _what_is_wrong(value: str, html: bool) -> tuple[str, str]:
    if not value.strip():
        return "empty", "it is empty"
    if value != value.strip() and read_value(value.strip(), html) is not None:
        return "blank", "a blank stands before or after it"
    if _LONG_YEAR.match(value):
        return "notation", "its year has five figures"
    return "notation", "it is in no notation for dates"


def _judge(stated: StatedDate, reading: Reading, text: StatedDate | None) -> None:
    """Call a value impossible that names a month or a day that no calendar has."""
    for value in dict.fromkeys((reading.start, reading.end)):
        year, month, day = value
        if is_valid(value) or (year is not None and year <= LAST_JULIAN_YEAR and is_valid(value, "julian")):
            continue
        stated.verdict, stated.fault = "impossible", "no-such-day"
        stated.reason = _why(year, month, day)
        if reading.start == reading.end:
            stated.readings = impossible_amended(value, text)
        return


def _why(year: int | None, month: int | None, day: int | None) -> str:
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month:02}"
    if month == 2 and day == 29 and year is not None:
        return f"{year} is no leap year"
    if month is None or not day or day > 31:
        return f"there is no day {day or 0:02}"
    return f"the month has {days_in_month(month, year)} days"
