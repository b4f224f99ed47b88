"""The guard before every archive: what is refused, in which words, and that nothing else is."""

import contextlib
import io
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from containers.books import RawEntry, raw_archive, zipped
from edcheck.containers import directory
from edcheck.containers.archive import Archive, open_archive
from edcheck.errors import ReadError

MEGABYTE = 1024 * 1024


def problems(archive: Archive) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in archive.problems]


@given(st.dictionaries(st.text("abcdäß/.", min_size=1, max_size=9), st.binary(max_size=99), max_size=6))
def test_a_sound_archive_gives_what_was_put_into_it(files: dict[str, bytes]) -> None:
    files = {name: content for name, content in files.items() if not name.startswith("/") and ".." not in name}
    files = {name: content for name, content in files.items() if not name.endswith("/")}
    archive = open_archive("a.epub", zipped(files))
    assert {name: archive.read(name) for name in archive.entries} == files
    assert archive.problems == []


def test_an_archive_made_by_hand_is_sound_where_nothing_lies() -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("a.xhtml"), RawEntry("b.xhtml", b"Rushes.")))
    assert (archive.read("a.xhtml"), archive.read("b.xhtml")) == (b"Reeds.", b"Rushes.")
    assert archive.problems == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../out.xhtml", "leads out of the archive"),
        ("a/../../out.xhtml", "leads out of the archive"),
        ("a/%2e%2E%2fout.xhtml", "leads out of the archive"),
        ("%2E./out.xhtml", "leads out of the archive"),
        ("/etc/weir", "an absolute path"),
        ("C:/weir", "a path of another system"),
        ("..\\out.xhtml", "a path of another system"),
        ("\\\\host\\share", "a path of another system"),
        ("a\0.xhtml", "control characters"),
        ("a\x1b[2J.xhtml", "control characters"),
        ("", "its name is empty"),
    ],
)
def test_names_that_lead_elsewhere(name: str, words: str) -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry(name), RawEntry("b.xhtml")))
    assert list(archive.entries) == ["b.xhtml"]
    [(path, message)] = problems(archive)
    assert path == f"a.epub!{name}"
    assert words in message


def test_names_with_two_dots_inside_are_names() -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("a..b/…/c...xhtml")))
    assert list(archive.entries) == ["a..b/…/c...xhtml"]


def test_names_in_old_encodings() -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry(b"stra\xe1e.xhtml"), RawEntry("straße.xhtml")))
    assert list(archive.entries) == ["straße.xhtml"]
    assert [path for path, _ in problems(archive)] == ["a.epub!straße.xhtml"], "one name, two files"


@pytest.mark.parametrize(
    ("lies", "words"),
    [
        ({"attributes": 0o120777 << 16}, "a symbolic link"),
        ({"local_method": 0}, "two things"),
        ({"local_size": 9}, "two things"),
        ({"offset": 3}, "two things"),
    ],
)
def test_entries_that_are_refused_unread(lies: dict[str, int], words: str) -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("a.xhtml", b"Reeds.", **lies), RawEntry("b.xhtml")))
    assert list(archive.entries) == ["b.xhtml"]
    [(path, message)] = problems(archive)
    assert path == "a.epub!a.xhtml"
    assert words in message


@pytest.mark.parametrize(
    ("lies", "words"),
    [
        ({"flags": 1}, "encrypted"),
        ({"method": 12, "local_method": 12}, "method 12"),
        ({"size": 5, "local_size": 5}, "more than the 5 bytes"),
        ({"size": 7, "local_size": 7}, "less than the 7 bytes"),
        ({"checksum": 1}, "checksum"),
        ({"size": 101 * MEGABYTE, "local_size": 101 * MEGABYTE}, "101 MB"),
    ],
)
def test_entries_that_are_refused_when_read(lies: dict[str, int], words: str) -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("a.xhtml", b"Reeds.", **lies), RawEntry("b.xhtml")))
    with pytest.raises(ReadError, match=words):
        archive.read("a.xhtml")
    assert archive.read("b.xhtml") == b"Reeds."


def test_bytes_that_cannot_be_unpacked() -> None:
    entry = RawEntry("a.xhtml")
    entry.packed = b"\xff" * len(entry.packed)
    with pytest.raises(ReadError, match="cannot be unpacked"):
        open_archive("a.epub", raw_archive(entry)).read("a.xhtml")


def test_a_bomb_is_refused_and_a_dull_text_is_not() -> None:
    dull = "".join(f"Day {day}: the gauge at Marfleet stood at {day * 7 % 90} inches.\n" for day in range(40_000))
    archive = open_archive(
        "a.epub", zipped({"bomb.xhtml": b"\0" * (2 * MEGABYTE), "dull.xhtml": dull, "small": b"\0" * MEGABYTE})
    )
    with pytest.raises(ReadError, match="more than 200 times its size"):
        archive.read("bomb.xhtml")
    assert archive.read("dull.xhtml").decode() == dull
    assert len(archive.read("small")) == MEGABYTE


