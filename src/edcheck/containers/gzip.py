"""A text compressed by gzip: unpacked in memory, within the limits that hold for archives.

The text keeps the file's name (`page.html.gz`), because that is what an editor opens; its format is that of the
name without `.gz`. What can be unpacked of a damaged file is given, and that it is damaged is a problem.
"""

import zlib
from contextlib import suppress

from edcheck.containers.archive import MAX_RATIO, MAX_SIZE, MEGABYTE
from edcheck.containers.interface import Contents, Text
from edcheck.errors import ReadError
from edcheck.model import Problem
from edcheck.text import Source

_MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS
_SLICE = 4096


def open_gzip(name: str, data: bytes, encoding: str | None = None) -> Contents:
    """Unpack the one text in a gzip file; raises ReadError where nothing in it is text or it is too large."""
    problems: list[Problem] = []
    text = _unpacked(data, name, problems)
    if text.startswith((b"PK\x03\x04", _MAGIC)):
        raise ReadError("not read: it holds an archive; unpack it first")
    try:
        source = Source.from_bytes(name, text, encoding)
    except LookupError:
        raise ReadError(f"“{encoding}” is no encoding that texts are read with") from None
    except UnicodeError as error:
        raise ReadError(f"not readable as {encoding}: {error}") from None
    if "\0" in source.text:
        raise ReadError("not a text: it holds NUL characters when it is unpacked")
    return Contents([Text(source)], problems)


def _unpacked(data: bytes, name: str, problems: list[Problem]) -> bytes:
    """All members of a gzip file, one behind the other, as the format means them."""
    if not data.startswith(_MAGIC):
        raise ReadError("cannot be opened: it is no gzip file")
    parts: list[bytes] = []
    size = at = 0
    while data.startswith(_MAGIC, at):
        part, end, reason = _member(data, at, MAX_SIZE - size + 1)
        parts.append(part)
        size += len(part)
        _limit(size, len(data))
        if reason:
            _tell_damage(parts, reason, name, problems)
            break
        at = end
    else:
        rest = data[at:]
        if rest.strip(b"\0"):
            message = f"{len(rest):,} bytes stand behind the compressed text that do not belong to it"
            problems.append(Problem("notice", "bytes-around-archive", message, name))
    return b"".join(parts)


def _member(data: bytes, start: int, room: int) -> tuple[bytes, int, str]:
    """The member at `start`: its text, no more than `room` bytes, where it ends, and what is wrong with it."""
    # Slice by slice: zlib copies what follows a member, and behind each of many small ones stands most of a file.
    stream = zlib.decompressobj(_GZIP)
    parts: list[bytes] = []
    at = start
    try:
        while room > 0 and at < len(data) and not stream.eof:
            parts.append(stream.decompress(data[at : at + _SLICE], room))
            room -= len(parts[-1])
            at += _SLICE
    except zlib.error as error:
        reason = f"it cannot be unpacked to its end ({error})"
        return _salvaged(data[start:], room + sum(map(len, parts))), len(data), reason
    reason = "" if stream.eof or room <= 0 else "its end is missing"
    return b"".join(parts), min(at, len(data)) - len(stream.unused_data), reason


def _salvaged(packed: bytes, room: int) -> bytes:
    """What stands before the place where a member is damaged, to the last letter."""
    good = made = 0
    stream = zlib.decompressobj(_GZIP)
    with suppress(zlib.error):
        while good < len(packed) and made < room:
            made += len(stream.decompress(packed[good : good + _SLICE]))
            good += _SLICE
    stream = zlib.decompressobj(_GZIP)
    parts = [stream.decompress(packed[:good], room)]
    with suppress(zlib.error):
        for at in range(good, min(good + _SLICE, len(packed))):
            parts.append(stream.decompress(packed[at : at + 1], room))  # noqa: PERF401 - what came before is kept
    return b"".join(parts)


def _limit(size: int, packed: int) -> None:
    if size > MAX_SIZE:
        raise ReadError(f"not read: it unpacks to more than {MAX_SIZE // MEGABYTE} MB")
    if size > MEGABYTE and size > packed * MAX_RATIO:
        raise ReadError(f"not read: it unpacks to more than {MAX_RATIO} times its size, as no text does")


def _tell_damage(parts: list[bytes], reason: str, name: str, problems: list[Problem]) -> None:
    if not any(parts):
        raise ReadError(f"damaged: {reason}")
    problems.append(Problem("error", "damaged", f"damaged: {reason}; what stands before is checked", name))
