"""A reference calls a note that is not there.

The note was lost, stands in another file, or its number was misread beyond what a single slip explains. Look
for the note in the source and restore it; or, if the number is a year or a page, write it otherwise.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for repair in apparatus.alignment.repairs:
        if repair.kind != "missing-note" or repair.reference is None:
            continue
        reference = apparatus.references[repair.reference]
        again = [(apparatus.references[index].place, "called here too") for index in repair.other_references]
        yield Draft(
            "orphan",
            reference.label_place,
            {"label": reference.label.text},
            tuple(again),
            (f"{len(apparatus.notes)} notes were found in this text, none with this number in its scope",),
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/orphan-reference",
    severity="error",
    doc=__doc__,
    messages={"orphan": "there is no note {label}"},
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "The inn burned. [1] They fled. [«2»] The host stayed. [3]\n\n1. On a Friday.\n\n3. He was found.",
        ),
    ),
    good=(
        Good("The inn burned. [1] The guests fled. [2]\n\n1. On a Friday.\n\n2. All but one."),
        Good("Born in 1775 [1776] in a mill. [1]\n\n1. On the river.", because="a corrected year is no reference"),
        Good(
            "See p. 35 [55] of the acts. [1]\n\n1. In the archive.", because="a second page number is no reference"
        ),
        Good(
            "The acts [1466] speak of it. [1]\n\n1. In the archive.", because="a year in brackets is no reference"
        ),
        Good("Said twice. [sic] Enough. [1]\n\n1. In the archive.", because="an editor's remark is no reference"),
    ),
)
