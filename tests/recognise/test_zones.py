"""Zones: what in a document is not the edition's own text."""

import pytest

from edcheck.engine import understand
from edcheck.text import Source


def zones(text: str, format: str = "plain") -> list[tuple[str, str]]:
    document = understand(Source.from_text(text, "page"), format=format)
    found = [(zone.kind, document.quote(zone.extent)) for zone in document.zones]
    return [(kind, quote) for kind, quote in found if kind != "notes"]


def test_a_licence_around_the_text() -> None:
    text = (
        "A Project Gutenberg book\n\n*** START OF THIS BOOK ***\n\nThe mill fell.\n\n"
        "The bridge held.\n\nEnd of the Project Gutenberg book\n\n*** END OF THIS BOOK ***\n\nLicence (c"
    )
    head, foot = zones(text)
    assert head == ("boilerplate", "A Project Gutenberg book\n\n*** START OF THIS BOOK ***")
    assert foot[0] == "boilerplate"
    assert foot[1].startswith("End of the Project")
    assert foot[1].endswith("(c")


def test_the_words_of_a_licence_without_its_name_are_text() -> None:
    assert zones("He read:\n\n*** START OF THE TALE ***\n\nThe mill fell.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Last updated on: 20.12.2006",
        "Transcribed by Ann Miller",
        "Transcribed and HTML markup for the Arle Archive by Ann Miller",
        "Transcription/Markup: Ann Miller",
        "HTML Markup: Ann Miller",
        "Produced by the readers of Arle",
        "Copyright 2001 Arle Archive",
        "© Arle Archive",
    ],
)
def test_credits_at_either_end(line: str) -> None:
    body = "\n\n".join(["The mill fell."] * 40)
    assert zones(f"The Arle Papers\n\n{line}\n\n{body}") == [("boilerplate", line)]
    assert zones(f"{body}\n\n{line}") == [("boilerplate", line)]
    assert zones(f"{body}\n\n{line}\n\n{body}") == []


@pytest.mark.parametrize(
    "line", ["Transcribed deeds were read in the hall.", "Updates came late.", "Produced in Arle, cheese is dear."]
)
def test_prose_is_no_credit(line: str) -> None:
    assert zones(f"{line}\n\nThe mill fell.") == []


def test_a_contents_list_ends_where_prose_or_a_heading_begins() -> None:
    prose = "The mill fell in May, and nobody knew why. " * 8
    listed = "CONTENTS.\n\nThe mill 1\n\nThe bridge 2"
    assert zones(f"Arle\n\n{listed}\n\n{prose}") == [("contents", listed)]
    assert zones(f"Arle\n\n{listed}\n\n\n\n\nTHE MILL\n\n{prose}") == [("contents", listed)]
    assert zones(f"Contents\n\n{prose}") == []
    assert zones("Contents of the chest\n\nA sword") == []
    page = f"<h2>Table of Contents</h2><p>The mill</p><p>The bridge</p><h2>The mill</h2><p>{prose}</p>"
    ((kind, quote),) = zones(page, "html")
    assert kind == "contents"
    assert quote.split("\n") == ["Table of Contents", "The mill", "The bridge"]


def test_navigation_and_footers_of_a_page() -> None:
    page = (
        '<p class="toplink"><a href="../index.htm">Archive</a> &gt; <a href="index.htm">Arle</a></p>'
        "<p class='info'>Source: Gazette. Transcribed: Ann Miller.</p>"
        "<p>The mill fell, says <a href='gazette.htm'>the Gazette</a>, in May of that year.</p>"
        '<p><a href="a.htm">Previous</a> | <a href="b.htm">Next</a></p>'
        '<p class="updat">May 2, 2001</p>'
    )
    assert zones(page, "html") == [
        ("navigation", "Archive > Arle"),
        ("boilerplate", "Source: Gazette. Transcribed: Ann Miller."),
        ("navigation", "Previous | Next"),
        ("boilerplate", "May 2, 2001"),
    ]


def test_code_is_told_by_its_class() -> None:
    page = "<p>See:</p><pre class='highlight python'>f(x</pre><pre>The mill  1\nThe bridge 2</pre>"
    assert zones(page, "html") == [("code", "f(x")]
