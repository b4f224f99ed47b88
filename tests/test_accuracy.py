"""The accuracy bench is sound: what it plants is a fault, where it says, and it is counted as it is found."""

from functools import cache
from random import Random

import pytest
from bench.accuracy.__main__ import short
from bench.accuracy.planters import CLASSES
from bench.accuracy.planting import Page, moved, planted
from bench.accuracy.runs import run
from bench.accuracy.table import by_class, document
from bench.accuracy.texts import Case, cases
from bench.accuracy.trials import Outcome, ground

from edcheck.engine import understand
from edcheck.text import Source, Span

LETTERS = {kind: Case(kind, f"letters {kind}") for kind in ("text", "html", "markdown", "tei")}
# The notes of the letters' book stand in a file of their own.
LETTERS["epub"] = Case("epub", "generated 0 epub")


@cache
def outcomes() -> list[Outcome]:
    return run(short(cases()), CLASSES, 1, 1848, jobs=1)


def test_edits_move_what_lies_behind_them() -> None:
    text = "The lock was shut."
    edits = ((Span(4, 8), "old lock"), (Span(13, 17), ""))
    assert planted(text, edits) == "The old lock was ."
    assert moved(Span(4, 8), edits) == Span(4, 12)
    assert moved(Span(9, 12), edits) == Span(13, 16)
    assert moved(Span(13, 17), edits) == Span(17, 17)
    assert moved(Span(0, 3), edits) == Span(0, 3)


@pytest.mark.parametrize("kind", LETTERS)
def test_nothing_is_found_before_anything_is_planted(kind: str) -> None:
    assert [key for key in ground(LETTERS[kind]).known if key[0].startswith(("notes/", "dates/", "pairs/"))] == []


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("fault", ["wrong note label", "impossible date", "lost bracket", "doubled word"])
def test_a_fault_is_one_finding_in_every_format(fault: str, kind: str) -> None:
    outcome = ground(LETTERS[kind]).trial(fault, "7")
    assert outcome is not None
    assert (outcome.found, outcome.told, outcome.alarms) == (True, 1, [])


@pytest.mark.parametrize("fault", CLASSES)
def test_a_planter_changes_a_place_that_it_names(fault: str) -> None:
    page = Page(understand(Source.from_text("<p>Nothing can be planted here.</p>", "page.html")))
    planting = CLASSES[fault](page, Random(1))
    assert planting is None or all(span.start <= span.end <= len(page.source) for span, _ in planting.edits)


def test_the_same_seed_plants_the_same() -> None:
    some = [LETTERS["text"], LETTERS["html"]]
    faults = ["wrong reference label", "look-alike letter"]
    first = run(some, faults, 2, 5, jobs=1)
    assert [one.change for one in first] == [one.change for one in run(some, faults, 2, 5, jobs=2)]
    assert [one.change for one in first] != [one.change for one in run(some, faults, 2, 6, jobs=1)]


def test_what_is_not_restored_is_not_counted_as_restored() -> None:
    ways = [one for one in outcomes() if one.fault == "wrong reference label"]
    assert [one.restored for one in ways] == [True] * len(ways)
    assert all(one.restored is None for one in outcomes() if one.fault == "lost note")


def test_most_classes_are_planted_and_most_faults_found() -> None:
    assert len({one.fault for one in outcomes()}) >= 30
    assert sum(one.found for one in outcomes()) >= 0.85 * len(outcomes())
    assert sum(len(one.alarms) for one in outcomes()) <= 0.05 * len(outcomes())


def test_a_fault_that_is_told_elsewhere_is_not_found() -> None:
    outcome = Outcome("lost note", "text", "a.txt", "1", "3:1 x")
    assert (outcome.found, outcome.told) == (False, 0)
    rows = list(by_class([outcome]))
    assert rows[-2].startswith("| **all** | 1 | 0.0 % | 0.0 | – |")


def test_the_table_names_every_class_once() -> None:
    text = document(outcomes(), 1848, 20, samples=False)
    for fault in {one.fault for one in outcomes()}:
        assert text.count(f"\n| {fault} |") == 1
    assert "By format" in text
    assert "nothing else" in text
