"""What is read in one step is what is read step by step, and most dates are read in one."""

from unittest.mock import Mock, patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.engine import understand
from edcheck.model import Date, Edition
from edcheck.recognise.dates import months
from edcheck.recognise.dates.languages import CODES, language_for
from edcheck.recognise.dates.usual import usual_in
from edcheck.text import Source


def read(text: str, language: str) -> list[Date]:
    return understand(Source.from_text(text, "page.txt"), Edition(language=language)).dates


def read_step_by_step(text: str, language: str) -> list[Date]:
    nothing_usual = Mock(read=Mock(return_value=None))
    with patch.object(months, "usual_in", return_value=nothing_usual):
        return read(text, language)


def around_dates(language: str) -> st.SearchStrategy[str]:
    """Texts of months, days and years, and of what a date may be tied to or told from."""
    table = language_for(language)
    names = [name for group in table.months for name in group]
    words = (*table.ordinals, *table.articles, *table.of, *table.to, *table.conjunctions, *table.counters)
    weekdays = [name for group in table.weekdays for name in group]
    pieces = st.one_of(
        st.sampled_from(names),
        st.integers(0, 40).map(str),
        st.integers(990, 2110).map(str),
        st.sampled_from(
            (
                *words,
                *weekdays,
                *table.day_parts,
                *table.day_prepositions,
                *table.month_prepositions,
                "harbour",
                "Kell",
                "l8",
            )
        ),
        st.sampled_from(
            (", ", ". ", "\n\n", "\n", "-", " – ", "/", " (", ") ", "[", "]", "4, 1918", "th", "\u2060", ";")
        ),
    )
    spaced = st.tuples(pieces, st.sampled_from(("", " ", " ", " ", " ", ", ", "\n", ",\n")))
    return st.lists(spaced, max_size=14).map(lambda parts: "".join(piece + gap for piece, gap in parts))


@pytest.mark.parametrize("language", CODES)
@settings(max_examples=120)
@given(st.data())
def test_one_step_and_many_lead_to_the_same_dates(language: str, data: st.DataObject) -> None:
    text = data.draw(around_dates(language))
    assert read(text, language) == read_step_by_step(text, language)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Dated July 4, 1918, at Kell.", "month-day-year"),
        ("The 33rd. JULY 4, 1918", "month-day-year"),
        ("Dated Sept. 4, 1918.", "month-day-year"),
        ("Signed on 4 July 1918.", "day-month-year"),
        ("Signed on 4th July 1918.", "day-month-year"),
        ("The whole June 1918 it rained.", "month-year"),
        ("On July 4, not before.", "month-day"),
        ("On July 31, of course, it rained.", "month-day"),
        ("On 4 July came rain.", "day-month"),
        ("On July 4th, we hear, it rained.", "month-day"),
        ("The rain of July 1918.", "month-year"),
        ("Rain fell in July, 1918.", "month-year"),
        ("Rain fell in July, we hear.", "month"),
    ],
)
def test_the_usual_is_read_at_once(text: str, form: str) -> None:
    usual = usual_in("en")
    start = next(at for at in (text.find(name) for name in ("July", "JULY", "Sept", "June")) if at >= 0)
    date = usual.read(text, 0, start)
    assert date is not None
    assert date.form == form
    assert [date.extent] == [one.extent for one in read_step_by_step(text, "en")]


def test_a_note_is_no_figure_of_the_day() -> None:
    page = "<p>Since July 3<sup>1</sup>, 1918 it rained.</p><p>Since July 31, 1918 it snowed.</p>"
    document = understand(Source.from_text(page, "page.html"))
    assert [date.start.day for date in document.dates] == [3, 31]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, July 4, 1918",
        "On Monday 4 July 1918",
        "On 3 or 4 July 1918",
        "No. 4 July 1918",
        "On 4 July 4, 1918",
        "On July 4, 1918-9",
        "On July 4, 1918 – July 6, 1918",
        "On July 4, 1918 (June 21)",
        "On July 32, 1918",
        "On July 4 and 5",
        "On July 4 to 5",
        "On July 4, l918",
        "On July 4thly",
        "On the 4th of July 1918",
        "In July and August 1918",
        "In Jul, 4",
        "Then July came",
        "In July-August 1918",
        "On 4 July l918",
        "On 4 July (21 June)",
        "On July 4, 1918th",
        "On Jul 4, 918",
        "On Juli 4, 1918",
    ],
)
def test_the_unusual_is_left_to_a_closer_look(text: str) -> None:
    assert usual_in("en").read(text, 0, text.index("Ju")) is None
