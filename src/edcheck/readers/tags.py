"""One HTML tag, parsed: what reading needs of it and what is wrong with it."""

import re
from functools import lru_cache
from typing import NamedTuple

from edcheck.readers.markup import Attribute, attributes, tag_length, tag_name
from edcheck.records import dataclass


class TagFlaw(NamedTuple):
    """A fault inside a tag; `start` and `end` are counted from the tag's `<`."""

    kind: str
    start: int
    end: int
    data: dict[str, str]


@dataclass(slots=True)
class Tag:
    """A tag: its name, length, and attributes by name; of attributes given twice, the first counts."""

    name: str
    length: int
    values: dict[str, Attribute]
    flaws: tuple[TagFlaw, ...]
    empty: bool = False
    """Closed on the spot, as XML has it (`<a id="x"/>`)."""

    def value(self, name: str) -> str:
        """The raw value of an attribute, empty where there is none."""
        attribute = self.values.get(name)
        return attribute.value if attribute else ""


_USUAL = re.compile(r'<a (href|name|id)="([^"<>&]*+)"(?: (?!\1)(href|name|id)="([^"<>&]*+)")?+>')


def read_tag(written: str) -> Tag:
    """Parse a tag as the scanner found it: alone, or at the head of a raw text element.

    After a quotation mark that is missing or one too many, nothing in the tag is what it seems: no more flaws
    are noted.
    """
    usual = _USUAL.fullmatch(written)
    if usual:
        return _usual_link(usual)
    name = tag_name(written)
    if not name:
        return Tag("", len(written), {}, ())
    head = written[: tag_length(written)]
    values: dict[str, Attribute] = {}
    flaws: list[TagFlaw] = []
    trusted = True
    for attribute in attributes(head):
        kind = _flaw_in(attribute, attribute.name in values) if trusted else ""
        if kind:
            data = {"attribute": attribute.name, "value": attribute.value}
            if kind == "duplicate-attribute":
                data["first"] = values[attribute.name].value
            flaws.append(TagFlaw(kind, attribute.start, attribute.end, data))
            trusted = kind == "duplicate-attribute"
        values.setdefault(attribute.name, attribute)
    if head[-1] != ">":
        flaws.append(TagFlaw("unterminated-tag", 0, len(head), {"element": name}))
    return Tag(name, len(head), values, tuple(flaws), head[-2:] == "/>")


def _usual_link(match: re.Match[str]) -> Tag:
    """Three of four links and anchors are written like this, and no two alike: read them quickly."""
    name, value, other, second = match.groups()
    values = {name: Attribute(name, value, 3, match.start(2), match.end(2) + 1, '"', True)}
    if other:
        start = match.start(3)
        values[other] = Attribute(other, second, start, start + len(other) + 2, match.end() - 1, '"', True)
    return Tag("a", match.end(), values, ())


read_common_tag = lru_cache(maxsize=4096)(read_tag)
"""`read_tag` for tags that come again and again, from page to page."""


def _flaw_in(attribute: Attribute, repeated: bool) -> str:
    if not attribute.closed:
        return "missing-quote"
    if any(mark in attribute.name or (mark == attribute.value[-1:] and not attribute.quote) for mark in "'\""):
        return "stray-quote"
    return "duplicate-attribute" if repeated else ""
