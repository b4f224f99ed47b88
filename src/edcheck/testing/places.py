"""What a reader points at lies where it says, and says what the reader says it does.

A value may differ from what is written where the writing holds references (`&amp;`), escapes (`\\_`, `%20`),
markup of its own, or U+FFFC, which says nothing; white space and the case of letters are not compared. A span that
is empty claims nothing.
"""

from edcheck.model import Markup
from edcheck.testing.law import inside, require
from edcheck.text import Extent, Span

_ESCAPES = "&\\%<\ufffc"


def check_places(markup: Markup) -> None:
    """Hold everything that a markup points at against its view and its source."""
    _check_links(markup)
    _check_notes(markup)
    _check_passages(markup)
    _check_data(markup)
    _check_flaws(markup)


def _check_links(markup: Markup) -> None:
    source, length = markup.source.text, len(markup.view.text)
    for link in markup.links:
        inside(link.extent, length, "a link's text lies in the view", link)
        _check_span(markup, link.tag, "a link has a tag", link)
        _check_quote(markup, link.target, link.target_span, "a link's target stands where it says", link)
        ends = link.fragment is None or link.target.endswith(link.fragment) or "%" in link.target
        require(ends, "a link's fragment is the end of its target", link)
    for anchor in markup.anchors:
        inside(anchor.extent, length, "an anchor's text lies in the view", anchor)
        _check_span(markup, anchor.tag, "an anchor has a tag", anchor)
        require(bool(anchor.name), "an anchor has a name", anchor)
        _check_quote(markup, anchor.name, anchor.span, "an anchor's name stands where it says", anchor)
    for raised in markup.superscripts:
        inside(raised, length, "a superscript lies in the view")
    require(markup.superscripts == sorted(markup.superscripts), "superscripts are in the order of the view")
    tags = [link.tag for link in markup.links]
    require(tags == sorted(tags), "links are in the order of the source", *tags)
    require(all(0 <= tag.start <= tag.end <= len(source) for tag in tags), "a link's tag lies in the source")


def _check_notes(markup: Markup) -> None:
    length = len(markup.view.text)
    for note in markup.notes:
        inside(note.extent, length, "a note's text lies in the view", note)
        _check_place(markup, note.place, "a note's place is in the text", note)
        _check_span(markup, note.tag, "a note has a tag", note)
        require(note.at is None or 0 <= note.at <= length, "an inline note stands in the view", note)
        require(note.at is None or note.inline, "only an inline note has a place in the running text", note)
        if note.label:
            _check_quote(markup, note.label, note.place, "a note's label stands at its place", note)
    for call in markup.calls:
        inside(call.extent, length, "a call's text lies in the view", call)
        _check_place(markup, call.place, "a call's place is in the text", call)
        _check_span(markup, call.tag, "a call has a tag", call)
        name = call.target.rpartition("#")[2]
        _check_quote(markup, name, call.target_span, "a call's target stands where it says", call)
        if call.label:
            shown = [_written(markup, place) for place in (call.place, call.extent)]
            said = any(written and _says(written, call.label) for written in shown)
            said = said or call.label in _written(markup, call.tag)
            require(said, "a call's label stands where it is", call, *shown)


def _check_passages(markup: Markup) -> None:
    length = len(markup.view.text)
    for date in markup.dates:
        _check_span(markup, date.tag, "a date has a tag", date)
        _check_span(markup, date.text_span, "a date's text lies in the source", date)
        if date.extent is not None:
            inside(date.extent, length, "a date's text lies in the view", date)
        for value in date.values.values():
            _check_quote(markup, value.value, value.span, "a date's value stands where it says", date)
        _check_quote(markup, date.text, date.text_span, "a date's text stands where it says", date)
    for passage in markup.passages:
        inside(passage.extent, length, "a passage lies in the view", passage)
        _check_span(markup, passage.tag, "a passage has a tag", passage)
    for one in markup.breaks:
        require(0 <= one.at <= length, "a break lies in the view", one)
        _check_span(markup, one.tag, "a break has a tag", one)
        _check_quote(markup, one.label, one.label_span, "a break's label stands where it says", one)


def _check_data(markup: Markup) -> None:
    for datum in markup.metadata:
        require(bool(datum.name), "metadata have a name", datum)
        _check_quote(markup, datum.text, datum.span, "metadata stand where they say", datum)
    for entry in markup.contents:
        _check_place(markup, entry.place, "an entry of the contents is in the text", entry)
        require(entry.level > 0, "the level of an entry counts from 1", entry)


def _check_flaws(markup: Markup) -> None:
    spans = [flaw.span for flaw in markup.flaws]
    require(spans == sorted(spans), "flaws are in the order of the source", *spans)
    for flaw in markup.flaws:
        _check_span(markup, flaw.span, "a flaw lies in the source", flaw)
        require(flaw.span.start < flaw.span.end and bool(flaw.kind), "a flaw has a kind and a place", flaw)
    for problem in markup.problems:
        require(bool(problem.kind and problem.message), "a problem has a kind and words", problem)
        if problem.span is not None:
            _check_span(markup, problem.span, "a problem lies in the source", problem)


def _check_span(markup: Markup, span: Span, law: str, seen: object) -> None:
    inside(span, len(markup.source.text), law, seen)


def _check_place(markup: Markup, place: Extent | Span, law: str, seen: object) -> None:
    require(isinstance(place, (Extent, Span)), f"{law}: it is an Extent or a Span", seen)
    text = markup.view.text if isinstance(place, Extent) else markup.source.text
    inside(place, len(text), law, seen)


def _check_quote(markup: Markup, value: str, place: Extent | Span, law: str, seen: object) -> None:
    _check_place(markup, place, law, seen)
    written = _written(markup, place)
    require(not written or _says(written, value), law, value, written, seen)


def _written(markup: Markup, place: Extent | Span) -> str:
    text = markup.view.text if isinstance(place, Extent) else markup.source.text
    return text[place.start : place.end]


def _says(written: str, value: str) -> bool:
    """Tell whether a value is what is written, as far as that can be told without knowing the format."""
    if any(mark in written for mark in _ESCAPES):
        return True
    return "".join(value.split()).casefold() in "".join(written.split()).casefold()
