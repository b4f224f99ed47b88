"""The tags at the head of a page or of a TEI document: what says that it is whole, and where its head is."""

import re

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.text import Span

_HEAD = 16_384
"""Code points at the beginning of a source in which its first tags stand."""
_TAGS = {
    "html": lazy_pattern(r"<(?:[\w-]++:)?(html|head|title)\b[^<>]*+>", re.IGNORECASE),
    "tei": lazy_pattern(r"<(?:[\w-]++:)?(TEI(?:\.2)?|teiHeader|titleStmt)(?![\w.-])[^<>]*+>"),
}
_NAMES = 3
"""Tags that are looked for: the source behind the last of them is of no concern."""
_WHOLE = {"html": "html", "tei": "teiHeader"}
"""What stands in whole documents and in no fragment."""


def head_tags(document: Document) -> dict[str, Span]:
    """The start tags of a document's root, head and title by their names, in order; none for a fragment.

    Names of HTML are small (`html`, `head`, `title`); those of TEI are `TEI`, `teiHeader` and `titleStmt`.
    """
    pattern = _TAGS.get(document.format)
    if pattern is None:
        return {}
    found: dict[str, Span] = {}
    for match in pattern.finditer(document.source.text, 0, _HEAD):
        name = match[1].lower() if document.format == "html" else match[1].removesuffix(".2")
        found.setdefault(name, Span(*match.span()))
        if len(found) == _NAMES:
            break
    return found if _WHOLE[document.format] in found else {}
