"""Pictures that HTML shows, and where they are to be found."""

from edcheck.model import Markup
from edcheck.model.markup import AttributeValue
from edcheck.readers.entities import unescape
from edcheck.readers.tags import Tag
from edcheck.text import Span

_SOURCES = ("src", "xlink:href", "href")
IMAGES = frozenset({"img", "image"})
"""The elements that show one: HTML's own and that of SVG, in which books put their covers."""


def note_image(markup: Markup, tag: Tag, at: int) -> None:
    """Record where the picture is to be found that the element at source offset `at` shows."""
    for name in _SOURCES:
        source = tag.values.get(name)
        if source is not None and source.value.strip():
            start = at + source.value_start
            span = Span(start, start + len(source.value))
            markup.images.append(AttributeValue(unescape(source.value).strip(), span))
            return
