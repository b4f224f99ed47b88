"""A reference has no link although its siblings have one.

The number was added later, or the link was lost in an edit. Link it to its note, as the others are.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Document, Draft, Fix, Note, Reference
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
                _fixes(apparatus, found, called),
            )


def _fixes(apparatus: Apparatus, reference: Reference, note: Note) -> tuple[Fix, ...]:
    """Make a link of the reference where the note has a name, and the place to which the note's way back leads."""
    if not isinstance(apparatus, Document) or apparatus.format != "html" or not note.anchors:
        return ()
    known = {anchor.name for anchor in apparatus.anchors}
    awaited = [apparatus.links[index].fragment for index in note.links]
    name = next((f' id="{back}"' for back in awaited if back and back not in known), "")
    link = f'<a{name} href="#{note.anchors[0]}">{apparatus.quote(reference.marker)}</a>'
    spans = apparatus.view.spans(reference.marker)
    return (apparatus.fix("link it to its note", spans[0], link, "unsafe"),) if len(spans) == 1 else ()


rule = Rule(
    id="notes/unlinked-reference",
    severity="warning",
    doc=__doc__,
    messages={"unlinked": "reference {label} has no link to its note"},
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 6))
            + "Last. «[6]»</p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 6))
            + "<p>6. Text.</p>",
            fixed="",
            format="html",
        ),
        Bad(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 6))
            + "Last. «[6]»</p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 7)),
            fixed="<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 6))
            + 'Last. <a id="f6" href="#n6">[6]</a></p>\n'
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 7)),
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
