"""HTML inside Markdown: single tags within a line, and whole blocks.

Tags are no part of the view; what they say (links, names, raised letters, blocks) is recorded as in a page.
"""

import re
from functools import cache

from edcheck.model import Problem
from edcheck.readers.column import tag_flaws
from edcheck.readers.elements import BLOCKS, HIDDEN, RAW, Structure, frame_of
from edcheck.readers.entities import unescape
from edcheck.readers.images import IMAGES, note_image
from edcheck.readers.markdown.runs import Runs
from edcheck.readers.markup import scanner
from edcheck.readers.running_text import FRESH
from edcheck.readers.tags import Tag, read_common_tag, read_tag
from edcheck.text import Span


@cache
def _scanner() -> re.Pattern[str]:
    return scanner(RAW)


class Fragments:
    """Reads HTML into the galley of a Markdown text."""

    def __init__(self, runs: Runs, masked: str) -> None:
        self.runs, self.galley = runs, runs.galley
        self._masked = masked

    def inline(self, start: int, end: int) -> None:
        """A tag or a comment within a line."""
        written = self.runs.text[start:end]
        if written.startswith(("<!", "<?")):
            return
        tag = read_tag(written) if written.startswith("<a ") else read_common_tag(written)
        self._flaws(tag, start)
        if tag.name in BLOCKS or tag.name == "p":
            self._boundary(tag, start)
        else:
            self._phrase(tag, start, written[1] == "/")

    def block(self, start: int, end: int) -> None:
        """Lines of HTML that stand by themselves."""
        text, runs = self.runs.text, self.runs
        structure, outer = Structure(), runs.frame
        position = start
        tokens = iter((*_scanner().split(self._masked[start:end]), ""))
        for run, written in zip(tokens, tokens, strict=True):
            if run:
                self._text(position, position + len(run))
                position += len(run)
            if written:
                self._block_token(text[position : position + len(written)], position, structure)
                position += len(written)
        runs.end_block()
        runs.frame = outer

    def _text(self, start: int, end: int) -> None:
        if not self.runs.text[start:end].isspace():
            self.runs.words(start, end)
        elif self.galley.column.running.state != FRESH:
            self.galley.column.verbatim(self.runs.text[start:end], start)

    def _block_token(self, written: str, at: int, structure: Structure) -> None:
        runs = self.runs
        if written.startswith("<!--"):
            if not written.endswith(">"):
                message = "a comment is not closed: everything after it was left out"
                name, span = runs.galley.markup.source.name, Span(at, at + 4)
                self.galley.markup.problems.append(Problem("notice", "unclosed-comment", message, name, span))
            return
        tag = read_common_tag(written)
        self._flaws(tag, at)
        name, closing = tag.name, written.startswith("</")
        if name in HIDDEN:
            if name == "title":
                words = " ".join(unescape(written[tag.length :]).split())
                self.galley.markup.title = self.galley.markup.title or words
        elif name in BLOCKS:
            self._boundary(tag, at)
            if closing:
                structure.close(name)
            else:
                structure.open(name, tag.value("class"))
            runs.frame = structure.top
            if name in RAW and len(written) > tag.length:
                runs.galley.column.verbatim(written[tag.length :], at + tag.length)
        elif name == "p":
            self._boundary(tag, at)
            runs.frame = structure.top if closing else frame_of("p", tag.value("class"), structure.top.kind)
        elif name:
            self._phrase(tag, at, closing)

    def _boundary(self, tag: Tag, at: int) -> None:
        self.runs.end_block()
        self.galley.column.named_block(tag, at)

    def _phrase(self, tag: Tag, at: int, closing: bool) -> None:
        end = at + tag.length
        if tag.name in IMAGES:
            note_image(self.galley.markup, tag, at)
        self.galley.column.phrase(tag, at, closing, self.runs.text[end : end + 1])

    def _flaws(self, tag: Tag, at: int) -> None:
        self.galley.markup.flaws += tag_flaws(tag, at)
