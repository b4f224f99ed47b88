"""One XML tag: its name, and its attributes with their exact places, read when they are asked for."""

import re
from collections.abc import Mapping

from edcheck.model.markup import AttributeValue
from edcheck.patterns import lazy_pattern
from edcheck.readers.entities import unescape
from edcheck.text import Span

_NAME = lazy_pattern(r"</?(?:[^\s/<>:]++:)*+([^\s/<>]*+)")
_IDENTIFIED = lazy_pattern(r'<[^\s<>]++(?:\s++(?!(?:xml:)?id=)[^\s=<>"]++="[^"<]*+")*+\s++(xml:id|id)="([^"<]++)"')
_ATTRIBUTE = lazy_pattern(r"""([^\s/<>="']++)\s*+=\s*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^\s<>"']++))""")


def local_name(written: str) -> str:
    """The name in a start or end tag, without its prefix."""
    match = _NAME.match(written)
    return match[1] if match else ""


class Tag:
    """A start tag or empty element: `name` is TEI's name for it, `empty` whether it is closed on the spot.

    `telling` says that it may matter even where its text is not read: it may bear a name, a date, a field.
    """

    __slots__ = ("_attributes", "empty", "name", "telling", "written")

    def __init__(self, name: str, written: str) -> None:
        self.name = name
        self.written = written
        self.empty = written.endswith("/>")
        self.telling = True
        self._attributes: Mapping[str, tuple[str, int]] | None = None

    @property
    def attributes(self) -> Mapping[str, tuple[str, int]]:
        """Attributes by name as written, prefix included: the raw value and where it begins in the tag.

        Of an attribute given twice the first counts.
        """
        if self._attributes is None:
            self._attributes = _read(self.written)
        return self._attributes

    def value(self, name: str) -> str:
        """The value of an attribute, references resolved; empty where there is none."""
        found = self.attributes.get(name)
        return unescape(found[0]) if found else ""

    def placed(self, name: str, at: int) -> AttributeValue | None:
        """The value of an attribute with its place, where the tag stands at source offset `at`."""
        found = self.attributes.get(name)
        if found is None:
            return None
        raw, start = found
        return AttributeValue(unescape(raw), Span(at + start, at + start + len(raw)))

    def identifier(self) -> str:
        """The attribute that names the element: `xml:id`, or P4's `id`; empty where none does."""
        attributes = self.attributes
        return next((name for name in ("xml:id", "id") if attributes.get(name, ("",))[0]), "")

    def named(self, at: int) -> tuple[str, AttributeValue] | None:
        """The attribute that names the element, and its value with its place, where the tag stands at `at`."""
        if "id" not in self.written:
            return None
        # Most tags are written as all should be: there is no need to read what else they say.
        match = _IDENTIFIED.match(self.written)
        if match:
            start, end = match.span(2)
            return match[1], AttributeValue(unescape(match[2]), Span(at + start, at + end))
        name = self.identifier()
        value = self.placed(name, at) if name else None
        return (name, value) if value else None


def _read(written: str) -> dict[str, tuple[str, int]]:
    head = _NAME.match(written)
    found: dict[str, tuple[str, int]] = {}
    for match in _ATTRIBUTE.finditer(written, head.end() if head else 0):
        group = match.lastindex or 1
        value = match[group] if group > 1 else ""
        found.setdefault(match[1], (value, match.start(group) if group > 1 else match.end()))
    return found


_TAGS: re.Pattern[str] = lazy_pattern(r"<[^<>]*+>?")


def without_tags(content: str) -> str:
    """The text of a piece of source without its tags, references resolved."""
    return unescape(_TAGS.sub("", content)) if "<" in content else unescape(content)
