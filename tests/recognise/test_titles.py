"""When two titles are the same one."""

import pytest

from edcheck.recognise.titles import agree, contradict, names_a_part, similar, words


@pytest.mark.parametrize(
    ("entry", "heading"),
    [
        ("THE WEIR.", "The Weir"),
        ("The Wei\u00adr", "The Weir"),
        ("Marfleet’s Weir", "Marfleets Weir"),
        ("Reeds & Rushes", "Reeds and Rushes"),
        ("Chapter 14", "CHAPTER XIV"),
        ("1804–05", "1804\u2060–\u206005"),
        ("North-East", "Northeast"),
        ("To Anna, 3 May", "To Anna Reed. Marfleet, 3 May 1804"),
        ("The Weir … 12", "The Weir"),
        ("Chapter One", "Chapter 1"),
        ("Letter 3", "To Anna"),
        ("Cafe\u0301", "Café"),
        ("07 May", "7 May"),
        ("* * *", "The Weir"),
        ("P R E F A C E", "Preface"),
        ("Of the weir at Marfl…", "Of the weir at Marfleet, and of what befell there"),
    ],
)
def test_titles_that_agree(entry: str, heading: str) -> None:
    assert agree(entry, heading)
    assert agree(heading, entry)


@pytest.mark.parametrize(
    ("entry", "heading", "alike"),
    [
        ("The Frod", "The Ford", True),
        ("April 1804", "April 1805", True),
        ("Chapter I", "Chapter II", True),
        ("Reeds by the Weir", "Reeds by the Ford", True),
        ("The Weir", "Upstream", False),
        ("Ox", "Ax", False),
    ],
)
def test_titles_that_do_not(entry: str, heading: str, alike: bool) -> None:
    assert not agree(entry, heading)
    assert similar(entry, heading) is alike


def test_numbers_that_contradict() -> None:
    assert contradict("Chapter III. The Ford", "II The Ford")
    assert not contradict("3. The Ford", "Chapter III, 1804: The Ford")
    assert not contradict("The Ford", "II The Ford")


def test_parts_that_any_book_has() -> None:
    assert names_a_part("Title Page")
    assert names_a_part("Inhalt")
    assert not names_a_part("The Weir")


def test_only_numerals_that_are_well_made() -> None:
    assert words("IV IX XIV MDCCCIV mix vim") == ("4", "9", "14", "1804", "1009", "vim")
