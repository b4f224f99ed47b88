"""Where Markdown links lead, and where their targets are written: in the link, or in a definition elsewhere."""

from typing import Any

from edcheck.model import Link
from edcheck.patterns import lazy_pattern
from edcheck.readers.galley import NOWHERE
from edcheck.readers.markdown.offsets import Offsets
from edcheck.text import Source, Span

# No-break space and its kin belong to a target: only ASCII ends it.
_DESTINATION = lazy_pattern(r"[ \t\r\n]*+(?:<([^<>\r\n]*+)>|([^\x00-\x20\x7f]++))")


class Targets:
    """The targets of one text's links; definitions are looked up with the first link that has one."""

    def __init__(self, source: Source, shown: str, parser: Any) -> None:
        self._text, self._shown, self._parser = source.text, shown, parser
        self._own = source.name.replace("!", "/").rpartition("/")[2]
        self._definitions: dict[str, Span] | None = None

    def link(self, data: dict[str, str], start: int, inner: int, end: int) -> Link:
        """The link that the parser describes by `data`, written from `start` to `end`, its text up to `inner`."""
        kind, target = data["link_type"], data["dest_url"]
        if kind in ("Autolink", "Email"):
            span = Span(start + 1, end - 1)
            target = f"mailto:{target}" if kind == "Email" else self._text[slice(*span)]
            span = Span(start + 1, start + 1) if kind == "Email" else span
        elif kind == "Inline":
            span = self._inline(inner, end, start)
        else:
            span = self._defined(data["id"], start)
        before, mark, fragment = target.partition("#")
        local = fragment if mark and before in ("", self._own) else None
        return Link(NOWHERE, Span(start, end), target, span, local)

    def _inline(self, inner: int, end: int, start: int) -> Span:
        at = self._text.find("](", inner, end)
        found = _DESTINATION.match(self._text, at + 2, end - 1) if at >= 0 else None
        if found is None:
            return Span(start, start)
        return Span(*found.span(found.lastindex or 0))

    def _defined(self, label: str, start: int) -> Span:
        if self._definitions is None:
            self._definitions = self._read_definitions()
        return self._definitions.get(_key(label), Span(start, start))

    def _read_definitions(self) -> dict[str, Span]:
        found = self._parser.reference_definitions(self._shown)
        offsets, spans = Offsets(self._shown), {}
        for label, definition in sorted(found.items(), key=lambda item: item[1]["span"]["start"]):
            low = offsets.at(definition["span"]["start"])
            high = offsets.ahead(definition["span"]["end"])
            at = self._text.find("]:", low, high)
            match = _DESTINATION.match(self._text, at + 2, high) if at >= 0 else None
            if match:
                spans[_key(label)] = Span(*match.span(match.lastindex or 0))
        return spans


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
