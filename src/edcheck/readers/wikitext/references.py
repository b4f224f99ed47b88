"""Notes between `<ref>` and `</ref>`: where they are called, by which names, and in which groups."""

from edcheck.model.markup import Flaw, NoteElement
from edcheck.patterns import lazy_pattern
from edcheck.readers.elements import PAGE, Frame
from edcheck.readers.galley import NOWHERE, Place
from edcheck.readers.tags import Tag
from edcheck.readers.wikitext.reading import Reading
from edcheck.text import Span

_REF = lazy_pattern(r"<(?:(?P<close>/ref[ \t\r\n]*+>)|ref(?:[ \t\r\n][^<>]*+)?+>)")


class References:
    """The `<ref>` elements of a text. `listed` counts the open lists of definitions (`<references>`)."""

    def __init__(self, reading: Reading) -> None:
        self.listed = 0
        self._reading = reading
        self._galley = reading.galley
        self._ends = _ends(reading.text) if "<ref" in reading.text else {}
        self._awaited: set[int] = set()
        self._open: list[tuple[NoteElement, Place, Frame]] = []

    def start(self, tag: Tag, at: int, limit: int) -> int:
        """A start tag: a call where it holds nothing, else a note; return where reading goes on."""
        after = at + tag.length
        name, group = tag.values.get("name"), tag.value("group")
        whole = Span(at, after)
        if tag.empty or self._reading.text[after - 2] == "/":
            # The slash belongs to a value without quotes: `<ref name=a/>`.
            value = name.value if name and name.quote else name.value.rstrip("/") if name else ""
            if name and value:
                place = Span(at + name.value_start, at + name.value_start + len(value))
                self._galley.call(value, value, place, whole, group.rstrip("/"))
            return after
        closing = self._ends.get(at, limit)
        if at not in self._ends:
            written = name.value if name else ""
            self._galley.markup.flaws.append(Flaw("unclosed-note", whole, {"name": written}))
        if closing >= limit:
            return after
        follow = tag.values.get("follow")
        if follow and follow.value:
            place = Span(at + follow.value_start, at + follow.value_start + len(follow.value))
            self._galley.call(follow.value, follow.value, place, whole, group)
        label, place = "", whole
        if name and name.value:
            label = name.value
            place = Span(at + name.value_start, at + name.value_start + len(label))
        note = NoteElement(NOWHERE, place, label, (label,) if label else (), group=group, tag=whole)
        self._awaited.add(closing)
        self.open(note)
        return after

    def open(self, note: NoteElement) -> None:
        """A note begins whose text is read next."""
        note.inline = not self.listed
        self._open.append((note, self._galley.open_column(note.tag.start), self._reading.frame))
        self._reading.frame = PAGE

    def end_tag(self, at: int) -> None:
        """An end tag; one without a start means nothing."""
        if at in self._awaited:
            self.close()

    def close(self) -> None:
        """The innermost note ends here."""
        self._reading.end_block()
        note, at, self._reading.frame = self._open.pop()
        end = self._galley.place
        self._galley.close_column()
        self._galley.note(note, Place(end.column, 0), end, at if note.inline else None)


def _ends(text: str) -> dict[int, int]:
    """Where each note's end tag begins; a start tag that another one follows has none."""
    ends: dict[int, int] = {}
    opened = -1
    for match in _REF.finditer(text):
        if match["close"]:
            if opened >= 0:
                ends[opened] = match.start()
            opened = -1
        elif match[0][-2] != "/":
            opened = match.start()
    return ends
