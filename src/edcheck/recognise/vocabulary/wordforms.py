"""Forms of English words that a lost ending turns into each other: country, adjective; adjective, adverb."""

from collections.abc import Iterator

from edcheck.model import WordCensus

_COUNTRIES = """
    Belgium-Belgian Brazil-Brazilian Canada-Canadian Egypt-Egyptian England-English Europe-European Finland-Finnish
    Germany-German
    Greece-Greek Hungary-Hungarian Iceland-Icelandic Italy-Italian Norway-Norwegian Portugal-Portuguese
    Scotland-Scottish Sweden-Swedish Ukraine-Ukrainian
"""
_COUNTRY_OF = {adjective: noun for noun, adjective in (pair.split("-") for pair in _COUNTRIES.split())}
_TRADES = frozenset(("China", "Holland", "India", "Japan", "Turkey"))
"""Countries whose names stand before their wares and trades as they are: `India rubber`."""
_STEM = 4
"""Letters that an adjective must exceed to be taken for one by its `-an` (`Asian`, `Rhodesian`)."""
_USED = 2
"""How often it must stand."""
_MOST = 60
"""Adjectives that are looked at, the first of the text: more are no countries."""

_DEGREES = """
    absolute appreciable comparable complete considerable decided distinct enormous entire exceeding exceptional
    excessive extraordinary extreme immeasurable immense incalculable incomparable inconceivable inestimable
    infinite intolerable marked material notable noticeable perceptible perfect relative remarkable significant
    slight substantial thorough tremendous undeniable unquestionable utter vast
"""
_COMPARATIVES = """
    abler better bolder braver brighter broader calmer cheaper clearer cleverer closer colder crueler darker
    dearer deeper dirtier drier easier fairer farther faster fewer fiercer finer firmer fresher fuller further
    gentler graver greater happier harder harsher healthier heavier higher humbler inferior keener kinder larger
    less lighter livelier longer louder lovelier lower meaner milder more narrower nearer newer nicer nobler older
    poorer prettier prouder purer quicker quieter rarer richer riper rougher ruder sadder safer saner sharper
    shorter simpler slower smaller smoother softer sooner sterner stiffer stouter stricter stronger subtler
    superior surer sweeter swifter taller tenderer thicker thinner tighter truer uglier vaster warmer weaker
    wealthier weightier wider wilder wiser worse younger
"""
COMPARATIVES = frozenset(_COMPARATIVES.split())
_ADVERBS = {word: word[:-1] + "y" if word.endswith("le") else word + "ly" for word in _DEGREES.split()}


def countries(census: WordCensus) -> Iterator[tuple[str, str]]:
    """Pairs (noun, adjective) of countries and regions of which the text has both: (`Russia`, `Russian`)."""
    counts = census.counts
    for adjective in sorted(_COUNTRY_OF.keys() & counts.keys()):
        if _COUNTRY_OF[adjective] in counts:
            yield _COUNTRY_OF[adjective], adjective
    pairs = [name for name in census.names if name[-2:] == "an" and name[:-1] in counts and counts[name] >= _USED]
    for adjective in pairs[:_MOST]:
        if len(adjective) > _STEM and adjective[:-1] not in _TRADES:
            yield adjective[:-1], adjective


def degrees(census: WordCensus) -> Iterator[tuple[str, str]]:
    """Pairs (adjective, adverb) of words of degree of which the text has both: (`marked`, `markedly`)."""
    # In an order of its own: that of a set changes from process to process.
    for adjective in sorted(_ADVERBS.keys() & census.counts.keys()):
        if _ADVERBS[adjective] in census.counts:
            yield adjective, _ADVERBS[adjective]
