"""A digit stands where a letter belongs, or a letter where a digit belongs.

Print and scanners give `1`, `l` and `I` one shape, and `0` and `O` another: `w1th`, `l918`, `1O5`; `5` is taken
for `s`, `6` for `b`. A word that stands nowhere else in the text is only a warning. Figures with letters that are
meant so (`1st`, `8vo`, `5km`, `H2O`, file names, note numbers glued to a word) are left alone; so are dates, which
have a rule of their own. Write the letter or the digit that is meant.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.model.fix import Trust
from edcheck.patterns import lazy_pattern
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.dictionaries import known
from edcheck.recognise.vocabulary.figures import Meant, find_meant
from edcheck.recognise.vocabulary.places import Finder
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_CODE = frozenset("./\\_#@&=:%+~^{}<>|$")
_BEFORE = lazy_pattern(r"(?:[a-zß-ÿа-я]{2,}|\b[aAàyo]|\bI)[,;]?\s\Z")
_AFTER = lazy_pattern(r"[.,;:!?]?(?:\s++(?![0-9])|\Z|(?<=[.,;:!?])[’”\"»)\]])")
_AROUND = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    found = {one.token: one for one in find_meant(document.words)}
    finder = Finder(document.text, found)
    for one in found.values():
        for at in finder.places(one.token):
            if not _elsewhere(document, at) and (not one.among_words or _among_words(document, at, one.token)):
                yield _draft(document, one, at)


def _draft(document: Document, one: Meant, at: Extent) -> Draft:
    listed = None if one.sure else _listed(document, one.reading)
    trust: Trust = "unsafe" if one.sure or listed else "suggestion"
    return Draft(
        ("digit" if one.sure else "likely") if one.reading.isalpha() else "letter",
        at,
        {"token": one.token, "reading": one.reading},
        evidence=tuple(_evidence(document, one, bool(listed))),
        fixes=(document.fix(f"write “{one.reading}”", at, one.reading, trust),),
        severity=None if one.sure else "warning",
        confidence=0.95 if one.sure or listed else 0.85 if listed is None else 0.7,
    )


def _evidence(document: Document, one: Meant, listed: bool) -> Iterator[str]:
    count = document.words.counts[one.reading]
    if count and one.reading.isalpha():
        yield (
            f"“{one.reading}” stands {count} times in this text"
            if count > 1
            else (f"“{one.reading}” stands elsewhere in this text")
        )
    if listed:
        yield f"the language’s word list has “{one.reading}”"


def _among_words(document: Document, at: Extent, token: str) -> bool:
    """Whether a token stands in a running sentence, and is no word that is counted: `chap5`, beside `chap. 4`."""
    text = document.text
    if not _BEFORE.search(text[max(at.start - _AROUND, 0) : at.start]) or not _AFTER.match(text, at.end):
        return False
    stem = token.rstrip("15")
    if stem != token:
        if _calls(document, at):
            return False
        return re.search(rf"\b{stem}(?:\.\s?|\s)[0-9]", text, re.IGNORECASE) is None
    return True


def _calls(document: Document, at: Extent) -> bool:
    """Whether a token ends with the number of a note: a call that lost its brackets, or the one that is missed."""
    number = int(document.text[at.end - 1])
    if not any(note.label.value == number for note in document.notes):
        return False
    calls = [reference.marker for reference in document.references if reference.label.value == number]
    return not calls or any(at.start <= marker.start < at.end for marker in calls)


def _listed(document: Document, reading: str) -> bool | None:
    """Whether a word list has the reading; None where none is to be asked."""
    return known(reading.lower(), language_of(document)) if document.edition.dictionaries else None


def _elsewhere(document: Document, at: Extent) -> bool:
    """Whether the token belongs to a code, an address, a file name, boilerplate or a date."""
    before, after = document.text[at.start - 1 : at.start], document.text[at.end : at.end + 2]
    if (before and before in _CODE) or (after[:1] in _CODE and after[1:].isalnum()):
        return True
    if document.in_zone(at, "boilerplate", "navigation", "code"):
        return True
    return any(
        date.extent.start <= at.start < date.extent.end for date in document.dates if date.verdict != "valid"
    )


rule = Rule(
    id="words/digit-in-word",
    severity="error",
    doc=__doc__,
    messages={
        "digit": "“{token}” has a digit for a letter: “{reading}”",
        "likely": "“{token}” has a digit for a letter: perhaps “{reading}”",
        "letter": "“{token}” has a letter for a digit: {reading}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("He went «w1th» his brother.", fixed="He went with his brother."),
        Bad("The harbour is old. The «harb0ur» is deep.", fixed="The harbour is old. The harbour is deep."),
        Bad("In the winter of «l918» they starved.", fixed="In the winter of 1918 they starved."),
        Bad("Some «1O5» barrels were left.", fixed="Some 105 barrels were left."),
        Bad("They «sha11» not pass.", fixed="They shall not pass."),
        Bad("The mist was thin. A «mi5t» rose.", fixed="The mist was thin. A mist rose."),
        Bad(
            "It did not «p1ease» the «c0mmander» of the «v1llage».",
            fixed="It did not please the commander of the village.",
        ),
        Bad("It «wa5» dark, and he read to the «d0g».", fixed="It was dark, and he read to the dog."),
        Bad("She came with a cargo of «5late» and of lime.", fixed="She came with a cargo of slate and of lime."),
        Bad("The weeks went by, and the «week5» were long.", fixed="The weeks went by, and the weeks were long."),
    ),
    good=(
        Good("The 1st and 2nd of May, the 3d company, bound in 8vo and 12mo.", because="ordinals and formats"),
        Good("H2O, A1 and B2, the 1920s, p.159, no.135, 5km, 7bre.", because="formulas, codes, decades, units"),
        Good(
            "They beat their swords1 and the spears11 were lost. swords spears",
            because="note numbers glued to words",
        ),
        Good("See files/l918.txt and http://ports.example/w1th/x.", because="addresses and file names"),
        Good("He owed 100l. 10s. and 5l. more.", because="pounds and shillings"),
        Good(
            "The 3rds and 5ths, 5words of 8words, a b2b fair, h264a, the x1y.",
            because="no such words stand in the text",
        ),
        Good("Three weeks5 of rain, two boats3 and a quay14.", because="note numbers glued to words"),
        Good(
            "The sloop[4] and her boat5 went down, and so did the brig.[6]\n\n4. Of ten lasts.\n\n5. A skiff.\n\n"
            "6. Of thirty lasts.\n",
            because="a note waits for its number",
        ),
        Good("The rules of chapters 3 and 4, and of chapter5 as well, as chapter 3 says.", because="a lost blank"),
        Good("He bought the b0x as Nr. 1ab4, and the cable (h0d) of 5miles; so many miles.", because="codes"),
        Good("The word1 of the spears.", because="a note's number"),
        Good("The year MDCCl is not 1800.", because="a Roman number has no digit"),
    ),
)
