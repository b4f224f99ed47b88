"""One HTML tag, parsed: what reading needs of it and what is wrong with it."""

import re
from functools import lru_cache

from edcheck.patterns import lazy_pattern
from edcheck.readers.markup import Attribute, attributes, tag_length, tag_name
from edcheck.records import NamedTuple, dataclass


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
    speaks: bool = False
    """It may mean more than its looks; said by the reader that knows what elements mean."""
    roles: frozenset[str] = frozenset()
    """What it says that it is, where it speaks."""

    def value(self, name: str) -> str:
        """The raw value of an attribute, empty where there is none."""
        attribute = self.values.get(name)
        return attribute.value if attribute else ""


_QUOTE = lazy_pattern(r"['\"]")
_CLEAN = lazy_pattern(r'<([a-z][a-z0-9]*+)((?: [a-z][a-z:-]*+="[^"<>]*+")++) ?+/?+>')
_PAIR = lazy_pattern(r' ([a-z][a-z:-]*+)="([^"]*+)"')


def read_tag(written: str) -> Tag:
    """Parse a tag as the scanner found it: alone, or at the head of a raw text element.

    After a quotation mark that is missing or one too many, nothing in the tag is what it seems: no more flaws
    are noted.
    """
    clean = _CLEAN.fullmatch(written)
    if clean:
        tag = _read_clean(clean)
        if tag:
            return tag
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


def _read_clean(match: re.Match[str]) -> Tag | None:
    """Read a tag written as all should be, which takes half the time; None if an attribute stands twice."""
    name, pairs = match.groups()
    values: dict[str, Attribute] = {}
    at = match.start(2) + 1
    found = _PAIR.findall(pairs)
    for key, value in found:
        low = at + len(key) + 2
        end = low + len(value) + 1
        values[key] = Attribute(key, value, at, low, end, '"', True)
        at = end + 1
    if len(values) < len(found):
        return None
    return Tag(name, match.end(), values, (), match[0][-2] == "/")


read_common_tag = lru_cache(maxsize=4096)(read_tag)
"""`read_tag` for tags that come again and again, from page to page."""


def _flaw_in(attribute: Attribute, repeated: bool) -> str:
    if not attribute.closed:
        return "missing-quote"
    if _QUOTE.search(attribute.name) or (not attribute.quote and attribute.value.endswith(("'", '"'))):
        return "stray-quote"
    return "duplicate-attribute" if repeated else ""
