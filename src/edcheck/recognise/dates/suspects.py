"""Words that may be months misspelt in their first letters, by which the automaton knows months.

A single slip leaves either the first or the last letters of a longer name as they were. So what ends like a
month is looked at, too: distinct words, of which few do. Where months are written small, the automaton looks for
whole names only, and what begins like one is looked at here.
"""

from edcheck.model import Document
from edcheck.recognise.dates.patterns import Patterns
from edcheck.recognise.vocabulary.places import Finder

_SHORT_NAME = 3


def find_suspects(document: Document, patterns: Patterns) -> list[int]:
    """Where words begin that misspell a month and do not begin as the automaton expects: `Spetember`."""
    tails, heads, months = patterns.tails, patterns.heads, patterns.misspellings
    like = [word for word in (document.words.counts if heads else document.words.names) if word.endswith(tails)]
    if heads:
        like += [word for word in document.words.counts if word.startswith(heads) and not word.endswith(tails)]
    suspects = [
        word
        for word in like
        if word not in patterns.names and len(word) > _SHORT_NAME and months.month(word) is not None
    ]
    if not suspects:
        return []
    finder = Finder(document.text, suspects)
    return [start for word in suspects for start, _ in finder.places(word)]
