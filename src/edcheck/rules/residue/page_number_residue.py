"""The number of a printed page stands in the middle of the text.

A text that was copied from pages keeps their numbers: alone in a line, bare or as `- 12 -`, between the two halves
of a sentence, and one page further on comes the next. Numbers that the markup marks as those of pages, figures in
tables, years, and the numbers of lines of verse are none. Delete the line and join the halves, or mark the page.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.furniture import find_furniture
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.residue.joining import joined


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for one in find_furniture(document):
        if one.kind == "number":
            evidence = []
            if one.within:
                evidence.append("the sentence before it goes on behind it")
            if one.support:
                evidence.append(
                    f"{one.support} of the numbers near by, alone in their lines as well, run on with it"
                )
            yield Draft(
                "number",
                one.place,
                {"number": one.text},
                evidence=tuple(evidence),
                fixes=(joined(document, one),),
                confidence=0.95 if one.within and one.support else 0.8,
            )


_BEFORE = "When the gale was over the boats that lay at anchor in the inner"
_AFTER = "harbour put out to sea again, and the pilots went home to sleep."


def _pages(*lines: str) -> str:
    return "".join(f"{_BEFORE}\n{line}\n{_AFTER}\n\n" for line in lines)


rule = Rule(
    id="residue/page-number-residue",
    severity="warning",
    doc=__doc__,
    messages={"number": "“{number}” looks like the number of a printed page left in the text"},
    check=check,
    fix="unsafe",
    bad=(
        Bad(f"{_BEFORE}\n«12»\n{_AFTER}", fixed=f"{_BEFORE}\n{_AFTER}"),
        Bad(f"{_BEFORE}\n\n«- 12 -»\n\n{_AFTER}", fixed=f"{_BEFORE}\n{_AFTER}"),
        Bad(_pages("«12»", "«13»", "«14»"), fixed=f"{_BEFORE}\n{_AFTER}\n\n" * 3),
        Bad(_pages("«12»", "«13»", "«14»") + f"{_AFTER}\n\n«15»\n\n{_BEFORE} bay."),
        Bad(
            f"<p>{_BEFORE}</p>\n<p>«12»</p>\n<p>{_AFTER}</p>",
            fixed=f"<p>{_BEFORE}</p>\n<p></p>\n<p>{_AFTER}</p>",
            format="html",
        ),
    ),
    good=(
        Good(f"{_BEFORE}\n{_AFTER}"),
        Good(f"{_AFTER}\n\n12\n\n{_BEFORE} bay.", because="a section may bear a number"),
        Good(
            "".join(f"{_AFTER}\n\n{n}\n\n{_BEFORE} bay.\n\n" for n in (1, 2, 3, 4)),
            because="sections that are numbered",
        ),
        Good("The boats\n12\nthe barges\n13\nthe pilots\n14\nin all", because="a table of figures"),
        Good(f"{_BEFORE}\n1852\n{_AFTER}", because="a year"),
        Good(
            "<dl>"
            + "".join(
                f"<dt>\n{n}\n</dt><dd><p>\nthe boats at anchor in the harbour of {town}\n</p></dd>"
                for n, town in ((1, "Lesk"), (2, "Varn"), (3, "Orm"), (4, "Tull"))
            )
            + "</dl>",
            because="terms that are explained beside them",
            format="html",
        ),
        Good(
            "The boats lay all at anchor there\nand slept; the gulls went home\n5\nand slept as well, and so did "
            "we\nand no one woke again",
            because="the number of a line of verse",
        ),
        Good(
            f'<p>{_BEFORE}\n<span class="pagenum" id="page_12">12</span>\n{_AFTER}</p>',
            because="the markup says that it is a page",
            format="html",
        ),
        Good(
            f"<p>{_BEFORE}\n<sup>12</sup>\n{_AFTER}</p>",
            because="a raised number",
            format="html",
        ),
        Good(
            f"<table><tr><td>{_BEFORE}<td>\n12\n<td>{_AFTER}</table>",
            because="a table of figures in HTML",
            format="html",
        ),
    ),
)
