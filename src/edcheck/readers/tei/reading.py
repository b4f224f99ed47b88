"""Reading one XML text: its tokens by turns, a stack of what is open, and an effect for each element that has one.

Every distinct tag is understood once. An element that is transparent only comes and goes on the stack; one that
has effects leaves there what is to be done at its end. Elements of which nothing is read consume their tokens
themselves.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from edcheck.model import Markup
from edcheck.readers.markup import xml_scanner
from edcheck.readers.tei.elements import OUTSIDE, Frame
from edcheck.readers.tei.notenames import Notes
from edcheck.readers.tei.records import NoteRecord, Records, Stretch
from edcheck.readers.tei.streams import Streams
from edcheck.readers.tei.tags import Tag, without_tags
from edcheck.records import dataclass
from edcheck.text import Span

Closer = tuple[Callable[["Reading", Any, int], None], Any]
"""What is to be done at an element's end: a function of the reading, what it needs, and the source offset."""
Effect = Callable[["Reading", Tag, int], Closer | None]
Inspect = Callable[["Reading", Tag, int, list[str]], Closer | None]
"""What is noted of an element that is read over, from its tag, place and the names of the elements around it."""
Token = tuple[str, tuple[Effect, ...] | None, Tag | None]
"""A tag understood: the element's name (empty where nothing stays open), its effects (None for an end tag), the
tag (None for a transparent one)."""

SKIPPED: Final[Closer] = (lambda reading, data, at: None, None)
"""Returned by an effect that has read its element up to the end tag."""
_COMMON = 400
"""Markup longer than that is not kept: it is a comment, a section or a declaration."""
_MANY = 1 << 15
_ELSEWHERE = re.compile(r"[:/.\s]")
_LONGEST = 256
_FARTHEST = 100
"""Open elements over which an end tag that fits none of them is looked for."""


@dataclass(slots=True)
class Choice:
    """An open `choice` or `app`: which child is wanted, which was read and where, and what another one says."""

    wanted: str
    stretch: Stretch
    chosen: str = ""
    other: str = ""


class Tokens(dict[str, Token]):
    """Every distinct piece of markup, understood when it is first met.

    Tags come again from document to document, so what is understood is kept, but not without bounds.
    """

    def __init__(self, understand: Callable[[str], Token]) -> None:
        super().__init__({"": ("", (), None)})
        self._understand = understand

    def __missing__(self, written: str) -> Token:
        token = self._understand(written)
        if len(written) < _COMMON:
            if len(self) >= _MANY:
                self.clear()
                self[""] = ("", (), None)
            self[written] = token
        return token


