"""What a template does to the text, as far as the tables know it."""

from edcheck.model.markup import Metadatum, NoteElement
from edcheck.patterns import lazy_pattern
from edcheck.readers.galley import NO_PROSE, NOWHERE
from edcheck.readers.running_text import FRESH
from edcheck.readers.wikitext.brackets import Bracket
from edcheck.readers.wikitext.reading import Reading
from edcheck.readers.wikitext.references import References
from edcheck.readers.wikitext.templates import (
    ANCHORS,
    CALLS,
    FIELDS,
    HEADERS,
    LISTS,
    NOTES,
    TEXTS,
    UNSEEN,
    key,
)
from edcheck.records import dataclass
from edcheck.text import Span

_NAMED = lazy_pattern(r"\s*+([^\W\d][\w -]*?)[ \t]*=\s*+")
_VALUE = lazy_pattern(r"'*+(?:\[\[(?:[^\[\]|]*+\|)?+)?+\s*+([^\[\]{}|'\s][^\[\]{}|']*+)")
_NUMBERED = lazy_pattern(r"\s*+(\d)[ \t]*+=\s*+")


@dataclass(slots=True)
class _Template:
    """A template: its name as the tables have it, its parts by number and by name."""

    name: str
    bracket: Bracket
    numbered: list[Span]
    named: dict[str, Span]


def _parse(text: str, bracket: Bracket) -> _Template:
    (low, high), *parts = bracket.parts()
    numbered: list[Span] = []
    named: dict[str, Span] = {}
    for start, end in parts:
        given = _NAMED.match(text, start, end) or _NUMBERED.match(text, start, end)
        if given is None:
            numbered.append(Span(start, end))
        elif given[1].isdigit():
            numbered.append(Span(given.end(), end))
        else:
            named[key(given[1])] = _stripped(text, given.end(), end)
    return _Template(key(text[low:high]), bracket, numbered, named)


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Span(start, max(start, start + len(part.strip())))


def read_template(reading: Reading, references: References, bracket: Bracket) -> int:
    """Set a template; return where reading goes on."""
    template = _parse(reading.text, bracket)
    name, after = template.name, bracket.end + 2
    if name in NOTES:
        return _note(reading, references, template)
    if name in LISTS and "refs" in template.named:
        references.listed += 1
        return reading.within(*template.named["refs"], after, lambda: _end_list(reading, references))
    if name in CALLS:
        for span in template.numbered:
            label = reading.text[slice(*span)].strip()
            if label:
                reading.galley.call(label, label, span, Span(bracket.start - 2, after))
        return after
    if name in HEADERS:
        _read_fields(reading, template)
    if name in ANCHORS:
        for span in template.numbered:
            tag, place = Span(bracket.start - 2, after), reading.galley.begin(bracket.start - 2)
            if reading.text[slice(*span)].strip():
                reading.galley.anchor(reading.text[slice(*span)].strip(), span, tag, place, place)
    if name in TEXTS and template.numbered:
        part = template.numbered[min(TEXTS[name], len(template.numbered)) - 1]
        return reading.within(*part, after, lambda: None)
    return _unknown(reading, template)


def _end_list(reading: Reading, references: References) -> None:
    reading.end_block()
    references.listed -= 1


def _note(reading: Reading, references: References, template: _Template) -> int:
    bracket, text = template.bracket, reading.text
    after = bracket.end + 2
    whole = Span(bracket.start - 2, after)
    name = template.named.get("name")
    given = template.named.get("group")
    label = text[slice(*name)].strip("\"'") if name else ""
    group = text[slice(*given)].strip("\"'") if given else NOTES[template.name]
    if not template.numbered:
        if name and label:
            reading.galley.call(label, label, name, whole, group)
        return after
    place = name if name and label else whole
    note = NoteElement(NOWHERE, place, label, (label,) if label else (), group=group, tag=whole)
    references.open(note)
    return reading.within(*template.numbered[0], after, references.close)


def _read_fields(reading: Reading, template: _Template) -> None:
    markup = reading.galley.markup
    for name, span in template.named.items():
        found = _VALUE.match(reading.text, *span)
        value = found[1].strip() if found else ""
        if found and name in FIELDS and value:
            place = Span(found.start(1), found.start(1) + len(value))
            markup.metadata.append(Metadatum(FIELDS[name], value, place))
            if FIELDS[name] == "title":
                markup.title = markup.title or value


def _unknown(reading: Reading, template: _Template) -> int:
    """A template of which only its wiki knows what it shows: notes inside it are read, its text is not."""
    bracket, column = template.bracket, reading.galley.column
    after = bracket.end + 2
    start = bracket.start - 2
    hidden = template.name in UNSEEN or template.name in HEADERS or template.name in LISTS
    following = reading.text[after : after + 1]
    holds_notes = bool(bracket.bars) and reading.text.find("<ref", bracket.start, bracket.end) >= 0
    if not hidden and (column.running.state != FRESH or following not in ("", "\n", "\r")):
        column.indivisible(NO_PROSE, start, bracket.bars[0] if holds_notes else after)
    if not holds_notes:
        return after
    frame = reading.frame
    at = reading.galley.open_column(start)

    def finish() -> None:
        reading.galley.discard_column(at)
        reading.frame = frame

    return reading.within(bracket.bars[0] + 1, bracket.end, after, finish)
