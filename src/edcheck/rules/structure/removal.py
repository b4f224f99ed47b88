"""The fix that takes whole blocks out of a document, their markup and the blank before them included."""

from edcheck.model import Document, Fix
from edcheck.model.fix import Trust
from edcheck.text import Span

_MARKED_UP = frozenset({"html", "tei"})


def removal(document: Document, first: int, last: int, trust: Trust) -> Fix | None:
    """Delete the blocks from number `first` to `last`; None where it cannot be told where their markup ends."""
    blocks, source = document.blocks, document.source.text
    start = document.view.spans(blocks[first].extent)[0].start
    end = document.view.spans(blocks[last].extent)[-1].end
    low = document.view.spans(blocks[first - 1].extent)[-1].end if first else 0
    if document.format in _MARKED_UP:
        return _of_elements(document, (first, last), Span(start, end), low, trust)
    if document.format != "plain":
        start = max(source.rfind("\n", low, start), low)
        following = source.find("\n", end)
        end = following if following >= 0 else len(source)
    while start > low and source[start - 1].isspace():
        start -= 1
    return document.fix("delete the copy", Span(start, end), "", trust)


def _of_elements(document: Document, numbers: tuple[int, int], text: Span, low: int, trust: Trust) -> Fix | None:
    """Delete from the first block's start tag to the last one's end tag, if nothing else stands between."""
    first, last = (document.blocks[number] for number in numbers)
    source = document.source.text
    start = source.rfind(f"<{first.name}", low, text.start)
    closing = f"</{last.name}>"
    end = source.find(closing, text.end)
    following = document.blocks[numbers[1] + 1 : numbers[1] + 2]
    high = document.view.spans(following[0].extent)[0].start if following else len(source)
    if not first.name or start < 0 or not text.end <= end < high:
        return None
    while start > low and source[start - 1].isspace():
        start -= 1
    return document.fix("delete the copy", Span(start, end + len(closing)), "", trust)
