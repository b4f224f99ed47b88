"""Dates in attributes: which values are dates, what faulty ones may mean, and when two statements contradict."""

import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edcheck.engine import understand
from edcheck.model import (
    AttributeValue,
    DateElement,
    DateValue,
    Document,
    Edition,
    EncodedDate,
    Markup,
    Metadatum,
    StatedDate,
)
from edcheck.recognise import recognise
from edcheck.recognise.dates.agreement import contradict, ends_before
from edcheck.recognise.dates.attributes import W3C
from edcheck.recognise.dates.edtf import read_value
from edcheck.recognise.dates.statements import read_date
from edcheck.text import Source, Span, TextView

DATES = st.dates(datetime.date(1500, 1, 1), datetime.date(2090, 12, 31))
NOTHING = DateValue(None, None, None)


def encoded(text: str = "", **values: str) -> EncodedDate:
    """One date element with these attributes (`when_iso` for `when-iso`) around a text, as it is understood."""
    return document(text, **values).encoded[0]


def document(text: str = "", title: str = "", **values: str) -> Document:
    source = Source.from_text(text)
    attributes = {name.replace("_", "-"): AttributeValue(value, Span(0, 0)) for name, value in values.items()}
    element = DateElement("date", Span(0, 0), attributes, text, Span(0, len(text)), role="sent")
    markup = Markup(source, "tei", TextView.identity(""), dates=[element], language="de")
    markup.metadata = [Metadatum("title", title, Span(0, 0))] if title else []
    return recognise(markup, Edition())


def stated(value: str) -> StatedDate:
    reading = read_value(value)
    assert reading is not None
    return StatedDate(value, Span(0, len(value)), reading.start, reading.end)


def told(text: str) -> StatedDate:
    found = read_date(text, "de")
    assert found is not None
    return found


@given(DATES)
def test_every_day_is_a_value_in_every_notation(date: datetime.date) -> None:
    value = date.isoformat()
    for html in (False, True):
        reading = read_value(value, html)
        assert reading is not None
        assert (reading.start, reading.end) == ((date.year, date.month, date.day),) * 2
    basic = read_value(value.replace("-", ""))
    assert basic is not None
    assert (basic.start, basic.notation) == ((date.year, date.month, date.day), "basic")


@pytest.mark.parametrize(
    ("value", "start", "end", "notation"),
    [
        ("1921", (1921, None, None), (1921, None, None), "w3c"),
        ("1921-12", (1921, 12, None), (1921, 12, None), "w3c"),
        ("--12-03", (None, 12, 3), (None, 12, 3), "w3c"),
        ("--12", (None, 12, None), (None, 12, None), "w3c"),
        ("---03", (None, None, 3), (None, None, 3), "w3c"),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), "w3c"),
        ("1921-12-03T10:15:00+01:00", (1921, 12, 3), (1921, 12, 3), "w3c"),
        ("1921-12-03Z", (1921, 12, 3), (1921, 12, 3), "w3c"),
        ("10:15:00", NOTHING, NOTHING, "w3c"),
        ("1984~", (1984, None, None), (1984, None, None), "iso"),
        ("2004-06-11%", (2004, 6, 11), (2004, 6, 11), "iso"),
        ("?2004-06-~11", (2004, 6, 11), (2004, 6, 11), "iso"),
        ("201X", (2010, None, None), (2019, None, None), "iso"),
        ("19uu", (1900, None, None), (1999, None, None), "iso"),
        ("156X-12-25", (1560, None, None), (1569, None, None), "iso"),
        ("2004-XX", (2004, None, None), (2004, None, None), "iso"),
        ("2001-21", (2001, None, None), (2001, None, None), "iso"),
        ("1950S2", (1950, None, None), (1950, None, None), "iso"),
        ("1964/2008", (1964, None, None), (2008, None, None), "iso"),
        ("1985-04/..", (1985, 4, None), NOTHING, "iso"),
        ("unknown/2009", NOTHING, (2009, None, None), "iso"),
        ("1901-04-24/28", (1901, 4, 24), (1901, 4, 28), "iso"),
        ("1901-04-24/05-03", (1901, 4, 24), (1901, 5, 3), "iso"),
        ("[1667,1668,1670..1672]", (1667, None, None), (1672, None, None), "iso"),
        ("{1667..}", (1667, None, None), NOTHING, "iso"),
        ("Y170000002", NOTHING, NOTHING, "iso"),
        ("1921-W05-3", NOTHING, NOTHING, "iso"),
        ("P2D", NOTHING, NOTHING, "iso"),
    ],
)
def test_notations(value: str, start: tuple[int | None, ...], end: tuple[int | None, ...], notation: str) -> None:
    reading = read_value(value)
    assert reading is not None
    assert (reading.start, reading.end, reading.notation) == (start, end, notation)
    assert reading.doubtful == any(mark in value for mark in "?~%[{")


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            " ",
            "1907-06-1907",
            "19011-04",
            "1901-4",
            "1921.12.03",
            "1921-12-03 ",
            "3. 5. 1921",
            "P",
            "unknown",
        ),
        *("../..", "[]", "[1921,x]", "x/1921", "1921/x", "1921-12-03T25:00:00", "1921/1922/1923"),
    ],
)
def test_what_no_notation_has(value: str) -> None:
    assert read_value(value) is None


