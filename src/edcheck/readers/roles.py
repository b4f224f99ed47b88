"""What an element says that it is: a note, a reference, a table of contents, a passage, a language.

The vocabularies are those of EPUB (`epub:type="noteref"`) and of ARIA for publications (`role="doc-noteref"`), and
HTML's own elements.
"""

from functools import lru_cache

from edcheck.model.markup import PassageKind
from edcheck.readers.tags import Tag

CALLS = frozenset({"noteref", "doc-noteref"})
NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
NOTE_LISTS = frozenset({"footnotes", "endnotes", "rearnotes", "doc-endnotes"})
CONTENTS = frozenset({"toc", "doc-toc"})
BACKLINKS = frozenset({"backlink", "referrer", "doc-backlink"})
PASSAGES: dict[str, PassageKind] = {
    "del": "deleted",
    "s": "deleted",
    "strike": "deleted",
    "ins": "added",
    "code": "code",
    "math": "formula",
    "svg": "figure",
}
_SPEAKING = frozenset({"time", *PASSAGES})
TONGUES = frozenset({"lang", "xml:lang"})
_SAYING = frozenset({"epub:type", "role", *TONGUES})


def with_meaning(tag: Tag) -> Tag:
    """The tag with what it says besides its looks; itself where that is nothing."""
    if tag.name not in _SPEAKING and _SAYING.isdisjoint(tag.values):
        return tag
    # A tag of its own: the one that was given may be known to readers to which it says nothing.
    role = tag.value("role")
    if role == "note" and "footnote" in tag.value("class"):
        # Docutils; by itself the role is that of any remark beside the text.
        role = "doc-footnote"
    roles = _roles(tag.value("epub:type"), role)
    return Tag(tag.name, tag.length, tag.values, tag.flaws, tag.empty, True, roles)


@lru_cache(maxsize=256)
def _roles(kind: str, role: str) -> frozenset[str]:
    return frozenset(f"{kind} {role}".split())
