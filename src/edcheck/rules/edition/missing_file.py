"""A document of the edition is missing: its number is left out in a row of files, or of chapters.

The files are called `ch01` to `ch12`, and there is no `ch07`; or the chapters of the documents count on from file
to file, and one number has none. The file was lost in copying, or was never transcribed, or its heading lost its
number. Find it, or renumber what follows. A number that is left out in the names alone counts for nothing where
chapters, notes or pages run on across it.
"""

from collections.abc import Iterator
from posixpath import dirname

from edcheck.model import Draft, Facts, Spot, Ties
from edcheck.model.naming import resolve_target
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.edition.gaps import find_gaps
from edcheck.text import Extent


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    if len(facts) < 2:
        return
    gaps = find_gaps(facts)
    if not gaps:
        return
    documents = {document.path: document for document in facts}
    asked = _asked(facts)
    for gap in gaps:
        if gap.file in asked or (not gap.file and any(dirname(gap.after) == dirname(path) for path in asked)):
            # A link that leads nowhere says so itself.
            continue
        data = {"file": gap.file, "chapter": gap.chapter, "path": gap.before}
        message = "both" if gap.file and gap.chapter else ("file" if gap.file else "chapter")
        evidence = gap.evidence
        if bool(documents[gap.before].breaks_off) != documents[gap.after].begins_within:
            evidence += (f"the sentence does not go on from {gap.before} to this document",)
        yield Draft(
            message,
            _beginning(documents[gap.after]),
            data,
            ((_beginning(documents[gap.before]), "the document before"),),
            evidence,
            confidence=0.9 if gap.chapter else 0.8,
        )


def _asked(facts: list[Facts]) -> set[str]:
    """The documents that links lead to and that are not there."""
    asked = set()
    for document in facts:
        for target, _ in Ties.unpack(document.ties).links if document.ties else ():
            resolved = resolve_target(document.path, target)
            if resolved is not None:
                asked.add(resolved[0])
    return asked.difference(document.path for document in facts)


def _beginning(document: Facts) -> Spot:
    """The heading that opens a document, else its very beginning."""
    headings = document.headings
    return headings[0].spot if headings else Spot(document.path, Extent(0, 0))


def _chapters(*headings: str) -> str:
    return "\f".join(f"<h2>{heading}</h2><p>The brook rose by a foot that week.</p>" for heading in headings)


rule = Rule(
    id="edition/missing-file",
    severity="warning",
    doc=__doc__,
    messages={
        "file": "{file} is missing between {path} and this document",
        "chapter": "{chapter} is missing between {path} and this document",
        "both": "{file}, which holds {chapter}, is missing between {path} and this document",
    },
    check=check,
    scope="edition",
    bad=(
        Bad(
            "\f".join(["The brook rose by a foot."] * 3 + ["«»The weir broke."] + ["The ford was dry."] * 2),
            names=("ch05.txt", "ch06.txt", "ch07.txt", "ch09.txt", "ch10.txt", "ch11.txt"),
        ),
        Bad(
            _chapters("Chapter I", "Chapter II. Reeds", "«Chapter IV. The Weir»", "Chapter V", "Chapter VI"),
            format="html",
        ),
        Bad(
            _chapters("1. Reeds", "2. Rushes", "3. Sedge", "«5. Willows»", "6. Alders"),
            format="html",
            names=("a1.html", "a2.html", "a3.html", "a5.html", "a6.html"),
        ),
    ),
    good=(
        Good(
            "\f".join(["The mill stood still."] * 6),
            names=("ch05.txt", "ch06.txt", "ch07.txt", "ch08.txt", "ch09.txt", "ch10.txt"),
        ),
        Good(
            _chapters("Chapter I", "Chapter II", "Chapter III", "Chapter IV", "Chapter V"),
            because="the chapters run on, whatever the files are called",
            format="html",
            names=("a1.html", "a2.html", "a3.html", "a5.html", "a6.html"),
        ),
        Good(
            "\f".join(["Two parts of it are here."] * 6),
            because="two parts of the text stand in one file",
            names=("ch1.txt", "ch2.txt", "ch3-4.txt", "ch5.txt", "ch6.txt", "ch7.txt"),
        ),
        Good(
            "\f".join(["He wrote again that year."] * 6),
            because="there are letters of these years only",
            names=tuple(f"letters-{year}.txt" for year in (1861, 1862, 1863, 1865, 1866, 1867)),
        ),
        Good(
            "\f".join(["A choice of the letters."] * 6),
            because="these letters are a choice from many",
            names=tuple(f"L{number:04}.txt" for number in (12, 13, 17, 44, 45, 90)),
        ),
        Good(
            _chapters("Chapter I", "Chapter II", "Chapter III", "Chapter I", "Chapter II"),
            because="a new part counts its chapters anew",
            format="html",
        ),
        Good(
            "<p><a href='c3.html'>Sedge</a></p>" + "\f<p>The brook rose by a foot.</p>" * 6,
            because="the link that leads nowhere is told where it stands",
            format="html",
            names=("index.html", "c1.html", "c2.html", "c4.html", "c5.html", "c6.html", "c7.html"),
        ),
    ),
)
