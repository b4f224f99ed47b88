"""Which effects an element has: TEI's elements, those that the settings call so, and those of any other XML."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from edcheck.patterns import lazy_pattern
from edcheck.readers.tei import alternatives, layout, notes, statements
from edcheck.readers.tei.elements import (
    ALTERNATIVES,
    BLOCKS,
    BREAKS,
    DATA,
    DATES,
    DIVISIONS,
    LINES,
    OBJECTS,
    PASSAGES,
    POINTERS,
    READINGS,
    SECTIONS,
    SIGNS,
    SOFT_BLOCKS,
    UNREAD,
)
from edcheck.readers.tei.header import FIELDS
from edcheck.readers.tei.reading import Effect, Token, Tokens
from edcheck.readers.tei.tags import Tag, local_name

_TELLING: re.Pattern[str] = lazy_pattern(
    r"\s(?:(?:xml:)?(?:(id)|(lang))|(corresp)|(when|notBefore|notAfter|from|to|value|dur)(?:-iso|-custom)?)\s*="
)
"""Finds out quickly whether a tag says anything besides its name."""


def _effects() -> dict[str, tuple[Effect, ...]]:
    found: dict[str, tuple[Effect, ...]] = {}
    table: tuple[tuple[object, Effect], ...] = (
        (SECTIONS, layout.section),
        (DIVISIONS, layout.division),
        (BLOCKS, layout.block),
        (("label",), notes.label),
        (SOFT_BLOCKS, layout.soft_block),
        (LINES, layout.line),
        (("lb",), layout.line_beginning),
        (DATA, layout.data),
        (UNREAD, layout.data),
        (OBJECTS, layout.no_prose),
        (SIGNS, layout.sign),
        (("space",), layout.blank),
        (("choice", "app"), alternatives.choice),
        (ALTERNATIVES | READINGS, alternatives.alternative),
        (frozenset(PASSAGES) - ALTERNATIVES, statements.passage),
        (BREAKS, statements.boundary),
        (POINTERS, notes.pointer),
        (("note",), notes.note),
        (DATES - {"docDate"}, statements.dated),
    )
    for names, effect in table:
        for name in names:  # type: ignore[attr-defined]
            found[name] = (*found.get(name, ()), effect)
    found["lg"] = (layout.verse,)
    found["listBibl"] = (layout.bibliography,)
    found["del"] = (layout.deleted,)
    found["graphic"] = (layout.picture,)
    return found


EFFECTS: Final[Mapping[str, tuple[Effect, ...]]] = _effects()
_AFTER_NAMES = frozenset(
    {layout.section, layout.division, layout.block, layout.soft_block, layout.line, layout.verse}
)
"""What sets text off comes first, so that names and languages belong to the text inside."""


@lru_cache(maxsize=4)
def tokens_of(called: tuple[tuple[str, str], ...], blocks: frozenset[str]) -> Tokens:
    """What is understood of markup, shared by all documents that the same settings hold for.

    `called` gives TEI's name for elements called otherwise, `blocks` names further elements that set text off.
    """
    names = dict(called)

    def understand(written: str) -> Token:
        if written.startswith(("<!", "<?")):
            return _special(written)
        own = local_name(written)
        name = names.get(own, own)
        if written[1] == "/":
            # An end tag without a name (`</>`) closes nothing.
            return (name, None, None) if name else ("", (), None)
        effects = EFFECTS.get(name, ())
        if not effects and own in blocks:
            effects = (layout.paragraph,)
        tag = Tag(name, written)
        further = _of_attributes(written, name) if "=" in written else ()
        if further:
            first = tuple(effect for effect in effects if effect in _AFTER_NAMES)
            effects = (*first, *further, *effects[len(first) :])
        tag.telling = bool(further) or name in FIELDS
        return ("" if tag.empty else name), effects, (tag if effects or tag.telling else None)

    return Tokens(understand)


def _special(written: str) -> Token:
    if written.startswith("<![CDATA["):
        return "", (layout.character_data,), Tag("", written)
    if written.startswith("<!DOCTYPE"):
        return "", (layout.document_type,), Tag("", written)
    return "", (), None


def _of_attributes(written: str, name: str) -> tuple[Effect, ...]:
    """The effects of what a tag's attributes say, in a fixed order."""
    if not _TELLING.search(written):
        return ()
    said = {match.lastindex for match in _TELLING.finditer(written)}
    effects = (
        (1, statements.anchor),
        (2, statements.language),
        (3, notes.correspondence),
        (4, statements.dated),
    )
    own = EFFECTS.get(name, ())
    return tuple(effect for number, effect in effects if number in said and effect not in own)
