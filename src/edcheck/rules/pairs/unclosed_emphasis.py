"""A mark of emphasis in a plain text has no partner.

Plain texts set `_italics_`, `*stress*` or `=bold=` between two signs. Where one of the two is lost, programs that
make a page of the text set the rest of the paragraph, or of the book, in italics. Compare the print for where the
emphasis ends. Only texts that use a sign in pairs are looked at; emphasis that runs over paragraphs, blanks
to be filled in (`____`) and names of programs (`one_two`) are left alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_SIGNS = {sign: lazy_pattern(re.escape(sign)) for sign in "_*="}
_FEWEST = 2
"""Pairs that a text must have at least to use a sign for emphasis."""
_HABIT = 3
"""How many times as many pairs as signs without a partner it must have."""
_STOPS = frozenset(".,;:!?")
_REACH = 12
"""Paragraphs over which emphasis may run."""


@dataclass(frozen=True, slots=True)
class _Lonely:
    """A sign without a partner in its block."""

    at: int
    block: int
    opens: bool


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if document.format == "plain":
        for sign in _SIGNS:
            if sign in document.text:
                yield from _of_sign(document, sign)


def _of_sign(document: Document, sign: str) -> Iterator[Draft]:
    places = [match.start() for match in _SIGNS[sign].finditer(document.text)]
    if sign != "_":
        places = _beside_words(document, places)
    odd = list(_odd_blocks(document, places))
    lonely = _within_reach([one for block, inside in odd for one in _unpaired(document, block, inside)])
    if not lonely:
        return
    pairs = _pairs(document.text, places)
    if pairs < max(_FEWEST, _HABIT * len(lonely)):
        return
    for one in lonely:
        extent = Extent(one.at, one.at + 1)
        if not document.in_zone(extent, "boilerplate", "code", "contents"):
            yield Draft(
                "unclosed" if one.opens else "unopened",
                extent,
                {"sign": sign, "passage": _passage(document.text, one)},
                evidence=(
                    f"the text has “{sign}” in pairs {times(pairs)}, and without a partner {times(len(lonely))}",
                ),
                confidence=0.9,
            )


def _beside_words(document: Document, places: list[int]) -> list[int]:
    """Signs that open or close something and mark no note: `*` also makes ornaments, `=` also equations."""
    text = document.text
    beside = [place for place in places if _touches(text[place - 1 : place], text[place + 1 : place + 2])]
    if not beside:
        return []
    extents = [one.marker for one in document.notes] + [one.marker for one in document.references]
    markers = {place for start, end in extents for place in range(start, end)}
    return [place for place in beside if place not in markers]


def _touches(before: str, after: str) -> bool:
    """Whether a sign between these characters opens or closes something: no ornament, no sign of a note."""
    if not before or before.isspace():
        return bool(after) and not after.isspace() and after not in _STOPS
    return not (before in "([{" and after and after in ")]}")


def _pairs(text: str, places: list[int]) -> int:
    """How often the sign opens and closes emphasis, so that both are sure."""
    opening = closing = 0
    for place in places:
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        opening += after.isalnum() and not before.isalnum()
        closing += before.isalnum() and not after.isalnum()
    return min(opening, closing)


def _odd_blocks(document: Document, places: list[int]) -> Iterator[tuple[int, list[int]]]:
    """The blocks that hold an odd number of signs, each with the signs' places."""
    blocks = document.blocks
    index, end = -1, 0
    inside: list[int] = []
    for place in places:
        if place >= end:
            if len(inside) % 2:
                yield index, inside
            inside = []
            while index + 1 < len(blocks) and place >= end:
                index += 1
                end = blocks[index].extent.end
        inside.append(place)
    if len(inside) % 2:
        yield index, inside


