"""The mark of a note or reference is not written as its siblings are.

A bracket was lost, a colon stands on the wrong side of the number, or the number was glued to the word before
it. A reader may still see what is meant, but no tool will link it. Write it like the others.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule

_WHY = {
    "colon-before-label": "the colon stands before the number",
    "missing-colon": "the colon after the number is missing",
    "malformed": "its brackets are lost or wrong",
}


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for note in document.notes:
        if note.garbled in ("colon-before-label", "missing-colon"):
            right = f"[Footnote {note.label.text}:"
            fix = document.fix(f"write {right}", note.marker, right, "unsafe")
            data = {"marker": document.quote(note.marker), "why": _WHY[note.garbled], "right": right}
            yield Draft("malformed", note.marker, data, fixes=(fix,), confidence=0.97)
    for reference in document.references:
        if reference.garbled == "malformed":
            right = f"[{reference.label.value}]"
            fix = document.fix(f"write {right}", reference.marker, right, "unsafe")
            data = {"marker": document.quote(reference.marker), "why": _WHY["malformed"], "right": right}
            evidence = (f"note {reference.label.value} is called nowhere else",)
            yield Draft("malformed", reference.marker, data, evidence=evidence, fixes=(fix,), confidence=0.9)


rule = Rule(
    id="notes/malformed-marker",
    severity="error",
    doc=__doc__,
    messages={"malformed": "“{marker}” should be “{right}”: {why}"},
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            "A. [1] B. [2]\n\n[Footnote 1: One.]\n\n«[Footnote: 2.» Two.]",
            fixed="A. [1] B. [2]\n\n[Footnote 1: One.]\n\n[Footnote 2: Two.]",
        ),
        Bad("A. [1] B. [2]\n\n«[Footnote 1.» One.]\n\n[Footnote 2: Two.]"),
        Bad("The ships left. [1] The swords«2» were rusty. It was spring. [3]\n\n1. A.\n\n2. B.\n\n3. C."),
        Bad("All. [1] Then «[2» rain. More. [3]\n\n1. A.\n\n2. B.\n\n3. C."),
    ),
    good=(
        Good("A. [1] B. [2]\n\n[Footnote 1: One.]\n\n[Footnote 2: Two.]"),
        Good(
            "A. [1] B. [2]\n\n[Footnote 1: One.]\n\n[Footnote 2:\n\nTwo.]",
            because="the note begins on a line of its own",
        ),
        Good("Room12 was cold. [1]\n\n1. In winter.", because="no note waits for this number"),
    ),
)
