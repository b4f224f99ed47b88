"""Stretches that are not the edition's own text: licences, credits, navigation, contents lists, code.

Only the head and the foot of a document are looked at for what stands there, so the cost does not grow with it.
"""

from edcheck.model import Block, Document, Zone
from edcheck.model.document import ZoneKind
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent

_HEAD, _FOOT = 12, 8
"""Blocks at either end in which credits and navigation stand."""
_CREDIT_LENGTH = 400
"""Code points up to which a block can be a line of credits or of navigation."""
_WINDOW = 30_000
"""Code points from the beginning in which a licence's header ends."""
_STARTS = ("*** START OF", "***START OF", "*END*THE SMALL PRINT", "*END THE SMALL PRINT")
_ENDS = ("*** END OF TH", "***END OF TH", "End of the Project Gutenberg", "End of Project Gutenberg")
_CREDIT = lazy_pattern(
    r"(?:Last (?:updated|modified|revised)\b|Updated\b|Page (?:last )?(?:updated|modified)\b|"
    r"(?:HTML|Web|Online|On-?line)?[ -]*(?:Transcribed|Transcription|Transcriber|Mark-?up|Marked up|Proofread|"
    r"Digitized|Digitised|Scanned|Encoded|E-?text)\b[\w ,/&’'-]{0,80}?(?:\bby\b|:|/)|"
    r"HTML(?: version|-version)? (?:by|for)\b|(?:This e-?(?:book|text) was )?[Pp]roduced by\b|"
    r"©|Copyright (?:©|\(c\)|\d{4}))",
)
_CREDIT_INITIALS = frozenset("LUPHWOTMDSE©Cp -")
_CREDIT_INSIDE = lazy_pattern(
    r"(?:Transcri(?:bed|ption)|Mark-?up|[Mm]arked up|Proofread|Digiti[sz]ed)\b[^\n]{0,40}(?:by|:)"
)
_NAVIGATION = frozenset(
    {
        "nav",
        "navigation",
        "toplink",
        "toplinks",
        "link",
        "linkback",
        "footer",
        "next",
        "prev",
        "previous",
        "breadcrumb",
    }
)
_INFORMATION = frozenset({"info", "information", "credits", "imprint", "publication"})
_UPDATED = frozenset({"updat", "update", "updated"})
_CODE = lazy_pattern(r"(?:^|[\s-])(?:code|codehilite|highlight|listing|sourcecode|language-)")
_CONTENTS_INITIALS = frozenset("CTIСО")
_CONTENTS = ("CONTENTS", "Contents", "TABLE", "Table", "INHALT", "Inhalt", "Содержание", "Оглавление")
_HEADINGS = frozenset(
    {
        "contents",
        "table of contents",
        "inhalt",
        "inhaltsverzeichnis",
        "table des matières",
        "содержание",
        "оглавление",
    }
)
_ENTRIES = 400
"""Blocks that a contents list can have."""
_ENTRY = 200
"""Code points up to which a block can be an entry of a contents list."""


def find_zones(document: Document) -> list[Zone]:
    """Return the zones in the order in which they begin."""
    zones = [*_licence(document), *_edges(document), *_contents(document)]
    if document.format != "plain":
        zones += _code(document)
    zones.sort(key=lambda zone: zone.extent)
    return zones


