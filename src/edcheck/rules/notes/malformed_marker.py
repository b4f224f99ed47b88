"""The mark of a note or reference is not written as its siblings are.

A bracket was lost, a colon stands on the wrong side of the number, or the number was glued to the word before
it. A reader may still see what is meant, but no tool will link it. Write it like the others.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Flaw, Note, Reference
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_WHY = {
    "colon-before-label": "the colon stands before the number",
    "missing-colon": "the colon after the number is missing",
    "unclosed": "the note is never closed, and another bears its name",
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
    names = {name for note in document.notes for name in note.anchors}
    for flaw in document.flaws:
        if flaw.kind == "unclosed-note":
            yield _unclosed(document, flaw, names)


def _unclosed(document: Document, flaw: Flaw, names: set[str]) -> Draft:
    """A note's start tag without an end; where the name has a note, it was to be a reference."""
    written = document.source.text[slice(*flaw.span)]
    if flaw.data["name"] not in names:
        return Draft("unclosed", flaw.span, {"marker": written}, confidence=0.95)
    right = f"{written[:-1].rstrip()} />"
    fix = document.fix(f"write {right}", flaw.span, right, "unsafe")
    data = {"marker": written, "why": _WHY["unclosed"], "right": right}
    return Draft("malformed", flaw.span, data, fixes=(fix,), confidence=0.9)


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
    messages={
        "malformed": "“{marker}” should be “{right}”: {why}",
        "unclosed": "the note that “{marker}” begins is never closed",
    },
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
        Bad(
            'Rain<ref name="may">In May.</ref> and hail«<ref name="may">» fell.',
            fixed='Rain<ref name="may">In May.</ref> and hail<ref name="may" /> fell.',
            format="wikitext",
        ),
        Bad(
            'Rain«<ref name="may">»In May. And hail<ref name="may" /> fell.\n\nSnow<ref>In July.</ref> too.',
            format="wikitext",
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
        Good(
            'Rain<ref name="may">In May.</ref> and hail<ref name="may"/> fell.<nowiki><ref></nowiki>',
            because="a note that is written where it is first called may be called again",
            format="wikitext",
        ),
        Good("Room12 was cold. [1]\n\n1. In winter.", because="no note waits for this number"),
    ),
)
