"""The wikitext reader: laws on soup, `<ref>` in all its forms, templates, tables and links."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Markup
from edcheck.readers import format_of
from edcheck.readers.wikitext import read_wikitext
from edcheck.testing import check_linear, check_reader
from edcheck.text import Source
from readers.fragments import NO_PROSE, blocks, calls, notes, read_with, shown, soup

SOUP = soup(
    *("'''", "''", "[[", "]]", "{{", "}}", "|", "||", "!!", "<ref>", "</ref>", '<ref name="a"/>'),
    *("<ref name=b group=g follow=c>", "<references>", "</references>", "{{efn|", "{{sc|", "{{lang|de|"),
    *("{{reflist|refs=", "{{r|a}}", "{{header|title=", "{{unk|", "\n=", "==", "\n* ", "\n: ", "\n{|\n", "\n|-\n"),
    *("\n|}\n", "\n| ", "\n! ", "----", "<nowiki>", "</nowiki>", "<pre>", "</pre>", "<math>", "</math>", "<!--"),
    *("-->", "<poem>", "</poem>", "<div class=x>", "[http://a b]", "&amp;", "&", "__TOC__", "[[File:a|", "[[#s|"),
)
SPOKEN = st.lists(
    st.sampled_from(
        [
            *("Wet", " Wet ", "''Wet''", "[[Wet]]", "<ref>Wet</ref>", "{{efn|Wet}}", "{{sc|Wet}}", "\n", "\n\n"),
            *(
                "\n* Wet",
                "\n== Wet ==\n",
                "&amp;",
                "{{x}}",
                "[http://x Wet]",
                "<math>x</math>",
                "\n{|\n| Wet || Wet\n|}\n",
            ),
        ]
    ),
    max_size=30,
).map("".join)
PROSE = re.compile("Wet")


def read(text: str) -> Markup:
    return read_with(read_wikitext, text)


@given(SOUP)
def test_soup_keeps_the_laws(text: str) -> None:
    read(text)


@given(SPOKEN)
def test_no_word_is_lost(text: str) -> None:
    check_reader(read_wikitext, Source.from_text(text), is_markup=lambda hidden: not PROSE.search(hidden))


def test_known_suffixes() -> None:
    assert {format_of(Source.from_text("", f"a{suffix}")) for suffix in (".wiki", ".mediawiki", ".wikitext")} == {
        "wikitext"
    }


def test_notes_stand_behind_the_text() -> None:
    markup = read(
        'On July 2,<ref name="a" group="g">See \'\'May\'\'.</ref> 1871.<ref name="a" group="g"/> '
        "End.<ref>Two.</ref>"
    )
    assert blocks(markup)[0] == ("paragraph", "On July 2, 1871. End.")
    assert notes(markup) == [("a", "See May."), ("", "Two.")]
    assert [(note.inline, note.group, note.at) for note in markup.notes] == [(True, "g", 10), (True, "", 21)]
    assert calls(markup) == [("a", "a")]
    assert markup.calls[0].group == "g"


def test_lists_of_definitions() -> None:
    markup = read(
        "A<ref name=d/> b.\n<references>\n<ref name=d>Here.</ref>\n</references>\n{{reflist|refs=<ref "
        "name=w>W.</ref>}}\n"
    )
    assert notes(markup) == [("d", "Here."), ("w", "W.")]
    assert not any(note.inline or note.at is not None for note in markup.notes)
    assert calls(markup) == [("d", "d")]


def test_a_note_that_follows_another_calls_it() -> None:
    markup = read('A<ref name="x">One,</ref> b.<ref follow="x">and on.</ref>')
    assert calls(markup) == [("x", "x")]
    assert [text for _, text in notes(markup)] == ["One,", "and on."]


def test_templates_of_notes() -> None:
    markup = read("A{{efn|name=q|See<ref>inner</ref> it.}} b{{efn|name=q}} c{{r|z}} d{{refn|group=n|Other.}}.")
    assert blocks(markup)[0] == ("paragraph", "A b c d.")
    assert notes(markup) == [("q", "See it."), ("", "inner"), ("", "Other.")]
    assert [note.group for note in markup.notes] == ["efn", "", "n"]
    assert calls(markup) == [("q", "q"), ("z", "z")]


def test_an_open_ref_is_passed_over() -> None:
    markup = read("A<ref>open b.<ref>Closed.</ref> c</ref>.")
    assert markup.view.text == "Aopen b. c.\nClosed."
    assert notes(markup) == [("", "Closed.")]


def test_notes_inside_unknown_templates_are_read() -> None:
    markup = read("{{Infobox|x=A<ref name=k>In the box.</ref>}}\nRain.<ref name=k/>")
    assert notes(markup) == [("k", "In the box.")]
    assert blocks(markup)[0] == ("paragraph", "Rain.")
    assert calls(markup) == [("k", "k")]


def test_templates_that_hold_text_and_those_that_do_not() -> None:
    markup = read("The {{sc|Gazette}} of {{lang|de|Harrau}} {{circa|1871}}{{cn}} {{unclosed.")
    assert markup.view.text == f"The Gazette of Harrau {NO_PROSE} {{{{unclosed."


def test_blocks() -> None:
    markup = read(
        "== Rain ==\nIt fell\non.\n\n* one\n* two\nAfter.\n:in\n----\n{| class=x\n|+ Cap\n! A !! B\n"
        "|-\n| a=1 | c || d\n|}\n"
        "<poem>\nl\nm\n</poem>\n<blockquote>q</blockquote>\n|| x ! y\n"
    )
    assert blocks(markup) == [
        *(("heading", "Rain"), ("paragraph", "It fell\non."), ("item", "one"), ("item", "two")),
        *(("paragraph", "After."), ("paragraph", "in"), ("ornament", ""), ("cell", "Cap"), ("cell", "A")),
        *(
            ("cell", "B"),
            ("cell", "c"),
            ("cell", "d"),
            ("verse", "l\nm"),
            ("quote", "q"),
            ("paragraph", "|| x ! y"),
        ),
    ]
    assert markup.blocks[0].level == 2


def test_links() -> None:
    markup = read(
        "== The rain ==\n[[Harrow|the town]], [[#The rain|up]], [http://h.example the *h*], "
        "[http://i.example] [[open\n"
    )
    assert [(shown(markup, link.extent), link.target, link.fragment) for link in markup.links] == [
        ("the town", "Harrow", None),
        ("up", "#The rain", "The rain"),
        ("the *h*", "http://h.example", None),
        ("", "http://i.example", None),
    ]
    assert {"The rain", "The_rain"} == {anchor.name for anchor in markup.anchors}


@pytest.mark.parametrize(
    "text",
    [
        "Wet<ref>{{unk|</ref><ref>and</ref>}} again",
        "Wet<ref>{{|</ref><ref{{anchor|x}}}} again",
        "Wet {{unk|<ref>{{unk|<nowiki></ref></nowiki>}} {{anchor|x}}",
    ],
)
def test_notes_and_templates_may_cross(text: str) -> None:
    assert read(text).view.text.startswith("Wet")


def test_pictures_and_categories() -> None:
    markup = read("Rain.\n[[File:a.png|thumb|The ''flood''<ref>Cap.</ref>]]\n[[Category:Rain]]\n[[File:b.png]]")
    assert blocks(markup) == [("paragraph", "Rain."), ("paragraph", "The flood"), ("paragraph", "Cap.")]


def test_no_wikitext() -> None:
    markup = read(
        "<nowiki>''a''[[b</nowiki> <math>x|y</math> <!-- c <ref> --> <pre>d</pre><gallery>e</gallery> "
        "R&D &amp; f __TOC__"
    )
    assert markup.view.text.replace("\n", " ").split() == ["''a''[[b", NO_PROSE, NO_PROSE, "R&D", "&", "f"]
    assert not markup.notes
    assert not markup.flaws


def test_what_the_header_says() -> None:
    markup = read(
        "{{header|title=The Flood|author=[[Author:Jane Roe|Jane Roe]]|year=1871|section=x}}\n{{anchor|p1}}Rain."
    )
    assert [(datum.name, datum.text) for datum in markup.metadata] == [
        ("title", "The Flood"),
        ("author", "Jane Roe"),
        ("date", "1871"),
    ]
    assert markup.title == "The Flood"
    assert [anchor.name for anchor in markup.anchors] == ["p1"]


@pytest.mark.parametrize(
    "shape",
    [
        *(
            "[[",
            "]]",
            "{{",
            "{{a|",
            "[[a|",
            "<ref>",
            "{{efn|",
            "{{a|<ref>",
            "<nowiki>",
            "<!--",
            "''",
            "[http://a ",
        ),
        *("\n= a", "\n*", "\n{|", "!!", "{{sc|", "<poem>", "{{header|title=", "= "),
    ],
)
def test_hostile_shapes_take_linear_time(shape: str) -> None:
    check_linear(read_wikitext, lambda count: shape * count)
    begun = time.process_time()
    read_wikitext(Source.from_text(shape * (50_000 // len(shape))))
    assert time.process_time() - begun < 5
