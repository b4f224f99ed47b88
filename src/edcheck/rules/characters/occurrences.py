"""One character that stands in many places has one cause: where else it stands, and one repair for all."""

from collections.abc import Callable, Iterable, Sequence

from edcheck.model import Document, Fix, Place, Trust
from edcheck.recognise.characters import places_of
from edcheck.text import Extent

_SHOWN = 8
"""Further places that a finding names."""


def outside_code(document: Document, characters: Iterable[str]) -> list[Extent]:
    """Where any of the characters stands in the text, code left out, in order."""
    return [place for place in places_of(document.text, characters) if not document.in_zone(place, "code")]


def others(places: Sequence[Extent], label: str) -> tuple[tuple[Place, str], ...]:
    """The first of the places behind the first, with the label."""
    return tuple((place, label) for place in places[1 : _SHOWN + 1])


def fix_all(
    document: Document,
    title: str,
    places: Iterable[Extent],
    reading: Callable[[str], str],
    trust: Trust = "unsafe",
) -> Fix:
    """One fix that writes at each of the places what `reading` makes of what stands there."""
    edits = (edit for place in places for edit in document.edit(place, reading(document.quote(place))))
    return Fix(title, tuple(edits), trust)


def code_point(character: str) -> str:
    """How a character is named that cannot be shown: `U+200B`."""
    return f"U+{ord(character):04X}"
