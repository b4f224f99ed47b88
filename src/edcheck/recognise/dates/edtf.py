"""The notations in which attributes write dates: XML Schema, ISO 8601 with EDTF, and HTML's own.

EDTF is read in the edition of 2019, levels 0 to 2, and in the forms of the draft of 2012 (`19uu`, `open`,
`y170000`) that much data still has. Of each value only the days, months and years that it names are kept.
"""

import re

from edcheck.model import DateValue
from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
_TIME = rf"(?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?{_ZONE}"
_W3C = lazy_pattern(
    rf"(?:(?P<year>-?[0-9]{{4}})(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}})(?:T{_TIME})?)?)?"
    rf"|--(?P<month_only>[0-9]{{2}})(?:-(?P<month_day>[0-9]{{2}}))?|---(?P<day_only>[0-9]{{2}})){_ZONE}|{_TIME}"
)
_BASIC = lazy_pattern(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:T[0-9]{2,6}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2,4})?)?"
)
_QUALIFIER = r"[?~%]{0,2}"
_UNSPECIFIED = "Xxu"
_EDTF = lazy_pattern(
    rf"{_QUALIFIER}(?P<year>-?[0-9{_UNSPECIFIED}]{{4}})(?:S[0-9])?{_QUALIFIER}"
    rf"(?:-{_QUALIFIER}(?P<month>[0-9{_UNSPECIFIED}]{{2}}){_QUALIFIER}"
    rf"(?:-{_QUALIFIER}(?P<day>[0-9{_UNSPECIFIED}]{{2}}){_QUALIFIER})?)?(?:T{_TIME})?"
)
_OTHER_ISO = lazy_pattern(
    r"[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?|[0-9]{4}-[0-9]{3}|[Yy]-?[0-9]{5,}(?:[Ee][0-9]+)?(?:S[0-9]+)?"
    r"|[Yy]-?[0-9]+[Ee][0-9]+(?:[Sp][0-9]+)?|[0-9]{2}|[0-9]{2}xx"
    r"|P(?=.)(?:[0-9.]+[YMWD])*(?:T(?:[0-9.]+[HMS])+)?"
)
_HTML_TIME = rf"{_TIME}(?:[+-][0-9]{{4}})?"
_HTML = lazy_pattern(
    rf"(?P<year>-?[0-9]{{4}})(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}})(?:[T ]{_HTML_TIME})?)?)?"
    rf"|(?:--)?(?P<month_only>[0-9]{{2}})-(?P<month_day>[0-9]{{2}})|{_HTML_TIME}|Z|[+-][0-9]{{2}}:?[0-9]{{2}}"
    r"|[0-9]{4,}-W[0-9]{2}|P(?=.)(?:[0-9]+[YMWD])*(?:T(?=.)(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]{1,3})?S)?)?"
    r"|(?:\s*[0-9]+(?:\.[0-9]{1,3})?\s*[WwDdHhMmSs])+\s*"
)
_OPEN = frozenset(("", "..", "open", "unknown", "unspecified"))
_SHORTENED = lazy_pattern(r"[0-9]{2}(?:-[0-9]{2})?")
_NOTHING = DateValue(None, None, None)
_SEASONS = range(21, 42)


_OF_THE_DRAFT = {"unknown": "", "unspecified": "", "open": ".."}
"""Words for an end of an interval in the draft of 2012, and what EDTF writes."""
_NOT_AS_IN_DRAFT = str.maketrans("uxye", "XXYE")


class Reading(NamedTuple):
    """What a value says: its ends, the simplest notation that has it, and whether it calls itself doubtful.

    `notation` is `w3c`, `html`, `iso`, or `basic` for ISO dates without hyphens.
    """

    start: DateValue
    end: DateValue
    notation: str
    doubtful: bool = False


