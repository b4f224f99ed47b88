"""Compounds of ordinary words that have lost a hyphen: `title page` in a text that writes `title-page`.

Ordinary words side by side are mostly no compound, so the hyphenated form must be the text's clear habit, and the
open one must stand as it does (before a noun, or not). Numbers (`twenty five`) and words that never stand alone
(`Anglo`) are judged by others of their kind.
"""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from edcheck.model import Document, WordCensus
from edcheck.recognise.vocabulary.places import whole, word_after
from edcheck.records import dataclass
from edcheck.text import Extent

HABIT = 3
"""Times that a compound must stand with its hyphen, and how much more often than without."""
_NUMBERS = (
    (
        frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]),
        frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]),
    ),
    (
        frozenset(["vingt", "trente", "quarante", "cinquante", "soixante"]),
        frozenset(["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]),
    ),
)
"""Tens and units of the languages that join them by a hyphen."""
_ADVERBS = frozenset(["well", "ill", "so", "ever", "much", "far", "newly", "above", "long"])
"""What makes a compound before a noun only: `well-known`, but `it is well known`."""
_NEVER_ALONE = frozenset(
    (
        "Anglo",
        "Franco",
        "Austro",
        "Russo",
        "Sino",
        "Graeco",
        "Indo",
        "Serbo",
        "Italo",
        "Hispano",
        "non",
        "ultra",
        "semi",
    )
)
"""Prefixes; what stands open behind one has lost its hyphen, if the text sets it elsewhere."""
_GAPS = (" ", "\n", "\r\n")
_DISTRIBUTIVE = "from "
"""What stands before `day to day`, which is no `to-day`."""
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Kin:
    """A compound without its hyphen, and those of its kind that have one: other numbers, others of its prefix."""

    open: str
    hyphenated: str
    open_at: tuple[Extent, ...]
    kin: tuple[tuple[str, int], ...]
    """Hyphenated compounds of the kind with their counts."""
    prefix: bool = False
    """The first part never stands alone, so the open form has no other reading."""


def open_places(document: Document, no_compound: frozenset[str]) -> dict[str, list[Extent]]:
    """Where compounds stand open that the text has with a hyphen as a habit, by the form with a blank.

    What ends in one of `no_compound` is a phrase (`good will do`).
    """
    return _opened(document, [parts for parts in _habitual(document.words) if parts[1] not in no_compound])


def _habitual(census: WordCensus) -> Iterator[list[str]]:
    counts = census.counts
    for compound in census.compounds:
        if counts[compound] >= HABIT and compound.islower():
            parts = compound.split("-")
            known = len(parts) == 2 and len(parts[0]) > 1 and parts[0] in counts and parts[1] in counts
            if known and parts[0] not in _ADVERBS and not any(parts[0] in tens for tens, _ in _NUMBERS):
                yield parts


def _opened(document: Document, compounds: Sequence[Sequence[str]]) -> dict[str, list[Extent]]:
    """Where the words of compounds stand side by side, in one pass over the text."""
    found: dict[str, list[Extent]] = {}
    if not compounds:
        return found
    text = document.text
    patterns = [gap.join(parts) for parts in compounds for gap in _GAPS]
    for pattern, start, end in AhoCorasick(patterns).find_matches_as_indexes(text, overlapping=True):
        parts = compounds[pattern // len(_GAPS)]
        if whole(text, start, end) and not _distributive(text, start, parts[0]):
            found.setdefault(" ".join(parts), []).append(Extent(start, end))
    return found


def _distributive(text: str, start: int, first: str) -> bool:
    return first == "to" and _DISTRIBUTIVE in text[max(start - _BEFORE, 0) : start]


def kindred(document: Document) -> Iterator[Kin]:
    """Numbers and prefixed words that have no hyphen where the others of their kind have one."""
    census = document.words
    yield from _numbers(document, census)
    for prefix in _NEVER_ALONE & census.counts.keys():
        yield from _prefixed(document, prefix)


def _numbers(document: Document, census: WordCensus) -> Iterator[Kin]:
    for every_ten, every_unit in _NUMBERS:
        tens, units = every_ten & census.counts.keys(), every_unit & census.counts.keys()
        if not tens or not units:
            continue
        kin = _counted(census, every_ten, every_unit)
        pairs = [(ten, unit) for ten in sorted(tens) for unit in sorted(units)]
        found = _opened(document, pairs) if _habit(kin) >= HABIT else {}
        if sum(map(len, found.values())) * HABIT <= _habit(kin):
            for form, places in found.items():
                yield Kin(form, form.replace(" ", "-"), tuple(places), kin)


def _prefixed(document: Document, prefix: str) -> Iterator[Kin]:
    census, text = document.words, document.text
    kin = _counted(census, frozenset((prefix,)), None)
    if _habit(kin) < HABIT or census.counts[prefix] * HABIT > _habit(kin):
        return
    at = text.find(prefix + " ")
    while at >= 0:
        end = at + len(prefix)
        following = word_after(text, end)
        alike = bool(following) and following[0].isupper() == prefix[0].isupper()
        if alike and whole(text, at, end) and f"{prefix}-{following}" not in census.counts:
            place = Extent(at, end + 1 + len(following))
            yield Kin(f"{prefix} {following}", f"{prefix}-{following}", (place,), kin, True)
        at = text.find(prefix + " ", end)


def _habit(kin: tuple[tuple[str, int], ...]) -> int:
    return sum(count for _, count in kin)


def _counted(
    census: WordCensus, firsts: frozenset[str], seconds: frozenset[str] | None
) -> tuple[tuple[str, int], ...]:
    """Compounds of one of the first words and one of the second (any, where None), the most frequent first."""
    kin = []
    for compound in census.compounds:
        first, _, second = compound.partition("-")
        if first in firsts and (seconds is None or second in seconds):
            kin.append((compound, census.counts[compound]))
    return tuple(sorted(kin, key=lambda entry: (-entry[1], entry[0])))
