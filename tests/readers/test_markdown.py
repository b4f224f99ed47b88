"""The Markdown reader: laws on soup, notes in all their forms, and what is no prose."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Markup
from edcheck.readers import format_of
from edcheck.readers.markdown import read_markdown
from edcheck.testing import check_linear, check_reader
from edcheck.text import Source, Span
from readers.fragments import NO_PROSE, blocks, calls, notes, read_with, shown, soup

SOUP = soup(
    *(
        "\\(",
        "\\)",
        "\\]",
        "x_1",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "[^1]",
        "[^1]:",
        "\n[^a]: ",
        "^[",
        "^",
        "{#x}",
        "{.y}",
    ),
    *("\\", "\\[", "&amp;", "&copy", "&#65;", "<b>", "</b>", "<a name=x>", "<a href='#x'>", "<div>", "</div>"),
    *("<!--", "-->", "<p id=q>", "![", "](u)", "](#n9)", '[x]: /u "t"', "# ", "## H {#h}\n", "> ", "- ", "1. "),
    *(
        "|a|b|\n|-|-|\n",
        "$",
        "$$",
        "{{",
        "}}",
        "{% raw %}",
        "{% endraw %}",
        '{{< f id="1.2" >}}',
        "\n:::",
        "---\n",
    ),
    *("+++\n", "title: x\n", "~", "<script>", "\n***\n", "[ ] ", "<http://a.b>", "<a@b.c>", "\n===\n", ": d\n"),
    *("% t\n", "^a^", "{: #z}", "\ud800"),
)
SPOKEN = st.lists(
    st.sampled_from(
        [
            *(
                "Wet",
                " Wet ",
                "*Wet*",
                "**Wet**",
                "[Wet](#u)",
                "[^1]",
                "^[Wet]",
                "\n",
                "\n\n",
                "\n- Wet",
                "\n> Wet",
            ),
            *("\n# Wet", "\\[Wet\\]", "&amp;", "\n\n[^1]: Wet", "`x`", "$x$", "\n| Wet | Wet |\n|--|--|\n"),
        ]
    ),
    max_size=30,
).map("".join)
PROSE = re.compile("Wet")


def read(text: str) -> Markup:
    return read_with(read_markdown, text)


@given(SOUP)
def test_soup_keeps_the_laws(text: str) -> None:
    read(text)


@given(st.text(max_size=200))
def test_any_text_keeps_the_laws(text: str) -> None:
    read(text)


@given(SPOKEN)
def test_no_word_is_lost(text: str) -> None:
    source = Source.from_text(text)
    check_reader(read_markdown, source, is_markup=lambda hidden: not PROSE.search(hidden))


def test_known_suffixes() -> None:
    assert {
        format_of(Source.from_text("", f"a{suffix}")) for suffix in (".md", ".markdown", ".mdown", ".qmd")
    } == {"markdown"}


def test_the_view_holds_what_is_read() -> None:
    markup = read(
        "# The *Flood*\n\nRain **fell** on\nHarrow\\* &amp; `x`.  \nThen ~~snow~~ sun.\n\n---\n\n> A "
        "voice\n> said.\n"
    )
    assert blocks(markup) == [
        ("heading", "The Flood"),
        ("paragraph", f"Rain fell on\nHarrow* & {NO_PROSE}.\nThen snow sun."),
        ("ornament", ""),
        ("quote", "A voice\nsaid."),
    ]
    assert markup.blocks[0].level == 1


def test_lists_and_tables() -> None:
    markup = read(
        "- one\n- two\n\n  more\n1. first\n\n| a | b \\| c |\n|---|---|\n| d | `e` |\n\nTerm\n: Meaning\n"
    )
    assert blocks(markup) == [
        *(("item", "one"), ("item", "two"), ("item", "more"), ("item", "first")),
        *(("cell", "a"), ("cell", "b | c"), ("cell", "d"), ("ornament", NO_PROSE)),
        *(("item", "Term"), ("item", "Meaning")),
    ]


def test_escapes_and_references_are_indivisible() -> None:
    markup = read("a \\[b\\] &mdash; c")
    assert markup.view.text == "a [b] — c"
    start = markup.view.text.index("[")
    assert [
        shown(markup, span) for span in markup.view.spans(type(markup.blocks[0].extent)(start, start + 1))
    ] == ["\\["]


# -- notes


def test_calls_and_notes() -> None:
    markup = read(
        "On July 2[^1], 1871, rain.[^long-one]\n\n[^1]: A note\n    goes on.\n\n    And on.\n\n"
        "[^long-one]: *Two*.\n"
    )
    assert blocks(markup)[0] == ("paragraph", "On July 2, 1871, rain.")
    assert calls(markup) == [("1", "1"), ("long-one", "long-one")]
    assert notes(markup) == [("1", "A note\ngoes on.\nAnd on."), ("long-one", "Two.")]
    assert [shown(markup, note.tag) for note in markup.notes] == ["[^1]:", "[^long-one]:"]
    assert [note.names for note in markup.notes] == [("1",), ("long-one",)]
    assert markup.calls[0].extent == (9, 9)


def test_undefined_unused_and_doubled_ones_are_kept() -> None:
    markup = read("Rain[^1] and[^lost] hail[^b c].\n\n[^1]: One.\n[^1]: Again.\n[^idle]: Idle.\n")
    assert calls(markup) == [("1", "1"), ("lost", "lost")]
    assert notes(markup) == [("1", "One."), ("1", "Again."), ("idle", "Idle.")]


def test_a_call_before_a_colon_is_a_call() -> None:
    markup = read("See this illustration[^7]: it rains.\n\n[^7]: A drawing.\n")
    assert calls(markup) == [("7", "7")]
    assert blocks(markup)[0] == ("paragraph", "See this illustration: it rains.")


def test_definitions_within_lists_quotes_and_html() -> None:
    markup = read("Rain[^1][^2][^3]\n\n> [^1]: One.\n\n- x\n\n  [^2]: Two.\n\n<div>\n[^3]: Three.\n</div>\n")
    assert notes(markup) == [("1", "One."), ("2", "Two."), ("3", "Three.")]


@pytest.mark.parametrize("written", ["[^1}", "[^1", "[1^]", "\\[^1]", "[^]"])
def test_malformed_markers_stay_text(written: str) -> None:
    markup = read(f"Rain{written} fell.\n\n[^1]: A note.\n")
    assert not markup.calls
    assert markup.view.text.startswith(f"Rain{written.lstrip(chr(92))} fell.")


def test_inline_notes_stand_behind_the_text() -> None:
    markup = read("On July 2^[As *told* in [May](#m), [sic].], 1871^[So^[nested] it was.].\n\nIt cleared.\n")
    assert blocks(markup) == [
        ("paragraph", "On July 2, 1871."),
        ("paragraph", "It cleared."),
        ("paragraph", "As told in May, [sic]."),
        ("paragraph", "So it was."),
        ("paragraph", "nested"),
    ]
    assert all(note.inline and shown(markup, note.place) == "^[" for note in markup.notes)
    assert [note.at for note in markup.notes][:2] == [9, 15]


def test_an_inline_note_that_is_never_closed_stays_text() -> None:
    markup = read("Rain^[fell\n\nthen] stopped.\n")
    assert markup.view.text == "Rain^[fell\nthen] stopped."
    assert not markup.notes


def test_calls_in_code_are_none() -> None:
    markup = read("Write `[^1]` so:\n\n```\nword[^2]\n\n[^2]: note\n```\n\n    [^3]: note\n")
    assert not markup.calls
    assert not markup.notes
    assert blocks(markup)[1:] == [("preformatted", NO_PROSE), ("preformatted", NO_PROSE)]


def test_calls_in_captions_and_templates_are_calls() -> None:
    markup = read('![A map[^1]](m.png)\n\n{% include figure.html caption="Rain [^2]" %}\n\n[^1]: a\n[^2]: b\n')
    assert calls(markup) == [("1", "1"), ("2", "2")]


def test_a_blank_before_a_call_is_dropped() -> None:
    assert read("Rain [^1] fell [^2].\n\n[^1]: a\n[^2]: b\n").view.text.startswith("Rain fell.")


# -- links and names


def test_links_by_pandoc() -> None:
    markup = read("Rain[\\[9\\]](#n9){#f9} fell.\n\n[\\[9\\]](#f9){#n9} A note.\n")
    assert [(shown(markup, link.extent), link.fragment) for link in markup.links] == [("[9]", "n9"), ("[9]", "f9")]
    assert [(anchor.name, shown(markup, anchor.extent)) for anchor in markup.anchors] == [
        ("f9", "[9]"),
        ("n9", "[9]"),
    ]
    assert [shown(markup, link.target_span) for link in markup.links] == ["#n9", "#f9"]


def test_links_by_reference_and_address() -> None:
    markup = read(
        "[Rain][r], [r], <https://a.example>, <b@a.example>, [x](<a b> 't')\n\n[r]: https://r.example 'R'\n"
    )
    assert [(link.target, shown(markup, link.target_span)) for link in markup.links] == [
        ("https://r.example", "https://r.example"),
        ("https://r.example", "https://r.example"),
        ("https://a.example", "https://a.example"),
        ("mailto:b@a.example", ""),
        ("a b", "a b"),
    ]


def test_headings_are_goals_of_links() -> None:
    markup = read(
        "## The 2 Floods of `Été`!\n\n## The 2 Floods of `Été`!\n\n## Given {#g .c}\n\n"
        "[up](#the-2-floods-of-été)\n"
    )
    names = {anchor.name for anchor in markup.anchors}
    assert {"the-2-floods-of-été", "the-2-floods-of-été-1", "g"} <= names
    assert len(names) == len(markup.anchors)
    asked_for_elsewhere = read("## Rain\n\nNo link.\n")
    assert [anchor.name for anchor in asked_for_elsewhere.anchors] == ["rain"]


def test_templates_give_names() -> None:
    markup = read('{{< q-figure id="8.4a, 8.4b" >}}\n\n([fig. 8.4](#fig-8-4a)) ({{< cite "A" >}})\n')
    assert "fig-8-4b" in {anchor.name for anchor in markup.anchors}
    assert markup.view.text == f"(fig. 8.4) ({NO_PROSE})"


def test_spans_and_attributes_are_no_prose() -> None:
    markup = read("[Harrow]{.smallcaps} and [[1]{#p1}\n\nPara\n{: .lead #lead}\n\nThe 2^nd^ day.\n")
    assert markup.view.text == "Harrow and [1\nPara\nThe 2nd day."
    assert [anchor.name for anchor in markup.anchors] == ["p1", "lead"]
    assert [shown(markup, raised) for raised in markup.superscripts] == ["nd"]


# -- what is no prose


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("It is $a_1 * b_2$ so.", f"It is {NO_PROSE} so."),
        ("Sum\n$$\na * b\n$$\nend", f"Sum\n{NO_PROSE}\nend"),
        ("It cost $5,000-$10,000 or US$3 and $4.", "It cost $5,000-$10,000 or US$3 and $4."),
        (r"It is \(a_{(}\) so.", f"It is {NO_PROSE} so."),
        ("Sum\n\\[\n a ( b = \\sqrt{c \\\\[2pt]\n\\]\nend", f"Sum\n{NO_PROSE}\nend"),
        (r"By \(a=b\), x \[f^2\].", f"By {NO_PROSE}, x {NO_PROSE}."),
        (r"He \[_sic_\] \(M^r^ Hale\) \[9\] \(see file_name\)", "He [sic] (Mr Hale) [9] (see file_name)"),
        (r"The pound \[lb = pound\], x \(a_1", "The pound [lb = pound], x (a_1"),
        (r"`\(a_1\)` and \\(a_1\\)", f"{NO_PROSE} and \\(a_1\\)"),
        ("It is \\(a_1\n\nb\\) so.", "It is (a_1\nb) so."),
        ("It cost $5 or US$, they say.", "It cost $5 or US$, they say."),
        ("`$a` and `$b` cost", f"{NO_PROSE} and {NO_PROSE} cost"),
        ("::: {.verse}\nRain\n:::\n", "Rain"),
        ("{% raw %}\n*x*\n{% endraw %}\n\nRain {{ site.x }}.", f"Rain {NO_PROSE}."),
        ("Rain <!-- no --> fell.", "Rain  fell."),
        ("{% unclosed and {{ odd\n", "{% unclosed and {{ odd"),
        ("<script>x = [^1]</script>\n\nRain", "Rain"),
    ],
)
def test_no_prose(text: str, view: str) -> None:
    assert read(text).view.text.strip() == view


def test_html_within() -> None:
    markup = read(
        'A <a name="p2"></a>b<sup>2</sup><br>c <a href="#p2">up</a>.\n\n<table><tr><td '
        'id="x">d</td><td>e</td></tr></table>\n'
        "\n<blockquote>\n<p>f &amp; g</p>\n</blockquote>\n"
    )
    assert blocks(markup) == [("paragraph", "A b2\nc up."), ("cell", "d"), ("cell", "e"), ("quote", "f & g")]
    assert [anchor.name for anchor in markup.anchors] == ["p2", "x"]
    assert [link.fragment for link in markup.links] == ["p2"]
    assert [shown(markup, raised) for raised in markup.superscripts] == ["2"]


def test_faults_of_html_and_references_are_recorded() -> None:
    markup = read('Rain &copy 1871 &bogus; &c. <a href="x>y</a>\n\n<div class="a>\n\n<!-- open\n')
    assert {flaw.kind for flaw in markup.flaws} >= {"unterminated-entity", "unknown-entity"}
    assert "bare-ampersand" not in {flaw.kind for flaw in markup.flaws}
    assert [problem.kind for problem in markup.problems] == ["unclosed-comment"]


# -- front matter


def test_front_matter() -> None:
    markup = read(
        '---\ntitle: "Rain: a chronicle" # draft\nauthors:\n  - Jane Roe\n  - name: John Doe\ndate: '
        "1871-05-02\nlang: en\n"
        "topics: [a, b]\neditors: [Ann, 'Bo B']\nabstract: |\n  title-like: no\n---\nIt rained.\n"
    )
    assert markup.view.text == "It rained."
    assert (markup.title, markup.language) == ("Rain: a chronicle", "en")
    assert [(datum.name, datum.text) for datum in markup.metadata] == [
        ("title", "Rain: a chronicle"),
        *(("author", "Jane Roe"), ("author", "John Doe"), ("date", "1871-05-02"), ("language", "en")),
        *(("editor", "Ann"), ("editor", "Bo B")),
    ]


def test_other_front_matter() -> None:
    assert read('+++\ntitle = "Rain"\n+++\nIt rained.').title == "Rain"
    pandoc = read("% Rain\n% Jane Roe\n% May 1871\n\nIt rained.")
    assert [datum.name for datum in pandoc.metadata] == ["title", "author", "date"]
    assert read("---\n\nIt rained.\n\n---\n").view.text == "It rained."


# -- time


def test_an_address_between_angle_brackets_has_no_escapes() -> None:
    markup = read("<https://weir.example/a\\*b> and \\*c")
    assert markup.view.text == "https://weir.example/a\\*b and *c"


def test_a_number_too_long_for_a_character_stands_as_it_is() -> None:
    markup = read("A &#87654321; and &#x1234567; and &#65;.")
    assert markup.view.text == "A &#87654321; and &#x1234567; and A."
    assert not markup.flaws


def test_a_target_ends_at_blanks_that_are_ascii() -> None:
    (link,) = read("[weir](/a\u00a0b)").links
    assert (link.target, link.target_span) == ("/a\u00a0b", Span(7, 11))


@pytest.mark.parametrize(
    "shape",
    [
        *(
            "[",
            "]",
            "[a](",
            "![",
            "*a _",
            "**a ",
            "`a ``b ",
            "> ",
            "- ",
            "<!--",
            "&a",
            "[^1",
            "[^1]: ",
            "^[",
            "^[x] ",
        ),
        *(
            "{#",
            "[x]{.",
            "$a",
            "$$a",
            "\\(a_1",
            "\\(\\[",
            "\\[x\\)\n",
            "{{",
            "{%",
            "{% raw %}",
            "```\n",
            ":::\n",
            "a|b\n-|-\n",
            '<a href="',
            "\\",
            "[a]\n",
            "# a\n",
            "a\n-\n",
        ),
    ],
)
def test_hostile_shapes_take_linear_time(shape: str) -> None:
    check_linear(read_markdown, lambda count: shape * count)
    begun = time.process_time()
    read_markdown(Source.from_text(shape * (50_000 // len(shape))))
    assert time.process_time() - begun < 5
