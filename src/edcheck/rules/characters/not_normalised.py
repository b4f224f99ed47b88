"""Letters with accents are written as two characters where one would do.

`é` is one character, or an `e` with an accent of its own behind it: both look alike, and searches, sorting and
many fonts tell them apart. Texts get both when parts of them come from different systems. Unicode’s normal form
C is what editions, the web and all standards use; the repair changes no character's meaning. One remark gives
the counts for the whole text.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.characters import characters_of, places_of
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.occurrences import fix_all, others
from edcheck.text import Extent
from edcheck.wording import some, times

_SINGLE = "\u0374\u037e\u0387\u2126\u212a\u212b"
"""Characters that Unicode holds for others, but for the Greek ones of U+1F71 to U+1FFD."""
_MARKS = lazy_pattern("[\u0300-\u036f]*+")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    suspects = list(filter(_is_suspect, characters_of(document).distinct))
    if not suspects:
        return
    written: Counter[str] = Counter()
    places = []
    for extent in _clusters(document.text, suspects):
        form = document.quote(extent)
        if unicodedata.normalize("NFC", form) != form and not document.in_zone(extent, "code"):
            written[form] += 1
            places.append(extent)
    if not places:
        return
    usual = sum(document.text.count(unicodedata.normalize("NFC", form)) for form in written)
    first = document.quote(places[0])
    composed = unicodedata.normalize("NFC", first)
    yield Draft(
        "decomposed" if len(first) > len(composed) else "singleton",
        places[0],
        {"reads": composed, "count": times(len(places)), "code": f"U+{ord(first[0]):04X}"},
        others(places, "here too"),
        (
            some(
                (
                    f"“{unicodedata.normalize('NFC', form)}” {times(count)}"
                    for form, count in written.most_common()
                ),
                8,
            ),
            f"as one character each they stand in the text {times(usual)}"
            if usual
            else "none stands as one character",
        ),
        (fix_all(document, "Write normal form C", places, lambda form: unicodedata.normalize("NFC", form)),),
        confidence=0.95 if usual else 0.8,
    )


def _is_suspect(character: str) -> bool:
    return "\u0300" <= character <= "\u036f" or "\u1f71" <= character <= "\u1ffd" or character in _SINGLE


def _clusters(text: str, suspects: list[str]) -> Iterator[Extent]:
    """The suspects with the letter before them, where they are its accents, and all other accents of it."""
    done = 0
    for start, end in places_of(text, suspects):
        if start < done:
            continue
        if "\u0300" <= text[start] <= "\u036f" and start > done and not text[start - 1].isspace():
            start -= 1
        marks = _MARKS.match(text, end)
        done = marks.end() if marks else end
        yield Extent(start, done)


rule = Rule(
    id="characters/not-normalised",
    severity="information",
    doc=__doc__,
    messages={
        "decomposed": "“{reads}” is written as a letter and an accent; such forms stand in the text {count}",
        "singleton": "{code} is another character’s double: “{reads}”; such forms stand in the text {count}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            "Le caf«e\u0301» et le the\u0301, le café.",
            fixed="Le café et le thé, le café.",
        ),
        Bad("Ten «\u212b» and one \u2126.", fixed="Ten \u00c5 and one \u03a9."),
        Bad("Ἡ χ«\u1f7d»ρα", fixed="Ἡ χ\u03ceρα"),
        Bad("<p>Le caf«e&#769;»</p>", fixed="<p>Le café</p>", format="html"),
    ),
    good=(
        Good("Le café, das Öl, ѐ и й, Ἡ χώρα.", because="letters that are one character"),
        Good(
            "m\u0303 and q\u0304, x\u0302, а\u0301", because="no single character has this letter with this accent"
        ),
        Good("~~~\ne\u0301\n~~~\n\nText.", because="code", format="markdown"),
    ),
)
