"""`WordCensus`: which words a text holds and how often, counted once for all rules about words."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import compress, filterfalse, islice
from operator import eq

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass
from edcheck.text import Extent

# In UTF-8 these two lead-ins hold all dashes, curly quotation marks and blanks outside ASCII; other
# characters beyond ASCII count as letters. Matching them by their literal beginning is ten times faster than
# any look at characters.
_GENERAL_PUNCTUATION = lazy_pattern(rb"\xe2\x80[\x80-\xbf]")
_LATIN_SIGN = lazy_pattern(rb"\xc2[\x80-\xbf]")
_STRETCH = 8192
"""Code points after which a stretch ends at the next blank."""
_WORD_BYTES = bytes(byte if byte >= 128 or chr(byte).isalnum() or byte == 0x2D else 0x20 for byte in range(256))


@dataclass
class WordCensus:
    """Which words a text holds, how often, and which stand twice in a row.

    A word is a run of letters and digits; a hyphen inside belongs to it (`North-Quay`), an apostrophe and
    all other punctuation end it. Words have no places here: whoever suspects one looks for it in the text, or in
    the stretch that holds it.
    """

    counts: Counter[str]
    repeated: list[tuple[str, Extent]]
    """Words that stand twice, whatever punctuation lies between, with the stretch where the first stands."""

    @classmethod
    def of(cls, text: str) -> "WordCensus":
        """Count the words of `text` (0.4 ms for 22 kB); lone surrogates count as letters."""
        counts: Counter[str] = Counter()
        repeated: list[tuple[str, Extent]] = []
        last, last_at, end = "", Extent(0, 0), 0
        # By stretches, so that words are looked at while they are near, and not kept.
        while end < len(text):
            start, blank = end, text.find(" ", end + _STRETCH)
            end = blank if blank >= 0 else len(text)
            words = _words(text[start:end])
            if words:
                place = Extent(start, end)
                if words[0] == last:
                    repeated.append((last, last_at))
                repeated += [(word, place) for word in compress(words, map(eq, words, islice(words, 1, None)))]
                counts.update(words)
                last, last_at = words[-1], place
        return cls(counts, repeated)

    def occurrences(self, words: Iterable[str]) -> int:
        """How often the words of a list stand in all; ten times as fast as looking up each that is missing."""
        return sum(map(self.counts.__getitem__, filter(self.counts.__contains__, words)))

    @cached_property
    def names(self) -> list[str]:
        """Distinct words of a capital and small letters only, in the order of their first occurrence."""
        return list(filter(str.isalpha, filter(str.istitle, self.counts)))

    @cached_property
    def mixed(self) -> list[str]:
        """Distinct words that hold anything but letters: digits, hyphens."""
        return list(filterfalse(str.isalpha, self.counts))

    @cached_property
    def compounds(self) -> list[str]:
        """Distinct hyphenated compounds: two or more words of letters joined by single hyphens."""
        return [
            word
            for word in self.mixed
            if "-" in word and "--" not in word and word[0] != "-" != word[-1] and word.replace("-", "").isalpha()
        ]


def _words(text: str) -> list[str]:
    data = text.encode("utf-8", "surrogatepass")
    if b"--" in data:
        data = data.replace(b"--", b"  ")
    if not text.isascii():
        data = _LATIN_SIGN.sub(b" ", _GENERAL_PUNCTUATION.sub(b" ", data))
    return data.translate(_WORD_BYTES).decode("utf-8", "surrogatepass").split()
