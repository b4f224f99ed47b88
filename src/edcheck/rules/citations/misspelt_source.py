"""The name of a newspaper or journal is misspelt in a citation.

Abbreviated titles are hard to proofread: one letter read wrong, and the paper is one that never was. The rule
speaks where a cited name is one or two letters off from a name or alias under `serials` in the settings, or from
the form that the same document uses at least three times as often. Compare the print and correct the name; where
both are right, add the other form to the serial's aliases.
"""

from collections.abc import Iterator

from edcheck.model import Citation, Document, Draft, Edition, Serial
from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.likeness import letters
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_WORD = lazy_pattern(r"\S+")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for citation in document.citations:
        right = citation.resembles
        if right is None or letters(right) == letters(citation.source):
            continue
        place, word = _differing(document, citation, right)
        usual = next((other for other in document.citations if other.source == right), None)
        yield Draft(
            "misspelt",
            place,
            {"word": document.quote(place), "right": right},
            ((usual.source_extent, "the usual form"),) if usual else (),
            (_reason(document, right),),
            (document.fix(f"write “{word}”", place, word),),
        )


def _differing(document: Document, citation: Citation, right: str) -> tuple[Extent, str]:
    """The one word of the source that differs and what it should be; the whole source where several do."""
    words = list(_WORD.finditer(document.text, *citation.source_extent))
    expected = right.split()
    if len(words) == len(expected):
        apart = [
            (Extent(*word.span()), other) for word, other in zip(words, expected, strict=True) if word[0] != other
        ]
        if len(apart) == 1:
            return apart[0]
    return citation.source_extent, right


def _reason(document: Document, right: str) -> str:
    for serial in document.edition.serials:
        if right in (serial.name, *serial.aliases):
            return f"the settings register “{right}”"
    count = sum(citation.source == right for citation in document.citations)
    return f"“{right}” is cited {count} times in this document"


_SETTINGS = Edition(serials=(Serial("Messenger of the Northern Ports", ("Mess. Northports",)),))

rule = Rule(
    id="citations/misspelt-source",
    severity="warning",
    doc=__doc__,
    messages={"misspelt": "“{word}” in a citation looks like a slip; the source is called “{right}”"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "Published in Mess. «Nortbports», March 9, 1921.",
            fixed="Published in Mess. Northports, March 9, 1921.",
            edition=_SETTINGS,
        ),
        Bad(
            "Harbour Gazette, no. 4, March 9, 1921\n\nHarbour Gazette, no. 5, March 10, 1921\n\n"
            "Harbour Gazette, no. 6, March 11, 1921\n\nHarbour «Gazetle», no. 7, March 12, 1921",
        ),
    ),
    good=(
        Good("Published in Mess. Northports, March 9, 1921.", edition=_SETTINGS),
        Good(
            "Harbour Gazette, no. 4, March 9, 1921\n\nHarbour Gazelle, no. 5, March 10, 1921",
            because="neither form is the usual one",
        ),
        Good(
            "Printed in Mess. Inland Towns, March 9, 1921.",
            because="another paper",
            edition=_SETTINGS,
        ),
    ),
)
