import datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.model import Alignment, Date, DateValue, Document, Label, Note, Reference, Repair
from edcheck.model.report import Entry, Report
from edcheck.reports.html import render
from edcheck.reports.html.dateline import date_line
from edcheck.reports.html.ladder import ladder
from edcheck.text import Extent
from reports.page import Page
from reports.samples import finding_at, gazette, gazette_findings, place_of, plain


def nowhere(extent: Extent) -> str:
    return ""


def numbered(references: int, notes: int, pairs: list[tuple[int, int]]) -> Document:
    document = plain("x" * 10 + " word" * (references + notes + 1))
    for index in range(references):
        at = Extent(index * 3, index * 3 + 1)
        document.references.append(Reference(Label(str(index), "arabic", index), at, at))
    for index in range(notes):
        at = Extent(index * 3 + 1, index * 3 + 2)
        document.notes.append(Note(Label(str(index), "arabic", index), at, at, at))
    document.alignment = Alignment(pairs)
    return document


def dated(values: list[tuple[DateValue, str]]) -> Document:
    document = plain("Some day. " * len(values))
    for index, (value, role) in enumerate(values):
        extent = Extent(index * 10, index * 10 + 8)
        document.dates.append(Date(extent, value, value, "day", role=role))  # type: ignore[arg-type]
    return document


def test_ladder_of_the_gazette() -> None:
    drawing = ladder(gazette(), lambda extent: f"#{extent.start}")
    assert drawing is not None
    assert [end.label for end in drawing.references] == ["11", "12", "13", "14", "15", "16"]
    assert [end.label for end in drawing.notes] == ["11", "12", "13", "14", "14", "16"]
    assert [rung.state for rung in drawing.rungs] == ["whole"] * 4 + ["broken", "whole"]
    assert drawing.faults == ["note 14 answers reference 15: its number should be 15"]
    assert "1 rung is broken" in drawing.words
    assert drawing.references[0].words.endswith("Saint Brannoc")
    assert drawing.notes[3].words.startswith("The coach road")


@settings(deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.data())
def test_ladder_draws_every_end_once_and_every_pair(references: int, notes: int, data: st.DataObject) -> None:
    pairs = [
        (reference, data.draw(st.integers(0, notes - 1)))
        for reference in range(references)
        if notes and data.draw(st.booleans())
    ]
    drawing = ladder(numbered(references, notes, pairs), nowhere)
    if not references or not notes:
        assert drawing is None
        return
    assert drawing is not None
    assert [end.label for end in drawing.references] == [str(index) for index in range(references)]
    assert [end.label for end in drawing.notes] == [str(index) for index in range(notes)]
    for ends in (drawing.references, drawing.notes):
        heights = [end.y for end in ends]
        assert heights == sorted(set(heights))
        assert heights[-1] < drawing.height
    assert len(drawing.rungs) == len(pairs)


def test_level_rungs_where_nothing_is_crossed() -> None:
    drawing = ladder(numbered(5, 6, [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)]), nowhere)
    assert drawing is not None
    assert all(rung.left == rung.right for rung in drawing.rungs)
    assert [end.state for end in drawing.notes] == ["whole", "whole", "quiet", "whole", "whole", "whole"]


def test_long_ladder_shows_the_broken_rungs_with_their_neighbours() -> None:
    document = numbered(1500, 1500, [(index, index) for index in range(1500)])
    document.alignment.repairs.append(Repair("relabel-note", note=700, reference=700, label="700"))
    drawing = ladder(document, nowhere)
    assert drawing is not None
    assert [end.label for end in drawing.references] == ["698", "699", "700", "701", "702"]
    assert [skip.rungs for skip in drawing.skips] == [698, 797]


def test_every_kind_of_repair_is_put_in_words() -> None:
    document = numbered(3, 3, [(0, 0), (1, 1), (2, 2)])
    document.alignment.repairs += [
        Repair("missing-note", reference=0),
        Repair("missing-reference", note=1),
        Repair("garbled-note", note=2, label="2"),
    ]
    drawing = ladder(document, nowhere)
    assert drawing is not None
    assert drawing.faults == ["reference 0 finds no note", "note 1 is called by no reference", "garbled note: 2"]


