"""Words: doubled, broken, with figures in them, names one letter off; spaces lost and paragraphs doubled."""

import re
from itertools import pairwise
from random import Random

from bench.accuracy.planting import Page, Planter, Planting, weighted
from edcheck.text import Extent, Span

_WORD = re.compile(r"(?<=[a-zà-ÿа-я] )[a-zà-ÿа-я]{3,}(?=[ .,;])")
_SENTENCE = re.compile(r"(?<=[a-zà-ÿа-я]{3}[.]) (?=[A-ZÀ-ÝА-Я][a-zà-ÿа-я])")
_NAME = re.compile(r"(?<=[a-zà-ÿа-я] )[A-ZÀ-ÝА-Я][a-zà-ÿа-я]{4,}\b(?!-)")
_FIGURES = {"l": "1", "o": "0", "i": "1", "s": "5"}
_MISREAD = {
    "e": "co",
    "c": "eo",
    "o": "ec",
    "n": "ur",
    "u": "n",
    "h": "b",
    "b": "h",
    "a": "oe",
    "r": "n",
    "l": "i",
}
_OFTEN = 6
"""How often a name stands in a text that shows how it is spelt."""
_LONG = 120
"""Code points of a paragraph of which nobody thinks that it was meant to stand twice."""


def _find(page: Page, random: Random, pattern: re.Pattern[str]) -> Span | None:
    """A place in the prose that a pattern finds, every character as likely as another."""
    blocks = page.prose
    if not blocks:
        return None
    for _ in range(8):
        block = blocks[weighted(random, [block.extent.end - block.extent.start for block in blocks])]
        found = [match.span() for match in pattern.finditer(page.document.quote(block.extent))]
        if not found:
            continue
        start, end = random.choice(found)
        span = page.exact(Extent(block.extent.start + start, block.extent.start + end))
        if span and page.quiet(span):
            return span
    return None


def doubled_word(page: Page, random: Random) -> Planting | None:
    """A word is written twice."""
    span = _find(page, random, _WORD)
    if span is None:
        return None
    word = page.source[span.start : span.end]
    if word in ("had", "that", "very", "more", "nous", "vous", "sich", "die", "der", "das", "long", "far"):
        return None
    return Planting(((Span(span.end, span.end), f" {word}"),), (span, Span(span.end, span.end)))


def figure_in_word(page: Page, random: Random) -> Planting | None:
    """A letter is read as a figure."""
    span = _find(page, random, _WORD)
    if span is None:
        return None
    word = page.source[span.start : span.end]
    places = [at for at, letter in enumerate(word) if letter in _FIGURES]
    if not places:
        return None
    at = random.choice(places)
    return Planting(((span, word[:at] + _FIGURES[word[at]] + word[at + 1 :]),), (span,))


def broken_word(page: Page, random: Random) -> Planting | None:
    """The hyphen of a line's end is left in a word that stands whole elsewhere."""
    span = _find(page, random, _WORD)
    if span is None:
        return None
    word = page.source[span.start : span.end]
    if len(word) < 7 or page.document.words.counts[word] < 3:
        return None
    at = random.randrange(3, len(word) - 2)
    return Planting(((Span(span.start + at, span.start + at), "- "),), (span,))


def lost_space(page: Page, random: Random) -> Planting | None:
    """The space between two sentences is lost."""
    span = _find(page, random, _SENTENCE)
    # In reStructuredText a mark without the blank behind it is no mark any more: another fault.
    if span is None or page.source[span.start - 1] == "_":
        return None
    return Planting(((span, ""),), (Span(span.start - 2, span.end + 2),))


def name_one_letter_off(page: Page, random: Random) -> Planting | None:
    """A name that stands often has one letter misread."""
    counts = page.document.words.counts
    for _ in range(8):
        span = _find(page, random, _NAME)
        if span is None:
            return None
        name = page.source[span.start : span.end]
        places = [at for at, letter in enumerate(name) if at and letter in _MISREAD]
        if counts[name] <= _OFTEN or counts[name.lower()] or not places:
            continue
        at = random.choice(places)
        new = name[:at] + random.choice(_MISREAD[name[at]]) + name[at + 1 :]
        if not counts[new] and not counts[new.lower()]:
            return Planting(((span, new),), (span,))
    return None


def doubled_paragraph(page: Page, random: Random) -> Planting | None:
    """A paragraph is copied twice, one copy below the other."""
    document = page.document
    called = [reference.marker.start for reference in document.references]
    found = []
    for before, block in pairwise(document.blocks):
        long = block.extent.end - block.extent.start >= _LONG
        if block in page.prose and long and not any(block.extent.start <= at <= block.extent.end for at in called):
            whole = Span(page.hull(before.extent).end, page.hull(block.extent).end)
            if page.quiet(whole) and page.balanced(whole) and not _names(page, whole):
                found.append(whole)
    if not found:
        return None
    whole = random.choice(found)
    return Planting(((Span(whole.end, whole.end), page.source[whole.start : whole.end]),), (whole,))


def _names(page: Page, span: Span) -> bool:
    """Whether something in a stretch has a name, which a copy would double."""
    return any(span.start <= anchor.span.start < span.end for anchor in page.document.anchors)


PLANTERS: dict[str, Planter] = {
    "doubled word": doubled_word,
    "figure in a word": figure_in_word,
    "broken word": broken_word,
    "lost space": lost_space,
    "name one letter off": name_one_letter_off,
    "doubled paragraph": doubled_paragraph,
}
