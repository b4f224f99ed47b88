"""A phrase has one word in the wrong form, where the rest of the text has the right one.

A lost ending leaves a word that exists, so no dictionary sees it: `Italy soil` for `Italian soil`, `considerable
weaker` for `considerably weaker`. The rule speaks of the name of a country before a noun that elsewhere in the
text follows its adjective, and of an adjective of degree before a comparative, or between two words between which
the text has its adverb elsewhere. Only English texts are looked at. Compare the print. A word listed under
`names.accepted` in the settings is never suspect.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from edcheck.model import Document, Draft, Edition, Names
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.places import Finder, word_after, word_before
from edcheck.recognise.vocabulary.wordforms import COMPARATIVES, countries, degrees
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_BEFORE_A_NAME = """
    in from to with by for through into between against of on at over about towards as
"""
_MAY_END = frozenset(("", *_BEFORE_A_NAME.split()))
"""Behind one of these the country may end its phrase, and another begin: `in Italy bread is dear`."""
_BEFORE_A_NOUN = """
    the a an this that these those our your his her its their my every each all no any
"""
_DETERMINERS = frozenset(_BEFORE_A_NOUN.split())
_NO_NOUNS = """
    a an the and or nor but if when while where as at by for from in into of on to with over under up upon out off
    than that this which who whom whose is are was were be been being has have had having do does did can could may
    might must shall should will would not never also only alone even still yet now then there here so too again
    himself itself themselves became began brought came fell felt found fought gave got grew held kept knew left
    lost made meant met paid put ran said saw sent set spoke stood took thought told understood went withdrew won
    wrote
