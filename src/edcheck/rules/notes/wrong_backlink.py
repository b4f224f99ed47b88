"""The way back from a note leads to another place than the reference that calls it.

Whoever follows the note's number ends at another passage, or stays where they are. Correct the link. Notes in a
row whose links all lead to themselves have one cause, a copied template, and are named once.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft, Fix, Misdirection
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.notes.linked_page import linked_page


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    run: list[Misdirection] = []
    for found in apparatus.alignment.misdirections:
        if not found.backlink or found.slip:
            continue
        if found.itself:
            if run and found.note != run[-1].note + 1:
                yield _draft(apparatus, run)
                run = []
            run.append(found)
        else:
            yield _draft(apparatus, [found])
    if run:
        yield _draft(apparatus, run)


def _draft(apparatus: Apparatus, run: list[Misdirection]) -> Draft:
    first = run[0]
    note = apparatus.notes[first.note]
    edits = tuple(
        edit for found in run if found.right is not None for edit in apparatus.edit(found.place, found.right)
    )
    fixes = (Fix("link back to the reference", edits, "unsafe"),) if edits else ()
    related = [(apparatus.references[first.reference].place, "the reference that it should lead back to")]
    related += [(apparatus.notes[found.note].place, "the same here") for found in run[1:]]
    message = "elsewhere" if not first.itself else ("itself" if len(run) == 1 else "run")
    data = {
        "label": note.label.text,
        "target": first.written,
        "last": apparatus.notes[run[-1].note].label.text,
        "count": len(run),
    }
    return Draft(message, note.place, data, tuple(related), fixes=fixes, confidence=0.97)


rule = Rule(
    id="notes/wrong-backlink",
    severity="error",
    doc=__doc__,
    messages={
        "elsewhere": "note {label} does not lead back to its reference but to {target}",
        "itself": "the way back from note {label} links to the note itself",
        "run": "the ways back from notes {label} to {last} link to the notes themselves ({count} links)",
    },
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            linked_page("<a name='f2' href='#n2'>[2]</a>", "<a name='n2' href='#f4'>«2.»</a>"),
            format="html",
        ),
        Bad(
            linked_page("<a name='f2' href='#n2'>[2]</a>", "<a name='n2' href='#n2'>«2.»</a>"),
            format="html",
        ),
        Bad(
            '<p>Oats<ref xml:id="r1" target="#n1">1</ref>, tar<ref xml:id="r2" target="#n2">2</ref>.</p>'
            '<note xml:id="n1" n="1" target="#r1">Dear.</note><note xml:id="n2" n="«2»" target="#r1">Hot.</note>',
            '<p>Oats<ref xml:id="r1" target="#n1">1</ref>, tar<ref xml:id="r2" target="#n2">2</ref>.</p>'
            '<note xml:id="n1" n="1" target="#r1">Dear.</note><note xml:id="n2" n="2" target="#r2">Hot.</note>',
            format="tei",
        ),
    ),
    good=(
        Good(
            linked_page("<a name='f7' href='#n7'>[7]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
            because="the reference bears a wrong number, in its name, too",
        ),
        Good(
            linked_page("<a name='f2' href='#n2'>[2]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
        ),
        Good(
            linked_page(
                "<a name='f2' href='#n2'>[2]</a> and again <a name='f2b' href='#n2'>[2]</a>",
                "<a name='n2' href='#f2b'>2.</a>",
            ),
            format="html",
            because="a note that is called twice may lead back to either place",
        ),
    ),
)
