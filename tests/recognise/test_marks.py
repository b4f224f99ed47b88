"""Brackets and quotation marks find their partners, and nothing else is taken for one."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.model import Document, Finding, Mark
from edcheck.model.pair import MarkKind
from edcheck.recognise.marks import curled
from edcheck.recognise.marks.pairing import may_close, may_open
from edcheck.rules.pairs import RULES
from edcheck.ruleset import RuleSet
from edcheck.text import Source

PAIRS = RuleSet(RULES)


def document(text: str, format: str = "plain") -> Document:
    return understand(Source.from_text(text, "page"), format=format)


MARK_KINDS: tuple[MarkKind, ...] = ("bracket", "quote")


def findings(text: str) -> list[Finding]:
    result = check(document(text), PAIRS)
    assert not result.problems
    return result.findings


def lonely(text: str) -> list[Mark]:
    return [mark for mark in document(text).marks if mark.partner is None and not mark.continued]


def shown(text: str) -> str:
    """Which marks pair: each opener with its partner's distance, lonely ones with `?`."""
    marks = document(text).marks
    parts = []
    for index, mark in enumerate(marks):
        if mark.partner is None:
            parts.append(f"{mark.character}?")
        elif mark.partner > index:
            parts.append(text[mark.offset : marks[mark.partner].offset + 1])
    return " ".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mill (by the [old] bridge) fell", "(by the [old] bridge) [old]"),
        ("[one\n\ntwo (three)\n\nfour]", "[one\n\ntwo (three)\n\nfour] (three)"),
        ("the ‘Swan’ and the rebels’ hands", "‘Swan’"),
        ("‘the rebels’ hands,’ said he", "‘the rebels’ hands,’"),
        ("‘’Twas the miller’s,’ said he", "‘’Twas the miller’s,’"),
        ("‘one ‘two’ three’", "‘one ‘two’ three’ ‘two’"),
        ('a "word" and 6" by 4" of wood', '"word"'),
        ('"one "two" three"', '"one "two" three" "two"'),
        ("« un » puis « deux »", "« un » « deux »"),
        ("« Un. »7 Puis. « Deux. »8", "« Un. » « Deux. »"),
        ("»eins« dann »zwei«", "»eins« »zwei«"),
        ("„eins“ und ‚zwei‘", "„eins“ ‚zwei‘"),
        ("„jeden” i „dwa”", "„jeden” „dwa”"),
        ("”ett” och ”två”", "”ett” ”två”"),
        ("'The mill is gone,' said he; 'twas burnt", "'The mill is gone,'"),
        ("(one [two) three]", "(one [two) [two) three]"),
    ],
)
def test_partners(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a) the mayor\nb) the clerk",
        "1) bread\n2) work (and pay)\n3) peace",
        "They want 1) bread, 2) work and 3) peace.",
        "iv) the fourth\n*) a note",
        "M‘Gregor rode to Hawai‘i",
        "The Workers’ and Peasants’ Men’s d’Arcy don’t",
        "goin’ to th’ mill o’ Arle an’ back",
        "Twelve ″ and 3′ and 5' 6\" tall",
        "so it is :-) and that ;-( too",
        "“One.\n\n“Two.\n\n“Three.”",
        "‘One.\n\n‘Two.\n\n‘Three.’",
        '"One.\n\n"Two.\n\n"Three."',
        "« Un.\n\n« Deux.\n\n« Trois. »",
        "“One\n“two\n“three.”",
        "Sow in March,   }\nreap in July.   }",
        "Sow in March, )\nreap in July. )",
        "the share [0, 1) of it",
        'a table   "   of   "   dittos',
        "The sign “[” was cut into the stone.",
        "See (p. 12, no. 3) and, (p. 4)",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("The mill (by the bridge fell.", "unclosed-bracket", 9),
        ("The mill by the bridge) fell.", "unopened-bracket", 22),
        ("(1) the mill by the bridge) fell", "unopened-bracket", 26),
        ("The mill (by the bridge] fell.", "mismatched-bracket", 23),
        ("[The mill (by the bridge] fell.]", "mismatched-bracket", 24),
        ("(The mill (by the bridge] fell.)", "mismatched-bracket", 24),
        ("[The (mill] by (the) old) bridge]", "unopened-bracket", 10),
        ("The (mill [by the) bridge] fell.", "mismatched-bracket", 25),
        ("“The mill fell.", "unclosed-quote", 0),
        ("The mill fell,” said “he”.", "unopened-quote", 14),
        ("The ’Swan‘ and the ‘Rose’", "miscurled-quote", 4),
        ('A “Swan" and a “Rose”', "miscurled-quote", 7),
    ],
)
def test_one_slip_is_one_finding(text: str, rule: str, place: int) -> None:
    found = [finding for finding in findings(text) if finding.rule != "pairs/mixed-quote-styles"]
    rules = {finding.rule for finding in found}
    assert rules == {f"pairs/{rule}"}
    assert found[0].location.spans[0].start == place


def test_a_letter_to_the_editor_says_where_the_passage_may_end() -> None:
    text = "[The mayor spoke.\n\nThe clerk spoke.\n\n\nMay 2, 1871\n\nThe council met."
    (finding,) = findings(text)
    assert finding.location.start == (1, 1)
    assert [related.start for related in finding.related] == [(3, 17)]
    assert "[The mayor spoke." in finding.message


def test_a_bracket_far_from_its_partner_needs_both_ends_of_paragraphs() -> None:
    middle = "\n\nA paragraph." * 5
    assert not lonely(f"[The first.{middle}\n\nThe last.]")
    assert len(lonely(f"He wrote [of the first.{middle}\n\nThe last] was lost.")) == 2


