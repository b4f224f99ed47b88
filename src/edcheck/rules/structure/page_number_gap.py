"""The number of one page is missing from a long run of pages.

Either the mark of the page break was lost, and two pages of text stand for one, or the page itself was left out
of the transcription. Only a single number that is missing inside a long run counts, and only where the text shows
it: it runs on over the break in the middle of a sentence, or is as long as two pages. Books leave the numbers of
blank versos and of plates out, extracts leave pages out, and where that is a document's habit nothing is said.
Compare the source; restore the mark or the page.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.pages.pagination import PageFault, find_faults
from edcheck.rule import Bad, Good, NoOptions, Rule

_TWO = 1.6
"""From how many usual pages on a stretch of text is that of two."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for fault in find_faults(document):
        if fault.kind == "missing":
            page = fault.pages[0]
            yield Draft(
                "gap",
                page.place,
                {"missing": fault.expected, "before": fault.before[-1], "after": page.label},
                evidence=_evidence(fault),
                confidence=0.9 if fault.spread >= _TWO else 0.75,
            )


def _evidence(fault: PageFault) -> tuple[str, ...]:
    told = (
        f"the pages before it: {', '.join(fault.before)}",
        f"the pages after it: {', '.join(fault.after)}",
    )
    if fault.spread < _TWO:
        return (*told, "the text runs on in the middle of a sentence")
    return (*told, f"the text from page {fault.before[-1]} to here is {fault.spread:.1f} usual pages long")


_LINE = "the boats of the harbour lay at their moorings and "


def _tei(*labels: str, long: str = "") -> str:
    pages = "".join(f'<pb n="{label}"/>{_LINE}{_LINE if label == long else ""}' for label in labels)
    return f"<TEI><text><body><p>When the gale was over {pages}so on.</p></body></text></TEI>"


def _paragraphs(*labels: str) -> str:
    pages = "".join(f'<p><pb n="{label}"/>The boats lay at their moorings all day.</p>' for label in labels)
    return f"<TEI><text><body>{pages}</body></text></TEI>"


_MARKS = ("Pg 11", "Pg 12", "Pg 13", "«Pg 15»", "Pg 16", "Pg 17")

rule = Rule(
    id="structure/page-number-gap",
    severity="warning",
    doc=__doc__,
    messages={"gap": "page “{missing}” is missing: “{before}” is followed by “{after}”"},
    check=check,
    bad=(
        Bad(_tei("11", "12", "13", "«15»", "16", "17"), format="tei"),
        Bad(_tei("11", "12", "13", "«15»", "16", "17", long="13"), format="tei"),
        Bad(_tei("11r", "11v", "12r", "«13r»", "13v", "14r"), format="tei"),
        Bad(
            "".join(
                f"<p>They lay <a id='Page_{n}'>[{m}]</a> at anchor</p>"
                for n, m in ((11, "11"), (12, "12"), (13, "13"), (15, "«15»"), (16, "16"), (17, "17"))
            ),
            format="html",
        ),
        Bad(
            "".join(f"They lay at anchor [{label}] off the pier of oak and tar while " for label in _MARKS)
            + "it blew."
        ),
    ),
    good=(
        Good(_tei("11", "12", "13", "14", "15", "16"), format="tei"),
        Good(_tei("11", "12", "13", "20", "21", "22"), because="an extract that leaves out more", format="tei"),
        Good(_tei("11", "12", "13", "", "15", "16", "17"), because="an unnumbered leaf", format="tei"),
        Good(_tei("11", "13", "15", "17", "19", "20", "21"), because="a habit of the edition", format="tei"),
        Good(
            _paragraphs("11", "12", "13", "15", "16", "17"),
            because="a blank page between two sections",
            format="tei",
        ),
        Good(_tei("11r", "12r", "13r", "14r", "15r"), because="only the first sides are marked", format="tei"),
        Good(_tei("1", "2", "4"), because="too short to tell", format="tei"),
        Good(
            "<p>"
            + "".join(
                f'They lay {"<img src=m.png>" if n == 15 else ""}<a id="Page_{n}"></a> at anchor '
                for n in (11, 12, 13, 15, 16, 17)
            )
            + "</p>",
            because="a picture fills the page",
            format="html",
        ),
    ),
)
