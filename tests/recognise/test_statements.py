"""One string read as a date: what is read, what is refused, and what can be said of the result."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.recognise.dates.languages import CODES, code_of, language_for
from edcheck.recognise.dates.statements import read_date
from edcheck.recognise.dates.titles import read_title
from edcheck.text import Span

DATES = st.dates(datetime.date(1200, 1, 1), datetime.date(2090, 12, 31))
NAMED = {
    "en": ("{day} {month} {year}", "{month} {day}, {year}", "{day}th of {month}, {year}"),
    "de": ("{day}. {month} {year}", "den {day}ten {month} {year}", "am {day}. {month} {year}"),
    "fr": ("{day} {month} {year}", "le {day} {month} {year}"),
    "es": ("{day} de {month} de {year}", "el {day} de {month} de {year}"),
    "it": ("{day} {month} {year}", "il {day} {month} {year}"),
    "ru": ("{day} {month} {year} г.", "{day}-го {month} {year}"),
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
IN_FIGURES = (
    "{day}. {number}. {year}",
    "{day}.{number}.{year}",
    "{day}/{roman} {year}",
    "[{day}.?] {number}. {year}",
)


@pytest.mark.parametrize("code", CODES)
@given(date=DATES, data=st.data())
def test_every_day_is_read_in_every_language(code: str, date: datetime.date, data: st.DataObject) -> None:
    months = language_for(code).months
    shape = data.draw(st.sampled_from(NAMED[code]))
    found = read_date(shape.format(day=date.day, month=months[date.month - 1][0], year=date.year), code)
    assert found is not None
    assert (found.start, found.end, found.verdict) == ((date.year, date.month, date.day),) * 2 + ("valid",)


@pytest.mark.parametrize("shape", IN_FIGURES)
@given(date=DATES)
def test_every_day_is_read_in_figures(shape: str, date: datetime.date) -> None:
    written = shape.format(day=date.day, number=date.month, roman=ROMAN[date.month - 1], year=date.year)
    found = read_date(written, "de")
    assert found is not None
    assert found.start == (date.year, date.month, date.day)
    assert found.doubtful == ("?" in written)
    assert {name: int(written[at.start : at.end]) for name, at in found.parts.items() if name != "month"} == {
        "year": date.year,
        "day": date.day,
    }


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("Ende November 1921", "de", (1921, 11, None), (1921, 11, None)),
        ("Montag, den 12. Mai 1924", "de", (1924, 5, 12), (1924, 5, 12)),
        ("08.1907", "de", (1907, 8, None), (1907, 8, None)),
        ("1907", "de", (1907, None, None), (1907, None, None)),
        ("14. März", "de", (None, 3, 14), (None, 3, 14)),
        ("2/2", "de", (None, 2, 2), (None, 2, 2)),
        ("Mai", "de", (None, 5, None), (None, 5, None)),
        ("12. Jänner 1900", "de", (1900, 1, 12), (1900, 1, 12)),
        ("3.–5. Mai 1921", "de", (1921, 5, 3), (1921, 5, 5)),
        ("[24. 4. 1901\n – 28. 4. 1901?]", "de", (1901, 4, 24), (1901, 4, 28)),
        ("28. 12. – 3. 1. 1902", "de", (1901, 12, 28), (1902, 1, 3)),
        ("1883–1939", "de", (1883, None, None), (1939, None, None)),
        ("3. Mai bis 5. Juni 1922", "de", (1922, 5, 3), (1922, 6, 5)),
        ("1877-04-20", "", (1877, 4, 20), (1877, 4, 20)),
        ("12/31/1999", "en", (1999, 12, 31), (1999, 12, 31)),
        ("3 December 1921", "de", (1921, 12, 3), (1921, 12, 3)),
        ("3. Dezember 1921", "en", (1921, 12, 3), (1921, 12, 3)),
        ("20. 7. 192[0]", "de", (1920, 7, 20), (1920, 7, 20)),
    ],
)
def test_statements(text: str, language: str, start: tuple[int | None, ...], end: tuple[int | None, ...]) -> None:
    found = read_date(text, language)
    assert found is not None
    assert (found.start, found.end, found.place) == (start, end, Span(0, len(text)))
    assert found.is_range == (start != end)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "gestern", "Donnerstag", "15.", "38", "12. d. Mts.", "vor 14 Tagen", "Frühling 1921"),
        *(
            "5. 13. 1902",
            "40. 5. 1902",
            "3. Mai, abends",
            "7 (20) May 1905",
            "3. 5. 1902 " * 20,
            "XIII",
            "3/XIIII 02",
        ),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text, "de") is None


def test_short_years_and_guesses_are_known_as_such() -> None:
    short = [read_date(text, "de") for text in ("3. 5. 02", "April 901", "3. Mai 1902")]
    assert [found and (found.start.year, found.short_year) for found in short] == [
        (2, 100),
        (901, 1000),
        (1902, 0),
    ]
    loose = [read_date(text, "de") for text in ("um 1905", "nach dem 3. Mai 1905", "wohl 1905")]
    assert [found and found.loose for found in loose] == [True, True, False]
    either = [read_date(text, "en") for text in ("7/4/1918", "7/7/1918", "7/14/1918", "July 4, 1918")]
    assert [found and found.exchangeable for found in either] == [True, False, False, False]


@pytest.mark.parametrize(
    ("text", "reason", "first"),
    [
        ("31.11.1922", "the month has 30 days", "30.11.1922"),
        ("29. Februar 1921", "1921 is no leap year", "28. Februar 1921"),
        ("[31.] 6. 1921", "the month has 30 days", "[30.] 6. 1921"),
    ],
)
def test_impossible_days(text: str, reason: str, first: str) -> None:
    found = read_date(text, "de")
    assert found is not None
    assert (found.verdict, found.reason, found.readings[0]) == ("impossible", reason, first)


def test_leap_days_that_some_calendar_has_are_possible() -> None:
    texts = ("29. 2. 1900", "29. 2. 00", "29. Februar", "29. 2. 1920")
    assert [found and found.verdict for found in (read_date(text, "de") for text in texts)] == ["valid"] * 4


@pytest.mark.parametrize(
    ("title", "written", "start"),
    [
        ("Edda Quill an den Lotsen, [5.?] 5. 1902", "[5.?] 5. 1902", (1902, 5, 5)),
        ("Karte der Lotsen von Ende November 1922", "von Ende November 1922", (1922, 11, None)),
        ("Letter to Josiah Ostrander,\n  3 May 1921", "3 May 1921", (1921, 5, 3)),
        ("3 May 1921", "3 May 1921", (1921, 5, 3)),
    ],
)
def test_titles_end_with_their_date(title: str, written: str, start: tuple[int | None, ...]) -> None:
    found = read_title(title, "de")
    assert found is not None
    assert isinstance(found.place, Span)
    assert (title[found.place.start : found.place.end], found.start) == (written, start)


@pytest.mark.parametrize(
    "title",
    [
        "Two letters to the pilot, 3 May and 5 May 1921",
        "Letters to the pilot, 3 May 1921 – 5 May 1922 and 3 May",
        "Letter to the pilot [answered 5 May 1921]",
    ],
)
def test_a_title_with_several_dates_gives_none(title: str) -> None:
    assert read_title(title, "en") is None


@pytest.mark.parametrize(
    "title", ["", "Briefe der Lotsen 1887–1933", "Der Sommer 1921", "3 May 1921 to the pilot"]
)
def test_titles_without_a_day_or_month_give_none(title: str) -> None:
    assert read_title(title, "de") is None


@given(st.text("0123456789. -–/[]?MaiVX,den", max_size=90))
def test_any_string_is_read_or_refused(text: str) -> None:
    found = read_date(text, "de")
    if found is not None:
        assert any(found.start)
        assert all(text[at.start : at.end].strip("[]()?") for at in found.parts.values())
        assert bool(found.reason) == (found.verdict != "valid")


@pytest.mark.parametrize("name", ["de-AT", "deu", "German", "de_CH", "DE", "Deutsch"])
def test_languages_are_known_by_code_and_name(name: str) -> None:
    assert code_of(name) == "de"
    assert language_for(name) is language_for("de")


def test_unknown_languages_have_no_code() -> None:
    assert code_of("xx") == code_of("") == ""


@pytest.mark.parametrize("piece", ["1 ", "1. ", "Mai ", "den ", "3–", "["])
def test_time_is_bounded(piece: str) -> None:
    begun = time.process_time()
    for count in range(20, 80):
        read_date((piece * count)[:80], "de")
        read_title(piece * count * 100, "de")
    assert time.process_time() - begun < 3
