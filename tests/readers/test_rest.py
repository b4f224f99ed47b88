"""The reStructuredText reader: laws on soup, notes, titles, directives and inline markup."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Markup
from edcheck.readers import format_of
from edcheck.readers.rest import read_rest
from edcheck.testing import check_linear, check_reader
from edcheck.text import Source
from readers.fragments import NO_PROSE, blocks, calls, notes, read_with, shown, soup

SOUP = soup(
    *("*", "**", "`", "``", "`_", "_`", "[1]_", "[#]_", "[#a]_", "[*]_", "|", ":sup:`", "\\", "\\ ", "\n.. [1] "),
    *(
        "\n.. [#] n\n",
        "\n.. _t: ",
        "\n.. _u: http://x\n",
        "\n.. note:: ",
        "\n.. code::\n",
        "\n.. c\n",
        "::",
        "\n- ",
    ),
    *("\n.. figure:: x\n   :alt: y\n", "\n1. ", "\n| ", "\n====\n", "\n----\n", "\n+--+--+\n", "\n=== ===\n"),
    *("\n:Author: X\n", "\n>>> x\n", "\n   ", "`a <b>`_", "<", ">", "__ x\n", "\n====\nT\n====\n", "\x85"),
)
SPOKEN = st.lists(
    st.sampled_from(
        [
            *(
                "Wet",
                " Wet ",
                "*Wet*",
                "**Wet**",
                "`Wet`_",
                "[1]_",
                "``x``",
                "\n",
                "\n\n",
                "\n\n- Wet",
                "\n\n   Wet",
            ),
            *("\n\nWet\n===\n\n", "\n\n.. [1] Wet", "\n\n.. note:: Wet", "\\*", "\n\n| Wet", ":sup:`Wet`"),
        ]
    ),
    max_size=30,
).map("".join)
PROSE = re.compile("Wet")


def read(text: str) -> Markup:
    return read_with(read_rest, text)


@given(SOUP)
def test_soup_keeps_the_laws(text: str) -> None:
    read(text)


@given(SPOKEN)
def test_no_word_is_lost(text: str) -> None:
    check_reader(read_rest, Source.from_text(text), is_markup=lambda hidden: not PROSE.search(hidden))


def test_known_suffixes() -> None:
    assert {format_of(Source.from_text("", f"a{suffix}")) for suffix in (".rst", ".rest")} == {"rest"}


def test_calls_and_notes() -> None:
    markup = read(
        "On July 2 [1]_, 1871, it\\ [#]_ rained [#r]_ and [#]_ hailed [*]_ (see [Roe71]_).\n\n"
        ".. [1] First\n   goes on.\n\n   And on.\n.. [#] Auto.\n.. [#r] Named.\n.. [#] Auto two.\n.. "
        "[*] Star.\n\n.. [Roe71] A book.\n"
    )
    assert blocks(markup)[0] == ("paragraph", "On July 2, 1871, it rained and hailed (see).")
    assert notes(markup) == [
        *(("1", "First\n   goes on.\nAnd on."), ("#", "Auto."), ("#r", "Named."), ("#", "Auto two.")),
        *(("*", "Star."), ("Roe71", "A book.")),
    ]
    named = {name for note in markup.notes for name in note.names}
    assert [call.target for call in markup.calls] == ["1", "auto-1", "r", "auto-2", "symbol-1", "roe71"]
    assert {call.target for call in markup.calls} == named
    assert calls(markup)[0] == ("1", "1")


def test_titles_have_ranks_by_their_lines() -> None:
    markup = read("=====\nFlood\n=====\n\nRain\n----\n\nSnow\n~~~~\n\nHail\n----\nIt fell.\n\n----\n\nIt ended.\n")
    assert [(block.level, shown(markup, block.extent)) for block in markup.blocks if block.kind == "heading"] == [
        (1, "Flood"),
        (2, "Rain"),
        (3, "Snow"),
        (2, "Hail"),
    ]
    assert blocks(markup)[-3:] == [("paragraph", "It fell."), ("ornament", ""), ("paragraph", "It ended.")]
    assert markup.title == "Flood"


def test_inline_markup() -> None:
    markup = read(
        "*Rain* **fell** on ``[1]_`` :math:`x^2` |sub| a\\*b word* the 2\\ :sup:`nd` :ref:`day <d>` `plain`.\n"
    )
    assert markup.view.text == f"Rain fell on {NO_PROSE} {NO_PROSE} {NO_PROSE} a*b word* the 2nd day plain."
    assert [shown(markup, raised) for raised in markup.superscripts] == ["nd"]
    assert not markup.calls


def test_links_and_goals() -> None:
    markup = read(
        "Rain\n====\n\n`rain`_, `Harrow <http://h.example>`_, `The Gazette`_, `lost`_ and _`here`.\n\n"
        ".. _mark:\n\n`mark`_\n\n"
        ".. _The Gazette: http://g.example\n"
    )
    assert [(shown(markup, link.extent), link.target, link.fragment) for link in markup.links] == [
        ("rain", "#rain", "rain"),
        ("Harrow", "http://h.example", None),
        ("The Gazette", "http://g.example", None),
        ("lost", "#lost", "lost"),
        ("mark", "#mark", "mark"),
    ]
    assert {"rain", "here", "mark"} == {anchor.name for anchor in markup.anchors}


def test_lists_quotes_verse_and_tables() -> None:
    markup = read(
        "- one\n  goes on\n- two\n\n  more\n\n1. first\n\nText.\n\n   A voice.\n\n| l\n| m\n\n"
        "+---+---+\n| a | b |\n+---+---+\n\n"
        "===  ===\nA    B\n===  ===\nc d  e\n===  ===\n\nEnd.\n"
    )
    assert blocks(markup) == [
        *(
            ("item", "one\n  goes on"),
            ("item", "two"),
            ("item", "more"),
            ("item", "first"),
            ("paragraph", "Text."),
        ),
        *(("quote", "A voice."), ("verse", "l\nm"), ("cell", "a"), ("cell", "b"), ("cell", "A"), ("cell", "B")),
        *(("cell", "c d"), ("cell", "e"), ("paragraph", "End.")),
    ]


def test_initials_and_years_begin_no_list() -> None:
    assert read("C. Roe wrote.\n\n1871. It rained.\n").view.text == "C. Roe wrote.\n1871. It rained."


def test_what_is_no_prose() -> None:
    markup = read(
        "Thus::\n\n   code [9]_\n\n   more\n\nSo: ::\n\n   x\n\n>>> y\n\n.. code-block:: c\n   "
        ":linenos:\n\n   z\n\n.. a comment\n   goes [8]_ on\n"
        "\n.. image:: a.png\n   :alt: [7]_\n\nEnd.\n"
    )
    assert blocks(markup) == [
        *(("paragraph", "Thus:"), ("preformatted", NO_PROSE), ("paragraph", "So:"), ("preformatted", NO_PROSE)),
        *(("preformatted", NO_PROSE), ("preformatted", NO_PROSE), ("paragraph", "End.")),
    ]
    assert not markup.calls


def test_directives_that_hold_prose() -> None:
    markup = read(
        ".. note:: Look *here* [3]_.\n\n   And there.\n\n.. epigraph::\n\n   Said.\n\n.. figure:: "
        "a.png\n   :alt: no\n\n   Caption.\n"
    )
    assert blocks(markup) == [
        *(("paragraph", "Look here."), ("paragraph", "And there."), ("quote", "Said."), ("paragraph", "Caption.")),
    ]
    assert calls(markup) == [("3", "3")]


def test_fields_at_the_head_are_metadata() -> None:
    markup = read(
        "Flood\n=====\n\n:Author: Jane Roe\n:Date: 1871\n:Language: en\n:Other: x\n\nIt rained.\n\n"
        ":Place: Harrow\n:Time: noon\n"
    )
    assert blocks(markup)[1:] == [("paragraph", "It rained."), ("paragraph", "Harrow"), ("paragraph", "noon")]
    assert [(datum.name, datum.text) for datum in markup.metadata] == [
        ("author", "Jane Roe"),
        ("date", "1871"),
        ("language", "en"),
    ]
    assert markup.language == "en"


@pytest.mark.parametrize(
    "shape",
    [
        *(
            "*",
            "**a ",
            "`",
            "`` ",
            "`a ",
            "|a",
            "[1]_ ",
            "\\",
            "\n.. [1] a",
            "\n.. a",
            "a::\n\n",
            "\n- ",
            "\n  - ",
        ),
        *("\n| a", "\n===\n", "\na\n===\n", "=== ===\n", ":a:`", "`a <", "\n:a: b"),
    ],
)
def test_hostile_shapes_take_linear_time(shape: str) -> None:
    check_linear(read_rest, lambda count: shape * count)
    begun = time.process_time()
    read_rest(Source.from_text(shape * (50_000 // len(shape))))
    assert time.process_time() - begun < 5
