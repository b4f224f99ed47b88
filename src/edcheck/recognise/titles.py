"""Whether two titles are the same one, written as tables of contents and headings write them.

Capitals, spaces, punctuation and the form of numerals are the typesetter's; a table of contents leaves out what
it has no room for. What is left is the author's, and differs only where one of the two is wrong.
"""

from functools import cache, lru_cache

from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.likeness import distance

_WORD = lazy_pattern(r"[^\W_]+|&")
_DROPPED = str.maketrans(dict.fromkeys("'’‘ʼ\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc"))
_ROMAN = lazy_pattern(r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})\Z")
_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_AND = frozenset({"and", "und", "et", "y", "e", "и"})
_CLOSE = 4
"""Letters for each of which titles may differ by one and still be slips of one another."""

_CUT = 3
"""Words that a title has at least of which some were cut off."""
_LONGEST = 200
"""Letters of a title up to which it is looked at letter by letter."""

_PARTS_OF_BOOKS = """
about acknowledgements acknowledgments afterword also appendix author back beginning bibliography bodymatter
by colophon contents copyright cover dedication edition endnotes endpapers epigraph epilogue errata footnotes
foreword front frontispiece glossary half halftitle halftitlepage illustrations imprint index introduction
list matter note notes of other page plates preface prologue publisher start table text the this title
titlepage toc uncopyright works anhang anmerkungen autor deckblatt einleitung impressum inhalt
inhaltsverzeichnis nachwort register titel titelblatt titelseite umschlag vorbemerkung vorwort widmung avant
propos couverture préface sommaire titre introducción prólogo notas cubierta índice copertina indice
prefazione обложка предисловие содержание примечания
"""
"""Words that name a part of any book: in a table of contents they may stand for whatever heading it has."""


@lru_cache(maxsize=4096)
def words(title: str) -> tuple[str, ...]:
    """The words of a title as far as they count: small letters, numerals in digits, no punctuation."""
    plain = _folded(title)
    found = _WORD.findall(plain)
    if len(found) > _CUT and plain.endswith(("…", "...")):
        # A title that is cut short is cut within a word.
        found.pop()
    return tuple(map(_plain, found))


def agree(first: str, second: str) -> bool:
    """True where one title is the other, whole or shortened; also where one of them has no words."""
    one, other = words(first), words(second)
    if len(one) > len(other):
        one, other = other, one
    if _is_part(one, other) or _letters(first) == _letters(second) or _only_counts(first, second):
        return True
    # One of the two writes its numbers in words, or has none.
    bare_one, bare_other = _without_numbers(one), _without_numbers(other)
    return (one == bare_one or other == bare_other) and (
        (bool(bare_one) and _is_part(bare_one, bare_other))
        or (bool(bare_other) and _is_part(bare_other, bare_one))
    )


def similar(first: str, second: str) -> bool:
    """True where two titles that do not agree are so alike that one is a slip for the other."""
    one, other = words(first), words(second)
    letters, others = " ".join(one)[:_LONGEST], " ".join(other)[:_LONGEST]
    limit = min(len(letters), len(others)) // _CLOSE
    if limit and distance(letters, others, min(limit, 3)) <= min(limit, 3):
        return True
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and len(one) > 1 and same == len(one) - 1


def contradict(first: str, second: str) -> bool:
    """True where both titles have numbers, and other ones."""
    one, other = (tuple(filter(str.isdecimal, words(title))) for title in (first, second))
    return bool(one and other) and not _is_part(one, other) and not _is_part(other, one)


def names_a_part(title: str) -> bool:
    """True where a title only says which part of a book it heads, or has no words."""
    return _parts().issuperset(words(title))


@cache
def _parts() -> frozenset[str]:
    return frozenset(_PARTS_OF_BOOKS.split())


def _folded(title: str) -> str:
    # Imported here: no start without tables of contents should pay for it.
    from unicodedata import normalize

    return normalize("NFC", title).translate(_DROPPED).casefold()


def _letters(title: str) -> str:
    """The letters of a title, whatever spaces and hyphens stand between them."""
    return "".join(_WORD.findall(_folded(title)))


def _only_counts(first: str, second: str) -> bool:
    """True where one title is a number with the word for what is counted, and the other has no number."""
    for one, other in ((words(first), words(second)), (words(second), words(first))):
        if len(one) < 3 and one != _without_numbers(one) and other == _without_numbers(other):
            return True
    return False


def _plain(word: str) -> str:
    if word == "&" or word in _AND:
        return "&"
    if _ROMAN.match(word):
        return str(_value(word))
    return word.lstrip("0") or word if word.isdecimal() else word


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True where all words of `one` stand in `other` in the same order."""
    rest = iter(other)
    return all(word in rest for word in one)


def _without_numbers(title: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in title if not word.isdecimal())
