"""The link of a reference leads to another note, or to itself.

By its number the reference belongs to one note, by its link to another: two digits were exchanged, one was
lost, or the link was copied from a neighbour. Correct the link; the numbers agree with the text.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft, Fix
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.notes.linked_page import linked_page


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for found in apparatus.alignment.misdirections:
        if found.backlink or found.slip:
            continue
        note, reference = apparatus.notes[found.note], apparatus.references[found.reference]
        fixes: tuple[Fix, ...] = ()
        if found.right is not None:
            fixes = (apparatus.fix(f"link to {found.right}", found.place, found.right, "unsafe"),)
        data = {"label": reference.label.text, "target": found.written}
        related = ((note.place, f"note {note.label.text}, which it should reach"),)
        yield Draft(
            "itself" if found.itself else "elsewhere", reference.place, data, related, fixes=fixes, confidence=0.97
        )


rule = Rule(
    id="notes/wrong-target",
    severity="error",
    doc=__doc__,
    messages={
        "elsewhere": "reference {label} does not lead to note {label} but to {target}",
        "itself": "reference {label} links to itself",
    },
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            linked_page("<a name='f2' href='#n3'>«[2]»</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
        ),
        Bad(
            linked_page("<a name='f2' href='#f2'>«[2]»</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
        ),
        Bad(
            '<TEI.2><p>Rain.<ref target="n1">1</ref> Hail.<ref target="n7">«2»</ref></p>'
            '<note id="n1" n="1">In May.</note><note id="n2" n="2">In June.</note></TEI.2>',
            '<TEI.2><p>Rain.<ref target="n1">1</ref> Hail.<ref target="n2">2</ref></p>'
            '<note id="n1" n="1">In May.</note><note id="n2" n="2">In June.</note></TEI.2>',
            format="tei",
        ),
        Bad(
            '<p>Oats<ref xml:id="r1" target="#n2">«1»</ref>, tar<ref xml:id="r2" target="#n2">2</ref>.</p>'
            '<note xml:id="n1" n="1" target="#r1">Dear.</note><note xml:id="n2" n="2" target="#r2">Hot.</note>',
            '<p>Oats<ref xml:id="r1" target="#n1">1</ref>, tar<ref xml:id="r2" target="#n2">2</ref>.</p>'
            '<note xml:id="n1" n="1" target="#r1">Dear.</note><note xml:id="n2" n="2" target="#r2">Hot.</note>',
            format="tei",
        ),
    ),
    good=(
        Good(
            linked_page("<a name='f2' href='#n2'>[2]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
        ),
        Good(
            linked_page("<a name='x7' href='#y9'>[2]</a>", "<a name='y9' href='#x7'>2.</a>"),
            format="html",
            because="names need not look like numbers: the two link to each other",
        ),
        Good(
            linked_page("<a name='f2' href='#n2'>[2]</a>", "<a name='n3' href='#f2'>2.</a>"),
            format="html",
            because="the note's name is at fault, not the link",
        ),
        Good(
            linked_page("<a name='f2' href='#n7'>[7]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
            because="the number is wrong, and was typed twice: that is one slip",
        ),
        Good(
            "<p>Rain.<sup><a href='#n1'>1</a></sup> Hail.<a href='#n2'><sup>2</sup></a></p>"
            "<ol><li id='n1'>In May.</li><li id='n2'>In June.</li></ol>",
            format="html",
            because="items of a list are notes that print no numbers",
        ),
    ),
)
