"""Words that may be months misspelt in their first letters, by which the automaton knows months.

A single slip leaves either the first or the last letters of a longer name as they were. So what ends like a
month is looked at, too: distinct words, of which few do. Where months are written small, the automaton looks for
whole names only, and what begins like one is looked at here.
"""

from edcheck.model import Document
from edcheck.recognise.dates.patterns import Patterns
from edcheck.recognise.vocabulary.places import Finder

_SHORT_NAME = 4


def find_suspects(document: Document, patterns: Patterns) -> list[int]:
    """Where words begin that misspell a month and do not begin as the automaton expects: `Spetember`."""
    words = document.words.counts if patterns.heads else document.words.names
    months = patterns.misspellings
    suspects = [
        word
        for word in words
        if (word.endswith(patterns.tails) or (patterns.heads and word.startswith(patterns.heads)))
        and word not in patterns.names
        and len(word) > _SHORT_NAME
        and months.month(word) is not None
    ]
    if not suspects:
        return []
    finder = Finder(document.text, suspects)
    return [start for word in suspects for start, _ in finder.places(word)]
