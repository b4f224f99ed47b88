"""The Big List of Naughty Strings in a paragraph of every format: places hold, and reports show nothing raw."""

import json
import re
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from bench.positions import look_up

from edcheck.readers import FORMATS
from edcheck.reports import REPORTERS
from edcheck.runner import run
from edcheck.runner.discovery import Given
from edcheck.text import Source
from suites.fetching import npm
from suites.trials import figures, long_form, try_text
from suites.watchdog import Trial, attempt, failures

_SHORT = ("html", "markdown")
_FAULT = "the the rain fell on [1] and (2) in 1843."
_WRITINGS = {
    "html": "<p>{}</p>\n<p>{}</p>\n",
    "tei": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{}</p><p>{}</p></body></text></TEI>',
    "ncx": '<ncx><navMap><navPoint id="a"><navLabel><text>{}</text></navLabel><content src="a"/></navPoint>'
    '<navPoint id="b"><navLabel><text>{}</text></navLabel><content src="b"/></navPoint></navMap></ncx>',
}
_RAW = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What acts on a terminal or turns the order of what is read."""
_STYLE = re.compile("\x1b\\[[0-9;]*m")


def strings() -> list[str]:
    """The list, without its empty string."""
    files = npm("blns", "2.0.4")
    return [text for text in json.loads(files["resources/blns.json"]) if text]


def written(text: str, format: str, escaped: bool) -> str:
    """The string in the middle of a sentence and in a paragraph of its own."""
    shown = escape(text) if escaped else text
    return _WRITINGS.get(format, "{}\n\n{}\n").format(f"On Monday {shown} {_FAULT}", shown)


def _try(source: Source, format: str) -> None:
    try_text(source, format)
    wrong = look_up(source, format).wrong
    assert not wrong, wrong[:3]


@pytest.mark.parametrize(
    "format", [name if name in _SHORT else pytest.param(name, marks=long_form) for name in sorted(FORMATS)]
)
def test_strings_in_paragraphs(format: str, tell: Callable[[str], None]) -> None:
    raw = [False, True] if format in _WRITINGS else [False]
    sources = [
        Source.from_text(written(text, format, escaped), f"string {number}")
        for number, text in enumerate(strings(), 1)
        for escaped in raw
    ]
    outcomes = attempt([Trial(one.name, lambda one=one: _try(one, format)) for one in sources])  # type: ignore[misc]
    tell(figures(outcomes))
    assert not failures(outcomes)


def _shows_nothing_raw(text: str, format: str) -> None:
    name = f"a{text[:20]}.{format}".replace("\0", "")
    given = Given(name, written(text, format, False).encode("utf-8", "surrogatepass"))
    report = run([], given=given, format=format, keep_documents=True)
    for reporter, render in REPORTERS.items():
        shown = render(report)
        raw = _RAW.search(_STYLE.sub("", shown))
        assert raw is None, (reporter, format, raw[0], shown[max(raw.start() - 60, 0) : raw.end() + 20])
        if reporter in ("json", "sarif"):
            json.loads(shown)


def test_reports_of_strings(tell: Callable[[str], None]) -> None:
    trials = [
        Trial(f"string {number}", lambda text=text: _shows_nothing_raw(text, "html"))  # type: ignore[misc]
        for number, text in enumerate(strings(), 1)
    ]
    outcomes = attempt(trials)
    tell(figures(outcomes))
    assert not failures(outcomes)
