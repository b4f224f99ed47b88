"""Characters stand in the text that hardly belong there: signs and letters that occur once or twice.

A scanner reads a speck as `¬` or `¦`, an old encoding shows `þ` where a dash stood, and a keyboard slips into
another alphabet. Such characters are right now and then, in a formula or in a word of a foreign language; so all
of them that occur once or twice in a document are listed in one remark, with their counts. Those that belong to
the edition are named in the settings.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from edcheck.model import Document, Draft
from edcheck.recognise.characters import characters_of, places_of
from edcheck.recognise.mojibake import find_mojibake
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, Rule
from edcheck.rules.characters.occurrences import code_point
from edcheck.text import Extent
from edcheck.wording import some, times


@dataclass(frozen=True, slots=True)
class Options:
    """`usual`: characters that belong to the edition, one after the other.
    `at-most`: how often a character may stand in a document to be unusual there.
    """

    usual: str = ""
    at_most: int = 2


_NOISE = "\\~|`"
"""Signs of ASCII that prose has no use for."""
_IN_WORDS = "|`"
"""Noise only within or beside a word: elsewhere they part columns and links."""
_PUNCTUATION = "«»‹›‘’‚‛“”„‟‐‑‒–—―⸺⸻…⁂†‡•·§¶°′″‴№−×±¡¿⁄☞❦"
_SIGNS = "£€¢¥©®™ªº¹²³½¼¾⅓⅔⅛⅜⅝⅞µ←↑→↓↩\ufffc\ufffd"
_LETTERS = "æÆœŒøØßẞłŁđĐı"
_USUAL = frozenset(_PUNCTUATION + _SIGNS + _LETTERS)
_SPANISH = frozenset("ñíóúáÑ")
_QUIET = frozenset({"Cc", "Cf", "Co", "Cs", "Mn", "No", "Zs", "Zl", "Zp"})
"""Categories of which other rules speak, blanks and fractions."""
_LETTERS_OF_A_WORD = 2
"""Distinct letters of an alphabet that still are no word in it."""
_SHOWN = 8


def check(document: Document, options: Options) -> Iterator[Draft]:
    text = document.text
    census = characters_of(document)
    strange = {*(sign for sign in _NOISE if sign in text), *filter(_is_strange, census.distinct - _USUAL)}
    if "¿" in census.distinct and not census.distinct & _SPANISH:
        strange.add("¿")
    strange.difference_update(options.usual)
    if not strange:
        return
    alphabets = Counter(map(_alphabet, strange))
    garbled = {at for run, _ in find_mojibake(text) for at in range(*run)} if not text.isascii() else set()
    rare: dict[str, list[Extent]] = {}
    for character in sorted(strange):
        if alphabets[_alphabet(character)] > _LETTERS_OF_A_WORD or text.count(character) > options.at_most:
            continue
        places = [place for place in places_of(text, character) if _deserves(document, place, garbled)]
        if places:
            rare[character] = places
    if rare:
        yield _draft(document, rare)


@cache
def _is_strange(character: str) -> bool:
    """Whether a character is neither a Latin letter, accented or not, nor Greek, nor of a category of its own."""
    base = unicodedata.normalize("NFD", character)[0]
    greek = "\u0370" <= base <= "\u03ff" or "\u1f00" <= base <= "\u1fff"
    return not (greek or base.isascii() or unicodedata.category(character) in _QUIET)


@cache
def _alphabet(character: str) -> str:
    """The script of a letter, so that a word of another alphabet is not taken for strange letters."""
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else character


def _deserves(document: Document, place: Extent, garbled: set[int]) -> bool:
    """Whether the character is no part of code, of an address, of a garbled run or of a word in two scripts."""
    if place.start in garbled or document.in_zone(place, "code", "boilerplate"):
        return False
    text = document.text
    around = text[max(place.start - 1, 0) : place.start] + text[place.end : place.end + 1]
    if text[place.start] == "¬" and around[:1].isalpha() and not around[1:].isalpha():
        return False  # the hyphen of a line end, as some scanners write it
    beside_letter = any(map(str.isalpha, around))
    return beside_letter if text[place.start] in _IN_WORDS else not (beside_letter and text[place.start].isalpha())


def _draft(document: Document, rare: dict[str, list[Extent]]) -> Draft:
    first = min(places[0] for places in rare.values())
    listed = sorted(rare.items(), key=lambda item: item[1])
    return Draft(
        "one" if len(rare) == 1 else "many",
        first,
        {"character": document.quote(first), "code": code_point(document.quote(first)), "count": len(rare)},
        tuple((places[0], f"“{one}”") for one, places in listed[1 : _SHOWN + 1]),
        (some((f"“{one}” ({code_point(one)}) {times(len(places))}" for one, places in listed), _SHOWN),),
        confidence=0.6,
    )


rule = Rule(
    id="characters/unusual-character",
    severity="information",
    doc=__doc__,
    messages={
        "one": "“{character}” ({code}) is unusual in this text",
        "many": "“{character}” ({code}) is unusual in this text, and {count} characters in all are",
    },
    check=check,
    options=Options,
    bad=(
        Bad("The pilot «¬» came on board at six."),
        Bad("The har«|»bour is shut ~ and the mill."),
        Bad("The pilot came on«¤» board, and the ÷ mate too."),
        Bad("Der Lotse kam um sechs «¿» an Bord."),
    ),
    good=(
        Good("Das Öl der Zoë, el niño, ¿no?, Ærø, Łódź, œuvre", because="letters and punctuation of Europe"),
        Good("See p.\xa012 – “§ 3” … ½ of £5 at 6° 4′ 2″ † and μ, π.", because="usual signs, and Greek letters"),
        Good("The word мир means peace.", because="a word of another alphabet"),
        Good("The har¬\nbour, \u2126 and Ἡ χώρα", because="a line end’s hyphen, and Greek letters with accents"),
        Good("Home | Top", because="it parts two links"),
        Good("a ~ b, c ~ d, e ~ f", because="a sign that the text uses"),
        Good("She is at x÷y.", options=Options("÷"), because="the settings name it"),
        Good("The caf\u00c3\u00a9 of «m¤r»", options=Options("¤"), because="garbled UTF-8 is a fault of its own"),
    ),
)
