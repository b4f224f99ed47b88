"""A note swallows the next one, or two notes run together.

A line break was lost before the next number, so that its note stands inside the note before and its reference
finds nothing. Begin a new paragraph at the number.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix, Note
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_PARTED_BY_LINES = frozenset(("plain", "markdown", "rest", "wikitext"))
"""Formats in which an empty line ends a paragraph."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for repair in document.alignment.repairs:
        if repair.kind != "run-on-note" or repair.place is None or repair.reference is None or repair.note is None:
            continue
        yield Draft(
            "run-on",
            repair.place,
            {"label": repair.label, "before": document.notes[repair.note].label.text},
            (
                (document.references[repair.reference].place, "the reference that waits for it"),
                (document.notes[repair.note].place, "the note in which it stands"),
            ),
            fixes=_fixes(document, document.notes[repair.note], repair.place),
            confidence=repair.confidence,
        )


def _fixes(document: Document, note: Note, place: Extent) -> tuple[Fix, ...]:
    """Begin a new paragraph where the swallowed note begins."""
    if document.format not in _PARTED_BY_LINES:
        return ()
    words = document.quote(Extent(note.body.start, place.start)).rstrip()
    blank = Extent(note.body.start + len(words), place.start)
    return (document.fix("begin a paragraph here", blank, "\n\n"),) if words else ()


rule = Rule(
    id="notes/run-on-note",
    severity="warning",
    doc=__doc__,
    messages={"run-on": "note {label} seems to begin here, inside note {before}"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "Rain. [1] Hail. [2] Snow. [3]\n\n1. In May. «2.» In June, as the diary has it.\n\n3. In July.",
            fixed="Rain. [1] Hail. [2] Snow. [3]\n\n1. In May.\n\n2. In June, as the diary has it.\n\n3. In July.",
        ),
    ),
    good=(
        Good("Rain. [1] Hail. [2]\n\n1. In May.\n\n2. In June."),
        Good(
            "Rain. [1] Hail. [2]\n\n1. Three signs: 1. Wind. 2. Cloud.\n\n2. In June.",
            because="a list inside a note: its numbers are not missed anywhere",
        ),
    ),
)
