"""How alike two spellings are: letters that differ, edits between them, confusions of print and scanner."""

from functools import lru_cache

from edcheck.patterns import lazy_pattern

_ALIKE = """
    c/e c/o e/o a/o a/u e/u n/u n/h h/b h/k h/li i/l l/t i/t f/t f/s r/t n/r m/rn m/ni m/in m/nn m/un n/ri n/ii
    u/ii u/li w/vv d/cl d/ol k/lc v/y g/q g/y b/o p/j C/G C/O D/O E/F E/B B/R I/J I/T I/L I/l H/N H/U H/II K/R
    M/N M/H P/F P/R S/B T/F U/V V/Y
"""
_CONFUSIONS = frozenset(frozenset(pair.split("/")) for pair in _ALIKE.split())
_VOWELS = frozenset("aeiouyäöüáàâãåæéèêëíìîïóòôõøœúùûýÿąęаеёиоуыэюяіѣѵ")
_NOT_LETTERS = lazy_pattern(r"[\W\d_]+")


@lru_cache(maxsize=4096)
def letters(name: str) -> str:
    """The letters of a name, small, without blanks and punctuation: what two forms of it have in common."""
    return _NOT_LETTERS.sub("", name).casefold()


def difference(first: str, second: str) -> tuple[str, str]:
    """What remains of two spellings when their common beginning and their common end are taken away."""
    shorter = min(len(first), len(second))
    start = 0
    while start < shorter and first[start] == second[start]:
        start += 1
    end = 0
    while end < shorter - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[start : len(first) - end], second[start : len(second) - end]


def one_edit(first: str, second: str) -> bool:
    """True where one letter more, less or other, or two neighbours swapped, make one spelling of the other."""
    one, other = difference(first, second)
    if len(one) < 2 and len(other) < 2:
        return one != other
    return len(one) == 2 and one == other[::-1]


def one_slip(first: str, second: str) -> bool:
    """True where one edit parts two spellings, or one shape that is mistaken for two (`rn` for `m`)."""
    one, other = difference(first, second)
    if len(one) < 2 and len(other) < 2:
        return one != other
    return one == other[::-1] if len(one) == len(other) == 2 else frozenset((one, other)) in _CONFUSIONS


def is_vowel(letter: str) -> bool:
    """Whether a small letter, Latin or Cyrillic, is a vowel; `y` is one."""
    return letter in _VOWELS


def distance(first: str, second: str, limit: int = 2) -> int:
    """Edits (a letter more, less, other, or two neighbours swapped) between two spellings, at most `limit` + 1."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    one, other = difference(first, second)
    if len(one) < 2 and len(other) < 2:
        return max(len(one), len(other))
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def confusable(first: str, second: str) -> bool:
    """True where the two spellings differ by one shape that scanners and tired eyes mistake for another."""
    return frozenset(difference(first, second)) in _CONFUSIONS