def test_a_lying_size_unpacks_no_more_than_it_says() -> None:
    entry = RawEntry("a.xhtml", b"\0" * (20 * MEGABYTE), size=1000, local_size=1000)
    archive = open_archive("a.epub", raw_archive(entry))
    tracemalloc.start()
    with pytest.raises(ReadError, match="more than the 1,000 bytes"):
        archive.read("a.xhtml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEGABYTE


def test_an_archive_that_is_too_large_in_all() -> None:
    entries = [RawEntry(f"{n}.xhtml", size=99 * MEGABYTE, local_size=99 * MEGABYTE) for n in range(6)]
    with pytest.raises(ReadError, match="would unpack to 594 MB, and the limit is 500"):
        open_archive("a.epub", raw_archive(*entries))


def test_too_many_entries() -> None:
    with pytest.raises(ReadError, match="60,000 entries"):
        open_archive("a.epub", raw_archive(RawEntry("a.xhtml"), count=60_000))


def test_a_count_that_the_table_does_not_have() -> None:
    for count, words in (
        (3, "breaks off"),
        (1, "does not have the 1 entries"),
        (0, "does not have the 0 entries"),
    ):
        with pytest.raises(ReadError, match=words):
            open_archive("a.epub", raw_archive(RawEntry("a.xhtml"), RawEntry("b.xhtml"), count=count))


def test_entries_that_overlap() -> None:
    """Every record points at one entry: unpacked a thousand times, it would be a thousand times as large."""
    entries = [RawEntry("a.xhtml"), *(RawEntry("a.xhtml", offset=0) for _ in range(3))]
    with pytest.raises(ReadError, match="overlap"):
        open_archive("a.epub", raw_archive(*entries))
    quoted = RawEntry("a.xhtml", packed=200)
    with pytest.raises(ReadError, match="overlap"):
        open_archive("a.epub", raw_archive(quoted, RawEntry("b.xhtml"), RawEntry("c.xhtml")))
    with pytest.raises(ReadError, match="into its table of contents"):
        open_archive("a.epub", raw_archive(RawEntry("a.xhtml"), quoted))


def test_two_files_of_one_name() -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("a.xhtml"), RawEntry("a.xhtml", b"Rushes.")))
    assert archive.read("a.xhtml") == b"Rushes."
    assert "two files of this name" in problems(archive)[0][1]


def test_folders_are_no_entries() -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("text/", b""), RawEntry("text/a.xhtml")))
    assert list(archive.entries) == ["text/a.xhtml"]
    assert archive.problems == []


def test_bytes_around_the_archive_are_told_and_the_archive_is_read() -> None:
    archive = open_archive("a.epub", raw_archive(RawEntry("a.xhtml"), before=b"#!/bin/sh\n", behind=b"junk"))
    assert archive.read("a.xhtml") == b"Reeds."
    assert problems(archive) == [
        ("a.epub", "10 bytes stand before the archive that do not belong to it"),
        ("a.epub", "4 bytes stand behind the archive that do not belong to it"),
    ]
    assert {problem.level for problem in archive.problems} == {"notice"}


def test_files_that_are_no_archives() -> None:
    whole = raw_archive(RawEntry("a.xhtml"))
    for data, words in (
        (b"", "no ZIP archive"),
        (b"Reeds and rushes.", "no ZIP archive"),
        (whole[:-30], "may be cut off"),
        (whole[:-1], "may be cut off"),
        (whole[20:], "not where it should be"),
    ):
        with pytest.raises(ReadError, match=words):
            open_archive("a.epub", data)


def test_an_archive_in_several_parts() -> None:
    data = bytearray(raw_archive(RawEntry("a.xhtml")))
    data[-18] = 1
    with pytest.raises(ReadError, match="several parts"):
        open_archive("a.epub", bytes(data))


def large(data: bytes, **lies: int) -> bytes:
    """The archive with the end record of large archives, as some programs always write it."""
    body, end = data[:-22], data[-22:]
    _, _, _, here, count, size, offset, _ = struct.unpack("<4s4H2LH", end)
    at = len(body)
    record = struct.pack(
        "<4sQ2H2L4Q",
        b"PK\x06\x06",
        44,
        45,
        45,
        0,
        0,
        here,
        lies.get("count", count),
        size,
        lies.get("offset", offset),
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, lies.get("record", at), 1)
    return (
        body
        + record
        + locator
        + (end if lies else struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0))
    )


def test_the_form_for_large_archives() -> None:
    sound = raw_archive(RawEntry("a.xhtml"), RawEntry("b.xhtml"))
    assert list(open_archive("a.epub", large(sound)).entries) == ["a.xhtml", "b.xhtml"]
    for lie in ({"record": 5}, {"count": 1}, {"offset": 5}):
        with pytest.raises(ReadError, match="two tables of contents"):
            open_archive("a.epub", large(sound, **lie))


def test_sizes_in_the_extra_field() -> None:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.xhtml", "w", force_zip64=True) as entry,
    ):
        entry.write(b"Reeds.")
    assert open_archive("a.epub", stream.getvalue()).read("a.xhtml") == b"Reeds."
    full = 2**32 - 1
    assert directory._wide(struct.pack("<2H3Q", 1, 24, 7, 8, 9), full, full, full) == (8, 7, 9)
    assert directory._wide(struct.pack("<2HL2HQ", 9, 4, 0, 1, 8, 7), 3, full, 4) == (3, 7, 4)


@given(st.data())
def test_no_damage_raises_anything_but_a_sentence(data: st.DataObject) -> None:
    sound = bytearray(large(raw_archive(RawEntry("a.xhtml"), RawEntry("b/c.xhtml", b"Rushes. " * 9))))
    for _ in range(data.draw(st.integers(1, 6))):
        sound[data.draw(st.integers(0, len(sound) - 1))] = data.draw(st.integers(0, 255))
    broken = bytes(sound)[: data.draw(st.integers(0, len(sound)))] if data.draw(st.booleans()) else bytes(sound)
    try:
        archive = open_archive("a.epub", broken)
    except ReadError:
        return
    for name in archive.entries:
        with contextlib.suppress(ReadError):
            assert len(archive.read(name)) <= len(broken) * 200
