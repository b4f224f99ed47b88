"""Counted names of a document in little room, for facts."""

from collections.abc import Mapping

from edcheck.model.packing import pack, unpack

_MOST = 255
"""Counts beyond it are no more than often."""


def pack_names(counts: Mapping[str, int]) -> bytes:
    """Names with how often each stands, a hundredth of the text that they were taken from."""
    names = sorted(counts)
    often = [counts[name] for name in names]
    if names and max(often) > _MOST:
        often = [min(count, _MOST) for count in often]
    return pack(("\n".join(names), bytes(often))) if names else b""


def unpack_names(packed: bytes) -> dict[str, int]:
    """The names that were packed, with their counts; what stands more than 255 times stands so often."""
    if not packed:
        return {}
    names, counts = unpack(packed)
    return dict(zip(names.split("\n"), counts, strict=True))
