"""Facts in little room: plain values as bytes, a tenth of what they take as objects."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Any


def pack(value: Any) -> bytes:
    """Plain values (numbers, strings, tuples, lists) as bytes; nothing for what is empty."""
    if not value:
        return b""
    import marshal
    import zlib

    return zlib.compress(marshal.dumps(value))


def unpack(packed: bytes) -> Any:
    """What was packed, by the same version of Python; an empty tuple for nothing."""
    if not packed:
        return ()
    import marshal
    import zlib

    return marshal.loads(zlib.decompress(packed))


def steps(numbers: Iterable[int]) -> list[int]:
    """Numbers as the first and what each adds to the one before: places that follow each other are packed so."""
    return [later - earlier for earlier, later in pairwise((0, *numbers))]


def from_steps(packed: Iterable[int]) -> list[int]:
    """The numbers of which `steps` were taken."""
    return list(accumulate(packed))
