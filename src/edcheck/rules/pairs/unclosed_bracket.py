"""A bracket is opened and never closed.

Its partner was lost at a line or page end, misread for a letter or a digit (`1`, `l`, `J`), or deleted with
the words before it. Compare the print where the passage ends: either the closing bracket is missing there, or
the opening one is a leftover. A bracket that closes paragraphs later is legal and nothing is said of it.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.marks.brackets import CLOSER
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.pairs.ends import likely_ends, sure_places
from edcheck.rules.pairs.leftovers import Survey, doubt, head, lonely
from edcheck.text import Extent


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    survey: Survey | None = None
    for mark in lonely(document, "bracket", opens=True):
        survey = survey or Survey(document, "bracket")
        if survey.is_told(mark.character):
            continue
        closer = CLOSER[mark.character]
        reason = doubt(document, mark, survey)
        ends = likely_ends(document, mark)
        yield Draft(
            "unclosed",
            Extent(mark.offset, mark.offset + 1),
            {"mark": mark.character, "closer": closer, "passage": head(document, mark.offset)},
            related=tuple((end, f"“{closer}” may belong here") for end in ends[:1]),
            evidence=(survey.census(mark.character, closer), *([reason] if reason else [])),
            fixes=tuple(
                document.fix(f"Close the passage with “{closer}”", end, closer)
                for end in sure_places(document, mark, ends)
            ),
            severity="warning" if reason else None,
            confidence=0.6 if reason else 0.95,
        )


rule = Rule(
    id="pairs/unclosed-bracket",
    severity="error",
    doc=__doc__,
    messages={"unclosed": "“{mark}” opens the passage “{passage}” and no “{closer}” closes it"},
    check=check,
    fix="suggestion",
    bad=(
        Bad("The council met twice «(»once in the town hall."),
        Bad(
            "«[»The mayor spoke first. (A report is lost.)\n\nThe clerk spoke next.\n\n\nMay 2, 1871",
            fixed="[The mayor spoke first. (A report is lost.)\n\nThe clerk spoke next.]\n\n\nMay 2, 1871",
        ),
        Bad(
            '<p>The oath of <a id="f27" href="#n27">«[»27</a> the pilots.</p>',
            fixed='<p>The oath of <a id="f27" href="#n27">[27]</a> the pilots.</p>',
            format="html",
        ),
        Bad("Read «(»first.\n\n" + "Read (on.\n\n" * 30),
        Bad("[Note 1: see (Annals, p. 3).]\n\n«[»Note 2: The same.\n\n[Note 3: Lost.]"),
    ),
    good=(
        Good("The council [of nine (later ten)] met."),
        Good("[The first part.\n\nThe second part.]", because="brackets may span paragraphs"),
        Good(
            "NAT. Over!\n    [He rows.\n\nBESS. Father!\n    [Exeunt both.",
            because="stage directions that old prints never close",
        ),
        Good(
            "NAT. [Aside.] He rows. [Going.\n\nBESS. Father! [Exit.\n\nNAT. A boat! [Exeunt both.",
            because="the same behind a speech, where directions within it are closed",
        ),
        Good("If x lies in (0, 1] or in [0, 2), we are done.", because="half-open intervals"),
        Good("The sign “(” was cut into the stone.", because="the bracket itself is quoted"),
        Good("Read it with a smile :-( as she did.", because="an emoticon"),
        Good("The bridge is \x1b[1mdown\x1b[0m.", because="a terminal’s colours"),
    ),
)
