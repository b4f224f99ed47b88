"""The HTML reader: laws on tag soup, and what each kind of markup becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Markup
from edcheck.readers.html import read_html
from edcheck.testing import best_seconds
from edcheck.text import Extent, Source
from readers.laws import check_reader

FRAGMENTS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<P CLASS=fst>",
            '<p class="quote">',
            "<div>",
            "</div>",
            "<br>",
            "<br/>",
            "<hr>",
            "<i>",
            "</i>",
        ),
        *(
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<dl><dt>",
            "<dd>",
            "</dl>",
            "<blockquote>",
            "</blockquote>",
            "<h3>",
            "</h3>",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "</table>",
            "<th id=c>",
            "<pre>",
            "</pre>",
            "<xmp>",
            "</xmp>",
        ),
        *(
            '<a href="#n1" name="f1">',
            '<a name="n1">',
            "</a>",
            '<a id="x"/>',
            "<a href=#x>",
            '<a name=b4">',
            "<sup>",
        ),
        *(
            "</sup>",
            '<span id="s">',
            "<span>",
            "</span>",
            "<!-- c -->",
            "<!--",
            "-->",
            "<!DOCTYPE html>",
            "<script>",
        ),
        *(
            "if (a<b)",
            "</script>",
            "<style>",
            "</style>",
            "<title>T&amp;t",
            "</title>",
            "<textarea>",
            "</textarea>",
        ),
        *(
            '<a href="#n1>',
            "<p <b>",
            "<",
            ">",
            '"',
            "'",
            "=",
            "/",
            "<p",
            "</",
            "</>",
            "<!",
            "<?php ?>",
            "<![CDATA[x]]>",
        ),
        *(
            "&amp;",
            "&",
            "&nbsp",
            "&nbsp;",
            "&mdash;",
            "&emdash;",
            "&amp;mdash;",
            "&#8217;",
            "&#146;",
            "&#0;",
            "&#x1F600;",
        ),
        *(
            "&c.",
            "&NotEqualTilde;",
            "&#99999999999;",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "Word",
            "one two",
            "𝔘",
            "é",
            "\x00",
        ),
        *(
            "* * *",
            "1.",
            "[1]",
            "<img src=x>",
            "<h2></h2>",
            "<plaintext>",
            "<option>",
            "<select>",
            "<svg>",
            "<caption>",
        ),
    ]
)
SOUP = st.lists(FRAGMENTS, max_size=40).map("".join)


def read(text: str, name: str = "page.htm") -> Markup:
    return check_reader(read_html, Source.from_text(text, name))


def shown(markup: Markup) -> list[tuple[str, str, str]]:
    return [(block.kind, block.name, markup.view.text[slice(*block.extent)]) for block in markup.blocks]


@given(SOUP)
def test_laws_hold_on_tag_soup(text: str) -> None:
    read(text)


@given(st.text(alphabet="<>/&;#!-=\"' \nabp1", max_size=60))
def test_laws_hold_on_any_text(text: str) -> None:
    read(text)


def test_every_sort_of_block() -> None:
    markup = read(
        "<h2>Rain</h2><p class=fst>One<br>\ntwo</p><blockquote><p>Three</blockquote>"
        "<ul><li>Four<li><p>Five</ul><table><tr><td>Six<td><p>Seven</table><pre>Eight\n nine</pre>"
        "<hr><p>* * *<p class='quoteb'>Ten<div class=poem>Eleven</div><p class='chapter-title'>Twelve"
    )
    assert shown(markup) == [
        ("heading", "h2", "Rain"),
        ("paragraph", "p", "One\ntwo"),
        ("quote", "p", "Three"),
        ("item", "li", "Four"),
        ("item", "p", "Five"),
        ("cell", "td", "Six"),
        ("paragraph", "p", "Seven"),
        ("preformatted", "pre", "Eight\n nine"),
        ("ornament", "hr", ""),
        ("ornament", "p", "* * *"),
        ("quote", "p", "Ten"),
        ("verse", "div", "Eleven"),
        ("heading", "p", "Twelve"),
    ]
    assert [block.level for block in markup.blocks if block.kind == "heading"] == [2, 0]
    assert markup.blocks[1].css_class == "fst"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Rain<p>Hail", ["Rain", "Hail"]),
        ("<p>Rain</div>Hail</p>", ["Rain", "Hail"]),
        ("<P>Rain</P>\n<P>Hail", ["Rain", "Hail"]),
        ("<p>Rain<br><br>Hail<br> <br>Snow", ["Rain", "Hail", "Snow"]),
        ("<p>Rain<br>Hail", ["Rain\nHail"]),
        ("<p>Rain<br>\r\nHail", ["Rain\r\nHail"]),
        ("<p>&nbsp;</p><p>Rain&nbsp;</p>", ["Rain"]),
        ("<dl><dt>Rain<dd>Hail</dl>Snow", ["Rain", "Hail", "Snow"]),
        ("<td>Rain<td>Hail", ["Rain", "Hail"]),
        ("<table><tr><td>A<table><tr><td>B</table>C<td>D<tr><td>E</table>F", ["A", "B", "C", "D", "E", "F"]),
        ("<ul><li>A<ul><li>B</ul>C<li>D</ul>E", ["A", "B", "C", "D", "E"]),
        ("<h3>A<h4>B</h3>C", ["A", "B", "C"]),
        ("<p>A<i>b</i>c <b>d</b>", ["Abc d"]),
        ("<p>A<!-- b -->c<script>d</script>e<style>f</style>", ["Ace"]),
        ("<xmp><b>&amp;</xmp>", ["<b>&amp;"]),
        ("<p>a &lt;b&gt; &amp; c</p>", ["a <b> & c"]),
        ("<p>\u00a0\u00a0Rain", ["Rain"]),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [body for _, _, body in shown(read(text))] == blocks


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<ul><li>A</ul><p>B", ["item", "paragraph"]),
        ("<ul><li>A<div><p>B</div></ul>C", ["item", "item", "paragraph"]),
        ("<table><td>A<blockquote>B</blockquote>C</table>D", ["cell", "quote", "cell", "paragraph"]),
        ("<div><table><td>A</div>B</table>C", ["cell", "cell", "paragraph"]),
        ("<table><td><div>A</div></table>", ["cell"]),
        ("<blockquote><ul>A<li>B</ul></blockquote>C", ["quote", "item", "paragraph"]),
        ("<dl><dt>A<dd>B<dl><dd>C</dl>D</dl>", ["item"] * 4),
        ("<ul></li>A</ul></ul>B", ["paragraph", "paragraph"]),
        ("<select><option>A<option>B</select>", ["paragraph", "paragraph"]),
    ],
)
def test_kinds_in_broken_nesting(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in shown(read(text))] == kinds


def test_head_title_and_language() -> None:
    markup = read("<html lang=de><head><title>Regen\n&amp; Hagel</title><style>p{}</style></head><body><p>Regen")
    assert (markup.title, markup.language, markup.view.text) == ("Regen & Hagel", "de", "Regen")
    assert read("<html xml:lang='fr'><body lang=en>").language == "fr"
    assert read("<title>One</title><svg><title>Two</title></svg>").title == "One"


def test_links() -> None:
    markup = read(
        '<p>Rain<a href="#n1" name="f1"><sup>[1]</sup></a><sup class=r><A HREF=page.htm#n2>2</A></sup>'
        '<a href="other.htm#n3">3</a> <a href=" ?a=1&amp;b=2 ">4</a><a href=#n5>5',
        "letters/page.htm",
    )
    text = markup.view.text
    assert [(text[slice(*k.extent)], k.target, k.fragment, k.superscript) for k in markup.links] == [
        ("[1]", "#n1", "n1", False),
        ("2", "page.htm#n2", "n2", True),
        ("3", "other.htm#n3", None, False),
        ("4", "?a=1&b=2", None, False),
        ("5", "#n5", "n5", False),
    ]
    written = [markup.source.text[slice(*k.target_span)] for k in markup.links]
    assert written == ["#n1", "page.htm#n2", "other.htm#n3", " ?a=1&amp;b=2 ", "#n5"]
    assert [text[slice(*raised)] for raised in markup.superscripts] == ["[1]", "2"]


def test_an_unclosed_link_ends_with_its_block() -> None:
    markup = read('<p>a <a href="#b">b<p>c <a href="#d">d</a><p><a name=e>e</a> <sup>f<p>g')
    text = markup.view.text
    assert [text[slice(*link.extent)] for link in markup.links] == ["b", "d"]
    assert [text[slice(*anchor.extent)] for anchor in markup.anchors] == ["e"]
    assert [text[slice(*raised)] for raised in markup.superscripts] == ["f"]


def test_anchors() -> None:
    markup = read(
        '<h3 id="may">May</h3><p id=p1>Rain <a name="n1" id="n1">1.</a><a id="x" name="y"></a><a id="z"/>'
        '<span id="s">fell <span>on</span> Oldham</span>.<div id="d"><p>Hail</p></div>Snow<img id="&eacute;">'
    )
    text = markup.view.text
    assert [(a.name, a.attribute, a.element, text[slice(*a.extent)]) for a in markup.anchors] == [
        ("may", "id", "h3", "May"),
        ("p1", "id", "p", "Rain 1.fell on Oldham."),
        ("n1", "id", "a", "1."),
        ("x", "id", "a", ""),
        ("y", "name", "a", ""),
        ("z", "id", "a", ""),
        ("s", "id", "span", "fell on Oldham"),
        ("d", "id", "div", "Hail"),
        ("é", "id", "img", ""),
    ]
    assert markup.source.text[slice(*markup.anchors[0].tag)] == '<h3 id="may">'


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ('<a name=b4">4</a>', "stray-quote", 'name=b4"'),
        ('<a href="b"">4</a>', "stray-quote", '"'),
        ('<a href="#1>[1]</a><i class="q">', "missing-quote", 'href="#1'),
        ("<p class=a class=b>", "duplicate-attribute", "class=b"),
        ("<p><i <b>Rain", "unterminated-tag", "<i "),
        ("<p>Rain</p\n<p>", "unterminated-tag", "</p\n"),
        ("<br <p>", "unterminated-tag", "<br "),
        ("<p>Rain & hail", "bare-ampersand", "&"),
        ("<p>Rain&c.", "bare-ampersand", "&c"),
        ("<p>Rain &emdash; hail", "unknown-entity", "&emdash;"),
        ("<p>Rain&nbsp hail", "unterminated-entity", "&nbsp"),
        ("<p>Rain &amp;mdash; hail", "double-escaped", "&amp;mdash;"),
        ("<p>Rain<h3> </h3>Hail", "empty-heading", "<h3> </h3>"),
    ],
)
def test_flaws(text: str, kind: str, at: str) -> None:
    markup = read(text)
    assert [(flaw.kind, text[slice(*flaw.span)]) for flaw in markup.flaws] == [(kind, at)]


@pytest.mark.parametrize(
    "text",
    [
        "<h3><img src=a></h3>",
        "<h3>Rain</h3>",
        "<p>1 < 2 &lt; 3",
        "<p class=a>&amp; c &#8212;",
        "<A HREF=a NAME=b>",
    ],
)
def test_no_flaws(text: str) -> None:
    assert read(text).flaws == []


def test_swallowed_text_is_recovered() -> None:
    markup = read('<p>Rain<a href="#n1>[1]</a> fell.<a href="#n2">[2]</a>')
    assert markup.view.text == "Rain[1] fell.[2]"
    assert [link.target for link in markup.links] == ["#n1", "#n2"]


def test_positions_with_all_line_ends_and_astral_characters() -> None:
    text = "<p>\U0001d518 &amp;\r\n<i>rain</i>\r</p>\n<p>hail"
    markup = read(text)
    at = markup.view.text.index("rain")
    assert markup.view.spans(Extent(at, at + 4)) == ((text.index("rain"), text.index("rain") + 4),)
    ampersand = markup.view.text.index("&")
    assert markup.view.spans(Extent(ampersand, ampersand + 1)) == ((text.index("&amp;"), text.index("&amp;") + 5),)


def test_an_open_comment_is_a_notice() -> None:
    markup = read("<p>Rain<!-- hail")
    assert [(problem.level, problem.kind) for problem in markup.problems] == [("notice", "unclosed-comment")]
    assert markup.view.text == "Rain"


def test_encoding_notice_is_passed_on() -> None:
    markup = read_html(Source.from_bytes("a.htm", b"<p>caf\xe9"))
    assert [problem.kind for problem in markup.problems] == ["encoding-assumed"]
    assert markup.view.text == "café"


ATTACKS = [
    *(
        "<p>",
        "<div>",
        "</p>",
        "</div>",
        "<ul>",
        "<li>",
        "<ul><li>",
        "<table><td>",
        "<td>",
        "<tr>",
        "<a>",
        "<a name=x>",
    ),
    *(
        "<a id=x>",
        "<span id=x>",
        "<span id=x>r",
        "<sup>",
        "<sup>r",
        "<h3>",
        "<br>",
        "<hr>",
        "&nbsp",
        "&",
        "&amp;amp;",
    ),
    *(
        "<div id=x><p>r",
        "</td>",
        "<td></div>",
        "<dl><dd><p>",
        "<a href='#x>",
        "<i <p>",
        "<select><option>",
        "<p id=x>r",
    ),
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_reading_is_linear(attack: str) -> None:
    _hold_to_linear(attack * 1_500, attack * 6_000)


@pytest.mark.parametrize("inside", ["</td>", "<li>", "<td>", "</span>", "<p>r", "</div>", "<a>", "<tr>"])
def test_deep_nesting_is_linear(inside: str) -> None:
    def page(count: int) -> str:
        return "<table><td><div><ul><span id=x>" * count + inside * count

    _hold_to_linear(page(1_000), page(4_000))


def _hold_to_linear(small: str, large: str) -> None:
    few, many = Source.from_text(small), Source.from_text(large)
    enough = 12 * best_seconds(lambda: read_html(few)) + 0.05
    assert best_seconds(lambda: read_html(many), enough=enough) < enough