def _unpaired(document: Document, block: int, places: list[int]) -> list[_Lonely]:
    """The signs of a block that no other one answers; empty where signs within words may be the reason."""
    text = document.text
    waiting: list[int] = []
    closing: list[int] = []
    words = 0
    for place in places:
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if text[place] in (before, after):
            continue
        if before.isalnum() and after.isalnum():
            words += 1
        elif after.isalpha() and text[place + 2 : place + 3] in _STOPS:
            words += 1  # a letter for another one, as in `_o` for a long vowel
        elif _closes(before, after, bool(waiting)):
            if waiting:
                waiting.pop()
            else:
                closing.append(place)
        elif not after.isspace():
            waiting.append(place)
    if words and words >= len(waiting) + len(closing):
        return []
    left = [*((place, True) for place in waiting), *((place, False) for place in closing)]
    return [_Lonely(place, block, opens) for place, opens in sorted(left)]


def _closes(before: str, after: str, is_open: bool) -> bool:
    """Whether a sign between these characters ends emphasis; where both ways are possible, `is_open` decides."""
    if not before or before.isspace():
        return False
    if not after or after.isspace() or (before.isalnum() and not after.isalnum()):
        return True
    return is_open and not after.isalnum()


def _within_reach(lonely: list[_Lonely]) -> list[_Lonely]:
    """Without the two ends of emphasis that runs over paragraphs."""
    spanning: set[int] = set()
    for one, other in pairwise(lonely):
        if one.opens and not other.opens and one.block < other.block <= one.block + _REACH:
            spanning |= {one.at, other.at}
    return [one for one in lonely if one.at not in spanning]


def _passage(text: str, one: _Lonely) -> str:
    """The words beside the sign."""
    side = text[one.at + 1 : one.at + 41].split("\n\n")[0] if one.opens else text[max(one.at - 40, 0) : one.at]
    words = side.split()
    return " ".join(words[:4] if one.opens else words[-4:])


rule = Rule(
    id="pairs/unclosed-emphasis",
    severity="warning",
    doc=__doc__,
    messages={
        "unclosed": "“{sign}” opens emphasis (“{passage} …”) that nothing closes",
        "unopened": "“{sign}” closes emphasis (“… {passage}”) that nothing opened",
    },
    check=check,
    bad=(
        Bad("See _Tides_, _Winds_, _Currents_ and _Moorings_.\n\nThe _Arle Gazette_ and «_»Arle Packet wrote so."),
        Bad(
            "The _Packet_, the _Gazette_, the _Mail_ and the _Post_.\n\nIn the Arle Gazette«_» of June (_ibid._)."
        ),
        Bad("It is *late* and *dark*, *wet* and *cold*.\n\nThe «*»harbour is shut."),
        Bad("=Arle=, =Orme=, =Tarn= and =Usk=.\n\n=Wick«=» and =Yare=".replace("=Wick«=»", "Wick«=»")),
    ),
    good=(
        Good(
            "_Tides_, _Winds_, _Ebb_, _Flow_.\n\n_The pilot came.\n\nHe went again._", "emphasis over paragraphs"
        ),
        Good(
            "_Tides_, _Winds_, _Ebb_ and _Flow_.\n\nSigned ____ at ______, with log_book and a_b.", "blanks, names"
        ),
        Good("_Tides_, _Winds_, _Ebb_ and _Flow_.\n\nThe _J_une number, an un_think_able ebb", "part of a word"),
        Good("*One*, *two*, *three*, *'Twas* and *(four)*.\n\n*“Five”* it is.", "punctuation within emphasis"),
        Good("A ship* is lost.\n\n* The Orme.\n\nThe _log is lost.", because="no habit of the text"),
        Good("*One*, *two*, *three* and *four*.\n\n[*] See (*) and *.\n\n* * *", "signs of notes, ornaments"),
        Good("_Tides_, _Winds_, _Ebb_ and _Flow_.\n\nThe Greek _o. is long.", "a letter for another"),
        Good(
            "_Tides_, _Winds_, _Ebb_ and _Flow_.\n\n'_See_!' (_ibid._)--_so_--\"_so!_\" _Arle_[7], _Orme_.",
            "punctuation",
        ),
        Good("<p>_Tides_ _Winds_ _Ebb_ _Flow_ and _log</p>", "markup has elements for it", "html"),
    ),
)
