"""The text sends the reader to a note that does not exist.

“See note 77” where there is no note 77: the notes were renumbered and the sentence was not. Find the note that is
meant and correct the number.
"""

from collections.abc import Iterator
from itertools import chain

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_NUMBER = r"\s+(\d{1,4})\b(?!,?\s+(?:of|to|on|in|p\.|pp\.|page|vol|ch)|\s*[\[(–-])"
# Patterns that begin with a letter are found many times as fast as one that begins with a choice of words.
_NOTES = (lazy_pattern("note" + _NUMBER), lazy_pattern(r"n\." + _NUMBER))
_SEE = lazy_pattern(r"\b(?:[Ss]ee|[Cc]f\.|[Cc]ompare)\s+(?:also\s+)?(?:foot|end)?\Z")
_LONGEST = 40
"""Code points that the words before “note” take at most."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    numbered = [note for note in document.notes if note.label.kind == "arabic"]
    if len({(note.series, note.scope) for note in numbered}) != 1 or "note" not in document.text:
        return
    values = sorted(note.label.value or 0 for note in numbered)
    known = set(values) | {int(repair.label) for repair in document.alignment.repairs if repair.label.isdigit()}
    text = document.text
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _NOTES):
        start, number = match.start(), int(match[1])
        if not _SEE.search(text, max(start - _LONGEST, 0), start):
            continue
        beyond = number > values[-1] and (values[0] > 1 or document.edition.numbering == "edition")
        if number not in known and number >= values[0] and not beyond:
            yield Draft("dead", Extent(*match.span(1)), {"number": number, "last": values[-1]})


rule = Rule(
    id="notes/dead-cross-reference",
    severity="warning",
    doc=__doc__,
    messages={"dead": "there is no note {number}; the notes of this text end with {last}"},
    check=check,
    bad=(
        Bad("Rain (see note «5»). [1] Hail. [2]\n\n1. In May.\n\n2. In June."),
        Bad(
            "".join(f"The mole fell* on day {n} [{n}].\n\n* Log {n} says so.\n\n" for n in range(1, 5))
            + "See note «7».\n\nNotes\n\n"
            + "\n\n".join(f"{n}. In May." for n in range(1, 5))
        ),
    ),
    good=(
        Good("Rain (see note 2). [1] Hail. [2]\n\n1. In May.\n\n2. In June."),
        Good("Rain (see note 5 of the second volume). [1]\n\n1. In May.", because="another volume is meant"),
        Good("Rain (see note 5). [73]\n\n73. In May.", because="the count goes on from an earlier file"),
    ),
)
