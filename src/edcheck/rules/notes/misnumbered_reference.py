"""The number of a reference is wrong: one changed label explains all that looks broken.

The note that should be called here is called by nobody, and the number that stands here belongs to another
note or to none. Compare the passage with the note that waits to be called; then correct the number. Where the
reference is a link, its target often bears the same wrong number, and is corrected with it.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft, Edit, Fix, Reference
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.notes.linked_page import linked_page
from edcheck.text import Span


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    slips = {one.reference: one for one in apparatus.alignment.misdirections if one.slip and not one.backlink}
    for repair in apparatus.alignment.repairs:
        if repair.kind != "relabel-reference" or repair.note is None or repair.reference is None:
            continue
        note, reference = apparatus.notes[repair.note], apparatus.references[repair.reference]
        twins = [
            (apparatus.references[index].place, f"where {reference.label.text} is called too")
            for index in repair.other_references[:3]
        ]
        edits = _edits(apparatus, reference, repair.label)
        slip = slips.get(repair.reference)
        if slip is not None:
            twins.append((slip.place, "its link, which bears a wrong number too"))
            edits += apparatus.edit(slip.place, slip.right) if slip.right is not None else ()
        yield Draft(
            "misnumbered",
            reference.label_place,
            {"label": reference.label.text, "right": repair.label},
            ((note.place, f"the note that nothing calls, number {repair.label}"), *twins),
            (f"note {repair.label} is called nowhere else",),
            (Fix(f"call note {repair.label}", edits, "unsafe"),) if edits else (),
            confidence=repair.confidence,
        )


def _edits(apparatus: Apparatus, reference: Reference, right: str) -> tuple[Edit, ...]:
    """Write the right label where one is written; a reference that shows none has a target."""
    start, end = reference.label_place
    if end - start == len(reference.label.text):
        return apparatus.edit(reference.label_place, right)
    target = reference.target_span
    if (
        target is None
        or reference.target != reference.label.text
        or target.end - target.start < len(reference.target)
    ):
        return ()
    return apparatus.edit(Span(target.end - len(reference.target), target.end), right)


rule = Rule(
    id="notes/misnumbered-reference",
    severity="error",
    doc=__doc__,
    messages={"misnumbered": "this reference says {label} and must say {right}"},
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            "The mayor wept. [1] The bells rang. [«3»] The crowd went home. [3]\n\n1. So his clerk.\n\n"
            "2. All six of them.\n\n3. Before noon.",
            fixed="The mayor wept. [1] The bells rang. [2] The crowd went home. [3]\n\n1. So his clerk.\n\n"
            "2. All six of them.\n\n3. Before noon.",
        ),
        Bad(
            linked_page("<a name='f2' href='#n7'>[«7»]</a>", "<a name='n2' href='#f2'>2.</a>"),
            linked_page("<a name='f2' href='#n2'>[2]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
        ),
        Bad(
            linked_page("<a name='f7' href='#n7'>[«7»]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
        ),
        Bad("Ice. [11] Fog. [«21»] Thaw. [13]\n\n[11] In the bay.\n\n[12] On the hills.\n\n[13] In the streets."),
        Bad(
            '<p>Oats<ptr target="#n1"/>, tar«<ptr target="#n22"/>», oil<ptr target="#n3"/>.</p>'
            '<note xml:id="n1">Dear.</note><note xml:id="n2">Hot.</note><note xml:id="n3">Old.</note>',
            '<p>Oats<ptr target="#n1"/>, tar<ptr target="#n2"/>, oil<ptr target="#n3"/>.</p>'
            '<note xml:id="n1">Dear.</note><note xml:id="n2">Hot.</note><note xml:id="n3">Old.</note>',
            format="tei",
        ),
    ),
    good=(
        Good("One. [1] Two. [2]\n\n1. First.\n\n2. Second."),
        Good(
            "One. [1] Two. [2] As said before. [1] Three. [3]\n\n1. First.\n\n2. Second.\n\n3. Third.",
            because="two references may call the same note",
        ),
    ),
)
