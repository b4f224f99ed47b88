r"""What a Markdown parser must not see: front matter, templates, formulas, fences of divisions.

A mask covers each such stretch letter for letter, so that every place keeps its number: whole lines become blank,
what stands in a line becomes one long word. Code is stepped over, since nothing in it is any of these.
"""

import re
from functools import lru_cache
from typing import Literal

from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

MaskKind = Literal["template", "formula", "fence", "raw"]
FILL = "\ue000"
"""A private letter: to the parser a word, to nobody a text."""

_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_TOKEN = lazy_pattern(r"`|~|\$|\\|\{[{%]|:::")
_SAME = lazy_pattern(r"(.)\1*+", re.DOTALL)
_PARAGRAPH_END = lazy_pattern(r"(?:\r\n?|\n)[ \t]*+[\r\n]")
_DISPLAY = lazy_pattern(r"\$\$[^$]++\$\$")
_INLINE = lazy_pattern(
    r"\$(?=[^\s$])(?:[^$\\\r\n]++|\\.|(?:\r\n?|\n)(?![ \t]*+[\r\n]))*+(?<!\s)\$(?!\d)", re.DOTALL
)
_SUM = lazy_pattern(r"\$\d[\d.,]*+(?:[ \-–—/][^$=+^_\\{}]*+)?\$\Z")
"""A sum of money up to the next sum: `$5 or US$`."""
_TEX = lazy_pattern(
    r"\\\((?:[^\\\r\n]++|\\[^()\r\n]|(?:\r\n?|\n)(?![ \t]*+[\r\n]))++\\\)"
    r"|\\\[(?:[^\\\r\n]++|\\[^\[\]\r\n]|(?:\r\n?|\n)(?![ \t]*+[\r\n]))++\\\]"
)
_SIGNS = ("\\", "_", "^", "=")
"""One of which every formula has that is known for one."""
_COMMAND = lazy_pattern(r"(?<!:)\\[A-Za-z]{2,}+")
_SCRIPT = lazy_pattern(r"(?:(?<!\w)[^\W\d_]|[)}\]])(?:_[\w{\\]|\^(?!\w{1,4}\^)[\w{(\\+-])")
_LONG_WORD = lazy_pattern(r"[^\W\d_]{4}")
_TEMPLATE = lazy_pattern(
    r"\{\{<(?:[^{}>]++|>(?!\}\})|\{(?!\{)|\}(?!\}))*+>\}\}"
    r"|\{\{%(?:[^{}%]++|%(?!\}\})|\{(?!\{)|\}(?!\}))*+%\}\}"
    r"|\{\{[^{}<%][^{}]*+\}\}"
    r"|\{%(?:[^{%]++|%(?!\})|\{(?!%))*+%\}"
)
_RAW = lazy_pattern(r"\{%-?\s*+(highlight|raw|comment|mermaid)\b")
_ENDS_LINE = lazy_pattern(r"[ \t]*+(?![^\r\n])")
_END = lazy_pattern(r"[\r\n]")
_LINE_HEAD = 200


class Mask(NamedTuple):
    """A covered stretch of the source and what it is."""

    start: int
    end: int
    kind: MaskKind


def masked(text: str, start: int) -> tuple[str, list[Mask]]:
    """Cover what stands from `start` on; return the text, of the same length, and the masks in order.

    What goes before `start` is blanked. Lone surrogates, which no encoding knows, become U+FFFD.
    """
    masks = find_masks(text, start) if _gate(text) else []
    parts = [_blank(text[:start])]
    for mask in masks:
        parts.append(text[start : mask.start])
        written = text[mask.start : mask.end]
        blank = mask.kind != "formula" and _alone(text, mask)
        parts.append(_blank(written) if blank else FILL * len(written))
        start = mask.end
    parts.append(text[start:])
    result = "".join(parts)
    return (result if result.isascii() else _SURROGATE.sub("�", result)), masks


def _gate(text: str) -> bool:
    return "{{" in text or "{%" in text or ":::" in text or text.count("$") > 1 or _holds_tex(text)


def _holds_tex(text: str) -> bool:
    # Most texts that escape brackets hold no formula, and need no walk from mark to mark.
    if "\\)" not in text and "\\]" not in text:
        return False
    return any(_is_formula(match[0]) for match in _TEX.finditer(text))


