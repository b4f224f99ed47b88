"""Notes that are written where they are called, and bear the name of an earlier one with another text.

A name that nothing else calls is given to be called again; with a second text under it, one of the two is lost.
After a list (`<references/>`) names are free again.
"""

from bisect import bisect_left

from edcheck.model import Document, NoteElement, Repair
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.waiting import is_own_label

_LIST = lazy_pattern(r"(?i)<references|\{\{[ \t\n]*+(?:ref|note|small)")
"""What sets the notes before it, and forgets their names."""


def explain_namesakes(document: Document, members: list[tuple[int, NoteElement]]) -> None:
    """Add to the alignment the uncalled inline notes that say something else than the first of their name."""
    first: dict[tuple[int, str, str], tuple[int, str]] = {}
    lists = [match.start() for match in _LIST.finditer(document.source.text)]
    told = {repair.note for repair in document.alignment.repairs}
    for index, element in members:
        if not element.inline or not is_own_label(element):
            continue
        words = " ".join(document.quote(element.extent).split())
        key = (bisect_left(lists, element.tag.start), element.group, element.label)
        earlier, said = first.setdefault(key, (index, words))
        if index in told or words == said or not words or not said:
            continue
        scope = document.notes[index].scope
        document.alignment.repairs.append(
            Repair("duplicate-note", index, None, element.label, 1.2, 0.9, (earlier,), scope=scope)
        )
