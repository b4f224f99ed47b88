"""Every habit of pages with notes: silent where nothing is wrong; one finding, in its place, for every slip."""

from itertools import chain

import pytest

from edcheck.engine import check, understand
from edcheck.model import Document, Finding
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source
from recognise.habits import FAULTS, HABITS, NOTES, SCARS, SENTENCES, faulty, sound, written

RULES = RuleSet(BUILT_IN).narrowed()
AT = 6
"""The pair that has the slip."""
CASES = [
    (name, fault)
    for name, habit in HABITS.items()
    for fault in chain(FAULTS, SCARS)
    if fault not in habit.lacks and faulty(habit, fault, AT) != written(habit, sound(habit))
]
EXPECTED = {
    "wrong-href": "notes/wrong-target",
    "self-link": "notes/wrong-target",
    "dead-href": "notes/wrong-target",
    "wrong-back": "notes/wrong-backlink",
    "self-back": "notes/wrong-backlink",
    "wrong-call-label": "notes/misnumbered-reference",
    "wrong-note-label": "notes/misnumbered-note",
    "doubled-note-label": "notes/misnumbered-note",
    "note-anchor-twice": "structure/duplicate-id",
    "lost-note": "notes/orphan-reference",
    "note-twice": "notes/duplicate-note",
    "notes-exchanged": "notes/note-out-of-order",
    "stray-quote": "structure/malformed-attribute",
}
"""The rule that names the fault, where it is the same one for all habits."""


def read(text: str) -> Document:
    return understand(Source.from_text(text, "page.html"), format="html")


def findings(text: str) -> list[Finding]:
    result = check(read(text), RULES)
    assert not result.problems
    return result.findings


def near(habit: str) -> set[int]:
    """The lines on which the pair with the slip and the pairs beside it stand."""
    lines = written(HABITS[habit], sound(HABITS[habit])).split("\n")
    calls = [sentence.partition("{}")[0] for sentence in SENTENCES[AT - 1 : AT + 2]]
    texts = [*calls, *NOTES[AT - 1 : AT + 2]]
    return {number for number, line in enumerate(lines, 1) if any(text in line for text in texts)}


@pytest.mark.parametrize("name", HABITS)
def test_a_sound_page_is_silent_and_all_its_notes_are_paired(name: str) -> None:
    habit = HABITS[name]
    text = written(habit, sound(habit))
    document = read(text)
    pairs = [
        (document.references[reference].label, document.notes[note].label)
        for reference, note in document.alignment.pairs
    ]
    assert {label.text for label, _ in pairs} >= {label.rstrip("*") for label in habit.labels}
    assert all(one == other for one, other in pairs)
    assert [(finding.rule, finding.location.quote) for finding in findings(text)] == []


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_one_slip_is_one_finding_in_its_place(name: str, fault: str) -> None:
    found = findings(faulty(HABITS[name], fault, AT))
    assert len(found) == 1, [(finding.rule, finding.location.quote) for finding in found]
    assert found[0].rule == EXPECTED.get(fault, found[0].rule)
    assert found[0].location.start.line in near(name)


def test_the_table_tries_something() -> None:
    assert len(CASES) > 12 * len(HABITS)
    assert {fault for _, fault in CASES} == {*FAULTS, *SCARS}
