"""What is wrong between files: orders, gaps and copies beyond the examples of the rules, and their work."""

import cProfile
import pickle
import pstats
from itertools import pairwise

import pytest

from edcheck.engine import check_edition, gather, understand
from edcheck.model import Document, Edition, Finding, Spot
from edcheck.recognise.heading_numbers import chapter_number
from edcheck.recognise.paragraphs import digests, split
from edcheck.rules.edition import (
    metadata_mismatch,
    missing_file,
    note_label_reused,
    note_series_break,
    reading_order,
    repeated_text_across_files,
)
from edcheck.ruleset import RuleSet
from edcheck.text import Extent, Source

RULES = RuleSet(
    (
        metadata_mismatch.rule,
        missing_file.rule,
        note_label_reused.rule,
        note_series_break.rule,
        reading_order.rule,
        repeated_text_across_files.rule,
    )
)
LONG = "The brook rose by a foot in the night, and by the morning it stood in the lower meadow of {0}; " * 6


def document(name: str, text: str, edition: Edition | None = None) -> Document:
    return understand(Source.from_text(text, name), edition or Edition())


def found(*documents: Document, ordered: bool = True) -> list[Finding]:
    looked = {one.name: one for one in documents}
    result = check_edition([gather(one) for one in documents], RULES, looked.get, ordered)
    assert not result.problems
    return result.findings


def chapters(*numbers: int, suffix: str = "html") -> list[Document]:
    return [
        document(f"part{place:02}.{suffix}", f"<h2>Chapter {number}</h2><p>Rain on day {number}.</p>")
        for place, number in enumerate(numbers, 1)
    ]


def papers(*ranges: range) -> list[Document]:
    texts = (
        "".join(f"Reeds stood there. [{n}] " for n in notes) + "".join(f"\n\n{n}. By the ford.\n" for n in notes)
        for notes in ranges
    )
    return [document(f"paper{place}.txt", text) for place, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("heading", "kind", "value"),
    [
        ("Chapter VII. The Weir", "chapter", 7),
        ("7. The Weir", "", 7),
        ("VII", "", 7),
        ("IV – The Ford", "", 4),
        ("Глава 7", "chapter", 7),
        ("Chapitre iv", "chapter", 4),
        ("Letter 12 to her aunt", "letter", 12),
    ],
)
def test_numbers_of_headings(heading: str, kind: str, value: int) -> None:
    assert chapter_number(heading) == (kind, value)


@pytest.mark.parametrize(
    "heading", ["I, the pilot", "7 letters from home", "1848", "The Weir", "3rd of May", "X-ray"]
)
def test_what_is_no_number_of_a_heading(heading: str) -> None:
    assert chapter_number(heading) is None


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 5), (0, 6), (3, 6)])
def test_any_two_files_in_each_others_place_are_one_finding(one: int, other: int) -> None:
    numbers = list(range(1, 8))
    numbers[one], numbers[other] = numbers[other], numbers[one]
    (finding,) = found(*chapters(*numbers))
    assert finding.rule == "edition/reading-order"
    assert finding.location.path == f"part{one + 1:02}.html"
    assert [place.path for place in finding.related] == [f"part{other + 1:02}.html"]


def test_what_several_orders_show_is_told_once() -> None:
    ranges = [range(1, 3), range(5, 7), range(3, 5), range(7, 9), range(9, 11), range(11, 13)]
    days = ("3 May 1804", "2 June 1804", "9 May 1804", "11 June 1804", "30 June 1804", "4 July 1804")
    texts = (
        f"Eskerholm, {day}\n\n" + paper.text.replace("Reeds", f"Reeds of {place}")
        for place, (day, paper) in enumerate(zip(days, papers(*ranges), strict=True))
    )
    (finding,) = found(*(document(f"p{place}.txt", text) for place, text in enumerate(texts)))
    assert finding.rule == "edition/reading-order"
    assert finding.evidence


def test_an_order_that_is_guessed_says_nothing_of_other_names() -> None:
    book = [document(f"b.epub!{one.name}", one.source.text) for one in chapters(1, 2, 3, 4, 5)]
    book.insert(0, document("b.epub!appendix.html", "<h2>Chapter 6</h2><p>Rain on day 6.</p>"))
    assert [finding.rule for finding in found(*book)] == ["edition/reading-order"]
    assert not found(*book, ordered=False)


def test_a_lost_note_is_missed_once_and_a_lost_paper_with_all_its_notes() -> None:
    count = [range(1, 4), range(4, 7), range(7, 10), range(11, 14), range(14, 16)]
    (finding,) = found(*papers(*count))
    assert finding.message == "note 10 is missing between paper3.txt and this document"
    assert finding.related[0].quote == "9"
    whole = papers(range(1, 4), range(4, 7), range(7, 10), range(10, 13), range(13, 16), range(16, 19))
    (finding,) = found(*whole[:2], *whole[3:])
    assert (finding.rule, finding.data["file"]) == ("edition/missing-file", "paper3.txt")


