r"""Runs of running text: what Markdown and pandoc write into them besides words.

A run is a stretch of the source that the parser calls text. In it stand escapes (`\[`), character references,
calls of notes that the parser does not know (`[^9]` without a note), inline notes (`^[…]`), attributes
(`{#f9 .class}`), raised letters (`2^nd^`), and what the parser was not shown: templates and formulas.
"""

import re

from edcheck.model import Flaw
from edcheck.model.markup import NoteElement
from edcheck.patterns import lazy_pattern
from edcheck.readers.elements import Frame
from edcheck.readers.entities import escaped_twice, resolve
from edcheck.readers.galley import NO_PROSE, NOWHERE, Galley, Place
from edcheck.readers.markdown.brackets import note_brackets
from edcheck.readers.markdown.masks import Mask
from edcheck.records import NamedTuple, dataclass, field
from edcheck.text import Span

LABEL = r"[^\[\]\s^]++"
# The first sign is matched by itself, then looked back at: so the search goes from sign to sign.
_TOKEN = lazy_pattern(
    r"[\\&\[\]^{](?:(?<=\\)(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<=&)(?P<reference>(?:#(?:[xX][0-9A-Fa-f]{1,6}+(?![0-9A-Fa-f])|[0-9]{1,7}+(?![0-9]))"
    r"|[A-Za-z][A-Za-z0-9]*+);?)"
    rf"|(?<=\[)(?:\^(?P<label>{LABEL})\](?P<colon>:)?"
    r"|(?P<opening>)(?=[^\[\]\r\n]*+\]\{[.#][^{}\r\n]*+\}))"
    r"|(?<=\^)(?:(?P<note>\[)|(?P<raised>[^\s^\[\]]{1,20}+)\^)"
    r"|(?<=\])(?P<closing>\{[.#:=][^{}\r\n]*+\})"
    r"|(?<=\{)(?P<attributes>[.#:=][^{}\r\n]*+\}))"
)
_IDENTIFIER = lazy_pattern(r"#([^\s}]++)")
_INDENT = 4
_LONGEST_NAME = 34
"""Letters of the name of a character, its semicolon included."""
_TEMPLATE_ID = lazy_pattern(r"\bid=(?:\"([^\"]*+)\"|'([^']*+)'|([\w.-]++))")
_ID = lazy_pattern(r"[^\s,]++")
_CALL = lazy_pattern(rf"\[\^({LABEL})\](?!:)")


class OpenNote(NamedTuple):
    """An inline note that is being read: where it is called, its mark, and where its closing bracket stands."""

    at: Place
    tag: Span
    end: int


@dataclass(slots=True)
class Definition:
    """A note's definition that is being read: its label, label's place and marker, where its text begins."""

    label: str
    place: Span
    tag: Span
    start: Place


