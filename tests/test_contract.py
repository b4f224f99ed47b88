"""The contract of readers finds a reader that breaks it, and says which law and where."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from edcheck.model import Anchor, Block, Edition, Flaw, Link, Markup, Problem
from edcheck.model.markup import (
    AttributeValue,
    Break,
    CallElement,
    ContentsEntry,
    DateElement,
    Metadatum,
    NoteElement,
    Passage,
)
from edcheck.readers.html import read_html
from edcheck.readers.plain import read_plain
from edcheck.testing import BrokenLawError, best_seconds, check_linear, check_reader
from edcheck.testing.growth import seconds, steps
from edcheck.text import Extent, Source, Span, TextView

TEXT = "Rain <i> fell."
VIEW = TextView("Rain  fell.", (0, 5), (0, 8), (5, 14))
WHOLE = Extent(0, 11)


def reader(**parts: object) -> Callable[[Source, Edition], Markup]:
    """A reader whose markup is right but for `parts`."""

    def read(source: Source, edition: Edition) -> Markup:
        markup = Markup(source, "toy", VIEW, [Block("paragraph", WHOLE)])
        for name, value in parts.items():
            setattr(markup, name, value)
        return markup

    return read


def test_a_right_reader_passes() -> None:
    source = Source.from_text(TEXT)
    assert check_reader(reader(), source, is_markup=lambda hidden: hidden == "<i>").source is source


def test_a_reader_that_raises_is_named_with_its_reason() -> None:
    def read(source: Source, edition: Edition) -> Markup:
        raise KeyError("b")

    with pytest.raises(BrokenLawError, match=r"raises on no content: KeyError: 'b'"):
        check_reader(read, Source.from_text(TEXT))


def test_a_reader_that_answers_differently_each_time_is_not_stable() -> None:
    titles = iter("ab")

    def read(source: Source, edition: Edition) -> Markup:
        return replace(reader()(source, edition), title=next(titles))

    with pytest.raises(BrokenLawError, match="the same title"):
        check_reader(read, Source.from_text(TEXT))


def test_text_that_is_in_no_piece_is_missed() -> None:
    view = TextView("Rain", (0,), (0,), (4,))
    read = reader(view=view, blocks=[Block("paragraph", Extent(0, 4))])
    check_reader(read, Source.from_text(TEXT))
    with pytest.raises(BrokenLawError, match=r"not in the view is markup: ' <i> fell\.'"):
        check_reader(read, Source.from_text(TEXT), is_markup=lambda hidden: hidden.startswith("<"))


@pytest.mark.parametrize(
    ("law", "parts"),
    [
        ("the source given", {"source": Source.from_text(TEXT)}),
        ("names its format", {"format": ""}),
        ("its source, an escape", {"view": TextView("rain  fell.", (0, 5), (0, 8), (5, 14))}),
        ("its source, an escape", {"view": TextView("Rain", (0,), (0,), (7,))}),
        ("a piece lies in the source", {"view": TextView("Rain", (0,), (12,), (16,))}),
        ("twice", {"view": TextView("RainRain", (0, 4), (0, 0), (4, 4))}),
        ("begins the view", {"view": TextView("Rain", (1,), (0,), (4,))}),
        ("one start, source and end", {"view": TextView("Rain", (0, 2), (0,), (4,))}),
        ("a piece holds something", {"view": TextView("Rain", (0, 4), (0, 4), (4, 4))}),
        ("after the last block", {"blocks": []}),
        ("between blocks", {"blocks": [Block("paragraph", Extent(6, 11))]}),
        ("in order and apart", {"blocks": [Block("paragraph", WHOLE)] * 2}),
        ("can be seen", {"blocks": [Block("paragraph", Extent(0, 5)), Block("paragraph", Extent(6, 11))]}),
        ("only a rule", {"blocks": [Block("paragraph", Extent(0, 0)), Block("paragraph", WHOLE)]}),
        ("rank", {"blocks": [Block("heading", WHOLE, 7)]}),
        ("a block lies in the view", {"blocks": [Block("paragraph", Extent(0, 12))]}),
        ("a link's text lies", {"links": [Link(Extent(0, 12), Span(5, 8), "", Span(0, 0))]}),
        ("a link's target", {"links": [Link(WHOLE, Span(5, 8), "#b", Span(0, 4))]}),
        ("a link's fragment", {"links": [Link(WHOLE, Span(5, 8), "Rain", Span(0, 4), "b")]}),
        ("order of the source", {"links": [Link(WHOLE, Span(at, 8), "", Span(0, 0)) for at in (5, 4)]}),
        ("an anchor's name", {"anchors": [Anchor("n1", Span(0, 4), WHOLE, "id")]}),
        ("an anchor has a name", {"anchors": [Anchor("", Span(0, 0), WHOLE, "id")]}),
        ("superscripts", {"superscripts": [Extent(2, 3), Extent(0, 1)]}),
        ("a superscript lies", {"superscripts": [Extent(2, 30)]}),
        ("a note's label", {"notes": [NoteElement(WHOLE, Extent(0, 4), "7")]}),
        ("only an inline note", {"notes": [NoteElement(WHOLE, Extent(0, 4), at=3)]}),
        ("a note's place", {"notes": [NoteElement(WHOLE, Span(0, 40))]}),
        ("a call's label", {"calls": [CallElement(WHOLE, Extent(0, 4), "n1", "Hail")]}),
        ("a call's target", {"calls": [CallElement(WHOLE, Span(5, 8), "a.xml#n1", target_span=Span(0, 4))]}),
        (
            "a date's value",
            {"dates": [DateElement("date", Span(5, 8), {"when": AttributeValue("9", Span(0, 4))})]},
        ),
        ("a date's text stands", {"dates": [DateElement("date", Span(5, 8), {}, "Hail", Span(0, 4))]}),
        ("a date's text lies", {"dates": [DateElement("date", Span(5, 8), {}, extent=Extent(0, 90))]}),
        ("a passage", {"passages": [Passage("gap", Extent(3, 2), Span(5, 8))]}),
        ("a break lies", {"breaks": [Break("page", 12, Span(5, 8))]}),
        ("a break's label", {"breaks": [Break("page", 0, Span(5, 8), "9", Span(0, 4))]}),
        ("metadata stand", {"metadata": [Metadatum("title", "Hail", Span(0, 4))]}),
        ("metadata have a name", {"metadata": [Metadatum("", "Rain", Span(0, 4))]}),
        ("level", {"contents": [ContentsEntry("Rain", "#a", WHOLE, 0)]}),
        ("flaws are in the order", {"flaws": [Flaw("a", Span(4, 5)), Flaw("a", Span(1, 2))]}),
        ("a flaw has", {"flaws": [Flaw("a", Span(4, 4))]}),
        ("a problem has", {"problems": [Problem("notice", "a", "")]}),
        ("a problem lies", {"problems": [Problem("notice", "a", "b", span=Span(0, 99))]}),
    ],
)
def test_each_broken_law_is_named(law: str, parts: dict[str, object]) -> None:
    with pytest.raises(BrokenLawError, match=law):
        check_reader(reader(**parts), Source.from_text(TEXT))


def test_pieces_may_stand_in_another_order_than_in_the_source() -> None:
    view = TextView("fell. Rain", (0, 5, 6), (9, 0, 0), (14, 0, 4))
    check_reader(reader(view=view, blocks=[Block("paragraph", Extent(0, 10))]), Source.from_text(TEXT))


def test_what_is_no_prose_may_stand_for_anything() -> None:
    view = TextView("\ufffc", (0,), (0,), (14,))
    check_reader(reader(view=view, blocks=[Block("paragraph", Extent(0, 1))]), Source.from_text(TEXT))


class TestGrowth:
    @staticmethod
    def squared(source: Source, edition: Edition) -> Markup:
        for _ in source.text:
            for _ in source.text:
                pass
        return read_plain(source)

    @staticmethod
    def sliced(source: Source, edition: Edition) -> Markup:
        text = source.text
        for at in range(0, len(text), 8):
            text[at:].count("b")
        return read_plain(source)

    def test_a_loop_in_a_loop_is_found_by_counting(self) -> None:
        with pytest.raises(BrokenLawError, match="lines of Python"):
            check_linear(self.squared, lambda count: "a" * count)

    def test_work_below_python_is_found_by_time(self) -> None:
        assert seconds(self.sliced, Source.from_text("a" * 20_000), 1) > 0
        check_linear(self.sliced, lambda count: "a" * count)
        with pytest.raises(BrokenLawError, match="seconds"):
            check_linear(self.sliced, lambda count: "a" * count, 15_000, timed=True)

    def test_time_is_taken_until_it_is_enough(self) -> None:
        runs: list[int] = []
        best_seconds(lambda: runs.append(1), 3)
        best_seconds(lambda: runs.append(2), 3, enough=60)
        assert runs == [1, 1, 1, 2]

    def test_linear_readers_pass(self) -> None:
        check_linear(read_html, lambda count: "<p>Rain &amp; <a href='#n1'>[1]</a>" * count, timed=True)

    def test_counting_is_exact(self) -> None:
        source = Source.from_text("Rain.\n\nHail.")
        assert steps(read_plain, source) == steps(read_plain, source) > 0
