"""Compressed texts: unpacked within limits, named as the file is, checked as far as they can be read."""

import gzip
import random
import time
import zlib
from pathlib import Path

import pytest

from edcheck.containers import Contents, container_for
from edcheck.containers.archive import MAX_SIZE, MEGABYTE
from edcheck.errors import ReadError
from edcheck.runner import run

PAGE = "<p>The ferry left the the harbour.</p>"


def opened(data: bytes, encoding: str | None = None) -> Contents:
    container = container_for("page.html.gz", data)
    assert container is not None
    return container("page.html.gz", data, encoding)


def text_of(contents: Contents) -> str:
    (text,) = contents.texts
    assert text.source.name == "page.html.gz"
    return text.source.text


def test_a_compressed_text_keeps_the_name_of_its_file() -> None:
    assert text_of(opened(gzip.compress(PAGE.encode()))) == PAGE


def test_several_members_are_one_text() -> None:
    contents = opened(gzip.compress(b"The ferry ") + gzip.compress("lag draußen".encode("cp1252")), "cp1252")
    assert text_of(contents) == "The ferry lag draußen"
    assert contents.problems == []


def test_many_small_members_take_linear_time() -> None:
    data = gzip.compress(b"") * 40_000 + gzip.compress(b"Rain")
    start = time.process_time()
    assert text_of(opened(data)) == "Rain"
    assert time.process_time() - start < 5


def test_members_of_every_size_are_joined() -> None:
    words = [random.Random(size).randbytes(size).hex() for size in (0, 1, 2030, 2040, 2047, 2048, 2049, 9000)]
    data = b"".join(gzip.compress(word.encode()) for word in words)
    assert text_of(opened(data)) == "".join(words)
    assert opened(data).problems == []


def test_bytes_behind_it_are_told() -> None:
    contents = opened(gzip.compress(b"Rain") + b"more")
    assert text_of(contents) == "Rain"
    assert [(one.level, one.kind) for one in contents.problems] == [("notice", "bytes-around-archive")]
    assert opened(gzip.compress(b"Rain") + b"\0" * 8).problems == []


@pytest.mark.parametrize("keep", [-9, -4])
def test_what_can_be_read_of_a_damaged_file_is_given(keep: int) -> None:
    contents = opened(gzip.compress(PAGE.encode())[:keep])
    assert PAGE.startswith(text_of(contents))
    (problem,) = contents.problems
    assert (problem.level, problem.kind) == ("error", "damaged")


def test_a_wrong_checksum_is_damage() -> None:
    data = bytearray(gzip.compress(PAGE.encode()))
    data[-6] ^= 1
    contents = opened(bytes(data))
    assert text_of(contents) == PAGE
    assert "cannot be unpacked to its end" in contents.problems[0].message


def test_of_a_long_damaged_text_nothing_before_the_damage_is_lost() -> None:
    words = "".join(f"<p>Ferry {number} left.</p>" for number in range(3000))
    data = bytearray(gzip.compress(words.encode()))
    data[len(data) // 2] ^= 0xFF
    read = text_of(opened(bytes(data)))
    assert words.startswith(read[: len(words) // 4])
    assert len(read) > len(words) // 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"PK\x03\x04"), "holds an archive"),
        (gzip.compress(gzip.compress(b"Rain")), "holds an archive"),
        (gzip.compress(b"Rain\0fell"), "not a text"),
        (b"\x1f\x8b\x08", "damaged"),
        (b"\x1f\x8b\x08" + b"\xff" * 40, "damaged"),
        (gzip.compress(b" " * 4 * MEGABYTE), "200 times"),
    ],
    # Compressed data hold the time of day: as names they would differ between processes.
    ids=["archive", "compressed twice", "not a text", "short", "no stream", "blanks"],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        opened(data)


@pytest.mark.parametrize("data", [b"", b"Rain fell."])
def test_what_is_only_said_to_be_compressed_is_refused(data: bytes) -> None:
    container = container_for("page.html", data, "gzip")
    assert container is not None
    with pytest.raises(ReadError, match="no gzip file"):
        container("page.html", data, None)


def test_what_is_too_large_is_refused_before_it_is_unpacked() -> None:
    packer = zlib.compressobj(0, zlib.DEFLATED, 31)
    data = packer.compress(b" " * (MAX_SIZE + MEGABYTE)) + packer.flush()
    with pytest.raises(ReadError, match="more than 100 MB"):
        opened(data)


def test_an_encoding_that_does_not_fit_is_named() -> None:
    with pytest.raises(ReadError, match="no encoding that texts"):
        opened(gzip.compress(b"Rain"), "klingon")
    with pytest.raises(ReadError, match="not readable as idna"):
        opened(gzip.compress(b"R\xe4in"), "idna")


def test_in_a_folder_only_compressed_texts_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    Path("table.csv.gz").write_bytes(gzip.compress(b"the the"))
    Path("table.gz").write_bytes(gzip.compress(b"the the"))
    report = run([], keep_documents=True)
    (entry,) = report.entries
    (finding,) = entry.findings
    assert (finding.location.path, finding.location.start) == ("page.html.gz", (1, 19))
    assert entry.document is not None
    assert entry.document.format == "html"
    assert [one.path for one in run(["table.gz"]).entries] == ["table.gz"]
