"""Dates: impossible, misspelt, garbled, with the wrong weekday, and otherwise than their attributes say."""

import datetime
import re
from random import Random

from bench.accuracy.planting import Page, Planter, Planting
from edcheck.model import Date
from edcheck.recognise.dates.languages import language_for
from edcheck.text import Span

_LANGUAGES = ("en", "de", "fr", "es", "it", "ru")
_LOOKALIKES = {"0": "O", "1": "l", "5": "S"}
_MONTH = re.compile(r"[^\W\d_]{5,}")
_ON = re.compile(r"(?:^|\n|\b[Oo]n )$")


def _dates(page: Page) -> list[tuple[Date, Span]]:
    """Single dates with day, month and year that stand in the text as they are read."""
    found = []
    for date in page.document.dates:
        if date.verdict != "valid" or not date.start.full or date.is_range or date.pair or date.year_inferred:
            continue
        span = page.exact(date.extent)
        if span and page.quiet(span) and not page.document.in_zone(date.extent, "boilerplate"):
            found.append((date, span))
    return found


def _choice(page: Page, random: Random) -> tuple[Date, Span] | None:
    found = _dates(page)
    return random.choice(found) if found else None


def _figures(page: Page, span: Span, number: int | None) -> Span | None:
    """Where a number stands in a date, if it stands there once."""
    found = [match for match in re.finditer(r"\d+", page.source[span.start : span.end]) if int(match[0]) == number]
    return Span(span.start + found[0].start(), span.start + found[0].end()) if len(found) == 1 else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def impossible_date(page: Page, random: Random) -> Planting | None:
    """The day is one slip of a digit away, and the month has no such day."""
    chosen = _choice(page, random)
    if chosen is None:
        return None
    date, span = chosen
    year, month, day = date.start
    place = _figures(page, span, day)
    if place is None or year is None or month is None or day is None:
        return None
    # The Julian calendar has a 29 February that the Gregorian has not.
    days = [new for new in range(10, 99) if not _exists(year, month, new) and (month, new) != (2, 29)]
    near = [new for new in days if sum(a != b for a, b in zip(f"{new:02}", f"{day:02}", strict=True)) == 1]
    if not near:
        return None
    return Planting(((place, str(random.choice(near))),), (span,), restorable=False)


def _months() -> set[str]:
    tables = [language_for(code) for code in _LANGUAGES]
    words = {name.lower() for table in tables for names in table.months for name in names}
    return words | {word.lower() for table in tables for word in table.not_misspelt}


def misspelt_month(page: Page, random: Random) -> Planting | None:
    """Two letters of a month's name are exchanged, or one is lost, doubled or mistyped."""
    chosen = _choice(page, random)
    if chosen is None:
        return None
    _, span = chosen
    known = _months()
    text = page.source[span.start : span.end]
    names = [match for match in _MONTH.finditer(text) if match[0].lower() in known]
    if not names:
        return None
    word, at = names[0][0], random.randrange(1, len(names[0][0]) - 1)
    new = random.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + random.choice("aeiorstn") + word[at + 1 :],
        ]
    )
    if new.lower() in known or new == word:
        return None
    start = span.start + names[0].start()
    return Planting(((Span(start, start + len(word)), new),), (span,))


def garbled_date(page: Page, random: Random) -> Planting | None:
    """A figure of a year is read as a letter, or a digit of it is doubled."""
    chosen = _choice(page, random)
    if chosen is None:
        return None
    date, span = chosen
    place = _figures(page, span, date.start.year)
    if place is None or place.end - place.start != 4:
        return None
    text = page.source[place.start : place.end]
    at = random.randrange(1, 4)
    new = text[:at] + (_LOOKALIKES[text[at]] if text[at] in _LOOKALIKES else text[at] * 2) + text[at + 1 :]
    return Planting(((place, new),), (span,))


def wrong_century(page: Page, random: Random) -> Planting | None:
    """Two figures of a year are exchanged, and it lies centuries away from all others."""
    chosen = _choice(page, random)
    if chosen is None:
        return None
    date, span = chosen
    years = [one.start.year for one in page.document.dates if one.start.year and one.verdict == "valid"]
    place = _figures(page, span, date.start.year)
    if place is None or date.start.year is None or len(years) < 5 or min(years) < date.start.year - 100:
        return None
    text = str(date.start.year)
    new = text[0] + text[2] + text[1] + text[3]
    if abs(int(new) - date.start.year) < 300 or not text.isdecimal() or len(text) != 4:
        return None
    return Planting(((place, new),), (span,))


def wrong_weekday(page: Page, random: Random) -> Planting | None:
    """A date has a weekday that is that of neither calendar."""
    chosen = _choice(page, random)
    if chosen is None:
        return None
    date, span = chosen
    year, month, day = date.start
    if year is None or month is None or day is None or not _exists(year, month, day) or year < 1583:
        return None
    right = datetime.date(year, month, day).weekday()
    # A day of the Old Style has the weekday of the day that the New Style calls otherwise.
    behind = year // 100 - year // 400 - 2
    free = [weekday for weekday in range(7) if weekday not in (right, (right + behind) % 7)]
    names = [names[0] for names in language_for(date.language).weekdays]
    name = names[random.choice(free)]
    if date.weekday_extent is not None:
        place = page.exact(date.weekday_extent)
        return Planting(((place, name),), (span,), restorable=False) if place else None
    before = page.document.text[max(0, date.extent.start - 4) : date.extent.start]
    if not _ON.search(before) or date.form not in ("month-day-year", "day-month-year"):
        return None
    return Planting(((Span(span.start, span.start), f"{name}, "),), (span,), restorable=False)


def wrong_attribute(page: Page, random: Random) -> Planting | None:
    """An attribute encodes another day than the text says."""
    return _attribute(page, random, valid=True)


def invalid_attribute(page: Page, random: Random) -> Planting | None:
    """An attribute encodes a day that there is not."""
    return _attribute(page, random, valid=False)


def _attribute(page: Page, random: Random, valid: bool) -> Planting | None:
    found = []
    for encoded in page.document.encoded:
        text, values = encoded.text, encoded.element.values
        said = text is not None and text.start.full and not text.is_range and text.verdict == "valid"
        if len(values) == 1 and said and text is not None and encoded.claim and encoded.claim.start == text.start:
            [value] = values.values()
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value.value) and page.quiet(value.span, encoded.element.tag):
                found.append((encoded, value))
    if not found:
        return None
    encoded, value = random.choice(found)
    year, month, day = map(int, value.value.split("-"))
    if valid:
        days = [new for new in range(1, 29) if new != day]
        months = [new for new in range(1, 13) if new != month]
        new = random.choice([(year, month, random.choice(days)), (year, random.choice(months), min(day, 28))])
    else:
        new = random.choice([(year, month + 12, day), (year, month, day + 31)])
    written = "{:04}-{:02}-{:02}".format(*new)
    return Planting(((value.span, written),), (value.span, encoded.element.tag, encoded.element.text_span))


PLANTERS: dict[str, Planter] = {
    "impossible date": impossible_date,
    "misspelt month": misspelt_month,
    "garbled date": garbled_date,
    "wrong century": wrong_century,
    "wrong weekday": wrong_weekday,
    "wrong date attribute": wrong_attribute,
    "invalid date attribute": invalid_attribute,
}
