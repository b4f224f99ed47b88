"""Where months are named: dates in the usual shape are read at once, for all else an atom is made."""

from bisect import bisect_right
from collections.abc import Iterator

from edcheck.model import Date, Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.atoms import Atom, Window, read_atom
from edcheck.recognise.dates.notemarks import NoteMarks
from edcheck.recognise.dates.parts import AFTER, BEFORE, WIDEST_GAP
from edcheck.recognise.dates.patterns import MonthName, Patterns
from edcheck.recognise.dates.suspects import find_suspects
from edcheck.recognise.dates.usual import usual_in
from edcheck.recognise.dates.years import take_far_year

_SAFE_DAYS = 28
"""Up to this no day is looked at for a note's number that may run into it: it would be a day without it, too."""
_LETTERS = lazy_pattern(r"[^\W\d_]*")


def find_months(
    document: Document, patterns: Patterns, marks: NoteMarks
) -> Iterator[Date | tuple[Atom, MonthName, Window]]:
    """Yield for every month's name, in order, its date where that has the usual shape, else an atom.

    An atom comes with the window that it was read from. No date and no atom leaves its block.
    """
    text, blocks, block_starts = document.text, document.blocks, document.block_starts
    usual = usual_in(patterns.language.code)
    hits = _hits(document, patterns)
    following = (*(start for _, start, _ in hits[1:]), len(text))
    # Where the last date ends, and from where on none can be joined with it; the usual are joined with none.
    floor = apart = 0
    for (_, start, stem), limit in zip(hits, following, strict=False):
        if start < floor or (start and text[start - 1].isalnum()):
            continue
        index = bisect_right(block_starts, start) - 1
        if index < 0 or start >= blocks[index].extent.end:
            continue
        block = blocks[index].extent
        low = max(floor, block.start, start - BEFORE)
        date = usual.read(text, low, start)
        if date is not None and apart <= date.extent.start and date.extent.end <= block.end:
            late = (date.start.day or 0) > _SAFE_DAYS
            if not late or marks.first_in(start + 1, date.extent.end) is None:
                yield date
                floor = apart = date.extent.end
                continue
        end = _LETTERS.match(text, stem).end()  # type: ignore[union-attr]
        word = text[start:end]
        name = patterns.names.get(word) or _misspelt(text, low, start, word, patterns)
        if name is None:
            continue
        window = Window(low, start, end, min(block.end, end + AFTER, limit))
        atom = read_atom(text, name, window, patterns)
        if atom is not None:
            take_far_year(text, window, atom, patterns)
            yield atom, name, window
            floor = atom.end
            apart = floor + WIDEST_GAP + 1


def _hits(document: Document, patterns: Patterns) -> list[tuple[int, int, int]]:
    """Where words begin that may be months, in order: a number, the word's start, and an offset within it."""
    hits = patterns.automaton.find_matches_as_indexes(document.text)
    suspects = find_suspects(document, patterns)
    if not suspects:
        return hits
    found = {start: (0, start, start) for start in suspects}
    found.update((hit[1], hit) for hit in hits)
    return [found[start] for start in sorted(found)]


def _misspelt(text: str, low: int, start: int, word: str, patterns: Patterns) -> MonthName | None:
    """The month that a word beginning like one misspells, if a number stands beside it."""
    end = start + len(word)
    beside = text[end : end + 3] + text[max(low, start - 8) : start]
    if not any(letter.isdecimal() for letter in beside):
        return None
    month = patterns.misspellings.month(word)
    return None if month is None else MonthName(word, month, damaged=True)
