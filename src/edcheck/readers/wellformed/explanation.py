"""Why a text is no XML, in terms of what stands there: which tag is open, which sign is not escaped.

The parser says where it stumbled. That is mostly behind the cause: it stumbles over `</p>` because `<hi>` was not
closed long before. The tags before the place tell which it is.
"""

import re

from edcheck.model import Flaw
from edcheck.patterns import lazy_pattern
from edcheck.readers.entities import resolve
from edcheck.readers.markup import qualified_name
from edcheck.readers.wellformed.verdict import UNBOUND_PREFIX, Error
from edcheck.records import NamedTuple
from edcheck.text import Span

_NO_ELEMENT, _INVALID, _UNCLOSED, _MISMATCH, _DUPLICATE, _JUNK = 3, 4, 5, 7, 8, 9
_UNDEFINED, _NUMBER, _DECLARATION, _CDATA = 11, 14, 17, 20
_SYNTAX, _XML_DECLARATION = 2, 30

_REFERENCE: re.Pattern[str] = lazy_pattern(r"&[\w#.:-]{0,40}\Z")
_WORD: re.Pattern[str] = lazy_pattern(r"[^\s<>&\"'/=]{1,60}|.", re.DOTALL)
_LAST: re.Pattern[str] = lazy_pattern(r"(?:<[^<>]*>|[^\s<>]+)\Z")
_PREFIX: re.Pattern[str] = lazy_pattern(r"<([^\s<>/:=\"']++):|\"[^\"]*+\"|'[^']*+'|([^\s<>/:=\"']++):")
_DECLARED: re.Pattern[str] = lazy_pattern(r"\bxmlns:([^\s=]++)")
_AHEAD = 400
"""Tags behind the place that are looked at for what an end tag was to close."""
_LONGEST = 120


class _Open(NamedTuple):
    """An open element: its name and its start tag."""

    name: str
    tag: Span


class _Where(NamedTuple):
    """The place of an error among the tags: what is open there, the markup that holds it, and what follows."""

    open: list[_Open]
    token: Span
    ahead: list[str]


def explain(source: str, pieces: list[str], error: Error) -> Flaw:
    """The flaw `not-well-formed`. Its `data["problem"]` says what is wrong, the other values in what words."""
    where = _locate(pieces, error.at)
    at = min(error.at, len(source) - 1)
    if error.code == _MISMATCH:
        return _mismatch(source, where)
    if error.code == _NO_ELEMENT:
        return _ends_early(source, where)
    if error.code == _INVALID:
        return _invalid(source, where, at)
    if error.code in (_UNCLOSED, _CDATA):
        if error.code == _CDATA:
            at = max(source.rfind("<![CDATA[", 0, error.at + 1), 0)
        return _flaw("unclosed-markup", Span(at, min(at + 4, len(source))), written=source[at : at + 4])
    if error.code == UNBOUND_PREFIX:
        return _unbound(source, where, at)
    if error.code == _DUPLICATE and source[at] != "<":
        place = _word(source, at)
        return _flaw("duplicate-attribute", place, name=source[slice(*place)], element=_name(source, where.token))
    if error.code == _JUNK:
        return _flaw("after-the-end", _word(source, at))
    if error.code in (_UNDEFINED, _NUMBER):
        end = source.find(";", at, at + 80) + 1 or at + 1
        if error.code == _NUMBER:
            return _flaw("impossible-number", Span(at, end), written=source[at:end])
        return _flaw(
            "undeclared-entity", Span(at, end), written=source[at:end], reads=resolve(source[at:end]).shown
        )
    if error.code == _DECLARATION:
        return _flaw("late-declaration", Span(at, min(at + 5, len(source))))
    if error.code == _XML_DECLARATION:
        return _flaw("malformed-declaration", _word(source, at), written="<?xml")
    if error.code == _SYNTAX:
        return _flaw("outside", _word(source, at))
    return _flaw("other", _reference_or_word(source, at), words=error.words)


def _flaw(problem: str, place: Span, related: tuple[Span, ...] = (), **data: str) -> Flaw:
    return Flaw("not-well-formed", place, {"problem": problem, **data}, related)


def _locate(pieces: list[str], at: int) -> _Where:
    """Walk over the tags before the place; well-formed as these are, an end tag closes the innermost element."""
    found: list[_Open] = []
    position, token = 0, Span(at, at)
    for index in range(0, len(pieces) - 1, 2):
        start = position + len(pieces[index])
        written = pieces[index + 1]
        position = start + len(written)
        if position > at:
            token = Span(start, position) if start <= at else token
            ahead = pieces[index + 1 + 2 * (start <= at) : index + 1 + 2 * _AHEAD : 2]
            return _Where(found, token, ahead)
        if written.startswith("</"):
            if found:
                found.pop()
        elif written and not written.startswith(("<!", "<?")) and not written.endswith("/>"):
            found.append(_Open(qualified_name(written), Span(start, position)))
    return _Where(found, token, [])


