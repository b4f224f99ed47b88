"""Slips in names that the editors know: words one or two letters off from a name that the settings list."""

from collections.abc import Iterator
from itertools import chain

from edcheck.model import Document
from edcheck.recognise.vocabulary.likeness import distance, one_slip
from edcheck.recognise.vocabulary.names import RARE, listed_words
from edcheck.recognise.vocabulary.places import Finder, phrases
from edcheck.recognise.vocabulary.slips import inflected
from edcheck.records import dataclass
from edcheck.text import Extent

_TWO_EDITS_FROM = 7
"""Letters from which two edits still leave a name recognisable."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class KnownSlip:
    """A word that nearly is a word of a known name, with the places of what stands for the name."""

    rare: str
    known: str
    at: list[Extent]
    is_one_letter: bool


def known_slips(document: Document) -> Iterator[KnownSlip]:
    """Rare words that nearly are a known name: its last word, or another before the rest of it."""
    names, counts = document.edition.names, document.words.counts
    if not names.known:
        return
    near = _Near(document)
    found: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for name in names.known:
        words = name.split()
        for index, word in enumerate(words):
            rest = tuple(words[index + 1 :])
            # Many persons share a first name, and many first names are alike: the rest must agree.
            if len(word) >= _SHORTEST and all(one in counts for one in rest):
                for rare in near.to(word, absent=word not in counts):
                    found.setdefault(rare, (name, word, rest))
    finder = Finder(document.text, found)
    for rare, (name, word, rest) in found.items():
        at = list(phrases(document.text, finder.places(rare), rest))
        if at:
            yield KnownSlip(
                rare, name, [_whole(document.text, one, name, rest) for one in at], one_slip(rare, word)
            )


class _Near:
    """The document's rare words that are in no list, by what an edit leaves of them."""

    def __init__(self, document: Document) -> None:
        self._counts = document.words.counts
        right = listed_words(document.edition.names)
        self._halves: dict[str, list[str]] = {}
        titled = (compound for compound in document.words.compounds if compound.istitle())
        for word in chain(document.words.names, titled):
            if self._counts[word] <= RARE and len(word) >= _SHORTEST and word not in right:
                self._halves.setdefault(word[:2], []).append(word)
                self._halves.setdefault("-" + word[-2:], []).append(word)

    def to(self, known: str, absent: bool) -> list[str]:
        """Words that may be slips of a known one; two edits only where that one is absent."""
        near = {*self._halves.get(known[:2], ()), *self._halves.get("-" + known[-2:], ())}
        return [word for word in sorted(near) if word.lower() not in self._counts and _nearly(word, known, absent)]


def _nearly(word: str, known: str, absent: bool) -> bool:
    if inflected(word, known):
        return False
    if one_slip(word, known):
        return len(word) > _SHORTEST or word[0] == known[0]
    long = min(len(word), len(known)) >= _TWO_EDITS_FROM
    return absent and long and word[:2] == known[:2] and word[-1] == known[-1] and distance(word, known) == 2


def _whole(text: str, at: Extent, known: str, rest: tuple[str, ...]) -> Extent:
    """The place with the words before it that belong to the name (`Della Marota`)."""
    start, words = at.start, known.split()
    for particle in reversed(words[: len(words) - len(rest) - 1]):
        before = text[:start].rstrip()[-len(particle) :] if start else ""
        if before.casefold() != particle.casefold():
            break
        start = text.rindex(before, 0, start)
    return Extent(start, at.end)
