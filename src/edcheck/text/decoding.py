"""How bytes become text, and why so.

Decoding never guesses silently. The order is: what the user named; a byte order mark; UTF-16 that betrays
itself by the zero bytes of its ASCII characters; strict UTF-8; a declaration in the text itself; and last
cp1252, which every hand-made page of the 1990s was written in whatever it declares. Names of encodings mean
what the WHATWG encoding standard says (`edcheck.text.labels`). What was found, what was declared and where the
two differ is kept, so that a rule can say it. Letters are no evidence here: that a text looks like another
encoding is a finding, not a decoding.
"""

import codecs
import re
from typing import Literal

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass
from edcheck.text.spans import Span

Evidence = Literal["bom", "nul-pattern", "declared", "valid-utf-8", "given", "fallback"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = frozenset({"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})
_DECLARATION = lazy_pattern(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([^"'<>\s]{1,60})"""
    rb"""|<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([^"'<>\s;/]{1,60})"""
    rb"""|^Character\ set\ encoding:\s*([^\s;,]{1,60})""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_WINDOW = 8192
"""Bytes at the head of a text in which it may declare its encoding."""
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_CONTROL = lazy_pattern("[\0-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text: the encoding used, why, what the text itself declares and where.

    `declared` is as written; `declared_span` lies in the *bytes* (`Source.declared_place` in the text).
    """

    encoding: str
    evidence: Evidence
    declared: str | None = None
    declared_span: Span | None = None
    undecodable: int = 0
    """Bytes that the encoding has no character for; each stands as U+FFFD in the text."""
    bom: int = 0
    """Bytes of the byte order mark, which is no part of the text."""


def _c1(error: UnicodeError) -> tuple[str, int]:
    """Read the few bytes that a Windows code page leaves undefined as the C1 controls, as browsers do."""
    if isinstance(error, UnicodeDecodeError):
        return error.object[error.start : error.end].decode("latin-1"), error.end
    raise error


codecs.register_error("edcheck.c1", _c1)


def declared_encoding(data: bytes) -> tuple[str, Span] | None:
    """Find the encoding that a text declares for itself within its first 8 KiB, with its place in bytes."""
    head = data[:_WINDOW]
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
    if given is not None:
        bom = len(codecs.BOM_UTF8) if _is_utf8_with_mark(data, given) else 0
        text = _decoded(data[bom:], given)
        return text, Decoding(given, "given", undecodable=text.count("�"), bom=bom)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            return text, _wide(data, encoding, "bom", text.count("�"), len(mark))
    if b"\0" in data[:_WINDOW]:
        wide = unmarked_utf16(data)
        if wide:
            text = _decoded(data, wide)
            return text, _wide(data, wide, "nul-pattern", text.count("�"), 0)
    declared, span = declared_encoding(data) or (None, None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, declared, span)
    evidence: Evidence = "declared" if _codec(declared) == "utf-8" else "valid-utf-8"
    return text, Decoding("utf-8", evidence, declared, span)


def unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a byte order mark; None where the bytes are not clearly such a text.

    The ASCII characters of such a text, if only its spaces and full stops, have a zero byte each, all on one side;
    nearly all its other letters are of one alphabet; and nothing in it is a control character.
    """
    head = data[: _WINDOW & ~1]
    even, odd = head[::2], head[1::2]
    upper, lower, encoding = (even, odd, "utf-16-be") if even.count(0) else (odd, even, "utf-16-le")
    zeros, units = upper.count(0), len(upper)
    if len(data) % 2 or lower.count(0) or zeros * 10 < units:
        return None
    alphabet = max((upper.count(page) for page in set(upper) - {0}), default=0)
    if (zeros + alphabet) * 4 < units * 3 or _CONTROL.search(head.decode(encoding, "replace")):
        return None
    return encoding


def _wide(data: bytes, encoding: str, evidence: Evidence, undecodable: int, bom: int) -> Decoding:
    """What is known of a text whose encoding shows in its bytes; its own declaration is found all the same."""
    width = {"utf-16": 2, "utf-32": 4}.get(encoding[:6], 1)
    head = data[bom : bom + _WINDOW * width]
    if width > 1:
        head = head.decode(encoding, "replace").encode("latin-1", "replace")
    declared, span = declared_encoding(head) or (None, None)
    if span is not None:
        span = Span(span.start * width + bom, span.end * width + bom)
    return Decoding(encoding, evidence, declared, span, undecodable, bom)


def _codec(declared: str | None) -> str | None:
    """The codec that a declaration means; None where it means none or cannot be true of bytes that hold it."""
    if declared is None:
        return None
    if declared.lower() in ("utf-8", "utf8"):
        return "utf-8"
    # Imported here: most texts declare UTF-8 or nothing.
    from edcheck.text.labels import codec_of

    codec = codec_of(declared)
    return None if codec in _WIDE or codec in ("utf-16", "utf-32") else codec


def _is_utf8_with_mark(data: bytes, given: str) -> bool:
    return data.startswith(codecs.BOM_UTF8) and codecs.lookup(given).name == "utf-8"


def _decoded(data: bytes, encoding: str) -> str:
    """Decode without fail; the lone surrogates that some of Python's codecs make of bytes are no text either."""
    errors = "edcheck.c1" if encoding.startswith("cp125") else "replace"
    return without_surrogates(data.decode(encoding, errors))


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each lone surrogate; offsets stay."""
    return _SURROGATE.sub("�", text)


def _decode_legacy(data: bytes, declared: str | None, span: Span | None) -> tuple[str, Decoding]:
    codec = _codec(declared)
    if codec == "utf-8" and not _mostly_utf8(data):
        codec = None
    try:
        text = _decoded(data, codec or "cp1252")
    except (LookupError, UnicodeError):
        codec, text = None, _decoded(data, "cp1252")
    evidence: Evidence = "declared" if codec else "fallback"
    # U+FFFD may be written in UTF-8, and then no byte is at fault.
    undecodable = text.count("�") - (data.count(b"\xef\xbf\xbd") if codec == "utf-8" else 0)
    return text, Decoding(codec or "cp1252", evidence, declared, span, undecodable)


def _mostly_utf8(data: bytes) -> bool:
    """Tell a UTF-8 text with a few broken bytes from a legacy text that wrongly declares UTF-8."""
    text = data.decode("utf-8", "replace")
    good = len(data) - len(data.decode("ascii", "ignore")) - text.count("�")
    return good > 2 * text.count("�")
