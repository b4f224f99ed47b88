"""A page number stands where another must stand.

Page numbers are typed by hand when a print is transcribed, and one that is misread (`33` for `13`), or that
changed places with its neighbour, sends every reader who looks a page up to the wrong one. The pages before and
after run on and say which number belongs here. Pages that begin anew, plates and preliminaries that are counted
apart, unnumbered leaves and jumps after which the count goes on are left alone. Compare the source and correct
the number.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.pages.pagination import PageFault, find_faults
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for fault in find_faults(document):
        if fault.kind == "misnumbered":
            yield _misnumbered(document, fault)
        elif fault.kind == "exchanged":
            first, second = fault.pages
            yield Draft(
                "exchanged",
                first.place,
                {"first": first.label, "second": second.label},
                ((second.place, "the page that ought to precede it"),),
                _neighbours(fault),
                confidence=0.9,
            )
        elif fault.kind == "displaced":
            page = fault.pages[0]
            yield Draft(
                "displaced",
                page.place,
                {"label": page.label, "expected": fault.expected},
                evidence=_neighbours(fault),
                confidence=0.85,
            )


def _misnumbered(document: Document, fault: PageFault) -> Draft:
    page = fault.pages[0]
    sure = len(fault.before) > 1 and len(fault.after) > 1
    return Draft(
        "misnumbered",
        page.place,
        {"label": page.label, "expected": fault.expected},
        evidence=_neighbours(fault),
        fixes=(document.fix(f"number it {fault.expected}", page.place, fault.expected),) if fault.expected else (),
        confidence=0.9 if sure else 0.8,
    )


def _neighbours(fault: PageFault) -> tuple[str, ...]:
    told = []
    if fault.before:
        told.append(f"the pages before it: {', '.join(fault.before)}")
    if fault.after:
        told.append(f"the pages after it: {', '.join(fault.after)}")
    return tuple(told)


def _tei(*labels: str) -> str:
    pages = "".join(f'<pb n="{label}"/>the boats of the harbour lay at their moorings and ' for label in labels)
    return f"<TEI><text><body><p>When the gale was over {pages}so on.</p></body></text></TEI>"


def _text(shape: str, *labels: str) -> str:
    pages = "".join(f" {shape.format(label)} and the pilots of the inner harbour went out" for label in labels)
    return f"At six the gale was over{pages}."


rule = Rule(
    id="structure/page-out-of-order",
    severity="warning",
    doc=__doc__,
    messages={
        "misnumbered": "page “{label}” stands where “{expected}” ought to stand",
        "exchanged": "pages “{first}” and “{second}” have changed places",
        "displaced": "page “{label}” is out of its place: it belongs before “{expected}”",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            _tei("11", "12", "«33»", "14", "15"),
            fixed=_tei("11", "12", "13", "14", "15"),
            format="tei",
        ),
        Bad(
            _tei("7", "8", "9", "«01»", "11", "12"),
            fixed=_tei("7", "8", "9", "10", "11", "12"),
            format="tei",
        ),
        Bad(
            _tei("11r", "11v", "«21r»", "12v", "13r"), fixed=_tei("11r", "11v", "12r", "12v", "13r"), format="tei"
        ),
        Bad(_tei("xi", "xii", "«xviii»", "xiv", "xv"), fixed=_tei("xi", "xii", "xiii", "xiv", "xv"), format="tei"),
        Bad(_tei("21", "22", "«24»", "23", "25", "26"), fixed="", format="tei"),
        Bad(_tei("21", "22", "«26»", "23", "24", "25", "27", "28"), fixed="", format="tei"),
        Bad(_tei("21", "23", "24", "25", "«22»", "26", "27", "28"), fixed="", format="tei"),
        Bad(
            _tei("21", "22", "23", "«27»", "28", "29", "24", "25", "26", "30", "31", "32"), fixed="", format="tei"
        ),
        Bad(_tei("21", "22", "«25»", "26", "23", "24", "27", "28"), fixed="", format="tei"),
        Bad(
            _text("[p. {}]", "40", "41", "«p. 24»", "43", "44").replace("[p. «p. 24»]", "[«p. 24»]"),
            fixed=_text("[p. {}]", "40", "41", "42", "43", "44"),
        ),
        Bad(
            _text("{{{}}}", "40", "41", "«24»", "43", "44"),
            fixed=_text("{{{}}}", "40", "41", "42", "43", "44"),
        ),
    ),
    good=(
        Good(_tei("11", "12", "13", "14", "15"), format="tei"),
        Good(
            _tei("1", "2", "3", "1", "2", "3", "4"),
            because="a second volume, or letter, begins anew",
            format="tei",
        ),
        Good(_tei("11r", "11v", "12r", "12v", "13r"), because="leaves with two sides", format="tei"),
        Good(_tei("ii", "iii", "iv", "1", "2", "3"), because="preliminaries are counted apart", format="tei"),
        Good(_tei("11", "12", "", "13", "14"), because="an unnumbered leaf", format="tei"),
        Good(_tei("11", "12", "Taf. 3", "13", "14"), because="a plate with a number of its own", format="tei"),
        Good(_tei("11", "12", "31", "32", "33"), because="an extract goes on further behind", format="tei"),
        Good(_tei("31", "32", "33", "11", "12", "13"), because="another text of another volume", format="tei"),
        Good(_tei("11", "12", "40", "13", "14"), because="a leaf inserted with the number it had", format="tei"),
        Good(
            _text("[p. {}]", "40", "17", "203", "9", "44"),
            because="pages that are cited run on nowhere",
        ),
        Good(
            _tei("11", '12" ed="B', "12", '13" ed="B', "13", "14", '14" ed="B', "15", "16"),
            because="the pages of two prints",
            format="tei",
        ),
    ),
)
