"""The date that a title gives what it heads: its last words, `Letter to her aunt, 3 May 1921`."""

from dataclasses import replace

from edcheck.model import StatedDate
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.languages import language_for
from edcheck.recognise.dates.statements import LONGEST, read_date
from edcheck.text import Span

_GAP = lazy_pattern(r"\s+")


def read_title(text: str, language: str = "") -> StatedDate | None:
    """The date with which a title ends: `Letter to her aunt, 3 May 1921`; its place is a span of `text`.

    None where there is none, or where it is a span of years only, which is rather the title's subject.
    """
    low = max(len(text.rstrip()) - LONGEST, 0)
    starts = [at.end() for at in _GAP.finditer(text, low)]
    for start in (low, *starts) if not low else starts:
        found = read_date(text[start:].rstrip(), language)
        if found is None:
            continue
        if found.start.month is None or _goes_on(text[low:start], text[start:], language):
            return None
        return replace(found, place=Span(start, len(text.rstrip())))
    return None


def _goes_on(before: str, date: str, language: str) -> bool:
    """Whether a date is one of several (`of 3 and 5 May 1921`) or stands in a bracket with other words."""
    if any(date.count(closing) > date.count(opening) for opening, closing in ("()", "[]")):
        return True
    words = before.split()
    table = language_for(language)
    joining = (*table.conjunctions, *table.to, "and", "&", "/", "–", "-", "—")
    return bool(words) and words[-1].lower() in joining