def _licence(document: Document) -> list[Zone]:
    """The header and the footer that Project Gutenberg puts around a text."""
    text = document.text
    zones = []
    name = "Project Gutenberg"
    foot = max(len(text) - _WINDOW, _WINDOW - len(name))
    if text.find(name, 0, _WINDOW) < 0 and text.find(name, foot) < 0:
        return []
    for mark in _STARTS:
        start = text.find(mark, 0, _WINDOW)
        if start >= 0:
            zones.append(Zone("boilerplate", Extent(0, _line_end(text, start))))
            break
    ends = [place for mark in _ENDS if (place := text.rfind(mark, len(text) // 2)) >= 0]
    if ends:
        zones.append(Zone("boilerplate", Extent(min(ends), len(text))))
    return zones


def _edges(document: Document) -> list[Zone]:
    """Credits and navigation in the first and the last blocks."""
    blocks = document.blocks
    edges = blocks if len(blocks) <= _HEAD + _FOOT else [*blocks[:_HEAD], *blocks[-_FOOT:]]
    linked = _linked(document, edges) if document.links else {}
    zones = []
    for block in edges:
        kind = _edge_kind(document, block, linked)
        if kind:
            zones.append(Zone(kind, Extent(_credits_start(document, block), block.extent.end)))
    return zones


def _credits_start(document: Document, block: Block) -> int:
    """Where the credits begin in a block that also tells when a text was written and where it was printed."""
    start, end = block.extent
    if not _INFORMATION & frozenset(block.css_class.lower().split()):
        return start
    match = _CREDIT_INSIDE.search(document.text, start, end)
    line = document.text.rfind("\n", start, match.start()) + 1 if match else 0
    return max(line, start)


def _edge_kind(document: Document, block: Block, linked: dict[int, int]) -> ZoneKind | None:
    start, end = block.extent
    text = document.text
    if (
        end - start < _CREDIT_LENGTH
        and text[start : start + 1] in _CREDIT_INITIALS
        and _CREDIT.match(text, start, end)
    ):
        return "boilerplate"
    if not block.css_class and not linked:
        return None
    passage = text[start : min(end, start + 600)]
    classes = frozenset(block.css_class.lower().split())
    if classes & _UPDATED or (classes & _INFORMATION and _CREDIT_INSIDE.search(passage)):
        return "boilerplate"
    mostly_links = linked.get(start, 0) * 2 > len(passage.strip()) > 0
    if (
        block.kind != "item"
        and end - start < _CREDIT_LENGTH
        and (mostly_links or (classes & _NAVIGATION and linked))
    ):
        return "navigation"
    return None


def _linked(document: Document, blocks: list[Block]) -> dict[int, int]:
    """How many code points of each block are links that lead out of the page or to its top."""
    lengths: dict[int, int] = {}
    for link in document.links:
        if link.fragment in (None, "", "top"):
            block = document.block_at(link.extent.start)
            if block is not None:
                start = block.extent.start
                lengths[start] = lengths.get(start, 0) + link.extent.end - link.extent.start
    return lengths


def _contents(document: Document) -> list[Zone]:
    """A heading that says Contents, with the short lines that follow it."""
    text = document.text
    for index, block in enumerate(document.blocks):
        start = block.extent.start + block.indent
        if text[start : start + 1] in _CONTENTS_INITIALS and text.startswith(_CONTENTS, start):
            line_end = min(_line_end(text, start), block.extent.end)
            if text[start:line_end].rstrip(" \t.:_*=").lower() in _HEADINGS:
                end = _end_of_entries(document, index, line_end)
                return [Zone("contents", Extent(start, end))] if end > line_end else []
    return []


def _end_of_entries(document: Document, heading: int, line_end: int) -> int:
    """Where the last entry of a contents list ends; `line_end` where no entry follows the heading."""
    end = document.blocks[heading].extent.end
    for block in document.blocks[heading + 1 : heading + _ENTRIES]:
        new_part = block.kind == "heading" or (block.blank_before > 2 and end > line_end)
        if new_part or block.extent.end - block.extent.start > _ENTRY:
            break
        end = block.extent.end
    return end


def _code(document: Document) -> list[Zone]:
    return [
        Zone("code", block.extent)
        for block in document.blocks
        if block.kind == "preformatted" and block.css_class and _CODE.search(block.css_class.lower())
    ]


def _line_end(text: str, place: int) -> int:
    ends = [end for end in (text.find("\n", place), text.find("\r", place)) if end >= 0]
    return min(ends, default=len(text))
