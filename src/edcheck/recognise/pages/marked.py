"""Page breaks that the markup says: elements of their own, and anchors that are called after pages."""

from bisect import bisect_right

from edcheck.model import Anchor, Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.pages.page import Page, page_of
from edcheck.text import Extent, Span

_PRINT = lazy_pattern(r"""\bed(?:Ref)?\s*=\s*["']([^"'<>]*)""")
_NAME = lazy_pattern(r"(?:page|pag|pg|pb|seite|p)[_.:-]?0*([0-9]{1,4}|[ivxlc]{1,9})\Z")
_INITIALS = ("p", "P", "s", "S")
_CARRIERS = frozenset(("a", "span", "div", "hr", "i", "small", "sup", "b"))
_SHOWN = lazy_pattern(r"[^\w\n]*(?:[^\W\d_]{1,8}\.?\s?)?([0-9]{1,4}|[ivxlc]{1,9}|[IVXLC]{1,9})[^\w\n]*\Z")
_CLASSED = lazy_pattern(
    r"pagen(?<=[\"'\s]pagen)(?:um(?:ber)?|o)s?[\"'\s][^<>]{0,200}+>(?:<[^<>]{0,200}+>){0,4}+([^<>\n]{1,16})<"
)
_LONGEST_SHOWN = 16
_MARKED_UP = frozenset(("html", "xhtml", "markdown", "wikitext"))


def find_breaks(document: Document) -> list[Page]:
    """The page breaks that elements mark, without those inside notes, which say again where the text breaks."""
    pages = []
    source, text = document.markup.breaks, document.source.text
    if not any(each.kind == "page" for each in source):
        return []
    notes = sorted(note.extent for note in document.markup.notes)
    for each in source:
        if each.kind != "page" or _inside(notes, each.at):
            continue
        edition = _PRINT.search(text, each.tag.start, each.tag.end)
        place = each.label_span if each.label else each.tag
        pages.append(page_of(each.label, place, each.at, f"break {edition[1]}" if edition else "break"))
    return pages


def _inside(extents: list[Extent], at: int) -> bool:
    index = bisect_right(extents, (at, at)) - 1
    return index >= 0 and extents[index].start < at < extents[index].end


def find_named(document: Document) -> list[Page]:
    """The pages that anchors are called after, or that elements of a class of page numbers show."""
    pages: list[Page] = []
    of_notes = {name for reference in document.references for name in reference.anchors}
    of_notes.update(name for note in document.notes for name in note.anchors)
    for anchor in document.anchors:
        if anchor.name.startswith(_INITIALS) and anchor.name not in of_notes:
            page = _named(document, anchor)
            if page is not None and (not pages or (pages[-1].at, pages[-1].value) != (page.at, page.value)):
                pages.append(page)
    if not pages and document.format in _MARKED_UP and "pagen" in document.source.text:
        pages = _classed(document)
    return pages


def _named(document: Document, anchor: Anchor) -> Page | None:
    match = _NAME.match(anchor.name.lower())
    if match is None or anchor.element.lower() not in _CARRIERS:
        return None
    start, end = anchor.extent
    shown = _SHOWN.match(document.text, start, end) if end - start <= _LONGEST_SHOWN else None
    if shown:
        return page_of(shown[1], Extent(*shown.span(1)), start, "named")
    if not anchor.name[1:2].isalpha():
        return None  # `p12` without a number to see is a paragraph
    offset = anchor.span.end - len(match[1])
    return page_of(match[1], Span(offset, anchor.span.end), start, "named")


def _classed(document: Document) -> list[Page]:
    pages = []
    for match in _CLASSED.finditer(document.source.text):
        extent = document.view.extent(Span(*match.span(1)))
        shown = _SHOWN.match(document.text, *extent)
        if shown:
            pages.append(page_of(shown[1], Extent(*shown.span(1)), extent.start, "named"))
    return pages
