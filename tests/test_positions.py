"""Places quote their text, reached by line and column as an editor would: the short form of `make positions`."""

from pathlib import Path

import pytest
from bench.positions import look_up, reads_like, sources, variants, walk

from edcheck.engine import understand
from edcheck.model import NoteElement, Passage
from edcheck.text import Extent, Position, Source, Span

CORPUS = Path(__file__).parent.parent / "corpus"
SAMPLES = CORPUS.parent.parent / "shared" / "samples"


def test_all_places_in_the_corpus_quote_their_text() -> None:
    wrong = []
    places = 0
    for source, format in sources([CORPUS]):
        tally = look_up(source, format)
        places += sum(tally.kinds.values())
        wrong += tally.wrong
    assert wrong == []
    assert places > 10_000


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside this checkout")
@pytest.mark.parametrize("name", ["markdown/md-getty-keepitmoving", "tei/tillich", "html/mia/serge"])
def test_all_places_in_real_texts_quote_their_text(name: str) -> None:
    assert [line for source, format in sources([SAMPLES / name]) for line in look_up(source, format).wrong] == []


def test_a_place_beside_its_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.positions.region", _one_too_far)
    tally = look_up(Source.from_text("The bell bell rang in June 31, 1871, and [again.\n", "page.txt"))
    assert len(tally.wrong) >= tally.kinds["finding"] == 3


def _one_too_far(start: Position, end: Position) -> dict[str, int]:
    line, column, last, after = *start, *end
    return {"startLine": line, "startColumn": column + 1, "endLine": last, "endColumn": after + 1}


def test_walk_meets_every_place_of_every_object() -> None:
    document = understand(Source.from_text("Rain", "page.txt"))
    document.markup.notes.append(NoteElement(Extent(0, 1), Span(2, 3), tag=Span(3, 4)))
    document.markup.passages.append(Passage("gap", Extent(1, 2), Span(0, 2)))
    found = set(walk(document))
    assert {
        ("NoteElement.place", Span(2, 3)),
        ("NoteElement.tag", Span(3, 4)),
        ("Passage.tag", Span(0, 2)),
    } <= found


@pytest.mark.parametrize(
    ("written", "quote", "like"),
    [
        ("a&amp;b", "a&b", True),
        (r"\[9\]", "[9]", True),
        ("see `x = 1` there", "see \ufffc there", True),
        ("see there", "see \ufffc hear", False),
        ("Kent", "Kant", False),
    ],
)
def test_source_reads_like_its_quotation(written: str, quote: str, like: bool) -> None:
    assert reads_like(written, quote) is like


def test_variants_change_what_positions_stumble_over() -> None:
    changed = dict(variants("Rain fell.\n\nSnow fell.\n"))
    assert "\r\n" in changed["CRLF"]
    assert "\n" not in changed["CR"]
    assert any(ord(character) > 0xFFFF for character in changed["astral"])
    assert "\u0301" in changed["combining"]
