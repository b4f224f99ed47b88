"""Closing brackets that close nothing: they end the label of a list's item, or a note's mark."""

from typing import Literal

from edcheck.patterns import lazy_pattern

_LABEL = lazy_pattern(r"(?:^|[\s(\[])(\d{1,3}|([a-zA-Zα-ωа-я])\2?|[ivx]{2,5}|[IVX]{2,5}|\*+)\Z")
_PAGE = lazy_pattern(
    r"(?:\bpp?|(?<![’'])\b[SsTt]|\bNos?|\bno|\bvol|\bart|\bch|\bcap|\bfol?|\bff|§+|№)\.?[^\S\r\n]*(?:\r?\n[^\S\r\n]*)?\Z"
)
_INTERVAL = lazy_pattern(r"[\[(]\s*[-+−]?[\w.∞]+\s*[,;]\s*\Z")
_RAISED = lazy_pattern(
    r"(?:[^\W\d_]{3}[.,;:!?»«”“’\"]{0,2}|[.,;:!?»«”“’\"\s]|^)(?:[¹²³⁰⁴-⁹]{1,3}|\^\d{1,3}|[*†‡]{1,4})\Z"
    r"|[^\W\d_]{3}[.,;:!?»«”“’\"]{0,2}\d{1,3}\Z"
)
_EMPHASIS = lazy_pattern(r"(?<![\w*])\*{1,3}(?=\w)")
_HEAD = lazy_pattern(r"(?m)^[^\S\r\n]*+(\d{1,3})\)(?=\s)")
_LINE = 160
"""Code points in which emphasis that ends at a star was opened."""


def is_label(text: str, place: int, where: Literal["head", "clause", "listed"] = "clause") -> bool:
    """Tell whether the closer ends a list label: `a)`, `aa)`, `12)`, `*)`.

    A label stands at the `head` of its line, or begins a `clause`; where several are `listed` in a paragraph
    it may follow any word.
    """
    match = _LABEL.search(text[max(place - 8, 0) : place])
    if match is None:
        return False
    before = _before(text, place - len(match[1]))
    if before.endswith("(") or _PAGE.search(before) or _INTERVAL.search(before):
        return False
    lead = before.rstrip(" \t\xa0")
    if not lead or lead[-1] in "\r\n" or where == "listed":
        return True
    return where == "clause" and (match[1].startswith("*") or lead[-1] in ";:,.–—-")


def is_raised(text: str, place: int) -> bool:
    """Tell whether the closer ends a note's mark that was raised in print: `word¹)`, `word *)`, `word1)`."""
    if _RAISED.search(text[max(place - 12, 0) : place]) is None:
        return False
    return text[place - 1] != "*" or _EMPHASIS.search(text, max(place - _LINE, 0), place - 1) is None


def headed(text: str) -> frozenset[str]:
    """The numbers that a closing bracket ends at the heads of lines: `7) …`. One scan of the text."""
    return frozenset(_HEAD.findall(text))


def calls(text: str, place: int, heads: frozenset[str]) -> bool:
    """Tell whether the closer ends a number that a line has at its head: `word 7), …` and, elsewhere, `7) …`."""
    match = _LABEL.search(text[max(place - 8, 0) : place])
    return match is not None and match[1] in heads and not _PAGE.search(_before(text, place - len(match[1])))


def _before(text: str, start: int) -> str:
    return text[max(start - 16, 0) : start]
