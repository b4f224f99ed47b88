"""Two notes have the same text.

An edition may repeat a note on purpose; more often a note was pasted twice and one of its numbers then lacks its
own text. Compare both with the source.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Note
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent, Span
from edcheck.wording import some

_LONG = 40
_LISTED = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    found = list(_repeated(document))
    if len(found) == 1:
        note, first = found[0]
        label = note.label.text
        yield Draft("repeated" if label else "unlabelled", note.place, {"label": label}, ((first, "the first"),))
    elif found:
        yield _remark(found)


def _repeated(document: Document) -> Iterator[tuple[Note, Extent | Span]]:
    """Notes whose text stands in an earlier one, each with the first of these."""
    seen: dict[str, Extent | Span] = {}
    twice = document.alignment.notes_standing_twice()
    for index, note in enumerate(document.notes):
        if index in twice or note.body.end - note.body.start <= _LONG:
            continue
        text = " ".join(document.quote(note.body).split()).casefold()
        if len(text) > _LONG and not text.startswith("ibid"):
            if text in seen:
                yield note, seen[text]
            seen.setdefault(text, note.place)


def _remark(found: list[tuple[Note, Extent | Span]]) -> Draft:
    labels = [note.label.text for note, _ in found if note.label.text]
    return Draft(
        "several",
        found[0][0].place,
        {"count": len(found), "labels": f": {some(labels)}" if labels else ""},
        tuple(
            one
            for note, first in found
            for one in ((note.place, "a note again"), (first, "where it stood before"))
        )[1:_LISTED],
    )


rule = Rule(
    id="notes/repeated-note",
    severity="information",
    doc=__doc__,
    messages={
        "repeated": "note {label} has the same text as an earlier note",
        "unlabelled": "this note has the same text as an earlier one",
        "several": "{count} notes have the same text as earlier ones{labels}",
    },
    check=check,
    bad=(
        Bad(
            "Rain. [1] Hail. [2]\n\n1. The harbour master's diary gives another day for this storm.\n\n"
            "«2.» The harbour master's diary gives another day for this storm."
        ),
        Bad(
            "Rain. [1] Hail. [2] Fog. [3]\n\n1. The harbour master's diary gives another day for this storm.\n\n"
            "«2.» The harbour master's diary gives another day for this storm.\n\n"
            "3. The harbour master's diary gives another day for this storm."
        ),
        Bad(
            "<p>Rain<note>The harbour master's diary gives another day for this storm.</note>, hail"
            "«<note>»The harbour master's diary gives another day for this storm.</note>.</p>",
            format="tei",
        ),
    ),
    good=(
        Good("Rain. [1] Hail. [2]\n\n1. In May.\n\n2. In June."),
        Good(
            "Rain. [1] Hail. [2]\n\n1. The harbour master's diary gives another day for this storm.\n\n"
            "1. The harbour master's diary gives another day for this storm.\n\n2. The diary, p. 4.",
            because="two notes of one number have a rule of their own",
        ),
        Good(
            "Rain. [1] Hail. [2]\n\n1. The diary, p. 4.\n\n2. The diary, p. 4.", because="short notes may be alike"
        ),
    ),
)
