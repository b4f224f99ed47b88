"""Two notes have the same text.

An edition may repeat a note on purpose; more often a note was pasted twice and one of its numbers then lacks its
own text. Compare both with the source.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent, Span

_LONG = 40


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    seen: dict[str, Extent | Span] = {}
    twice = document.alignment.notes_standing_twice()
    for index, note in enumerate(document.notes):
        if index in twice or note.body.end - note.body.start <= _LONG:
            continue
        text = " ".join(document.quote(note.body).split()).casefold()
        if len(text) > _LONG and not text.startswith("ibid"):
            if text in seen:
                label = note.label.text
                message = "repeated" if label else "unlabelled"
                yield Draft(message, note.place, {"label": label}, ((seen[text], "the first of the two"),))
            seen.setdefault(text, note.place)


rule = Rule(
    id="notes/repeated-note",
    severity="information",
    doc=__doc__,
    messages={
        "repeated": "note {label} has the same text as an earlier note",
        "unlabelled": "this note has the same text as an earlier one",
    },
    check=check,
    bad=(
        Bad(
            "Rain. [1] Hail. [2]\n\n1. The harbour master's diary gives another day for this storm.\n\n"
            "«2.» The harbour master's diary gives another day for this storm."
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
