"""Notes that the markup marks: pairs by name, slips by order, and what is left to where documents meet."""

import pytest

from edcheck.engine import check, check_edition, gather, understand
from edcheck.model import Document, Ties
from edcheck.recognise.apparatus import join
from edcheck.text import Source
from recognise.split_books import RULES, findings


def read(text: str, name: str = "a.md") -> Document:
    return understand(Source.from_text(text, name))


def page(calls: list[str], notes: list[str]) -> str:
    body = "".join(
        f"The ferry left quay {count}[^{call}]. Nobody looked back.\n\n" for count, call in enumerate(calls)
    )
    return body + "".join(f"[^{note}]: As log {count} says.\n\n" for count, note in enumerate(notes))


def told(calls: str, notes: str) -> list[tuple[str, str]]:
    found = findings({"a.md": page(calls.split(), notes.split())})
    return [(one.rule.partition("/")[2], one.location.quote) for one in found]


@pytest.mark.parametrize(
    ("calls", "notes"),
    [
        ("1 2 3", "1 2 3"),
        ("1 2 1 3 2", "1 2 3"),
        ("3 1 2", "1 2 3"),
        ("1 2 3", "3 1 2"),
        ("smith 1 jones 2 smith", "1 2 smith jones"),
        ("One TWO", "one two"),
        ("a b ii", "ii b a"),
    ],
)
def test_sound_notes_are_silent_in_any_order(calls: str, notes: str) -> None:
    assert told(calls, notes) == []


@pytest.mark.parametrize(
    ("calls", "notes", "fault", "place"),
    [
        ("76 77 78 79", "76 77 77 79", "misnumbered-note", "77"),
        ("1 4 3 4", "1 2 3 4", "misnumbered-reference", "4"),
        ("1 2 3 4", "1 4 3 4", "misnumbered-note", "4"),
        ("1 2 2 4", "1 2 3 4", "misnumbered-reference", "2"),
        ("5 2 8 1 9", "1 2 5 8 8", "misnumbered-note", "8"),
        ("1 2 3 2 4", "1 2 2 3 4", "duplicate-note", "2"),
        ("1 1 2", "1 2 2", "duplicate-note", "2"),
        ("1 2 3 3 4 5", "1 2 3 4 4 5", "duplicate-note", "4"),
        ("smith jones brown", "smyth jones brown", "misnumbered-reference", "smith"),
        ("smith jones smith", "smyth jones", "misnumbered-note", "smyth"),
        ("smith jones", "smith jones smith", "duplicate-note", "smith"),
        ("smith jones", "smith jones brown", "unreferenced-note", "brown"),
        ("1 2 l0 11", "1 2 10 11", "garbled-label", "l0"),
        ("1 2", "1 2 3", "unreferenced-note", "3"),
    ],
)
def test_one_slip_is_one_finding(calls: str, notes: str, fault: str, place: str) -> None:
    assert told(calls, notes) == [(fault, place)]


def test_plain_numbers_stand_beside_marked_notes() -> None:
    document = read("Rain.[^a] Hail. [1] Snow. [2]\n\n[^a]: In May.\n\n\\[1\\] In June.\n\n\\[2\\] In July.\n")
    assert [note.label.text for note in document.notes] == ["1", "2", "a"]
    assert not document.alignment.repairs
    assert len(document.alignment.pairs) == 3


def test_inline_notes_need_no_reference() -> None:
    document = read("Rain^[In May.] fell, and hail[^1].\n\n[^1]: In June.\n")
    assert "In May." in [document.quote(note.body) for note in document.notes]
    assert not document.alignment.repairs


def test_notes_that_nothing_calls_wait_for_other_files() -> None:
    document = read("[^1]: In May.\n\n[^2]: In June.\n")
    assert [(one.kind, one.label, one.by_label) for one in document.crossings] == [
        ("note", "1", True),
        ("note", "2", True),
    ]
    assert findings({"notes.md": "[^1]: In May.\n\n[^2]: In June.\n"}) == []


def test_files_that_define_the_same_labels_are_no_common_notes() -> None:
    notes = "[^1]: In May.\n\n[^2]: In June.\n\n[^3]: In July.\n"
    assert findings({"a.md": "Rain[^1], hail[^2].\n", "b.md": notes, "c.md": notes}) == []


def test_an_index_of_numbered_paragraphs_has_no_notes() -> None:
    law = "".join(f'<p id="p{count}">{count}. No boats at night.</p>' for count in range(1, 20))
    index = "".join(f'<p>Boats <a href="law.html#p{count}">{count}</a></p>' for count in (3, 7, 9))
    assert findings({"index.html": index, "law.html": law}) == []


def test_ties_are_the_same_after_packing() -> None:
    document = read('<p>Rain<a id="r1" href="n.html#n1">[1]</a> <a href="b.html">more</a>', "a.html")
    facts = gather(document)
    ties = Ties.unpack(facts.ties)
    assert ties.crossings == document.crossings != []
    assert ties.names == ("r1",)
    assert [target for target, _ in ties.links] == ["b.html"]
    assert Ties.unpack(b"") == Ties()


def test_documents_without_ties_share_nothing() -> None:
    shared = join([gather(read("Rain fell.", "a.txt"))], lambda name: None)
    assert (shared.notes, shared.references, shared.astray) == ([], [], [])


def test_a_finding_stands_although_its_document_cannot_be_shown_again() -> None:
    documents = [read(page(["1", "2"], []), "a.md"), read(page([], ["1"]), "n.md")]
    facts = [check(document, RULES).facts for document in documents]
    (finding,) = check_edition([one for one in facts if one], RULES).findings
    assert (finding.rule, finding.location.path) == ("notes/orphan-reference", "a.md")


@pytest.mark.parametrize(("attribute", "label"), [(' n="{}"', "3"), ("", "n3")])
@pytest.mark.parametrize("uncalled", [False, True])
def test_a_pointer_that_mistakes_a_name_is_told_once(attribute: str, label: str, uncalled: bool) -> None:
    calls = "".join(f'The quay fell<ptr target="#{name}"/>. ' for name in ("n1", "n2", "n7", "n4"))
    notes = "".join(
        f'<note xml:id="n{n}"{attribute.format(n)}>As log {n} says.</note>' for n in range(1, 6 if uncalled else 5)
    )
    found = findings({"a.xml": f"<TEI><text><body><p>{calls}</p></body><back>{notes}</back></text></TEI>"})
    about = [one for one in found if "5" not in one.message]
    assert [one.location.quote for one in about] == ['<ptr target="#n7"/>']
    assert about[0].rule in ("notes/wrong-target", "notes/misnumbered-reference")
    assert f"{label} " in f"{about[0].message} "
    assert len(found) - len(about) == uncalled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Fog<ref name="a">In May.</ref> and ice<ref name="a">In June.</ref>.', ["a"]),
        ('Fog<ref name="a">In May.</ref> and ice<ref name="a">In  May.</ref>.', []),
        ('Fog<ref name="a">In May.</ref> and ice<ref name="b">In June.</ref>.', []),
        ('Fog<ref name="a">In May.</ref> and ice<ref name="a" group="n">In June.</ref>.', []),
        ('Fog<ref name="a">In May.</ref>.\n\n<references/>\n\nIce<ref name="a">In June.</ref>.', []),
    ],
)
def test_two_texts_under_one_name_in_wikitext(text: str, expected: list[str]) -> None:
    found = findings({"a.wiki": text + "\n\n<references/>\n"})
    assert [one.location.quote for one in found if one.rule == "notes/duplicate-note"] == expected
