"""Page breaks, whether the markup says them (`<pb n="12"/>`) or the text does (`[p. 12]`), found on first use."""

from edcheck.model import Document
from edcheck.recognise.pages.marked import find_breaks, find_named
from edcheck.recognise.pages.page import Page
from edcheck.recognise.pages.told import find_told

__all__ = ["Page", "find_pages"]

_DERIVED = "pages"
_LEAST = 3
"""Numbered pages by which one way of telling pages is the one that this document uses."""


def find_pages(document: Document) -> list[Page]:
    """The page breaks of a document in the order of the source, each told once; found when first asked for."""
    found: list[Page] | None = document.derived.get(_DERIVED)
    if found is None:
        found = []
        for find in (find_breaks, find_named, find_told):
            pages = find(document)
            found = max(found, pages, key=_numbered)
            if _numbered(found) >= _LEAST:
                break
        document.derived[_DERIVED] = found
    return found


def _numbered(pages: list[Page]) -> int:
    return sum(page.value is not None for page in pages)
