"""One reStructuredText, line by line."""

import re

from edcheck.model import Edition, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.model.markup import AttributeValue, Metadatum, NoteElement
from edcheck.patterns import lazy_pattern
from edcheck.readers.elements import PAGE, Frame
from edcheck.readers.galley import NOWHERE, Galley, Place
from edcheck.readers.rest.directives import ADMONITIONS, CODE, METADATA, QUOTES, TEXT
from edcheck.readers.rest.inline import Inline, normal
from edcheck.readers.rest.tables import Tables
from edcheck.readers.rest.titles import Titles
from edcheck.records import dataclass
from edcheck.text import Source, Span

_LINE = lazy_pattern(r"([ \t\f\v]*+)([^\r\n]*+)(?:\r\n?|\n|\Z)")
_ADORNMENT = lazy_pattern(r"([!-/:-@\[-`{-~])\1{1,}[ \t]*\Z")
_EXPLICIT = lazy_pattern(r"(?:\.\.(?=[ \t]|\Z)|__(?=[ \t]))[ \t]*+")
_NOTE = lazy_pattern(r"\[(\d++|#[\w.:+-]*+|\*|[A-Za-z][\w.:+-]*+)\](?=[ \t]|\Z)[ \t]*+")
_TARGET = lazy_pattern(r"_(?:`([^`\r\n]++)`|([^:`\r\n][^:\r\n]*+)):(?=[ \t]|\Z)[ \t]*+(\S*+)")
_DIRECTIVE = lazy_pattern(r"(?:\|[^|\r\n]*+\|[ \t]++)?+([A-Za-z][\w.:+-]*?)::(?=[ \t]|\Z)[ \t]*+")
_ITEM = lazy_pattern(r"(?:[-*+•‣]|\(?(?:\d{1,3}|#)[.)])(?:[ \t]++(?=\S)|\Z)")
_FIELD = lazy_pattern(r":([A-Za-z][^:\r\n]{0,40}+):(?:[ \t]++|\Z)")
_LINE_BLOCK = lazy_pattern(r"\|(?:[ \t]++|\Z)")
_DOCTEST = ">>> "
_SHORTEST_LINE = 3
"""Signs that a line drawn across the page, or over a title, has more of."""
_CODE_FRAME = Frame("pre", "preformatted", 0, "code")
_ITEM_FRAME = Frame("li", "item")
_FIELD_FRAME = Frame("dd", "paragraph")
_QUOTE_FRAME = Frame("blockquote", "quote")
_VERSE_FRAME = Frame("div", "verse")


