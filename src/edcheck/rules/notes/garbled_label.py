"""A letter stands for a digit in the label of a note or reference.

Printed figures are misread as letters: 1 as l or I, 0 as O, 5 as S. The sequence waits for exactly the number
that the label becomes when the letter is read as the digit it resembles. Where it waits for another one, the label
is misnumbered, and is told as such.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.notes.linked_page import linked_page
from edcheck.text import Extent, Span


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    repairs = apparatus.alignment.repairs
    renumbered = {repair.note for repair in repairs if repair.kind == "relabel-note"}
    called_anew = {repair.reference for repair in repairs if repair.kind == "relabel-reference"}
    for index, note in enumerate(apparatus.notes):
        if note.garbled == "misread-digit" and index not in renumbered:
            yield _draft(apparatus, note.label_place, note.label.text, note.label.value)
    for index, reference in enumerate(apparatus.references):
        if reference.garbled == "misread-digit" and index not in called_anew:
            yield _draft(apparatus, reference.label_place, reference.label.text, reference.label.value)


def _draft(apparatus: Apparatus, place: Extent | Span, label: str, value: int | None) -> Draft:
    fix = apparatus.fix(f"write {value}", place, str(value), "safe")
    return Draft("garbled", place, {"label": label, "right": value}, fixes=(fix,), confidence=0.97)


rule = Rule(
    id="notes/garbled-label",
    severity="error",
    doc=__doc__,
    messages={"garbled": "the label “{label}” must be {right}: a letter stands for a digit"},
    check=check,
    scope="apparatus",
    fix="safe",
    bad=(
        Bad(
            "A. [9] B. [«l0»] C. [11]\n\n9. One.\n\n10. Two.\n\n11. Three.",
            fixed="A. [9] B. [10] C. [11]\n\n9. One.\n\n10. Two.\n\n11. Three.",
        ),
        Bad("A. [4] B. [5] C. [6]\n\n4. One.\n\n«S». Two.\n\n6. Three."),
        Bad("A. [1] B. [2]\n\n[1] One.\n\n[2] Two.\n\nC. [«l»] D. [2]\n\n[1] Three.\n\n[2] Four."),
        Bad(
            "<p>A.<a name='f1' href='#n1'>[1]</a> B.<a name='f2' href='#n2'>[2]</a> "
            "C.<a name='f3' href='#n3'>[3]</a>"
            "<p><a name='n1' href='#f1'>1.</a> One.<p><a name='n2' href='#f2'>«Z».</a> Two."
            "<p><a name='n3' href='#f3'>3.</a> Three.",
            format="html",
        ),
        Bad("A. [9] B. [10]\n\n[Footnote 9: One.]\n\n[Footnote «IO»: Two.]"),
        Bad(
            '<p>Oats<ref target="#n9">9</ref>, tar<ref target="#n10">10</ref>, oil<ref target="#n11">11</ref>.</p>'
            '<note xml:id="n9" n="9">Dear.</note><note xml:id="n10" n="«l0»">Hot.</note>'
            '<p>Ice.<ref target="#n12">12</ref></p><note xml:id="n11" n="11">Old.</note>'
            '<note xml:id="n12" n="12">Thin.</note>',
            format="tei",
        ),
        Bad(
            "A[^9], b[^10], c[^11], d[^12].\n\n[^9]: Dear.\n\n[^«l0»]: Hot.\n\n[^11]: Old.\n\n[^12]: Thin.",
            "A[^9], b[^10], c[^11], d[^12].\n\n[^9]: Dear.\n\n[^10]: Hot.\n\n[^11]: Old.\n\n[^12]: Thin.",
            format="markdown",
        ),
    ),
    good=(
        Good(
            linked_page("<a name='f2' href='#n2'>[2l]</a>", "<a name='n2' href='#f2'>2.</a>"),
            format="html",
            because="the count waits for 2, not for 21: the number is wrong",
        ),
        Good("A. [9] B. [10]\n\n9. One.\n\n10. Two."),
        Good("Wi[l]l [I] go? [l]o. A. [9] B. [10]\n\n9. One.\n\n10. Two.", because="supplied letters and words"),
        Good(
            "Fog.[A] Ebb.[B] Tide.[C]\n\n[Footnote A: Off sea.]\n\n[Footnote B: Noon.]\n\n[Footnote C: In May.]",
            because="footnotes that letters count",
        ),
        Good(
            "Fog.[I] Ebb.[II] Tide.[III] Gale.[IV]\n\n[Footnote I: Sea fog.]\n\n[Footnote II: At noon.]\n\n"
            "[Footnote III: Spring tide.]\n\n[Footnote IV: In May.]",
            because="footnotes that roman numerals count",
        ),
        Good("A. [a] B. [b] C. [l]\n\n[a] One.\n\n[b] Two.", because="a series of letters counts in letters"),
    ),
)
