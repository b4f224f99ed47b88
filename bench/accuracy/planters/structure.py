"""The markup and the frame of the text: names borne twice, end tags lost, page numbers misprinted."""

import re
from itertools import pairwise
from random import Random

from bench.accuracy.planting import Page, Planter, Planting, slipped
from edcheck.text import Span

_END = re.compile(r"</[A-Za-z][\w:.-]*>")
_PAGE = re.compile(r"\[(?:p|pg|S)\. ?(\d{1,4})\]|\{(\d{1,4})\}")
_LEAST = 5
"""Pages that a text has in order, so that one out of order is seen."""


def doubled_name(page: Page, random: Random) -> Planting | None:
    """An element bears the name of another."""
    anchors = [anchor for anchor in page.document.anchors if anchor.span.start < anchor.span.end]
    if len(anchors) < 2 or page.document.format not in ("html", "xhtml", "tei"):
        return None
    one, other = random.sample(anchors, 2)
    places = (one.span, other.span)
    if one.name == other.name or one.span == other.span or not page.quiet(*places):
        return None
    edit = (one.span, page.source[other.span.start : other.span.end])
    return Planting((edit,), (*places, one.tag, other.tag))


def lost_end_tag(page: Page, random: Random) -> Planting | None:
    """An end tag is lost in XML, which is not well-formed without it."""
    if page.document.format not in ("xhtml", "tei"):
        return None
    body = re.search(r"<(?:body|text)\b", page.source)
    ends = list(_END.finditer(page.source, body.start() if body else 0))
    if not ends:
        return None
    match = random.choice(ends)
    span = Span(*match.span())
    name = match[0][2:-1]
    start = _start_tag(page, span, name)
    after = _END.search(page.source, span.end)
    if start is None or after is None or not page.quiet(span):
        return None
    # Nothing says where it stood: the finding may stand at its start, or at the end tag that does not fit.
    return Planting(((span, ""),), (start, span, Span(*after.span())))


def _start_tag(page: Page, end: Span, name: str) -> Span | None:
    depth = 1
    tags = list(re.finditer(rf"<(/?){re.escape(name)}\b[^<>]*?(/?)>", page.source[: end.start]))
    for match in reversed(tags):
        if not match[2]:
            depth += 1 if match[1] else -1
        if depth == 0:
            return Span(*match.span())
    return None


def wrong_page(page: Page, random: Random) -> Planting | None:
    """A page bears a number that is not its own."""
    labels = [
        one.label_span for one in page.document.markup.breaks if one.kind == "page" and one.label.isdecimal()
    ]
    if not labels and not page.is_markup:
        labels = [Span(*match.span(match.lastindex or 0)) for match in _PAGE.finditer(page.source)]
    labels = [span for span in labels if page.source[span.start : span.end].isdecimal()]
    numbers = [int(page.source[span.start : span.end]) for span in labels]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    if len(numbers) < _LEAST or steps < len(numbers) - 1:
        return None
    at = random.randrange(1, len(labels) - 1)
    span = labels[at]
    if not page.quiet(span):
        return None
    return Planting(((span, slipped(str(numbers[at]), random)),), (Span(span.start - 4, span.end + 1),))


PLANTERS: dict[str, Planter] = {
    "doubled name": doubled_name,
    "lost end tag": lost_end_tag,
    "wrong page number": wrong_page,
}
