"""Whether a word is known to the language: the word lists of the extra `edcheck[dictionaries]`.

They are asked only where the settings say so (`edition.dictionaries`), so that a result never depends on what
happens to be installed; and only of words that something else makes suspect.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from edcheck.model import WordCensus
from edcheck.recognise.vocabulary.scannos import confusions

LANGUAGES = frozenset(("en", "de", "fr", "ru", "es", "it"))
_KNOWN = 1.5
"""Zipf frequency from which a word is no misprint of the texts that were counted: thrice in a hundred million."""
_PACKAGE = "wordfreq"
_SHORTEST = 4
_RARE, _RATIO = 2, 3
"""How often an unknown word may stand, and how much more often the one it was misread from."""


def installed() -> bool:
    """Whether the word lists are there to be asked."""
    return find_spec(_PACKAGE) is not None


@lru_cache(maxsize=1 << 14)
def known(word: str, language: str) -> bool | None:
    """Whether the language has the word, as far as its list goes; None where there is no list."""
    lists = _lists()
    if lists is None or language not in LANGUAGES:
        return None
    return bool(lists.zipf_frequency(word, language) >= _KNOWN)


@lru_cache(maxsize=1)
def _lists() -> Any:
    # Imported here: the lists take a tenth of a second to load, and most runs ask for none.
    return import_module(_PACKAGE) if installed() else None


def misread(census: WordCensus, language: str) -> Iterator[tuple[str, str]]:
    """Rare words that no list has, each with the frequent word of the text that a scanner makes it of."""
    counts = census.counts
    for word, count in counts.items():
        if count > _RARE or len(word) < _SHORTEST or not (word.islower() and word.isalpha()):
            continue
        if known(word, language) is False:
            meant = max(_origins(word, language), key=counts.__getitem__, default="")
            if meant and counts[meant] >= _RATIO * count and known(meant, language):
                yield word, meant


def _origins(word: str, language: str) -> Iterator[str]:
    """What a scanner may have read the word from, by one shape taken for another."""
    for right, wrong in confusions(language):
        at = word.find(wrong)
        while at >= 0:
            yield word[:at] + right + word[at + len(wrong) :]
            at = word.find(wrong, at + 1)
