"""Notes that the markup marks: `[^1]` and its definition, `<note>` and `<ref>`, `noteref` and `footnote`.

Here nothing has to be guessed: a reference *names* its note. Notes and references of one kind of label are aligned
all the same, because names do not say which of two is wrong: the second definition of 77 among notes that lack 78
is one slip, not a note too many and a reference too many. Where the name is the label itself, as in Markdown, the
order of the numbers means nothing, and each note takes its turn where it is first called.

What may have its partner in another file (a target with a file's name, references without any note, notes without
any reference) is set aside as a `Crossing`.
"""

from bisect import bisect_left
from itertools import pairwise

from edcheck.model import CallElement, Document, Label, Note, NoteElement, Reference, Series
from edcheck.model.note import LabelKind
from edcheck.recognise.addresses import own_name, split_target
from edcheck.recognise.notes.astray import pair_mistaken_names
from edcheck.recognise.notes.automatic import part_automatic
from edcheck.recognise.notes.bodies import is_placeholder, signature
from edcheck.recognise.notes.exchanges import exchanged_in_list
from edcheck.recognise.notes.labels import parse_label, reading
from edcheck.recognise.notes.lending import lend_labels
from edcheck.recognise.notes.linking import align_linked
from edcheck.recognise.notes.malformed import recover_marked
from edcheck.recognise.notes.namesakes import explain_namesakes
from edcheck.recognise.notes.reach import NameIndex
from edcheck.recognise.notes.twins import forget_symptoms_of_twins
from edcheck.recognise.notes.uncalled import explain_uncalled
from edcheck.recognise.notes.waiting import (
    crossing_call,
    crossing_note,
    is_abroad,
    is_listed,
    is_own_label,
    needs_no_call,
    way_back,
)
from edcheck.records import dataclass, field
from edcheck.text import Extent, Span

_SHAPES = {"arabic": "n", "letter": "a", "roman": "i", "symbol": "*", "name": "name"}

_NUMBERED = 3
"""Numbered notes beside which a letter in a label stands for a digit."""
_Key = tuple[str, LabelKind, str]
"""What is counted together: a group of the markup, a kind of label, a star."""


def find_marked(document: Document) -> None:
    """Add the notes and references that the markup marks to those that the words show."""
    elements, calls = document.markup.notes, document.markup.calls
    own = own_name(document.name)
    index = NameIndex(elements)
    here: list[tuple[CallElement, str]] = []
    for call in calls:
        file, name = split_target(call.target)
        if file and file != own:
            document.crossings.append(crossing_call(call, by_label=False))
        else:
            here.append((call, name))
    placed = needs_no_call(document, elements, {name for call in calls for name in call.names}, bool(here))
    if here and all(placed) and not any(index.find(name) for _, name in here):
        document.crossings += [crossing_call(call, by_label=True) for call, _ in here]
        here = []
    called = {note for _, name in here for note in index.find(name)}
    groups = {elements[note].group for note in called}
    waiting = {
        note
        for note, element in enumerate(elements)
        if not placed[note] and note not in called and (element.group not in groups or is_abroad(element, own))
    }
    ends = dict(pairwise([*(element.tag.start for element in elements), len(document.source.text)]))
    for note in sorted(waiting):
        element = elements[note]
        back = way_back(document, element, ends.get(element.tag.start, element.tag.end))
        document.crossings.append(crossing_note(element, back))
    kept = [note for note in range(len(elements)) if note not in waiting]
    _Apparatus(document, [elements[note] for note in kept], here, [placed[note] for note in kept]).fill()
    recover_marked(document)
    pair_mistaken_names(document)
    forget_symptoms_of_twins(document)


