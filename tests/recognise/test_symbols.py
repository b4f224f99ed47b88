"""Notes marked by asterisks and daggers: a lost one is found among sound ones; other uses are silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULES = RuleSet(BUILT_IN).narrowed()
SIGNS = ("*", "†", "‡", "§")
DOUBLED = ("*", "**", "***")


def told(text: str, name: str = "log.txt") -> list[tuple[str, str, str]]:
    found = check(understand(Source.from_text(text, name)), RULES).findings
    return [(one.rule.partition("/")[2], one.severity, one.location.quote) for one in found]


def written(pages: list[tuple[str, str]], markup: bool = False) -> str:
    """Pages of calls and notes, each a row of symbols."""
    opening, closing = ("<p>", "</p>\n") if markup else ("", "\n\n")
    text = ""
    for number, (calls, notes) in enumerate(pages):
        quay = chr(97 + number)
        body = " ".join(f"The ferry left quay {quay} late{call}, and nobody waved." for call in calls.split())
        text += f"{opening}{body or 'It rained all day.'}{closing}"
        text += "".join(f"{opening}{note} As log {quay} says.{closing}" for note in notes.split())
    return text


SOUND = [("* †", "* †"), ("*", "*"), ("", ""), ("* † ‡", "* † ‡"), ("*", "*"), ("* †", "* †")]


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize("signs", [SIGNS, DOUBLED])
@given(st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_sound_pages_are_silent(signs: tuple[str, ...], markup: bool, counts: list[int]) -> None:
    rows = [" ".join(signs[:count]) for count in counts]
    text = written([(row, row) for row in rows], markup)
    assert told(text, "log.html" if markup else "log.txt") == []


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (("* †", "*"), ("orphan-reference", "warning", "†")),
        (("* †", "†"), ("orphan-reference", "warning", "*")),
        (("*", "* †"), ("unreferenced-note", "warning", "†")),
        (("†", "* †"), ("unreferenced-note", "warning", "*")),
        (("* ‡", "* † ‡"), ("unreferenced-note", "warning", "†")),
    ],
)
def test_a_lost_call_or_note_is_one_finding(
    page: tuple[str, str], expected: tuple[str, str, str], markup: bool
) -> None:
    text = written([*SOUND[:3], page, *SOUND[3:]], markup)
    assert told(text, "log.html" if markup else "log.txt") == [expected]


@pytest.mark.parametrize(
    "other",
    [
        "* Rope.\n\n* Tar.\n\n* Lamp oil.",
        "* * *",
        "***",
        "The b****r swore by G** and S***.",
        "Mrs Oade († 1843), Jens Oade †1850.",
        "Under § 5 and §§ 7, 8 no boat may leave.",
        "5* a pound, 7** the barrel.",
        "It cost 2 * 3 crowns.",
    ],
)
def test_other_uses_are_silent(other: str) -> None:
    pages = written(SOUND)
    for text in (f"{other}\n\n{pages}", f"{pages}{other}\n", f"{pages}{other}\n\n{pages}"):
        assert told(text) == []


def test_words_set_off_by_asterisks_are_no_calls() -> None:
    text = written([*SOUND[:3], ("* †", "*"), *SOUND[3:]])
    assert told(f"The *mole* was lost.\n\n{text}") == []


def test_texts_that_disagree_often_are_silent() -> None:
    assert told(written([("*", "*"), ("* †", "*"), ("*", "* †"), ("*", "*"), ("†", "*")])) == []