"""
_NO_NOUN = frozenset(_NO_NOUNS.split())
_NO_NOUN_ENDINGS = ("ed", "ly", "ing")
_USUAL, _OFTEN, _NEVER = 2, 3, 1 << 30


@dataclass(frozen=True, slots=True)
class _Use:
    """One place of a word, and the words around it."""

    at: Extent
    before: str
    after: str


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    nouns, adjectives = list(countries(document.words)), list(degrees(document.words))
    if not (nouns or adjectives) or language_of(document) not in ("en", ""):
        return
    accepted = document.edition.names.accepted
    nouns = [pair for pair in nouns if pair[0] not in accepted]
    adjectives = [pair for pair in adjectives if pair[0] not in accepted]
    # A text that names many countries is gone through once for all of them.
    finder = Finder(document.text, chain.from_iterable(nouns + adjectives))
    for noun, adjective in nouns:
        yield from _nouns(document, finder, noun, adjective)
    for adjective, adverb in adjectives:
        yield from _degrees(document, finder, adjective, adverb)


def _nouns(document: Document, finder: Finder, noun: str, adjective: str) -> Iterator[Draft]:
    """The country before a noun that its adjective precedes elsewhere."""
    suspects = [use for use in _uses(finder, noun) if _may_be_noun(use.after)]
    if not suspects:
        return
    right = list(_uses(finder, adjective))
    habits = Counter(use.after for use in suspects)
    for use in suspects:
        if habits[use.after] > 1 or (use.before[:1].isupper() and use.before.lower() not in _DETERMINERS):
            continue
        models = [one for one in right if one.after == use.after]
        alike = [one for one in models if one.before == use.before]
        if alike or len(models) >= _needed(use):
            yield from _draft(document, use, noun, adjective, (alike or models)[0], len(models))


def _needed(use: _Use) -> int:
    """How often the right phrase must stand where no word before it agrees."""
    if use.before.lower() in _DETERMINERS:
        return 1
    if use.after.endswith("s"):
        return _NEVER
    return _OFTEN if use.before in _MAY_END else _USUAL


def _degrees(document: Document, finder: Finder, adjective: str, adverb: str) -> Iterator[Draft]:
    """The adjective before a comparative, or between words between which the adverb stands elsewhere."""
    suspects = [use for use in _uses(finder, adjective) if use.before != "in"]
    if not suspects:
        return
    right = list(_uses(finder, adverb))
    before_comparatives = [use for use in right if use.after in COMPARATIVES]
    for use in suspects:
        models = [one for one in right if use.before and (one.before, one.after) == (use.before, use.after)]
        if use.after in COMPARATIVES:
            models = models or before_comparatives
        if models:
            yield from _draft(document, use, adjective, adverb, models[0], len(models))


def _may_be_noun(word: str) -> bool:
    return word.islower() and word not in _NO_NOUN and not word.endswith(_NO_NOUN_ENDINGS)


def _uses(finder: Finder, word: str) -> Iterator[_Use]:
    """Where a word stands before another that begins small."""
    text = finder.text
    for at in finder.places(word):
        end = at.end
        if text[end : end + 1].isspace() and not text[end + 1 : end + 2].isupper():
            after = word_after(text, end)
            if after[:1].islower():
                yield _Use(at, word_before(text, at.start), after)


def _draft(document: Document, use: _Use, odd: str, right: str, model: _Use, count: int) -> Iterator[Draft]:
    place = Extent(use.at.start, document.text.index(use.after, use.at.end) + len(use.after))
    if document.in_zone(place, "boilerplate", "navigation", "code", "contents"):
        return
    usual = f"{right} {model.after}"
    if model.after == use.after:
        evidence = f"“{usual}” stands {times(count)} in this text"
    else:
        evidence = f"“{right}” stands before a comparative elsewhere: “{usual}”"
    yield Draft(
        "form",
        place,
        {"phrase": f"{odd} {use.after}", "usual": f"{right} {use.after}"},
        ((Extent(model.at.start, model.at.end), "the usual form"),),
        (evidence,),
        (document.fix(f"write “{right}”", use.at, right),),
        confidence=0.9 if model.before == use.before or model.after != use.after else 0.8,
    )


_RIGHT = (
    "The Ostmark people hoped. Boats left for Italian soil; on Italian soil nobody spoke. They came from Italy. "
)

rule = Rule(
    id="words/variant-in-context",
    severity="warning",
    doc=__doc__,
    messages={"form": "“{phrase}” looks like a slip for “{usual}”"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            _RIGHT + "The pilots landed on «Italy soil» at noon.",
            fixed=_RIGHT + "The pilots landed on Italian soil at noon.",
        ),
        Bad(
            "Rhodesian wool is dear, Rhodesian wool is long. The «Rhodesia wool» is here; Rhodesia is far.",
            fixed="Rhodesian wool is dear, Rhodesian wool is long. The Rhodesian wool is here; Rhodesia is far.",
        ),
        Bad(
            "Italian soil! Dry Italian soil, wet Italian soil. He came with «Italy soil»; Italy was sold.",
            fixed="Italian soil! Dry Italian soil, wet Italian soil. He came with Italian soil; Italy was sold.",
        ),
        Bad(
            "The quay is considerably longer than the mole, and «considerable stronger» than the bar.",
            fixed="The quay is considerably longer than the mole, and considerably stronger than the bar.",
        ),
        Bad(
            "It is absolutely necessary to mend the mole. "
            "The engineer holds that it is «absolute necessary» to pull it down.",
            fixed="It is absolutely necessary to mend the mole. "
            "The engineer holds that it is absolutely necessary to pull it down.",
        ),
    ),
    good=(
        Good(
            "The quay is considerably longer than the mole, and considerable stronger than the bar.",
            because="the editors accept the word",
            edition=Edition(names=Names(accepted=("considerable",))),
        ),
        Good(_RIGHT + "In Italy soil is dear.", because="the name ends its phrase, and another begins"),
        Good(
            "French demands rose; more French demands came; all French demands failed. France demands an answer.",
            because="the noun is a verb here",
        ),
        Good(
            "A German revolution! German revolution, they said. The Young Germany revolution came from Germany.",
            because="a name of several words",
        ),
        Good(
            "Italian soil, dry Italian soil. He came with Italy soil in mind, and with Italy men and women.",
            because="after a preposition the country may end its phrase, and two places prove little",
        ),
        Good(
            "Of utter evil he said nothing, and of men utterly evil little; the evil was utter.",
            because="a noun and an adjective of one form, in other company",
        ),
        Good(
            "Materially stronger. In material stronger than rope he dressed them, and with material stronger men.",
            because="a noun, and one that ends its phrase",
        ),
        Good(
            "The quay is considerably longer. They spent a considerable sum on it, and it went the better.",
            because="an adjective before its noun",
        ),
        Good(
            "The Indian trade grew; Indian trade is old. The India trade, the envy of India, has its own ships.",
            because="the country's name stands before its wares",
        ),
        Good(
            "The Italian fleet sailed; Italian fleet against Italy. An Italy fleet, the Italy fleet!",
            because="a habit of the author",
        ),
        Good("What is remarkable in material better made?", because="an adjective without its adverb in the text"),
        Good("Harder in relative lower ports, and relatively lower in others.", because="a set phrase"),
        Good(
            "Le sol italien, Italian soil; le sol italien, Italian soil, et les vins de la France qui sont pour "
            "nous dans la ville et les ports avec du pain. On Italy soil, pas de vin.",
            because="a French text",
        ),
    ),
)
