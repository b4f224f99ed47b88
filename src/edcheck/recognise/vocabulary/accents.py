"""Words that stand with and without their accents: `Orléans` and `Orleans`, `rôle` and `role`."""

from collections.abc import Iterator
from itertools import filterfalse
from unicodedata import normalize

from edcheck.model import WordCensus
from edcheck.text import Extent

_SHORTEST = 4
_SHORTEST_WHERE_MEANING = 7
"""Letters of a small word from which an accent makes no other word of it: French `tache` and `tâche`."""
_TAIL = 3
"""Letters at the end in which accents make forms of one word: `montre`, `montré`."""
_GERMAN = frozenset("äöüßÄÖÜ")
_MEANING = frozenset(("fr", "es", "it", "pt", "ca", "ro", "hu", "cs", "pl"))
"""Languages in which an accent alone may part two words."""
_FUNCTION_WORDS = {
    "en": "the of and to that was with for is his which were this from by not",
    "fr": "le les et un une dans que qui pour est pas aux sur avec ce ne il elle je vous nous votre cette plus",
    "de": "der und das nicht dem ist mit ein auch sich von zu auf eine wir den",
    "la": "et cum est quae qui non sed ad ut ex per quam pro nec sub atque ab tibi mihi",
    "es": "el los las y por con para su lo como pero del que una",
    "it": "il di che e non gli della per nel sono dei alla una",
}
_WINDOW = 60
"""Code points on either side in which words tell the language of a passage."""
_UNMARKED = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "œ": "oe", "Œ": "Oe", "Æ": "Ae"}
_CYRILLIC = range(0x400, 0x530)


def accent_pairs(census: WordCensus, language: str) -> Iterator[tuple[str, str]]:
    """Pairs (with accents, without) of words of the text that an accent does not make two words."""
    counts = census.counts
    for word in filterfalse(str.isascii, counts):
        if len(word) < _SHORTEST or not word.isalpha() or ord(max(word)) in _CYRILLIC or word.isupper():
            continue
        bare = unaccented(word)
        if bare != word and bare in counts and _same_word(word, bare, language):
            yield word, bare


def abroad(text: str, at: Extent, language: str, least: int) -> bool:
    """Whether `least` function words of another language stand near: a quotation, a foreign title."""
    # The words at either end may be cut off: `last` is no Spanish `las`.
    before, after = (
        text[max(at.start - _WINDOW, 0) : at.start].split()[1:],
        text[at.end : at.end + _WINDOW].split()[:-1],
    )
    own = _FUNCTION_WORDS.get(language or "en", "").split()
    near = {word.strip(".,;:!?()[]_'’").lower() for word in (*before, *after)}.difference(own)
    return any(
        len(near.intersection(words.split())) >= least
        for other, words in _FUNCTION_WORDS.items()
        if other != language
    )


def unaccented(word: str) -> str:
    """The word without its accents; letters with a stroke lose it, ligatures are taken apart."""
    if not _UNMARKED.keys().isdisjoint(word):
        word = "".join(_UNMARKED.get(letter, letter) for letter in word)
    return normalize("NFD", word).encode("ascii", "ignore").decode("ascii")


def _same_word(word: str, bare: str, language: str) -> bool:
    if len(word) != len(bare):
        return not word.islower() or language == "en"
    differing = [at for at in range(len(word)) if word[at] != bare[at]]
    if differing[0] == 0:
        # Capitals lose their accents in print.
        differing = differing[1:]
    if not differing or (language == "de" and not _GERMAN.isdisjoint(word)):
        return False
    final = len(word) - differing[-1] <= _TAIL
    if language in _MEANING:
        return not final and (not word.islower() or len(word) >= _SHORTEST_WHERE_MEANING)
    # `exposé` is no `expose`, and `learnèd` has two syllables.
    return not (differing == [len(word) - 1] or (final and word.rstrip("s")[-1] in "éd"))
