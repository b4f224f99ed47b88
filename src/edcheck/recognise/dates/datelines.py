"""Datelines: blocks that say where and when something was written, and nothing else."""

from bisect import bisect_right

from edcheck.model import Date, Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.languages import Language

_LONGEST = 100
"""Code points beside its date that a dateline may have."""
_OPENING = "\"'“‘([_*— \t\r\n"
_TRAILING = lazy_pattern(r"[\s.,;:'\"’”)\]_*&—–-]*(?:[\[(]?[0-9]{1,4}[\])])?[\s.,'\"’”)\]_*]*\Z")
_MOST_WORDS = 9
_SUPPLIED = lazy_pattern(r"[\s\"'“‘]*\[[^\]]*\]")
"""What an editor says of the place before the writer does: `[From the mill.] Arle`."""


def mark_datelines(document: Document, dates: list[Date], language: Language) -> None:
    """Give the role `dateline` to every date with a day whose block consists of a place and that date."""
    text, blocks, block_starts = document.text, document.blocks, document.block_starts
    for date in dates:
        if date.start[2] is None:
            continue
        start, end = date.extent
        index = bisect_right(block_starts, start) - 1
        first, last = blocks[index].extent if index >= 0 else (0, 0)
        beside = (start - first) + (last - end)
        if end > last or beside > _LONGEST or not _TRAILING.match(text, end, last):
            continue
        if start == first or _is_place(text[first:start], language):
            date.role = "dateline"


def _is_place(before: str, language: Language) -> bool:
    if (supplied := _SUPPLIED.match(before)) is not None:
        before = before[supplied.end() :]
    words = before.strip(_OPENING).split()
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or _is_place_word(word, language) for word in words)


def _is_place_word(word: str, language: Language) -> bool:
    bare = word.strip("\"'“”‘’.,;:()[]_*-–—")
    if not bare or bare[0].isupper():
        return True
    return bare in language.dateline_words or bare in language.day_parts
