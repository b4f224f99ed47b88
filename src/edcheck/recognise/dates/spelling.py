"""Months as typists and scanners misspell them, without a list of misspellings.

Two words are one slip apart (a letter lost, added, changed, or two exchanged) if deleting at most one letter
from each can make them equal. So the slips of twelve names are a small dictionary, and looking a word up
costs a few slices.
"""

from collections.abc import Iterable, Sequence

# What scanners most often read for a letter, where the word does not become another one.
_CONFUSED = {"l": "1I|", "J": "I", "O": "0", "o": "0", "e": "c", "c": "e", "u": "n"}
_INITIALS = 3
_OLD = str.maketrans("uUjJyY", "vViIiI")
"""Letters that print did not tell apart once: `Nouember`, `janvyer`."""


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _exchanged(word: str) -> list[str]:
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]


class Misspellings:
    """Looks up which month a word was meant to be. `names` are the full names, January first."""

    def __init__(self, names: Sequence[str], exceptions: Iterable[str]) -> None:
        self._months: dict[str, int] = {}
        self._full = {name: month for month, name in enumerate(names, 1)}
        self._known = {*names, *exceptions}
        self._old = {name.translate(_OLD) for name in names}
        for month, name in enumerate(names, 1):
            for short in _shortened(name):
                self._months.setdefault(short, month)

    def month(self, word: str) -> int | None:
        """The month (1 to 12) that the word misspells by one slip, or by `rn` for `m`; else None.

        A spelling that was usual once is no slip.
        """
        if word in self._known or word.translate(_OLD) in self._old:
            return None
        for spelling in (word, word.replace("rn", "m")):
            # Two letters exchanged tell more than one that is left out: `juilo` is `julio`, not `junio`.
            for whole in _exchanged(spelling):
                if whole in self._full:
                    return self._full[whole]
            for short in sorted(_shortened(spelling), key=lambda short: (-len(short), short)):
                if short in self._months:
                    return self._months[short]
        return None


def damaged_initials(name: str) -> list[str]:
    """A name with one of its first letters as a scanner may read it: `Ju1y`, `Oetober`.

    Later letters need no list: such a word still begins like the month and is found by its beginning.
    """
    return [
        name[:at] + wrong + name[at + 1 :]
        for at in range(min(_INITIALS, len(name)))
        for wrong in _CONFUSED.get(name[at], "")
    ]


# Letters that scanners read for figures; `S` stands for either of two.
_FIGURES = str.maketrans("lI|!iOoQSsBZzgqh", "1111100055822994")
_OTHER_FIGURES = str.maketrans("Ss", "88")


def as_figures(token: str) -> tuple[str, ...]:
    """The token with letters read as the figures they resemble, likeliest first: `19l8` gives `1918`."""
    readings = (token.translate(_FIGURES), token.translate(_OTHER_FIGURES).translate(_FIGURES))
    return tuple(dict.fromkeys(readings))
