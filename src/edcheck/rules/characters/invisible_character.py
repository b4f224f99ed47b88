"""A character that nobody sees stands in the text.

Zero width spaces, word joiners, soft hyphens, byte order marks and signs of writing direction come along when text
is copied from web pages and word processors. They part a word for every search, sort and comparison, and no
proofreader sees them. Delete them. Where they have work to do they are left alone: joiners between letters that
join, between the parts of an emoji and beside dashes, directions beside Hebrew and Arabic, and whatever is
written by its name (`&shy;`). Soft hyphens and word joiners that a publisher sets throughout are only counted.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.characters import CharacterCensus, characters_of
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.addresses import in_address
from edcheck.rules.characters.occurrences import code_point, fix_all, others, outside_code
from edcheck.text import Extent
from edcheck.wording import times

_NAMES = {
    "\xad": "soft hyphen",
    "\u180e": "Mongolian vowel separator",
    "\u200b": "zero width space",
    "\u200c": "zero width non-joiner",
    "\u200d": "zero width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of a change of direction",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2060": "word joiner",
    "\u2061": "function application",
    "\u2062": "invisible times",
    "\u2063": "invisible separator",
    "\u2064": "invisible plus",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "isolate of the first direction",
    "\u2069": "end of an isolate",
    "\u3164": "Hangul filler",
    "\ufeff": "byte order mark",
}
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_SEPARATORS = {"\u2028": "\n", "\u2029": "\n\n"}
_HABITUAL = frozenset("\xad\u200b\u2060")
"""What publishers set throughout a text, so that lines break where they should."""
_HABIT = 12
"""Places from which on such a character is set throughout."""
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = lazy_pattern("[\u0600-\u109f\u1780-\u18af\ufb50-\ufdff\ufe0f\u2190-\u2bff\U0001f000-\U0001faff]")
_UNSPACED = lazy_pattern("[\u0e00-\u109f\u1780-\u17ff]")
"""Thai, Khmer and their neighbours set no blanks between words."""
_BREAKABLE = frozenset("/-–—_&=?")
_PLAIN_BLANKS = " \t\r\n"
_PLAIN_LETTER = lazy_pattern(r"[A-Za-zÀ-ɏͰ-ӿ]")
_BESIDE_LIGATURES = "fﬀﬁﬂ"
"""Behind these a German typesetter parts a ligature with a non-joiner: `Auf‌lage`."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    census = characters_of(document)
    for character in sorted(census.distinct & _NAMES.keys()):
        places = _idle(document, census, character)
        if places:
            habit = character in _HABITUAL and len(places) >= _HABIT
            yield _draft(document, character, places, habit)


def _idle(document: Document, census: CharacterCensus, character: str) -> list[Extent]:
    """Where the character does no work."""
    text = document.text
    places = [place for place in outside_code(document, character) if not _typed(document, place)]
    if character in _DIRECTIONS:
        return [] if _has_right_to_left(text, census) else places
    return [place for place in places if not _works(text, place, character)]


def _typed(document: Document, place: Extent) -> bool:
    """Whether somebody wrote its name (`&shy;`), or lets an address break there."""
    at = document.view.source_offset(place.start)
    source = document.source.text[at : at + 2]
    return (source[:1] == "&" and source[1:].isalpha()) or in_address(document.text, place.start)


def _has_right_to_left(text: str, census: CharacterCensus) -> bool:
    if census.foreign:
        return _RIGHT_TO_LEFT.search(text) is not None
    return any(map(_RIGHT_TO_LEFT.match, census.distinct))


def _works(text: str, place: Extent, character: str) -> bool:
    """Whether it joins or parts what stands on its two sides: letters of a script, parts of a sign, dashes."""
    before, after = text[max(place.start - 1, 0) : place.start], text[place.end : place.end + 1]
    if character in _JOINERS:
        if character == "\u200c" and before in _BESIDE_LIGATURES and after.isalpha():
            return True
        return bool(_JOINING.match(before) or _JOINING.match(after))
    if character == "\u200b":
        return (before in _BREAKABLE and not after.isspace()) or bool(_UNSPACED.match(before))
    if character == "\u2060":
        return _is_sign(before) or _is_sign(after)
    return False


