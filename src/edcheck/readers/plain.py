r"""Plain text: paragraphs are set off by blank lines, and that is all the markup there is.

A line of a block whose own indentation is that of a list (`  1. …`) is left inside its block: what the words
say is recognised later. Line ends are `\n`, `\r\n` and `\r`.
"""

from edcheck.model import Block, Edition, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.model.markup import BlockKind
from edcheck.patterns import lazy_pattern
from edcheck.readers.interface import decoding_problems
from edcheck.text import Extent, Source, TextView

# Atomic: `\r\n` must never be taken for two line ends. Most texts have one kind of line end, and a pattern that
# begins with a letter is found ten times as fast as one that begins with a choice.
_GAP = lazy_pattern(r"(?>\r\n|\n|\r)(?:[ \t]*(?>\r\n|\n|\r))+")
_GAP_LF = lazy_pattern(r"\n(?:[ \t]*\n)+")
_LEADING = lazy_pattern(r"(?:[ \t]*(?>\r\n|\n|\r))+")
_ORNAMENT = lazy_pattern(r"[\s*_=~#.\-–—·•⁂]*\Z")
_INDENT = lazy_pattern(r"[ \t]*")


def read_plain(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read a plain text: its view is itself."""
    text = source.text
    blocks: list[Block] = []
    start, blank = 0, 0
    leading = _LEADING.match(text)
    if leading:
        start, blank = leading.end(), _line_count(leading.group())
    for gap in (_GAP if "\r" in text else _GAP_LF).finditer(text, start):
        low, high = gap.span()
        _add_block(blocks, text, start, low, blank)
        start, blank = high, 1 if high - low == 2 else _line_count(gap.group()) - 1
    _add_block(blocks, text, start, len(text), blank)
    return Markup(source, "plain", TextView.identity(text), blocks, problems=decoding_problems(source))


def _line_count(gap: str) -> int:
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")


def _add_block(blocks: list[Block], text: str, start: int, end: int, blank: int) -> None:
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    if start >= end:
        return
    if text[start].isalnum():
        blocks.append(Block("paragraph", Extent(start, end), 0, 0, blank))
        return
    indent_match = _INDENT.match(text, start, end)
    indent = indent_match.end() - start if indent_match else 0
    kind: BlockKind = "ornament" if _ORNAMENT.match(text, start, end) else "paragraph"
    blocks.append(Block(kind, Extent(start, end), 0, indent, blank))
