"""`Source`: one text as it lies on disk, and how its bytes were read."""

from bisect import bisect_right
from itertools import accumulate

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass, field
from edcheck.text.decoding import Decoding, declared_encoding, decode, without_surrogates
from edcheck.text.spans import Position, Span

_LINE_END = lazy_pattern(r"\r\n|\n|\r")


@dataclass(slots=True)
class Source:
    """One text: `name` (a path with `/`, or `book.epub!chapter.xhtml`), its bytes, text and decoding."""

    name: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    decoding: Decoding
    _line_starts: list[int] | None = field(default=None, repr=False)

    @classmethod
    def from_bytes(cls, name: str, data: bytes, encoding: str | None = None) -> "Source":
        """Decode `data`; raises LookupError for an unknown `encoding`, nothing else."""
        text, decoding = decode(data, encoding)
        return cls(name, data, text, decoding)

    @classmethod
    def from_text(cls, text: str, name: str = "text") -> "Source":
        """Make a source of a string (examples, tests, editors' unsaved buffers).

        A lone surrogate is no character, and stands as U+FFFD in the text as it does in one made of bytes.
        """
        try:
            data = text.encode()
        except UnicodeEncodeError:
            text = without_surrogates(text)
            data = text.encode()
        declared, span = declared_encoding(data) or (None, None)
        return cls(name, data, text, Decoding("utf-8", "given", declared, span))

    @property
    def line_starts(self) -> list[int]:
        r"""Offsets where lines begin, made on first use; only `\n`, `\r\n` and `\r` end a line."""
        if self._line_starts is None:
            if "\r" in self.text:
                self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
            else:
                # Most texts have one kind of line end, and these are counted without a look at each.
                lengths = map(len, self.text.split("\n"))
                self._line_starts = [0, *accumulate(map((1).__add__, lengths))][:-1]
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset, both from 1, columns in code points."""
        starts = self._line_starts or self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    @property
    def declared_place(self) -> Span | None:
        """Where in the text the encoding is declared; None where none is."""
        decoding = self.decoding
        if decoding.declared_span is None:
            return None
        start, end = decoding.declared_span
        encoding, bom = decoding.encoding, decoding.bom
        return Span(*(len(self.data[bom:offset].decode(encoding, "replace")) for offset in (start, end)))
