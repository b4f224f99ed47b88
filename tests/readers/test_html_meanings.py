"""What HTML elements mean besides their looks: notes, calls, dates, passages, contents, code, lists, XHTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Markup
from edcheck.readers.html import read_html
from edcheck.testing import check_linear, check_reader
from edcheck.text import Extent, Source

MEANING = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<ol>",
            "<ol start=3 type=a>",
            "</ol>",
            "<li>",
            "<li id=n1>",
            "</li>",
            "<ul>",
            "</ul>",
            "<br>",
        ),
        *(
            '<section epub:type="endnotes">',
            "</section>",
            '<nav epub:type="toc">',
            "</nav>",
            "<div lang=la>",
            "</div>",
        ),
        *(
            '<a href="#n1" id="r1" epub:type="noteref">',
            '<a href="#r1" role="doc-backlink">',
            "</a>",
            "1",
            "[2]",
            "3.",
        ),
        *(
            '<aside role="doc-footnote" id="n2">',
            "</aside>",
            "<sup role=doc-noteref id=s>",
            "</sup>",
            "<sup>",
            "↩",
        ),
        *('<time datetime="1921-05-03">', "</time>", "<code>", "</code>", "<math>", "</math>", "<svg>", "</svg>"),
        *(
            "<ruby>",
            "<rt>",
            "</rt>",
            "<rp>",
            "</ruby>",
            "<del>",
            "</del>",
            "<ins>",
            "</ins>",
            "<i xml:lang=fr>",
            "</i>",
        ),
        *(
            "Rain ",
            "&shy;",
            "&amp;",
            "<![CDATA[a<b]]>",
            '<meta name="author" content="A &amp; B">',
            "<title>T</title>",
        ),
        *("<m:math>", "</m:math>", "<script/>", "<noscript>x</noscript>", " ", "\n"),
    ]
)
HEAD = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:m="http://www.w3.org/1998/Math/MathML">'
)


def read(text: str, name: str = "page.htm") -> Markup:
    return check_reader(read_html, Source.from_text(text, name))


def shown(markup: Markup, extent: Extent) -> str:
    return markup.view.text[slice(*extent)]


@given(st.lists(MEANING, max_size=40).map("".join), st.booleans())
def test_laws_hold_where_elements_speak(text: str, xml: bool) -> None:
    read(HEAD + text if xml else text)


def test_notes_and_calls_of_an_epub() -> None:
    markup = read(
        '<p>Rain<a href="#n1" id="r1" epub:type="noteref">1</a> and hail<a href="notes.xhtml#n2" '
        'role="doc-noteref">[2]</a>.</p><aside epub:type="footnote" id="n1"><p><a href="#r1">1.</a> In May.</p>'
        '</aside><section epub:type="endnotes"><ol start="2"><li id="n2"><p>In June. <a href="c1.xhtml#r2" '
        'epub:type="backlink">↩</a></p></li><li id="n3">In July.<ol><li id="x">First</li></ol></li></ol></section>'
    )
    assert [(call.label, call.target, call.names) for call in markup.calls] == [
        ("1", "n1", ("r1",)),
        ("2", "notes.xhtml#n2", ()),
    ]
    assert [shown(markup, call.place) for call in markup.calls if isinstance(call.place, Extent)] == ["1", "2"]
    notes = [(note.label, note.names, shown(markup, note.extent)) for note in markup.notes]
    assert notes == [("1", ("n1",), "In May."), ("2", ("n2",), "In June."), ("3", ("n3",), "In July.\nFirst")]


@pytest.mark.parametrize(
    ("text", "label", "body"),
    [
        ('<aside role="doc-footnote"><sup>3</sup> Hail.</aside>', "3", "Hail."),
        ('<aside role="doc-footnote">(3) Hail.</aside>', "3", "Hail."),
        ('<aside role="doc-footnote">* Hail.</aside>', "*", "Hail."),
        ('<aside role="doc-footnote">1588 was wet.</aside>', "", "1588 was wet."),
        ('<ol role="doc-endnotes"><li>1588.</li></ol>', "1", "1588."),
        ('<ol role="doc-endnotes"><li>1. Hail.</li></ol>', "1", "Hail."),
        ('<ul role="doc-endnotes"><li>Hail.</li></ul>', "", "Hail."),
        ('<ol role="doc-endnotes" type="i"><li value="4">Hail.</li></ol>', "iv", "Hail."),
    ],
)
def test_the_label_of_a_note(text: str, label: str, body: str) -> None:
    markup = read(text)
    assert [(note.label, shown(markup, note.extent)) for note in markup.notes] == [(label, body)]


def test_a_call_may_be_wrapped() -> None:
    markup = read('<p>Rain<sup id="r1" role="doc-noteref"><a href="#n1">1</a></sup> <a href="#n2">2</a>')
    assert [(call.label, call.names) for call in markup.calls] == [("1", ("r1",))]


def test_dates_passages_and_metadata() -> None:
    markup = read(
        '<html lang="en-GB"><title>The  Log</title><meta name="DC.Creator" content="M. Adler">'
        '<meta name="viewport" content="width=1"><p>On <time datetime="1921-05-03" '
        'itemprop="dateCreated">3\nMay</time>'
        ' <i lang="la">pluvia</i> <i lang="en">rain</i> <del>rose</del> <ins>fell</ins> <time>noon</time>'
    )
    (date,) = markup.dates
    assert (date.values["datetime"].value, date.text, date.role) == ("1921-05-03", "3\nMay", "written")
    assert markup.source.text[slice(*date.text_span)] == "3\nMay"
    said = [(passage.kind, passage.language, shown(markup, passage.extent)) for passage in markup.passages]
    assert said == [("foreign", "la", "pluvia"), ("deleted", "", "rose"), ("added", "", "fell")]
    assert [(datum.name, datum.text) for datum in markup.metadata] == [
        ("title", "The Log"),
        ("author", "M. Adler"),
    ]


def test_the_language_of_most_of_a_page_is_not_foreign() -> None:
    markup = read("<p><span lang=DE>Es regnete im Mai.</span> <i lang=fr>Pluie</i>")
    assert [passage.language for passage in markup.passages] == ["fr"]


def test_contents() -> None:
    markup = read(
        '<nav epub:type="toc"><h2>Contents</h2><ol><li><a href="c1.xhtml">One</a><ol><li>'
        '<a href="c1.xhtml#s">Sub</a>'
        '</li></ol></li><li><a href="c2.xhtml"> Two </a></li></ol></nav><ul><li><a href="c3.xhtml">Three</a></ul>'
    )
    entries = [(entry.text, entry.target, entry.level) for entry in markup.contents]
    assert entries == [("One", "c1.xhtml", 1), ("Sub", "c1.xhtml#s", 2), ("Two", "c2.xhtml", 1)]


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("<p>a <code>x &lt; <b>y</b></code> b", "a \ufffc b"),
        ("<p>a <code>x<p>y</code> b", "a x\ny b"),
        ("<p>a <code>x b", "a x b"),
        ("<pre><code>x\n y</code></pre>", "\ufffc"),
        ("<p>a <math><mi>x</mi><math>y</math></math> b", "a \ufffc b"),
        ("<p>a <svg><path/></svg> b", "a  b"),
        ("<p><ruby>A<rt>b</rt>C<rp>(</rp><rt>d<rp>)</rp></ruby>e", "ACe"),
        ("<ruby>a<rt>b<p>c<rt>d", "ab\ncd"),
        ("<p>a<ruby>b<rt>c<br>d<rt>e", "abe"),
        ("<p>a<noscript>b</noscript>c", "ac"),
        ("<p>co&shy;op&#173;erate<wbr>d", "cooperated"),
        ("<p>a<script/>b<p>c", "a"),
    ],
)
def test_what_is_no_prose(text: str, view: str) -> None:
    assert read(text).view.text == view


def test_links_in_code_lie_in_it() -> None:
    markup = read('<p>a <code>x <a href="#y" id="z">y</a></code> <a href="#b">b</a>')
    assert [shown(markup, link.extent) for link in markup.links] == ["\ufffc", "b"]
    assert markup.passages[0].kind == "code"


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("<p>a<script/>b<title/>c", "abc"),
        ("<p>a <![CDATA[b < c & d]]> e", "a b < c & d e"),
        ("<p>a <m:math><m:mi>x</m:mi></m:math>", "a \ufffc"),
        ("<p>a <o:p>x</o:p>", "a x"),
        ('<p>a<a id="x"/>b', "ab"),
    ],
)
def test_xhtml(text: str, view: str) -> None:
    assert read(HEAD + text).view.text == view
    assert read(HEAD.partition("?>")[2] + text, "a.xhtml").view.text == view


def test_the_numbers_of_items() -> None:
    markup = read(
        "<ol start=9><li>A<li value=20><p>B<p>C<ul><li>D</ul><li>E</ol><ol type=A><li>F</ol>"
        "<ol reversed><li>G</ol>"
        "<ol type=i><li>H<li></li></ol><p>I"
    )
    assert [(shown(markup, block.extent), block.ordinal) for block in markup.blocks] == [
        *(
            ("A", "9"),
            ("B", "20"),
            ("C", ""),
            ("D", ""),
            ("E", "21"),
            ("F", "A"),
            ("G", ""),
            ("H", "i"),
            ("I", ""),
        ),
    ]


def test_line_breaks_are_kept() -> None:
    markup = read("<p>1. Rain.<br>2. Hail.<br>\n3. Snow.</p>")
    assert [markup.view.text[one.at :].lstrip()[:2] for one in markup.breaks] == ["2.", "3."]
    assert {one.kind for one in markup.breaks} == {"line"}


def test_the_export_of_a_word_processor() -> None:
    markup = read(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml>"
        "<o:Author>A</o:Author>"
        "</xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=EN-US>"
        '<p class=MsoNormal>Rain<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span '
        "class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> fell.<o:p>&nbsp;</o:p></p>"
        "<div style='mso-element:footnote-list'><![if !supportFootnotes]><hr width=\"33%\"><![endif]>"
        '<div style=\'mso-element:footnote\' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]'
        "</a> In May.<o:p></o:p></p></div></div>"
    )
    assert [shown(markup, block.extent) for block in markup.blocks if block.kind != "ornament"] == [
        "Rain[1] fell.",
        "[1] In May.",
    ]
    assert not markup.flaws
    assert not markup.problems


@pytest.mark.parametrize(
    "part",
    [
        *(
            "<code>",
            "<code>x",
            "<ruby><rt>",
            "<time datetime=x>y",
            '<aside epub:type="footnote">x',
            "<i lang=la>x",
        ),
        *('<nav epub:type="toc"><ol><li><a href=x>', '<ol role="doc-endnotes"><li>x', "<sup role=doc-noteref>1"),
        *("<math><code>x</math>", '<a href="#x" epub:type="noteref">1', "<ol><li>", "x<br>", "<![CDATA["),
    ],
)
def test_speaking_elements_are_read_in_linear_time(part: str) -> None:
    check_linear(read_html, lambda count: part * count)


def test_a_note_may_bear_its_name_within() -> None:
    markup = read('<aside role="doc-footnote"><p><a id="n1"></a>1. Hail, as <a id="x">told</a>.</p></aside>')
    assert [note.names for note in markup.notes] == [("n1",)]


@pytest.mark.parametrize("css_class", ["title3", "head", "chapter-title", "subheading", "Heading1"])
def test_headings_by_class(css_class: str) -> None:
    markup = read(f'<p class="{css_class}">Rain</p><p class="header-{css_class}x">Hail</p>')
    assert [block.kind for block in markup.blocks] == ["heading", "paragraph"]
