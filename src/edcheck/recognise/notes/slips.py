"""A wrong number that was typed into a link or a name as well as into a label: the label's repair tells it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from edcheck.model import Alignment, Misdirection, Note, Reference
from edcheck.patterns import lazy_pattern

_LAST_NUMBER = lazy_pattern(r"(\d+)\D*\Z")


def with_slips(
    found: list[Misdirection], alignment: Alignment, references: Sequence[Reference], notes: Sequence[Note]
) -> list[Misdirection]:
    """The same; `slip` is set where the link bears the number that a repair changes, or that would be right."""
    called: dict[int, set[str]] = {}
    numbered: dict[int, set[str]] = {}
    for repair in alignment.repairs:
        if repair.kind == "relabel-reference" and repair.reference is not None:
            called[repair.reference] = {references[repair.reference].label.text, repair.label}
        elif repair.kind == "relabel-note" and repair.note is not None:
            numbered[repair.note] = {notes[repair.note].label.text, repair.label}
    if not called and not numbered:
        return found
    marked = []
    for one in found:
        numbers = called.get(one.reference, set()) | numbered.get(one.note, set())
        slip = bool(numbers) and number_of(one.written) in numbers
        marked.append(replace(one, slip=True) if slip else one)
    return marked


def number_of(target: str) -> str:
    """The last number in a link's target; empty where there is none."""
    match: re.Match[str] | None = _LAST_NUMBER.search(target[-40:])
    return match[1] if match else ""
