"""Dates in running text of languages other than English."""

import datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.engine import understand
from edcheck.model import Date, Document, Edition
from edcheck.recognise.dates.calendar import days_in_month
from edcheck.recognise.dates.languages import CODES, language_for
from edcheck.testing import best_seconds
from edcheck.text import Source

OTHERS = [code for code in CODES if code != "en"]
DATES = st.dates(datetime.date(1200, 1, 1), datetime.date(2090, 12, 31))
SHAPES = {
    "de": (
        "{day}. {month} {year}",
        "{day}ten {month} {year}",
        "{day}. {number}. {year}",
        "{day}. {roman}. {year}",
    ),
    "fr": ("{day} {month} {year}", "{day} {month}, {year}"),
    "es": ("{day} de {month} de {year}",),
    "it": ("{day} {month} {year}",),
    "ru": ("{day} {month} {year}", "{day}-го {month} {year}"),
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def read(text: str, language: str) -> Document:
    return understand(Source.from_text(text, "page.txt"), Edition(language=language))


def quotes(text: str, language: str = "de") -> list[str]:
    document = read(text, language)
    return [document.quote(date.extent) for date in document.dates]


def only(text: str, language: str = "de") -> Date:
    dates = read(text, language).dates
    assert len(dates) == 1, [(date.form, date.extent) for date in dates]
    return dates[0]


@pytest.mark.parametrize("code", OTHERS)
@given(date=DATES, data=st.data())
def test_every_day_is_read(code: str, date: datetime.date, data: st.DataObject) -> None:
    shape = data.draw(st.sampled_from(SHAPES[code]))
    month = language_for(code).months[date.month - 1][0]
    written = shape.format(
        day=date.day, month=month, number=date.month, roman=ROMAN[date.month - 1], year=date.year
    )
    document = read(f"x {written}; y", code)
    assert [document.quote(found.extent) for found in document.dates] == [written]
    found = document.dates[0]
    assert (found.start, found.verdict, found.language) == ((date.year, date.month, date.day), "valid", code)


@pytest.mark.parametrize("code", OTHERS)
@given(month=st.integers(1, 12), year=st.integers(1930, 2000))
def test_days_beyond_the_month_are_impossible(code: str, month: int, year: int) -> None:
    day = days_in_month(month, year) + 1
    named = language_for(code).months[month - 1][0]
    written = SHAPES[code][0].format(day=day, month=named, year=year)
    preposition = language_for(code).day_only_prepositions[0]
    found = only(f"x {preposition} {written}; y", code)
    assert (found.verdict, found.start) == ("impossible" if day < 33 else "valid", (year, month, day))


@pytest.mark.parametrize("code", OTHERS)
@given(date=st.dates(datetime.date(1754, 1, 1), datetime.date(1999, 12, 31)))
def test_weekdays_belong_to_the_date(code: str, date: datetime.date) -> None:
    language = language_for(code)
    named = language.weekdays[date.weekday()][0]
    written = SHAPES[code][0].format(day=date.day, month=language.months[date.month - 1][0], year=date.year)
    found = only(f"x ({named}, {written}) y", code)
    assert found.weekday == date.weekday()


@pytest.mark.parametrize(
    ("text", "language", "quote", "form", "start", "end"),
    [
        ("vom 3.–5. Mai 1920", "de", "3.–5. Mai 1920", "day-range", (1920, 5, 3), (1920, 5, 5)),
        ("am 3. Dez. 1921", "de", "3. Dez. 1921", "day-month-year", (1921, 12, 3), (1921, 12, 3)),
        ("am 12. Jänner 1900", "de", "12. Jänner 1900", "day-month-year", (1900, 1, 12), (1900, 1, 12)),
        ("Anfang Mai 1921", "de", "Mai 1921", "month-year", (1921, 5, None), (1921, 5, None)),
        ("im Mai", "de", "Mai", "month", (None, 5, None), (None, 5, None)),
        ("am 3. 12. 1921", "de", "3. 12. 1921", "numeric", (1921, 12, 3), (1921, 12, 3)),
        ("am 3. XII. 1921", "de", "3. XII. 1921", "numeric", (1921, 12, 3), (1921, 12, 3)),
        ("am 3.XII.1921", "de", "3.XII.1921", "numeric", (1921, 12, 3), (1921, 12, 3)),
        ("30. April bis 2. Mai 1921", "de", "30. April", "day-month", (None, 4, 30), (None, 4, 30)),
        ("den 15. April 33", "de", "15. April", "day-month", (None, 4, 15), (None, 4, 15)),
        ("le 1er août 1914", "fr", "1er août 1914", "day-month-year", (1914, 8, 1), (1914, 8, 1)),
        ("du 3 au 5 mai 1921", "fr", "3 au 5 mai 1921", "day-range", (1921, 5, 3), (1921, 5, 5)),
        ("en Août 1914", "fr", "Août 1914", "month-year", (1914, 8, None), (1914, 8, None)),
        ("на 2 июля 1918 г.", "ru", "2 июля 1918", "day-month-year", (1918, 7, 2), (1918, 7, 2)),
    ],
)
def test_forms(
    text: str,
    language: str,
    quote: str,
    form: str,
    start: tuple[int | None, ...],
    end: tuple[int | None, ...],
) -> None:
    document = read(text, language)
    found = document.dates[0]
    assert document.quote(found.extent) == quote
    assert (found.form, found.start, found.end, found.verdict) == (form, start, end, "valid")


def test_a_date_in_two_calendars() -> None:
    for text, language in (("am 3./16. Mai 1905", "de"), ("19 июня (2 июля) 1918 г.", "ru")):
        assert only(text, language).form == "pair"


@pytest.mark.parametrize(
    ("text", "verdict", "first"),
    [
        ("am 3. Dezmber 1921", "malformed", "3. Dezember 1921"),
        ("am 3. Jnauar 1921", "malformed", "3. Januar 1921"),
        ("am 3. Spetember", "malformed", "3. September"),
        ("am 3. Apirl 1921", "malformed", "3. April 1921"),
        ("am 31. Juni 1921", "impossible", "30. Juni 1921"),
        ("am 31. 6. 1921", "impossible", "30. 6. 1921"),
        ("Dienstag, den 34. Mai 1935", "impossible", "Dienstag, den 14. Mai 1935"),
    ],
)
def test_faults_and_readings(text: str, verdict: str, first: str) -> None:
    found = only(text)
    assert (found.verdict, found.readings[0]) == (verdict, first)


@pytest.mark.parametrize(
    "text",
    [
        "32. Aug. 10. An die Schwester",
        "42. Juni\n\n43. Juli",
        "15. April 33",
        "Nr. 52. November",
        "S. 31. 6. 1921",
        "Heft 33. Mai 1921",
        "5. 13. 1921",
        "Er kam 12. Mark 1921 und Main 3, 1921",
        "12 Mai 31 Mann",
        "Die Junge 1921 und der Jung 1922",
        "Kap. 3. X. 1921",
        "am 31. VI. 1921",
    ],
)
def test_traps(text: str) -> None:
    assert all(date.verdict == "valid" for date in read(text, "de").dates)


def test_months_written_small_are_found_however_they_are_misspelt() -> None:
    found = read("le 16 févier, le 28 déembre 1798, du 5 premier au 9 auril 1600", "fr").dates
    assert [date.readings[0] for date in found if date.verdict == "malformed"] == [
        "16 février",
        "28 décembre 1798",
    ]


def test_english_dates_in_a_german_text_are_no_misspellings() -> None:
    assert quotes("He left on 3 October 1921 and on August 12, 1921") == ["3 October 1921", "August 12, 1921"]
    assert all(date.verdict == "valid" for date in read("on 3 January 1921, 5 March 1921", "de").dates)


@pytest.mark.parametrize(
    "text",
    [
        "Das Boot, mit dem der Lotse kam, war nicht mehr da, und das ist von der Mole am 3. Mai 1911 zu sehen.",
        "Le pilote et les barques qui sont dans le port ne virent pas le vapeur du 3 mai 1911 sur l’eau.",
        "Лоцман и капитан не знали, что на пристани и в гавани, как и на молу, с 3 мая 1911 года никого не было.",
        "Los pilotos y el capitán no vieron las barcas que el 3 de mayo de 1911 iban por el río con su carga.",
        "Il pilota e gli uomini della barca non sono più nel porto, che il 3 maggio 1911 era di una sola nave.",
    ],
)
def test_the_language_of_the_words_counts_where_nothing_is_said(text: str) -> None:
    plain = understand(Source.from_text(text), None, "plain")
    assert [date.verdict for date in plain.dates] == ["valid"]
    wrong = understand(Source.from_text(text.replace(" 3", " 33")), None, "plain")
    assert [date.verdict for date in wrong.dates] == ["impossible"]
    said = f'<html lang="en"><body><p>{text}</p></body></html>'
    assert understand(Source.from_text(said), None, "html").dates == []


def test_the_language_of_the_markup_counts_where_none_is_set() -> None:
    source = Source.from_text('<html lang="de-AT"><p>Am 3. Mai 1921 kam er.</p></html>', "page.html")
    assert [date.language for date in understand(source).dates] == ["de"]
    assert [date.language for date in understand(source, Edition(language="fr")).dates] == ["fr"]


@pytest.mark.parametrize("code", OTHERS)
def test_time_is_linear(code: str) -> None:
    month = language_for(code).months[4][0]
    for piece in (f"{month} ", f"35. {month} ", f"3. {month} 1921, ", "3. 5. 1921 ", "X. 1921 "):
        enough = 20 * best_seconds(partial(read, piece * 1000, code)) + 0.05
        assert best_seconds(partial(read, piece * 8000, code), enough=enough) < enough
