"""`WordCensus`: which words a text holds and how often, counted once for all rules about words."""

from collections import Counter
from functools import cached_property
from itertools import filterfalse

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass

# In UTF-8 these two lead-ins hold all dashes, curly quotation marks and blanks outside ASCII; other
# characters beyond ASCII count as letters. Matching them by their literal beginning is ten times faster than
# any look at characters.
_GENERAL_PUNCTUATION = lazy_pattern(rb"\xe2\x80[\x80-\xbf]")
_LATIN_SIGN = lazy_pattern(rb"\xc2[\x80-\xbf]")
_WORD_BYTES = bytes(byte if byte >= 128 or chr(byte).isalnum() or byte == 0x2D else 0x20 for byte in range(256))


@dataclass
class WordCensus:
    """The words of a text in order and their counts.

    A word is a run of letters and digits; a hyphen inside belongs to it (`North-Quay`), an apostrophe and
    all other punctuation end it. Words have no places here: whoever suspects one looks for it in the text.
    """

    tokens: list[str]
    counts: Counter[str]

    @classmethod
    def of(cls, text: str) -> "WordCensus":
        """Count the words of `text` (0.4 ms for 22 kB); lone surrogates count as letters."""
        data = text.encode("utf-8", "surrogatepass").replace(b"--", b"  ")
        if not text.isascii():
            data = _LATIN_SIGN.sub(b" ", _GENERAL_PUNCTUATION.sub(b" ", data))
        tokens = data.translate(_WORD_BYTES).decode("utf-8", "surrogatepass").split()
        return cls(tokens, Counter(tokens))

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
