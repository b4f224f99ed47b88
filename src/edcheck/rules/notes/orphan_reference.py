"""A reference calls a note that is not there.

The note was lost, stands in another file, or its number was misread beyond what a single slip explains. Look
for the note in the source and restore it; or, if the number is a year or a page, write it otherwise.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    found = Counter(note.series for note in apparatus.notes)
    for repair in apparatus.alignment.repairs:
        if repair.kind != "missing-note" or repair.reference is None:
            continue
        reference = apparatus.references[repair.reference]
        again = [(apparatus.references[index].place, "called here too") for index in repair.other_references]
        notes = found[reference.series]
        yield Draft(
            "orphan" if repair.label else "none",
            reference.label_place,
            {"label": reference.label.text, "count": len(again) + 1},
            tuple(again),
            (f"{notes} notes of this kind were found, none with this label",) if notes else (),
            severity="warning" if reference.label.kind == "symbol" and reference.origin == "text" else None,
            confidence=repair.confidence,
        )


rule = Rule(
    id="notes/orphan-reference",
    severity="error",
    doc=__doc__,
    messages={
        "orphan": "there is no note {label}",
        "none": "{count} references call notes, and there are none: the first is to note {label}",
    },
    check=check,
    scope="apparatus",
    bad=(
        Bad(
            "".join(f"The mole fell* on day {n}.\n\n* Log {n} says so.\n\n" for n in "abcd")
            + "It rained* and hailed«†» on day e.\n\n* Log e says so.\n\nNobody came* back.\n\n* In May."
        ),
        Bad(
            "The inn burned. [1] They fled. [«2»] The host stayed. [3]\n\n1. On a Friday.\n\n3. He was found.",
        ),
        Bad("The inn burned[^1] and they fled[^«2»].\n\n[^1]: On a Friday.\n", format="markdown"),
        Bad(
            "The inn burned[^1] and they fled[^«2»].\n\f[^1]: On a Friday.\n",
            format="markdown",
            names=("inn.md", "notes.md"),
        ),
        Bad("The inn burned[^«a»], they fled[^b], and it rained[^c].\n", format="markdown"),
        Bad(
            '<p>Fire.<a id="r1" href="notes.html#n1">[1]</a> Smoke.<a id="r2" href="notes.html#n2">[«2»]</a> '
            'Ash.<a id="r3" href="notes.html#n3">[3]</a>\f<p><a id="n1" href="inn.html#r1">1.</a> On a Friday.'
            '<p><a id="n3" href="inn.html#r3">3.</a> At noon.',
            format="html",
            names=("inn.html", "notes.html"),
        ),
    ),
    good=(
        Good(
            "".join(f"The mole fell* on day {n}.\n\n* Log {n} says so.\n\n" for n in "abcd")
            + "* No dogs.\n\n* * *\n\nThe b****r paid 5* and S***.",
            because="asterisks have other uses beside notes",
        ),
        Good(
            "*Now* it rained.* It hailed.\n\nThe *mole* fell.*\n\n* In May.",
            because="asterisks set off words",
        ),
        Good("The inn burned. [1] The guests fled. [2]\n\n1. On a Friday.\n\n2. All but one."),
        Good("Born in 1775 [1776] in a mill. [1]\n\n1. On the river.", because="a corrected year is no reference"),
        Good(
            "See p. 35 [55] of the acts. [1]\n\n1. In the archive.", because="a second page number is no reference"
        ),
        Good(
            "The acts [1466] speak of it. [1]\n\n1. In the archive.", because="a year in brackets is no reference"
        ),
        Good(
            "The inn burned[^1] and they fled[^1].\n\f[^1]: On a Friday.\n",
            because="the notes stand in a file of their own",
            format="markdown",
            names=("inn.md", "notes.md"),
        ),
        Good(
            '<p>Fire.<a id="r1" href="notes.html#n1">[1]</a> Smoke.<a id="r2" href="notes.html#n2">[2]</a>',
            because="the file with the notes was not read",
            format="html",
            names=("inn.html",),
        ),
        Good(
            "<p>Fire.<sup>1</sup> Smoke.<sup>2</sup> Rain.<sup>3</sup></p>"
            "<dl><dt>1</dt><dd>So the log.</dd><dt>2</dt><dd>Ibid.</dd><dt>3</dt><dd>Ibid., April.</dd></dl>",
            because="a note of one word is a note",
            format="html",
        ),
        Good(
            "<p>Fire.[1] Smoke.[2] Rain.[3]</p><table><tr><td>1</td><td>So the log.</td></tr>"
            "<tr><td>2</td><td>Ibid.</td></tr><tr><td>3</td><td>Ibid., April.</td></tr></table>",
            because="a note of one word is a note in a table, too",
            format="html",
        ),
        Good("Said twice. [sic] Enough. [1]\n\n1. In the archive.", because="an editor's remark is no reference"),
    ),
)
