"""The issue number and the date of a citation do not belong together.

A newspaper that comes out from Tuesday to Sunday has a number for each of those days and no other; so number and
date check each other. With known issues under `serials` in the settings the rule counts from the nearest one
before and the nearest one after: where both counts contradict the number, one of the two is misread, and both
repairs are offered. A known extra issue clears its neighbours, and so do the days with an extra issue and without
one that `exceptions` names. With a known issue on one side only it is information.

Without settings the rhythm is found from four or more citations of one source, and what does not fit is said in
one remark: an extra issue or a holiday explains it too. `edcheck serials fit` proposes settings.
"""

import datetime
from collections.abc import Iterator

from edcheck.model import Citation, Document, Draft, Edition, Serial
from edcheck.model.fix import Fix
from edcheck.recognise.citations.rhythm import Count, counted, date_of, fitted, issue_date, issues_of, issues_until
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_ENOUGH = 4
"""Numbered citations of one source from which its rhythm can be found."""
_LIFETIME = 36525
"""Days from most issues at which a date belongs to no issue: its year is misread, and `dates` tells that."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    serials = {serial.name: serial for serial in document.edition.serials}
    loose: dict[str, list[tuple[datetime.date, int, Citation]]] = {}
    for citation in document.citations:
        day = issue_date(document, citation) if citation.number is not None else None
        if day is None or citation.number is None:
            continue
        serial = serials.get(citation.serial or "")
        if serial is not None and serial.issues:
            yield from _against_known(document, citation, serial, day, citation.number)
        else:
            loose.setdefault(citation.serial or citation.source, []).append((day, citation.number, citation))
    for source, entries in loose.items():
        middle = sorted(day for day, _, _ in entries)[len(entries) // 2]
        near = [entry for entry in entries if abs((entry[0] - middle).days) <= _LIFETIME]
        if len(near) >= _ENOUGH:
            yield from _against_rhythm(document, source, near)


def _against_known(
    document: Document, citation: Citation, serial: Serial, day: datetime.date, number: int
) -> Iterator[Draft]:
    counts = counted(serial, day)
    values = [count.number for count in counts]
    if not values:
        return
    issues = issues_of(serial, day) if serial.weekdays and counts[0].step else 1
    if min(values) - issues < number <= max(values):
        return
    sure = len(counts) > 1 or counts[0].step == 0
    place = _place(document, citation)
    nearest = min(counts, key=lambda count: abs(count.number - number))
    yield Draft(
        "mismatch",
        place,
        {"number": number, "date": _written(day), "expected": _either(values) if issues else "no issue"},
        evidence=tuple(_how(serial, count, day) for count in counts),
        fixes=tuple(_repairs(document, citation, serial, nearest, number)),
        severity=None if sure else "information",
        confidence=0.85 if sure else 0.5,
    )


def _either(values: list[int]) -> str:
    return " or ".join(f"no. {value}" for value in sorted(set(values), reverse=True))


def _how(serial: Serial, count: Count, day: datetime.date) -> str:
    known = f"no. {count.known} ({_written(serial.issues[count.known])})"
    if count.step == 0:
        return f"{known} is a known issue of {serial.name}"
    way = "onwards" if count.step > 0 else "backwards"
    if serial.weekdays and not issues_of(serial, day):
        return f"counted {way} from {known}, no. {count.number} came out before {_written(day)}"
    return f"counted {way} from {known}, {_written(day)} is no. {count.number}"


def _repairs(document: Document, citation: Citation, serial: Serial, count: Count, number: int) -> Iterator[Fix]:
    """The number that fits the date, and the date that fits the number."""
    if citation.number_extent is None or citation.date is None:
        return
    if count.number != number:
        digits = Extent(citation.number_extent.end - len(str(number)), citation.number_extent.end)
        yield document.fix(f"no. {count.number}, which fits the date", digits, str(count.number))
    day = date_of(serial, count, number)
    date = document.dates[citation.date]
    if day is not None:
        new = _rewritten(document.quote(date.extent), date.start.day, day)
        if new and date.start.month == day.month and date.start.year == day.year:
            yield document.fix(f"{_written(day)}, which fits the number", date.extent, new)


def _rewritten(text: str, old: int | None, day: datetime.date) -> str | None:
    """The date as written with another day of the same month; None where the day does not stand once."""
    number = str(old)
    parts = text.split(number)
    if len(parts) != 2 or parts[0][-1:].isdigit() or parts[1][:1].isdigit():
        return None
    return f"{parts[0]}{day.day}{parts[1]}"


def _against_rhythm(
    document: Document, source: str, entries: list[tuple[datetime.date, int, Citation]]
) -> Iterator[Draft]:
    if len({number - day.toordinal() for day, number, _ in entries}) == 1:
        return  # all fit a daily paper, and no rhythm explains more than all
    fit = fitted({(day, number) for day, number, _ in entries})
    if fit is None:
        return
    rhythm, offset = fit
    odd = [
        (citation, number - offset - issues_until(day, rhythm), day)
        for day, number, citation in entries
        if number - offset != issues_until(day, rhythm) or day.weekday() not in rhythm
    ]
    if not odd:
        return
    days = ", ".join(_WEEKDAYS[day] for day in rhythm)
    first, *others = [(_place(document, citation), _residual(by, day, rhythm)) for citation, by, day in odd]
    yield Draft(
        "rhythm",
        first[0],
        {"source": source, "count": len(odd), "all": len(entries), "what": first[1]},
        tuple(others),
        (f"the other {len(entries) - len(odd)} fit a paper that comes out on {days}",),
        severity="information",
        confidence=0.4,
    )


def _residual(by: int, day: datetime.date, rhythm: tuple[int, ...]) -> str:
    if by:
        return f"{abs(by)} too {'high' if by > 0 else 'low'} for the date"
    return f"a {_WEEKDAYS[day.weekday()]}, on which it does not come out"


def _place(document: Document, citation: Citation) -> Extent:
    extents = [document.dates[citation.date].extent] if citation.date is not None else []
    if citation.number_extent is not None:
        extents.append(citation.number_extent)
    return Extent(min(extent.start for extent in extents), max(extent.end for extent in extents))


def _written(day: datetime.date) -> str:
    return f"{day.day} {day.strftime('%B')} {day.year}"


_GAZETTE = Edition(
    serials=(
        Serial(
            "Harbour Gazette",
            weekdays=(1, 2, 3, 4, 5, 6),
            issues={
                40: datetime.date(1921, 3, 1),
                46: datetime.date(1921, 3, 7),
                60: datetime.date(1921, 3, 23),
            },
            extra=(datetime.date(1921, 3, 14),),
            free=(datetime.date(1921, 3, 18),),
        ),
    )
)

rule = Rule(
    id="citations/issue-number-mismatch",
    severity="warning",
    doc=__doc__,
    messages={
        "mismatch": "no. {number} and {date} do not belong together; by the known issues that day had {expected}",
        "rhythm": "{count} of {all} issue numbers of “{source}” do not fit its rhythm; this one is {what}",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "Harbour Gazette, «no.43, March 3, 1921»",
            fixed="Harbour Gazette, no.42, March 3, 1921",
            edition=_GAZETTE,
        ),
        Bad(
            "Harbour Gazette, «no.64, March 26, 1921»",
            edition=_GAZETTE,
            fixed="Harbour Gazette, no.63, March 26, 1921",
        ),
        Bad(
            "Harbour Gazette, «no.56, March 18, 1921»",
            edition=_GAZETTE,
            fixed="Harbour Gazette, no.56, March 17, 1921",
        ),
        Bad(
            "Harbour Gazette, no.4, March 1, 1921\n\nHarbour Gazette, no.10, March 8, 1921\n\n"
            "Harbour Gazette, no.16, March 15, 1921\n\nHarbour Gazette, «no.23, March 22, 1921»\n\n"
            "Harbour Gazette, no.5, March 2, 1921\n\nHarbour Gazette, no.9, March 6, 1921",
            fixed="",
        ),
        Bad(
            "1. Il Faro di Riva, n. 2, 10 gennaio 1908, p. 3.\n\n2. Il Faro di Riva, n. 3, 17 gennaio 1908\n\n"
            "3. Il Faro di Riva, «n. 14, 24 gennaio 1908», p. 2.\n\n4. Il Faro di Riva, n. 5, 31 gennaio 1908\n\n"
            "5. Il Faro di Riva, n. 6, 7 febbraio 1908, pag. 4.\n\n6. Il Faro di Riva, n. 7, 14 febbraio 1908",
        ),
    ),
    good=(
        Good("Harbour Gazette, no.42, March 3, 1921", edition=_GAZETTE),
        Good(
            "Harbour Gazette, no.54, March 15, 1921\n\nHarbour Gazette, no.53, March 14, 1921",
            because="the settings name an extra issue on Monday the 14th",
            edition=_GAZETTE,
        ),
        Good(
            "Harbour Gazette, no.57, March 19, 1921",
            because="the settings name the 18th as a day without an issue",
            edition=_GAZETTE,
        ),
        Good(
            "Harbour Gazette, no.47, March 8, 1921",
            because="a known extra issue on Monday the 7th moved the numbers by one",
            edition=_GAZETTE,
        ),
        Good(
            "Harbour Gazette, no.43, March 3, 1921\n\nHarbour Gazette, no.4, March 9, 1921",
            because="two citations make no rhythm, and nothing is known of the paper",
        ),
        Good(
            "Harbour Gazette, no.4, March 1, 1921\n\nHarbour Gazette, no.10, March 8, 1921\n\n"
            "Harbour Gazette, no.16, March 15, 1921\n\nHarbour Gazette, no.22, March 22, 1291\n\n"
            "Harbour Gazette, no.5, March 2, 1921\n\nHarbour Gazette, no.9, March 6, 1921",
            because="a year centuries away is misread, whatever the number",
        ),
        Good("Harbour Gazette, no.900, March 3, 1931", because="no known issue is near", edition=_GAZETTE),
    ),
)
