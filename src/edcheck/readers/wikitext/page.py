"""One wikitext, token by token; what stands inside brackets is read within their limits."""

import re

from edcheck.model import Edition, Link, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.patterns import lazy_pattern
from edcheck.readers.column import tag_flaws
from edcheck.readers.elements import BLOCKS, Frame
from edcheck.readers.galley import NOWHERE, Galley, Place
from edcheck.readers.tags import Tag, read_common_tag
from edcheck.readers.wikitext.brackets import Bracket, find_brackets
from edcheck.readers.wikitext.expanding import read_template
from edcheck.readers.wikitext.reading import Reading
from edcheck.readers.wikitext.references import References
from edcheck.text import Source, Span

_TOKEN = lazy_pattern(
    r"<(?:!--(?:[^-]++|-(?!->))*+(?:-->|\Z)|/?[A-Za-z][^<>]*+>)|\{\{|\[\[|\[(?=https?:|//|mailto:|ftp:)|'''''|'''|''"
    r"|\n|\r\n?|__[A-Z]{3,20}+__|\|\||!!"
)
_HEADING = lazy_pattern(r"(={1,6})(?=[^=\r\n])[^\r\n]*?(\1)[ \t]*+(?=[\r\n]|\Z)")
_ITEM = lazy_pattern(r"[*#:;]++[ \t]*+")
_RULE = lazy_pattern(r"-{4,}+")
_TABLE = lazy_pattern(r"[ \t:]*+(?:\{\||\|-|\|\}|\|\+|[|!])")
_REST = lazy_pattern(r"[^\r\n]*+")
_CELL = lazy_pattern(r"(?:[^|\[{\r\n!]*+\|(?!\|))?+")
_ADDRESS = lazy_pattern(r"\[([^\s\]]++)[ \t]*+")
_RAW = lazy_pattern(
    r"<(nowiki|pre|math|syntaxhighlight|source|score|chem|gallery|templatestyles|timeline|imagemap)\b"
)
_BRACKET_END = lazy_pattern(r"[^\[\]\r\n]*+\]")
_NAMESPACE = lazy_pattern(
    r"(?:(?P<category>category|kategorie|catégorie|categoria|categoría|категория)"
    r"|file|image|datei|bild|fichier|archivo|immagine|media|файл)[ _]*:",
    re.IGNORECASE,
)
_LINE_START = lazy_pattern(r"(?:[=*#:;|!{-]|[ \t]*+(?:[\r\n]|\{\||\|))")
_PICTURES = frozenset({"gallery", "templatestyles", "timeline", "imagemap", "score"})
_CELL_FRAME = Frame("td", "cell")
"""The frame of a table's cell."""


