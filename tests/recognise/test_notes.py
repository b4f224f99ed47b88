"""One slip in a sound edition is one finding: in every shape of notes that the readers know."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.model import Document, Edition, Finding
from edcheck.rules.notes import RULES
from edcheck.ruleset import RuleSet
from edcheck.text import Source

LOUD = RuleSet(RULES).narrowed(ignore=["notes/repeated-note", "notes/omitted-note"])
SENTENCE = "The ferry left the quay at {} and the wind rose behind it{}. Nobody looked back"


@dataclass
class Transcript:
    """A made-up edition: labels of references and of notes, in the order of the text."""

    references: list[str]
    notes: list[str]

    def endnotes(self, marker: str = "{}. ", between: str = "\n\n") -> str:
        body = "\n\n".join(SENTENCE.format(i, f" [{label}]") for i, label in enumerate(self.references))
        notes = between.join(f"{marker.format(label)}As the log\n1848. May says." for label in self.notes)
        return f"{body}\n\n{notes}\n"

    def footnotes(self) -> str:
        body = "\n\n".join(SENTENCE.format(i, f" [{label}]") for i, label in enumerate(self.references))
        return body + "\n\n" + "\n\n".join(f"[Footnote {label}: As the log says.]" for label in self.notes) + "\n"

    def html(self) -> str:
        body = "\n".join(
            "<p>" + SENTENCE.format(i, f' <a name="f{i}" href="#n{i}">[{label}]</a>') + "</p>"
            for i, label in enumerate(self.references, 1)
        )
        notes = "\n".join(
            f'<p class="note"><a name="n{i}" href="#f{i}">{label}.</a> As the log says.</p>'
            for i, label in enumerate(self.notes, 1)
        )
        return f"<html><head><title>Log</title></head><body>{body}\n<hr>\n{notes}</body></html>"


def read(text: str, format: str = "plain", edition: Edition | None = None) -> Document:
    return understand(Source.from_text(text), edition or Edition(), format)


def findings(text: str, format: str = "plain") -> list[Finding]:
    result = check(read(text, format), LOUD)
    assert not result.problems
    return result.findings


def rendered(edition: Transcript, shape: str) -> tuple[str, str]:
    if shape == "html":
        return edition.html(), "html"
    return {
        "stop": edition.endnotes(),
        "bracket": edition.endnotes("[{}] "),
        "line": edition.endnotes(between="\n"),
        "bracketed line": edition.endnotes("[{}] ", between="\n"),
        "footnote": edition.footnotes(),
    }[shape], "plain"


shapes = st.sampled_from(["stop", "bracket", "line", "bracketed line", "footnote", "html"])
plain_shapes = st.sampled_from(["stop", "bracket", "line", "bracketed line", "footnote"])


@st.composite
def editions(draw: st.DrawFn) -> Transcript:
    first, size = draw(st.sampled_from([1, 1, 7, 73, 140])), draw(st.integers(5, 25))
    labels = [str(first + n) for n in range(size)]
    return Transcript(list(labels), list(labels))


def slip(draw: st.DrawFn, label: str) -> str:
    """Another number that differs in one digit."""
    place = draw(st.integers(0, len(label) - 1))
    digit = draw(st.sampled_from([d for d in "123456789" if d != label[place]]))
    return label[:place] + digit + label[place + 1 :]


@given(editions(), shapes)
@settings(max_examples=60, deadline=None)
def test_a_sound_edition_is_silent(edition: Transcript, shape: str) -> None:
    assert findings(*rendered(edition, shape)) == []


@given(st.data(), editions(), shapes)
@settings(max_examples=150, deadline=None)
def test_one_wrong_note_label_is_one_finding(data: st.DataObject, edition: Transcript, shape: str) -> None:
    at = data.draw(st.integers(1, len(edition.notes) - 2))
    right = edition.notes[at]
    edition.notes[at] = data.draw(st.composite(slip)(right))
    found = findings(*rendered(edition, shape))
    assert [(f.rule, f.location.quote, f.data["right"]) for f in found] == [
        ("notes/misnumbered-note", edition.notes[at], right)
    ]


@given(st.data(), editions(), shapes)
@settings(max_examples=150, deadline=None)
def test_one_wrong_reference_label_is_one_finding(data: st.DataObject, edition: Transcript, shape: str) -> None:
    at = data.draw(st.integers(1, len(edition.references) - 2))
    right = edition.references[at]
    edition.references[at] = data.draw(st.composite(slip)(right))
    found = findings(*rendered(edition, shape))
    assert [(f.rule, f.location.quote, f.data["right"]) for f in found] == [
        ("notes/misnumbered-reference", edition.references[at], right)
    ]


@given(st.data(), editions(), plain_shapes)
@settings(max_examples=80, deadline=None)
def test_a_lost_note_is_one_orphan(data: st.DataObject, edition: Transcript, shape: str) -> None:
    at = data.draw(st.integers(1, len(edition.notes) - 2))
    lost = edition.notes.pop(at)
    found = findings(*rendered(edition, shape))
    assert [(f.rule, f.location.quote) for f in found] == [("notes/orphan-reference", lost)]


@given(st.data(), editions(), plain_shapes)
@settings(max_examples=80, deadline=None)
def test_a_lost_reference_is_one_unreferenced_note(data: st.DataObject, edition: Transcript, shape: str) -> None:
    at = data.draw(st.integers(1, len(edition.references) - 2))
    lost = edition.references.pop(at)
    found = findings(*rendered(edition, shape))
    assert [(f.rule, f.location.quote) for f in found] == [("notes/unreferenced-note", lost)]


@given(st.data(), editions(), plain_shapes)
@settings(max_examples=60, deadline=None)
def test_a_doubled_note_is_one_duplicate(data: st.DataObject, edition: Transcript, shape: str) -> None:
    at = data.draw(st.integers(1, len(edition.notes) - 2))
    edition.notes.insert(at, edition.notes[at])
    found = findings(*rendered(edition, shape))
    assert [(f.rule, f.location.quote) for f in found] == [("notes/duplicate-note", edition.notes[at])]


@given(st.data(), editions(), plain_shapes)
@settings(max_examples=60, deadline=None)
def test_two_exchanged_notes_are_one_finding(data: st.DataObject, edition: Transcript, shape: str) -> None:
    at = data.draw(st.integers(1, len(edition.notes) - 3))
    edition.notes[at], edition.notes[at + 1] = edition.notes[at + 1], edition.notes[at]
    found = findings(*rendered(edition, shape))
    assert [f.rule for f in found] == ["notes/note-out-of-order"]


@given(st.data(), editions())
@settings(max_examples=60, deadline=None)
def test_a_misdirected_link_is_one_finding(data: st.DataObject, edition: Transcript) -> None:
    size = len(edition.notes)
    at = data.draw(st.integers(1, size))
    other = data.draw(st.integers(1, size).filter(lambda n: n != at))
    kind, rule = data.draw(st.sampled_from([("n", "notes/wrong-target"), ("f", "notes/wrong-backlink")]))
    text = edition.html().replace(f'href="#{kind}{at}"', f'href="#{kind}{other}"')
    found = findings(text, "html")
    assert [f.rule for f in found] == [rule]
    assert found[0].fixes[0].edits[0].new == f"#{kind}{at}"


@given(st.lists(st.integers(1, 6), min_size=2, max_size=8))
@settings(max_examples=60, deadline=None)
def test_numbers_that_restart_under_each_letter_are_silent(sizes: list[int]) -> None:
    letters = [Transcript([str(n + 1) for n in range(size)], [str(n + 1) for n in range(size)]) for size in sizes]
    text = "\n\n".join(letter.footnotes() for letter in letters)
    document = read(text)
    assert not document.alignment.repairs
    assert len(document.alignment.pairs) == sum(sizes)


def test_the_settings_declare_a_scope() -> None:
    text = "A. [1]\n\n[Footnote 1: One.]\n\nB. [1]\n\n[Footnote 1: Two.]\n"
    assert not read(text).scopes[0].declared
    declared = read(text, edition=Edition(numbering="document"))
    assert declared.scopes[0].declared
    assert [r.kind for r in declared.alignment.repairs] == ["duplicate-note"]


def test_continuation_paragraphs_belong_to_their_note() -> None:
    document = read("A. [1] B. [2]\n\n1. One.\n\nAnd more of one.\n\n2. Two.\n\nAnd more of two.\n")
    assert [document.quote(note.body) for note in document.notes] == [
        "One.\n\nAnd more of one.",
        "Two.\n\nAnd more of two.",
    ]


def test_nested_notes_take_their_turn_where_their_note_is_called() -> None:
    body = "A. [1] B. [2] C. [2*] D. [3]"
    notes = "1. One. [1*]\n\n2. Two.\n\n3. Three.\n\n[1*] Of one.\n\n[2*] Of C."
    document = read(f"{body}\n\n{notes}\n")
    assert not document.alignment.repairs
    assert {series.shape for series in document.series} == {"[n]", "[n*]"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "[1]",
        "1. ",
        "[Footnote",
        "[Footnote 1:",
        "[1]\n\n[1] [1]\n\n[2",
        "[²]\n\n² x",
        "[*] a\n\n* b",
    ],
)
def test_scraps_do_not_raise(text: str) -> None:
    read(text)


@given(st.text(alphabet="[]()123*lIO .:\nFootnote†²a", max_size=200))
@settings(max_examples=200, deadline=None)
def test_nothing_makes_recognition_fail(text: str) -> None:
    document = read(text)
    for note in document.notes:
        assert 0 <= note.marker.start <= note.marker.end <= len(text)
        assert note.body.start <= note.body.end <= len(text)


def test_a_bracketed_note_after_a_letter_without_calls_starts_a_count_of_its_own() -> None:
    letter = "The ferry was late and the quay lay empty until the evening. " * 5
    text = (
        "A. [1]\n\n[Footnote 1: One.]\n\n" + letter + "\n\n[Footnote 1: Two.]\n\nC. [1]\n\n[Footnote 1: Three.]\n"
    )
    document = read(text)
    assert [(repair.kind, repair.note) for repair in document.alignment.repairs] == [("missing-reference", 1)]
    assert [finding.rule for finding in findings(text)] == ["notes/unreferenced-note"]


def test_a_habit_of_ways_back_is_no_fault() -> None:
    labels = [str(n) for n in range(1, 11)]
    text = Transcript(labels, labels).html().replace("<body>", '<body><h1><a name="top">Log</a></h1>')
    for n in range(1, 6):
        text = text.replace(f'href="#f{n}"', 'href="#top"')
    assert findings(text, "html") == []