def test_date_line_of_the_gazette() -> None:
    document = gazette()
    drawing = date_line(document, [place_of(document, "June 2, 1834")], lambda extent: f"#{extent.start}")
    assert drawing is not None
    assert [point.words for point in drawing.points if point.faulty] == ["April 31, 1843", "June 2, 1834"]
    outside = [(point.words, point.edge) for point in drawing.points if point.edge]
    assert outside == [("June 2, 1834", -1), ("1861", 1)]
    assert drawing.words == "8 dates from 1834 to 1861; 2 in doubt"
    assert all(point.labelled for point in drawing.points if point.faulty)


def test_too_few_dates_make_no_picture() -> None:
    assert date_line(dated([(DateValue(1843, 5, 1), "mention")] * 2), [], nowhere) is None


def test_impossible_date_without_a_year_stands_in_the_year_of_the_others() -> None:
    document = dated([(DateValue(1843, 5, day), "mention") for day in (1, 2, 3)])
    document.dates.insert(1, Date(Extent(5, 9), DateValue(None, 6, 31), DateValue(None, 6, 31), "day"))
    document.dates[1].verdict = "impossible"
    drawing = date_line(document, [], nowhere)
    assert drawing is not None
    assert drawing.words == "4 dates in 1843; 1 in doubt"


def test_many_dates_are_thinned_but_not_those_that_matter() -> None:
    days = [(DateValue(1843, 1 + index % 12, 1 + index % 28), "mention") for index in range(1000)]
    document = dated(days)
    document.dates[501].role = "dateline"
    document.dates[777].verdict = "impossible"
    drawing = date_line(document, [], nowhere)
    assert drawing is not None
    assert len(drawing.points) + drawing.left_out == 1000
    assert len(drawing.points) <= 300
    assert [point.role for point in drawing.points].count("dateline") == 1
    assert [point.faulty for point in drawing.points].count(True) == 1


_VALUES = st.builds(
    DateValue,
    st.none() | st.integers(-5, 12000),
    st.none() | st.integers(0, 14),
    st.none() | st.integers(0, 40),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(_VALUES, st.sampled_from(["dateline", "citation", "mention"])), max_size=20))
def test_any_dates_lie_inside_the_picture(values: list[tuple[DateValue, str]]) -> None:
    drawing = date_line(dated(values), [], nowhere)
    if drawing is None:
        return
    for point in drawing.points:
        assert 0 <= point.x <= point.x2 <= 640
        assert 0 <= point.y <= drawing.bottom
    for tick in drawing.ticks:
        assert -40 <= tick.x <= 680


def test_ticks_for_days_years_and_centuries() -> None:
    for years in (1, 8, 40, 900, 9000):
        values = [(DateValue(1 + index * years // 10, 6, 1), "dateline") for index in range(11)]
        drawing = date_line(dated(values), [], nowhere)
        assert drawing is not None
        assert 1 <= len(drawing.ticks) <= 14, years


def test_labels_do_not_lie_upon_each_other() -> None:
    day = datetime.date(1843, 5, 1)
    values = [(DateValue(day.year, day.month, day.day), "dateline")] * 60
    drawing = date_line(dated(values), [], nowhere)
    assert drawing is not None
    heights = [point.y for point in drawing.points if point.labelled]
    assert all(below - above >= 12 for above, below in pairwise(heights))


def test_pictures_have_words_and_links_to_the_text() -> None:
    document = gazette()
    page = Page(render(Report([Entry("gazette.txt", gazette_findings(document), [], document)])))
    ladder_figure, dates_figure = page.of("figure")
    assert "note 14 answers reference 15" in ladder_figure.text
    assert "8 dates" in dates_figure.text
    svgs = [e for e in page.of("svg") if e.attributes.get("role") == "group"]
    assert all(e.attributes["aria-label"] for e in svgs)
    ids = set(page.ids())
    links = [e.attributes["href"] for e in page.of("a") if (e.attributes.get("href") or "").startswith("#t1-")]
    assert len(links) >= 12 + 8
    assert all(href and href[1:] in ids for href in links)


def test_no_pictures_for_a_text_without_notes_and_dates() -> None:
    document = plain("Nothing here.")
    page = Page(render(Report([Entry("a.txt", [finding_at(document, Extent(0, 7))], [], document)])))
    assert not page.of("figure")
