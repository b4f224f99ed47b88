"""Dates in the shapes of other times: old names of months, years before the date or in Roman numerals."""

import pytest

from edcheck.engine import understand
from edcheck.model import Date, Document, Edition
from edcheck.recognise.dates.languages import CODES, language_for
from edcheck.recognise.dates.patterns import patterns_for
from edcheck.testing import best_seconds
from edcheck.text import Source


def read(text: str, language: str = "en", **edition: object) -> Document:
    return understand(Source.from_text(text, "page.txt"), Edition(language=language, **edition))  # type: ignore[arg-type]


def only(text: str, language: str = "en") -> tuple[str, Date]:
    document = read(f"they say {text}; and", language)
    (date,) = document.dates
    return document.quote(date.extent), date


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("5 7bre 1793", "en", (1793, 9, 5)),
        ("8bris 3, 1650", "en", (1650, 10, 3)),
        ("July ye 4th 1676", "en", (1676, 7, 4)),
        ("5. 7bris 1793", "de", (1793, 9, 5)),
        ("3. Heumond 1801", "de", (1801, 7, 3)),
        ("4. Wonnemonat 1801", "de", (1801, 5, 4)),
        ("7. Hornung 1794", "de", (1794, 2, 7)),
        ("5ten Octobris 1650", "de", (1650, 10, 5)),
        ("3 Xbre 1793", "fr", (1793, 12, 3)),
        ("3 de 8bre de 1793", "es", (1793, 10, 3)),
        ("3 de set. de 1850", "es", (1850, 9, 3)),
        ("3 lug. 1850", "it", (1850, 7, 3)),
        ("3 9bre 1793", "it", (1793, 11, 3)),
        ("3-го Іюля 1905", "ru", (1905, 7, 3)),
        ("5 нояб. 1918", "ru", (1918, 11, 5)),
        ("1918, July 2", "en", (1918, 7, 2)),
        ("1918 July 2", "en", (1918, 7, 2)),
        ("1918 Juli 2", "de", (1918, 7, 2)),
        ("1918, 2 juillet", "fr", (1918, 7, 2)),
        ("1918 julio 2", "es", (1918, 7, 2)),
        ("1918 г., июля 2", "ru", (1918, 7, 2)),
        ("4 July MDCCCXLVIII", "en", (1848, 7, 4)),
        ("3 luglio MDCCLXXVI", "it", (1776, 7, 3)),
    ],
)
def test_shapes_of_other_times(text: str, language: str, start: tuple[int, int, int]) -> None:
    quote, date = only(text, language)
    assert (quote, date.start, date.verdict) == (text, start, "valid")


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("19 June/2 July 1918", "en", "pair"),
        ("30 June/1 July 1918", "en", "date-range"),
        ("30. Juni/1. Juli 1918", "de", "date-range"),
        ("30 de junio (12 de julio) de 1905", "es", "pair"),
        ("2/15 июля 1918", "ru", "pair"),
    ],
)
def test_two_days_of_two_months(text: str, language: str, form: str) -> None:
    quote, date = only(text, language)
    assert (quote, date.form, date.start.month, (date.pair or date.end).month) == (
        text,
        form,
        *_months(form, text),
    )


def _months(form: str, text: str) -> tuple[int, int]:
    return (7, 7) if text.startswith("2/15") else (6, 7)


@pytest.mark.parametrize(
    ("text", "language", "quotes"),
    [
        ("No. 1918, July 2", "en", ["July 2"]),
        ("in 1918, June 31 delegates", "en", []),
        ("since 1918/1919 May 3", "en", ["May 3"]),
        ("4 July MIX the flour", "en", ["4 July"]),
        ("19 June/28 July", "en", ["19 June"]),
        ("с 30 июня по 2 июля", "ru", ["30 июня", "2 июля"]),
        ("на с. 30 июня", "ru", []),
        ("in the 1890s, 2 July 17.., c. 1850", "en", ["2 July"]),
        ("le 14 thermidor an II", "fr", []),
        ("в 20-х годов", "ru", []),
    ],
)
def test_what_is_less_or_something_else(text: str, language: str, quotes: list[str]) -> None:
    document = read(f"they say {text}; and", language)
    assert [document.quote(date.extent) for date in document.dates if date.start.month][: len(quotes)] == quotes
    assert all(date.verdict == "valid" for date in document.dates)


@pytest.mark.parametrize("code", CODES)
def test_the_automaton_keeps_to_its_fast_way(code: str) -> None:
    from edcheck.recognise.dates.patterns import _beginnings, month_names

    assert len(_beginnings(month_names(language_for(code)))) <= 64
    assert patterns_for(code).names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("wurde am 31. Juni 1921 gebaut", "de"),
        ("fut bâti 31 juin 1921 par eux", "fr"),
        ("было 31 июня 1921 г. так", "ru"),
        ("escrita 31 de junio de 1921 en casa", "es"),
        ("scritta 31 giugno 1921 in casa", "it"),
    ],
)
def test_a_day_that_the_month_lacks_is_impossible_in_every_language(text: str, language: str) -> None:
    assert [date.verdict for date in read(text, language).dates] == ["impossible"]


def test_after_a_name_the_number_may_be_an_issue() -> None:
    assert [date.verdict for date in read("dans Esprit 31 juin 1935, p. 3", "fr").dates] == ["valid"]


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("am Z3. Mai 1921", "de", "23. Mai 1921"),
        ("le 1S mai 1921", "fr", "15 mai 1921"),
        ("on l May 1921", "en", "1 May 1921"),
        ("on 23 ebruary 1921", "en", "23 February 1921"),
        ("el 3 de mazro de 1921", "es", "3 de marzo de 1921"),
        ("(3 de juilo de 1921)", "es", "3 de julio de 1921"),
        ("3 инюя 1921", "ru", "3 июня 1921"),
        ("le 3 arvil 1921", "fr", "3 avril 1921"),
    ],
)
def test_garbled_figures_and_months_before_a_year(text: str, language: str, first: str) -> None:
    document = read(f"x {text}; and", language)
    assert [(date.verdict, date.readings[:1]) for date in document.dates] == [("malformed", (first,))]


@pytest.mark.parametrize(
    "text",
    ["room 2B May be let", "the last day 3, 1921", "on march 3, 1921", "zum 12. Mal 1921", "in until July 1921"],
)
def test_words_and_rooms_are_no_dates_gone_wrong(text: str) -> None:
    for language in ("en", "de"):
        assert all(date.verdict == "valid" for date in read(text, language).dates)


@pytest.mark.parametrize("piece", ["1918, July 3 ", "3 July MDCC ", "3 Jly 1921, ", "2/3/21 ", "l May 1921, "])
def test_time_is_linear(piece: str) -> None:
    enough = 20 * best_seconds(lambda: read(piece * 1000)) + 0.05
    assert best_seconds(lambda: read(piece * 8000), enough=enough) < enough