def _is_sign(character: str) -> bool:
    """Whether a line might end beside it: a dash, an ellipsis, a thin blank."""
    return bool(character) and not character.isalnum() and character not in _PLAIN_BLANKS


def _draft(document: Document, character: str, places: list[Extent], habit: bool) -> Draft:
    data = {"code": code_point(character), "name": _NAMES[character], "count": len(places)}
    evidence = (f"it stands in the text {times(len(places))}",)
    if habit:
        return Draft("habit", places[0], data, evidence=evidence, severity="information", confidence=0.8)
    inside = [place for place in places if _in_word(document.text, place)]
    new = _SEPARATORS.get(character, "")
    title = f"Delete the {_NAMES[character]}" if not new else "Write a line end"
    return Draft(
        "separator" if new else "inside" if places[0] in inside else "idle",
        places[0],
        data,
        others(places, "here too"),
        evidence,
        (fix_all(document, title, places, lambda _: new, "unsafe"),),
        confidence=0.95 if inside or new else 0.85,
    )


def _in_word(text: str, place: Extent) -> bool:
    around: tuple[re.Match[str] | None, ...] = (
        _PLAIN_LETTER.match(text, place.start - 1) if place.start else None,
        _PLAIN_LETTER.match(text, place.end),
    )
    return all(around)


rule = Rule(
    id="characters/invisible-character",
    severity="warning",
    doc=__doc__,
    messages={
        "inside": "{code} ({name}) parts the word for every search, and nobody sees it",
        "idle": "{code} ({name}) stands here, and nobody sees it",
        "separator": "{code} ({name}) ends a line here for some programs only",
        "habit": "{code} ({name}) stands in the text {count} times: it seems to be set throughout",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The har«\u200b»bour is shut.", fixed="The harbour is shut."),
        Bad("The har«\xad»bour mas\xadter", fixed="The harbour master"),
        Bad("«\ufeff»It was shut.\n\nIt \ufeffwas.", fixed="It was shut.\n\nIt was."),
        Bad("The «\u202e»harbour«\u202c» was shut.", fixed="The harbour was shut."),
        Bad("The harbour«\u2028»was shut.", fixed="The harbour\nwas shut."),
        Bad(
            "<p>The har«\u200b»bour and the pi«\u200d»lot</p>",
            format="html",
            fixed="<p>The harbour and the pilot</p>",
        ),
        Bad("The har«\u2060»bour. " + "The har\u2060bour. " * 12),
        Bad(
            "Гавань «\u200b»закрыта, лоцман уехал вчера вечером.",
            fixed="Гавань закрыта, лоцман уехал вчера вечером.",
        ),
    ),
    good=(
        Good("می\u200cخواهم, \u0915\u094d\u200d\u0937", because="joiners between letters that join"),
        Good(
            "The pilots \U0001f468\u200d\U0001f469\u200d\U0001f467 and \u2764\ufe0f\u200d\U0001f525",
            because="the parts of an emoji",
        ),
        Good(
            "The word \u05e9\u05dc\u05d5\u05dd\u200e, peace, and \u2067\u05e9\u05dc\u2069.",
            because="directions beside Hebrew",
        ),
        Good("Die zweite Auf\u200clage", because="a non-joiner that parts a ligature"),
        Good("The tide\u2060—\u2060at six\u2060\u200a… 1859\u2060–\u206060", because="joiners that hold dashes"),
        Good("The pilot/\u200bmate, ภาษา\u200bไทย", because="a line may break there"),
        Good("The\xa0tide – 12\u202f% — was\u2009high\u200a…", because="blanks of other widths are seen"),
        Good("<p>The har&shy;bour, har&NoBreak;bour</p>", format="html", because="somebody typed it on purpose"),
        Good("See www.example.org/\u200bharbours", because="an address may break here"),
        Good("Text `a\u200bb`.\n\n~~~\na\u200bb\n~~~", because="code", format="markdown"),
    ),
)