@dataclass(slots=True)
class _Apparatus:
    """The marked notes and calls of one document while they are brought together."""

    document: Document
    elements: list[NoteElement]
    calls: list[tuple[CallElement, str]]
    attached: list[bool]
    linked: dict[int, list[int]] = field(default_factory=dict)
    """For each reference the notes that it names, as indices into the document's lists."""
    index: NameIndex = field(default_factory=lambda: NameIndex([]))
    call_names: set[str] = field(default_factory=set)
    """The names of references, and those of all places if there are such."""
    known: set[str] = field(default_factory=set)
    first_note: int = 0
    first_reference: int = 0

    def fill(self) -> None:
        """Make the objects of the model and align them."""
        document = self.document
        self.first_note, self.first_reference = len(document.notes), len(document.references)
        self.index = NameIndex(self.elements)
        reached = [self.index.find(name) for _, name in self.calls]
        note_keys, notes = self._notes(reached)
        keys = self._references(reached, note_keys)
        document.notes += notes
        series = self._series([*note_keys, *keys])
        for note, key in zip(notes, note_keys, strict=True):
            note.series = series[key]
        for reference, key in zip(document.references[self.first_reference :], keys, strict=True):
            reference.series = series[key]
        self.linked = {
            self.first_reference + call: [self.first_note + note for note in found]
            for call, found in enumerate(reached)
            if found
        }
        self.call_names = {name for call, _ in self.calls for name in call.names}
        self.known = {anchor.name for anchor in document.anchors} if self.call_names else set()
        for key, number in series.items():
            self._count(key, number)
        if document.format == "docx":
            part_automatic(document, self.linked)
        document.alignment.pairs.sort()
        self._explain_uncalled()

    def _explain_uncalled(self) -> None:
        """Explain the numbers of notes that stand where they are called."""
        called = {note for found in self.linked.values() for note in found}
        members: list[tuple[int, NoteElement]] = []
        others = []
        for index, element in enumerate(self.elements, self.first_note):
            if self.attached[index - self.first_note] and element.label and index not in called:
                members.append((index, element))
            else:
                others.append(element.label)
        explain_uncalled(self.document, members, others)
        if self.document.format == "wikitext":
            explain_namesakes(self.document, members)

    def _notes(self, reached: list[list[int]]) -> tuple[list[_Key], list[Note]]:
        own = [element.label for element in self.elements]
        listed = {index for index, element in enumerate(self.elements) if is_listed(element)}
        texts = lend_labels(own, [call.label for call, _ in self.calls], reached, listed)
        numbers = {text for text in texts if text.isdecimal()}
        keys, notes = [], []
        for element, label_text in zip(self.elements, texts, strict=True):
            label, star = _label(label_text, element.names[0] if element.names else "")
            value = _misread(element.label) if len(numbers) >= _NUMBERED else None
            garbled = value is not None and value not in numbers
            if garbled:
                label = Label(element.label, "arabic", int(value or 0))
            start = element.extent.start
            text = self.document.quote(element.extent)
            keys.append((element.group, label.kind, star))
            notes.append(
                Note(
                    label,
                    Extent(start, start),
                    element.place,
                    element.extent,
                    "element",
                    placeholder=is_placeholder(text, self.document.edition.placeholders),
                    signature=element.responsible or signature(text),
                    garbled="misread-digit" if garbled else None,
                    anchors=element.names,
                    links=self._ways_back(element),
                )
            )
        return keys, notes

    def _ways_back(self, element: NoteElement) -> tuple[int, ...]:
        """The links by which a note leads back to where it is called."""
        if not element.belongs_to:
            return ()
        links = self.document.links
        low = bisect_left(links, element.tag, key=lambda link: link.tag)
        found = []
        for index in range(low, len(links)):
            link = links[index]
            if link.extent.start > element.extent.end and link.tag != element.tag:
                break
            if link.target in element.belongs_to:
                found.append(index)
        return tuple(found)

    def _references(self, reached: list[list[int]], note_keys: list[_Key]) -> list[_Key]:
        """Add the references; one that reaches no note is counted with those that show the same kind of label."""
        numbers = {element.label for element in self.elements}
        habits: dict[tuple[LabelKind, str], _Key] = {}
        parsed = []
        for (call, name), found in zip(self.calls, reached, strict=True):
            label, star = _label(call.label or (self.elements[found[0]].label if found else ""), name)
            garbled = None
            if not found and label.kind == "name" and (value := reading(label.text)) and str(value) in numbers:
                label, garbled = Label(label.text, "arabic", value), "misread-digit"
            parsed.append((label, star, garbled))
            if found:
                habits.setdefault((label.kind, star), note_keys[found[0]])
        keys = []
        for (call, name), found, (label, star, garbled) in zip(self.calls, reached, parsed, strict=True):
            reference = Reference(
                label, call.extent, call.place, "element", anchors=call.names, garbled=garbled, target=name
            )
            reference.target_span = call.target_span if call.target_span.end else None
            self.document.references.append(reference)
            habit = habits.get((label.kind, star), (call.group, label.kind, star))
            keys.append(note_keys[found[0]] if found else habit)
        return keys

    def _series(self, keys: list[_Key]) -> dict[_Key, int]:
        found: dict[_Key, int] = {}
        for key in keys:
            if key not in found:
                group, kind, star = key
                shape = f"[{_SHAPES[kind]}{star}]"
                name = group or self.document.edition.series.get(shape, "starred notes" if star else "notes")
                found[key] = len(self.document.series)
                self.document.series.append(Series(name, kind, shape))
        return found

    def _count(self, key: _Key, series: int) -> None:
        """Explain one series."""
        document = self.document
        called = {note for found in self.linked.values() for note in found}
        notes = [
            note
            for note, element in enumerate(self.elements, self.first_note)
            if document.notes[note].series == series
            and (not element.inline or (note in called and not self._is_written_again(note)))
        ]
        notes = [note for note in notes if note in called or self._asks_for_a_call(note)]
        references = [
            index
            for index in range(self.first_reference, len(document.references))
            if document.references[index].series == series
        ]
        if not notes and not references:
            return
        own = all(is_own_label(self.elements[note - self.first_note]) for note in notes)
        align_linked(document, series, notes, references, self.linked, own)
        if own and document.format == "rest":
            document.alignment.repairs += exchanged_in_list(document, notes, len(document.scopes) - 1)

    def _asks_for_a_call(self, note: int) -> bool:
        """Whether a note that nothing calls belongs to a reference, to one that is lost, or does not say where."""
        names, known = self.call_names, self.known
        element = self.elements[note - self.first_note]
        targets = element.belongs_to
        if not targets or any(split_target(target)[1] in names for target in targets):
            return True
        if not names or not element.names or any(split_target(target)[1] in known for target in targets):
            return False
        for target in targets:
            at = self.document.source.text.find(target, *element.tag)
            self.document.alignment.told.append(Span(at, at + len(target)))
        return True

    def _is_written_again(self, note: int) -> bool:
        """Whether an inline note repeats the first of its name word by word."""
        notes, quote = self.document.notes, self.document.quote
        first = self.first_note + self.index.find(notes[note].anchors[0])[0]
        return first != note and quote(notes[first].body) == quote(notes[note].body)


def _misread(text: str) -> str | None:
    """The number that figures with a letter among them stand for (`l0`), as text."""
    value = reading(text) if any(map(str.isdigit, text)) and not text.isdecimal() else None
    return None if value is None else str(value)


def _label(text: str, name: str) -> tuple[Label, str]:
    """The label as a number, letter or symbol, else as a name, and its star; an empty one is the `name`."""
    parsed = parse_label(text)
    if parsed is not None:
        return parsed.label, parsed.star
    return Label(text or name, "name", None), ""
