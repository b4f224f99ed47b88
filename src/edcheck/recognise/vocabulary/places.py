"""Where a word of the census stands in the text, and what stands beside it."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from edcheck.text import Extent

_JOINTS = "-_"
_FEW = 8
"""Words that are looked for one by one; more of them together."""
_NEIGHBOUR = 40
"""Code points within which a neighbouring word must lie."""


def places(text: str, word: str, start: int = 0, stop: int | None = None) -> Iterator[Extent]:
    """Where `word` stands as a whole word, in order; a hyphen or underscore joins, two hyphens part.

    It is looked for where it begins between `start` and `stop`.
    """
    stop = len(text) if stop is None else stop + len(word) - 1
    at = text.find(word, start, stop)
    while at >= 0:
        end = at + len(word)
        if whole(text, at, end):
            yield Extent(at, end)
        at = text.find(word, end, stop)


class Finder:
    """Finds words in one text; many of them in a single pass, so that no text can make the search quadratic."""

    def __init__(self, text: str, words: Iterable[str]) -> None:
        self.text = text
        wanted = sorted(set(words))
        self._found: dict[str, list[Extent]] = {}
        if len(wanted) > _FEW:
            self._found = {word: [] for word in wanted}
            automaton = AhoCorasick(wanted)
            for word, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
                if whole(text, start, end):
                    self._found[wanted[word]].append(Extent(start, end))

    def places(self, word: str) -> list[Extent]:
        """All places of one of the words, in order; see the function `places`."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = list(places(self.text, word))
        return found


def between_blanks(text: str, words: Iterable[str]) -> Iterator[tuple[str, Extent]]:
    """Short words with a blank or a line's end on both sides, in one pass that stops at no longer word."""
    wanted = [(word, f"{left}{word}{right}") for word in words for left in " \n" for right in " \r\n"]
    if wanted:
        automaton = AhoCorasick([pattern for _, pattern in wanted])
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            yield wanted[index][0], Extent(start + 1, end - 1)


def whole(text: str, start: int, end: int) -> bool:
    """Whether a word that lies at `start` and `end` is no part of a longer one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if before in _JOINTS and before and text[start - 2 : start - 1].isalnum():
        return False
    return not (after in _JOINTS and after and text[end + 1 : end + 2].isalnum())


def phrases(text: str, firsts: Iterable[Extent], following: Sequence[str]) -> Iterator[Extent]:
    """The words at `firsts` that are followed by others with nothing but white space between, with these."""
    for start, end in firsts:
        for word in following:
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
