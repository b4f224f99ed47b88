"""A reference has no link although its siblings have one.

The number was added later, or the link was lost in an edit. Link it to its note, as the others are.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.recognise.notes.flawed import links_its_references
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    if not links_its_references(apparatus):
        return
    linked = sum(reference.link is not None for reference in apparatus.references)
    for reference, note in apparatus.alignment.pairs:
        found, called = apparatus.references[reference], apparatus.notes[note]
        if found.link is None and found.origin == "text" and found.garbled is None and called.label == found.label:
            yield Draft(
                "unlinked",
                found.marker,
                {"label": found.label.text},
                ((called.place, "the note it calls"),),
                (f"{linked} other references are links",),
            )


rule = Rule(
    id="notes/unlinked-reference",
    severity="warning",
    doc=__doc__,
    messages={"unlinked": "reference {label} has no link to its note"},
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 6))
            + "Last. «[6]»</p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 6))
            + "<p>6. Text.</p>",
            format="html",
        ),
    ),
    good=(
        Good(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 6))
            + "</p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 6)),
            format="html",
        ),
        Good(
            "<p>Word. [1] Word. [2]</p>\n<p>1. One.</p>\n<p>2. Two.</p>",
            format="html",
            because="on this page no reference is a link",
        ),
    ),
)