@dataclass(slots=True)
class Runs:
    """Sets the runs of one text into its galley. Every call takes time linear in the run."""

    galley: Galley
    text: str
    masks: list[Mask]
    frame: Frame
    """What the block is that text is set into."""
    watched: int = 0
    """Text from here on cannot be set without a look at masks, open notes or pictures."""
    hidden: int = 0
    """How many pictures are open: their text is not set, but what it calls is called."""
    literal: bool = False
    """A backslash is one: so it is in an address between angle brackets."""
    definition: Definition | None = None
    """A definition inside a paragraph, which the parser did not see."""
    link: tuple[int, Place, Place] | None = None
    """The link that ended last: where in the source, and its text."""
    _next: int = 0
    """The first mask that may still come."""
    _open: list[OpenNote] = field(default_factory=list)
    _pairs: dict[int, int] = field(default_factory=dict)
    _opening: Place | None = None

    def __post_init__(self) -> None:
        if "^[" in self.text:
            self._pairs = note_brackets(self.text)
        self._watch()

    def _watch(self) -> None:
        """Find what comes next that is more than words."""
        if self.hidden or self._open:
            self.watched = 0
        elif self._next < len(self.masks):
            self.watched = self.masks[self._next].start
        else:
            self.watched = len(self.text)

    def hide(self) -> None:
        """A picture begins."""
        self.hidden += 1
        self._watch()

    def show(self) -> None:
        """A picture ends."""
        self.hidden -= 1
        self._watch()

    def end_block(self) -> None:
        """Whatever is open ends with the block."""
        while self._open:
            self._close_note()
        self._opening = None
        self.galley.column.end_block(self.frame)
        if self.definition:
            self.end_definition(self.definition)
            self.definition = None

    def end_definition(self, found: Definition) -> None:
        """A note's text is complete."""
        name = found.label.casefold()
        note = NoteElement(NOWHERE, found.place, found.label, (name,), tag=found.tag)
        self.galley.note(note, found.start, self.galley.place)

    def call(self, start: int, end: int) -> None:
        """A call `[^label]` that the parser knows."""
        place = Span(start + 2, end - 1)
        label = self.text[place.start : place.end]
        self.galley.call(label, label.casefold(), place, Span(start, end))

    def words(self, start: int, end: int) -> None:
        """Set a run of text, inline notes and masks included."""
        while start < end:
            if not self._open:
                start = self._masked_run(start, end)
                continue
            close = self._open[-1].end
            if start <= close:
                start = self._masked_run(start, min(close, end))
            if start == close < end:
                start += 1
            if start > close:
                self._close_note()

    def _masked_run(self, start: int, end: int) -> int:
        """Set text up to `end`, or to where an inline note begins; return where it stopped."""
        while self._next < len(self.masks) and self.masks[self._next].start < end:
            mask = self.masks[self._next]
            if mask.start >= start:
                reached = self._run(start, mask.start)
                if reached < mask.start:
                    return reached
                self._cover(mask)
                start = mask.end
            elif mask.kind == "template":
                self._template(mask)
            self._next += 1
            self._watch()
        return self._run(start, max(start, end))

    def finish(self) -> None:
        """The text is at its end."""
        self.end_block()
        for mask in self.masks[self._next :]:
            if mask.kind == "template":
                self._template(mask)

    def _cover(self, mask: Mask) -> None:
        """Set a stretch that the parser was not shown and that stands within a line."""
        if mask.kind == "formula" and not self.hidden:
            self.galley.no_prose("formula", mask.start, mask.end)
        elif not self.hidden and self.text[mask.start + 1] == "{":
            self.galley.column.indivisible(NO_PROSE, mask.start, mask.end)
        if mask.kind == "template":
            self._template(mask)

    def _template(self, mask: Mask) -> None:
        """Record what a template calls and which names it bears."""
        written = self.text[mask.start : mask.end]
        if "[^" in written:
            for match in _CALL.finditer(written):
                self.call(mask.start + match.start(), mask.start + match.end())
        given = _TEMPLATE_ID.search(written)
        if given:
            at = mask.start + given.start(given.lastindex or 1)
            place = self.galley.place
            for name in _ID.finditer(given[given.lastindex or 1]):
                span, tag = Span(at + name.start(), at + name.end()), Span(mask.start, mask.end)
                self.galley.anchor(name[0], span, tag, place, place)
                self.galley.anchor(f"fig-{name[0].replace('.', '-')}", Span(at, at), tag, place, place)

    def _run(self, start: int, end: int) -> int:
        if start >= end:
            return end
        at = start
        for match in _TOKEN.finditer(self.text, start, end):
            low = match.start()
            self._set(at, low)
            at = _HANDLERS[match.lastgroup or ""](self, match)
            if match.lastgroup == "note" and at > low:
                return at
        self._set(at, end)
        return end

    def _set(self, start: int, end: int) -> None:
        if start < end and not self.hidden:
            self.galley.column.verbatim(self.text[start:end], start)

    # -- one method for each thing in a run; each returns where the words go on

    def _escape(self, match: re.Match[str]) -> int:
        if self.literal:
            self._set(*match.span())
        elif not self.hidden:
            self.galley.column.indivisible(match["escaped"], *match.span())
        return match.end()

    def _reference(self, match: re.Match[str]) -> int:
        written, (start, end) = match[0], match.span()
        found = resolve(written)
        if found.flaw and found.flaw != "bare-ampersand":
            data = {"name": found.name, "reads": found.reads}
            self.galley.markup.flaws.append(Flaw(found.flaw, Span(start, start + found.length), data))
        twice = escaped_twice(self.text[end : end + _LONGEST_NAME]) if written == "&amp;" else None
        if twice is not None:
            data = {"name": twice.name, "reads": twice.reads}
            self.galley.markup.flaws.append(Flaw(twice.flaw, Span(start, end + twice.length), data))
        if written[-1] != ";" or not found.shown or found.length < len(written):
            return start
        if not self.hidden:
            self.galley.column.indivisible(found.shown, start, end)
        return end

    def _label(self, match: re.Match[str]) -> int:
        start, end = match.span()
        end -= match["colon"] is not None
        if match["colon"] and not self._open and not self.hidden and self._heads_line(start):
            self.end_block()
            place = Span(*match.span("label"))
            self.definition = Definition(match["label"], place, Span(start, end + 1), self.galley.place)
            return end + 1
        self.call(start, end)
        return end

    def _heads_line(self, at: int) -> bool:
        before = self.text[max(at - _INDENT, 0) : at].rstrip(" \t")
        return not before or before[-1] in "\r\n"

    def _note(self, match: re.Match[str]) -> int:
        start = match.start()
        end = self._pairs.get(start)
        if end is None or self.hidden:
            return start
        self._open.append(OpenNote(self.galley.open_column(start), Span(start, start + 2), end))
        self._watch()
        return match.end()

    def _close_note(self) -> None:
        opened, end = self._open.pop(), self.galley.place
        self._watch()
        self.galley.close_column()
        note = NoteElement(NOWHERE, opened.tag, inline=True, tag=opened.tag)
        self.galley.note(note, Place(end.column, 0), end, opened.at)

    def _raised(self, match: re.Match[str]) -> int:
        before = self.galley.begin(match.start())
        self._set(*match.span("raised"))
        self.galley.superscript(before, self.galley.place)
        return match.end()

    def _bracket(self, match: re.Match[str]) -> int:
        self._opening = self.galley.begin(match.start())
        return match.end()

    def _attributes(self, match: re.Match[str]) -> int:
        start = match.start()
        here = self.galley.begin(start)
        first = here
        if self.text[start] == "]":
            if self._opening is None:
                return start
            first, self._opening = self._opening, None
        elif self.link and self.link[0] == start:
            first, here = self.link[1:]
        name = _IDENTIFIER.search(match[0])
        if name:
            span = Span(start + name.start(1), start + name.end(1))
            self.galley.anchor(name[1], span, Span(*match.span()), first, here)
        return match.end()


_HANDLERS = {
    "escaped": Runs._escape,
    "reference": Runs._reference,
    "label": Runs._label,
    "colon": Runs._label,
    "note": Runs._note,
    "raised": Runs._raised,
    "opening": Runs._bracket,
    "closing": Runs._attributes,
    "attributes": Runs._attributes,
}
