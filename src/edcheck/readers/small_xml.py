"""The tags and the text of a small XML file in order, with their places: for files about texts, not for texts.

Whatever is wrong with the file, all tags that can be seen are given: whoever asks for an attribute or an element
takes what is there. Names come without their prefix, in small letters.
"""

import re
from collections.abc import Iterator
from functools import cache

from edcheck.model import AttributeValue
from edcheck.readers.entities import unescape
from edcheck.readers.markup import attributes, scanner, tag_name
from edcheck.records import NamedTuple
from edcheck.text import Span


class Tag(NamedTuple):
    """A start or end tag: its local name, where it stands, and its attributes by local name."""

    name: str
    span: Span
    closing: bool
    attributes: dict[str, AttributeValue]

    def get(self, name: str) -> str:
        """An attribute's value; empty where there is none."""
        found = self.attributes.get(name)
        return found.value if found else ""


class Words(NamedTuple):
    """Text between tags, character references resolved."""

    text: str
    span: Span


def walk(text: str) -> Iterator[Tag | Words]:
    """Give the tags and the text between them, in order; an empty element is a start tag alone."""
    at = 0
    for index, piece in enumerate(_scanner().split(text)):
        end = at + len(piece)
        if index % 2 == 0:
            if piece:
                yield Words(unescape(piece), Span(at, end))
        elif piece[1:2] not in ("!", "?"):
            name = tag_name(piece)
            if name:
                yield Tag(_local(name), Span(at, end), piece[1] == "/", _attributes(piece, at))
        at = end


def _attributes(tag: str, at: int) -> dict[str, AttributeValue]:
    found: dict[str, AttributeValue] = {}
    for each in attributes(tag):
        start = at + each.value_start
        value = AttributeValue(unescape(each.value), Span(start, start + len(each.value)))
        found.setdefault(_local(each.name), value)
    return found


def _local(name: str) -> str:
    return name.rpartition(":")[2]


@cache
def _scanner() -> re.Pattern[str]:
    return scanner()