def test_a_slip_in_the_last_label_is_no_end_of_the_count() -> None:
    texts = papers(range(1, 4), range(4, 7), range(7, 10), range(10, 13), range(13, 16))
    slip = texts[1].source.text.replace("[6]", "[60]").replace("\n6.", "\n60.")
    (finding,) = found(texts[0], document("paper2.txt", slip), *texts[2:])
    assert finding.message == "note 6 is missing between paper2.txt and this document"


def test_a_copy_is_known_whatever_its_quotes_and_lines() -> None:
    text = LONG.format("the miller’s — “upper” — ford") + "\n\n" + LONG.format("the reeve")
    copy = (
        text.replace("’", "'")
        .replace("—", "--")
        .replace("“", '"')
        .replace("”", '"')
        .replace(" by the", "\nby the")
    )
    one, other = (split(digests(document("a.txt", each))) for each in (text, copy))
    assert [digest for digest, _ in one] == [digest for digest, _ in other]
    (finding,) = found(document("a.txt", f"{text}\n\nRain."), document("b.txt", f"Hail.\n\n{copy}\n\nSnow."))
    assert finding.location.quote.startswith("The brook")
    assert finding.location.quote.count("\n\n") == 1


def test_a_text_in_two_formats_is_no_copy() -> None:
    text = LONG.format("Tarn") + "\n\n" + LONG.format("Merla")
    page = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    assert not found(document("a.txt", text), document("a.html", f"<html><body>{page}</body></html>"))
    (finding,) = found(document("a.txt", text), document("b.txt", text))
    assert finding.message == "this text stands in a.txt already"


def test_a_file_written_over_by_another_is_one_finding() -> None:
    papered = papers(
        range(1, 3), range(3, 5), range(5, 7), range(7, 9), range(9, 11), range(11, 13), range(13, 15)
    )
    texts = [f"{LONG.format(place)}\n\n{paper.source.text}" for place, paper in enumerate(papered)]
    texts[4] = texts[1]
    (finding,) = found(*(document(f"paper{place}.txt", text) for place, text in enumerate(texts)))
    assert finding.rule == "edition/repeated-text-across-files"
    assert finding.location.path == "paper4.txt"


def test_books_in_folders_are_counted_apart() -> None:
    count = [range(1, 4), range(4, 7), range(7, 10), range(11, 14), range(14, 16)]
    books = [document(f"{book}/{one.name}", one.source.text) for book in ("a", "b") for one in papers(*count)]
    assert [finding.location.path for finding in found(*books)] == ["a/paper4.txt", "b/paper4.txt"]


def test_nul_characters_part_no_paragraphs() -> None:
    packed = digests(document("a.txt", LONG.format("Tarn\0Merla") + "\n\n" + LONG.format("Quill")))
    assert len(split(packed)) == 2


def test_facts_are_given_back_as_they_were_taken() -> None:
    facts = gather(papers(range(3, 6))[0])
    assert [(one.series, one.label, one.value) for one in facts.labels] == [("[n]", str(n), n) for n in (3, 4, 5)]
    assert all(isinstance(one.spot.place, Extent) for one in facts.labels)
    page = document(
        "a.html",
        '<head><title>Tarn</title></head><h2 id="a">Reeds</h2><p>Hay.</p><h3 id="b">Rushes</h3><p>Sedge.</p>',
    )
    facts = gather(page)
    assert [(one.text, one.anchors, one.opens) for one in facts.headings] == [
        ("Reeds", ("a",), True),
        ("Rushes", ("b",), False),
    ]
    ((name, text, spot),) = facts.metadata
    assert (name, text) == ("title", "Tarn")
    assert isinstance(spot, Spot)
    assert page.source.text[spot.place.start : spot.place.end] == "Tarn"
    assert not facts.contents
    assert not facts.labels
    assert not facts.datelines


def test_the_facts_of_long_texts_are_small() -> None:
    text = "".join(f"{LONG.format(number)}[{number}]\n\n" for number in range(1, 200))
    text += "".join(f"{number}. See the log of that day, and the day after it.\n\n" for number in range(1, 200))
    assert len(pickle.dumps(gather(document("a.txt", text)))) < 0.03 * len(text)


def test_work_grows_with_the_number_of_files() -> None:
    def work(count: int) -> int:
        pages = papers(*(range(start, stop) for start, stop in pairwise(range(1, 2 * count + 2, 2))))
        facts = [gather(page) for page in pages]
        profile = cProfile.Profile()
        profile.runcall(check_edition, facts, RULES)
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    assert work(160) < 6 * work(40)
