"""Which Cyrillic encoding the bytes of a text speak for, judged by how often each letter occurs.

cp1251 and KOI8-R use the same bytes for other letters: a text in the one that is read as the other consists of
Russian letters still, and no decoder objects. But its commonest letters are then rare ones, and its small
letters capitals.
"""

from collections import Counter
from math import log

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass

CODECS = ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")
_MISTAKABLE = frozenset({*CODECS, "cp1252"})
"""What a Cyrillic text is read as by mistake; in a text that declares Greek, the same bytes are Greek."""
_OFTEN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў"
_PER_THOUSAND = (
    *(110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19),
    *(17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 1),
    *(20, 6, 5, 1, 5),
)
"""How often each letter occurs in a thousand letters of Russian, the commonest first; then its neighbours' own."""
_CAPITAL, _NO_LETTER = -3.5, -12.0
_SAMPLE = 1 << 16
_RUN = lazy_pattern(rb"[\x80-\xff]{3,}")
_ENOUGH = 120
"""Bytes above ASCII that are enough to judge by: some twenty words."""
_WORDS_OF_THEM = 0.7
_LIKELY, _CLEARLY = -3.55, 0.8


@dataclass(frozen=True, slots=True)
class Reading:
    """The codec in which a text's letters are as frequent as those of Russian, and how much likelier it is.

    `margin` is the mean logarithm of the likelihood of a letter, less that under the codec the text was read with.
    """

    codec: str
    margin: float


def cyrillic_reading(data: bytes, read_as: str) -> Reading | None:
    """The Cyrillic codec that the bytes speak for, None where none does or it is the one they were read with."""
    if read_as not in _MISTAKABLE:
        return None
    head = data[:_SAMPLE]
    high = len(head) - len(head.translate(None, bytes(range(128, 256))))
    if high < _ENOUGH:
        return None
    words = b"".join(_RUN.findall(head))
    if len(words) < high * _WORDS_OF_THEM:
        return None
    counts = Counter(words)
    likelihood = {codec: _likelihood(counts, codec) for codec in CODECS}
    best = max(CODECS, key=likelihood.__getitem__)
    now = likelihood.get(read_as, _NO_LETTER)
    if best == read_as or likelihood[best] < _LIKELY or likelihood[best] - now < _CLEARLY:
        return None
    return Reading(best, likelihood[best] - now)


def _likelihood(counts: Counter[int], codec: str) -> float:
    """The mean logarithm of how likely each byte's letter is in Russian."""
    letters = bytes(counts).decode(codec, "replace")
    total = sum(counts.values())
    return sum(_letter(letter) * count for letter, count in zip(letters, counts.values(), strict=True)) / total


def _letter(letter: str) -> float:
    at = _OFTEN.find(letter)
    if at >= 0:
        return log(_PER_THOUSAND[at] / 1000)
    at = _OFTEN.find(letter.lower())
    return log(_PER_THOUSAND[at] / 1000) + _CAPITAL if at >= 0 else _NO_LETTER
