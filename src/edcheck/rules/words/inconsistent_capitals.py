"""A name has a capital here that it has not there.

`Tarn Railway` beside `Tarn railway`, `Northern front` beside `Eastern Front`: two hands, two sources or a scanner
that takes small letters for large ones. Authors vary too, so one remark gives the counts, and nothing is said of
words that begin a sentence or a title. Decide on one form, or keep the print's.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.vocabulary.capitals import cased_names
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import forms, some

_LISTED = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    found = []
    for cased in cased_names(document):
        large, small = (_kept(document, places) for places in (cased.large_at, cased.small_at))
        if large and small:
            found.append((cased, large, small))
    if not found:
        return
    counted = [forms(((cased.large, len(large)), (cased.small, len(small)))) for cased, large, small in found]
    rarer = sorted(place for _, large, small in found for place in min(small, large, key=len))
    yield Draft(
        "mixed",
        rarer[0],
        {"forms": some(counted)},
        tuple((place, "the rarer form again") for place in rarer[1:_LISTED]),
        tuple(counted),
        confidence=0.6,
    )


def _kept(document: Document, places: tuple[Extent, ...]) -> list[Extent]:
    """The places within sentences: no headings, titles, contents or licences."""
    return [at for at in places if _in_sentence(document, at)]


def _in_sentence(document: Document, at: Extent) -> bool:
    block = document.block_at(at.start)
    return not (
        block is None
        or block.kind in ("heading", "cell")
        or document.in_zone(at, "boilerplate", "navigation", "code", "contents")
        or document.in_passage(at, "title", "foreign")
    )


_LINE = "The Tarn Railway was built in May. The dues of the Tarn Railway rose. "

rule = Rule(
    id="words/inconsistent-capitals",
    severity="information",
    doc=__doc__,
    messages={"mixed": "names with and without a capital: {forms}"},
    check=check,
    bad=(
        Bad(_LINE + "He went by the «Tarn railway» to the sea."),
        Bad("On the Eastern Front it snowed. On the Southern Front too. On the «Northern front» it rained."),
    ),
    good=(
        Good(_LINE + "He went by railway. The railway was old."),
        Good("The harbour front. On the Eastern Front. The front. A Front.", because="the noun alone"),
        Good("<h1>The Tarn Railway</h1><p>By the Tarn railway. By the Tarn railway.</p>", "a heading", "html"),
        Good("The Railway Board sat. The railway was old. A Railway Board.", because="a sentence begins so"),
    ),
)