@pytest.mark.parametrize(
    ("value", "is_html"),
    [
        *(
            ("14:30", True),
            ("2011-W47", True),
            ("PT4H18M3S", True),
            ("4h 18m 3s", True),
            ("11-12", True),
            ("Z", True),
        ),
        *(("2011-11-12 14:54", True), ("2011-11-12T14:54:39.929-0800", True), ("+08:00", True), ("2011", True)),
        *(
            ("2011~", False),
            ("2011/2012", False),
            ("20111112", False),
            ("today", False),
            ("", False),
            ("P", False),
        ),
    ],
)
def test_html_has_a_notation_of_its_own(value: str, is_html: bool) -> None:
    assert (read_value(value, html=True) is not None) == is_html


@given(st.text("0123456789-/.XuYT:PWZ[]{},?~% ", max_size=24), st.sampled_from([*W3C, "when_iso", "datetime"]))
def test_any_value_is_judged(value: str, name: str) -> None:
    found = encoded("3. Mai 1921", **{name: value}).values[name.replace("_", "-")]
    assert bool(found.reason) == (found.verdict != "valid")
    for reading in found.readings:
        again = encoded("3. Mai 1921", **{name: reading}).values[name.replace("_", "-")]
        assert again.verdict == "valid"


@pytest.mark.parametrize(
    ("value", "text", "verdict", "readings"),
    [
        ("1907-06-1907", "", "malformed", ("1907-06",)),
        ("1901-4", "", "malformed", ("1901-04",)),
        ("19011-05-29", "29. 5. 1911", "malformed", ("1911-05-29", "1901-05-29", "1011-05-29")),
        ("1911-0529", "", "malformed", ("1911-05-29",)),
        ("1921.12.03", "", "malformed", ("1921-12-03",)),
        ("3.12.1921", "", "malformed", ("1921-12-03",)),
        ("19O1-04-03", "", "malformed", ("1901-04-03",)),
        ("19210503", "", "malformed", ("1921-05-03",)),
        ("1921-05-03 ", "", "malformed", ("1921-05-03",)),
        ("", "3. Mai 1921", "malformed", ("1921-05-03",)),
        ("1921-05-00", "", "impossible", ()),
        ("1921-25-04", "", "impossible", ("1921-04-25",)),
        ("1920-09-31", "20. 9. 1920", "impossible", ("1920-09-20", "1920-09-30", "1920-09-21", "1920-09-11")),
        ("1919-02-29", "", "impossible", ("1919-02-28", "1919-02-19", "1919-02-09", "1919-02-21")),
        ("19070400", "April 901", "impossible", ("1901-04",)),
        ("1900-02-29", "", "valid", ()),
    ],
)
def test_faulty_values(value: str, text: str, verdict: str, readings: tuple[str, ...]) -> None:
    found = encoded(text, when=value).values["when"]
    assert (found.verdict, set(found.readings) >= set(readings[:1])) == (verdict, True)
    assert found.readings[:1] == readings[:1]


def test_the_neighbours_choose_between_readings() -> None:
    text = "".join(
        f'<change when="{value}">Read again</change>' for value in ("2023-07-11", "20224-01-15", "2025-10-29")
    )
    source = Source.from_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><revisionDesc>{text}</revisionDesc></teiHeader></TEI>',
        "letter.xml",
    )
    values = [date.values["when"] for date in understand(source).encoded]
    assert [value.readings[:1] for value in values] == [(), ("2024-01-15",), ()]


def test_a_blank_costs_a_value_nothing_else() -> None:
    found = encoded("4. Mai 1921", datetime=" 1921-05-03T10:15").values["datetime"]
    assert (found.fault, found.readings) == ("blank", ("1921-05-03T10:15",))


def test_values_of_other_things_are_left_alone() -> None:
    found = encoded("never", when_custom="AUC 2674", calendar="julian")
    assert (found.values, found.claim, found.text) == ({}, None, None)
    assert encoded("", value="3d of May").values == {}
    claim = encoded("", value="1921-05-03").claim
    assert claim is not None
    assert claim.start == (1921, 5, 3)


