"""Characters: broken entities, mojibake, look-alikes of another alphabet, signs that nobody sees."""

import re
from random import Random

from bench.accuracy.planters.words import _find
from bench.accuracy.planting import Page, Planter, Planting
from edcheck.text import Span

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
_LETTERS = re.compile(r"(?<=[a-z] )[a-z]{4,}(?=[ .,;])")
_BEYOND = re.compile("[à-öø-ÿ’“”‘—–]")
_LOOKALIKES = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у"}
_UNSEEN = ("\u200b", "\u00ad", "\ufeff", "\x07", "\x0c", "\ufffd")


def _entities(page: Page) -> list[Span]:
    """Entities of the readable text, of which the view makes one character each."""
    if not page.is_markup:
        return []
    view = page.document.view
    found = []
    for match in _ENTITY.finditer(page.source):
        span = Span(*match.span())
        extent = view.extent(span)
        if extent.end - extent.start == 1 and view.spans(extent) == (span,) and page.quiet(span):
            found.append(span)
    return found


def broken_entity(page: Page, random: Random) -> Planting | None:
    """The semicolon of an entity is lost before a blank, or its ampersand."""
    found = _entities(page)
    if not found:
        return None
    span = random.choice(found)
    lost = Span(span.end - 1, span.end)
    # Browsers read many an entity without its semicolon, but not in XML, and not before a letter.
    if random.random() < 0.5 and page.source[span.start + 1] != "#":
        lost = Span(span.start, span.start + 1)
    return Planting(((lost, ""),), (span,))


def doubly_escaped(page: Page, random: Random) -> Planting | None:
    """The ampersand of an entity was escaped once more."""
    found = _entities(page)
    if not found:
        return None
    span = random.choice(found)
    return Planting(((Span(span.start, span.start + 1), "&amp;"),), (span,))


def mojibake(page: Page, random: Random) -> Planting | None:
    """A character was written as UTF-8 and read as windows-1252."""
    span = _find(page, random, _BEYOND)
    decoding = page.document.source.decoding
    # Where nothing declares the encoding, the garbled character makes the text UTF-8, and is read as it was.
    if span is None or not (decoding.declared or decoding.encoding == "utf-8"):
        return None
    try:
        new = page.source[span.start : span.end].encode().decode("cp1252")
    except UnicodeDecodeError:
        return None
    return Planting(((span, new),), (span,))


def lookalike(page: Page, random: Random) -> Planting | None:
    """A letter of a Latin word is Cyrillic."""
    span = _find(page, random, _LETTERS)
    if span is None:
        return None
    word = page.source[span.start : span.end]
    places = [at for at, letter in enumerate(word) if letter in _LOOKALIKES]
    if not places:
        return None
    at = random.choice(places)
    return Planting(((span, word[:at] + _written(page, _LOOKALIKES[word[at]]) + word[at + 1 :]),), (span,))


def _written(page: Page, character: str) -> str:
    """A character as a page writes it that declares an encoding which has no such character."""
    declared = page.document.source.decoding.declared
    if not page.is_markup or not declared or declared.lower().startswith("utf"):
        return character
    return f"&#{ord(character)};"


def unseen(page: Page, random: Random) -> Planting | None:
    """A word has a character in it that no reader sees, or one that stands for what could not be read."""
    span = _find(page, random, _LETTERS)
    if span is None:
        return None
    at = random.randrange(span.start + 1, span.end)
    new = random.choice(_UNSEEN)
    if new in "\x07\x0c" and page.document.format in ("html", "tei", "xhtml"):
        return None
    return Planting(((Span(at, at), _written(page, new)),), (span,))


PLANTERS: dict[str, Planter] = {
    "broken entity": broken_entity,
    "doubly escaped entity": doubly_escaped,
    "mojibake": mojibake,
    "look-alike letter": lookalike,
    "unseen character": unseen,
}
