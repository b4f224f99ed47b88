"""Names that look alike: rare spellings beside frequent ones, and the company both keep."""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import WordCensus
from edcheck.recognise.vocabulary.likeness import confusable, one_edit
from edcheck.recognise.vocabulary.places import Finder, word_after, word_before
from edcheck.recognise.vocabulary.slips import inflected
from edcheck.records import dataclass
from edcheck.text import Extent

SHORTEST = 5
"""Letters below which every other name is one edit from some other; a slip may lose one of them."""
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


def near_pairs(census: WordCensus) -> Iterator[tuple[str, str]]:
    """Pairs (rare, frequent) of names that one edit parts; what inflection explains is left out.

    One edit leaves the first two letters and the last, or the last three, or the first three as they are.
    """
    counts = census.counts
    names = [name for name in census.names if len(name) >= SHORTEST - 1]
    names += [name for name in census.compounds if name.istitle()]
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for name in [name for name in names if counts[name] > RARE]:
        if len(name) >= SHORTEST and name.lower() not in counts:
            heads.setdefault(name[:2] + name[-1], []).append(name)
            tails.setdefault(name[-3:], []).append(name)
            stems.setdefault(name[:3], []).append(name)
    if not heads:
        return
    for name in [name for name in names if counts[name] <= RARE]:
        head, tail, stem = name[:2] + name[-1], name[-3:], name[:3]
        if tail in tails or stem in stems or head in heads:
            alike = {*heads.get(head, ()), *tails.get(tail, ()), *stems.get(stem, ())}
            yield from ((name, other) for other in sorted(alike) if _slip(counts, name, other))


def _slip(counts: Counter[str], rare: str, frequent: str) -> bool:
    return (
        -2 < len(frequent) - len(rare) < 2
        and counts[frequent] >= FREQUENT * counts[rare]
        and (one_edit(rare, frequent) or confusable(rare, frequent))
        and not inflected(rare, frequent)
        and rare.lower() not in counts
    )


def titled(text: str, at: Extent) -> bool:
    """Whether a title or an initial stands before a name: so persons are told apart whose names are alike."""
    before = word_before(text, at.start)
    return len(before) == 1 or before in _TITLES


def shared_company(finder: Finder, counts: Counter[str], rare: str, frequent: str) -> Company | None:
    """The neighbours that speak most for two spellings of one name, or None where none does."""
    text = finder.text
    usual = [
        (at, word_before(text, at.start), word_after(text, at.end)) for at in finder.places(frequent)[:_PLACES]
    ]
    best: Company | None = None
    for at in finder.places(rare):
        before, after = word_before(text, at.start), word_after(text, at.end)
        shares = [
            _share(counts, before, [one[1] for one in usual]),
            _share(counts, after, [one[2] for one in usual]),
        ]
        twin = next((one[0] for one in usual if before and after and one[1:] == (before, after)), None)
        if twin is not None:
            return Company(f"{before} {frequent} {after}", twin, max(shares), both=True)
        for neighbour, side, share in ((before, 1, shares[0]), (after, 2, shares[1])):
            where = next((one[0] for one in usual if neighbour and one[side] == neighbour), None)
            if where is not None and (best is None or share > best.share):
                phrase = f"{neighbour} {frequent}" if side == 1 else f"{frequent} {neighbour}"
                best = Company(phrase, where, share)
    return best


def _share(counts: Counter[str], neighbour: str, beside: list[str]) -> float:
    """How much of its occurrences a word spends beside a name, where that tells which name it is."""
    if len(neighbour) < 2 or neighbour in _TITLES or neighbour not in beside:
        return 0.0
    return beside.count(neighbour) / max(counts[neighbour] - 1, 1)
