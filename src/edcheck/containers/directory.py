"""The table of contents of a ZIP archive, read with the distrust that files from anywhere deserve.

An archive says everything twice: in a table at its end and in a header before each entry. Programs that believe
one of the two can be shown another archive than programs that believe the other, and entries that overlap
unpack to thousands of times what the file holds. So both are read, and what contradicts itself is refused.
"""

import struct

from edcheck.errors import ReadError
from edcheck.records import dataclass

MAX_ENTRIES = 10_000
"""Entries in an archive; the largest books have some thousand files."""

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_RECORD = struct.Struct("<4s6H3L5H2L")
_HEADER = struct.Struct("<4s5H3L2H")
_END_MARK, _END_64_MARK, _LOCATOR_MARK = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_RECORD_MARK, _HEADER_MARK = b"PK\x01\x02", b"PK\x03\x04"
_FULL_16, _FULL_32 = 0xFFFF, 0xFFFFFFFF
_LONGEST_COMMENT = 0xFFFF
_ZIP64 = 1
"""The number of the extra field that holds sizes beyond 4 GB."""
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_FILE_TYPE, _SYMLINK = 0o170000, 0o120000


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in an archive, as the table describes it; `start` is where its packed bytes begin."""

    name: str
    method: int
    flags: int
    checksum: int
    packed: int
    size: int
    header: int
    start: int
    is_symlink: bool
    consistent: bool
    """The header before the entry says the same as the table."""

    @property
    def encrypted(self) -> bool:
        """True where only a password opens it."""
        return bool(self.flags & _ENCRYPTED)


@dataclass(slots=True)
class Directory:
    """The entries in the order of the table, and how many bytes stand before and behind the archive proper."""

    entries: list[Entry]
    before: int = 0
    behind: int = 0


def read_directory(data: bytes) -> Directory:
    """Read the table of contents; raises ReadError where there is none or where it contradicts itself."""
    end, count, size, offset, behind = _end(data)
    if count > MAX_ENTRIES:
        raise ReadError(f"not opened: the archive holds {count:,} entries; more than {MAX_ENTRIES:,} are no book")
    start = end - size
    before = start - offset
    if start < 0 or before < 0:
        raise ReadError("the archive is damaged: its table of contents is not where it should be")
    entries = []
    at = start
    for _ in range(count):
        entry, at = _entry(data, at, end, before)
        entries.append(entry)
    if at != end:
        raise ReadError(
            f"the archive is damaged: its table of contents does not have the {count:,} entries it says"
        )
    _refuse_overlaps(entries, start)
    return Directory(entries, before, behind)


def _end(data: bytes) -> tuple[int, int, int, int, int]:
    """Where the table ends, its count, size and offset, and how many bytes stand behind the archive."""
    at = _end_record(data)
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack_from(data, at)
    behind = len(data) - at - _END.size - comment
    end = at
    if data.startswith(_LOCATOR_MARK, max(at - _LOCATOR_64.size, 0)):
        end, large = _end_64(data, at - _LOCATOR_64.size)
        for small, wide, full in zip(
            (here, count, size, offset), large, (_FULL_16, _FULL_16, _FULL_32, _FULL_32), strict=True
        ):
            if small not in (wide, full):
                raise ReadError("the archive contradicts itself: it has two tables of contents")
        here, count, size, offset = large
    if disk not in (0, _FULL_16) or first_disk not in (0, _FULL_16) or here != count:
        raise ReadError("the archive is one of several parts; put them together first")
    return end, count, size, offset, behind


def _end_record(data: bytes) -> int:
    """Where the last record of the archive begins: the last one whose comment reaches to the file's end."""
    least = max(len(data) - _END.size - _LONGEST_COMMENT, 0)
    at = last = data.rfind(_END_MARK, least, len(data) - _END.size + len(_END_MARK))
    while at >= 0:
        if at + _END.size + int.from_bytes(data[at + 20 : at + 22], "little") == len(data):
            return at
        at = data.rfind(_END_MARK, least, at)
    if last < 0:
        kind = "its end is missing; the file may be cut off" if data.startswith(b"PK") else "it is no ZIP archive"
        raise ReadError(f"cannot be opened: {kind}")
    if last + _END.size + int.from_bytes(data[last + 20 : last + 22], "little") > len(data):
        raise ReadError("cannot be opened: its end is missing; the file may be cut off")
    return last


