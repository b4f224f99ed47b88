"""Bracketed numbers that call no note: pages, volumes, years, and what stands behind a variable."""

from edcheck.patterns import lazy_pattern

# What stands before a bracketed number that is a page, a volume or another year, not a note.
_NOT_A_CALL = lazy_pattern(
    r"(?:\b(?:pp?|vols?|nos?|ch|chap|cap|art|sect?|bk|ll?|fol|ff?|col|[Ff]ootnote|notes?|Letter|pages?)|§|№|\]note)"
    r"(?:\.[ \t\r\n\u00a0]*|[ \t\r\n\u00a0]+)(?:\d+[ \t\r\n\u00a0]*)?\Z"
)
_INDEX = lazy_pattern(r"(?:(?<![\w’'-])[a-z]|\[\w{1,3}\])\Z")
"""A variable before a bracket: `a[1]`, `t[i][0]`."""
_YEAR_BEFORE = lazy_pattern(r"\b[12]\d{3}[ \t\r\n\u00a0]+\Z")


def is_no_call(text: str, at: int, value: int) -> bool:
    """Whether a number in brackets at an offset is something else, by its value and by what stands before it."""
    window = max(at - 16, 0)
    if at and (text[at - 1].islower() or text[at - 1] == "]") and _INDEX.search(text, window, at):
        return True
    return bool(_NOT_A_CALL.search(text, window, at)) or (
        value >= 1000 and bool(_YEAR_BEFORE.search(text, window, at))
    )
