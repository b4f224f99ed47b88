"""One source is cited in more than one form.

Many hands make an edition, and each cites a little differently: the comma after the issue number is missing once,
`No.` stands beside `no.`, an abbreviation has a stop too many. A single departure from what the siblings do is a
slip and is placed; mere variety is said in one remark. Bring the form to that of the others.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Citation, Document, Draft, Edition, Serial
from edcheck.recognise.vocabulary.likeness import letters
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_SIBLINGS = 3
"""How many siblings with the comma each citation without one must have against it."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    yield from _missing_commas(document)
    yield from _other_punctuation(document)
    yield from _mixed_abbreviations(document)


def _numbered(document: Document) -> Iterator[tuple[Citation, Extent, Extent]]:
    """Citations whose number stands before the date, with the extents of number and date."""
    for citation in document.citations:
        if citation.number_extent is not None and citation.date is not None:
            date = document.dates[citation.date].extent
            if citation.number_extent.end <= date.start:
                yield citation, citation.number_extent, date


def _missing_commas(document: Document) -> Iterator[Draft]:
    with_comma: list[Extent] = []
    without: list[tuple[Extent, Extent]] = []
    for _, number, date in _numbered(document):
        between = document.text[number.end : date.start]
        if "," in between:
            with_comma.append(Extent(number.start, date.end))
        elif not between.strip():
            without.append((number, date))
    if len(with_comma) < _SIBLINGS * len(without):
        return
    for number, date in without:
        place = Extent(number.start, date.end)
        gap = Extent(number.end, number.end)
        yield Draft(
            "comma",
            place,
            {"number": document.quote(number)},
            tuple((other, "with the comma") for other in with_comma[:3]),
            (f"{len(with_comma)} of {len(with_comma) + len(without)} numbered citations have the comma",),
            (document.fix("add the comma", gap, ","),),
            confidence=0.95,
        )


def _other_punctuation(document: Document) -> Iterator[Draft]:
    for citation in document.citations:
        right = citation.resembles
        if right is not None and letters(right) == letters(citation.source):
            place = citation.source_extent
            yield Draft(
                "form",
                place,
                {"source": citation.source, "usual": right},
                evidence=("the letters are the same, only the punctuation differs",),
                fixes=(document.fix(f"write “{right}”", place, right),),
            )


def _mixed_abbreviations(document: Document) -> Iterator[Draft]:
    """One remark for all citations: `no.` beside `No.`, with and without a blank."""
    forms: dict[str, list[Extent]] = {}
    for citation in document.citations:
        if citation.number_extent is not None:
            written = document.quote(citation.number_extent)
            forms.setdefault(written.rstrip("0123456789"), []).append(citation.number_extent)
    if len(forms) < 2:
        return
    counts = Counter({form: len(places) for form, places in forms.items()})
    (usual, _), *others = counts.most_common()
    rare = [place for form, _ in others for place in forms[form]]
    yield Draft(
        "number",
        min(rare),
        {"forms": ", ".join(f"“{form.strip()}” {count}" for form, count in counts.most_common())},
        (*((place, "likewise") for place in sorted(rare)[1:]), (forms[usual][0], "the usual form")),
        severity="information",
    )


_SETTINGS = Edition(serials=(Serial("Messenger of the Ports", ("Mess.N.P.by C.D.",)),))
_ALIKE = "Harbour Gazette, no.4, March 9, 1921\n\nHarbour Gazette, no.5, March 10, 1921\n\n"

rule = Rule(
    id="citations/inconsistent-citation",
    severity="warning",
    doc=__doc__,
    messages={
        "comma": "a comma is missing between “{number}” and the date",
        "form": "the usual form of “{source}” is “{usual}”",
        "number": "issue numbers are abbreviated in several ways: {forms}",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            _ALIKE + "Harbour Gazette, no.6, March 11, 1921\n\nHarbour Gazette, «no.7 March 12, 1921»",
            fixed=_ALIKE + "Harbour Gazette, no.6, March 11, 1921\n\nHarbour Gazette, no.7, March 12, 1921",
        ),
        Bad("«Mess.N.P.by.C.D.», March 9, 1921", fixed="Mess.N.P.by C.D., March 9, 1921", edition=_SETTINGS),
        Bad(_ALIKE + "Harbour Gazette, «No. 6», March 11, 1921", fixed=""),
    ),
    good=(
        Good(_ALIKE),
        Good(
            "Harbour Gazette, no.4 March 9, 1921\n\nHarbour Gazette, no.5, March 10, 1921",
            because="one against one is no rule",
        ),
        Good("Mess.N.P.by C.D., March 9, 1921", edition=_SETTINGS),
        Good("He was born March 9, 1921, and wrote no. 5 April 1, 1951.", because="no source, no citation"),
    ),
)
