"""A character of the private use area stands in the text: it has no meaning that others know.

Unicode leaves some codes to private agreement. Only a reader who has the same font sees what was meant; all others
see a box. Word processors leave such codes of their symbol fonts behind (bullets, arrows, ticks), and old fonts
their ligatures. Write the character that is meant. An edition of medieval texts may use many of them on purpose,
with a font of its own: then one remark gives the counts.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.characters import characters_of
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.occurrences import code_point, fix_all, others, outside_code
from edcheck.text import Extent
from edcheck.wording import some, times

_PRIVATE = (("\ue000", "\uf8ff"), ("\U000f0000", "\U0010fffd"))
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0e0": "→", "\uf0fc": "✓", "\uf0d8": "➢"}
"""What the commonest codes of word processors' symbol fonts show."""
_HABIT = 4
"""Distinct characters from which on the text was set in a font of its own."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    census = characters_of(document)
    if not census.distinct:
        return
    private = [character for block in _PRIVATE for character in census.between(*block)]
    standing = {character: found for character in private if (found := outside_code(document, character))}
    if len(standing) >= _HABIT:
        yield _font(standing)
        return
    for character, places in standing.items():
        yield _one(document, character, places)


def _one(document: Document, character: str, places: list[Extent]) -> Draft:
    shows = _SYMBOLS.get(character, "")
    return Draft(
        "symbol" if shows else "private",
        places[0],
        {"code": code_point(character), "shows": shows},
        others(places, "here too"),
        (f"it stands in the text {times(len(places))}",),
        (fix_all(document, f"Write “{shows}”", places, lambda _: shows, "unsafe"),) if shows else (),
        confidence=0.95 if shows else 0.9,
    )


def _font(standing: dict[str, list[Extent]]) -> Draft:
    counted = sorted(standing.items(), key=lambda item: -len(item[1]))
    return Draft(
        "font",
        min(places[0] for places in standing.values()),
        {"count": len(standing)},
        tuple((places[0], code_point(character)) for character, places in counted[:8]),
        (some((f"{code_point(character)} {times(len(places))}" for character, places in counted), 8),),
        severity="information",
        confidence=0.8,
    )


rule = Rule(
    id="characters/private-use",
    severity="warning",
    doc=__doc__,
    messages={
        "private": "{code} is a character of the private use area: readers without its font see a box",
        "symbol": "{code} is a character of a word processor’s symbol font; it shows as “{shows}” there only",
        "font": "{count} characters of the private use area: readers need the font that has them",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("«\uf0b7»\tTar\n\uf0b7\tRope", fixed="•\tTar\n•\tRope"),
        Bad("The pilot’s \ufb01ddle and o\ufb03ce, o«\ue0a1»ce and \ue0a1.", fixed=""),
        Bad("Q«\ue001»d p\ue002mo n\ue003 c\ue004"),
        Bad("<p>The plane 16: «&#x10FFFD;»</p>", format="html"),
    ),
    good=(
        Good("The o\ufb03ce, the \ufb01sh; 千里 \uff01", because="ligatures and wide forms are public"),
        Good("~~~\n\uf0b7\n~~~\n\nText `\uf0b7`.", because="code", format="markdown"),
    ),
)
