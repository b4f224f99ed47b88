"""`Source`: one text as it lies on disk, and how its bytes were read.

Decoding never guesses silently. The order is: a byte order mark; a declaration in the text itself; strict
UTF-8; and last cp1252, which every hand-made page of the 1990s was written in whatever it declares (the
WHATWG encoding standard reads `iso-8859-1` as windows-1252 for the same reason). What was found, what was
declared and where the two differ is kept, so that a rule can say it.
"""

import codecs
import re
from bisect import bisect_right
from typing import Literal

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass, field
from edcheck.text.spans import Position, Span

Evidence = Literal["bom", "declared", "valid-utf-8", "given", "fallback"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = lazy_pattern(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)"""
    rb"""|<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)"""
    rb"""|^Character\ set\ encoding:\s*([\w.:-]+)""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_DECLARATION_WINDOW = 8192
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_LINE_END = lazy_pattern(r"\r\n|\n|\r")
# Found ten times as fast as a choice; nearly all texts have no other line end.
_LINE_FEED = lazy_pattern(r"\n")
# The WHATWG standard reads these labels as windows-1252.
_LATIN = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "cp1252", "windows-1252"})


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text: the encoding used, why, what the text itself declares and where."""

    encoding: str
    evidence: Evidence
    declared: str | None = None
    declared_span: Span | None = None
    undecodable: int = 0
    """Bytes that the encoding has no character for; each stands as U+FFFD in the text."""


def _c1(error: UnicodeError) -> tuple[str, int]:
    """Read the five bytes that cp1252 leaves undefined as the C1 controls, as browsers do."""
    if isinstance(error, UnicodeDecodeError):
        return error.object[error.start : error.end].decode("latin-1"), error.end
    raise error


codecs.register_error("edcheck.c1", _c1)


def declared_encoding(data: bytes) -> tuple[str, Span] | None:
    """Find the encoding that a text declares for itself within its first 8 KiB, with its place in bytes."""
    head = data[:_DECLARATION_WINDOW]
    lowered = head.lower()
    if b"charset" not in lowered and b"encoding" not in lowered:
        return None
    match = _DECLARATION.search(head)
    if match is None:
        return None
    group = match.lastindex or 1
    return match.group(group).decode("ascii", "replace"), Span(*match.span(group))


def decode(data: bytes, given: str | None = None) -> tuple[str, Decoding]:
    """Turn bytes into text.

    `given` is an encoding the user named; it wins over everything but is still reported as such. Never
    raises on any bytes: what cannot be decoded stands as U+FFFD and is counted.
    Raises LookupError where `given` is no encoding Python knows.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom) and given is None:
            text = data[len(bom) :].decode(encoding, "replace")
            return text, Decoding(encoding, "bom", undecodable=text.count("�"))
    if given is not None:
        if data.startswith(codecs.BOM_UTF8) and codecs.lookup(given).name == "utf-8":
            data = data[len(codecs.BOM_UTF8) :]
        text = _decoded(data, given)
        return text, Decoding(given, "given", undecodable=text.count("�"))
    found = declared_encoding(data)
    declared, span = found if found else (None, None)
    label = (declared or "").lower()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        evidence: Evidence = "declared" if label in {"utf-8", "utf8"} else "valid-utf-8"
        return text, Decoding("utf-8", evidence, declared, span)
    return _decode_legacy(data, label, declared, span)


def _decoded(data: bytes, encoding: str) -> str:
    """Decode without fail; the lone surrogates that some of Python's codecs make of bytes are no text either."""
    return _SURROGATE.sub("�", data.decode(encoding, "replace"))


def _decode_legacy(data: bytes, label: str, declared: str | None, span: Span | None) -> tuple[str, Decoding]:
    if label in {"utf-8", "utf8"} and _mostly_utf8(data):
        text = data.decode("utf-8", "replace")
        return text, Decoding("utf-8", "declared", declared, span, text.count("�"))
    if label in _LATIN:
        return data.decode("cp1252", "edcheck.c1"), Decoding("cp1252", "declared", declared, span)
    if label and label not in {"utf-8", "utf8"}:
        try:
            text = _decoded(data, label)
            return text, Decoding(label, "declared", declared, span, text.count("�"))
        except (LookupError, UnicodeError):
            pass
    return data.decode("cp1252", "edcheck.c1"), Decoding("cp1252", "fallback", declared, span)


def _mostly_utf8(data: bytes) -> bool:
    """Tell a UTF-8 text with a few broken bytes from a legacy text that wrongly declares UTF-8."""
    text = data.decode("utf-8", "replace")
    good = len(data) - len(data.decode("ascii", "ignore")) - text.count("�")
    return good > 2 * text.count("�")


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
        """Make a source of a string (examples, tests, editors' unsaved buffers)."""
        data = text.encode("utf-8", "surrogatepass")
        declared, span = declared_encoding(data) or (None, None)
        return cls(name, data, text, Decoding("utf-8", "given", declared, span))

    @property
    def line_starts(self) -> list[int]:
        r"""Offsets where lines begin, made on first use; only `\n`, `\r\n` and `\r` end a line."""
        if self._line_starts is None:
            ends = _LINE_END if "\r" in self.text else _LINE_FEED
            self._line_starts = [0, *(match.end() for match in ends.finditer(self.text))]
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset, both from 1, columns in code points."""
        starts = self._line_starts or self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)
