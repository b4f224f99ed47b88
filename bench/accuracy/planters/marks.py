"""Brackets and quotation marks: lost ones, and brackets of the wrong kind."""

from random import Random

from bench.accuracy.planting import Page, Planter, Planting
from edcheck.text import Extent, Span

_LEAST = 8
"""Characters between two marks below which they may be a label's or a list's."""
_OTHER = {")": "]", "]": ")"}


def _pairs(page: Page, brackets: bool) -> list[tuple[Span, Span]]:
    """Where pairs of marks stand that lie in one paragraph of prose."""
    document = page.document
    marks = document.marks
    blocks = {id(block) for block in page.prose}
    found = []
    for start, end in marks.partners.items():
        if not marks.opens[start] or (start in marks.brackets) != brackets or end - start < _LEAST:
            continue
        block = document.block_at(start)
        if block is None or id(block) not in blocks or end >= block.extent.end:
            continue
        spans = page.exact(Extent(start, start + 1)), page.exact(Extent(end, end + 1))
        if spans[0] and spans[1] and page.quiet(spans[0], spans[1]):
            found.append((spans[0], spans[1]))
    return found


def lost_bracket(page: Page, random: Random) -> Planting | None:
    """One of two brackets is lost."""
    found = _pairs(page, True)
    if not found:
        return None
    pair = random.choice(found)
    return Planting(((random.choice(pair), ""),), pair)


def wrong_bracket(page: Page, random: Random) -> Planting | None:
    """A bracket is closed by one of another kind."""
    found = [pair for pair in _pairs(page, True) if page.source[pair[1].start] in _OTHER]
    if not found:
        return None
    pair = random.choice(found)
    return Planting(((pair[1], _OTHER[page.source[pair[1].start]]),), pair)


def lost_quote(page: Page, random: Random) -> Planting | None:
    """One of two quotation marks is lost."""
    document = page.document
    found = _pairs(page, False)
    if not found:
        return None
    pair = random.choice(found)
    lost = random.choice(pair)
    block = document.block_at(document.view.extent(lost).start)
    if block is None:
        return None
    # A quotation that goes on in the next paragraph, which opens it again, is left open on purpose.
    after = document.text[block.extent.end :].lstrip()[:1]
    if lost is pair[1] and after and not after.isalnum():
        return None
    return Planting(((lost, ""),), pair)


PLANTERS: dict[str, Planter] = {
    "lost bracket": lost_bracket,
    "wrong bracket": wrong_bracket,
    "lost quotation mark": lost_quote,
}
