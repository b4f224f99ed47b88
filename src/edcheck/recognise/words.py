"""Where a word of the census stands in the text, and what stands beside it."""

from collections.abc import Iterator

from edcheck.text import Extent

_NEIGHBOUR = 40
"""Code points within which a neighbouring word must lie."""


def places(text: str, word: str) -> Iterator[Extent]:
    """Where `word` stands as a whole word, in order; a hyphen or underscore joins, two hyphens part."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _joined(text[at - 2 : at] if at > 1 else text[:at], -1) and not _joined(text[end : end + 2], 1):
            yield Extent(at, end)
        at = text.find(word, end)


def _joined(beside: str, side: int) -> bool:
    """Whether what stands beside a word makes it part of a longer one."""
    if side < 0:
        beside = beside[::-1]
    return beside[:1].isalnum() or (beside[:1] in ("-", "_") and beside[1:].isalnum())


def word_after(text: str, end: int) -> str:
    """The word that follows after white space only, or the empty string."""
    window = text[end : end + _NEIGHBOUR]
    if not window[:1].isspace():
        return ""
    words = window.split(None, 1)
    return _bare(words[0]) if words else ""


def word_before(text: str, start: int) -> str:
    """The word that precedes with white space only between, or the empty string."""
    window = text[max(start - _NEIGHBOUR, 0) : start]
    if not window[-1:].isspace():
        return ""
    words = window.rsplit(None, 1)
    word = words[-1].removesuffix(".") if words else ""
    return word if word.isalpha() else ""


def _bare(word: str) -> str:
    """A word without what follows its letters."""
    for at, character in enumerate(word):
        if not character.isalpha():
            return word[:at]
    return word