class Reading:
    """A document while it is read. `at` is the source offset behind the token at hand.

    `names` are the open elements, outermost first, `closers` what their ends will do; `frame` is what text that
    comes next belongs to.
    """

    def __init__(self, markup: Markup, known: "Tokens", inspect: Inspect) -> None:
        self.markup = markup
        self.inspect = inspect
        self.source = markup.source.text
        self.streams = Streams(markup.flaws)
        self.records = Records()
        self.pieces = xml_scanner().split(self.source)
        self.pieces.append("")
        tokens = iter(self.pieces)
        self.tokens: Iterator[tuple[str, str]] = zip(tokens, tokens, strict=True)
        self.known = known
        self.names: list[str] = [""]
        self.closers: list[tuple[Closer, ...] | None] = [None]
        self.frame: Frame = OUTSIDE
        self.divisions = 0
        self.at = 0
        self.choices: list[Choice] = []
        self.wanted: Iterator[str] = iter(())
        self.open_notes: list[NoteRecord] = []
        self.notes = Notes(())
        self.bare_names = False
        """A pointer without `#` names a place of this file, as in P4."""

    def read(self) -> None:
        """Read all tokens; what is left open at the end is closed there."""
        names, closers, known, streams = self.names, self.closers, self.known, self.streams
        stream = streams.current
        running = stream.running
        texts, sources = running.texts, running.sources
        position = 0
        for run, written in self.tokens:
            if run:
                if running.state:
                    running.first_run(run, position, False)
                elif "&" in run:
                    running.references(run, position)
                else:
                    texts.append(run)
                    sources.append(position)
                position += len(run)
            name, effects, tag = known[written]
            if effects is None:
                if name == names[-1]:
                    names.pop()
                    todo = closers.pop()
                    if todo is not None:
                        for close, data in todo:
                            close(self, data, position)
                else:
                    self.close_crossed(name, position)
                position += len(written)
            elif effects and tag is not None:
                self.at = position + len(written)
                self._enter(name, effects, tag, position)
                position = self.at
            else:
                if name:
                    names.append(name)
                    closers.append(None)
                position += len(written)
            if streams.current is not stream:
                stream = streams.current
                running = stream.running
                texts, sources = running.texts, running.sources
        while len(names) > 1:
            names.pop()
            self._finish(closers.pop() or (), position)
        self.end_block()

    def _enter(self, name: str, effects: tuple[Effect, ...], tag: Tag, position: int) -> None:
        """Let an element have its effects; it stays open unless it is empty or was read whole."""
        todo: tuple[Closer, ...] = ()
        for effect in effects:
            closer = effect(self, tag, position)
            if closer is SKIPPED:
                name = ""
                break
            if closer is not None:
                todo = (closer, *todo)
        if name:
            self.names.append(name)
            self.closers.append(todo or None)
        else:
            self._finish(todo, self.at)

    def _finish(self, todo: tuple[Closer, ...], position: int) -> None:
        for close, data in todo:
            close(self, data, position)

    def close_crossed(self, name: str, position: int) -> None:
        """An end tag that is not the innermost element's: close its element with all inside, if it is open."""
        names = self.names
        if name in names[-_FARTHEST:]:
            while True:
                closed = names.pop()
                self._finish(self.closers.pop() or (), position)
                if closed == name:
                    break

    # -- what effects are made of

    def stretch(self, at: int) -> Stretch:
        """The stretch that begins behind the tag at hand; it is empty until its end is set."""
        mark = self.streams.mark()
        return Stretch(Span(at, self.at), mark, mark)

    def fragment(self, target: str) -> str | None:
        """The name that a pointer asks for in this file; None where it leads elsewhere."""
        before, mark, name = target.partition("#")
        if not mark and self.bare_names and not _ELSEWHERE.search(target):
            return target
        own = self.markup.source.name.replace("!", "/").rpartition("/")[2]
        return name if mark and before in ("", own) else None

    def end_block(self) -> None:
        """End the block that text was collected for."""
        self.streams.current.end_block(self.frame)

    def skip(self, tag: Tag) -> str:
        """Read over everything up to the end of an element that has just begun; return it as written.

        Its places and dates are noted all the same. An end tag that belongs to an element around ends it, too.
        """
        if tag.empty:
            return ""
        start = position = self.at
        inner: list[str] = [tag.name]
        todo: list[tuple[int, Closer]] = []
        for run, written in self.tokens:
            position += len(run)
            name, effects, found = self.known[written]
            if effects is None:
                if name == inner[-1]:
                    inner.pop()
                    if inner and not todo:
                        position += len(written)
                        continue
                elif name in inner[-_FARTHEST:]:
                    while inner.pop() != name:
                        pass
                elif name in self.names[-_FARTHEST:]:
                    inner.clear()
                while todo and todo[-1][0] > len(inner):
                    close, data = todo.pop()[1]
                    close(self, data, position)
                if not inner:
                    self.at = position + len(written)
                    if name != tag.name:
                        self.close_crossed(name, position)
                    return self.source[start:position]
            elif found is not None and found.telling:
                self.at = position + len(written)
                closer = self.inspect(self, found, position, inner)
                if name:
                    inner.append(name)
                if closer is not None:
                    todo.append((len(inner) if name else len(inner) + 1, closer))
            elif name:
                inner.append(name)
            position += len(written)
        self.at = position
        for _, (close, data) in reversed(todo):
            close(self, data, position)
        return self.source[start:position]


def beginning(content: str) -> str:
    """The text of a stretch of source that is not in the view, or what it begins with if it is long."""
    return " ".join(without_tags(content[: 4 * _LONGEST]).split())[:_LONGEST]
