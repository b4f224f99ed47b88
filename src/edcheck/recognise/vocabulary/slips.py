"""How much the letters of two names speak for a slip of one, and how much for two names or two spellings.

Writers of old spelt by ear: what sounds alike (`Taylor`, `Tayler`) may be theirs. Scanners and tired fingers do
not: two letters swapped, a consonant lost from a cluster, letters that follow each other in no other word of the
text are no spelling of anybody's. Weights are in nats: what each sign adds to the logarithm of the odds, found by
regression over slips planted in texts of several languages and over names of these texts that are rightly alike.
"""

import unicodedata

from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.likeness import confusable, difference, is_vowel

_ALIKE_IN_SOUND = (
    "szcxß",
    "ckqg",
    "ijy",
    "uvwf",
    "dt",
    "bp",
    "gj",
    "mn",
    "зсц",
    "дт",
    "бп",
    "вф",
    "гхк",
    "жш",
    "иій",
)
_MUTE = frozenset("hwъь")
_LOST_IN_CLUSTERS = frozenset(("ck", "ph", "tch", "dge", "mps", "ndf", "ldf"))
"""Clusters of which one letter may be left out without being missed: `Thompson`, `Guildford`."""
_ENDINGS = frozenset("snmrtdмвйхьъ")
"""Consonants that inflection sets at the end of a name, or takes from it."""
_CASES = frozenset("snmrмвйхьъ")
"""Consonants that inflection sets for another letter."""
_AFTER_A_VOWEL = frozenset("ймхв")
"""Letters that end Russian cases behind one vowel or another."""
_UNSPOKEN = lazy_pattern(r"[bcdfgkpstvxz][lrnm]\Z")
"""An end that no Latin word has, unless it lost its last letter: `Coventr`."""
_OLD_PRINT = ({"i", "j"}, {"u", "v"})
_TURNED = frozenset(map(frozenset, ("el", "er", "en", "ie", "al", "ле", "ел")))
"""Neighbours that languages and inflections swap: `Center`, `Centre`."""

ACCENT = -100.0
"""Weight of a change of accents, which says nothing of the letters, or of script, which has a rule of its own."""
_LAST_OF_LATIN = "\u036f"
_SWAPPED, _TURN, _LOST, _ADDED, _MISTAKEN = 3.0, 1.5, 1.9, 0.8, 1.6
_CROSSED, _MUTED, _DOUBLED, _OTHER, _VOWEL, _SOUND = 0.5, 0.0, -0.6, -0.5, -1.5, -1.8
_INNER = 0.5
_PER_LETTER = 0.45
_USUAL_LENGTH, _LONGEST = 6, 10
UNHEARD = 3.2
"""The most that letters add which nowhere else follow each other."""
_NEW_PAIR, _RARE_PAIR, _NEW_TRIPLE = 2.0, 0.4, 1.2
_SELDOM = 4


def inflected(rare: str, usual: str, is_german: bool = True) -> bool:
    """Whether inflection may explain how two spellings differ: at their end, or as man and men do."""
    if {rare[-3:], usual[-3:]} == {"man", "men"} and rare[:-3] == usual[:-3]:
        return True
    if len(rare) != len(usual):
        longer, shorter = (rare, usual) if len(rare) > len(usual) else (usual, rare)
        if not longer.startswith(shorter) or not (longer[-1] in _ENDINGS or is_vowel(longer[-1])):
            return False
        return longer == rare or not _UNSPOKEN.search(rare)
    one, other = difference(rare, usual)
    if rare[-1] == usual[-1]:
        # Adjectives of place and family: `Невский`, `Невской`.
        return rare[-1] in _AFTER_A_VOWEL and rare[:-2] == usual[:-2] and is_vowel(one) and is_vowel(other)
    if len(one) == 2:
        return {rare[-2:], usual[-2:]} == {"ел", "ле"}
    if {one, other} == {"n", "r"}:
        return is_german and rare[-2] == "e"
    if {one, other} == {"n", "u"}:
        return False
    return {one, other} == {"m", "t"} or all(letter in _CASES or is_vowel(letter) for letter in one + other)


