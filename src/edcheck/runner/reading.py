"""Reads one file: regular files only, once, within a named size, and nothing that is not text."""

import codecs
import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from edcheck.containers import CONTAINERS, Contents, Text, container_for
from edcheck.errors import ReadError
from edcheck.text import Source

LIMIT = 256 * 1024 * 1024
"""Bytes beyond which a file is not read; the largest texts of real editions are a tenth of it."""
# O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MORE = 1 << 16
"""Bytes that are read at once from a file that has grown since it was opened."""
_REPORT = b'<meta name="generator" content="edcheck">'
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISFIFO, "it is a named pipe, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)
_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "permission denied",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.ENXIO: "it is a socket or a device, not a file",
}


def open_texts(
    path: str, name: str, encoding: str | None = None, format: str | None = None, data: bytes | None = None
) -> Contents:
    """Read a file and give the texts in it: one, or as many as a container holds.

    `format` is named by the user; in a container it holds for texts that the container says no format of. `data`
    is what to read instead of the file. Raises ReadError as `read` does, and where it is a container of which
    nothing can be read.
    """
    if data is None:
        data = read_bytes(path)
    container = container_for(name, data, format)
    if container is None:
        return Contents([Text(decoded(data, name, encoding), format)])
    contents = container(name, data, encoding)
    if format and format not in CONTAINERS:
        contents.texts = (replace(text, format=text.format or format) for text in contents.texts)
    return contents


def read(path: str, name: str, encoding: str | None = None) -> Source:
    """Read and decode a file that is one text. Never blocks on a pipe or a device.

    Raises ReadError where the file cannot be read, is no regular file, is larger than `LIMIT`, or is not text.
    """
    return decoded(read_bytes(path), name, encoding)


def read_bytes(path: str) -> bytes:
    """Read a file whole; raises ReadError where it cannot be read, is no regular file or larger than `LIMIT`."""
    try:
        return _bytes(path)
    except OSError as error:
        raise ReadError(f"cannot be read: {_REASONS.get(error.errno or 0) or error.strerror or error}") from None
    except ValueError:
        raise ReadError("cannot be read: its name holds a NUL character") from None


def decoded(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Decode what was read; raises ReadError where it is no text, or none in this encoding."""
    nul = data.find(b"\0") if encoding is None and not data.startswith(_WIDE) else -1
    try:
        source = Source.from_bytes(name, data, encoding)
    except LookupError:
        raise ReadError(f"“{encoding}” is no encoding that texts are read with") from None
    except UnicodeError as error:
        raise ReadError(f"not readable as {encoding}: {error}") from None
    if nul >= 0 and source.decoding.evidence != "nul-pattern":
        raise ReadError(
            f"not a text: byte {nul + 1} is NUL; if it is UTF-16 without a byte order mark, name the encoding"
        )
    return source


def read_stream(stream: BinaryIO) -> bytes:
    """Read standard input to its end; raises ReadError where it cannot be read or is larger than `LIMIT`."""
    try:
        data = stream.read(LIMIT + 1)
    except OSError as error:
        raise ReadError(f"standard input cannot be read: {error.strerror or error}") from None
    if len(data) > LIMIT:
        raise ReadError(f"standard input is larger than {LIMIT // 1024 // 1024} MB: split the text")
    return data


def is_report(path: str) -> bool:
    """Tell whether a file is an HTML report of edcheck: it quotes texts with their faults and is none itself."""
    try:
        with open(os.open(path, _FLAGS), "rb", buffering=0) as stream:
            return _REPORT in (stream.read(256) or b"")
    except (OSError, ValueError):
        return False


def _bytes(path: str) -> bytes:
    with open(os.open(path, _FLAGS), "rb", buffering=0) as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            kind = next((words for is_kind, words in _KINDS if is_kind(status.st_mode)), "it is not a file")
            raise ReadError(f"cannot be read: {kind}")
        if status.st_size > LIMIT:
            raise ReadError(f"larger than {LIMIT // 1024 // 1024} MB: split it, or check its parts")
        # The file may grow while it is read: no more than the limit and one byte is taken.
        # Room for all of it is asked for at once, and for a little more, to see that it has ended.
        chunks, size = [], 0
        while size <= LIMIT and (chunk := stream.read(min(LIMIT, max(status.st_size - size, _MORE)) + 1)):
            chunks.append(chunk)
            size += len(chunk)
        if size > LIMIT:
            raise ReadError(f"larger than {LIMIT // 1024 // 1024} MB: split it, or check its parts")
        return b"".join(chunks)
