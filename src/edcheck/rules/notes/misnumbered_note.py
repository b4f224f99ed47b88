"""The number of a note is wrong: one changed label explains all that looks broken.

A slip in one number shows in four places: a number stands twice, another is missing, a reference reaches for
nothing and a note is called by nobody. The references and the notes are aligned, and this is the single change
that makes them agree. Compare the note with the passage whose reference waits for it; then correct the number.
Two notes that have exchanged their numbers are one slip.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft, Fix, Note, Repair
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent, Span


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind != "relabel-note" or repair.note is None:
            continue
        note = apparatus.notes[repair.note]
        if repair.exchanged is not None:
            if repair.note < repair.exchanged:
                yield _exchange(apparatus, repair, note, apparatus.notes[repair.exchanged])
            continue
        twins = [(apparatus.notes[twin].place, f"the other note {note.label.text}") for twin in repair.other_notes]
        waiting, evidence = _waiting(apparatus, repair)
        yield Draft(
            "misnumbered",
            note.label_place,
            {"label": note.label.text, "right": repair.label},
            (*waiting, *twins[:3]),
            (evidence,) + ((f"number {note.label.text} is taken by another note",) if twins else ()),
            _fixes(apparatus, note, repair.label),
            confidence=repair.confidence,
        )


def _exchange(apparatus: Apparatus, repair: Repair, note: Note, other: Note) -> Draft:
    """Two notes bear each other's number."""
    waiting, _ = _waiting(apparatus, repair)
    edits = [
        edit
        for fix in (*_fixes(apparatus, note, repair.label), *_fixes(apparatus, other, note.label.text))
        for edit in fix.edits
    ]
    return Draft(
        "exchanged",
        note.label_place,
        {"label": note.label.text, "right": repair.label},
        ((other.place, f"the note that bears the number {repair.label}"), *waiting),
        (f"the references {repair.label} and {note.label.text} belong to these two notes in the other order",),
        (Fix("exchange the two numbers", tuple(edits), "unsafe"),) if len(edits) == 2 else (),
        confidence=repair.confidence,
    )


def _fixes(apparatus: Apparatus, note: Note, right: str) -> tuple[Fix, ...]:
    """Write the right number where one is written; a note that has only a name shows none."""
    start, end = note.label_place
    if end - start != len(note.label.text):
        return ()
    return (apparatus.fix(f"number the note {right}", note.label_place, right, "unsafe"),)


def _waiting(apparatus: Apparatus, repair: Repair) -> tuple[list[tuple[Extent | Span, str]], str]:
    """What waits for the right number: a reference, or, where notes need none, the count."""
    if repair.reference is None:
        return [], f"the numbers of the notes around it wait for {repair.label}"
    reference = apparatus.references[repair.reference]
    shown = apparatus.quote(reference.marker) or reference.label.text
    place = (reference.place, f"the reference that waits for note {repair.label}")
    return [place], f"no other note answers the reference {shown}"


rule = Rule(
    id="notes/misnumbered-note",
    severity="error",
    doc=__doc__,
    messages={
        "misnumbered": "this note is numbered {label} and must be {right}",
        "exchanged": "this note is numbered {label} and must be {right}, and the other way about",
    },
    check=check,
    scope="apparatus",
    fix="unsafe",
    bad=(
        Bad(
            "The council met at dawn. [7] Nobody spoke. [8] The vote was lost. [9]\n\n"
            "7. In the old mill.\n\n«7». So the minutes say.\n\n9. By three voices.",
            fixed="The council met at dawn. [7] Nobody spoke. [8] The vote was lost. [9]\n\n"
            "7. In the old mill.\n\n8. So the minutes say.\n\n9. By three voices.",
        ),
        Bad(
            "The bridge fell. [41] The ferry ran again. [43]\n\n41. In the March flood.\n\n"
            "42. Note 42 is omitted in the source.\n\n«42». Until the new piers stood."
        ),
        Bad(
            '<p>Rain. <a name="f1" href="#n1">[1]</a> Hail. <a name="f2" href="#n2">[2]</a> '
            'Snow. <a name="f3" href="#n3">[3]</a></p>\n<p><a name="n1" href="#f1">1.</a> In May.</p>\n'
            '<p><a name="n2" href="#f2">«3».</a> In June.</p>\n<p><a name="n3" href="#f3">3.</a> In July.</p>',
            format="html",
        ),
        Bad(
            '<p>A<note n="1">One.</note> B<note n="2">Two.</note> C<note n="«2»">Three.</note> D<note n="4">Four.'
            '</note> E<note n="5">Five.</note> F<note n="6">Six.</note></p>',
            '<p>A<note n="1">One.</note> B<note n="2">Two.</note> C<note n="3">Three.</note> D<note n="4">Four.'
            '</note> E<note n="5">Five.</note> F<note n="6">Six.</note></p>',
            format="tei",
        ),
        Bad(
            '<p>Oats<ptr target="#n1"/>, tar<ptr target="#n2"/>, oil<ptr target="#n3"/>.<ptr target="#n4"/></p>'
            '<note xml:id="n1">Dear.</note>«<note xml:id="no2">»Hot.</note><note xml:id="n3">Old.</note>'
            '<note xml:id="n4">Thin.</note>',
            "",
            format="tei",
        ),
        Bad(
            '<p>A<a href="#n1"><sup>1</sup></a>, b<a href="#n2"><sup>2</sup></a>, c<a href="#n3"><sup>3</sup></a>'
            '<hr><p><a id="n1"></a><sup>1</sup> Dear.<p><a id="n2"></a><sup>«1»</sup> Hot.'
            '<p><a id="n3"></a><sup>3</sup> Old.',
            format="html",
        ),
        Bad(
            '<p>Rye<a name="f1" href="#n1">[1]</a>, hops<a name="f2" href="#n2">[2]</a>, '
            'malt<a name="f3" href="#n3">[3]</a>.</p>\n<p><a name="n1" href="#f1">«2».</a> Dry.</p>\n'
            '<p><a name="n2" href="#f2">1.</a> Green.</p>\n<p><a name="n3" href="#f3">3.</a> Sweet.</p>',
            '<p>Rye<a name="f1" href="#n1">[1]</a>, hops<a name="f2" href="#n2">[2]</a>, '
            'malt<a name="f3" href="#n3">[3]</a>.</p>\n<p><a name="n1" href="#f1">1.</a> Dry.</p>\n'
            '<p><a name="n2" href="#f2">2.</a> Green.</p>\n<p><a name="n3" href="#f3">3.</a> Sweet.</p>',
            format="html",
        ),
    ),
    good=(
        Good("One. [1] Two. [2]\n\n1. First.\n\n2. Second."),
        Good(
            "One. [1] Two. [2]\n\n[Footnote 1: First.]\n\n[Footnote 2: Second.]\n\nThree. [1] Four. [2]\n\n"
            "[Footnote 1: Third.]\n\n[Footnote 2: Fourth.]",
            because="the numbers start again with the next letter",
        ),
        Good(
            "One. [60] Two. [60a] Three. [61]\n\n60. A.\n\n60a. B.\n\n61. C.", because="60a is a number of its own"
        ),
    ),
)
