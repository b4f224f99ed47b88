"""Numbers of notes that stand where they belong: one slip is one finding; sound and sparse numbers are silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULES = RuleSet(BUILT_IN).narrowed()


def page(labels: str, attributes: str = "") -> str:
    """A letter with a note for each label; `|` is a page break, `/` a heading."""
    body = ""
    for count, label in enumerate(labels.split()):
        if label == "|":
            body += "<pb/>"
        elif label == "/":
            body += "</p></div><div><head>A later day</head><p>"
        else:
            body += f'Quay {chr(97 + count % 26)} was shut<note n="{label}"{attributes}>See log {count}.</note>. '
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>{body}</p></div></body></text></TEI>'


def told(labels: str, attributes: str = "") -> list[tuple[str, str]]:
    document = understand(Source.from_text(page(labels, attributes), "letter.xml"), format="tei")
    found = check(document, RULES).findings
    return [(one.rule.partition("/")[2], one.location.quote) for one in found if one.rule != "notes/repeated-note"]


@pytest.mark.parametrize(
    "labels",
    [
        "1 2 3 4 5 6",
        "12 13 14 15 16 17",
        "1 2 | 1 2 3 | 1 | 1 2 | 1 2",
        "1 | 1 | 1 | 1 2 | 1 | 1",
        "1 | 2 3 | 4 5 | 6 7",
        "1 2 3 4 / 1 2 3 / 1 2",
        "1 2 3 1 2 1 2 3 4 1 2 3",
        "1 2 2a 3 4 5 6",
        "a b c | a b | a b c | a",
        "* ** | * | * † | * †",
        "* * | * | * | * | * | *",
        "* † | * † ‡ | * | * †",
        "5 10 15 20 25 30",
        "5 5 5 5 5 5 5",
        "7 3 9 1 22 15 4 8",
        "1 1 2 2 3 3 4 4",
        "1 2 4",
        "xv xvi iii q",
    ],
)
def test_counts_and_what_is_none_are_silent(labels: str) -> None:
    assert told(labels) == []


@pytest.mark.parametrize(
    ("labels", "fault", "place"),
    [
        ("1 2 3 3 4 5 6", "duplicate-note", "3"),
        ("1 2 3 | 3 4 5 6", "duplicate-note", "3"),
        ("1 2 3 3 5 6 7", "misnumbered-note", "3"),
        ("1 2 4 4 5 6 7", "misnumbered-note", "4"),
        ("1 2 3 40 5 6 7", "misnumbered-note", "40"),
        ("1 2 3 4 5 6 2 8 9", "misnumbered-note", "2"),
        ("1 2 3 4 5 6 17", "misnumbered-note", "17"),
        ("1 2 3 5 4 6 7", "note-out-of-order", "5"),
        ("1 2 3 5 6 7", "note-gap", "3"),
        ("1 2 3 6 7 8 9 10", "note-gap", "3"),
        ("1 2 3 | 1 2 2 | 1 2 3 | 1 2", "duplicate-note", "2"),
        ("1 2 3 | 1 3 | 1 2 3 | 1 2 3", "note-gap", "1"),
        ("a b c d d e f", "duplicate-note", "d"),
        ("a b c c e f g", "misnumbered-note", "c"),
        ("* † ‡ | * † | * * | * † ‡ | * †", "duplicate-note", "*"),
    ],
)
def test_one_slip_is_one_finding(labels: str, fault: str, place: str) -> None:
    assert told(labels) == [(fault, place)]


def test_groups_with_counts_of_their_own_are_counted_apart() -> None:
    mixed = "".join(
        f'Quay {n}<note n="{n}" type="editorial">Log {n}.</note><note n="{m}" type="textual">Torn {m}.</note> '
        for n, m in zip((1, 2, 3, 4, 4, 5, 6), (41, 42, 43, 44, 45, 46, 47), strict=True)
    )
    document = understand(Source.from_text(f"<TEI><text><body><p>{mixed}</p></body></text></TEI>", "a.xml"))
    assert [one.kind for one in document.alignment.repairs] == ["duplicate-note"]


@given(
    st.lists(st.integers(1, 12), min_size=5, max_size=12), st.sampled_from(["lost", "doubled", "swapped", "wrong"])
)
def test_a_slip_in_a_count_by_pages_never_makes_two_findings(pages: list[int], slip: str) -> None:
    counts = [list(range(1, length + 1)) for length in pages]
    longest = max(counts, key=len)
    assert told(" | ".join(" ".join(map(str, count)) for count in counts)) == []
    if len(longest) < 5 or sum(pages) < 20:
        return
    if slip == "lost":
        del longest[2]
    elif slip == "doubled":
        longest.insert(2, longest[2])
    elif slip == "swapped":
        longest[1], longest[2] = longest[2], longest[1]
    else:
        longest[2] = 88
    assert len(told(" | ".join(" ".join(map(str, count)) for count in counts))) <= 1