def test_a_habit_of_the_text_is_only_a_warning() -> None:
    text = "\n\n".join(f"mill{number}> word] of the {number}. manuscript) lost" for number in range(6))
    found = findings(text)
    assert found
    assert {finding.severity for finding in found} == {"warning"}


def test_lemmas_of_an_apparatus_are_only_a_warning() -> None:
    (finding,) = findings("The mill fell.\n\n12 mill] mylle the older copy")
    assert finding.severity == "warning"
    assert any("apparatus" in reason for reason in finding.evidence)


def test_markup_between_brackets_changes_nothing() -> None:
    page = document("<p>The <i>mill (</i>by the bridge<b>)</b> fell.</p><pre class='code'>f(x</pre>", "html")
    assert [mark.partner for mark in page.marks] == [1, 0]


WORDS = st.sampled_from(["mill", "bridge", "Arle", "the", "of", "1871", "fell,", "burnt."])


@st.composite
def bracketed(draw: st.DrawFn, depth: int = 0) -> list[str]:
    parts: list[str] = draw(st.lists(WORDS, min_size=1, max_size=3))
    for _ in range(draw(st.integers(0, 2 if depth < 3 else 0))):
        opener, closer = draw(st.sampled_from([("(", ")"), ("[", "]"), ("“", "”")]))
        inner = draw(bracketed(depth + 1))
        inner[0] = opener + inner[0]
        inner[-1] += closer
        parts += inner
        parts += draw(st.lists(WORDS, min_size=1, max_size=3))
    return parts


@given(bracketed())
def test_well_bracketed_text_has_no_lonely_mark(parts: list[str]) -> None:
    marks = document(" ".join(parts)).marks
    assert all(mark.partner is not None for mark in marks if mark.kind == "bracket")
    for index, mark in enumerate(marks):
        if mark.partner is not None:
            assert marks[mark.partner].partner == index
            assert marks[mark.partner].opens != mark.opens


@given(bracketed(), st.randoms(use_true_random=False))
def test_a_deleted_bracket_is_exactly_one_finding(parts: list[str], chance: random.Random) -> None:
    text = " ".join(part.replace("“", "").replace("”", "") for part in parts)
    places = [place for place, character in enumerate(text) if character in "()[]"]
    if places:
        gone = chance.choice(places)
        found = findings(text[:gone] + text[gone + 1 :])
        assert len(found) == 1
        assert found[0].rule in ("pairs/unclosed-bracket", "pairs/unopened-bracket")


@settings(max_examples=300)
@given(st.text(alphabet="()[]{}‘’“”„\"'«»‚ ab1.,\n-*", max_size=60))
@example("in ‚11")
def test_any_text_is_read_and_partners_agree(text: str) -> None:
    page = document(text)
    for index, mark in enumerate(page.marks):
        assert page.text[mark.offset] == mark.character
        if mark.partner is not None:
            assert page.marks[mark.partner].partner == index
    assert not check(page, PAIRS).problems


@settings(max_examples=300)
@given(st.text(alphabet="()[]{}‘’“”„\"'«»‚ ab1.,\n-*", max_size=60))
def test_suspects_are_those_among_all_marks(text: str) -> None:
    marks = document(text).marks
    for kind in MARK_KINDS:
        assert sorted(marks.characters(kind)) == sorted(mark.character for mark in marks if mark.kind == kind)
        for opens in (True, False):
            assert marks.lonely(kind, opens) == [
                mark
                for mark in marks
                if (mark.partner, mark.kind, mark.opens) == (None, kind, opens)
                and not (mark.continued or mark.miscurled)
            ]
    assert marks.irregular() == [mark for mark in marks if mark.mismatched or mark.crossed or mark.miscurled]


@pytest.mark.parametrize(("length", "pairs"), [(400, 1), (401, 0)])
def test_a_straight_single_quotation_is_short(length: int, pairs: int) -> None:
    text = f"'{'a' * length}.' Then 'twas 'so,' he said."
    assert len(document(text).marks) == 2 * pairs + 2


@pytest.mark.parametrize("shape", ["(", ")", "([", "(]", "“", "”", '"', "‘a", "a.’", "« ", "1) ", ":) "])
def test_time_grows_with_the_text_alone(shape: str) -> None:
    from time import process_time

    def seconds(count: int) -> float:
        start = process_time()
        document(shape * count)
        return process_time() - start

    seconds(1000)
    small, large = min(seconds(4000) for _ in range(3)), seconds(32000)
    assert large < 40 * small + 0.05


@given(st.text("”“'_*a ,("), st.text("”“'_*a ,(", min_size=1))
def test_a_quotation_mark_looks_through_the_marks_beside_it(before: str, after: str) -> None:
    """One that opens stands after a blank or a bracket, one that closes before a blank or a stop."""
    text, place = before + after, len(before)
    touched = next((character for character in reversed(before[-4:]) if character not in "”“'_*"), " ")
    assert may_open(text, place) == (touched in " (")
    touched = next((character for character in after[1:5] if character not in "”“'_*"), " ")
    assert may_close(text, place) == (touched in " ,")


@given(
    st.lists(st.sampled_from(["th", "TH", "o", "An", "wi", "i", "in", "ev", "x", "7", " ", "-", "_"]), max_size=8)
)
def test_a_word_may_be_clipped_only_where_its_end_says_so(parts: list[str]) -> None:
    text = "".join(parts) + "’"
    place = len(text) - 1
    clipped = text[:place][-1:].isalpha() and curled._CLIPPED.search(text, max(place - 12, 0), place)
    assert text[place - 1 : place] in "xs" or curled._may_be_apostrophe(text, place) == bool(clipped)