def find_masks(text: str, start: int) -> list[Mask]:
    """Find templates, formulas and fences of divisions that do not stand in code."""
    finder, masks = _Finder(text), []
    token = _TOKEN.search(text, start)
    while token:
        at, end = token.span()
        mark = token[0]
        if mark in "`~":
            same = _SAME.match(text, at)
            end = finder.code_end(at, same.end() if same else end)
        elif mark == "\\":
            formula = _TEX.match(text, at) if text[end : end + 1] in ("(", "[") else None
            if formula and _is_formula(formula[0]):
                masks.append(Mask(at, formula.end(), "formula"))
                end = formula.end()
            else:
                end += 1
        else:
            mask = finder.mask_at(at, mark)
            if mask:
                masks.append(mask)
                end = mask.end
        token = _TOKEN.search(text, end)
    return masks


def _is_formula(written: str) -> bool:
    r"""Whether what stands in `\(…\)` or `\[…\]` is TeX: there brackets of prose are escaped as well."""
    if not any(sign in written[2:-2] for sign in _SIGNS):
        return False
    if _COMMAND.search(written) or _SCRIPT.search(written):
        return True
    return "=" in written and _LONG_WORD.search(written) is None


class _Finder:
    """Finds where things end; what was sought in vain is not sought again, so that all takes linear time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._paragraph_end = -1
        self._unpaired: set[int] = set()
        self._endless: set[str] = set()

    def mask_at(self, at: int, mark: str) -> Mask | None:
        """The mask that begins at a token, if it is more than a stray sign."""
        text = self.text
        if mark[0] == ":":
            return Mask(at, _line_end(text, at), "fence") if _heads_line(text, at) else None
        if mark[0] == "$":
            formula = (_DISPLAY if text[at + 1 : at + 2] == "$" else _INLINE).match(text, at)
            if formula is None or _SUM.match(formula[0]):
                return None
            return Mask(at, formula.end(), "formula")
        template = _TEMPLATE.match(text, at)
        if template is None:
            return None
        raw = _RAW.match(template[0])
        if raw and raw[1] not in self._endless:
            closing = _raw_end(raw[1]).search(text, template.end())
            if closing:
                return Mask(at, closing.end(), "raw")
            self._endless.add(raw[1])
        return Mask(at, template.end(), "template")

    def code_end(self, at: int, end: int) -> int:
        """Where the code ends that backticks or tildes open: a fenced block, or a span within a paragraph."""
        text, count, mark = self.text, end - at, self.text[at]
        if count > 2 and _heads_line(text, at) and (mark == "~" or text.find("`", end, _line_end(text, end)) < 0):
            closing = _fence_end(mark, count).search(text, end)
            return closing.end() if closing else len(text)
        if mark == "~":
            return end
        if end > self._paragraph_end:
            limit = _PARAGRAPH_END.search(text, end)
            self._paragraph_end = limit.start() if limit else len(text)
            self._unpaired.clear()
        if count in self._unpaired:
            return end
        closing = _span_end(count).search(text, end, self._paragraph_end)
        if closing is None:
            self._unpaired.add(count)
        return closing.end() if closing else end


@lru_cache(maxsize=64)
def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"\{{%-?\s*+end{name}\s*+-?%\}}")


@lru_cache(maxsize=64)
def _fence_end(mark: str, count: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\r\n])[ >]*+{mark}{{{count},}}[ \t]*+(?![^\r\n])")


@lru_cache(maxsize=64)
def _span_end(count: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!`)`{{{count}}}(?!`)")


def _heads_line(text: str, at: int) -> bool:
    low = max(at - _LINE_HEAD, 0)
    line = max(text.rfind("\n", low, at), text.rfind("\r", low, at), low - 1) + 1
    return not text[line:at].strip(" \t>")


def _line_end(text: str, at: int) -> int:
    match = _END.search(text, at)
    return match.start() if match else len(text)


def _alone(text: str, mask: Mask) -> bool:
    """Whether whole lines are covered, so that the parser may see a blank one."""
    return _ENDS_LINE.match(text, mask.end) is not None and _heads_line(text, mask.start)


def _blank(text: str) -> str:
    """Nothing, as long as a text and ending its line if it does."""
    return " " * (len(text) - 1) + "\n" if text[-1:] in ("\n", "\r") else " " * len(text)
