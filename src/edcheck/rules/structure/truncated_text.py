"""A document ends in the middle of a sentence.

The end was lost: a page was left out, a file was cut off when it was saved or sent, a selection was copied short.
Compare the end with the source and add what is missing. Silent where the next document goes on with the sentence,
and where many documents of the edition end so, as those do that hold a page each; where the last thing in a
document is a signature, a list, a table or verse; and where its last paragraph holds no other sentence.
"""

from collections.abc import Iterator
from itertools import zip_longest

from edcheck.model import Draft, Facts
from edcheck.rule import Bad, Good, NoOptions, Rule

_HABIT, _SHARE = 3, 0.2
"""So many documents that break off, and so many of all, were cut on purpose."""


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    broken = [
        document
        for document, following in zip_longest(facts, facts[1:])
        if document.breaks_off and not (following and following.begins_within)
    ]
    cut = sum(document.breaks_off is not None for document in facts)
    if cut >= _HABIT and cut > _SHARE * len(facts):
        return
    for document in broken:
        if document.breaks_off:
            yield Draft(
                "truncated",
                document.breaks_off,
                evidence=("the last paragraph ends without a stop, as no other sentence in it does",),
                confidence=0.85,
            )


_RAIN = (
    "The brook rose by a foot in the night, and the mill stood still. When the bell rang for six the miller "
    "opened the sluice, so that the lower meadow stood under water until {}"
)
_HAY = (
    "and the hay was lost, which had been cut on the Monday before by the men of the upper town; these were not "
    "paid, and went to the vestry to say so, where nobody was to be found but the clerk."
)

rule = Rule(
    id="structure/truncated-text",
    severity="warning",
    doc=__doc__,
    messages={"truncated": "the text breaks off in mid-sentence: its end may be lost"},
    check=check,
    scope="edition",
    bad=(
        Bad("May.\n\n" + _RAIN.format("«noon»")),
        Bad("May.\n\n" + _RAIN.format("«after-»")),
        Bad(_RAIN.format("«the[1]»\n\n\nNOTES\n\n[1] Of the weir.").replace("[1]»", "»[1]"), format="plain"),
        Bad(
            "<h1>May</h1><p>" + _RAIN.format("«the»") + "</p><h4>Notes</h4><p>Last updated on 3 May 2003</p>",
            format="html",
        ),
        Bad(_RAIN.format("«noon»") + "\f" + _HAY.capitalize(), names=("may.txt", "june.txt")),
    ),
    good=(
        Good(_RAIN.format("noon.")),
        Good(_RAIN.format("the") + "\f" + _HAY, because="the next document goes on", names=("1.txt", "2.txt")),
        Good(
            "\f".join([_RAIN.format("the"), _HAY.capitalize()] * 3),
            because="each document is a page",
            names=tuple(f"page {number}.txt" for number in range(6)),
        ),
        Good(_RAIN.format("noon.") + "\n\nJ. Weir, miller", because="a signature"),
        Good(_RAIN.format("noon. I am, Sir, your most obedient servant"), because="how letters end"),
        Good(
            _RAIN.format("noon. The hay was cut by men, boys, women, etc"),
            because="a list that is not told to its end",
        ),
        Good("RAIN\n\n" + _RAIN.format("noon.") + "\n\n- hay\n- oats", because="a list", format="markdown"),
        Good(
            "<p>" + _RAIN.format("noon.") + "</p><p>Set up and printed in the month of May by the printers of the "
            "parish of Oldham, in the house at the lower bridge beside the mill and the weir</p>",
            because="a colophon",
            format="html",
        ),
    ),
)
