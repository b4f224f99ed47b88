"""Reads the NCX, the table of contents of an EPUB 2: its entries with their targets, and the title of the book.

None of it is prose, so the view stays empty; an entry's place is its label as written.
"""

from edcheck.model import ContentsEntry, Edition, Link, Markup, Metadatum
from edcheck.model.edition import NO_SETTINGS
from edcheck.readers.interface import decoding_problems
from edcheck.readers.small_xml import Tag, Words, walk
from edcheck.records import dataclass
from edcheck.text import Extent, Source, Span, ViewBuilder


def read_ncx(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read one NCX. Only its map of contents counts: lists of pages and of figures name no headings."""
    markup = Markup(source, "ncx", ViewBuilder().build(), problems=decoding_problems(source))
    reading = _Reading(markup)
    for part in walk(source.text):
        if isinstance(part, Words):
            reading.words(part)
        else:
            reading.tag(part)
    return markup


@dataclass(slots=True)
class _Reading:
    """How far a reading has come: the part of the file it is in, how deep, and the last label in it."""

    markup: Markup
    part: str = ""
    depth: int = 0
    in_text: bool = False
    label: str = ""
    place: Span = Span(0, 0)

    def words(self, words: Words) -> None:
        """Keep the words of a label."""
        text = " ".join(words.text.split())
        if text and self.in_text:
            place = _trimmed(self.markup.source.text, words.span)
            self.place = Span(self.place.start, place.end) if self.label else place
            self.label = f"{self.label} {text}" if self.label else text

    def tag(self, tag: Tag) -> None:
        """Enter or leave an element."""
        if tag.name in ("navmap", "doctitle"):
            if tag.closing and self.part == "doctitle" and self.label:
                self.markup.title = self.label
                self.markup.metadata.append(Metadatum("title", self.label, self.place))
            self.part = "" if tag.closing else tag.name
            self.label, self.depth = "", 0
        elif tag.name == "navpoint":
            self.depth = max(self.depth + (-1 if tag.closing else 1), 0)
            self.label = ""
        elif tag.name == "text":
            self.in_text = not tag.closing and bool(self.part)
        elif tag.name == "content" and self.part == "navmap" and self.label:
            entry = ContentsEntry(self.label, tag.get("src"), self.place, max(self.depth, 1))
            self.markup.contents.append(entry)
            self.label = ""
        if tag.name == "content" and self.part == "navmap" and "src" in tag.attributes:
            target = tag.attributes["src"]
            self.markup.links.append(Link(Extent(0, 0), tag.span, target.value, target.span))


def _trimmed(text: str, span: Span) -> Span:
    written = text[span.start : span.end]
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))