def _mismatch(source: str, where: _Where) -> Flaw:
    """An end tag that is not the innermost element's."""
    closing, inner = _name(source, where.token), where.open[-1]
    around = [element.name for element in where.open[:-1]]
    next_closing = _next_unmatched(where.ahead)
    if closing in around[-_AHEAD:]:
        if next_closing == inner.name:
            return _flaw("crossed", where.token, (inner.tag,), name=closing, inner=inner.name)
        return _flaw("unclosed", inner.tag, (where.token,), name=inner.name, closing=closing)
    if next_closing == inner.name:
        return _flaw("stray", where.token, (inner.tag,), name=closing, inner=inner.name)
    return _flaw("misnamed", where.token, (inner.tag,), name=closing, inner=inner.name)


def _unbound(source: str, where: _Where, at: int) -> Flaw:
    """A prefix that stands for no namespace: the element's, else that of an attribute."""
    start, end = where.token
    bound = {name for tag in (*where.open, _Open("", where.token)) for name in _bound(source, tag.tag)}
    for match in _PREFIX.finditer(source, start, end):
        name = match[1] or match[2]
        if name and name not in bound:
            return _flaw("unbound-prefix", Span(*match.span(match.lastindex or 0)), name=name)
    return _flaw("other", _reference_or_word(source, at), words="unbound prefix")


def _reference_or_word(source: str, at: int) -> Span:
    """The reference at a place, whose entity holds what is wrong; else the word or sign there."""
    end = source.find(";", at, at + 80) + 1
    return Span(at, end) if end and source[at] == "&" else _word(source, at)


def _bound(source: str, tag: Span) -> list[str]:
    """The prefixes that a tag declares, and those that need no declaration."""
    return ["xml", "xmlns", *_DECLARED.findall(source, tag.start, tag.end)]


def _next_unmatched(ahead: list[str]) -> str:
    """The name in the next end tag whose start tag does not come before it."""
    depth = 0
    for written in ahead:
        if written.startswith("</"):
            if not depth:
                return qualified_name(written)
            depth -= 1
        elif written and not written.startswith(("<!", "<?")) and not written.endswith("/>"):
            depth += 1
    return ""


def _ends_early(source: str, where: _Where) -> Flaw:
    end = len(source.rstrip())
    if not where.open:
        return _flaw("no-element", _word(source, len(source) - len(source.lstrip())))
    last = _LAST.search(source, max(end - _LONGEST, 0), end)
    place = Span(last.start(), end) if last else Span(end - 1, end)
    inner = where.open[-1]
    return _flaw("ends-early", place, (inner.tag,), name=inner.name, count=str(len(where.open)))


def _invalid(source: str, where: _Where, at: int) -> Flaw:
    """A sign that must not stand where it does."""
    token, character = where.token, source[at]
    reference = _REFERENCE.search(source, max(at - 44, 0), at)
    if token.start < at < token.end:
        return _inside(source, where, at)
    if character == "<":
        unfinished = source.rfind("<", 0, at)
        if unfinished >= 0 and ">" not in source[unfinished:at]:
            return _flaw("unfinished-tag", Span(unfinished, at), name=qualified_name(source[unfinished:at]))
    if reference:
        written = reference[0]
        place = Span(reference.start(), reference.end())
        return _flaw("unterminated-reference" if len(written) > 1 else "bare-ampersand", place, written=written)
    if source[at - 1 : at] == "<":
        return _flaw("bare-less-than", Span(at - 1, at))
    if character == ">" and source[at - 2 : at] == "]]":
        return _flaw("section-end", Span(at - 2, at + 1))
    return _flaw("character", Span(at, at + 1), code=f"U+{ord(character):04X}")


def _inside(source: str, where: _Where, at: int) -> Flaw:
    """A sign inside a tag, a comment or a declaration."""
    start, end = where.token
    written = source[start:end]
    name = qualified_name(written)
    if written.startswith("<!--"):
        return _flaw("double-hyphen", Span(max(at - 2, start), at))
    if written.startswith("</"):
        return _flaw("stray" if not where.open else "malformed-tag", Span(start, end), name=name, inner="")
    if not written.startswith(("<!", "<?")):
        reference = _REFERENCE.search(source, max(at - 44, start), at)
        if reference:
            place = Span(reference.start(), reference.end())
            kind = "unterminated-reference" if len(reference[0]) > 1 else "bare-ampersand"
            return _flaw(kind, place, written=reference[0])
        place = Span(start, end) if end - start <= _LONGEST else _word(source, at)
        return _flaw("malformed-tag", place, name=name)
    return _flaw("malformed-declaration", _word(source, at), written=written[:12])


def _name(source: str, token: Span) -> str:
    return qualified_name(source[token.start : token.end])


def _word(source: str, at: int) -> Span:
    """The word or sign at a place; the last one of the text behind its end."""
    match = _WORD.match(source, min(max(at, 0), len(source) - 1))
    return Span(*match.span()) if match else Span(0, min(1, len(source)))
