"""Where a word of the census stands in the text, and what stands beside it."""

from collections.abc import Iterator, Sequence

from edcheck.patterns import lazy_pattern
from edcheck.text import Extent

_JOINTS = "-_"
_WORD = lazy_pattern(r"[^\W_]+(?:-[^\W_]+)*")
_SEARCHES = 64
"""Words that are cheaper to look for one by one than to index the text for."""
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


class Finder:
    """Finds many words in one text: the first ones one by one, then from an index of all words.

    Looking for one word costs the length of the text, so looking for as many words as a hostile text can hold
    would cost its square.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._searches = 0
        self._index: dict[str, list[Extent]] = {}

    def places(self, word: str) -> list[Extent]:
        """All places of a word; see the function `places`."""
        self._searches += 1
        if self._searches <= _SEARCHES:
            return list(places(self.text, word))
        if not self._index:
            for match in _WORD.finditer(self.text):
                self._index.setdefault(match[0], []).append(Extent(*match.span()))
        return [at for at in self._index.get(word, ()) if whole(self.text, *at)]


def whole(text: str, start: int, end: int) -> bool:
    """Whether a word that lies at `start` and `end` is no part of a longer one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if before in _JOINTS and before and text[start - 2 : start - 1].isalnum():
        return False
    return not (after in _JOINTS and after and text[end + 1 : end + 2].isalnum())


def phrase_places(finder: Finder, words: Sequence[str]) -> Iterator[Extent]:
    """Where `words` stand one after the other with nothing but white space between them, in order."""
    text = finder.text
    for start, end in finder.places(words[0]):
        for word in words[1:]:
            gap = text[end : end + _NEIGHBOUR]
            blank = len(gap) - len(gap.lstrip())
            if not blank or not text.startswith(word, end + blank):
                break
            end += blank + len(word)
        else:
            if whole(text, start, end):
                yield Extent(start, end)


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
