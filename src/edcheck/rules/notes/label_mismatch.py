"""Reference and note bear a number that their own names contradict.

On this page the names of the links follow the numbers (f51 and n51 for note 51), and here both labels say
something else. Reference and note agree with each other, so the link works; yet one of the two, label or name,
was not changed when the notes were renumbered.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft, Edit, Fix, Misnomer
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for misnomer in apparatus.alignment.misnomers:
        note, reference = apparatus.notes[misnomer.note], apparatus.references[misnomer.reference]
        yield Draft(
            "mismatch",
            note.label_place,
            {"label": note.label.text, "name": misnomer.number},
            ((reference.place, "the reference, with the same label"),),
            (f"on this page {misnomer.agreeing} other pairs bear the number that their names bear",),
            _fixes(apparatus, misnomer),
        )


def _fixes(apparatus: Apparatus, misnomer: Misnomer) -> tuple[Fix, ...]:
    """Write the number of the names in both labels, if no other pair has it and both labels are written."""
    note, reference = apparatus.notes[misnomer.note], apparatus.references[misnomer.reference]
    right = str(misnomer.number)
    if right in {one.label.text for one in apparatus.notes} | {one.label.text for one in apparatus.references}:
        return ()
    edits: tuple[Edit, ...] = ()
    for place, label in ((reference.label_place, reference.label), (note.label_place, note.label)):
        if place.end - place.start != len(label.text):
            return ()
        edits += apparatus.edit(place, right)
    return (Fix(f"number both {right}", edits, "unsafe"),)


rule = Rule(
    id="notes/label-mismatch",
    severity="error",
    doc=__doc__,
    messages={"mismatch": "the label says {label}, the names of its links say {name}"},
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 12))
            + "Last. <a name='f12' href='#n12'>[13]</a></p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 12))
            + "<p><a name='n12' href='#f12'>«13».</a> Text.</p>",
            fixed="<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 12))
            + "Last. <a name='f12' href='#n12'>[12]</a></p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 12))
            + "<p><a name='n12' href='#f12'>12.</a> Text.</p>",
            format="html",
        ),
    ),
    good=(
        Good(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 13))
            + "</p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 13)),
            format="html",
        ),
        Good(
            "<p>"
            + "".join(f"Word. <a name='f{n + 20}' href='#n{n + 20}'>[{n}]</a> " for n in range(1, 9))
            + "</p>\n"
            + "".join(f"<p><a name='n{n + 20}' href='#f{n + 20}'>{n}.</a> Text.</p>\n" for n in range(1, 9)),
            format="html",
            because="names that run through a whole book disagree with the labels as a rule",
        ),
    ),
)