def rendered(rare: str, usual: str) -> bool:
    """Whether two spellings are one name in old print (`Iulia`), in another language, or in a longer genitive."""
    one, other = difference(rare.lower(), usual.lower())
    if {one, other} in _OLD_PRINT:
        return True
    if {one, other} == {"er", "re"}:
        # English or German, and French: `Alexander`, `Alexandre`; in the plural too.
        return rare.endswith((one, one + "s"))
    shorter, longer = sorted((rare, usual), key=len)
    return longer == f"{shorter[:-1]}es" and shorter[-1] == "s" and not is_vowel(shorter[-2])


def of_edit(rare: str, usual: str) -> float:
    """How much the edit that parts two names speaks for a slip."""
    one, other = (part.lower() for part in difference(rare, usual))
    length = _PER_LETTER * (min(len(rare), len(usual), _LONGEST) - _USUAL_LENGTH)
    nats = length + (_MISTAKEN if confusable(rare, usual) else 0)
    nats += _INNER if rare[0] == usual[0] and rare[-1] == usual[-1] else 0
    if len(one) == len(other) == 2:
        return nats + (_TURN if frozenset(one) in _TURNED else _SWAPPED)
    if len(one) != len(other) and one and other:
        return nats
    if one and other:
        return nats + _of_change(one, other)
    return nats + (_of_loss(usual, other, _LOST) if other else _of_loss(rare, one, _ADDED))


def _of_change(one: str, other: str) -> float:
    """One letter for another."""
    if _bare(one) == _bare(other) or (one > _LAST_OF_LATIN) != (other > _LAST_OF_LATIN):
        return ACCENT
    vowels = is_vowel(one) + is_vowel(other)
    if vowels == 1 and not {one, other} & set("ywhjv"):
        return _CROSSED
    if any(one in group and other in group for group in _ALIKE_IN_SOUND):
        return _SOUND
    return _VOWEL if vowels == 2 else _OTHER


def _of_loss(longer: str, letter: str, plain: float) -> float:
    """A letter less or more: what is not heard is often not written."""
    around = longer.lower()
    if letter * 2 in around:
        return _DOUBLED
    if is_vowel(letter) or letter in _MUTE:
        return _MUTED
    return _MUTED if any(letter in cluster and cluster in around for cluster in _LOST_IN_CLUSTERS) else plain


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def of_sound(vocabulary: str, rare: str, usual: str) -> float:
    """How much it speaks for a slip that the rare name has letters follow each other as no other word has.

    `vocabulary` holds the distinct words of the text, small, each between line feeds.
    """
    pairs = _fewest(vocabulary, rare, usual, 2)
    nats = _NEW_PAIR if pairs == 0 else _RARE_PAIR if pairs < _SELDOM else 0.0
    return nats + (_NEW_TRIPLE if pairs == 0 or _fewest(vocabulary, rare, usual, 3) == 0 else 0.0)


def _fewest(vocabulary: str, rare: str, usual: str, size: int) -> int:
    """In how many other places the least common sequence of letters stands that the usual name has not."""
    framed, known = f"\n{rare.lower()}\n", f"\n{usual.lower()}\n"
    fewest = _SELDOM
    for start in range(len(framed) - size + 1):
        letters = framed[start : start + size]
        if letters not in known:
            fewest = min(
                fewest, _found(vocabulary, letters, fewest + framed.count(letters)) - framed.count(letters)
            )
    return fewest


def _found(vocabulary: str, letters: str, most: int) -> int:
    """How often letters stand in the vocabulary, counted up to `most`: what is common is found at once."""
    count, at = 0, vocabulary.find(letters)
    while at >= 0 and count < most:
        count, at = count + 1, vocabulary.find(letters, at + 1)
    return count
