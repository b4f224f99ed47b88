"""An HTML report read back: ids, links, attributes, and the text as a reader sees it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "br", "wbr", "input", "link", "img"}


@dataclass
class Element:
    """One element with its attributes, its text, and the text it shows without what the report adds."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    own: str = ""

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())


@dataclass
class Page(HTMLParser):
    """Every element of a page in the order in which it opens."""

    source: str
    elements: list[Element] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.source)
        self.close()
        self.errors += [f"<{element.tag}> is never closed" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) != len(attrs):
            self.errors.append(f"<{tag}> has an attribute twice")
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.errors.append(f"</{tag}> closes <{self._open[-1].tag if self._open else ''}>")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        added = any(element.tag == "a" and "n" in element.classes for element in self._open)
        badge = any("ch" in element.classes for element in self._open)
        own = "" if added else unbadged(data) if badge else data
        for element in self._open:
            element.text += data
            element.own += own

    def of(self, tag: str = "", css: str = "") -> list[Element]:
        """Elements of a tag and a class."""
        return [e for e in self.elements if (not tag or e.tag == tag) and (not css or css in e.classes)]

    def ids(self) -> list[str]:
        """All ids, in order."""
        return [value for e in self.elements if (value := e.attributes.get("id")) is not None]


def unbadged(badge: str) -> str:
    """The character that a badge stands for."""
    if match := re.fullmatch(r"U\+([0-9A-F]{4,6})", badge):
        return chr(int(match[1], 16))
    return {r"\n": "\n", r"\r": "\r", r"\t": "\t"}[badge]