def _end_64(data: bytes, locator: int) -> tuple[int, tuple[int, int, int, int]]:
    """The end record for large archives: where it begins, and entries here, entries, size and offset."""
    _, _, at, _ = _LOCATOR_64.unpack_from(data, locator)
    if at + _END_64.size > locator or not data.startswith(_END_64_MARK, at):
        raise ReadError("the archive contradicts itself: it has two tables of contents")
    _, length, _, _, _, _, here, count, size, offset = _END_64.unpack_from(data, at)
    if at + 12 + length != locator:
        raise ReadError("the archive contradicts itself: it has two tables of contents")
    return at, (here, count, size, offset)


def _entry(data: bytes, at: int, end: int, before: int) -> tuple[Entry, int]:
    """The entry whose record stands at `at`, and where the next one stands."""
    if at + _RECORD.size > end or not data.startswith(_RECORD_MARK, at):
        raise ReadError("the archive is damaged: its table of contents breaks off")
    record = _RECORD.unpack_from(data, at)
    flags, method = record[3], record[4]
    checksum, packed, size, name_length, extra_length, comment_length = record[7:13]
    attributes, header = record[15], record[16]
    name_at = at + _RECORD.size
    extra_at = name_at + name_length
    following = extra_at + extra_length + comment_length
    if following > end:
        raise ReadError("the archive is damaged: its table of contents breaks off")
    raw = data[name_at:extra_at]
    packed, size, header = _wide(data[extra_at : extra_at + extra_length], packed, size, header)
    header += before
    start, consistent = _start(data, header, raw, (flags, method, checksum, packed, size))
    symlink = attributes >> 16 & _FILE_TYPE == _SYMLINK
    entry = Entry(_name(raw, flags), method, flags, checksum, packed, size, header, start, symlink, consistent)
    return entry, following


def _wide(extra: bytes, packed: int, size: int, header: int) -> tuple[int, int, int]:
    """Sizes and offset, taken from the extra field where the record has no room for them."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        values = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if kind != _ZIP64:
            continue
        numbers = [int.from_bytes(values[i : i + 8], "little") for i in range(0, len(values) - 7, 8)]
        size = numbers.pop(0) if size == _FULL_32 and numbers else size
        packed = numbers.pop(0) if packed == _FULL_32 and numbers else packed
        header = numbers.pop(0) if header == _FULL_32 and numbers else header
    return packed, size, header


def _start(data: bytes, header: int, raw: bytes, said: tuple[int, int, int, int, int]) -> tuple[int, bool]:
    """Where an entry's bytes begin, and whether its own header says what the table says."""
    if header + _HEADER.size > len(data) or not data.startswith(_HEADER_MARK, header):
        return header, False
    _, _, flags, method, _, _, checksum, packed, size, name_length, extra_length = _HEADER.unpack_from(
        data, header
    )
    name_at = header + _HEADER.size
    start = name_at + name_length + extra_length
    same = data[name_at : name_at + name_length] == raw and (flags & _ENCRYPTED, method) == (
        said[0] & _ENCRYPTED,
        said[1],
    )
    if not flags & _SIZES_BEHIND:
        same = same and checksum == said[2] and packed in (said[3], _FULL_32) and size in (said[4], _FULL_32)
    return start, same and start + said[3] <= len(data)


def _name(raw: bytes, flags: int) -> str:
    """An entry's name; many programs write UTF-8 without saying so."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if flags & _UTF8 else raw.decode("cp437")


def _refuse_overlaps(entries: list[Entry], table: int) -> None:
    """Raise ReadError where two entries share bytes, or one reaches into the table of contents."""
    reached = 0
    for entry in sorted(entries, key=lambda entry: entry.header):
        if entry.header < reached:
            raise ReadError("not opened: entries of the archive overlap, as in archives that are made to do harm")
        reached = max(entry.header + 1, entry.start + entry.packed)
    if entries and reached > table:
        raise ReadError("not opened: entries of the archive reach into its table of contents")
