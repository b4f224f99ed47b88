"""XHTML: where a page is XML, an empty element needs no end tag, and CDATA is text."""

from dataclasses import replace

from edcheck.patterns import lazy_pattern
from edcheck.readers.tags import Tag
from edcheck.text import Source

_HEAD = 4096
"""Code points from the beginning in which a page says that it is XML, and names its vocabularies."""
_PREFIX = lazy_pattern(
    r"""\sxmlns:([\w-]++)\s*+=\s*+["']http://www\.w3\.org/(?:1999/xhtml|2000/svg|1998/Math/MathML)["']"""
)


def is_xml(source: Source) -> bool:
    """Whether a page is XML: it says so in its first line, or its name does."""
    return source.text.startswith("<?xml") or source.name.endswith(".xhtml")


def local_prefixes(source: Source) -> frozenset[str]:
    """The prefixes that elements of XHTML, SVG and MathML have on this page."""
    return frozenset(_PREFIX.findall(source.text, 0, _HEAD))


def without_prefix(tag: Tag, prefixes: frozenset[str]) -> Tag:
    """The tag under its plain name (`m:math` is `math`), if its prefix is one of these."""
    prefix, _, name = tag.name.partition(":")
    return replace(tag, name=name) if prefix in prefixes else tag
