"""What notes of a document are called, known before the first pointer comes, and which pointers call them."""

import re
from collections.abc import Iterable

from edcheck.patterns import lazy_pattern
from edcheck.readers.tei.tags import Tag

_CALLING = frozenset({"note", "noteref", "notelink", "footnote", "endnote", "fn", "notanchor", "noteanchor"})
"""Types by which a pointer says that it calls a note."""
_NOTES_FILE: re.Pattern[str] = lazy_pattern(r"(?i)note|anm|fussn|fn|anhang|apparat")
_DIGITS: re.Pattern[str] = lazy_pattern(r"\d+")
_IDENTIFIER: re.Pattern[str] = lazy_pattern(r"""\s(?:xml:)?id\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Notes:
    """The names of a document's notes, and of what kinds such names are (`n12`: `n#`)."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)
        self.kinds = frozenset(_DIGITS.sub("#", name) for name in self.names if _DIGITS.search(name))

    @classmethod
    def of(cls, source: str, elements: Iterable[str]) -> "Notes":
        """Find the notes among elements that are called so, by the name after the prefix."""
        named = "|".join(sorted(map(re.escape, elements)))
        tags = re.compile(rf"<(?:[\w.-]++:)?(?:{named})(\s[^<>]*+)>")
        found = (_IDENTIFIER.search(attributes) for attributes in tags.findall(source))
        return cls(match[1] or match[2] for match in found if match)

    def called_by(self, tag: Tag, target: str, label: str | None) -> bool:
        """Tell whether a pointer with that target calls a note; `label` is its text if that may be a label."""
        if tag.value("type").lower().replace("-", "").replace("_", "") in _CALLING:
            return label is not None
        file, mark, name = target.rpartition("#")
        if label is None or not (mark or target):
            return False
        if file:
            return bool(mark and (_NOTES_FILE.search(file) or _NOTES_FILE.search(name)) and "://" not in file)
        return name in self.names or (_DIGITS.sub("#", name) in self.kinds and bool(_DIGITS.search(name)))
