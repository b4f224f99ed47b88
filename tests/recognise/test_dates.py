"""What the date grammar must read, must not read, and must call wrong."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.engine import understand
from edcheck.model import Date, DateValue, Document, Edition
from edcheck.recognise.dates.calendar import days_in_month
from edcheck.recognise.dates.languages import ENGLISH, language_for
from edcheck.recognise.dates.spelling import as_figures
from edcheck.testing import best_seconds
from edcheck.text import Source

MONTHS = [group[0] for group in ENGLISH.months]
SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
DATES = st.dates(datetime.date(1200, 1, 1), datetime.date(2090, 12, 31))
OLD_DATES = st.dates(datetime.date(1754, 1, 1), datetime.date(1999, 12, 31))


def read(text: str, edition: Edition | None = None) -> Document:
    return understand(Source.from_text(text, "page.txt"), edition)


def quotes(text: str) -> list[str]:
    document = read(text)
    return [document.quote(date.extent) for date in document.dates]


def only(text: str) -> Date:
    """The one date of a text."""
    dates = read(text).dates
    assert len(dates) == 1, [(date.form, date.extent) for date in dates]
    return dates[0]


def value(year: int | None, month: int | None, day: int | None) -> DateValue:
    return DateValue(year, month, day)


SHAPES = [
    ("{month} {day}, {year}", "month-day-year"),
    ("{month} {day}{suffix}, {year}", "month-day-year"),
    ("{month} {day} {year}", "month-day-year"),
    ("{month}\n{day}, {year}", "month-day-year"),
    ("{month} {day}, [{year}]", "month-day-year"),
    ("{upper} {day}, {year}", "month-day-year"),
    ("{day} {month} {year}", "day-month-year"),
    ("{day}{suffix} {month}, {year}", "day-month-year"),
    ("{day}{suffix} of {month}, {year}", "day-month-year"),
    ("{day} of\n{month} {year}", "day-month-year"),
    ("{year}-{number:02}-{day:02}", "iso"),
    ("{day}.{number}.{year}", "numeric"),
]


@pytest.mark.parametrize(("shape", "form"), SHAPES)
@given(date=DATES)
def test_every_day_is_read_in_every_shape(shape: str, form: str, date: datetime.date) -> None:
    month = MONTHS[date.month - 1]
    written = shape.format(
        month=month,
        upper=month.upper(),
        number=date.month,
        day=date.day,
        year=date.year,
        suffix=SUFFIXES.get(date.day, "th"),
    )
    found = only(f"He left on {written}; nobody saw him.")
    assert (found.extent.start, found.extent.end) == (11, 11 + len(written))
    assert found.start == found.end == (date.year, date.month, date.day)
    assert (found.form, found.verdict, found.readings) == (form, "valid", ())


@given(
    OLD_DATES, st.sampled_from(["{weekday}, {month} {day}, {year}", "{weekday} the {day}th of {month}, {year}"])
)
def test_weekdays_belong_to_the_date(date: datetime.date, shape: str) -> None:
    named = ENGLISH.weekdays[date.weekday()][0]
    month = MONTHS[date.month - 1]
    written = shape.format(weekday=named, month=month, day=date.day, year=date.year)
    text = f"It began ({written})."
    found = only(text)
    assert read(text).quote(found.extent) == written
    assert found.weekday == date.weekday()
    assert found.weekday_extent is not None
    assert read(text).quote(found.weekday_extent) == named


@given(st.integers(1, 12), st.integers(32, 99) | st.just(0), st.integers(1500, 2000), st.booleans())
def test_no_month_has_such_a_day(month: int, day: int, year: int, day_first: bool) -> None:
    written = f"{day} {MONTHS[month - 1]} {year}" if day_first else f"{MONTHS[month - 1]} {day}, {year}"
    found = only(f"He left on {written}.")
    assert (found.verdict, found.start) == ("impossible", (year, month, day))
    assert found.reason


@given(st.integers(1, 12), st.integers(29, 31), st.integers(1930, 2000))
def test_days_beyond_the_month_are_impossible(month: int, day: int, year: int) -> None:
    text = f"He left on {MONTHS[month - 1]} {day}, {year}."
    found = only(text)
    possible = day <= days_in_month(month, year)
    assert found.verdict == ("valid" if possible else "impossible")
    for reading in found.readings:
        assert only(f"He left on {reading}.").verdict == "valid"


@given(DATES, st.data())
def test_one_wrong_letter_in_a_month_is_malformed(date: datetime.date, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from([name for name in MONTHS if len(name) > 6]))
    at = data.draw(st.integers(3, len(month) - 3))
    wrong = month[:at] + month[at + 1 :]
    found = only(f"He left on {wrong} 5, {date.year}.")
    assert found.verdict == "malformed"
    assert found.readings == (f"{month} 5, {date.year}",)


@given(st.text("JulyMarchApSept., 0123456789-–/()[]\nthofandIl ", max_size=80))
def test_any_text_is_read_without_failure_and_overlap(text: str) -> None:
    document = read(text)
    reach = 0
    for date in document.dates:
        assert reach <= date.extent.start < date.extent.end <= len(text)
        reach = date.extent.end
        assert bool(date.reason) == (date.verdict != "valid")
        block = document.block_at(date.extent.start)
        assert block is None or date.extent.end <= block.extent.end


@pytest.mark.parametrize(
    ("text", "quote", "form", "start", "end"),
    [
        ("Sept. 3", "Sept. 3", "month-day", (None, 9, 3), (None, 9, 3)),
        ("July 4 and 10 it rained", "July 4 and 10", "day-list", (None, 7, 4), (None, 7, 10)),
        ("on July 4, 5, and 6, 1918,", "July 4, 5, and 6, 1918", "day-list", (1918, 7, 4), (1918, 7, 6)),
        (
            "the 7th, 10th and 14th of March",
            "7th, 10th and 14th of March",
            "day-list",
            (None, 3, 7),
            (None, 3, 14),
        ),
        ("August 2-3, 1918", "August 2-3, 1918", "day-range", (1918, 8, 2), (1918, 8, 3)),
        ("August 25-6, 1918", "August 25-6, 1918", "day-range", (1918, 8, 25), (1918, 8, 26)),
        ("2/3 July 1918", "2/3 July 1918", "day-range", (1918, 7, 2), (1918, 7, 3)),
        ("July 31-August 1", "July 31-August 1", "date-range", (None, 7, 31), (None, 8, 1)),
        ("22 March–19 April 1980", "22 March–19 April 1980", "date-range", (1980, 3, 22), (1980, 4, 19)),
        ("April-December 1918", "April-December 1918", "month-range", (1918, 4, None), (1918, 12, None)),
        ("December-January 1918", "December-January 1918", "month-range", (1917, 12, None), (1918, 1, None)),
        ("March or April 1761", "March or April 1761", "month-range", (1761, 3, None), (1761, 4, None)),
        (
            "Feb. 29, 1663\u2060–\u206064",
            "Feb. 29, 1663\u2060–\u206064",
            "month-day-year",
            (1664, 2, 29),
            (1664, 2, 29),
        ),
        ("July 1914-1918", "July 1914-1918", "month-range", (1914, 7, None), (1918, 7, None)),
        ("in June of 1918", "June of 1918", "month-year", (1918, 6, None), (1918, 6, None)),
        ("in October he", "October", "month", (None, 10, None), (None, 10, None)),
        ("in 1918 he", "1918", "year", (1918, None, None), (1918, None, None)),
        ("he (1883-1939) was", "1883-1939", "year-range", (1883, None, None), (1939, None, None)),
        ("Feb. 10, 1674-5", "Feb. 10, 1674-5", "month-day-year", (1675, 2, 10), (1675, 2, 10)),
        ("the 2nd inst.", "2nd inst.", "relative-day", (None, None, 2), (None, None, 2)),
        ("12.31.1999", "12.31.1999", "numeric", (1999, 12, 31), (1999, 12, 31)),
        ("on 25/06/17", "25/06/17", "numeric", (None, 6, 25), (None, 6, 25)),
    ],
)
def test_forms(text: str, quote: str, form: str, start: tuple[int, ...], end: tuple[int, ...]) -> None:
    found = only(text)
    assert read(text).quote(found.extent) == quote
    assert (found.form, found.start, found.end, found.verdict) == (form, start, end, "valid")
    assert found.is_range == (start != end)


@pytest.mark.parametrize(
    ("text", "start", "pair"),
    [
        ("19 June (2 July) 1918", (1918, 6, 19), (1918, 7, 2)),
        ("25 October (7 November 1917)", (1917, 10, 25), (1917, 11, 7)),
        ("October 25 [November 7], 1917", (1917, 10, 25), (1917, 11, 7)),
        ("8 (21) January", (None, 1, 8), (None, 1, 21)),
        ("January 9 (22), 1905", (1905, 1, 9), (1905, 1, 22)),
        ("2/15 July 1918", (1918, 7, 2), (1918, 7, 15)),
        ("20 December (2 January) 1918", (1917, 12, 20), (1918, 1, 2)),
    ],
)
def test_pairs(text: str, start: tuple[int, ...], pair: tuple[int, ...]) -> None:
    found = only(f"On {text} it rained.")
    assert (found.form, found.start, found.pair) == ("pair", start, pair)


@pytest.mark.parametrize(
    ("text", "verdict", "first"),
    [
        ("on Febuary 3 he", "malformed", "February 3"),
        ("on Septernber 5, 1801", "malformed", "September 5, 1801"),
        ("on JuIy 4, 1918", "malformed", "July 4, 1918"),
        ("on Ju1y 4, 19l8", "malformed", "July 4, 1918"),
        ("on Anril 5, 1923", "malformed", "April 5, 1923"),
        ("on 31 Deecmber he", "malformed", "31 December"),
        ("on the 2nd of Octboer.", "malformed", "2nd of October"),
        ("on 3 Mrch, 1818", "malformed", "3 March, 1818"),
        ("of Noevmber 25 they", "malformed", "November 25"),
        ("on 5 Anril 1923", "malformed", "5 April 1923"),
        ("on September\nII, 1869", "malformed", "September\n11, 1869"),
        ("on July l7th the", "malformed", "July 17th"),
        ("on l7th July", "malformed", "17th July"),
        ("on 1O July 1918", "malformed", "10 July 1918"),
        ("in July 8. 1918", "malformed", "July 8, 1918"),
        ("on Aug, 3, 1751,", "malformed", "Aug. 3, 1751"),
        ("on April, 29, 1776,", "malformed", "April 29, 1776"),
        ("on July 4, 19575.", "malformed", "July 4, 1957"),
        ("on July 4, 166S.", "malformed", "July 4, 1665"),
        ("on 31 August 1918Gazette", "malformed", "31 August 1918 "),
        ("on 1918-13-05", "malformed", "1918-05-13"),
        ("on 1918-06-31", "impossible", "1918-06-30"),
        ("on 31.06.2006", "impossible", "30.06.2006"),
        ("on 29.02.2006", "impossible", "28.02.2006"),
        ("on 31/06/17", "impossible", "30/06/17"),
        ("on April 39", "impossible", "April 29"),
        ("from June 31 to March 1", "impossible", "June 30"),
        ("on Wednesday, May 34, 1935", "impossible", "Wednesday, May 24, 1935"),
        ("on 31 November (7 December)", "impossible", "24 November (7 December)"),
        ("on 25 October (31 November) 1917", "impossible", "25 October (7 November) 1917"),
        ("on July 31-August 32, 1918", "impossible", "July 31-August 22, 1918"),
    ],
)
def test_faults_and_readings(text: str, verdict: str, first: str) -> None:
    faulty = [date for date in read(text).dates if date.verdict != "valid"]
    assert [(date.verdict, date.readings[0]) for date in faulty] == [(verdict, first)]


def test_a_named_weekday_chooses_the_reading() -> None:
    found = only("on Tuesday, May 34, 1935")
    assert found.readings[0] == "Tuesday, May 14, 1935"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May he rest; March on", []),
        ("On 14 November 31 delegates met", ["14 November"]),
        ("No. 52 of November", ["November"]),
        ("Gazette, no.135 July 2, 1918", ["July 2, 1918"]),
        ("No.154, July 23, 1918 and in", ["July 23, 1918"]),
        ("No. 16 and 17 April", ["17 April"]),
        ("32. Aug. 10.", ["Aug. 10"]),
        ("11   Aug. 18.   To his sister", ["Aug. 18"]),
        ("42. June", []),
        ("In June 31 men", ["June"]),
        ("on July 8. 1918 was hard", ["July 8"]),
        ("in May 68", ["May"]),
        ("Review 52 June 1970", ["June 1970"]),
        ("June 30,000 men", []),
        ("July 31 to 5 August", ["July 31", "5 August"]),
        ("in 1500 B.C.", []),
        ("pp. 1885-1877", []),
        ("CAB 31/06/17", []),
        ("1.2.1918.4", []),
        ("July 2\n\n1918", ["July 2"]),
        ("Mark 3, 1918 and Augusta 12", []),
        ("3 Februar 1918", []),
        ("July 1930s", []),
        ("July 1918a and", ["July 1918a"]),
        ("Sun, 17 October 1995", ["17 October 1995"]),
        ("open 10-6 July", []),
        ("on Friday. July 5, 1918", ["July 5, 1918"]),
        ("Sun., 17 October 1995", ["Sun., 17 October 1995"]),
        ("on july 4, 1918 and may 5", ["july 4, 1918"]),
    ],
)
def test_what_is_a_date_and_what_is_not(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected
    assert all(date.verdict == "valid" for date in read(text).dates)


def test_a_custom_is_no_fault() -> None:
    document = read("Sept. 7. 1736. Oct. 9. 1736. Nov. 11. 1737.")
    assert [date.verdict for date in document.dates] == ["valid"] * 3
    document = read("Novmber 3, Novmber 4 and Novmber 5 he wrote.")
    assert {date.verdict for date in document.dates} == {"valid"}


def test_julian_leap_days_depend_on_the_settings() -> None:
    text = "On February 29, 1900 it snowed."
    assert only(text).verdict == "valid"
    edition = Edition(julian_until=datetime.date(1752, 9, 13))
    assert read(text, edition).dates[0].verdict == "impossible"
    assert only("On February 29th, 1663-64, he came.").verdict == "valid"


def test_a_superscript_is_no_figure_of_the_day() -> None:
    document = understand(Source.from_text("<p>On July 3<sup>5</sup> he left.</p>", "page.html"))
    assert [(document.quote(date.extent), date.verdict) for date in document.dates] == [("July 3", "valid")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dunmarrow, Sunday, midnight, August 10, 1806.", "dateline"),
        ("[Dunmarrow,] Feb. 4, 1755.", "dateline"),
        ("[The Harbour Master’s, Arle, by the old weir.] Orlow Quay, Tarn, Feb. 4, 1755.", "dateline"),
        ("July 2, 1918", "dateline"),
        ("He left Dunmarrow on August 10, 1806.", "mention"),
        ("August 10, 1806, was a hard day.", "mention"),
        ("Dunmarrow, August 1806.", "mention"),
    ],
)
def test_datelines(text: str, role: str) -> None:
    dates = read(f"A line before.\n\n{text}\n\nA line after.").dates
    assert [date.role for date in dates] == [role]


def test_figures_are_read_from_letters() -> None:
    assert as_figures("19l8") == ("1918",)
    assert as_figures("IO") == ("10",)
    assert as_figures("166S") == ("1665", "1668")


def test_an_unknown_language_falls_back_to_english() -> None:
    assert language_for("xx") is language_for("en-GB") is ENGLISH


@pytest.mark.parametrize(
    "piece",
    [
        "July ",
        "July 4, ",
        "1 ",
        "4 and 10 July ",
        "July 35 ",
        "Febuary 3 ",
        "1918-13-45 ",
        "31/06/17 ",
        "(2 July) ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    enough = 20 * best_seconds(lambda: read(piece * 1000)) + 0.05
    assert best_seconds(lambda: read(piece * 8000), enough=enough) < enough
