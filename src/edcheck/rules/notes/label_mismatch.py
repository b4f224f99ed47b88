"""Reference and note bear a number that their own names contradict.

On this page the names of the links follow the numbers (f51 and n51 for note 51), and here both labels say
something else. Reference and note agree with each other, so the link works; yet one of the two, label or name,
was not changed when the notes were renumbered.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule

_NUMBER = lazy_pattern(r"(\d+)\D*\Z")
_RULE = 0.9
_ENOUGH = 5


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    repaired = {repair.note for repair in document.alignment.repairs}
    agreeing, odd = 0, []
    for reference, note in document.alignment.pairs:
        caller, called = document.references[reference], document.notes[note]
        if caller.link is None or caller.label != called.label or note in repaired:
            continue
        numbers = {match[1] for name in (*caller.anchors, *called.anchors) if (match := _NUMBER.search(name))}
        if len(numbers) != 1:
            continue
        number = int(numbers.pop())
        agreeing += number == called.label.value
        if number != called.label.value:
            odd.append((caller, called, number))
    if len(odd) > (1 - _RULE) * (agreeing + len(odd)) or agreeing < _ENOUGH:
        return
    for caller, called, number in odd:
        yield Draft(
            "mismatch",
            called.label_extent,
            {"label": called.label.text, "name": number},
            ((caller.marker, "the reference, with the same label"),),
            (f"on this page {agreeing} other pairs bear the number that their names bear",),
        )


rule = Rule(
    id="notes/label-mismatch",
    severity="error",
    doc=__doc__,
    messages={"mismatch": "the label says {label}, the names of its links say {name}"},
    check=check,
    bad=(
        Bad(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 12))
            + "Last. <a name='f12' href='#n12'>[13]</a></p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 12))
            + "<p><a name='n12' href='#f12'>«13».</a> Text.</p>",
            format="html",
        ),
    ),
    good=(
        Good(
            "<p>"
            + "".join(f"Word. <a name='f{n}' href='#n{n}'>[{n}]</a> " for n in range(1, 13))
            + "</p>\n"
            + "".join(f"<p><a name='n{n}' href='#f{n}'>{n}.</a> Text.</p>\n" for n in range(1, 13)),
            format="html",
        ),
        Good(
            "<p>"
            + "".join(f"Word. <a name='f{n + 20}' href='#n{n + 20}'>[{n}]</a> " for n in range(1, 9))
            + "</p>\n"
            + "".join(f"<p><a name='n{n + 20}' href='#f{n + 20}'>{n}.</a> Text.</p>\n" for n in range(1, 9)),
            format="html",
            because="names that run through a whole book disagree with the labels as a rule",
        ),
    ),
)
