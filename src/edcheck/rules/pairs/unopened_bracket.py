"""A bracket closes what was never opened.

Its partner was lost before it: at the head of a line, under a heading that was retyped, or because a letter was
read for it. Compare the print where the passage begins. Labels of lists (`a)`, `12)`), braces that gather
verses and the lemma sign of an apparatus close nothing, and nothing is said of them.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.marks.brackets import OPENER
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.pairs.ends import likely_starts, sure_places
from edcheck.rules.pairs.leftovers import Survey, doubt, lonely, tail
from edcheck.text import Extent

_APPARATUS = 3
"""Lemmas from which on they are those of a critical apparatus."""
_LEMMA = lazy_pattern(
    r"(?:.*[.;,:—–|] )?(?:\W{0,4}\d[\d\W]{0,12})?(?:[⟨<‹]?[^\W\d_][\w’'-]*+[⟩>›]?(?:[ .…]++|\Z)){1,8}+\Z"
)
"""The line, or the clause, before the bracket: a number, and a few words."""
_WITHIN_LEMMA = ("⟩", ">", "›", "’", ".")
"""What ends a lemma that an editor marked, or that was shortened in the print."""
_LINE = 120


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    survey: Survey | None = None
    marks = list(lonely(document, "bracket", opens=False))
    lemmas = {mark.offset for mark in marks if mark.character == "]" and _ends_lemma(document.text, mark.offset)}
    for mark in marks:
        if len(lemmas) >= _APPARATUS and mark.offset in lemmas:
            continue
        survey = survey or Survey(document, "bracket")
        if survey.is_told(mark.character):
            continue
        reason = doubt(document, mark, survey)
        place = Extent(mark.offset, mark.offset + 1)
        opener = OPENER[mark.character]
        starts = likely_starts(document, mark)
        yield Draft(
            "unopened",
            place,
            {"mark": mark.character, "opener": opener, "passage": tail(document, place.end)},
            related=tuple((start, f"“{opener}” may belong here") for start in starts[:1]),
            evidence=(survey.census(opener, mark.character), *([reason] if reason else [])),
            fixes=tuple(
                document.fix(f"Open the passage with “{opener}”", start, opener)
                for start in sure_places(document, mark, starts)
            ),
            severity="warning" if reason else None,
            confidence=0.6 if reason else 0.95,
        )


def _ends_lemma(text: str, place: int) -> bool:
    """Whether the words that a variant replaces end here: `12 harbour] haven B`."""
    if text[place + 1 : place + 2] not in (" ", "\n", "\r", "\t") or not (
        text[place - 1 : place].isalnum() or text[place - 1 : place] in _WITHIN_LEMMA
    ):
        return False
    before = text[max(place - _LINE, 0) : place].replace("\r", "\n").rpartition("\n")[2]
    return _LEMMA.match(before) is not None


rule = Rule(
    id="pairs/unopened-bracket",
    severity="error",
    doc=__doc__,
    messages={"unopened": "“{mark}” closes the passage “{passage}” and no “{opener}” opens it"},
    check=check,
    fix="suggestion",
    bad=(
        Bad("The council met twice, once in the town hall«)» and once under the lime."),
        Bad(
            "1871: Year of the flood.«]» In this year the river rose.",
            fixed="[1871: Year of the flood.] In this year the river rose.",
        ),
    ),
    good=(
        Good("a) the mayor\nb) the clerk", because="labels of a list"),
        Good(
            "Er kam aus Stade¹), wo er (wie man sagt²) Lotse war *); sein Bruder1) auch.\n\n¹) An der Elbe.",
            because="a bracket behind a raised number or a star ends the mark of a note",
        ),
        Good(
            "Он жил у дяди 1) в деревне.\n\n1) Дядя умер рано.", because="the same, where the number is not raised"
        ),
        Good(
            "The pilot’s.\n\n2) the clerk’s\n\naa) the mayor’s\n\nbb) the bell-ringer’s",
            because="labels of a list",
        ),
        Good("They want 1) bread, 2) work and 3) peace.", because="labels of a list in the sentence"),
        Good("Sow the rye in March,    }\nand reap it in July.     }", because="a brace gathers verses"),
        Good("[The first part.\n\nThe second part.]", because="brackets may span paragraphs"),
        Good(
            "12 harbour] haven B\n\n13 ⟨ebb⟩] deleted A\n\n14 the grey tide] om. C\n\n"
            "17 bell] bells A — 18 rope] ropes A",
            because="a critical apparatus sets “]” after each lemma",
        ),
    ),
)
