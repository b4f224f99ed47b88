"""The fix of what stands between the two halves of a sentence: it goes, and the halves are joined."""

from edcheck.model import Document, Fix
from edcheck.recognise.furniture import Furniture


def joined(document: Document, one: Furniture) -> Fix:
    """Delete what was copied along; in a plain text the halves of the sentence come together again."""
    if document.format != "plain":
        return document.fix("delete it", one.place, "")
    if not one.within:
        return document.fix("delete it", one.place, "", "unsafe")
    end = "\r\n" if "\r\n" in document.quote(one.gap) else "\n"
    return document.fix("delete it and join the halves", one.gap, end, "unsafe")
