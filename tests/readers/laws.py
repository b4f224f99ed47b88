"""Laws that every reader obeys on every text. Each function raises AssertionError where one is broken."""

import re
from itertools import pairwise

from edcheck.model import Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.readers import Reader
from edcheck.text import Extent, Source, Span, TextView

_BLANK = re.compile(r"\s*\Z")


def check_reader(read: Reader, source: Source) -> Markup:
    """Read the source and hold the result against all laws."""
    markup = read(source, NO_SETTINGS)
    assert markup.source is source
    check_view(markup.view, source.text)
    check_blocks(markup)
    check_places(markup)
    return markup


def check_view(view: TextView, source: str) -> None:
    """Pieces lie end to end in the view, in order and apart in the source, verbatim where they are as long."""
    assert len(view.starts) == len(view.sources) == len(view.ends)
    bounds = [*view.starts, len(view.text)]
    if view.text:
        assert bounds[0] == 0
    source_end = 0
    for index, (start, end) in enumerate(pairwise(bounds)):
        at, to = view.sources[index], view.ends[index]
        assert start < end or not source, "a piece holds something"
        assert source_end <= at <= to <= len(source), "pieces keep the order of the source"
        if to - at == end - start:
            assert view.text[start:end] == source[at:to], "a piece as long as its source is its source"
        else:
            assert at == to or source[at] == "&", "what is not verbatim is inserted or a reference"
        source_end = to


def check_blocks(markup: Markup) -> None:
    """Blocks are in order, apart, trimmed, and hold all that can be seen."""
    text, end = markup.view.text, 0
    for block in markup.blocks:
        assert end <= block.extent.start <= block.extent.end <= len(text), "blocks are in order and apart"
        assert _BLANK.match(text[end : block.extent.start]), "nothing readable lies between blocks"
        end = block.extent.end
        body = text[block.extent.start : end]
        assert block.kind == "ornament" or body, "only a rule is a block without text"
        if markup.format != "plain":
            assert body == body.strip()
    assert _BLANK.match(text[end:]), "nothing readable lies after the last block"


def check_places(markup: Markup) -> None:
    """Extents lie in the view, spans in the source, and each shows what it claims to."""
    source, view = markup.source.text, markup.view
    for link in markup.links:
        _inside(link.extent, view.text)
        assert source[slice(*link.tag)].startswith("<")
        _within(link.target_span, link.tag)
        assert link.fragment is None or link.target.endswith(f"#{link.fragment}")
    for anchor in markup.anchors:
        _inside(anchor.extent, view.text)
        assert source[slice(*anchor.tag)].startswith("<")
        _within(anchor.span, anchor.tag)
        assert anchor.name == source[slice(*anchor.span)] or "&" in source[slice(*anchor.span)]
    for raised in markup.superscripts:
        _inside(raised, view.text)
    spans = [flaw.span for flaw in markup.flaws]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(source) for span in spans)
    assert markup.superscripts == sorted(markup.superscripts)
    assert [link.tag for link in markup.links] == sorted(link.tag for link in markup.links)


def _inside(extent: Extent, text: str) -> None:
    assert 0 <= extent.start <= extent.end <= len(text)


def _within(inner: Span, outer: Span) -> None:
    assert outer.start <= inner.start <= inner.end <= outer.end
