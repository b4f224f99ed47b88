"""The guard before every ZIP archive: what may be unpacked, how much of it, and under which names.

Nothing is unpacked to disk, so a name can lead nowhere; names that try to are told all the same, since other
programs do follow them. Every entry is measured while it is unpacked, whatever the archive says of its size.
"""

import zlib

from edcheck.containers.directory import Entry, read_directory
from edcheck.errors import ReadError
from edcheck.model import Problem
from edcheck.model.naming import entry_name
from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass, field

MEGABYTE = 1024 * 1024
MAX_SIZE = 100 * MEGABYTE
"""Bytes of one entry, unpacked."""
MAX_TOTAL = 500 * MEGABYTE
"""Bytes of all entries, unpacked."""
MAX_RATIO = 200
"""How many times its packed size an entry may have that is larger than a megabyte; text reaches 20 times."""
_STORED, _DEFLATED = 0, 8
_DRIVE = lazy_pattern(r"[A-Za-z]:")
_HIDDEN = lazy_pattern(r"[\x00-\x1f\x7f]")


@dataclass(slots=True)
class Archive:
    """The entries of an archive that may be read, by name and in its order, and what was wrong with the others."""

    file: str
    data: bytes = field(repr=False)
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def read(self, name: str) -> bytes:
        """Unpack one entry in memory.

        Raises ReadError where it cannot be or must not be unpacked, KeyError where there is no such entry.
        """
        entry = self.entries[name]
        _refuse(entry)
        packed = memoryview(self.data)[entry.start : entry.start + entry.packed]
        data = bytes(packed) if entry.method == _STORED else _inflated(packed, entry.size)
        if len(data) != entry.size:
            more = "more" if len(data) > entry.size else "less"
            raise ReadError(f"damaged: it holds {more} than the {entry.size:,} bytes that the archive says")
        if zlib.crc32(data) != entry.checksum:
            raise ReadError("damaged: its checksum is not the one that the archive says")
        return data


def open_archive(file: str, data: bytes) -> Archive:
    """Look through an archive before anything in it is unpacked.

    Raises ReadError where all of it must be refused: no archive, damaged, made to do harm, or too large.
    """
    directory = read_directory(data)
    total = sum(entry.size for entry in directory.entries)
    if total > MAX_TOTAL:
        raise ReadError(
            f"not opened: it would unpack to {total // MEGABYTE:,} MB, and the limit is {MAX_TOTAL // MEGABYTE}"
        )
    archive = Archive(file, data)
    _note_surroundings(archive, directory.before, directory.behind)
    for entry in directory.entries:
        if entry.name.endswith("/") and not entry.size:
            continue
        objection = _objection(entry)
        if objection:
            archive.problems.append(_problem(file, entry.name, "unsafe-entry", f"not opened: {objection}"))
            continue
        if entry.name in archive.entries:
            message = "the archive holds two files of this name: the last one is read, others may read the first"
            archive.problems.append(_problem(file, entry.name, "duplicate-entry", message))
        archive.entries[entry.name] = entry
    return archive


def _note_surroundings(archive: Archive, before: int, behind: int) -> None:
    for count, where in ((before, "before"), (behind, "behind")):
        if count:
            message = f"{count:,} bytes stand {where} the archive that do not belong to it"
            archive.problems.append(Problem("notice", "bytes-around-archive", message, archive.file))


def _problem(file: str, entry: str, kind: str, message: str) -> Problem:
    return Problem("error", kind, message, entry_name(file, entry))


def _objection(entry: Entry) -> str:
    """Why an entry is refused whatever it holds; empty where nothing speaks against it."""
    if entry.is_symlink:
        return "it is a symbolic link"
    if not entry.consistent:
        return "the archive says two things of it, at its end and before the entry"
    return _objection_to_name(entry.name)


def _objection_to_name(name: str) -> str:
    if not name or _HIDDEN.search(name):
        return "its name is empty" if not name else "its name holds control characters"
    if "\\" in name or _DRIVE.match(name):
        return "its name is a path of another system"
    if name.startswith("/"):
        return "its name is an absolute path"
    written = name.lower().replace("%2e", ".").replace("%2f", "/").replace("%5c", "/")
    if ".." in written.split("/"):
        return "its name leads out of the archive"
    return ""


def _refuse(entry: Entry) -> None:
    if entry.encrypted:
        raise ReadError("not read: it is encrypted")
    if entry.method not in (_STORED, _DEFLATED):
        raise ReadError(f"not read: it is packed by method {entry.method}, which books must not use")
    if entry.size > MAX_SIZE:
        raise ReadError(
            f"not read: it would unpack to {entry.size // MEGABYTE:,} MB, and the limit is {MAX_SIZE // MEGABYTE}"
        )
    if entry.size > MEGABYTE and entry.size > entry.packed * MAX_RATIO:
        raise ReadError(f"not read: it unpacks to more than {MAX_RATIO} times its size, as no text does")


def _inflated(packed: memoryview, size: int) -> bytes:
    """Unpack no more than one byte beyond the size that was promised."""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error as error:
        raise ReadError(f"damaged: it cannot be unpacked ({error})") from None
