"""Whether a text is XML: the verdict, its place, and what it does not do."""

import sys
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Flaw
from edcheck.readers.html import read_html
from edcheck.readers.tei import read_tei
from edcheck.text import Source


def flaws(text: str) -> list[Flaw]:
    markup = read_tei(Source.from_text(text, "a.xml"))
    return [flaw for flaw in markup.flaws if flaw.kind == "not-well-formed"]


def places(text: str) -> list[tuple[str, str]]:
    return [(flaw.data["problem"], text[slice(*flaw.span)]) for flaw in flaws(text)]


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("<p>Rain <hi>fell</p>", "unclosed", "<hi>"),
        ("<p><a><b>x</a></b></p>", "crossed", "</a>"),
        ("<p>x</a></p>", "stray", "</a>"),
        ("<p>x</p></p>", "stray", "</p>"),
        ("<p><hi>x</hj></p>", "misnamed", "</hj>"),
        ("<p><hi>x</hi>", "ends-early", "</hi>"),
        ("<p>x y", "ends-early", "y"),
        ("<p>x <![CDATA[y</p>", "unclosed-markup", "<![C"),
        ("<p>x <!-- y</p>", "unclosed-markup", "<!--"),
        ("<p>x <?y z</p>", "unclosed-markup", "<?y "),
        ("<p>x <hi </p>", "unfinished-tag", "<hi "),
        ("<p a='1' b>x</p>", "malformed-tag", "<p a='1' b>"),
        ("<p a='1'b='2'>x</p>", "malformed-tag", "<p a='1'b='2'>"),
        ("<p a='1' a='2'>x</p>", "duplicate-attribute", "a"),
        ("<p a='b & c'>x</p>", "bare-ampersand", "&"),
        ("<p>b & c</p>", "bare-ampersand", "&"),
        ("<p>b &amp c</p>", "unterminated-reference", "&amp"),
        ("<p>b &rain; c</p>", "undeclared-entity", "&rain;"),
        ("<p>b <t:w>c</t:w></p>", "unbound-prefix", "t"),
        ("<p xml:lang='en' n='a:b' t:n='1'>c</p>", "unbound-prefix", "t"),
        ("<p xmlns:t='urn:t'><q t:n='1' s:n='1'>c</q></p>", "unbound-prefix", "s"),
        ("<!DOCTYPE p [<!ENTITY d '<t:q/>'>]><p>&d;</p>", "other", "&d;"),
        ("<p xmlns:s='urn:t' xmlns:t='urn:t'><q s:n='1' t:n='2'/></p>", "other", "<"),
        ("<p>b &#0; c</p>", "impossible-number", "&#0;"),
        ("<p>1 < 2</p>", "bare-less-than", "<"),
        ("<p>x ]]> y</p>", "section-end", "]]>"),
        ("<p><!-- x -- y --></p>", "double-hyphen", "--"),
        ("<p>x\x03y</p>", "character", "\x03"),
        ("<p/>rain", "after-the-end", "rain"),
        ("\n<?xml version='1.0'?><p/>", "late-declaration", "<?xml"),
        ("rain", "outside", "rain"),
        ("<!-- x -->", "no-element", "<"),
        ("<?xml versoin='1.0'?><p/>", "malformed-declaration", "versoin"),
        ("<!DOCTYPE p [<!ENTITY a '<b>'>]><p>&a;</p>", "other", "&a;"),
    ],
)
def test_one_flaw_with_its_cause(text: str, problem: str, place: str) -> None:
    assert [(found, shown) for found, shown in places(text)] == [(problem, place)]


@pytest.mark.parametrize("name", ["\U00010330", "\u01fa", "a\u0362", "a\u203f", "\u3007\u2070", "\ua000"])
def test_names_have_the_letters_of_the_fifth_edition(name: str) -> None:
    assert not flaws(f"<p>é<{name} {name}='{name}'>Rain</{name}> fell.</p>")


