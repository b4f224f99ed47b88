"""A note has no text.

The text was lost, or stands in a place where it no longer belongs to its number. Restore it from the source; if
the source has none, say so (“Note 5 is omitted in the source.”).
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Span


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for note in document.notes:
        printed = (note.origin != "element" or isinstance(note.label_place, Span)) and note.garbled is None
        if printed and note.body.start >= note.body.end:
            yield Draft("empty" if note.label.text else "unlabelled", note.place, {"label": note.label.text})


rule = Rule(
    id="notes/empty-note",
    severity="warning",
    doc=__doc__,
    messages={"empty": "note {label} has no text", "unlabelled": "this note has no text"},
    check=check,
    bad=(
        Bad(
            "<p>Rain. <a name='f1' href='#n1'>[1]</a> Hail. <a name='f2' href='#n2'>[2]</a></p>\n"
            "<p><a name='n1' href='#f1'>«1.»</a> </p>\n<p><a name='n2' href='#f2'>2.</a> In June.</p>",
            format="html",
        ),
        Bad("Rain. [1] Hail. [2]\n\n«[Footnote 1:» ]\n\n[Footnote 2: In June.]"),
        Bad("<p>Rain«<note>»</note>, hail<note>In June.</note>.</p>", format="tei"),
    ),
    good=(
        Good("Rain. [1]\n\n[Footnote 1: In May.]"),
        Good("Rain. [1]\n\n[Footnote 1:\n\n  So the song goes.]", because="the text begins in the next paragraph"),
    ),
)
