"""A date does not fall on the weekday it is given.

One of the two was misread, mistyped or mistaken by the writer; which of them only the print or the context can
tell, so both repairs are offered.

The weekday is counted in the Gregorian calendar. Before 1753 the finding is only a warning, and so it is at the
head of a letter, for who writes letters mistakes the weekday oftener than the day. There is none where the weekday
is right in the calendar of the place: in the Julian one until the place gave it up (the settings `calendar` and
`julian-until` say when; then it is counted by that), or with a year that began in March. Without settings a text
in Russian, and one that names a land which kept the Julian calendar, is given the benefit of it; in others a
weekday that is right in the Old Style only is a warning.
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from edcheck.model import Calendar, Date, Document, Draft, Edition, Fix
from edcheck.patterns import lazy_pattern
from edcheck.recognise.dates import language_of
from edcheck.recognise.dates.calendar import (
    LAST_JULIAN_YEAR,
    day_number,
    days_in_month,
    is_valid,
    weekday,
)
from edcheck.recognise.dates.languages import language_for
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import excused

_BRITISH_CHANGE = 1753
_LADY_DAY = 3


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    dates = [date for date in document.dates if date.weekday is not None and _is_checkable(date)]
    wrong = [date for date in dates if not _falls_on(date, "gregorian")]
    if not wrong:
        return
    old_style = sum(_falls_on(date, "julian") for date in wrong)
    gregorian = len(dates) - len(wrong) > _VOTES * old_style
    for date in wrong:
        if excused(document, date):
            continue
        if not _right_in_old_style(document, date, gregorian):
            yield _draft(document, date)
        elif (date.start.year or 0) >= _BRITISH_CHANGE and not _speaks_of_old_style(document):
            evidence = (
                "in the Julian calendar the weekday would be right, but the text names no place that used it"
            )
            draft = _draft(document, date)
            yield replace(draft, severity="warning", confidence=0.6, evidence=(*draft.evidence, evidence))


def _is_checkable(date: Date) -> bool:
    if date.verdict != "valid" or date.year_inferred or date.pair is not None:
        return False
    return date.start.full and is_valid(date.start)


def _falls_on(date: Date, calendar: Calendar, later: int = 0) -> bool:
    year, month, day = date.start
    return None not in date.start and weekday((year or 0) + later, month or 1, day or 1, calendar) == date.weekday


def _right_in_old_style(document: Document, date: Date, gregorian: bool) -> bool:
    """Whether the weekday is right in a calendar the place may have used, unless the text is `gregorian`."""
    year, month, _ = (part or 1 for part in date.start)
    if document.edition.julian_until is not None:
        if not _in_julian_place(document, date):
            return False
    elif year > LAST_JULIAN_YEAR or (gregorian and year >= _BRITISH_CHANGE):
        return False
    if _falls_on(date, "julian"):
        return True
    # Until 1752 an English year began on 25 March: what was dated 1740 may have been 1741.
    from_march = year < _BRITISH_CHANGE and month <= _LADY_DAY
    return from_march and (_falls_on(date, "julian", 1) or _falls_on(date, "gregorian", 1))


def _speaks_of_old_style(document: Document) -> bool:
    """Whether the text is of a land that kept the Julian calendar after 1752, or gives dates in both calendars."""
    if document.edition.julian_until is not None or language_of(document).code == "ru":
        return True
    if any(date.pair is not None for date in document.dates):
        return True
    if _NAMED.search(document.text):
        return True
    return any(name.startswith(_JULIAN_LANDS) for name in document.words.names)


def _in_julian_place(document: Document, date: Date) -> bool:
    """Whether the settings say that the place still used the Julian calendar on that day."""
    until = document.edition.julian_until
    year, month, day = (part or 1 for part in date.start)
    return until is not None and day_number(year, month, day) <= until.toordinal() + _EPOCH


_JULIAN_LANDS = (
    *("Russ", "Rußland", "Росси", "Русск", "Moscow", "Moskau", "Moscou", "Mosca", "Moscú", "Москв", "Petersb"),
    *("Peterh", "Pétersb", "Pietrob", "Петерб", "Petrogr", "Pétrogr", "Петрогр", "Siberi", "Сибир"),
    *("Ukrain", "Украин", "Kiev", "Kiew", "Киев", "Odessa", "Одесс", "Tsar", "Czar", "Zar", "Цар", "Bolsh"),
    *("Bolsch", "Soviet", "Sowjet", "Greece", "Greek", "Griech", "Grèce", "Grec", "Bulgar", "Serbi", "Rumani"),
    *("Rumän", "Romania", "Roumani", "Montenegr", "Athens", "Athen", "Belgrad", "Sofia", "Bucharest", "Bukarest"),
)
"""What names of lands and towns begin with where the Julian calendar was in use into the twentieth century."""
_NAMED = lazy_pattern(
    r"\b(?:[Oo]ld\s+[Ss]tyle|O\.\s?S\.|[Aa]lten\s+Stils|[Vv]ieux\s+style|Julian\s+[Cc]al|julianisch|julien)"
)
"""How texts name the Julian calendar."""
_VOTES = 2
"""How many times more often than the Julian weekday the Gregorian one must be right to rule the Julian out."""
_EPOCH = 1721425
"""The Julian day number of the day before 1 January of the year 1."""


def _draft(document: Document, date: Date) -> Draft:
    year, month, day = (part or 1 for part in date.start)
    table = language_for(date.language).weekdays
    calendar: Calendar = "julian" if _in_julian_place(document, date) else "gregorian"
    right, named = table[weekday(year, month, day, calendar)][0], table[date.weekday or 0][0]
    uncertain = year < _BRITISH_CHANGE or date.role == "dateline"
    return Draft(
        "mismatch",
        date.extent,
        {"date": _plain(document, date), "right": right, "named": named},
        fixes=tuple(_fixes(document, date, right, calendar)),
        severity="warning" if uncertain else None,
        confidence=0.7 if uncertain else 0.95,
        evidence=tuple(_told(date, calendar)),
    )


def _told(date: Date, calendar: Calendar) -> Iterator[str]:
    """The weekday by each calendar that the writer may have used."""
    year, month, day = (part or 1 for part in date.start)
    table = language_for(date.language).weekdays
    both: tuple[Calendar, ...] = ("gregorian", "julian")
    for one in both if year < _BRITISH_CHANGE else (calendar,):
        yield f"in the {one.title()} calendar the day was a {table[weekday(year, month, day, one)][0]}"


def _plain(document: Document, date: Date) -> str:
    start = date.extent.start if date.weekday_extent is None else date.weekday_extent.end
    return " ".join(document.text[start : date.extent.end].split()).lstrip("., ")


def _fixes(document: Document, date: Date, right: str, calendar: Calendar) -> Iterator[Fix]:
    if date.weekday_extent is None or date.weekday is None:
        return
    yield document.fix(f"change the weekday to {right}", date.weekday_extent, right)
    written = document.text[date.weekday_extent.end : date.extent.end]
    for day in _days_on(date, date.weekday, calendar):
        head, found, tail = written.partition(str(date.start.day))
        if found:
            extent = type(date.extent)(date.weekday_extent.end, date.extent.end)
            yield document.fix(f"change the day to {day}", extent, f"{head}{day}{tail}")
            return


def _days_on(date: Date, number: int, calendar: Calendar) -> list[int]:
    """Days of the date's month that fall on a weekday, those that differ by one figure or least first."""
    year, month, written = (part or 1 for part in date.start)
    length = days_in_month(month, year, calendar)
    days = [day for day in range(1, length + 1) if weekday(year, month, day, calendar) == number]
    return sorted(days, key=lambda day: (_figures_apart(day, written), abs(day - written)))