def test_names_do_not_become_one_in_other_letters() -> None:
    assert places("<p><\U00010330>Rain</\U00010331></p>") == [("misnamed", "</\U00010331>")]
    assert not flaws("<p \U00010330='1' \U00010331='2'>\u4e00\u4e01</p>")
    assert places("<p>é<\u0362/></p>") == [("malformed-tag", "<\u0362/>")]


def test_a_prefix_may_be_declared_in_another_file() -> None:
    assert not flaws("<!DOCTYPE p PUBLIC '-//W//P' 'p.dtd'><p>Rain <t:w \U00010330=''>fell</t:w></p>")
    assert flaws("<!DOCTYPE p [<!ELEMENT p ANY>]><p>Rain <t:w>fell</t:w></p>")


def test_places_are_code_points_behind_characters_of_any_size() -> None:
    assert places("<p>é—𝄞 & x</p>") == [("bare-ampersand", "&")]


def test_the_start_tag_is_shown_beside_the_end_tag() -> None:
    text = "<div><p>Rain</div>"
    (flaw,) = flaws(text)
    assert text[slice(*flaw.span)] == "<p>"
    assert [text[slice(*place)] for place in flaw.related] == ["</div>"]


def test_a_broken_file_is_read_all_the_same() -> None:
    markup = read_tei(Source.from_text("<TEI><text><p>Rain <hi>fell.</p><p>Hail</text>", "a.xml"))
    assert [markup.view.text[slice(*block.extent)] for block in markup.blocks] == ["Rain fell.", "Hail"]


def test_an_unclosed_deletion_ends_with_its_paragraph() -> None:
    markup = read_tei(Source.from_text("<TEI><text><p>Rain <del>fell.</p><p>Hail</p></text></TEI>", "a.xml"))
    assert [markup.view.text[slice(*block.extent)] for block in markup.blocks] == ["Rain", "Hail"]


def test_other_flaws_at_the_place_are_taken_out() -> None:
    markup = read_tei(Source.from_text("<p>b & c & d</p>", "a.xml"))
    assert [flaw.kind for flaw in markup.flaws] == ["not-well-formed", "bare-ampersand"]


def test_pages_that_say_they_are_xml_must_be() -> None:
    page = "<html><body><p>Rain<br>fell</p></body></html>"
    assert not read_html(Source.from_text(page, "a.html")).flaws
    for name, text in (("a.xhtml", page), ("a.html", f"<?xml version='1.0'?>{page}")):
        kinds = [flaw.data["problem"] for flaw in read_html(Source.from_text(text, name)).flaws]
        assert kinds == ["unclosed"]


def test_nothing_is_opened() -> None:
    opened: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and (event == "open" or event.startswith("socket")):
            opened.append(str(arguments[0]))

    read_tei(Source.from_text("<p/>", "a.xml"))
    sys.addaudithook(hook)
    read_tei(
        Source.from_text(
            "<!DOCTYPE p SYSTEM 'file:///etc/hostname' [<!ENTITY a SYSTEM '/etc/hostname'>"
            "<!ENTITY % b SYSTEM 'b.dtd'>%b;]><p>&a;</p>",
            "a.xml",
        )
    )
    watching = False
    assert not opened


def test_a_huge_document_type_is_not_given_to_the_parser() -> None:
    attributes = "".join(f"<!ATTLIST p a{number} CDATA #IMPLIED>" for number in range(9000))
    markup = read_tei(Source.from_text(f"<!DOCTYPE p [{attributes}]><p>Rain</p>", "a.xml"))
    assert [problem.kind for problem in markup.problems] == ["document-type-too-long"]
    assert markup.view.text == "Rain"


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<hi a='1'>", "</hi>", "x", "&amp;", "&", "<lb/>", "]]>"]), max_size=12
    )
)
def test_the_verdict_is_that_of_a_strict_parser(parts: list[str]) -> None:
    text = "<TEI>" + "".join(parts) + "</TEI>"
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError:
        assert len(flaws(text)) == 1
    else:
        assert not flaws(text)
