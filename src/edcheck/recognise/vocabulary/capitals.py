"""Names whose common noun is written large here and small there: `Tarn Railway`, `Tarn railway`."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from edcheck.model import Document
from edcheck.recognise.vocabulary.places import Finder, whole
from edcheck.records import dataclass
from edcheck.text import Extent

_NOUNS = """
    front railway sea river street road lane square committee council commission canal bridge station island
    islands bay gulf ocean mountains valley province army fleet soviet congress conference party ministry gazette
    bank treaty harbour harbor theatre hospital
"""
_NAMED = frozenset(_NOUNS.split())
"""Nouns that name a thing together with the word before them."""
_QUARTERS = frozenset(("Northern", "Southern", "Eastern", "Western", "North", "South", "East", "West", "Central"))
"""Words that tell one of several like things from the others: what one of them is called, the others are."""
_SENTENCE_OPENERS = """
    This That These Those Their Your Such Which What Every Each Some Another From With Into Upon Under Over Both
    When Where Whose After Before Once
"""
_NO_NAMES = frozenset(_SENTENCE_OPENERS.split())
_SHORTEST_NAME = 4
_WINDOW = 40
_MOST = 200
"""Names that are looked for with a small noun."""


@dataclass(frozen=True, slots=True)
class Cased:
    """One name in two forms, or names of one kind in two forms, with their places."""

    large: str
    small: str
    large_at: tuple[Extent, ...]
    small_at: tuple[Extent, ...]


def cased_names(document: Document) -> Iterator[Cased]:
    """Names whose common noun stands with a capital and without one."""
    text, counts = document.text, document.words.counts
    nouns = [noun for noun in sorted(_NAMED & counts.keys()) if noun.capitalize() in counts]
    finder = Finder(text, [noun.capitalize() for noun in nouns])
    large: dict[tuple[str, str], list[tuple[str, Extent]]] = {}
    for noun in nouns:
        for at in finder.places(noun.capitalize()):
            name = _name_before(text, at.start)
            if name:
                place = Extent(text.rindex(name, 0, at.start), at.end)
                large.setdefault(_kind(name, noun), []).append((name, place))
    small: dict[tuple[str, str], list[tuple[str, Extent]]] = {}
    for name, noun, place in _small(text, _wanted(large, counts)):
        small.setdefault(_kind(name, noun), []).append((name, place))
    for kind in small:
        noun, (upper, *_), (lower, *_) = kind[1], large[kind], small[kind]
        yield Cased(
            f"{upper[0]} {noun.capitalize()}",
            f"{lower[0]} {noun}",
            tuple(at for _, at in large[kind]),
            tuple(at for _, at in small[kind]),
        )


def _kind(name: str, noun: str) -> tuple[str, str]:
    """What must be written alike: one name, or all quarters of one noun."""
    return ("" if name in _QUARTERS else name, noun)


def _wanted(large: Iterable[tuple[str, str]], counts: Counter[str]) -> list[tuple[str, str]]:
    """The names with the small noun that are to be looked for; the most that are worth it."""
    quarters = sorted(_QUARTERS & counts.keys())
    return [(name, noun) for kind, noun in sorted(large) for name in ([kind] if kind else quarters)][:_MOST]


def _small(text: str, wanted: list[tuple[str, str]]) -> Iterator[tuple[str, str, Extent]]:
    patterns = [(name, noun, f"{name}{gap}{noun}") for name, noun in wanted for gap in (" ", "\n", "\r\n")]
    if patterns:
        automaton = AhoCorasick([pattern for *_, pattern in patterns])
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if whole(text, start, end):
                yield patterns[index][0], patterns[index][1], Extent(start, end)


def _name_before(text: str, start: int) -> str:
    """The word with a capital before a noun, hyphens within it and all; empty where there is none."""
    before = text[max(start - _WINDOW, 0) : start]
    if not before[-1:].isspace():
        return ""
    words = before.split()
    name = words[-1] if words else ""
    if len(name) < _SHORTEST_NAME or name in _NO_NAMES or not name[0].isupper():
        return ""
    return name if name.replace("-", "").isalpha() else ""
