"""The running head of a printed page stands in the middle of the text.

A text that was copied from pages keeps the lines at their heads and feet: the same short line, with a page number
or without, comes again and again, and stands between the two halves of a sentence. A line counts only where it
comes three times at least, twice of these within sentences; refrains, headings and lines that the markup keeps
apart are none. Delete the line and join the halves.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.furniture import find_furniture
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.residue.joining import joined


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for one in find_furniture(document):
        if one.kind == "head":
            evidence = [f"the line stands {one.support} times in the text"]
            if one.within:
                evidence.append("the sentence before it goes on behind it")
            yield Draft(
                "head",
                one.place,
                {"head": " ".join(document.quote(one.place).split())},
                evidence=tuple(evidence),
                fixes=(joined(document, one),),
                confidence=0.95 if one.within else 0.85,
            )


_BEFORE = "When the gale was over the boats that lay at anchor in the inner"
_AFTER = "harbour put out to sea again, and the pilots went home to sleep."


def _pages(*lines: str) -> str:
    return "".join(f"{_BEFORE}\n\n{line}\n\n{_AFTER}\n\n" for line in lines)


rule = Rule(
    id="residue/running-head-residue",
    severity="warning",
    doc=__doc__,
    messages={"head": "“{head}” looks like the running head of a printed page left in the text"},
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            _pages("«THE ISLAND GAZETTE 13»", "«14 THE ISLAND GAZETTE»", "«THE ISLAND GAZETTE 15»"),
            fixed=f"{_BEFORE}\n{_AFTER}\n\n" * 3,
        ),
        Bad(_pages("«THE ISLAND GAZETTE»", "«THE ISLAND GAZETTE»", "«THE ISLAND GAZETTE»")),
        Bad(_pages("«13\n\nThe Island Gazette 13»", "«The Island Gazette 14»", "«The Island Gazette 15»")),
        Bad(_pages(*(f"«{n} The Pilots.»" if n % 2 else f"«The Island. {n}»" for n in range(13, 19)))),
        Bad(
            "THE ISLAND GAZETTE\n\n" + _pages("«THE ISLAND GAZETTE 13»", "«THE ISLAND GAZETTE 14»"),
        ),
        Bad(
            f"<p>{_BEFORE}</p>\n<p>«THE ISLAND GAZETTE»</p>\n<p>{_AFTER}</p>" * 3,
            fixed=f"<p>{_BEFORE}</p>\n<p></p>\n<p>{_AFTER}</p>" * 3,
            format="html",
        ),
    ),
    good=(
        Good(f"THE ISLAND GAZETTE\n\n{_BEFORE} {_AFTER}"),
        Good(
            "".join(f"{_AFTER}\n\nTHE ISLAND GAZETTE\n\n{_BEFORE} bay.\n\n" for _ in range(4)),
            because="a heading that comes again",
        ),
        Good(
            "".join(f"{_BEFORE}\nHEAVE HO\n{half}\n\n" for half in ("and so on", "and home")) + "HEAVE HO\n",
            because="a refrain between short lines",
        ),
        Good(_pages("THE ISLAND GAZETTE", "HEAVE HO", "A LIGHT"), because="each stands once"),
        Good(
            f"THE COUNCIL MAKES NO PROMISE OF ANY KIND AND IS NOT\nLIABLE FOR BOATS.\n\n{_AFTER}\n\n" * 3,
            because="the end of a passage in capitals",
        ),
    ),
)
