"""`python -m bench.positions [PATH…]`: do all places quote their text, reached as a stranger would reach them?

Every finding, related place and edit, and every place in every model object, is written as the line and column of
a SARIF region; the region is looked up in the text with a line table made here, and what stands there must read
like what the place claims to quote. The texts are read as they are, and again with other line ends, with
characters beyond the sixteenth bit and with combining marks.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from html import unescape
from pathlib import Path
from typing import Any

from edcheck.engine import check, locate, understand
from edcheck.model import Document, Finding, Location
from edcheck.records import dataclass, field
from edcheck.reports.sarif import region
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.runner.discovery import discover
from edcheck.runner.reading import open_texts
from edcheck.settings import Settings
from edcheck.text import Extent, Position, Source, Span

ROOT = Path(__file__).parent.parent
DEFAULT = (ROOT / "corpus", ROOT.parent / "shared" / "samples")
_ENOUGH = 100_000
_RULES = RuleSet(BUILT_IN)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SPACE = re.compile(r"[\s\u2060]+")
_ESCAPES = (re.compile(r"\\([!-/:-@\[-`{-~])"), re.compile(r"\\(.)"))
"""How Markdown and reStructuredText write signs that are to stand for themselves."""
_OBJECT = "\ufffc"


@dataclass(slots=True)
class Tally:
    """How many places were looked up, of which kinds, and those that do not quote their text."""

    kinds: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        self.kinds += other.kinds
        self.wrong += other.wrong


def variants(text: str) -> Iterator[tuple[str, str]]:
    """The text as it is and changed in what positions may stumble over, each with the name of the change."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    yield "as-it-is", text
    yield "CRLF", lines.replace("\n", "\r\n")
    yield "CR", lines.replace("\n", "\r")
    yield "astral", re.sub(r"(?<=\n\n)(?=\w)", "\U00010330\U0001d11e ", lines)
    yield "combining", re.sub(r"(?<=[a-z]{3})(?= [a-z])", "\u0301\u0327", lines)


def look_up(source: Source, format: str | None = None) -> Tally:
    """Check one text and look all its places up."""
    tally = Tally()
    document = understand(source, format=format)
    page = _Page(document)
    for finding in check(document, _RULES).findings:
        for kind, location in _places(finding):
            page.hold(tally, kind, location)
        for edit in (edit for fix in finding.fixes for edit in fix.edits):
            tally.kinds["edit"] += 1
            if page.slice(edit.start, edit.end) != edit.old:
                tally.wrong.append(f"{source.name}: edit of {edit.old!r} at {edit.start}")
    for kind, place in walk(document):
        page.hold(tally, kind, locate(document, place))
    return tally


def walk(document: Document) -> Iterator[tuple[str, Extent | Span]]:
    """Every extent and span that any object of the document holds, with the object's type and the field's name."""
    waiting: list[tuple[str, Any]] = [("Document", document)]
    while waiting:
        kind, value = waiting.pop()
        if isinstance(value, Extent | Span):
            yield kind, value
        elif isinstance(value, list | tuple | dict):
            waiting += [(kind, item) for item in (value.values() if isinstance(value, dict) else value)]
        elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Source):
            name = type(value).__name__
            public = [item.name for item in fields(value) if not item.name.startswith("_")]
            waiting += [(f"{name}.{item}", getattr(value, item)) for item in public]


class _Page:
    """A text by lines, as an editor that knows only lines and columns sees it."""

    def __init__(self, document: Document) -> None:
        self.name = document.name
        self.source = document.source.text
        self.lines: list[str] = _LINES.findall(self.source)

    def slice(self, start: Position, end: Position) -> str:
        """What stands in a SARIF region."""
        place: dict[str, int] = region(start, end)
        first, last = place["startLine"] - 1, place["endLine"] - 1
        if first == last:
            return self.lines[first][place["startColumn"] - 1 : place["endColumn"] - 1]
        middle = "".join(self.lines[first + 1 : last])
        return self.lines[first][place["startColumn"] - 1 :] + middle + self.lines[last][: place["endColumn"] - 1]

    def hold(self, tally: Tally, kind: str, location: Location) -> None:
        """Count a place, and keep it if it does not quote its text."""
        tally.kinds[kind] += 1
        found = self.slice(location.start, location.end)
        hull = self.source[location.spans[0].start : location.spans[-1].end]
        pieces = "".join(self.source[span.start : span.end] for span in location.spans)
        if found != hull or not reads_like(pieces, location.quote):
            tally.wrong.append(f"{self.name}: {kind} at {location.start} quotes {location.quote!r}: {pieces!r}")


def reads_like(written: str, quote: str) -> bool:
    """Whether source text reads like a quotation of the view: entities and escapes resolved, blanks apart.

    What stands in the view as an object (code, a formula, a gap) may be anything in the source.
    """
    if written == quote:
        return True
    parts = [_bare(part) for part in quote.split(_OBJECT)]
    readings = (written, *(escape.sub(r"\1", written) for escape in _ESCAPES if "\\" in written))
    return any(_holds(_bare(unescape(reading)), parts) for reading in readings)


def _holds(text: str, parts: list[str]) -> bool:
    """Whether a text is these parts in this order, with anything between them."""
    first, last = parts[0], parts[-1]
    if len(parts) == 1 or not (text.startswith(first) and text.endswith(last)):
        return text == first
    at = len(first)
    for part in parts[1:-1]:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return at + len(last) <= len(text)


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _places(finding: Finding) -> Iterator[tuple[str, Location]]:
    yield "finding", finding.location
    for location in finding.related:
        yield "related place", location


def sources(paths: Iterable[Path]) -> Iterator[tuple[Source, str | None]]:
    """All texts below the paths, those in containers too, each as it is and in all its variants."""
    for target in discover(map(str, paths), Settings()).targets:
        for text in open_texts(target.path, target.name).texts:
            for name, changed in variants(text.source.text):
                yield Source.from_text(changed, f"{name}/{text.source.name}"), text.format


def main() -> None:
    """Look up all places of the texts named, or of the corpus and the samples, and print what was found."""
    tally = Tally()
    paths = [Path(argument) for argument in sys.argv[1:]] or [path for path in DEFAULT if path.exists()]
    for source, format in sources(paths):
        tally.add(look_up(source, format))
    for kind, count in tally.kinds.most_common():
        print(f"{count:9,}  {kind}")
    total = sum(tally.kinds.values())
    print(f"{total:9,}  places, {len(tally.wrong)} of them wrong; {_ENOUGH:,} are enough to say so")
    for line in tally.wrong[:50]:
        print(line)
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    main()
