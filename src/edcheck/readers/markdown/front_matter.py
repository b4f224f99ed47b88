"""What a file says of itself before its text begins: YAML between `---`, TOML between `+++`, pandoc's `%` lines.

Only simple lines are read (`title: …`, lists of names): who needs more of YAML than that does not put it into a
title. Values stand where they say, without their quotation marks.
"""

import re

from edcheck.model import Markup
from edcheck.model.markup import Metadatum
from edcheck.patterns import lazy_pattern
from edcheck.text import Span

_YAML = lazy_pattern(
    r"---[ \t]*+(?:\r\n?|\n)(?![ \t]*+[\r\n])(?:(?!(?:---|\.\.\.)[ \t]*+(?:[\r\n]|\Z))[^\r\n]*+(?:\r\n?|\n))*+"
    r"(?:---|\.\.\.)[ \t]*+(?:\r\n?|\n|\Z)"
)
_TOML = lazy_pattern(
    r"\+\+\+[ \t]*+(?:\r\n?|\n)(?:(?!\+\+\+[ \t]*+(?:[\r\n]|\Z))[^\r\n]*+(?:\r\n?|\n))*+"
    r"\+\+\+[ \t]*+(?:\r\n?|\n|\Z)"
)
_PERCENT = lazy_pattern(r"(?:%[ \t][^\r\n]*+(?:(?:\r\n?|\n)[ \t]++\S[^\r\n]*+)*+(?:\r\n?|\n|\Z)){1,3}")
_PERCENT_LINE = lazy_pattern(r"%[ \t]++([^\r\n]*+)")
_LINE = lazy_pattern(
    r"^(?:(?P<key>[A-Za-z][\w-]*+)[ \t]*+[:=][ \t]*+(?P<value>[^\r\n]*+)"
    r"|[ \t]*+-[ \t]++(?:(?:name|given)[ \t]*+:[ \t]*+)?(?P<item>[^\r\n]*+)"
    r"|[ \t]++(?P<sub>name|main|text)[ \t]*+:[ \t]*+(?P<nested>[^\r\n]*+))",
    re.MULTILINE,
)
_VALUE = lazy_pattern(r"\"([^\"\r\n]*+)\"|'([^'\r\n]*+)'|([^\s#\[\]{}|>&*!,\"'](?:[^\r\n#]|(?<=\S)#)*+)")
_LISTED = lazy_pattern(r"\"([^\"]*+)\"|'([^']*+)'|([^\s,\[\]\"'][^,\[\]]*+)")
_NAMES = {
    "title": "title",
    "subtitle": "subtitle",
    "author": "author",
    "authors": "author",
    "creator": "author",
    "date": "date",
    "lang": "language",
    "language": "language",
    "publisher": "publisher",
    "editor": "editor",
    "editors": "editor",
    "translator": "translator",
    "translators": "translator",
}


def read_front_matter(markup: Markup) -> int:
    """Read what stands before the text into the markup's metadata; return where the text begins."""
    text = markup.source.text
    pattern = {"-": _YAML, "+": _TOML, "%": _PERCENT}.get(text[:1])
    found = pattern.match(text) if pattern else None
    if found is None:
        return 0
    if text[0] == "%":
        _read_title_lines(markup, found.end())
    else:
        _read_lines(markup, found.end())
    for datum in markup.metadata:
        if datum.name == "title":
            markup.title = markup.title or datum.text
        elif datum.name == "language":
            markup.language = markup.language or datum.text
    return found.end()


def _read_title_lines(markup: Markup, end: int) -> None:
    lines = _PERCENT_LINE.finditer(markup.source.text, 0, end)
    for name, line in zip(("title", "author", "date"), lines, strict=False):
        _add(markup, name, line, 1)


def _read_lines(markup: Markup, end: int) -> None:
    name = ""
    text = markup.source.text
    for line in _LINE.finditer(text, 0, end):
        if line["key"]:
            name = _NAMES.get(line["key"].lower(), "")
        if not name:
            continue
        group = next(group for group in ("value", "item", "nested") if line[group] is not None)
        start, stop = line.span(group)
        if text[start : start + 1] == "[" and group == "value":
            for listed in _LISTED.finditer(text, start + 1, stop):
                _add(markup, name, listed, listed.lastindex or 1)
            continue
        value = _VALUE.match(text, start, stop)
        if value:
            _add(markup, name, value, value.lastindex or 1)


def _add(markup: Markup, name: str, match: re.Match[str], group: int) -> None:
    value, start = match[group].rstrip(), match.start(group)
    if value:
        markup.metadata.append(Metadatum(name, value, Span(start, start + len(value))))
