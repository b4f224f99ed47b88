"""Names whose common noun is written large here and small there: `Tarn Railway`, `Tarn railway`."""

from collections.abc import Iterator

from edcheck.model import Document
from edcheck.recognise.vocabulary.places import Finder, word_after
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
_MOST = 40
"""Names before which a small noun is looked for."""


@dataclass(frozen=True, slots=True)
class Cased:
    """One name in two forms, or names of one kind in two forms, with their places."""

    large: str
    small: str
    large_at: tuple[Extent, ...]
    small_at: tuple[Extent, ...]


def cased_names(document: Document) -> Iterator[Cased]:
    """Names whose common noun stands with a capital and without one."""
    counts = document.words.counts
    nouns = [noun for noun in _NAMED & counts.keys() if noun.capitalize() in counts]
    quarters = _QUARTERS & counts.keys()
    if not nouns and not quarters:
        return
    finder = Finder(document.text, [noun.capitalize() for noun in nouns])
    places = {noun: finder.places(noun.capitalize()) for noun in nouns}
    names = {name for noun in nouns for at in places[noun] if (name := _name_before(document.text, at.start))}
    found: dict[str, dict[str, list[tuple[str, Extent]]]] = {}
    for name, noun, place in _named(document, sorted({*sorted(names)[:_MOST], *quarters})):
        key = noun.lower() if name in _QUARTERS else f"{name} {noun.lower()}"
        size = "large" if noun[0].isupper() else "small"
        found.setdefault(key, {}).setdefault(size, []).append((f"{name} {noun}", place))
    for sizes in found.values():
        if len(sizes) == 2:
            large, small = sizes["large"], sizes["small"]
            yield Cased(large[0][0], small[0][0], tuple(at for _, at in large), tuple(at for _, at in small))


def _named(document: Document, names: list[str]) -> Iterator[tuple[str, str, Extent]]:
    """Names that one of the nouns follows, with the noun as written and the place of both."""
    finder = Finder(document.text, names)
    for name in names:
        for at in finder.places(name):
            noun = word_after(document.text, at.end)
            if noun.lower() in _NAMED and noun in (noun.lower(), noun.capitalize()):
                yield name, noun, Extent(at.start, document.text.index(noun, at.end) + len(noun))


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
