"""What stands within a paragraph of reStructuredText: nothing nests, so that every construct is one match."""

import re

from edcheck.model import Link
from edcheck.patterns import lazy_pattern
from edcheck.readers.galley import NO_PROSE, NOWHERE, Galley
from edcheck.text import Span

_TOKEN = lazy_pattern(
    r"[\\`*|\[:_](?:(?<=\\)(?P<escaped>.)"
    r"|(?<=`)`(?P<literal>[^`]++(?:`(?!`)[^`]*+)*+)``"
    r"|(?<=(?<!`)`)(?P<phrase>[^`\\]++(?:\\.[^`\\]*+)*+)`(?P<suffix>__?(?!\w)|:[\w.+-]++:)?+"
    r"|(?<=(?<![\w*\\])\*)(?:\*(?P<strong>(?!\s)[^*]++(?:\*(?!\*)[^*]*+)*+)(?<!\s)\*\*"
    r"|(?P<emphasis>(?![\s*])[^*]++)(?<!\s)\*)(?![\w*])"
    r"|(?<=(?<![\w\\|])\|)(?P<substitution>[^\s|](?:[^|\r\n]*+(?<!\s))?+)\|(?!\w)"
    r"|(?<=\[)(?P<label>\d++|#[\w.:+-]*+|\*|[A-Za-z][\w.:+-]*+)\]_(?!\w)"
    r"|(?<=(?<![\w:])\:)(?P<role>[A-Za-z][\w.+-]*+(?::[\w.+-]++)*+):`(?P<interpreted>[^`\\]++(?:\\.[^`\\]*+)*+)`"
    r"|(?<=(?<!\w)_)`(?P<target>[^`]++)`)",
    re.DOTALL,
)
_EMBEDDED = lazy_pattern(r"(?P<text>[^<]*?)\s*<(?P<goal>[^<>]+)>\Z", re.DOTALL)
_RAISED = frozenset({"sup", "superscript"})
_FORMULAS = frozenset({"math", "eq"})
_CODE = frozenset({"code", "literal", "samp", "file", "command", "kbd"})
_ESCAPE = lazy_pattern(r"\\(\s|.)", re.DOTALL)


def normal(name: str) -> str:
    """A name as docutils compares names: without case, blanks as one."""
    return " ".join(name.split()).casefold()


class Inline:
    """Sets paragraphs into the galley of one text."""

    def __init__(self, galley: Galley) -> None:
        self.galley, self.text = galley, galley.markup.source.text
        self._numbered = self._starred = 0
        self.named: list[tuple[Link, str]] = []
        """Links that ask for a name, which may be defined later."""

    def words(self, start: int, end: int) -> None:
        """Set the text between two offsets."""
        at = start
        for match in _TOKEN.finditer(self.text, start, end):
            self._set(at, match.start())
            at = match.end()
            kind = next(name for name in _HANDLERS if match[name] is not None)
            _HANDLERS[kind](self, match)
        self._set(at, end)

    def _set(self, start: int, end: int) -> None:
        if start < end:
            self.galley.column.verbatim(self.text[start:end], start)

    def _plain(self, start: int, end: int) -> None:
        """Set text in which only escapes count."""
        at = start
        for match in _ESCAPE.finditer(self.text, start, end):
            self._set(at, match.start())
            if not match[1].isspace():
                self.galley.column.indivisible(match[1], *match.span())
            at = match.end()
        self._set(at, end)

    # -- one method for each construct

    def _escape(self, match: re.Match[str]) -> None:
        if not match["escaped"].isspace():
            self.galley.column.indivisible(match["escaped"], *match.span())

    def _literal(self, match: re.Match[str]) -> None:
        self.galley.no_prose("code", *match.span())

    def _emphasis(self, match: re.Match[str]) -> None:
        self._plain(*match.span("strong" if match["strong"] is not None else "emphasis"))

    def _substitution(self, match: re.Match[str]) -> None:
        self.galley.column.indivisible(NO_PROSE, *match.span())

    def _call(self, match: re.Match[str]) -> None:
        label, place, tag = match["label"], Span(*match.span("label")), Span(*match.span())
        name = normal(label.lstrip("#"))
        if label == "#":
            self._numbered += 1
            name = f"auto-{self._numbered}"
        elif label == "*":
            self._starred += 1
            name = f"symbol-{self._starred}"
        written = Span(place.start, place.start) if label in "#*" else place
        self.galley.call(label, name, place, tag, target=written)

    def _phrase(self, match: re.Match[str]) -> None:
        suffix = match["suffix"] or ""
        if suffix.startswith("_"):
            self._reference(match, *match.span("phrase"))
        else:
            self._interpreted(suffix.strip(":"), match, "phrase")

    def _role(self, match: re.Match[str]) -> None:
        self._interpreted(match["role"].rpartition(":")[2], match, "interpreted")

    def _interpreted(self, role: str, match: re.Match[str], group: str) -> None:
        galley = self.galley
        if role in _FORMULAS or role in _CODE:
            galley.no_prose("formula" if role in _FORMULAS else "code", *match.span())
            return
        before = galley.begin(match.start())
        embedded = _EMBEDDED.match(match[group]) if role else None
        start = match.start(group)
        self._plain(start, start + embedded.end("text") if embedded else match.end(group))
        if role in _RAISED:
            galley.superscript(before, galley.place)

    def _reference(self, match: re.Match[str], start: int, end: int) -> None:
        """A phrase that is a link: to an address given with it, or to a name."""
        embedded = _EMBEDDED.match(self.text[start:end])
        before = self.galley.begin(match.start())
        if embedded:
            place = Span(start + embedded.start("goal"), start + embedded.end("goal"))
            end = start + embedded.end("text")
            target, name = embedded["goal"], ""
        else:
            place, name = Span(start, start), normal(self.text[start:end])
            target = f"#{name}"
        self._plain(start, end)
        link = Link(NOWHERE, Span(*match.span()), target, place)
        if name:
            self.named.append((link, name))
        self.galley.link(link, before, self.galley.place)

    def _target(self, match: re.Match[str]) -> None:
        before = self.galley.begin(match.start())
        self._plain(*match.span("target"))
        name, tag = normal(match["target"]), Span(*match.span())
        if name:
            self.galley.anchor(name, Span(*match.span("target")), tag, before, self.galley.place)


_HANDLERS = {
    "escaped": Inline._escape,
    "literal": Inline._literal,
    "phrase": Inline._phrase,
    "strong": Inline._emphasis,
    "emphasis": Inline._emphasis,
    "substitution": Inline._substitution,
    "label": Inline._call,
    "role": Inline._role,
    "target": Inline._target,
}
