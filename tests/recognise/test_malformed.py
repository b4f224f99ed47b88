"""Marks that neither Markdown nor reStructuredText reads: found where a partner waits, once, else silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULES = RuleSet(BUILT_IN).narrowed()
QUAYS = "abcdefg"


def told(text: str, name: str = "log.md") -> list[tuple[str, str]]:
    found = check(understand(Source.from_text(text, name)), RULES).findings
    return [(one.rule.partition("/")[2], one.location.quote) for one in found]


def page(call: str, head: str, label: str = "4", apart: str = "\n\n") -> str:
    """Seven calls and notes; the fourth is written as given."""
    names = [label if at == 3 else str(at + 1) for at in range(len(QUAYS))]
    body = "".join(
        f"The ferry left quay {quay}{call if at == 3 else f'[^{names[at]}]'}, and nobody waved.\n\n"
        for at, quay in enumerate(QUAYS)
    )
    heads = [head if at == 3 else f"[^{names[at]}]:" for at in range(len(QUAYS))]
    return body + apart.join(f"{head} As log {quay} says." for head, quay in zip(heads, QUAYS, strict=True)) + "\n"


CALLS = ["[^4}", "[^4)", "[^4", "[4^]", "^[4]", "(^4)", "{^4]", "^4]", "[4]"]
HEADS = ["[^4] :", "[^4]", "[^4}:", "[^4:]", "[^4", "[4^]:", "(^4):", "[4]:", "^4]:"]


@pytest.mark.parametrize("call", CALLS)
def test_a_malformed_call_is_one_finding(call: str) -> None:
    assert told(page(call, "[^4]:")) == [("malformed-marker", call)]


@pytest.mark.parametrize("apart", ["\n\n", "\n"])
@pytest.mark.parametrize("head", HEADS)
def test_a_malformed_definition_is_one_finding(head: str, apart: str) -> None:
    assert told(page("[^4]", head, apart=apart)) == [("malformed-marker", head)]


def test_names_are_found_as_numbers_are() -> None:
    assert told(page("[^mole)", "[^mole]:", "mole")) == [("malformed-marker", "[^mole)")]
    assert told(page("[^mole]", "[^mole] :", "mole")) == [("malformed-marker", "[^mole] :")]


def test_letters_are_found_as_numbers_are() -> None:
    text = page("[^x)", "[^x]:", "x")
    assert told(text) == [("malformed-marker", "[^x)")]
    assert told(page("[^x]", "[^x] :", "x")) == [("malformed-marker", "[^x] :")]


@pytest.mark.parametrize("more", ["A mast^[1] and 2^4 oars.", "See (^4) and [4].", "A [mast^2] fell."])
def test_what_looks_odd_is_silent_where_nothing_waits(more: str) -> None:
    assert told(page("[^4]", "[^4]:").replace("\n\n[^1]", f"\n\n{more}\n\n[^1]")) == []


def test_a_bare_number_out_of_its_turn_is_no_call() -> None:
    text = page("", "[^4]:").replace("\n\n[^1]:", "\n\nOn deck [4] fell.\n\n[^1]:")
    assert told(text) == [("unreferenced-note", "4")]


def test_two_candidates_are_none() -> None:
    text = page("(^4)", "[^4]:").replace("\n\n[^1]:", "\n\nOn deck (^4) two fell.\n\n[^1]:")
    assert told(text) == [("unreferenced-note", "4")]


@pytest.mark.parametrize(
    "call",
    ["[2]", "[2] _", "[2_]"],
)
def test_calls_of_restructured_text(call: str) -> None:
    text = f"Rain [1]_ and hail {call} and snow [3]_ fell.\n\n.. [1] In May.\n.. [2] In June.\n.. [3] In July.\n"
    assert told(text, "log.rst") == [("malformed-marker", call)]


WIKI = 'It left<ref>Log a.</ref> one{} in May.\n\nRain<ref name="k">Log k.</ref> fell{} on deck<ref name="k" />.\n'


@pytest.mark.parametrize("name", ["x", "mole", "4"])
def test_a_wiki_note_that_is_never_closed_is_one_finding(name: str) -> None:
    opened, empty = f'<ref name="{name}">', f'<ref name="{name}" />'
    assert told(WIKI.format(f"{opened}Log x.</ref>", empty), "log.wiki") == []
    assert told(WIKI.format(f"{opened}Log x.</ref>", f"{opened}Log x.</ref>"), "log.wiki") == []
    assert told(WIKI.format(f"{opened}Log x.</ref>", opened), "log.wiki") == [("malformed-marker", opened)]
    assert told(WIKI.format(f"{opened}Log x.", empty), "log.wiki") == [("malformed-marker", opened)]
    assert told(WIKI.format("", empty), "log.wiki") == [("orphan-reference", name)]
    two = told(WIKI.format(f"{opened}Log x.</ref>", f"{opened}Log y.</ref>{empty}"), "log.wiki")
    assert two == [("duplicate-note", name)]


@given(st.lists(st.sampled_from([*CALLS, *HEADS, "\n", "\n\n", " quay", "[^4]", "[^4]:", "x"]), max_size=12))
def test_any_mixture_is_read(pieces: list[str]) -> None:
    told("".join(pieces))
