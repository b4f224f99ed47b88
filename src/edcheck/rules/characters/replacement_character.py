"""A character was lost: the replacement sign U+FFFD stands in its place.

A program met a byte that it could not read and wrote `�` for it. What stood there can only be told from the
print, or from the same word elsewhere: where the document has exactly one word that fits, it is offered.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_LOST = lazy_pattern("\ufffd+")
_WORD_BEFORE = lazy_pattern(r"[\w'’-]*\Z")
_WORD_AFTER = lazy_pattern(r"[\w'’-]*")
_LONGEST = 40
_MANY = 10
"""From so many undecodable places on, the fault is one: the file's encoding."""
_SOUGHT = 40
"""Lost characters whose words are sought elsewhere; bounds the time on a ruined text."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.text
    if "\ufffd" not in text:
        return
    found = [Extent(*match.span()) for match in _LOST.finditer(text)]
    undecodable = document.source.decoding.undecodable
    if undecodable and len(found) > _MANY:
        encoding = document.source.decoding.encoding
        yield Draft("encoding", found[0], {"count": len(found), "encoding": encoding}, confidence=0.95)
        return
    for number, extent in enumerate(found):
        before, after = _around(text, extent)
        reading = _same_word(text, extent, before, after) if number < _SOUGHT else None
        if reading is None:
            yield Draft("lost", extent, {"word": f"{before}�{after}"}, confidence=0.98)
            continue
        lost = reading[len(before) : len(reading) - len(after)]
        data = {"word": f"{before}�{after}", "reading": reading}
        if lost.isascii() and lost.isalnum():
            # A plain letter is never lost; the other place has lost its accent.
            yield Draft("unaccented", extent, data, confidence=0.98)
        else:
            fix = document.fix(f"Read “{reading}”", extent, lost, "unsafe")
            yield Draft("readable", extent, data, fixes=(fix,), confidence=0.98)


def _around(text: str, extent: Extent) -> tuple[str, str]:
    before = _WORD_BEFORE.search(text[max(extent.start - _LONGEST, 0) : extent.start])
    after = _WORD_AFTER.match(text[extent.end : extent.end + _LONGEST])
    return before[0] if before else "", after[0] if after else ""


def _same_word(text: str, extent: Extent, before: str, after: str) -> str | None:
    """The one word of the document that differs only in the lost characters; None if there is none or several."""
    if len(before) + len(after) < 3:
        return None
    size = extent.end - extent.start
    pattern = rf"(?<![\w\ufffd]){re.escape(before)}[^\s\ufffd]{{1,{size}}}{re.escape(after)}(?![\w\ufffd])"
    readings = {match[0] for match in re.finditer(pattern, text)}
    return readings.pop() if len(readings) == 1 else None


rule = Rule(
    id="characters/replacement-character",
    severity="error",
    doc=__doc__,
    messages={
        "lost": "a character of “{word}” was lost: U+FFFD stands in its place",
        "readable": "a character of “{word}” was lost; the document has “{reading}” elsewhere",
        "unaccented": "a character of “{word}” was lost, perhaps with an accent: elsewhere it is “{reading}”",
        "encoding": "{count} places could not be read as {encoding}: the file has another encoding",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The Caf«\ufffd» burnt. Another Café opened.", fixed="The Café burnt. Another Café opened."),
        Bad("The Caf«\ufffd» burnt, the Cafe in the rue d«\ufffd\ufffd»le.", fixed=""),
    ),
    good=(Good("The Café shut.", because="an accent"),),
)
