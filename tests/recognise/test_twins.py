"""A note that bears another's name: one finding, whatever the note prints."""

import pytest

from recognise.split_books import findings

CALLS = "".join(f'<p>Quay {n} fell.<ref xml:id="r{n}" target="#n{n}">{n}</ref></p>' for n in range(1, 6))


def page(names: str, labelled: bool) -> str:
    notes = ""
    for number, name in enumerate(names.split(), 1):
        label = f' n="{number}"' if labelled else ""
        notes += f'<note xml:id="{name}" target="#r{number}"{label}>As log {number} says.</note>'
    return f"<TEI><text><body>{CALLS}</body><back>{notes}</back></text></TEI>"


def told(text: str) -> set[tuple[str, str]]:
    found = findings({"a.xml": text})
    assert len(found) == len({one.location.spans for one in found})
    return {(one.rule, one.location.quote) for one in found}


@pytest.mark.parametrize("labelled", [True, False])
def test_a_doubled_name_is_told_once(labelled: bool) -> None:
    assert told(page("n1 n2 n2 n4 n5", labelled)) == {("structure/duplicate-id", "n2")}


def test_other_lost_notes_are_still_told() -> None:
    expected = {("structure/duplicate-id", "n2"), ("notes/orphan-reference", "5")}
    assert told(page("n1 n2 n2 n4", labelled=True)) == expected
