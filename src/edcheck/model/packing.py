"""Facts in little room: plain values as bytes, a tenth of what they take as objects."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Any

_LITTLE = 1024
"""Bytes below which the compression of a page's facts takes longer than all else that is done for them."""
_COMPRESSED = b"x"
"""What compressed data begins with, and nothing that `marshal` writes for a list or a tuple."""


def pack(value: Any) -> bytes:
    """A list or a tuple of plain values (numbers, strings, tuples, lists) as bytes; nothing for what is empty."""
    if not value:
        return b""
    import marshal

    packed = marshal.dumps(value)
    if len(packed) < _LITTLE:
        return packed
    import zlib

    return zlib.compress(packed)


def unpack(packed: bytes) -> Any:
    """What was packed, by the same version of Python; an empty tuple for nothing."""
    if not packed:
        return ()
    import marshal

    if packed.startswith(_COMPRESSED):
        import zlib

        packed = zlib.decompress(packed)
    return marshal.loads(packed)


def steps(numbers: Iterable[int]) -> list[int]:
    """Numbers as the first and what each adds to the one before: places that follow each other are packed so."""
    return [later - earlier for earlier, later in pairwise((0, *numbers))]


def from_steps(packed: Iterable[int]) -> list[int]:
    """The numbers of which `steps` were taken."""
    return list(accumulate(packed))
