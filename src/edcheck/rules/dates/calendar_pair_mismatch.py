"""A date given in both calendars does not agree with itself.

Old and New Style lie 10 days apart until 1700, then 11, from 1800 on 12 and from 1900 on 13. Where the two
dates of `25 October (8 November)` lie otherwise, one of them is wrong; the finding offers the date that fits
for either side. A side that is in no calendar is reported as an impossible date instead.
"""

from collections.abc import Iterator

from edcheck.model import Date, DateValue, Document, Draft, Fix, Severity
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates.calendar import LAST_JULIAN_YEAR
from edcheck.recognise.dates.joining import differences_apart, other_style
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import excused, quoted
from edcheck.text import Extent

_ANY = frozenset({10, 11, 12, 13})
_NEAREST, _FARTHEST = 7, 19
"""Two dates nearer or farther than this are no date in two calendars."""
_DAYS = lazy_pattern(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    pairs = [date for date in document.dates if date.pair is not None and date.verdict == "valid"]
    # Where no other date stands in two calendars, the bracket may hold a date of another kind.
    severity: Severity | None = None if len(pairs) > 1 else "warning"
    for date in pairs:
        if date.pair is None or excused(document, date):
            continue
        year = date.start.year or date.pair.year
        apart = differences_apart(date.start, date.pair)
        right = _ANY if year is None else _differences(year)
        if apart is None or abs(apart) in right or not _NEAREST <= abs(apart) <= _FARTHEST:
            continue
        if year is None or year <= LAST_JULIAN_YEAR:
            data = {
                "pair": quoted(document, date),
                "apart": abs(apart),
                "right": " or ".join(map(str, sorted(right))),
            }
            fixes = tuple(_fixes(document, date, date.pair, apart > 0))
            yield Draft("mismatch", date.extent, data, fixes=fixes, severity=severity)


def _differences(year: int) -> frozenset[int]:
    """The days by which the calendars may differ in a year: two numbers where they changed in it or before."""
    return frozenset(10 if count < 1700 else count // 100 - count // 400 - 2 for count in (year, year - 1))


def _fixes(document: Document, date: Date, pair: DateValue, old_first: bool) -> Iterator[Fix]:
    """The day that fits, first for the date before the bracket, then for the one in it."""
    figures = list(_DAYS.finditer(document.text, *date.extent))
    if len(figures) < 2:
        return
    sides = ((date.start, pair, old_first), (pair, date.start, not old_first))
    for figure, (value, other, older) in zip(figures, sides, strict=False):
        fitting = [day for month, day in other_style(other, other.year, older) if month == value.month]
        if fitting:
            at = Extent(*figure.span())
            yield document.fix(f"change {figure[0]} to {fitting[0]}", at, str(fitting[0]))


rule = Rule(
    id="dates/calendar-pair-mismatch",
    severity="error",
    doc=__doc__,
    messages={"mismatch": "the two dates of “{pair}” lie {apart} days apart; the calendars differ by {right}"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "On «25 October (8 November) 1917» the mill stopped.",
            "On 26 October (8 November) 1917 the mill stopped.",
        ),
        Bad("The letter of «8 (20) January 1905» is lost.", "The letter of 7 (20) January 1905 is lost."),
    ),
    good=(
        Good("On 25 October (7 November) 1917 the mill stopped."),
        Good("The letter of 8 (21) January 1905 is lost."),
        Good(
            "The letter of 8 (20) January 1873 is lost.", because="in the 19th century the calendars differ by 12"
        ),
        Good("On 31 November (7 December) it froze.", because="one side is impossible, which is another finding"),
        Good("See the Harbour Gazette of 17/31 December 1953.", because="a fortnight's double issue"),
        Good("On 2/3 July 1918, by night, they left.", because="a night lies between two days"),
    ),
)
