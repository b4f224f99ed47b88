"""The mark of a note or reference is not written as its siblings are.

A bracket was lost, a colon stands on the wrong side of the number, or the number was glued to the word before
it. A reader may still see what is meant, but no tool will link it. Write it like the others.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Note, Reference
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_WHY = {
    "colon-before-label": "the colon stands before the number",
    "missing-colon": "the colon after the number is missing",
    "malformed": "its marks are lost or wrong",
}


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for note in document.notes:
        if note.garbled in ("colon-before-label", "missing-colon"):
            right = f"[Footnote {note.label.text}:"
            fix = document.fix(f"write {right}", note.marker, right, "unsafe")
            data = {"marker": document.quote(note.marker), "why": _WHY[note.garbled], "right": right}
            yield Draft("malformed", note.marker, data, fixes=(fix,), confidence=0.97)
        elif note.garbled == "malformed":
            yield _recovered(document, note, note.right, f"nothing else answers the reference {note.label.text}")
    for reference in document.references:
        if reference.garbled == "malformed":
            right = reference.right or f"[{reference.label.value}]"
            yield _recovered(document, reference, right, f"note {reference.label.text} is called nowhere else")


def _recovered(document: Document, one: Note | Reference, right: str, evidence: str) -> Draft:
    place = one.place
    written = document.quote(place) if isinstance(place, Extent) else document.source.text[slice(*place)]
    fix = document.fix(f"write {right}", place, right, "unsafe")
    data = {"marker": written, "why": _WHY["malformed"], "right": right}
    return Draft("malformed", place, data, evidence=(evidence,), fixes=(fix,), confidence=0.9)


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
        Bad(
            "Rain«[^1}». Hail[^2].\n\n[^1]: In May.\n\n[^2]: In June.\n",
            fixed="Rain[^1]. Hail[^2].\n\n[^1]: In May.\n\n[^2]: In June.\n",
            format="markdown",
        ),
        Bad(
            "Rain[^1]. Hail[^2].\n\n[^1]: In May.\n\n«[^2] :» In June.\n",
            fixed="Rain[^1]. Hail[^2].\n\n[^1]: In May.\n\n[^2]: In June.\n",
            format="markdown",
        ),
        Bad(
            "Rain«^[1]». Hail[^2].\n\n[^1]: In May.\n\n[^2]: In June.\n",
            fixed="Rain[^1]. Hail[^2].\n\n[^1]: In May.\n\n[^2]: In June.\n",
            format="markdown",
        ),
        Bad(
            "Rain «[1]» and hail [2]_.\n\n.. [1] In May.\n.. [2] In June.\n",
            fixed="Rain [1]_ and hail [2]_.\n\n.. [1] In May.\n.. [2] In June.\n",
            format="rest",
        ),
    ),
    good=(
        Good("A. [1] B. [2]\n\n[Footnote 1: One.]\n\n[Footnote 2: Two.]"),
        Good(
            "A. [1] B. [2]\n\n[Footnote 1: One.]\n\n[Footnote 2:\n\nTwo.]",
            because="the note begins on a line of its own",
        ),
        Good(
            "Rain[^1] (^1) fell [1] on quay ^[2].\n\n[^1]: In May.\n",
            because="nothing waits for a second reference",
            format="markdown",
        ),
        Good("Room12 was cold. [1]\n\n1. In winter.", because="no note waits for this number"),
    ),
)
