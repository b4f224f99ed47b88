"""A range ends before it begins.

`August 5-3` and `1885-1877` cannot be ranges of time: a figure is wrong, or the ends were exchanged. Shortened
ends (`August 25-6`, `1914-18`), page ranges and years before Christ are no such case.
"""

from collections.abc import Iterator

from edcheck.model import Date, DateValue, Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import excused, quoted

_RANGES = frozenset({"day-range", "date-range", "month-range", "year-range"})


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for date in document.dates:
        if date.form not in _RANGES or date.verdict != "valid":
            continue
        if _is_reversed(date) and not excused(document, date):
            yield Draft("reversed", date.extent, {"range": quoted(document, date)})


def _is_reversed(date: Date) -> bool:
    if date.year_inferred:
        return False
    if date.form == "date-range" and (date.start.year is None or date.end.year is None):
        return False
    return _key(date.end) < _key(date.start)


def _key(value: DateValue) -> tuple[int, int, int]:
    year, month, day = (part or 0 for part in value)
    return (year, month, day)


rule = Rule(
    id="dates/reversed-range",
    severity="error",
    doc=__doc__,
    messages={"reversed": "“{range}” ends before it begins"},
    check=check,
    bad=(
        Bad("The fair of «August 5-3» drew many."),
        Bad("Josiah Ostrander («1885-1877») built it."),
        Bad("The strike («July 9, 1918-June 5, 1917») failed."),
    ),
    good=(
        Good("The fair of August 3-5 drew many."),
        Good("The fair of August 25-6 drew many.", because="the end is written without its tens"),
        Good("The museum is open 10-6 July and August.", because="hours of the day"),
        Good("The war of 1914-18 was over.", because="the end is written without its century"),
        Good("See pp. 1885-1877 and No. 1900-1890.", because="pages and issues are no years"),
        Good("The dynasty (1885-1877 B.C.) ended.", because="years before Christ count backwards"),
        Good("The winter of October-March 1918 was hard.", because="it began in the year before"),
    ),
)
