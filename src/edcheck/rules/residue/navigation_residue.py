"""Words of a page's navigation stand in the text.

When a page is copied or converted to plain text, its links lose their targets and leave their labels behind:
`return`, `top`, `Back to text`, `next | previous`. Delete them. In a page whose other notes have such links, an
unlinked label among them has lost its link, and the link should be restored.
"""

import re
from collections.abc import Iterator

from edcheck.model import Block, Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_PLAIN = r"return|back|top|next|prev(?:ious)?|home|index|contents|up|forward"
_PHRASE = (
    r"(?:go |jump |return |back |up )(?:back )?to (?:the )?"
    r"(?:top|text|main text|index|contents|table of contents|home ?page|beginning|notes?|footnotes?|article|page)"
    r"(?: of (?:the )?(?:page|text|document))?|"
    r"top of (?:the )?(?:page|document|text)|(?:next|previous|prev) (?:page|chapter|section|letter|document)|"
    r"click here|zurück(?: zum (?:text|anfang|seitenanfang|inhalt))?|nach oben|seitenanfang|"
    r"haut de (?:la )?page|retour(?: au texte| en haut)?|наверх|к оглавлению"
)
_LABEL = rf"(?:{_PHRASE}|{_PLAIN})"
_BLOCK = lazy_pattern(
    rf"[\s\[(<|«‹←↑↩^]*({_LABEL})((?:[\s\])>|»›→↑/·•,\[(<«‹←↩–—-]+{_LABEL})*)[\s\])>|»›→↑↩.!]*\Z", re.IGNORECASE
)
_SURE = lazy_pattern(rf"(?:{_PHRASE})\W*\Z", re.IGNORECASE)
_BRACKETED = lazy_pattern(r"[\[(<|«←↑↩].*[\])>|»→↑↩]?\Z", re.DOTALL)
_LONGEST = 80
_FOOT = 4
"""Blocks at the end of a document where a label alone can only be residue."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    blocks, text = document.blocks, document.text
    for index, block in enumerate(blocks):
        start, end = block.extent
        if end - start > _LONGEST:
            continue
        match = _BLOCK.match(text, start, end)
        if match is None or not _is_residue(document, block, index, match):
            continue
        words = " ".join(text[start:end].split())
        fix = document.fix(f"Delete “{words}”", block.extent, "", "unsafe")
        yield Draft("left", block.extent, {"words": words}, fixes=(fix,), confidence=0.95)


def _is_residue(document: Document, block: Block, index: int, match: re.Match[str]) -> bool:
    if block.kind in ("heading", "cell") or document.in_zone(block.extent, "boilerplate", "code", "contents"):
        return False
    if document.format != "plain":
        return _lost_its_link(document, block.extent, match[0])
    if match[2].strip():
        return True
    if _SURE.match(match[1]):
        return True
    at_end = index >= len(document.blocks) - _FOOT and index > 0
    return match[1].lower() in ("return", "back", "top") and (
        bool(_BRACKETED.match(match[0])) or at_end or _among_notes(document, index)
    )


def _lost_its_link(document: Document, extent: Extent, label: str) -> bool:
    """Tell whether the label is unlinked where the same label is a link at least twice."""
    if any(link.extent.start < extent.end and extent.start < link.extent.end for link in document.links):
        return False
    wanted = label.strip().lower()
    alike = sum(1 for link in document.links if document.quote(link.extent).strip().lower() == wanted)
    return alike >= 2


def _among_notes(document: Document, index: int) -> bool:
    """Tell whether a note ends before the block and another begins right after it."""
    if index + 1 >= len(document.blocks):
        return False
    place, following = document.blocks[index].extent.start, document.blocks[index + 1].extent
    starts = [note.marker.start for note in document.notes]
    return min(starts, default=place) < place and any(following.start <= at < following.end for at in starts)


rule = Rule(
    id="residue/navigation-residue",
    severity="error",
    doc=__doc__,
    messages={"left": "“{words}” is a label of the page's navigation, not part of the text"},
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            "1. The bridge fell in May.\n\n«return return»\n\nArle, 1871",
            fixed="1. The bridge fell in May.\n\n\n\nArle, 1871",
        ),
        Bad("The bridge is down.\n\n«Back to top»\n\nThe mill is gone.\n\n«next | previous»\n\n«[top]»"),
        Bad(
            '<p>a</p><p><a href="#f1">Return to text</a></p><p>b</p><p><a href="#f2">Return to text</a></p>'
            "<p>c</p><p>«Return to text»</p>",
            format="html",
        ),
    ),
    good=(
        Good(
            "They rode\n\nReturn\n\nto the mill and slept there.\n\nIt held.\n\nSo it did.\n\nArle.\n\n1871",
            because="a word of verse on a line of its own",
        ),
        Good("He could not return, return he would not; the top was near."),
        Good("Contents\n\nThe bridge\n\nThe mill", because="a heading"),
        Good('<p>The bridge.</p><p><a href="#top">Top of the page</a></p>', format="html", because="a link"),
    ),
)