def _figures_apart(first: int, second: int) -> int:
    return sum(a != b for a, b in zip(f"{first:2}", f"{second:2}", strict=True))


rule = Rule(
    id="dates/weekday-mismatch",
    severity="error",
    doc=__doc__,
    messages={"mismatch": "{date} was a {right}, not a {named}"},
    check=check,
    fix="suggestion",
    bad=(
        Bad("Dunmarrow, «Friday, 17th April, 1921»", "Dunmarrow, Sunday, 17th April, 1921"),
        Bad("The fire broke out on «Thursday, July 2, 1918», at dawn."),
        Bad("On Tuesday, July 2, 1918, it rained; on «Wednesday, July 2, 1918», too."),
        Bad("He came on «Saturday, 3 March 1740», by coach."),
        Bad("In Dunmarrow, on «Sunday, January 9, 1905», it snowed."),
        Bad(
            "In Petrovsk, on «Friday, January 9, 1905», it snowed.",
            "In Petrovsk, on Sunday, January 9, 1905, it snowed.",
            edition=Edition(julian_until=datetime.date(1918, 2, 13)),
        ),
        Bad(
            "Er kam «Montag, den 3. Dezember 1921», zu Fuß.",
            "Er kam Samstag, den 3. Dezember 1921, zu Fuß.",
            edition=Edition(language="de"),
        ),
    ),
    good=(
        Good("The fire broke out on Tuesday, July 2, 1918, at dawn."),
        Good("В воскресенье, 9 января 1905 г., шел снег.", because="Russian", edition=Edition(language="ru")),
        Good(
            "In Petersburg, on Sunday, January 9, 1905, it snowed.",
            because="right in the Julian calendar of the place",
        ),
        Good(
            "In Petrovsk, on Thursday, January 31, 1918, it snowed.",
            because="the new calendar began on the next day",
            edition=Edition(julian_until=datetime.date(1918, 2, 13)),
        ),
        Good(
            "Her log, kept in the Old\nStyle, has Sunday, January 9, 1905.",
            because="the text names the calendar",
        ),
        Good("The Gazette: Sun, 17 October 1995.", because="the name of a newspaper"),
        Good("They rested on Friday. July 2, 1918, was hot.", because="a sentence ends between them"),
        Good("On Monday, July 2 they left.", because="no year is given"),
        Good("On Friday, July 2, 1918 [sic], they left.", because="the editors know"),
    ),
)
