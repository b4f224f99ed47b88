"""Where a word of the census stands in the text, and what stands beside it."""

from collections.abc import Iterator, Sequence

from edcheck.text import Extent

_JOINTS = "-_"
_NEIGHBOUR = 40
"""Code points within which a neighbouring word must lie."""


def places(text: str, word: str) -> Iterator[Extent]:
    """Where `word` stands as a whole word, in order; a hyphen or underscore joins, two hyphens part."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if whole(text, at, end):
            yield Extent(at, end)
        at = text.find(word, end)


def whole(text: str, start: int, end: int) -> bool:
    """Whether a word that lies at `start` and `end` is no part of a longer one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if before in _JOINTS and before and text[start - 2 : start - 1].isalnum():
        return False
    return not (after in _JOINTS and after and text[end + 1 : end + 2].isalnum())


def phrase_places(text: str, words: Sequence[str]) -> Iterator[Extent]:
    """Where `words` stand one after the other with nothing but white space between them, in order."""
    start = text.find(words[0])
    while start >= 0:
        end = start + len(words[0])
        for word in words[1:]:
            gap = text[end : end + _NEIGHBOUR]
            blank = len(gap) - len(gap.lstrip())
            if not blank or not text.startswith(word, end + blank):
                break
            end += blank + len(word)
        else:
            if whole(text, start, end):
                yield Extent(start, end)
        start = text.find(words[0], start + 1)


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
