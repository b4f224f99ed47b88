"""Compounds that a text writes in two ways: with hyphens and open (`North-Quay`, `North Quay`), or closed."""

from collections.abc import Iterable, Iterator

from edcheck.model import Document, WordCensus
from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.open_compounds import HABIT, open_places
from edcheck.recognise.vocabulary.places import Finder, phrases
from edcheck.records import dataclass
from edcheck.text import Extent

PREFIXES = frozenset(
    ("anti", "ex", "semi", "neo", "ultra", "Anglo", "Franco", "Austro", "Russo", "Sino", "Graeco", "Indo", "Serbo")
)
"""Words that never stand alone before another: their open form is always a slip of the hyphen."""
_INNER = frozenset(("of", "in"))
"""Words within compounds of three that make nouns (`masters-of-arms`, `commander-in-chief`)."""
_GRAMMAR = """
    a an the and or nor but of in on at to for from with by into upon over under through against after before as
    that which who whom whose when where while if than then is are was were be been being has have had do did does
    may might must shall should will would can could not also only
"""
_FUNCTION_WORDS = frozenset(_GRAMMAR.split())
_SHORTEST_PART = 2
_ATTRIBUTE = lazy_pattern(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Variation:
    """A compound's two forms with their places outside boilerplate, each in order."""

    hyphenated: str
    other: str
    hyphenated_at: tuple[Extent, ...]
    other_at: tuple[Extent, ...]
    closed: bool
    """The other form is one word, not two."""


def variations(document: Document) -> Iterator[Variation]:
    """Compounds of the text that stand in two forms which mean the same."""
    pairs = list(_pairs(document.words))
    finder = Finder(document.text, (form for parts, closed in pairs for form in _cases(closed or parts[0])))
    others = []
    for parts, closed in pairs:
        found = _kept(document, _any_case(finder, closed) if closed else _open(finder, parts))
        if found:
            others.append((parts, closed, found))
    # Few compounds get here, and only theirs are worth another search.
    finder = Finder(document.text, (form for parts, _, _ in others for form in _cases("-".join(parts))))
    for parts, closed, found in others:
        by_use = not closed and parts[0] not in PREFIXES
        yield from _variation(document, finder, "-".join(parts), closed or " ".join(parts), found, by_use)
    yield from _habits(document)


def _habits(document: Document) -> Iterator[Variation]:
    """Compounds of ordinary words that are hyphenated as a habit, where some have lost the hyphen."""
    opened = open_places(document, _FUNCTION_WORDS)
    finder = Finder(document.text, (case for form in opened for case in _cases(form.replace(" ", "-"))))
    for form, places in opened.items():
        found = _kept(document, places)
        for variation in _variation(document, finder, form.replace(" ", "-"), form, found, True) if found else ():
            if len(variation.hyphenated_at) >= HABIT * len(variation.other_at):
                yield variation


def _pairs(census: WordCensus) -> Iterator[tuple[list[str], str]]:
    """The parts of compounds that may stand in two forms, with the closed form, or `""` for the open one."""
    counts = census.counts
    for compound in census.compounds:
        parts, closed = compound.split("-"), compound.replace("-", "")
        closable = closed in counts and _closable(parts, closed, census)
        if not closable and not (_openable(parts) and all(part in counts for part in parts)):
            continue
        if not (compound[0].isupper() and compound[0].lower() + compound[1:] in counts):
            yield parts, closed if closable else ""


def _variation(
    document: Document,
    finder: Finder,
    compound: str,
    other: str,
    other_at: tuple[Extent, ...],
    by_use: bool,
) -> Iterator[Variation]:
    """The variation, if both forms have places; `by_use` keeps to a use (before a noun or not) that both have."""
    hyphenated_at = _kept(document, _any_case(finder, compound))
    if by_use:
        uses = {at: _attributive(document.text, at) for at in (*hyphenated_at, *other_at)}
        common = {uses[at] for at in hyphenated_at} & {uses[at] for at in other_at}
        hyphenated_at = tuple(at for at in hyphenated_at if uses[at] in common)
        other_at = tuple(at for at in other_at if uses[at] in common)
    if hyphenated_at and other_at:
        yield Variation(compound, other, hyphenated_at, other_at, " " not in other)


def _closable(parts: list[str], closed: str, census: WordCensus) -> bool:
    """Whether a closed form that the text has means the same: `re-form` and `reform` differ.

    A name with a hyphen between its syllables is sung or punned on.
    """
    if len(parts) != 2 or min(map(len, parts)) < _SHORTEST_PART:
        return False
    if parts[0].istitle() and parts[1].istitle():
        return True
    if not parts[1].islower() or (parts[0].islower() is False and closed.lower() not in census.counts):
        return False
    return parts[0].lower() != "re" or parts[1][0] == "e"


def _openable(parts: list[str]) -> bool:
    """Whether the open form would be a slip: of names, after prefixes, in nouns like `masters-of-arms`."""
    if len(parts) == 2:
        return parts[0] in PREFIXES or all(len(part) > _SHORTEST_PART and part.istitle() for part in parts)
    return len(parts) == 3 and parts[1] in _INNER


def _cases(word: str) -> tuple[str, ...]:
    """A word, and its form at the head of a sentence."""
    return (word, word[0].upper() + word[1:]) if word[0].islower() else (word,)


def _any_case(finder: Finder, word: str) -> Iterator[Extent]:
    for form in _cases(word):
        yield from finder.places(form)


def _open(finder: Finder, parts: list[str]) -> Iterator[Extent]:
    return phrases(finder.text, finder.places(parts[0]), parts[1:])


def _kept(document: Document, found: Iterable[Extent]) -> tuple[Extent, ...]:
    return tuple(at for at in sorted(found) if not document.in_zone(at, "boilerplate", "navigation", "code"))


def _attributive(text: str, at: Extent) -> bool:
    """Whether a noun seems to follow, which takes the compound as its attribute."""
    match = _ATTRIBUTE.match(text, at.end)
    return match is not None and match[1].lower() not in _FUNCTION_WORDS
