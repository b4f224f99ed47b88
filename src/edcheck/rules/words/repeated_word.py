"""A word stands twice in a row.

Whoever types or proofreads a line break easily sets the last word of one line again at the head of the next.
Words that language doubles on purpose (*had had*, *that that*) are left alone, and so is a gloss: in
`Tartarin [Tartarin is …` the bracket explains the word before it. Delete one of the two.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_REPEATED = re.compile(r"\b(\w+)\s+\1\b")
_DOUBLED = frozenset({"had", "that"})


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for match in _REPEATED.finditer(document.text):
        if match[1].lower() not in _DOUBLED:
            yield Draft("repeated", Extent(*match.span()), {"word": match[1]})


rule = Rule(
    id="words/repeated-word",
    severity="warning",
    doc=__doc__,
    messages={"repeated": "“{word}” stands twice"},
    check=check,
    fix="suggestion",
    bad=(Bad("He went to «the the» station."),),
    good=(
        Good("He went to the station."),
        Good("By then she had had enough.", because="the verb doubles itself"),
    ),
)
