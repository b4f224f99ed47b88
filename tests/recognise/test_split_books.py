"""One slip in a book is one finding, wherever its notes stand: in the file, at its end, or in another file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.model import Finding
from recognise.split_books import FORMATS, Book, findings, listed, sound

LINKED = ("html", "one_page", "epub")
"""Formats in which notes have a way back."""
NUMBERED = ("html", "one_page", "epub", "tei", "tei_page")
"""Formats in which a reference names its note by another name than its number."""


@st.composite
def books(draw: st.DrawFn, restart: bool | None = None) -> Book:
    sizes = draw(st.lists(st.integers(4, 9), min_size=2, max_size=4))
    return sound(sizes, draw(st.booleans()) if restart is None else restart)


def places(data: st.DataObject, book: Book) -> tuple[int, int, int]:
    """A chapter, a reference inside it that is neither first nor last, and the index of its note."""
    chapter = data.draw(st.integers(0, len(book.chapters) - 1))
    at = data.draw(st.integers(1, len(book.chapters[chapter]) - 2))
    return chapter, at, sum(map(len, book.chapters[:chapter])) + at


def book_for(data: st.DataObject, format: str) -> Book:
    """A book; where labels are names, or stand on one page, its numbers run through."""
    return data.draw(books(restart=False) if "markdown" in format or "page" in format else books())


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.rule, one.location.quote.strip("[].")) for one in found]


def slip(data: st.DataObject, label: str) -> str:
    """Another number that differs in its last figure."""
    figure = data.draw(st.sampled_from([figure for figure in "123456789" if figure != label[-1]]))
    return label[:-1] + figure


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_a_sound_book_is_silent(format: str, data: st.DataObject) -> None:
    assert told(findings(FORMATS[format](book_for(data, format)))) == []


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_a_wrong_number_of_a_note(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    *_, note = places(data, book)
    right = book.notes[note].label
    book.replace_note(note, label=slip(data, right))
    (found,) = findings(FORMATS[format](book))
    assert (found.rule, found.data["right"]) == ("notes/misnumbered-note", right)
    assert found.location.quote == book.notes[note].label


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_a_wrong_number_of_a_reference(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    chapter, at, _ = places(data, book)
    right = book.chapters[chapter][at].label
    book.replace_call(chapter, at, label=slip(data, right))
    (found,) = findings(FORMATS[format](book))
    assert (found.rule, found.data["right"]) == ("notes/misnumbered-reference", right)
    assert found.location.quote == book.chapters[chapter][at].label


@pytest.mark.parametrize("format", LINKED)
@pytest.mark.parametrize("named", [False, True])
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_a_wrong_number_that_stands_in_the_link_and_the_name_too(
    format: str, named: bool, data: st.DataObject
) -> None:
    book = book_for(data, format)
    chapter, at, _ = places(data, book)
    right = book.chapters[chapter][at].label
    wrong = f"{right}{slip(data, right)[-1]}"
    name = f"{chapter + 1}x{wrong}"
    book.replace_call(chapter, at, label=wrong, target=f"n{name}", **({"name": f"r{name}"} if named else {}))
    (found,) = findings(FORMATS[format](book))
    assert (found.rule, found.data["right"]) == ("notes/misnumbered-reference", right)
    assert [edit.new[-len(right) :] for edit in found.fixes[0].edits] == [right, right]


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_a_lost_note(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    *_, note = places(data, book)
    label = book.notes.pop(note).label
    assert told(findings(FORMATS[format](book))) == [("notes/orphan-reference", label)]


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_a_lost_reference(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    chapter, at, _ = places(data, book)
    label = book.chapters[chapter].pop(at).label
    assert told(findings(FORMATS[format](book))) == [("notes/unreferenced-note", label)]


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_a_doubled_note(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    *_, note = places(data, book)
    book.notes.insert(note + 1, book.notes[note])
    book.replace_note(note + 1, name="twin")
    assert told(findings(FORMATS[format](book))) == [("notes/duplicate-note", book.notes[note].label)]


@pytest.mark.parametrize("format", NUMBERED)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_a_link_to_another_note(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    chapter, at, note = places(data, book)
    names = [other.name for other in book.notes if other is not book.notes[note]]
    right = book.notes[note].name
    book.replace_call(chapter, at, target=data.draw(st.sampled_from([*names, "nowhere"])))
    (found,) = findings(FORMATS[format](book))
    assert (found.rule, found.location.quote.strip("[]")) == ("notes/wrong-target", book.notes[note].label)
    assert found.fixes[0].edits[0].new.endswith(f"#{right}")


@pytest.mark.parametrize("format", LINKED)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_a_way_back_to_another_reference(format: str, data: st.DataObject) -> None:
    book = book_for(data, format)
    chapter, at, note = places(data, book)
    calls = [call for call in book.chapters[chapter] if call is not book.chapters[chapter][at]]
    book.replace_note(note, target=data.draw(st.sampled_from(calls)).name)
    (found,) = findings(FORMATS[format](book))
    assert found.rule == "notes/wrong-backlink"
    assert found.data["label"] == book.notes[note].label
    assert found.fixes[0].edits[0].new.endswith(f"#{book.chapters[chapter][at].name}")


def test_a_list_that_closes_up_over_a_lost_note() -> None:
    book = sound([5, 5], restart=False)
    assert told(findings(listed(book))) == []
    book.notes.pop(4)
    assert told(findings(listed(book))) == [("notes/orphan-reference", "5")]


@pytest.mark.parametrize("format", ["html", "epub"])
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_the_notes_of_a_chapter_that_was_not_read_are_nobodys_fault(format: str, data: st.DataObject) -> None:
    files = FORMATS[format](data.draw(books()))
    (first,) = [name for name in files if "c1." in name]
    del files[first]
    # Among four siblings or more, the file itself is missed, and once.
    missed = ["structure/broken-cross-link"] if len(files) > 3 else []
    assert [one.rule for one in findings(files)] == missed


@pytest.mark.parametrize("taken", ["n1x2", "n1x1"])
def test_a_note_that_bears_another_s_name_is_told_once(taken: str) -> None:
    book = sound([2, 2], restart=False)
    book.replace_note(3, name=taken)
    found = findings(FORMATS["html"](book))
    assert [(one.rule, one.location.quote) for one in found] == [("structure/duplicate-id", taken)]


def test_a_chapter_most_of_whose_links_are_dead_keeps_its_good_one() -> None:
    book = sound([3, 3], restart=False)
    book.notes = book.notes[:4]
    found = findings(FORMATS["html"](book))
    assert {(one.rule, one.location.quote) for one in found} == {
        ("notes/orphan-reference", "5"),
        ("notes/orphan-reference", "6"),
    }
