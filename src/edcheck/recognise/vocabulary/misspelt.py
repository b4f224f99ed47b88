"""Which rare names are slips of usual ones, and how likely that is: the letters, the company, the other pairs."""

from collections.abc import Callable, Iterator
from heapq import nlargest
from math import log2
from operator import itemgetter

from edcheck.model import Document, WordCensus
from edcheck.recognise.vocabulary.names import RARE, Company, near_pairs, shared_company, titled
from edcheck.recognise.vocabulary.places import Finder
from edcheck.recognise.vocabulary.slips import ACCENT, UNHEARD, of_edit, of_sound
from edcheck.records import NamedTuple, dataclass
from edcheck.text import Extent

_PRIOR = 1.3
_TWICE = -3.0
"""A slip is made once."""
_PER_PAIR, _FEW_PAIRS, _PER_MORE_PAIRS = -0.9, 3.0, -0.45
"""The more names of a text lie near each other, the less one such pair says; counted in doublings."""
_PER_DOUBLING, _CROWDED, _IN_A_CROWD = 0.2, 4.0, 0.6
"""What each doubling of the usual name's count adds, and how much more in a text with many near names."""
_USUAL_DOUBLINGS, _MOST_DOUBLINGS = 3.0, 6.0
_TELLS_NOTHING, _TELLS_ALL = 6, 4
"""Doublings of the distinct words from which on it counts what letters follow each other in them, and in full."""
_TITLED, _STRANGE, _ANY_COMPANY, _BOTH = -1.8, -0.5, 1.2, 0.5
_OWN, _OWN_SHARE, _TYPICAL, _TYPICAL_SHARE = 2.8, 0.5, 1.7, 0.1
_MOST_OF_COMPANY = _OWN + _BOTH
_SPELT = 250
"""Pairs whose letters are looked for in all words of the text, the likeliest."""
_LOOKED_FOR = 40
"""Pairs that are looked for in the text, the likeliest: in a text with many near names few of them are slips."""
_SHORT = 5
"""Letters of a name so short that its letters and its company must both speak for a slip."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A rare name, the usual one of which it may be a slip, and the logarithm of the odds that it is one."""

    rare: str
    usual: str
    odds: float
    company: Company | None
    unheard: bool
    """Some of its letters follow each other in no other word of the text."""
    at: list[Extent]
    usual_at: Extent
    """Where the usual name stands first."""

    @property
    def is_plain(self) -> bool:
        """False where the name is so short that its letters and its company must both speak, and do not."""
        return min(len(self.rare), len(self.usual)) > _SHORT or (
            self.company is not None and (self.company.share >= _OWN_SHARE or self.unheard)
        )


def suspects(document: Document, least: float, is_right: Callable[[str, str], bool]) -> Iterator[Suspect]:
    """Rare names with odds of `least` and more, each with the likeliest usual name.

    `is_right` says of a rare and a usual name that the editors know both.
    """
    counts, text = document.words.counts, document.text
    likely = by_letters(document.words, least - _MOST_OF_COMPANY, is_right)
    heard = nlargest(_LOOKED_FOR, likely, key=lambda one: one.odds)
    finder = Finder(text, (name for one in heard for name in (one.rare, one.usual)))
    best: dict[str, Suspect] = {}
    for one in heard:
        at, usual_at = finder.places(one.rare), finder.places(one.usual)
        if not (at and usual_at):
            continue
        company = shared_company(text, counts, at, usual_at)
        odds = one.odds + _of_company(company)
        if titled(text, at[0]) and (company is None or company.share < _TYPICAL_SHARE):
            odds += _TITLED
        if odds >= least and (one.rare not in best or odds > best[one.rare].odds):
            best[one.rare] = Suspect(one.rare, one.usual, odds, company, one.unheard, at, usual_at[0])
    yield from best.values()


class Likeness(NamedTuple):
    """A rare name and a usual one, with the logarithm of the odds as far as letters and counts tell them."""

    rare: str
    usual: str
    odds: float
    unheard: bool
    """Some letters of the rare one follow each other in no other word."""


def by_letters(
    census: WordCensus, least: float, is_right: Callable[[str, str], bool], most: int = RARE
) -> Iterator[Likeness]:
    """Pairs of names with odds of `least` and more before anything is known of their company.

    Rare names are those that stand `most` times and less.
    """
    pairs = [(rare, usual, of_edit(rare, usual)) for rare, usual in near_pairs(census, most)]
    pairs = [pair for pair in pairs if pair[2] > ACCENT / 2]
    if not pairs:
        return
    counts = census.counts
    near = log2(1 + len({rare for rare, _, _ in pairs}))
    prior = _PRIOR + _PER_PAIR * (min(near, _FEW_PAIRS) - 2) + _PER_MORE_PAIRS * max(near - _FEW_PAIRS, 0)
    share = min(max((log2(len(counts)) - _TELLS_NOTHING) / _TELLS_ALL, 0), 1)
    begun = []
    for rare, usual, odds in pairs:
        odds += prior + (_TWICE if counts[rare] > 1 else 0) + _of_counts(counts[usual] / counts[rare], near)
        # What is cheap to know rules most pairs out, and only the others are looked for in the text.
        if odds + UNHEARD * share >= least and not is_right(rare, usual):
            begun.append((rare, usual, odds))
    vocabulary = "\n".join(("", *counts, "")).lower() if begun else ""
    for rare, usual, odds in nlargest(_SPELT, begun, key=itemgetter(2)) if len(begun) > _SPELT else begun:
        sound = share * of_sound(vocabulary, rare, usual)
        if odds + sound >= least:
            yield Likeness(rare, usual, odds + sound, sound > UNHEARD / 2)


def _of_counts(ratio: float, near: float) -> float:
    doublings = min(log2(ratio), _MOST_DOUBLINGS)
    crowd = _IN_A_CROWD * (doublings - _CROWDED) if near > _CROWDED else 0
    return _PER_DOUBLING * (doublings - _USUAL_DOUBLINGS) + crowd


def _of_company(company: Company | None) -> float:
    if company is None:
        return _STRANGE
    share = company.share
    told = _OWN if share >= _OWN_SHARE else _TYPICAL if share >= _TYPICAL_SHARE else _ANY_COMPANY
    return told + (_BOTH if company.both and share >= _TYPICAL_SHARE else 0)