def read_rest(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read a reStructuredText."""
    return Page(source).read()


@dataclass(slots=True)
class _Context:
    """What lines farther in than `indent` belong to. `kind` is `text`, `code` or `unread`.

    `options` says that a directive's options may still come, `said` that the code already stands in the view.
    """

    indent: int
    frame: Frame
    kind: str = "text"
    note: NoteElement | None = None
    start: Place | None = None
    options: bool = False
    said: bool = False
    brief: bool = False
    """It ends with the next blank line."""


@dataclass(slots=True)
class _Paragraph:
    """The lines that are being collected: from where to where, how far in, and what they will be."""

    start: int
    end: int
    indent: int
    frame: Frame
    lines: int = 1


class Page:
    """One text while it is read."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.galley = Galley(source, "rest")
        self.inline = Inline(self.galley)
        self.titles = Titles(self.galley)
        self.tables = Tables(self.inline)
        self.contexts: list[_Context] = []
        self.paragraph: _Paragraph | None = None
        self.overline = ""
        self.verse = False
        self.in_head = True
        self.numbered = self.starred = 0
        self.addresses: dict[str, tuple[str, Span]] = {}

    def read(self) -> Markup:
        """Read the text and return what its markup says."""
        for line in _LINE.finditer(self.text):
            blank, words = line.groups()
            if words:
                indent = len(blank.expandtabs()) if blank else 0
                self._line(indent, line.start(2), words.rstrip(" \t\f\v"))
            else:
                self._blank_line()
        self._blank_line()
        self._leave(-1)
        self._resolve()
        self.titles.store()
        return self.galley.finish()

    def _blank_line(self) -> None:
        self._end_paragraph()
        self._end_verse()
        if self.overline:
            self.galley.column.rule()
            self.overline = ""
        self.tables.blank_line()
        if self.contexts:
            self.contexts[-1].options = False
            if self.contexts[-1].brief:
                self.contexts.pop()

    # -- lines

    def _line(self, indent: int, at: int, words: str) -> None:
        open_paragraph = self.paragraph
        if open_paragraph and not self._begins_anew(open_paragraph, indent, words):
            open_paragraph.end = at + len(words)
            open_paragraph.lines += 1
            if self._is_underline(open_paragraph, indent, words):
                self._end_title(open_paragraph, at, words)
            return
        self._end_paragraph()
        if words[0] != "|":
            self._end_verse()
        self._leave(indent)
        context = self.contexts[-1] if self.contexts else None
        if context and context.kind != "text":
            self._unread_line(context, at, words)
        elif context and context.options and _FIELD.match(words):
            return
        elif words[0].isalpha() and not self.tables.open:
            self._begin(at, words, indent)
        else:
            self._marked_line(indent, at, words)

    def _begins_anew(self, paragraph: _Paragraph, indent: int, words: str) -> bool:
        """Whether a line that follows a paragraph without a blank line begins another block."""
        if self.contexts and indent <= self.contexts[-1].indent:
            return True
        if words.startswith(".. ") and indent <= paragraph.indent:
            return True
        return paragraph.frame is _FIELD_FRAME and indent <= paragraph.indent

    def _unread_line(self, context: _Context, at: int, words: str) -> None:
        if context.kind == "code" and not context.said:
            context.said = True
            self.galley.no_prose("code", at, at + len(words))
            self.galley.column.end_block(_CODE_FRAME)

    def _marked_line(self, indent: int, at: int, words: str) -> None:
        """A line that may begin with markup."""
        if explicit := _EXPLICIT.match(words):
            self._explicit(indent, at, words, explicit.end())
        elif words == "::":
            self.contexts.append(_Context(indent, _CODE_FRAME, "code"))
        elif self.tables.line(at, words):
            return
        elif _ADORNMENT.match(words) and indent == 0 and len(words) > _SHORTEST_LINE:
            self.overline = words[0]
        elif words.startswith(_DOCTEST):
            self.contexts.append(_Context(indent - 1, _CODE_FRAME, "code", brief=True))
            self._unread_line(self.contexts[-1], at, words)
        elif item := _ITEM.match(words):
            self.contexts.append(_Context(indent, _ITEM_FRAME))
            self._nested(indent, at, words, item.end())
        elif field := _FIELD.match(words):
            self._field(field, indent, at, words)
        elif verse := _LINE_BLOCK.match(words):
            self._verse_line(at, words, verse.end())
        else:
            self._begin(at, words, indent)

    def _nested(self, indent: int, at: int, words: str, used: int) -> None:
        """What stands behind a marker, on its line."""
        if used < len(words):
            self._begin(at + used, words[used:], indent + 1)

    def _begin(self, at: int, words: str, indent: int) -> None:
        if self.contexts:
            frame = self.contexts[-1].frame
        else:
            frame = _QUOTE_FRAME if indent else PAGE
            self.in_head = self.in_head and not indent
        self.paragraph = _Paragraph(at, at + len(words), indent, frame)

    def _end_paragraph(self) -> None:
        found = self.paragraph
        if found is None:
            return
        self.paragraph = None
        self.overline = ""
        end = found.end
        if self.text.endswith("::", found.start, end):
            self.contexts.append(_Context(found.indent, _CODE_FRAME, "code"))
            end -= 1 if end - 2 > found.start and not self.text[end - 3].isspace() else 2
        self.in_head = False
        self.inline.words(found.start, end)
        self.galley.column.end_block(found.frame)

    def _end_verse(self) -> None:
        if self.verse:
            self.galley.column.end_block(_VERSE_FRAME)
            self.verse = False

    def _verse_line(self, at: int, words: str, used: int) -> None:
        if self.verse:
            self.galley.column.builder.inserted("\n", at)
        self.inline.words(at + used, at + len(words))
        self.verse = True

    # -- titles

    def _is_underline(self, paragraph: _Paragraph, indent: int, words: str) -> bool:
        return (
            paragraph.lines == 2
            and indent == 0 == paragraph.indent
            and len(words) > 2
            and _ADORNMENT.match(words) is not None
        )

    def _end_title(self, paragraph: _Paragraph, at: int, words: str) -> None:
        end = at
        while end > paragraph.start and self.text[end - 1] in " \t\r\n\f\v":
            end -= 1
        self.paragraph = None
        frame = self.titles.frame(words[0], self.overline)
        self.overline = ""
        before = self.galley.begin(paragraph.start)
        self.inline.words(paragraph.start, end)
        self.titles.add(paragraph.start, before)
        self.galley.column.end_block(frame)

    # -- explicit markup

    def _explicit(self, indent: int, at: int, words: str, used: int) -> None:
        rest = words[used:]
        if note := _NOTE.match(rest):
            self._note(note, indent, at, at + used)
            self._nested(indent, at, words, used + note.end())
        elif target := _TARGET.match(rest):
            self._goal(target, at, at + used, len(words))
            self.contexts.append(_Context(indent, PAGE, "unread"))
        elif directive := _DIRECTIVE.match(rest):
            self._directive(directive[1].lower(), indent, at, words, used + directive.end())
        else:
            self.contexts.append(_Context(indent, PAGE, "unread"))

    def _note(self, match: re.Match[str], indent: int, at: int, base: int) -> None:
        label, place = match[1], Span(base + match.start(1), base + match.end(1))
        name = normal(label.lstrip("#"))
        if label == "*":
            self.starred += 1
            name = f"symbol-{self.starred}"
        elif label == "#":
            self.numbered += 1
            name = f"auto-{self.numbered}"
        tag = Span(at, place.end + 1)
        element = NoteElement(NOWHERE, place, label, (name,), tag=tag)
        self.contexts.append(_Context(indent, PAGE, "text", element, self.galley.place))

    def _goal(self, match: re.Match[str], at: int, base: int, length: int) -> None:
        """A hyperlink target: a name for what follows, or for an address."""
        group = match.lastindex if match[1] is None else 1
        name = match[1] or match[2]
        start = base + match.start(1 if group == 1 else 2)
        span, tag = Span(start, start + len(name)), Span(at, at + length)
        if match[3]:
            place = Span(base + match.start(3), base + match.end(3))
            self.addresses.setdefault(normal(name), (match[3], place))
        else:
            here = self.galley.begin(at)
            self.galley.anchor(normal(name), span, tag, here, here)

    def _directive(self, name: str, indent: int, at: int, words: str, used: int) -> None:
        kind = "text" if name in TEXT else "code" if name in CODE else "unread"
        frame = _QUOTE_FRAME if name in QUOTES else PAGE
        self.contexts.append(_Context(indent, frame, kind, options=True))
        if name in ("image", "figure") and words[used:].strip():
            place = Span(at + used, at + len(words.rstrip()))
            self.galley.markup.images.append(AttributeValue(self.galley.markup.source.text[slice(*place)], place))
        if name in ADMONITIONS:
            self._nested(indent, at, words, used)

    def _field(self, match: re.Match[str], indent: int, at: int, words: str) -> None:
        name = METADATA.get(match[1].lower(), "") if self.in_head and not self.contexts else ""
        value, start = words[match.end() :].strip(), at + match.end()
        if self.in_head and not self.contexts:
            if name and value:
                span = Span(start, start + len(value))
                self.galley.markup.metadata.append(Metadatum(name, value, span))
                if name == "language":
                    self.galley.markup.language = value
            self.contexts.append(_Context(indent, PAGE, "unread"))
        else:
            self.contexts.append(_Context(indent, _FIELD_FRAME))
            self._nested(indent, at, words, match.end())

    # -- ends

    def _leave(self, indent: int) -> None:
        """Everything that a line at this indent does not belong to ends."""
        while self.contexts and indent <= self.contexts[-1].indent:
            context = self.contexts.pop()
            if context.note and context.start:
                self.galley.note(context.note, context.start, self.galley.place)

    def _resolve(self) -> None:
        """Tell links to addresses from links to names of this text."""
        for link, name in self.inline.named:
            if name in self.addresses:
                link.target, link.target_span = self.addresses[name]
            else:
                link.fragment = name
