"""The contract of readers, as one function.

Whoever writes a reader runs `check_reader` over texts of all sorts, hostile ones included. The laws:

1. The reader returns a `Markup` of the source it was given, and raises on no content whatever.
2. *The view.* Its pieces lie end to end in the view and apart in the source, in any order there. A piece as long
   as its source is its source, letter by letter. Any other is inserted (its source is empty), or stands for a
   reference or an escape (`&mdash;`, `\\*`), or is one U+FFFC for what is no prose.
3. *Nothing is lost.* What stands in no piece of the view is markup, as far as `is_markup` can tell.
4. *Blocks* are in order and apart, begin and end with what can be seen, and hold all that can be seen.
5. *Places* lie in the view or in the source, and what they claim to say stands there
   (`edcheck.testing.places` has the details).
6. *Stable.* The same source gives the same markup.

That the time is linear is `edcheck.testing.check_linear`'s to find out.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise

from edcheck.model import Edition, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.readers import Reader
from edcheck.testing.law import BrokenLawError, inside, require
from edcheck.testing.places import check_places
from edcheck.text import Source, TextView

NO_PROSE = "\ufffc"
"""What stands in a view for code, formulas, gaps and pictures: OBJECT REPLACEMENT CHARACTER."""
_BLANK = re.compile(r"\s*\Z")

IsMarkup = Callable[[str], bool]
"""Tells of a stretch of the source that is in no piece of the view whether it is markup and nothing else."""


def check_reader(
    read: Reader, source: Source, edition: Edition = NO_SETTINGS, is_markup: IsMarkup | None = None
) -> Markup:
    """Read the source, hold the result against all laws, and return it.

    Raises BrokenLawError with the law and the place where one is broken. `is_markup` is asked of every stretch of
    the source that is not in the view: without it, law 3 is not tried.
    """
    markup = _read(read, source, edition)
    require(markup.source is source, "the markup is that of the source given", markup.source.name)
    require(bool(markup.format), "the markup names its format")
    check_view(markup.view, source.text)
    if is_markup is not None:
        _check_nothing_lost(markup.view, source.text, is_markup)
    check_blocks(markup)
    check_places(markup)
    _check_stable(markup, _read(read, source, edition))
    return markup


def _read(read: Reader, source: Source, edition: Edition) -> Markup:
    try:
        markup = read(source, edition)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise BrokenLawError(f"a reader raises on no content: {reason}; source {source.text[:200]!r}") from error
    require(isinstance(markup, Markup), "a reader returns a Markup", type(markup).__name__)
    return markup


def check_view(view: TextView, source: str) -> None:
    """Hold a view against its source (law 2)."""
    counts = {len(view.starts), len(view.sources), len(view.ends)}
    require(len(counts) == 1, "a view has one start, source and end for each piece", *counts)
    bounds = [*view.starts, len(view.text)]
    require(bounds[0] == 0 if view.text else True, "the first piece begins the view", bounds[0])
    for (start, end), at, to in zip(pairwise(bounds), view.sources, view.ends, strict=True):
        shown = view.text[start:end]
        require(start < end or not source, "a piece holds something", (start, end))
        require(0 <= at <= to <= len(source), "a piece lies in the source", (at, to), shown)
        written = source[at:to]
        require(_is_right(shown, written), "a piece is its source, an escape, or U+FFFC", shown, written, (at, to))
    taken = sorted((at, to) for at, to in zip(view.sources, view.ends, strict=True) if at < to)
    for (_, before), (after, end) in pairwise(taken):
        require(before <= after, "no part of the source stands in the view twice", (after, end), source[after:end])


def _is_right(shown: str, written: str) -> bool:
    if len(shown) == len(written):
        return shown in (written, NO_PROSE)
    return not written or written[0] in "&\\" or shown == NO_PROSE


def _check_nothing_lost(view: TextView, source: str, is_markup: IsMarkup) -> None:
    end = 0
    for at, to in sorted(zip(view.sources, view.ends, strict=True)):
        hidden = source[end:at]
        require(not hidden or is_markup(hidden), "what is not in the view is markup", (end, at), hidden)
        end = max(end, to)
    require(end >= len(source) or is_markup(source[end:]), "what is not in the view is markup", source[end:])


def check_blocks(markup: Markup) -> None:
    """Hold the blocks against the view (law 4). In a plain text a block begins with its indentation."""
    text, end = markup.view.text, 0
    for block in markup.blocks:
        start = block.extent.start
        inside(block.extent, len(text), "a block lies in the view", block)
        require(end <= start, "blocks are in order and apart", block)
        require(bool(_BLANK.match(text[end:start])), "nothing readable lies between blocks", text[end:start])
        end = block.extent.end
        body = text[start:end]
        require(block.kind == "ornament" or bool(body), "only a rule is a block without text", block)
        trimmed = body.strip()
        if markup.format == "plain":
            trimmed = body.rstrip(" \t\r\n")
        require(body == trimmed, "a block begins and ends with what can be seen", body)
        require(0 <= block.level <= 6, "a heading's rank is 1 to 6", block)
    require(bool(_BLANK.match(text[end:])), "nothing readable lies after the last block", text[end:])


def _check_stable(first: Markup, second: Markup) -> None:
    for field in fields(Markup):
        one, other = getattr(first, field.name), getattr(second, field.name)
        if field.name == "view":
            one, other = _parts(one), _parts(other)
        require(one == other, f"the same source gives the same {field.name}", one, other)


def _parts(view: TextView) -> tuple[object, ...]:
    return view.text, list(view.starts), list(view.sources), list(view.ends)
