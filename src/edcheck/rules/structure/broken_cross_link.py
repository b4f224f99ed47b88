"""A link to another file of the edition does not arrive.

The file bears no such name, or there is no such file among its siblings: a chapter was renamed, a name was
mistyped, or the goal moved to another file when the text was cut. Files that were not read are nobody's fault, so
a missing file is named only where its siblings are there and nearly all other links to them arrive. Correct the
link, or give its goal the name.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule

_SHOWN = 5
"""Further links that a finding shows."""
_CONFIDENCE = {"no-name": 0.95, "no-file": 0.85, "other-case": 0.95}


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for lost in apparatus.astray:
        message = "near" if lost.kind == "no-name" and lost.near else lost.kind
        fixes = () if lost.right is None else (apparatus.fix(f"lead to {lost.right}", lost.place, lost.right),)
        yield Draft(
            message,
            lost.place,
            {"target": lost.written, "file": lost.file, "name": lost.name, "near": lost.near},
            tuple((other, "this link asks for it too") for other in lost.others[:_SHOWN]),
            fixes=fixes,
            severity=None if lost.kind == "no-name" else "warning",
            confidence=_CONFIDENCE[lost.kind],
        )


_LIST = "".join(f'<p><a href="{month}.html">{month}</a>' for month in ("march", "april", "may", "june", "july"))
_MONTHS = ("list.html", "march.html", "april.html", "may.html", "june.html")

rule = Rule(
    id="structure/broken-cross-link",
    severity="error",
    doc=__doc__,
    messages={
        "no-name": "nothing in {file} is called “{name}”",
        "near": "nothing in {file} is called “{name}”; “{near}” is meant?",
        "no-file": "there is no file {file}",
        "other-case": "the file is called {file}: capitals and small letters differ",
    },
    check=check,
    scope="apparatus",
    fix="suggestion",
    bad=(
        Bad(
            '<p>Rain, as <a href="«june.html#thaw»">in June</a>.\f<p id="thaws">The thaw came late.',
            '<p>Rain, as <a href="june.html#thaws">in June</a>.\f<p id="thaws">The thaw came late.',
            format="html",
            names=("may.html", "june.html"),
        ),
        Bad(
            '<p>Rain, as <a href="«../b/june.html#thaw»">in June</a>.\f<p id="frost">The frost held.',
            "",
            format="html",
            names=("a/may.html", "b/june.html"),
        ),
        Bad(
            _LIST.replace("july.html", "«july.html»") + "\f<p>Ice.\f<p>Fog.\f<p>Rain.\f<p>Hay.",
            format="html",
            names=_MONTHS,
        ),
        Bad(
            _LIST.replace("july.html", "«july.html#hay»") + '<p><a href="july.html#thaw">Thaw</a>.'
            "\f<p>Ice.\f<p>Fog.\f<p>Rain.\f<p>Hay.",
            format="html",
            names=_MONTHS,
        ),
        Bad(
            _LIST.replace("july.html", "«June.html»") + "\f<p>Ice.\f<p>Fog.\f<p>Rain.\f<p>Hay.",
            format="html",
            names=_MONTHS,
        ),
    ),
    good=(
        Good(
            '<p>Rain, as <a href="june.html#thaw">in June</a> and <a href="june.html">after</a>.\f'
            '<p id="thaw">The thaw came late.',
            format="html",
            names=("may.html", "june.html"),
        ),
        Good(
            '<p>Rain, as <a href="july.html#thaw">in July</a>.\f<p>The thaw came late.',
            because="the file was not read: only some of the files are checked",
            format="html",
            names=("may.html", "june.html"),
        ),
        Good(
            "See [June](june.md#of-the-thaw).\f# Of the Thaw\n\nThe thaw came late.",
            because="programs that set Markdown name its headings",
            format="markdown",
            names=("may.md", "june.md"),
        ),
        Good(
            '<p>See <a href="../b/#thaw">June</a>, <a href="../b/index.html?print=1#caf%C3%A9">the café</a> and '
            '<a href="https://june.example/index.html#ice">the ice</a>.\f<p id="thaw">Rain.<p id="café">Hail.',
            because="a folder is its index, a query asks for the same file, letters may be written as bytes",
            format="html",
            names=("a/may.html", "b/index.html"),
        ),
        Good(
            '<p>Rain. <a href="#top">Up</a> <a href="june.html#">June</a> <a href="june.html#top">its head</a>\f'
            "<p>Hail.",
            because="the top of a page needs no name",
            format="html",
            names=("may.html", "june.html"),
        ),
    ),
)
