"""The same long paragraphs stand in two documents of the edition.

A file was saved twice under two names, or its end was copied to the beginning of the next when a text was cut into
files. Delete one of the two, unless the authors repeat themselves. Licences and forms, which stand in many files,
count for nothing, nor does a text that the edition holds in two formats.
"""

from collections.abc import Iterator

from edcheck.model import Draft, Facts, Stretch
from edcheck.records import NamedTuple, dataclass
from edcheck.rule import Bad, Good, Rule
from edcheck.rules.edition.copies import MOSTLY, paragraphs_of, shared_paragraphs

_BRIDGED = 1
"""Paragraphs between two that agree which may differ, in one stretch."""


@dataclass(frozen=True, slots=True)
class Options:
    """`least`: code points that must be the same."""

    least: int = 400


class _Copy(NamedTuple):
    """Paragraphs of one document that stand in an earlier one: from which to which in both, how long."""

    first: int
    last: int
    other_first: int
    other_last: int
    length: int


def check(facts: list[Facts], options: Options) -> Iterator[Draft]:
    if len(facts) < 2:
        return
    paragraphs = paragraphs_of(facts)
    for (document, earlier), pairs in shared_paragraphs(facts).items():
        own = paragraphs[document]
        mostly = len(pairs) > MOSTLY * len(own)
        if mostly and facts[document].format != facts[earlier].format:
            # One text in two formats.
            continue
        for copy in _copies(pairs, own, len(own) if mostly else _BRIDGED):
            if copy.length >= options.least:
                yield _draft(copy, facts[document].path, facts[earlier].path, mostly)


def _copies(pairs: list[tuple[int, int]], own: list[tuple[int, int]], bridged: int) -> Iterator[_Copy]:
    """The stretches that agree; a few paragraphs within them may differ."""
    first, last = pairs[0], pairs[0]
    length = 0
    for pair in [*pairs, (len(own) + bridged + 1, 0)]:
        if pair[0] - last[0] > bridged + 1 or not 0 <= pair[1] - last[1] <= bridged + 1:
            yield _Copy(first[0], last[0], first[1], last[1], length)
            first, length = pair, 0
        length += own[pair[0]][1] if pair[0] < len(own) else 0
        last = pair


def _draft(copy: _Copy, path: str, earlier: str, mostly: bool) -> Draft:
    count = copy.last - copy.first + 1
    return Draft(
        "one" if count == 1 else ("whole" if mostly else "several"),
        Stretch(path, copy.first, copy.last),
        {"count": count, "path": earlier},
        ((Stretch(earlier, copy.other_first, copy.other_last), "the same text"),),
        (f"about {copy.length} characters agree",),
        confidence=0.9 if count > 1 else 0.8,
    )


_FLOOD = (
    "The brook rose by a foot in the night, and by the morning it stood in the lower meadow; the miller opened "
    "both sluices and sent his boy to warn the ferry, but the ferry had gone over at dawn with the mail and two "
    "calves, and nobody answered from the other bank until the fog lifted."
)
_FAIR = (
    "At the fair there were fewer stalls than in other years, because the road by the quarry was still under "
    "water; the rope-makers came by boat, the cheese came not at all, and the council let the stall-holders off "
    "the half of their toll, which the treasurer wrote down as a loan."
)
_OATH = (
    "I swear to keep the light from dusk to dawn, to leave the tower to no stranger, to write down every sail "
    "that I see and every night that I do not see the other light, and to hand over the book at the end of the "
    "year to whoever the Harbour Council sends for it, so that it be kept."
)

rule = Rule(
    id="edition/repeated-text-across-files",
    severity="warning",
    doc=__doc__,
    messages={
        "one": "this paragraph stands in {path} already",
        "several": "these {count} paragraphs stand in {path} already",
        "whole": "this text stands in {path} already",
    },
    check=check,
    scope="edition",
    options=Options,
    bad=(
        Bad(f"Of the Flood\n\n{_FLOOD}\n\n{_FAIR}\n\fOf the Fair\n\n«{_FLOOD}\n\n{_FAIR}»\n\n{_OATH}\n"),
        Bad(f"{_OATH}\n\n{_FLOOD}\n\n{_FAIR}\n\f«{_OATH}\n\n{_FLOOD}\n\n{_FAIR}»\n"),
        Bad(
            f"{_OATH}\n\n{_FLOOD} {_FAIR}\n\f«{_FLOOD.replace('road', 'way')}\n{_FAIR}»\n\nThe oath was kept.\n",
        ),
    ),
    good=(
        Good(f"Of the Flood\n\n{_FLOOD}\n\fOf the Fair\n\n{_FAIR}\n"),
        Good(
            "\f".join(f"The keeper of {name} swore:\n\n{_OATH} {_OATH}\n" for name in ("Tarn", "Merla", "Quill")),
            because="a form that stands in many files",
        ),
        Good(
            f"{_FLOOD}\n\nSo far the gazette.\n\fThe gazette had this:\n\n{_FLOOD}\n",
            because="a short text that two writers quote",
        ),
    ),
)
