"""A date in figures can be read in two ways.

`2/7/18` is 2 July to one reader and 7 February to another. Where other dates of the same text settle the order (no
month has the number 27 in `27/6/18`), or an attribute says which day is meant, nothing is said; else all such
dates of a document are one remark. If the text is the editors' own, write the month as a word; if it is the
source's, tell in a note or an attribute what is meant. In languages that always write the day first nothing is
ambiguous.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Edition
from edcheck.recognise.dates import language_of
from edcheck.recognise.dates.ambiguous import Slashed, find_slashed
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import NOT_THE_TEXT

_MOST = 20
"""Places that one remark shows."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if "/" not in document.text:
        return
    language = language_of(document)
    if language.day_first:
        return
    found = [one for one in find_slashed(document, language) if not document.in_zone(one.extent, *NOT_THE_TEXT)]
    doubtful = [one for one in found if one.ambiguous]
    settled = {one.day_first for one in found if not one.ambiguous and one.first != one.second}
    if doubtful and len(settled) != 1:
        doubtful = _not_encoded(document, doubtful)
    if not doubtful or len(settled) == 1:
        return
    first, *others = doubtful
    written = document.quote(first.extent)
    yield Draft(
        "ambiguous",
        first.extent,
        {"date": written, "count": len(doubtful), "dates": "date" if len(doubtful) == 1 else "dates"},
        tuple((one.extent, "likewise") for one in others[: _MOST - 1]),
        ("other dates of the document have the day first, and others the month",) if settled else (),
        confidence=0.7,
    )


def _not_encoded(document: Document, doubtful: list[Slashed]) -> list[Slashed]:
    """Those of which no attribute says what is meant."""
    claimed = (one.element.extent for one in document.encoded if one.claim is not None)
    told = {extent.start for extent in claimed if extent is not None}
    return [one for one in doubtful if one.extent.start not in told]


_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Sold on {}.</p></body></text></TEI>'

rule = Rule(
    id="dates/ambiguous-date",
    severity="information",
    doc=__doc__,
    messages={
        "ambiguous": "“{date}” can be read in two ways; {count} {dates} may have the day or the month first"
    },
    check=check,
    bad=(
        Bad("The mill was sold on «2/7/18» and burnt on 3/8/18."),
        Bad("Received 13/5/1918 and answered on 5/14/1918; sold on «2/7/1918»."),
        Bad(_TEI.format("«2/7/1918»"), format="tei"),
    ),
    good=(
        Good("The mill was sold on 2/7/18 and burnt on 27/8/18.", because="the other date shows the order"),
        Good("The mill was sold on 7/7/18.", because="both readings are one day"),
        Good("Die Mühle wurde am 2/7/18 verkauft.", because="the day comes first", edition=Edition(language="de")),
        Good("See the papers in TOM 2/7/18.", because="a shelfmark"),
        Good("Mix them 2/7/18/4, at 1/2/19% each.", because="proportions"),
        Good("See https://example.org/2/7/18 for it.", because="an address"),
        Good(_TEI.format('<date when="1918-07-02">2/7/18</date>'), because="the attribute says it", format="tei"),
    ),
)
