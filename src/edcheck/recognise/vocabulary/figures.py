"""What is meant by a word with a digit in it: `w1th`, `harb0ur`, `l918`, `wa5`.

A reading is sure where it is a word of this text, or of every text of its language. Else the shape must say that
nothing but a slip puts the digit there; in a short word, where a code may look alike, the words around it as well.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import WordCensus
from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.common import COMMON
from edcheck.records import NamedTuple

_IN_WORD = lazy_pattern(r"[^\W\d_]{1,20}[01][^\W\d_]{1,20}\Z|[^\W\d_]{1,20}(?:11?|0)\Z|[01][^\W\d_]{2,20}\Z")
_WITNESSED = lazy_pattern(r"[^\W\d_]{1,20}[35689][^\W\d_]{1,20}\Z|[^\W\d_]{2,20}5\Z|[568][^\W\d_]{2,20}\Z")
"""Digits that resemble a letter less: only a word that stands elsewhere in the document speaks for a slip."""
_UNWITNESSED = lazy_pattern(
    r"(?:[^\W\d_]|[^\W\d_][a-zß-ÿ]{1,20})[01][a-zß-ÿ]{2,20}\Z|[^\W\d_][a-zß-ÿ]{2,20}[01][a-zß-ÿ]\Z"
    r"|[^\W\d_][a-zß-ÿ]{0,20}[35689][a-zß-ÿ]{3,20}\Z|[^\W\d_][a-zß-ÿ]{3,20}[35689][a-zß-ÿ]{1,2}\Z"
)
"""A digit that nothing but a slip puts between the letters of so long a word."""
_AMONG_WORDS = lazy_pattern(
    r"[a-zß-ÿ]{1,2}[01][a-zß-ÿ]{1,2}\Z|[a-zß-ÿ]{1,2}5[a-zß-ÿ]{2}\Z|[a-zß-ÿ]{2}5[a-zß-ÿ]\Z"
    r"|[01][a-zß-ÿ]{3,20}\Z|5(?=[aeioupctlmnwhyà-ü])[a-zß-ÿ]{3,20}\Z|[a-zß-ÿ]{2,20}[iu]1\Z|[a-zß-ÿ]{3,20}5\Z"
)
"""A digit in a short word or at its edge, where only words on both sides tell it from a code."""
_IN_NUMBER = lazy_pattern(r"[lI][\dlIOo]{3}\Z|\d[\dlIOo]*[lIOo][\dlIOo]*\d\Z|1[89]\d[Oo]\Z")
_TO_DIGIT = str.maketrans("lIOo", "1100")
_TO_LETTER = (str.maketrans("1035689", "loesbBg"), str.maketrans("10", "io"), str.maketrans("10", "tO"))
_ENDING = lazy_pattern(
    r"[01](?:st|nd|rd|th|d|er|re|e|eme|ème|me|te|ten|ter|tes|o|a|mo|to|vo|bre|ber|is|ly|ff|f|ft|in)\Z"
)
_GLUED = lazy_pattern(r"[^\W\d_]{3,}[0-9]{1,2}\Z|[0-9]{1,2}[^\W\d_]{3,}\Z")
_HABIT = 3
"""Words of a shape from which on it is the way of the text: note numbers glued to words, codes, measures."""
_SHORTEST = 5
"""Characters from which a word that stands nowhere else is no code."""
_VOWELS = frozenset("aeiouyäöüáàâéèêíîóôúûæœ")
_BEFORE_L = frozenset("bcfgkpsбвгкпс")
"""Consonants with which a word can begin before an `l`."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2099


class Meant(NamedTuple):
    """A word with a digit, what it means, and what speaks for that."""

    token: str
    reading: str
    sure: bool
    """Whether the text, or every text, has the reading."""
    among_words: bool = False
    """Whether it is to be believed only between words of small letters."""


def find_meant(census: WordCensus) -> Iterator[Meant]:
    """Words of letters and digits that mean a word or a number, in the order of their first occurrence."""
    for token in census.mixed:
        if token.isdigit() or "-" in token:
            continue
        reading = _number(token) or _word(token, census.counts)
        if reading:
            yield Meant(token, reading, True)
        elif _UNWITNESSED.match(token) and len(token) >= _SHORTEST:
            yield Meant(token, _guess(token, census.counts), False)
        elif token[0] == "5" or token[-1] == "5" or _AMONG_WORDS.match(token):
            shape = _GLUED if token[0].isdigit() or token[-1].isdigit() else _AMONG_WORDS
            if sum(map(bool, map(shape.match, census.mixed))) < _HABIT:
                yield from _at_the_edge(token, census.counts)


def _at_the_edge(token: str, counts: Counter[str]) -> Iterator[Meant]:
    """A short word, or one with its digit at the edge, in a text that glues no numbers to its words."""
    if _ENDING.match(token) or counts[token] > 1:
        return
    reading, stem = token.translate(_TO_LETTER[0]), token.strip("015")
    ends = stem + "5" == token
    if ends and len(stem) > 1 and not stem.isupper() and _is_word(reading, counts):
        yield Meant(token, reading, True, True)
    elif _AMONG_WORDS.match(token):
        guess = _guess(token, counts)
        plain = stem == token or (ends and stem[-1] != "s") or not _is_word(stem, counts)
        if plain and _VOWELS & set(guess):
            yield Meant(token, guess, False, True)


def _guess(token: str, counts: Counter[str]) -> str:
    """The likeliest letters: as other words of the text have them, else `i` between two consonants, else `l`."""
    at = token.find("1")
    if at < 0:
        return token.translate(_TO_LETTER[0])
    words = "\n".join(("", *counts, "")).lower()
    around = f"\n{token.lower()}\n"[at : at + 3]
    seen = {letter: words.count(around.replace("1", letter)) for letter in "il"}
    if at == 1 and token[0].lower() not in _BEFORE_L and token[0].lower() not in _VOWELS:
        return token.replace("1", "i").translate(_TO_LETTER[0])
    between = 0 < at < len(token) - 1 and not _VOWELS & {token[at - 1].lower(), token[at + 1].lower()}
    likelier = max("il" if between else "li", key=seen.__getitem__)
    return token.replace("1", likelier).translate(_TO_LETTER[0])


def _number(token: str) -> str | None:
    """The number that is meant by a token with a letter for a digit; None where it is no such token."""
    if not _IN_NUMBER.match(token):
        return None
    digits = token.translate(_TO_DIGIT)
    year = len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
    if sum(character.isdigit() for character in token) * 2 < len(token) or not (year or token[0].isdigit()):
        return None
    return digits


def _word(token: str, counts: Counter[str]) -> str | None:
    """The word of this document, or of every document, that is meant by a token with a digit for a letter."""
    if _ENDING.match(token) or token.isupper() or not (_IN_WORD.match(token) or _WITNESSED.match(token)):
        return None
    stem = token.strip("15")
    if stem != token and (_is_word(stem, counts) or len(stem) < 2):
        return None
    for table in _TO_LETTER:
        reading = token.translate(table)
        if reading.isalpha() and _is_word(reading, counts):
            return reading
    return None


def _is_word(word: str, counts: Counter[str]) -> bool:
    small = word.lower()
    return small in COMMON or (len(word) > 2 and (word in counts or small in counts))
