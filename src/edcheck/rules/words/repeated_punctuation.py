"""Two punctuation marks stand where one belongs.

A mark set again at a line break, or a word that was lost between two commas, leaves `,,`, `;;`, `..`, `,.` or
`, ,`. Ellipses, leaders, ditto marks, German opening quotes (`,,Wort''`), a comma after an abbreviation (`etc.,`)
and marks of surprise (`?!`) are written so on purpose. Keep the mark that the sentence needs, or restore the lost
word.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.model.fix import Trust
from edcheck.recognise.vocabulary.stops import in_prose, is_code, stops, token
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_KEPT = {",,": ",", ";;": ";", "::": ":", "..": ".", ", ,": ",", ",.": ".", ",;": ";", ";,": ";", ",:": ":"}
"""What one mark the sentence most likely needs."""
_HABIT = 3
"""Times from which a pair of marks is the text's own sign for something: two points for a pause."""
_RARE = 50


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    found = [place for at in stops(document).doubled if (place := _pair(document, at))]
    if not found:
        return
    text = document.text
    counts = Counter(document.quote(place) for place in found)
    for place in found:
        pair = document.quote(place)
        single = text.count(pair[0])
        if counts[pair] >= _HABIT and counts[pair] * _RARE > single:
            continue
        kept = _KEPT[pair]
        trust: Trust = "unsafe" if pair[0] == pair[-1] else "suggestion"
        yield Draft(
            "repeated",
            place,
            {"pair": pair},
            evidence=(f"“{pair}” stands {times(counts[pair])}, “{pair[0]}” {times(single)} in all",),
            fixes=(document.fix(f"write “{kept}”", place, kept, trust),),
            confidence=0.9,
        )


def _pair(document: Document, at: int) -> Extent | None:
    """Two marks behind a word and before a blank, that are no sign of their own."""
    text = document.text
    end = at + 3 if text.startswith(", ,", at) else at + 2
    pair = text[at:end]
    before, after = text[at - 1 : at], text[end : end + 1]
    if pair not in _KEPT or not (before.isalpha() or (before and before in ")]”’\"'»")):
        return None
    if not (after.isspace() or not after or (after.isalpha() and pair != "..") or after in "”’\"')]»"):
        return None
    if pair == ".." and (text[at - 2 : at - 1] in ("", " ", ".", "\n") or text.startswith("  ", end)):
        return None
    if pair == "::" and after.isalpha():
        return None
    if pair == ",," and _quoted(text, at, end):
        return None
    place = token(text, at)
    if is_code(text[place.start : place.end]) or not in_prose(document, at):
        return None
    return Extent(at, end)


def _quoted(text: str, at: int, end: int) -> bool:
    """Whether the two commas open a German quotation that follows its word without a blank."""
    return text[end : end + 1].isalpha() and ("''" in text or "‘‘" in text or "”" in text or "“" in text)


rule = Rule(
    id="words/repeated-punctuation",
    severity="warning",
    doc=__doc__,
    messages={"repeated": "“{pair}”: one mark too many, or a word lost between the two"},
    check=check,
    fix="unsafe",
    bad=(
        Bad("The old pier«,,» which leaned, was mended.", fixed="The old pier, which leaned, was mended."),
        Bad("They mended the pier«..» It held.", fixed="They mended the pier. It held."),
        Bad("They mended the pier«;;» it held.", fixed="They mended the pier; it held."),
        Bad("They mended the pier«,.» It held«, ,» and well.", fixed="They mended the pier. It held, and well."),
    ),
    good=(
        Good("Er rief: ,,Land!'' und ging. Sie rief ,,Segel'', und er kam.", because="German opening quotes"),
        Good("The module Lamp::Oil is read first.", because="a name of programs"),
        Good("He paused ... and went on.... Then he slept…, and woke.", because="ellipses"),
        Good("Oars, sails, tar, etc., were sold; tar, etc.; oil, &c.: all.", because="abbreviations"),
        Good("Land?! At last!!! Who,--they asked--had seen it.,", because="marks of surprise, a dash"),
        Good("Tar ..... 4\nOil ,, 7\n,, ,, 9\nPitch..  5", because="leaders and ditto marks"),
        Good("He went.. and came.. and slept.. at last.", because="two points are this text's pause"),
        Good("See ../ports and the year 18.. or Mr. M.. of Tarn.", because="a path, a year, a hidden name"),
    ),
)