def test_attributes_together_make_a_claim() -> None:
    claims = [
        encoded("", **values).claim
        for values in (
            {"from": "1921-05-03", "to": "1921-05-06"},
            {"notAfter": "1921"},
            {"when": "1921-05", "notBefore": "1921"},
            {"when": "1921-13"},
            {"when": "10:15:00"},
            {"notBefore": "1922", "notAfter": "1921"},
        )
    ]
    assert [claim and (claim.start, claim.end) for claim in claims] == [
        ((1921, 5, 3), (1921, 5, 6)),
        (NOTHING, (1921, None, None)),
        ((1921, 5, None), (1921, 5, None)),
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ({"notBefore": "1921-05-17", "notAfter": "1921-05-10"}, ("notBefore", "notAfter")),
        ({"from": "1922", "to": "1921-12-31"}, ("from", "to")),
        ({"when": "1923", "notAfter": "1922"}, ("when", "notAfter")),
        ({"when_iso": "1922/1921"}, ("when-iso", "when-iso")),
        ({"notBefore": "1921-05", "notAfter": "1921-05-10"}, None),
        ({"from": "--12-24", "to": "--01-06"}, None),
        ({"from": "1921"}, None),
    ],
)
def test_reversed_ends(values: dict[str, str], ends: tuple[str, str] | None) -> None:
    assert encoded("", **values).reversed_ends[:1] == ((ends,) if ends else ())


@pytest.mark.parametrize(
    ("value", "text", "against"),
    [
        ("1921-12-03", "3. Dezember 1921", False),
        ("1921-12-03", "03.08.1921", True),
        ("1921-12-03", "Dezember 1921", False),
        ("1921-12-03", "November 1921", True),
        ("1921-12", "3. Dezember", False),
        ("1902-05-03", "3. 5. 02", False),
        ("1903-05-03", "3. 5. 02", True),
        ("1901-04", "April 901", False),
        ("1911-04", "April 901", True),
        ("1918-02-14", "1. Februar 1918", False),
        ("1918-02-01", "14. Februar 1918", False),
        ("1675-02-20", "10. Februar 1674", False),
        ("1921-05-04", "3.–5. Mai 1921", False),
        ("1921-05-06", "3.–5. Mai 1921", True),
        ("1921/1923", "3. Mai 1922", False),
        ("1921/1923", "3. Mai 1924", True),
        ("1921/1923", "3. Mai", False),
        ("1921/..", "3. Mai 1920", True),
        ("1921", "um 1920", False),
        ("1921-06-30", "31. Juni 1921", False),
        ("--05-03", "3. Mai 1921", False),
        ("--05-03", "4. Mai 1921", True),
        ("--05-03", "4. Mai", True),
        ("--05-03", "3. 5. 02", False),
    ],
)
def test_contradictions(value: str, text: str, against: bool) -> None:
    assert contradict(stated(value), told(text)) == against
    assert contradict(told(text), stated(value)) == against


def test_an_exchangeable_date_contradicts_only_both_ways() -> None:
    either = read_date("7/4/1918", "en")
    assert either is not None
    assert [contradict(either, stated(day)) for day in ("1918-07-04", "1918-04-07", "1918-04-08")] == [
        False,
        False,
        True,
    ]


def test_two_short_years_are_not_compared() -> None:
    assert not contradict(told("3. 5. 02"), told("3. 5. 03"))


@given(DATES, DATES)
def test_full_days_contradict_unless_they_are_one(first: datetime.date, second: datetime.date) -> None:
    assume(first.year > 1923 or first == second)
    assert contradict(stated(first.isoformat()), stated(second.isoformat())) == (first != second)
    assert ends_before(stated(first.isoformat()), stated(second.isoformat())) == (first < second)


@given(DATES)
def test_less_precise_statements_of_one_day_agree(date: datetime.date) -> None:
    full = date.isoformat()
    for other in (full, full[:7], full[:4], f"--{full[5:]}", f"{full}/..", f"../{full}"):
        assert not contradict(stated(full), stated(other))


def test_the_title_of_a_letter_gives_its_date() -> None:
    found = document("3. Mai 1921", "Edda Quill an den Lotsen, 13. Mai 1921", when="1921-05-03")
    assert found.title_date is not None
    assert found.title_date.start == (1921, 5, 13)


def test_titles_that_differ_give_no_date() -> None:
    markup = Markup(Source.from_text(""), "tei", TextView.identity(""), language="de")
    markup.metadata = [
        Metadatum("title", text, Span(0, 0))
        for text in ("An den Lotsen, 3. Mai 1921", "An den Lotsen, 4. Mai 1921")
    ]
    markup.metadata.append(Metadatum("date", "31. 6. 1921", Span(0, 0)))
    found = recognise(markup, Edition())
    assert found.title_date is None
    assert [date.text and date.text.verdict for date in found.encoded] == ["impossible"]
