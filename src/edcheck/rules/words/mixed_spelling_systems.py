"""A text is spelt by two systems: `harbour` here and `harbor` there.

Two transcribers, two sources or a spelling checker leave British beside American forms, German `daß` beside
`dass`, Russian `въ` beside `в`. The author or the print may have mixed them; so one remark gives the counts of
both. Words in `-ise` and `-ize` prove nothing, names keep their spelling (`Pearl Harbor`), and quotations that the
markup marks are not counted. Decide on one system, or say in the edition's introduction that it follows its
source.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.places import Finder
from edcheck.recognise.vocabulary.spellings import System, systems
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import forms, some

_LEAST = 3
"""Occurrences by the rarer system from which a text mixes them, where no word stands in both."""
_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Mixture:
    """What a text has of two systems: the counts of both, and the places of the rarer one."""

    told: str
    places: list[Extent]


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    mixed = [found for system in systems(language_of(document)) if (found := _mixed(document, system))]
    if not mixed:
        return
    places = sorted(place for mixture in mixed for place in mixture.places)
    evidence = tuple(mixture.told for mixture in mixed)
    yield Draft(
        "mixed",
        places[0],
        {"counts": "; ".join(evidence)},
        tuple((place, "the rarer system again") for place in places[1:_LISTED]),
        evidence,
        confidence=0.7,
    )


def _mixed(document: Document, system: System) -> _Mixture | None:
    counts = document.words.counts
    first = {word: counts[word] for word in system.pairs.keys() & counts.keys()}
    second = {word: counts[word] for word in system.back.keys() & counts.keys()}
    if not first or not second:
        return None
    one, other = sum(first.values()), sum(second.values())
    rarer = first if one < other else second
    finder = Finder(document.text, rarer)
    found = {word: [at for at in finder.places(word) if not _elsewhere(document, at)] for word in rarer}
    rarer = {word: len(places) for word, places in found.items() if places}
    usual, partner = (second, system.pairs) if one < other else (first, system.back)
    least = 1 if any(partner[word] in usual for word in rarer) else _LEAST
    if sum(rarer.values()) < least:
        return None
    names = system.names[::-1] if one < other else system.names
    told = f"{_told(names[0], usual)}, {_told(names[1], rarer)}"
    return _Mixture(told, [place for places in found.values() for place in places])


def _told(name: str, counted: dict[str, int]) -> str:
    words = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))
    return f"{sum(counted.values())} {name} ({some(forms((word,)) for word in words)})"


def _elsewhere(document: Document, place: Extent) -> bool:
    """Whether the word stands in a quotation, in another language, or in what is no text of the edition."""
    block = document.block_at(place.start)
    return (
        (block is not None and block.kind == "quote")
        or document.in_zone(place, "boilerplate", "navigation", "code")
        or document.in_passage(place, "quote", "foreign", "code", "title")
    )


_TOWN = "The harbour was the pride of the town, and that was the colour of it, with all that was in it. "

rule = Rule(
    id="words/mixed-spelling-systems",
    severity="information",
    doc=__doc__,
    messages={"mixed": "two systems of spelling: {counts}"},
    check=check,
    bad=(
        Bad(_TOWN + "The «color» was grey."),
        Bad(_TOWN + "The «theater» and its center, that the traveler saw, were of one kind; grey, as the fibre."),
        Bad(
            "Sie wußte nicht, daß das Wasser mit der Ebbe fällt, und das ist nicht gut. "
            "Wir sahen, «dass» es sank, und daß es stieg."
        ),
    ),
    good=(
        Good(
            _TOWN + "To recognize and to organise, the realization and the realisation.", because="-ise and -ize"
        ),
        Good(_TOWN + "The Harbor Board of Pearl Harbor, the Labor Day, the Center.", because="names"),
        Good(_TOWN + "The theatre, the traveller, the grey defence.", because="one system"),
        Good(_TOWN + "He had a theater of his own.", because="a single word of the other system may be meant"),
        Good(
            "<p>The harbour was the pride of the town, that was of that colour.</p>"
            "<blockquote>The color of the harbor.</blockquote>",
            because="a quotation keeps its spelling",
            format="html",
        ),
        Good("Der Fluß ist nicht tief, und das ist gut; daß er das ist, mußte sie wissen.", because="one system"),
    ),
)
