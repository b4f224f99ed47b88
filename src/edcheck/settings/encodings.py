"""Which names of encodings can be trusted to turn any bytes into text."""

import codecs

_UNUSABLE = frozenset({"undefined", "idna", "punycode", "mbcs", "oem", "unicode-escape", "raw-unicode-escape"})
"""Encodings of Python's own that are no encodings of texts, or fail on most bytes."""


def check_encoding(name: str) -> str:
    """Return the name of a text encoding as given; raises ValueError where Python can read no text with it."""
    try:
        known = codecs.lookup(name).name.replace("_", "-")
        "".encode(name)
    except (LookupError, ValueError):
        known = "undefined"
    if known in _UNUSABLE:
        raise ValueError(f"“{name}” is no encoding that texts are read with; try utf-8, cp1252 or utf-16")
    return name