def read_value(value: str, html: bool = False) -> Reading | None:
    """Read an attribute's value; None where no notation has it. Whether the day exists is not asked.

    `html` asks for HTML's `datetime` alone.
    """
    match = (_HTML if html else _W3C).fullmatch(value)
    if match is not None:
        named = _named(match.groupdict())
        # A season, `1921-21`, is written like a month.
        if html or named.day is not None or named.month not in _SEASONS:
            return Reading(named, named, "html" if html else "w3c")
    return None if html else _iso(value)


def modernised(value: str) -> str:
    """A value in the notation of EDTF's draft of 2012 as EDTF writes it now; any other as it is."""
    ends = (_OF_THE_DRAFT.get(end) for end in value.split("/"))
    parts = [
        _one_modernised(part) if end is None else end for part, end in zip(value.split("/"), ends, strict=True)
    ]
    return "/".join(parts)


def _one_modernised(value: str) -> str:
    if not any(letter in value for letter in "uxye~"):
        return value
    return value.replace("?~", "%").replace("~?", "%").translate(_NOT_AS_IN_DRAFT)


def _named(groups: dict[str, str | None]) -> DateValue:
    year, month, day = groups["year"], groups["month"], groups["day"]
    month = month or groups.get("month_only")
    day = day or groups.get("month_day") or groups.get("day_only")
    return DateValue(*(None if part is None else int(part) for part in (year, month, day)))


def _iso(value: str) -> Reading | None:
    if value[:1] in "[{" and value[-1:] in "]}":
        return _set(value[1:-1])
    begin, slash, finish = value.partition("/")
    if not slash:
        return _one(value)
    first = Reading(_NOTHING, _NOTHING, "iso") if begin in _OPEN else _one(begin)
    if first is None:
        return None
    if _SHORTENED.fullmatch(finish) and None not in first.start[: 2 - finish.count("-")]:
        finish = begin[: len(begin) - len(finish)] + finish
    last = Reading(_NOTHING, _NOTHING, "iso") if finish in _OPEN else _one(finish)
    if last is None or (begin in _OPEN and finish in _OPEN):
        return None
    return Reading(first.start, last.end, "iso", first.doubtful or last.doubtful)


def _set(members: str) -> Reading | None:
    """A set of dates: what is between its first and its last."""
    parts = [part.strip() for part in members.replace("..", ",").split(",")]
    dates = [_one(part) for part in parts if part]
    if not dates or None in dates:
        return None
    first, last = dates[0], dates[-1]
    if first is None or last is None:
        return None
    return Reading(
        first.start if parts[0] else _NOTHING, last.end if parts[-1] else _NOTHING, "iso", doubtful=True
    )


def _one(value: str) -> Reading | None:
    match = _W3C.fullmatch(value)
    basic = _BASIC.fullmatch(value) if match is None else None
    match = match or basic
    if match is not None:
        named = _named(match.groupdict())
        if named.month in _SEASONS and named.day is None:
            named = named._replace(month=None)
        return Reading(named, named, "iso" if basic is None else "basic")
    match = _EDTF.fullmatch(value)
    if match is not None:
        return _masked(value, match)
    if _OTHER_ISO.fullmatch(value):
        return Reading(_NOTHING, _NOTHING, "iso")
    return None


def _masked(value: str, match: re.Match[str]) -> Reading:
    """A date of which some figures are unspecified or which is doubtful: `156X-12-25`, `2004-06~`, `2001-21`."""
    figures = match["year"].translate(_LOWEST), match["year"].translate(_HIGHEST)
    low, high = sorted(map(int, figures))
    month = None if match["month"] is None or set(match["month"]) & set(_UNSPECIFIED) else int(match["month"])
    day = None if match["day"] is None or set(match["day"]) & set(_UNSPECIFIED) else int(match["day"])
    if month in _SEASONS and day is None:
        month = None
    if low != high:
        month = day = None
    doubtful = any(mark in value for mark in "?~%")
    return Reading(DateValue(low, month, day), DateValue(high, month, day), "iso", doubtful)


_LOWEST = str.maketrans(_UNSPECIFIED, "0" * len(_UNSPECIFIED))
_HIGHEST = str.maketrans(_UNSPECIFIED, "9" * len(_UNSPECIFIED))
