"""Names that look alike: rare spellings beside frequent ones, and the company both keep."""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import WordCensus
from edcheck.recognise.vocabulary.likeness import one_edit
from edcheck.recognise.vocabulary.places import Finder, word_after, word_before
from edcheck.records import dataclass
from edcheck.text import Extent

SHORTEST = 5
"""Letters below which every other name is one edit from some other."""
RARE = 2
FREQUENT = 3
SHARE = 0.1
"""The part of its occurrences that a word must spend beside a name to be typical company of it."""
_PLACES = 200


@dataclass(frozen=True, slots=True)
class Company:
    """Words that stand beside both of two names: what, on which side, and where beside the frequent one."""

    phrase: str
    at: Extent
    """The frequent name where it keeps that company."""
    share: float
    """How much of the neighbour's occurrences the two names take; 1.0 where both neighbours agree."""


def near_pairs(census: WordCensus) -> Iterator[tuple[str, str]]:
    """Pairs (rare, frequent) of names that one edit parts; what inflection explains is left out.

    The last letter is always common to both: where it is not, inflection is the likelier cause. One edit before it
    leaves the first two letters or the last three as they are.
    """
    counts = census.counts
    names = [name for name in census.names if len(name) >= SHORTEST]
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for name in [name for name in names if counts[name] > RARE]:
        if name.lower() not in counts:
            heads.setdefault(name[:2] + name[-1], []).append(name)
            tails.setdefault(name[-3:], []).append(name)
    if not heads:
        return
    rare = [name for name in names if counts[name] <= RARE]
    for name in [name for name in rare if name[-3:] in tails or name[:2] + name[-1] in heads]:
        alike = {*heads.get(name[:2] + name[-1], ()), *tails.get(name[-3:], ())}
        yield from ((name, other) for other in sorted(alike) if _slip(counts, name, other))


def _slip(counts: Counter[str], rare: str, frequent: str) -> bool:
    return (
        -2 < len(frequent) - len(rare) < 2
        and counts[frequent] >= FREQUENT * counts[rare]
        and one_edit(rare, frequent)
        and not inflected(rare, frequent)
        and rare.lower() not in counts
    )


def inflected(first: str, second: str) -> bool:
    """Whether two spellings differ at the end only, or as man and men do."""
    if first[:-1] in (second, second[:-1]) or second[:-1] == first:
        return True
    return {first[-3:], second[-3:]} == {"man", "men"} and first[:-3] == second[:-3]


def shared_company(finder: Finder, counts: Counter[str], rare: str, frequent: str) -> Company | None:
    """The neighbour that speaks most for two spellings of one name, or None where none does."""
    text = finder.text
    usual = [
        (at, word_before(text, at.start), word_after(text, at.end)) for at in finder.places(frequent)[:_PLACES]
    ]
    best: Company | None = None
    for at in finder.places(rare):
        before, after = word_before(text, at.start), word_after(text, at.end)
        for other, other_before, other_after in usual:
            if before and after and (before, after) == (other_before, other_after):
                return Company(f"{before} … {after}", other, 1.0)
        for neighbour, side in ((before, 1), (after, 2)):
            together = [entry for entry in usual if neighbour and entry[side] == neighbour]
            share = len(together) / max(counts[neighbour], 1)
            if together and share >= SHARE and (best is None or share > best.share):
                phrase = f"{neighbour} {frequent}" if side == 1 else f"{frequent} {neighbour}"
                best = Company(phrase, together[0][0], share)
    return best
