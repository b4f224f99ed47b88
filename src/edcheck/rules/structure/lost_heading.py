"""A heading seems to have been lost.

In a plain text many more blank lines stand before a paragraph than anywhere else, as titles leave behind when a
page is saved as text: what its siblings have there is missing. Look at the source and restore the heading, or
close the gap.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Block, Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_LEAST_GAP = 6
"""Blank lines; smaller gaps set chapters off in ordinary etexts."""
_LEAST_PROSE = 120
"""Characters of a block that is certainly no heading itself."""
_LINE_END = lazy_pattern(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if document.format != "plain":
        return
    wide = [index for index, block in enumerate(document.blocks) if block.blank_before >= _LEAST_GAP and index]
    if not wide:
        return
    census = Counter(block.blank_before for block in document.blocks[1:])
    usual = max((gap for gap, count in census.items() if count > 1), default=1)
    for index in wide:
        before, block = document.blocks[index - 1], document.blocks[index]
        gap = block.blank_before
        least = max(_LEAST_GAP, 2 * usual) + (2 if _short(before) and before.kind != "ornament" else 0)
        if gap < least or _short(block) or document.in_zone(block.extent, "boilerplate", "navigation", "contents"):
            continue
        line = _LINE_END.match(document.text, before.extent.end)
        at = line.end() if line else before.extent.end
        habit = ", ".join(f"{size} ({count}×)" for size, count in sorted(census.items()) if size < gap)
        yield Draft(
            "gap",
            Extent(at, at),
            {"count": gap},
            ((Extent(block.extent.start, min(block.extent.start + 40, block.extent.end)), "what follows"),),
            (f"blank lines between other paragraphs: {habit}",),
            confidence=0.85 if before.kind == "ornament" or census[gap] == 1 else 0.6,
        )


def _short(block: Block) -> bool:
    return block.extent.end - block.extent.start < _LEAST_PROSE


_SHOWERS = (
    "It rained in Oldham all through the first week of May, and the showers that fell on the moor were heavy. "
)
_PROSE = _SHOWERS + "The brook rose by a foot."

rule = Rule(
    id="structure/lost-heading",
    severity="warning",
    doc=__doc__,
    messages={
        "gap": "{count} blank lines, many more than usual here: a heading may have been lost",
    },
    check=check,
    bad=(
        Bad(f"The Rain Gauge\n\n* * *\n«»{chr(10) * 8}{_PROSE}\n\n{_PROSE}\n\n\n{_PROSE}"),
        Bad(f"{_PROSE}\n\n{_PROSE}\n«»{chr(10) * 9}{_PROSE}\n\n{_PROSE}"),
    ),
    good=(
        Good(
            f"{_PROSE}\n\n{_PROSE}\n\n\n\n\nMAY\n\n\n{_PROSE}\n\n\n\n\nJUNE\n\n\n{_PROSE}", "chapters are set off"
        ),
        Good(f"{_PROSE}{chr(10) * 9}MAY\n\n\n{_PROSE}\n\n{_PROSE}", "the heading is there"),
        Good(
            f"{_PROSE}{chr(10) * 7}{_PROSE}{chr(10) * 7}{_PROSE}{chr(10) * 8}{_PROSE}",
            "wide gaps are this text's habit",
        ),
        Good(f"{_PROSE}\n\n{_PROSE}{chr(10) * 12}End of the volume", "the end is set off"),
        Good(
            "<h1>Rain</h1><p>It rained.</p><h3></h3><p>It hailed.</p>",
            "an empty heading has a rule of its own",
            "html",
        ),
    ),
)
