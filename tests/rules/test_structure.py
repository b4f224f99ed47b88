"""The structure rules beyond their examples: which place is blamed, what is told once, what is offered."""

import pytest

from edcheck.engine import Result, check, understand
from edcheck.rules.structure import RULES
from edcheck.ruleset import RuleSet
from edcheck.text import Source

NOTES = '<p>Rain.<a href="#n1">[1]</a> Hail.<a href="#n2">[2]</a> Snow.<a href="#n3">[3]</a>'


def result(text: str, name: str = "page.htm") -> Result:
    return check(understand(Source.from_text(text, name)), RuleSet(RULES))


def told(text: str) -> list[tuple[str, str, str]]:
    found = result(text)
    assert not found.problems
    return [
        (one.rule.partition("/")[2], one.message_id, text[slice(*one.location.spans[0])]) for one in found.findings
    ]


def notes(*names: str) -> str:
    return NOTES + "".join(f'<p><a name="{name}">{count}.</a> In May.' for count, name in enumerate(names, 1))


def test_sound_notes_are_passed_over() -> None:
    assert told(notes("n1", "n2", "n3")) == []


def test_one_cause_is_told_once_with_the_link_that_waits() -> None:
    (finding,) = result(notes("n1", "n1", "n3")).findings
    assert (finding.rule, finding.message_id) == ("structure/duplicate-id", "renumber")
    assert [place.label for place in finding.related] == ["the first “n1”", "this link waits for “n2”"]
    assert finding.fixes[0].trust == "unsafe"


def test_the_first_of_two_can_be_the_wrong_one() -> None:
    text = notes("n1", "n3", "n3")
    (finding,) = result(text).findings
    assert finding.data["wanted"] == "n2"
    assert finding.location.spans[0].start == text.index("n3", len(NOTES))
    assert finding.related[0].label == "the second “n3”"


def test_a_last_number_is_supplied_where_a_link_asks_for_it() -> None:
    (finding,) = result(notes("n1", "n2", "n2")).findings
    assert finding.data["wanted"] == "n3"


def test_names_that_nothing_leads_to_are_only_warnings() -> None:
    (finding,) = result('<p id="fst">Rain.<p id="fst">Hail.').findings
    assert finding.severity == "warning"
    assert not finding.fixes


@pytest.mark.parametrize(
    ("link", "near"),
    [
        ('<a href="#N2">see</a>', "n2"),
        ('<a href="#n12">[2]</a>', "n2"),
        ('<a href="#m2">see</a>', "n2"),
        ('<a href="#n9">[9]</a>', None),
        ('<a href="#annex">see</a>', None),
    ],
)
def test_names_that_may_be_meant(link: str, near: str | None) -> None:
    (finding,) = result(f"<p>Rain {link} <a name=n1>1.</a> Hail <a name=n2>2.</a>").findings
    assert finding.rule == "structure/broken-link"
    assert finding.data["near"] == (near or "")
    assert [fix.edits[0].new for fix in finding.fixes] == ([f"#{near}"] if near else [])


def test_links_that_ask_for_one_name_are_one_finding() -> None:
    (finding,) = result('<p id="a">Rain <a href="#b">one</a> <a href="#b">two</a>').findings
    assert [place.label for place in finding.related] == ["this link asks for it too"]


def test_a_page_without_names_is_one_finding() -> None:
    text = "".join(f'<p><a href="#c{count}">Chapter {count}</a>' for count in range(30))
    (finding,) = result(text).findings
    assert (finding.message_id, finding.data["count"], len(finding.related)) == ("none", "30", 29)


@pytest.mark.parametrize(
    "target", ["", "#", "#top", "#TOP", "#!/route", "#:~:text=rain", "other.htm#n1", "#caf%C3%A9"]
)
def test_links_that_need_no_name(target: str) -> None:
    assert told(f'<p id="café">Rain <a href="{target}">see</a>') == []


def test_own_file_name_is_this_page() -> None:
    assert told('<p id="a"><a href="page.htm#b">Rain</a>') == [("broken-link", "broken", "page.htm#b")]


def test_a_stray_quotation_mark_explains_the_dead_link() -> None:
    (finding,) = result('<p>Rain<a name=b4">*</a><p><a href="#b4">*</a> Hail').findings
    assert finding.rule == "structure/malformed-attribute"
    assert [place.label for place in finding.related] == ["this link looks for “b4” in vain"]
    assert finding.fixes[0].edits[0].new == 'name="b4"'


def test_one_tag_is_one_finding() -> None:
    assert told('<p><img alt="He said "yes" loudly" src="a.gif">Rain') == [
        ("malformed-attribute", "stray-quote", 'yes"')
    ]


def test_hundreds_of_equal_names_take_no_longer_than_they_must() -> None:
    text = "".join(f'<p><a name="n1">{count}.</a> Rain.' for count in range(600))
    assert len(result(text).findings) == 599


def test_empty_headings_beside_headings_or_rules_are_spacing() -> None:
    assert told("<h2>May</h2><h3></h3><p>Rain") == []
    assert told("<p>Rain</p><h3></h3><hr><p>Hail") == []
    assert told("<p>Rain</p><h3></h3>") == []
    assert told("<p>Rain</p><h3></h3><p>Hail") == [("empty-heading", "empty", "<h3></h3>")]
