"""Two pages bear the same number.

The mark of a page break was set twice, or the second page ought to bear the next number. Where texts begin on one
page, editions say its number at the head of each: nothing is said where the second mark begins a paragraph, nor
where each number stands twice as a habit. Compare the source; delete one of the marks, or correct the number.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.copies import in_copy
from edcheck.recognise.pages.pagination import find_faults
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for fault in find_faults(document):
        if fault.kind != "repeated":
            continue
        page = fault.pages[0]
        if in_copy(document, page.at):
            continue  # its paragraph was copied with it
        fixes = (
            (document.fix(f"number it {fault.expected}", page.place, fault.expected),) if fault.expected else ()
        )
        yield Draft(
            "next" if fault.expected else "twice",
            page.place,
            {"label": page.label, "expected": fault.expected},
            evidence=(
                f"the pages before it: {', '.join(fault.before)}",
                *((f"the pages after it: {', '.join(fault.after)}",) if fault.after else ()),
            ),
            fixes=fixes,
            confidence=0.9 if fault.expected else 0.8,
        )


def _tei(*labels: str) -> str:
    pages = "".join(f'<pb n="{label}"/>the boats of the harbour lay at their moorings and ' for label in labels)
    return f"<TEI><text><body><p>When the gale was over {pages}so on.</p></body></text></TEI>"


def _letters(*labels: str) -> str:
    letters = "".join(
        f'<div><head>Letter</head><p><pb n="{label}"/>The boats lay at their moorings.</p></div>'
        for label in labels
    )
    return f"<TEI><text><body>{letters}</body></text></TEI>"


_PARAGRAPH = (
    '<p>They lay at anchor <pb n="11"/>until the gale had blown itself out, and the pilot, <pb n="12"/>who had '
    "not slept for two nights, went ashore for bread, for oil and for the letters of the crew.</p>"
)

rule = Rule(
    id="structure/page-number-repeated",
    severity="warning",
    doc=__doc__,
    messages={
        "twice": "page “{label}” begins twice",
        "next": "page “{label}” begins twice: the second ought to be “{expected}”",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(_tei("11", "12", "«12»", "13", "14"), fixed="", format="tei"),
        Bad(_tei("11", "12", "«12»", "14", "15"), fixed=_tei("11", "12", "13", "14", "15"), format="tei"),
        Bad(_tei("11r", "11v", "«11v»", "12v", "13r"), _tei("11r", "11v", "12r", "12v", "13r"), "tei"),
    ),
    good=(
        Good(
            f"<TEI><text><body>{_PARAGRAPH * 2}<p>And <pb n='13'/>so <pb n='14'/>on.</p></body></text></TEI>",
            because="`repeated-paragraph` tells of the copy",
            format="tei",
        ),
        Good(_tei("11", "12", "13", "14", "15"), format="tei"),
        Good(_letters("11", "12", "12", "13", "14", "15"), because="two letters on one page", format="tei"),
        Good(
            _tei("11", "11", "12", "12", "13", "13", "14", "14"), because="each number stands twice", format="tei"
        ),
        Good(_tei("11r", "11v", "12r", "12v", "13r"), because="two sides of one leaf", format="tei"),
        Good(_tei("11", '11" ed="B', "12", '12" ed="B', "13", "14", "15"), because="two prints", format="tei"),
        Good(
            '<TEI><text><body><p>They lay <pb n="10"/>at<note>Of <pb n="13"/>oak.</note> <pb n="11"/>anchor '
            'and <pb n="12"/>slept and <pb n="13"/>woke and <pb n="14"/>rose.</p></body></text></TEI>',
            because="a note that runs over the page says it again",
            format="tei",
        ),
    ),
)
