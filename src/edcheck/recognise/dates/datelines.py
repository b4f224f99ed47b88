"""Datelines: blocks that say where and when something was written, and nothing else."""

from edcheck.model import Date, Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.languages import Language

_LONGEST = 100
"""Code points beside its date that a dateline may have."""
_OPENING = "\"'“‘([_*— \t\r\n"
_TRAILING = lazy_pattern(r"[\s.,;:'\"’”)\]_*&—–-]*(?:[\[(]?[0-9]{1,4}[\])])?[\s.,'\"’”)\]_*]*\Z")
_MOST_WORDS = 9


def mark_datelines(document: Document, dates: list[Date], language: Language) -> None:
    """Give the role `dateline` to every date with a day whose block consists of a place and that date."""
    text = document.text
    for date in dates:
        block = None if date.start.day is None else document.block_at(date.extent.start)
        if block is None:
            continue
        start, end = block.extent
        beside = (date.extent.start - start) + (end - date.extent.end)
        if date.extent.end <= end and beside <= _LONGEST:
            after = text[date.extent.end : end]
            if _TRAILING.match(after) and _is_place(text[start : date.extent.start], language):
                date.role = "dateline"


def _is_place(before: str, language: Language) -> bool:
    words = before.strip(_OPENING).split()
    return len(words) <= _MOST_WORDS and all(_is_place_word(word, language) for word in words)


def _is_place_word(word: str, language: Language) -> bool:
    bare = word.strip("\"'“”‘’.,;:()[]_*-–—")
    if not bare or bare[0].isupper():
        return True
    return bare in language.dateline_words or bare in language.day_parts
