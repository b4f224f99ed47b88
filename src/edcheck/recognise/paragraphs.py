"""Long paragraphs, known again by a digest wherever they stand: whatever the quotes, the dashes and the lines.

A digest is taken of how a paragraph begins and ends, not of all of it: so it costs the same for any length, and a
copy in which a word was mended since is still known.
"""

from bisect import bisect_left
from struct import pack, unpack
from zlib import crc32

from edcheck.model import Document
from edcheck.text import Extent

LONG = 160
"""Code points from which a paragraph says something that nobody writes twice by chance."""
UNIT = 32
"""Code points for each of which the length of a paragraph counts one, up to 255."""
_SIZE = 9
"""Bytes for each paragraph: four of its beginning, four of its end, one of its length in units."""
_END = 40
"""Bytes of a paragraph's letters, at its beginning and at its end, of which the digest is taken."""
_RAW = 64
"""Code points at either end in which that many letters stand."""
_MARK = "\0"
"""Stands between two paragraphs."""
_DROPPED = bytes(byte for byte in range(1, 128) if not chr(byte).isalnum()) + "\u00a0«»‐‑‒–—―‘’‚‛“”„‟…".encode()
"""Bytes that count for nothing. Some are parts of letters as well, of which enough is left to know them by."""


def long_paragraphs(document: Document) -> list[Extent]:
    """The long paragraphs in order; the document need only be read, not recognised."""
    return [
        block.extent
        for block in document.blocks
        if block.extent.end - block.extent.start >= LONG and block.kind == "paragraph"
    ]


def extent_of(document: Document, first: int, last: int) -> Extent:
    """From the beginning of the first of these paragraphs to the end of the last; empty where they are gone."""
    paragraphs = long_paragraphs(document)[first : last + 1]
    return Extent(paragraphs[0].start, paragraphs[-1].end) if paragraphs else Extent(0, 0)


def digests(document: Document) -> bytes:
    """The digests of the long paragraphs, by columns; zeros for what is not the edition's own text."""
    text, paragraphs = document.text, long_paragraphs(document)
    if not paragraphs:
        return b""
    if _MARK in text:
        text = text.replace(_MARK, " ")
    # All at once: a call for each paragraph would cost more than the work.
    data = _MARK.join([text[start : start + _RAW] + text[end - _RAW : end] for start, end in paragraphs])
    letters = data.encode("utf-8", "surrogatepass").translate(None, _DROPPED).split(_MARK.encode())
    heads = list(map(crc32, [one[:_END] for one in letters]))
    tails = list(map(crc32, [one[-_END:] for one in letters]))
    lengths = bytearray([min((end - start) // UNIT, 255) for start, end in paragraphs])
    for zone in document.zones:
        if zone.kind in ("boilerplate", "navigation", "contents"):
            low, high = (bisect_left(paragraphs, Extent(at, 0)) for at in zone.extent)
            nothing = [0] * (high - low)
            heads[low:high] = tails[low:high] = lengths[low:high] = nothing
    return pack(f"<{2 * len(heads)}I", *heads, *tails) + lengths


def split(packed: bytes) -> list[tuple[int, int]]:
    """Each paragraph's digest, 0 for what is passed over, and its length in code points, rounded down."""
    count = len(packed) // _SIZE
    numbers = unpack(f"<{2 * count}I", packed[: -count or None])
    columns = zip(numbers[:count], numbers[count:], packed[-count or None :], strict=True)
    return [(head << 32 | tail, length * UNIT) for head, tail, length in columns]


def begins_within(document: Document) -> bool:
    """Whether the running text begins within a sentence."""
    first = next((block.extent for block in document.blocks if block.kind == "paragraph"), Extent(0, 0))
    return document.text[first.start : first.start + 1].islower()
