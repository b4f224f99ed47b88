"""References in XML text: the five of XML itself, those that the file declares, numbers, and HTML's names.

The names of HTML are read even where no DTD declares them: files of TEI P4 use them, and their DTD is not at hand.
Only entities declared in the file itself are resolved; nothing is fetched.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from edcheck.model import Flaw
from edcheck.patterns import lazy_pattern
from edcheck.readers.entities import REFERENCE, Reference, escaped_twice, resolve
from edcheck.readers.running_text import RunningText
from edcheck.readers.tei.tags import without_tags
from edcheck.records import dataclass, field
from edcheck.text import Span

GAP = "\ufffc"
"""Stands in the view for what is there but cannot be read as prose."""

LONGEST = 1 << 16
"""Characters that an entity may stand for; one that stands for more is shown as one unknown character."""
_DEEPEST = 16

_DECLARATION: re.Pattern[str] = lazy_pattern(
    r"""<!--[\s\S]*?(?:-->|\Z)|<!ENTITY\s+([^\s%"']++)\s+(?:"([^"]*+)"|'([^']*+)'|(SYSTEM|PUBLIC)\b)"""
)
_EXTERNAL: re.Pattern[str] = lazy_pattern(r"<!DOCTYPE\s+[^\s\[>]++\s+(?:SYSTEM|PUBLIC)\b|<!ENTITY\s+%|%[\w.:-]+;")
_HIGHEST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Entities:
    """What the document type declaration says of entities.

    `complete` is False where more may be declared in a place that is not read: then no name is unknown for sure.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True


def declared_entities(doctype: str) -> Entities:
    """Read the entities that a `<!DOCTYPE …>` declares, each with its own entities resolved and without tags."""
    raw: dict[str, str] = {}
    for name, double, single, external in _DECLARATION.findall(doctype):
        if name:
            raw.setdefault(name, GAP if external else double or single)
    resolved: dict[str, str] = {}
    for name in raw:
        _resolve(name, raw, resolved, 0)
    texts = {name: without_tags(text) if "<" in text else text for name, text in resolved.items()}
    return Entities(texts, not _EXTERNAL.search(doctype))


def _resolve(name: str, raw: Mapping[str, str], resolved: dict[str, str], depth: int) -> str:
    """Resolve one entity; one that holds itself, or grows beyond bounds, is an unknown character."""
    if name in resolved:
        return resolved[name]
    if depth > _DEEPEST:
        return GAP
    resolved[name] = GAP
    parts: list[str] = []
    size = 0
    for index, part in enumerate(REFERENCE.split(raw[name])):
        inner = part[1:-1] if index % 2 and part[-1] == ";" else ""
        text = _resolve(inner, raw, resolved, depth + 1) if inner in raw else _shown(part) if index % 2 else part
        size += len(text)
        if size > LONGEST:
            return GAP
        parts.append(text)
    resolved[name] = "".join(parts)
    return resolved[name]


def _shown(written: str) -> str:
    return resolve_xml(written).shown or written


@lru_cache(maxsize=4096)
def resolve_xml(written: str) -> Reference:
    """Resolve a reference that the file does not declare; numbers are code points, whatever HTML makes of them."""
    if written[1:2] != "#" or written[-1] != ";":
        return resolve(written)
    digits = written[2:-1]
    significant = digits.lstrip("xX0")
    code = int(significant or "0", 16 if digits[:1] in ("x", "X") else 10) if len(significant) < 9 else 0
    if not digits or not 0 < code <= _HIGHEST or 0xD800 <= code <= 0xDFFF:
        return resolve(written)
    return Reference(chr(code), len(written))


class XmlText(RunningText):
    """Running text of an XML document: a `RunningText` that resolves references as XML does."""

    __slots__ = ("entities",)

    def __init__(self, flaws: list[Flaw], entities: Entities) -> None:
        super().__init__(flaws)
        self.entities = entities

    def references(self, run: str, position: int) -> None:
        """Append a run of text, its references resolved."""
        builder, declared = self.builder, self.entities.texts
        parts = iter(REFERENCE.split(run))
        text = next(parts)
        builder.verbatim(text, position)
        position += len(text)
        for written, text in zip(parts, parts, strict=True):
            name = written[1:-1] if written[-1] == ";" else ""
            if name in declared:
                self._declared(declared[name], position, position + len(written))
            else:
                self._undeclared(written, text, position)
            position += len(written)
            builder.verbatim(text, position)
            position += len(text)

    def _declared(self, shown: str, start: int, end: int) -> None:
        """Append what an entity stands for; a piece as long as its source would be taken for its source."""
        last = len(shown) - (len(shown) == end - start)
        self.builder.indivisible(shown[:last], start, end)
        self.builder.inserted(shown[last:], end)

    def _undeclared(self, written: str, following: str, at: int) -> None:
        shown, length, flaw, *_ = found = resolve_xml(written)
        if flaw == "unknown-entity" and not self.entities.complete:
            self.builder.indivisible(GAP, at, at + len(written))
            return
        self.builder.indivisible(shown, at, at + length)
        rest = length if shown else 0
        self.builder.verbatim(written[rest:], at + rest)
        if shown == "&" and not flaw:
            found = escaped_twice(following) or found
            length += found.length if found.flaw else 0
        if found.flaw:
            self._flaws.append(Flaw(found.flaw, Span(at, at + length), {"name": found.name, "reads": found.reads}))