def read_wikitext(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read a wikitext."""
    return Page(source).read()


class Page(Reading):
    """One text, read token by token and line by line."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.text, Galley(source, "wikitext"))
        self.brackets = find_brackets(source.text)
        self.references = References(self)
        self.tables = 0
        self.headings: list[tuple[Place, Place, int]] = []
        self.endless: set[str] = set()

    def read(self) -> Markup:
        """Read the text and return what its markup says."""
        text, length = self.text, len(self.text)
        position = self._line(0, length)
        while True:
            limit = self.limits[-1][0] if self.limits else length
            token = _TOKEN.search(text, position, limit)
            low = token.start() if token else limit
            if low > position:
                self.galley.column.marked_up(text[position:low], position)
            if token:
                position = self._token(token[0], low, token.end(), limit)
            elif self.limits:
                _, position, finish = self.limits.pop()
                finish()
            else:
                break
        self.end_block()
        self._name_headings()
        self.galley.markup.flaws = [flaw for flaw in self.galley.markup.flaws if flaw.kind != "bare-ampersand"]
        return self.galley.finish()

    # -- tokens: each returns where reading goes on

    def _token(self, mark: str, start: int, end: int, limit: int) -> int:
        first = mark[0]
        if first in "\r\n":
            self.galley.column.line_break(mark, start)
            return self._line(end, limit)
        if first == "<":
            return self._tag(mark, start, end, limit)
        if first in "{[":
            return self._bracket(mark, start, end, limit)
        if first in "|!":
            return self._next_cell(mark, start, end)
        return end

    def _next_cell(self, mark: str, start: int, end: int) -> int:
        if not self.tables:
            self.galley.column.verbatim(mark, start)
            return end
        self.end_block()
        match = _CELL.match(self.text, end)
        return match.end() if match else end

    def _bracket(self, mark: str, start: int, end: int, limit: int) -> int:
        if mark == "[":
            return self._address(start, limit)
        bracket = self.brackets.get(start)
        if bracket is None or bracket.end + 2 > limit:
            self.galley.column.verbatim(mark, start)
            return end
        if mark == "{{":
            return read_template(self, self.references, bracket)
        return self._link(bracket, start)

    def _address(self, start: int, limit: int) -> int:
        """A link out of the wiki: `[https://… its text]`."""
        found = _ADDRESS.match(self.text, start, limit)
        closing = _BRACKET_END.match(self.text, found.end(), limit) if found else None
        if found is None or closing is None:
            self.galley.column.verbatim("[", start)
            return start + 1
        target = Span(*found.span(1))
        return self._linked(Span(start, closing.end()), found[1], target, (found.end(), closing.end() - 1))

    def _link(self, bracket: Bracket, start: int) -> int:
        after = bracket.end + 2
        parts = bracket.parts()
        low, high = parts[0]
        target = self.text[low:high].strip()
        space = _NAMESPACE.match(target)
        if space and space["category"]:
            return after
        if space:
            if len(parts) == 1:
                return after
            self.galley.open_column(start)
            return self.within(*parts[-1], after, self._close_column)
        low += len(self.text[low:high]) - len(self.text[low:high].lstrip())
        label = (parts[1][0], bracket.end) if len(parts) > 1 else parts[0]
        return self._linked(Span(start, after), target, Span(low, low + len(target)), label)

    def _close_column(self) -> None:
        self.end_block()
        self.galley.close_column()

    def _linked(self, tag: Span, target: str, place: Span, label: tuple[int, int]) -> int:
        before = self.galley.begin(tag.start)
        fragment = target[1:].strip() if target.startswith("#") else None
        link = Link(NOWHERE, tag, target, place, fragment)
        return self.within(*label, tag.end, lambda: self.galley.link(link, before, self.galley.place))

    # -- tags

    def _tag(self, written: str, start: int, end: int, limit: int) -> int:
        if written.startswith("<!"):
            return end
        raw = _RAW.match(written)
        if raw and not written.endswith("/>"):
            reached = self._raw(raw[1], start, end, limit)
            if reached:
                return reached
        tag = read_common_tag(written)
        name, closing = tag.name, written[1] == "/"
        if name == "ref":
            if not closing:
                return self.references.start(tag, start, limit)
            self.references.end_tag(start)
            return end
        if name == "references":
            self.references.listed += -1 if closing and self.references.listed else not (closing or tag.empty)
            return end
        self.galley.markup.flaws += tag_flaws(tag, start)
        if name in BLOCKS or name in ("p", "poem"):
            self._block_tag(tag, start, closing)
        else:
            self.galley.column.phrase(tag, start, closing, self.text[end : end + 1])
        return end

    def _raw(self, name: str, start: int, end: int, limit: int) -> int:
        """An element whose content is no wikitext; 0 where it is never closed."""
        closing = -1 if name in self.endless else self.text.find(f"</{name}", end, limit)
        if closing < 0:
            self.endless.add(name)
            return 0
        gate = self.text.find(">", closing, limit)
        after = gate + 1 if gate >= 0 else limit
        if name == "nowiki":
            if closing > end:
                self.galley.column.marked_up(self.text[end:closing], end)
        elif name == "math" or name == "chem":
            self.galley.no_prose("formula", start, after)
        elif name in _PICTURES:
            self.end_block()
        else:
            if name == "pre":
                self.end_block()
            self.galley.no_prose("code", start, after)
        return after

    def _block_tag(self, tag: Tag, at: int, closing: bool) -> None:
        self.end_block()
        self.galley.column.named_block(tag, at)
        name = "div" if tag.name == "poem" else tag.name
        css_class = "poem" if tag.name == "poem" else tag.value("class")
        if name != "p":
            if closing:
                self.structure.close(name)
            else:
                self.structure.open(name, css_class)
        self.frame = self.structure.top

    # -- lines

    def _line(self, at: int, limit: int) -> int:
        """What a line begins with; return where its words begin."""
        text = self.text
        start = _LINE_START.match(text, at, limit)
        if start is None:
            self._plain_line()
            return at
        first = text[at]
        if first in "\r\n \t" and text[start.end() - 1] in "\r\n":
            self.end_block()
            self._plain_line()
            return start.end() - 1
        if first == "=" and (heading := _HEADING.match(text, at, limit)):
            return self._heading(len(heading[1]), heading.end(1), heading.start(2), heading.end())
        if first in "*#:;":
            return self._item(at, limit)
        if rule := _RULE.match(text, at, limit):
            self.end_block()
            self.galley.column.rule()
            return rule.end()
        table = _TABLE.match(text, at, limit)
        if table and not text.startswith("{{", table.end() - 2):
            return self._table(table[0].lstrip(" \t:"), at, table.end(), limit)
        self._plain_line()
        return at

    def _plain_line(self) -> None:
        if self.frame.name in ("li", "dd") or self.frame.level:
            self.end_block()
            self.frame = self.structure.top

    def _item(self, at: int, limit: int) -> int:
        marks = _ITEM.match(self.text, at, limit)
        end = marks.end() if marks else at + 1
        table = _TABLE.match(self.text, end, limit)
        if table and table[0] == "{|":
            return self._table("{|", at, table.end(), limit)
        self.end_block()
        only_indented = not self.text[at:end].strip(": \t")
        self.frame = Frame("dd", "paragraph") if only_indented else Frame("li", "item")
        return end

    def _heading(self, level: int, start: int, end: int, after: int) -> int:
        self.end_block()
        self.frame = Frame(f"h{level}", "heading", level)
        before = self.galley.begin(start)

        def finish() -> None:
            self.headings.append((before, self.galley.place, start))
            self.end_block()
            self.frame = self.structure.top

        return self.within(start, end, after, finish)

    def _table(self, mark: str, at: int, end: int, limit: int) -> int:
        """The signs of a table at the head of a line."""
        if mark != "{|" and not self.tables:
            self._plain_line()
            return at
        self.end_block()
        self.frame = _CELL_FRAME
        if mark in ("{|", "|-", "|}"):
            self.tables += {"{|": 1, "|-": 0, "|}": -1}[mark]
            if mark == "|}" and not self.tables:
                self.frame = self.structure.top
            rest = _REST.match(self.text, end, limit) if mark != "|}" else None
            return rest.end() if rest else end
        cell = _CELL.match(self.text, end, limit)
        return cell.end() if cell else end

    def _name_headings(self) -> None:
        """Headings are goals of links by their words, with blanks or with low lines."""
        if not self.galley.has_inner_links:
            return
        for start, end, at in self.headings:
            words = self.galley.words(start, end)
            for name in dict.fromkeys((words, words.replace(" ", "_"))):
                if name:
                    self.galley.anchor(name, Span(at, at), Span(at, at), start, end)
