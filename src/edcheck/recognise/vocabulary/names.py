"""Names that look alike: rare spellings beside frequent ones, and the company both keep."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from edcheck.model import Document, Names, WordCensus
from edcheck.recognise.vocabulary.likeness import one_slip
from edcheck.recognise.vocabulary.places import word_after, word_before
from edcheck.recognise.vocabulary.scripts import mixes_scripts
from edcheck.recognise.vocabulary.slips import inflected, rendered
from edcheck.records import dataclass
from edcheck.text import Extent

SHORTEST = 5
"""Letters below which every other name is one edit from some other; a slip may lose one of them."""
_SHORT = 6
"""Letters of a name in whose midst an edit may leave neither three at its beginning nor three at its end."""
_CROWD = 100
"""Names with one beginning or one end of which no more are compared: more prove nothing, and cost their square."""
RARE = 2
FREQUENT = 3
_PLACES = 200
_BEFORE_NAMES = """
    Mr Mrs Miss Ms Dr Sir Dame Lord Lady Captain Capt Major Colonel Col General Gen Lieutenant Lieut Admiral Prof
    King Queen Prince Princess Duke Duchess Earl Count Countess Baron Marquis Viscount Professor Rev Reverend
    Father Brother Sister Saint St Madam Madame Mme Mlle Monsieur Abbé Comte Duc Comrade Citizen President Minister
    Judge Justice Bishop Cardinal Pope Uncle Aunt Cousin Consul Herr Frau Fräulein Hr Fr Graf Freiherr Fürst König
    Don Doña Señor Señora San Santa Signor Signora Conte Padre г г-н г-жа тов князь граф генерал господин товарищ
"""
_TITLES = frozenset(_BEFORE_NAMES.split())
"""Words that stand before many names, and so tell nothing of which it is."""


@dataclass(frozen=True, slots=True)
class Company:
    """Words that stand beside both of two names: what, where beside the frequent one, and how much that tells."""

    phrase: str
    at: Extent
    """The frequent name where it keeps that company."""
    share: float
    """What part of its occurrences the neighbour spends beside the frequent name; 0 for titles and initials."""
    both: bool = False
    """The words on both sides agree."""


def near_pairs(census: WordCensus, most: int = RARE) -> Iterator[tuple[str, str]]:
    """Pairs (rare, frequent) of names that one edit parts; what inflection explains is left out.

    Rare is what stands `most` times and less, frequent what stands three times as often. One edit leaves the first
    three letters or the last three as they are; of a short name, the first two and the last, or the other way.
    """
    counts = census.counts
    names = [name for name in census.names if len(name) >= SHORTEST - 1]
    names += [name for name in census.compounds if name.istitle()]
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    edges: dict[str, list[str]] = {}
    for name in [name for name in names if counts[name] > RARE]:
        if len(name) >= SHORTEST and name.lower() not in counts:
            heads.setdefault(name[:3], []).append(name)
            tails.setdefault(name[-3:], []).append(name)
            if len(name) <= _SHORT:
                edges.setdefault(name[:2] + name[-1], []).append(name)
                edges.setdefault(name[0] + name[-2:], []).append(name)
    if not heads:
        return
    # `-er` and `-en` are cases in German only; where nothing is known but names, it may be German.
    is_german = counts["und"] >= counts["and"]
    rare = [name for name in names if counts[name] <= most]
    for name in rare:
        length = len(name)
        alike = [*heads.get(name[:3], ())[:_CROWD], *tails.get(name[-3:], ())[:_CROWD]]
        if length <= _SHORT + 1:
            alike += edges.get(name[:2] + name[-1], ())[:_CROWD]
            alike += edges.get(name[0] + name[-2:], ())[:_CROWD]
        if not alike:
            continue
        near = {other for other in alike if -2 < length - len(other) < 2 and one_slip(name, other)}
        if near and name.lower() not in counts and not mixes_scripts(name):
            yield from ((name, other) for other in sorted(near) if _slip(counts, name, other, is_german))


def _slip(counts: Counter[str], rare: str, frequent: str, is_german: bool) -> bool:
    if counts[frequent] < FREQUENT * counts[rare] or inflected(rare, frequent, is_german):
        return False
    return not rendered(rare, frequent)


def titled(text: str, at: Extent) -> bool:
    """Whether a title or an initial stands before a name: so persons are told apart whose names are alike."""
    before = word_before(text, at.start)
    return len(before) == 1 or before in _TITLES


def shared_company(text: str, counts: Counter[str], rare: list[Extent], usual: list[Extent]) -> Company | None:
    """The neighbours that speak most for two spellings of one name, by their places; None where none does."""
    beside = [(at, word_before(text, at.start), word_after(text, at.end)) for at in usual[:_PLACES]]
    best: Company | None = None
    for at in rare:
        before, after = word_before(text, at.start), word_after(text, at.end)
        shares = [
            _share(counts, before, [one[1] for one in beside]),
            _share(counts, after, [one[2] for one in beside]),
        ]
        twin = next((one[0] for one in beside if before and after and one[1:] == (before, after)), None)
        if twin is not None:
            return Company(f"{before} {text[twin.start : twin.end]} {after}", twin, max(shares), both=True)
        for neighbour, side, share in ((before, 1, shares[0]), (after, 2, shares[1])):
            where = next((one[0] for one in beside if neighbour and one[side] == neighbour), None)
            if where is not None and (best is None or share > best.share):
                name = text[where.start : where.end]
                best = Company(f"{neighbour} {name}" if side == 1 else f"{name} {neighbour}", where, share)
    return best


def _share(counts: Counter[str], neighbour: str, beside: list[str]) -> float:
    """How much of its occurrences a word spends beside a name, where that tells which name it is."""
    if len(neighbour) < 2 or neighbour in _TITLES or neighbour not in beside:
        return 0.0
    return beside.count(neighbour) / max(counts[neighbour] - 1, 1)


def listed_words(names: Names) -> set[str]:
    """All words of the names that the settings list, whatever they are listed as."""
    return {word for name in chain(names.known, names.accepted, *names.variants) for word in name.split()}


def told_elsewhere(document: Document) -> list[Extent]:
    """Misspelt sources of citations, and dates that cannot be read: slips in them have rules of their own."""
    sources = [citation.source_extent for citation in document.citations if citation.resembles]
    return sources + [date.extent for date in document.dates if date.verdict == "malformed"]


def counted_names(document: Document) -> dict[str, int]:
    """Names of six letters and more that the settings do not list, and that are no common words, with counts."""
    counts, apart = document.words.counts, listed_words(document.edition.names)
    for place in told_elsewhere(document):
        apart.update(word for word in WordCensus.of(document.quote(place)).names if counts[word] <= RARE)
    return {
        name: counts[name]
        for name in document.words.names
        if len(name) > SHORTEST and name.lower() not in counts and name not in apart
    }
