"""A name that stands once in the whole edition is one letter off from one that several of its files have often.

A slip in a name shows only beside the name as it should be, and in an edition of short files that stands in
others: one letter has `Marlenbrug`, and forty have `Marlenburg`. Only slips that the letters themselves give away
are told: letters swapped or mistaken, or letters that follow each other in no other name of the edition. Files
that have the usual name often enough themselves are not looked at: there `words/near-duplicate-name` knows more:
it sees the words beside the name. Correct the one, or list both under `names.variants` in the settings.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Draft, Facts, Mention, WordCensus
from edcheck.model.names import unpack_names
from edcheck.recognise.vocabulary.likeness import confusable
from edcheck.recognise.vocabulary.misspelt import Likeness, by_letters
from edcheck.recognise.vocabulary.names import RARE
from edcheck.recognise.vocabulary.slips import of_edit
from edcheck.rule import Bad, Good, NoOptions, Rule

_LIKELY = 3.0
_FILES, _TIMES = 2, 4
"""In how many other files, and how often, the usual name must stand."""
_LEAST_FILES = 3
_CLEAR = 3.0
"""Weight of an edit that no other name explains: letters swapped, or lost in a cluster."""
_LAST_LETTER = "\u058f"
"""The last of the scripts in which one letter stands for one sound: Latin, Greek, Cyrillic, Armenian."""


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    if len(facts) < _LEAST_FILES:
        return
    names = [unpack_names(document.names) for document in facts]
    counts: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for one in names:
        counts.update(one)
        files.update(one.keys())
    best: dict[str, Likeness] = {}
    for pair in by_letters(WordCensus(counts, []), _LIKELY, lambda rare, usual: files[usual] < _FILES, most=1):
        if (
            counts[pair.usual] >= _TIMES
            and _is_told(pair)
            and (pair.rare not in best or pair.odds > best[pair.rare].odds)
        ):
            best[pair.rare] = pair
    if best:
        for index, one in enumerate(names):
            for rare in best.keys() & one.keys():
                if one.get(best[rare].usual, 0) <= RARE:
                    yield _draft(best[rare], facts, names, index, counts[best[rare].usual])


def _is_told(pair: Likeness) -> bool:
    """Whether the letters alone give the slip away: files may be in several languages, and hold other persons."""
    if max(pair.rare) > _LAST_LETTER:
        return False
    return pair.unheard or confusable(pair.rare, pair.usual) or of_edit(pair.rare, pair.usual) >= _CLEAR


def _draft(pair: Likeness, facts: list[Facts], names: list[dict[str, int]], index: int, count: int) -> Draft:
    model = max(range(len(names)), key=lambda other: (names[other].get(pair.usual, 0), -other))
    evidence = [f"“{pair.usual}” stands {count} times in {sum(pair.usual in one for one in names)} files"]
    if confusable(pair.rare, pair.usual):
        evidence.append("the letters that differ are easily mistaken for each other")
    if pair.unheard:
        evidence.append(f"no other name of the edition has the letters of “{pair.rare}” follow each other so")
    return Draft(
        "variant",
        Mention(facts[index].path, pair.rare),
        {"rare": pair.rare, "usual": pair.usual, "count": count, "path": facts[model].path},
        ((Mention(facts[model].path, pair.usual), "the usual spelling"),),
        tuple(evidence),
        confidence=0.8,
    )


_YEARS = "Sorbenko wrote to Marlenburg in {}. From Marlenburg came no answer, and Sorbenko went himself. "

rule = Rule(
    id="edition/name-variant-across-files",
    severity="warning",
    doc=__doc__,
    messages={
        "variant": "“{rare}” looks like a slip for “{usual}”, which stands {count} times in other files ({path})"
    },
    check=check,
    scope="edition",
    bad=(
        Bad("\f".join((_YEARS.format(1861), _YEARS.format(1862), "In autumn «Marlenbrug» wrote at last."))),
        Bad(
            "\f".join((_YEARS.format(1861), "So «Sorbeuko» was right, and Marlenburg wrong.", _YEARS.format(1862)))
        ),
    ),
    good=(
        Good("\f".join(_YEARS.format(year) for year in (1861, 1862, 1863))),
        Good(
            "\f".join((_YEARS.format(1861), _YEARS.format(1862), "In autumn the Marlenburgs wrote at last.")),
            because="an inflected name",
        ),
        Good(
            "\f".join((_YEARS.format(1861), _YEARS.format(1862), "In autumn Marlenborg and Sorbinko wrote.")),
            because="what sounds alike may be another name, or the writer's own spelling",
        ),
        Good(
            "\f".join(
                (
                    "The Contrakt was read. Contrakt and Sorbenko. " + _YEARS.format(1861),
                    "The Contrakt was read. Contrakt and Sorbenko. " + _YEARS.format(1862),
                    "Le Contrat de Sorbenkowa est lu.",
                )
            ),
            because="another language has another word",
        ),
        Good(
            "\f".join((_YEARS.format(1861) * 4, "In autumn Marlenbrug wrote at last.", "It rained.")),
            because="only one file has the other name",
        ),
        Good(
            "\f".join(
                (_YEARS.format(1861), _YEARS.format(1862), _YEARS.format(1863) * 2 + "So Marlenbrug wrote.")
            ),
            because="within its own file the slip has a finding already",
        ),
    ),
)
