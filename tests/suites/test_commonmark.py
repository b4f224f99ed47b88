"""The examples of the CommonMark specification: what our reader reads against what their HTML reads."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from edcheck.text import Source
from suites.fetching import npm
from suites.trials import figures, try_text
from suites.watchdog import Trial, attempt, failures

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"(?:blockquote|br|d[dlt]|div|h[1-6r]|li|ol|p|pre|section|t(?:able|body|d|h|head|r)|ul)\Z")
_NO_PROSE = frozenset({"code", "script", "style", "textarea"})


def examples() -> list[tuple[str, str]]:
    """The Markdown and the HTML of each example; tabs are written as arrows in the specification."""
    text = npm("commonmark-spec", "0.31.2")["spec.txt"].decode("utf-8")
    text = text.partition("<!-- END TESTS -->")[0]
    return [(one.replace("→", "\t"), other.replace("→", "\t")) for one, other in _EXAMPLE.findall(text)]


class _Prose(HTMLParser):
    """The readable text of a piece of HTML without code and pictures, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NO_PROSE:
            self.hidden += 1
        self.parts.append("\n" if _BLOCK.match(tag) else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_PROSE:
            self.hidden = max(self.hidden - 1, 0)
        self.parts.append("\n" if _BLOCK.match(tag) else "")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def prose(html: str) -> str:
    """The words of a piece of HTML."""
    parser = _Prose()
    parser.feed(html)
    parser.close()
    return normal("".join(parser.parts))


def normal(text: str) -> str:
    """Text without objects, with single blanks."""
    return " ".join(text.replace("\ufffc", " ").split())


def _trial(number: int, markdown: str) -> Trial:
    source = Source.from_text(markdown, "example.md")
    return Trial(f"example {number}", lambda: normal(try_text(source, "markdown").text))


def test_examples(tell: Callable[[str], None]) -> None:
    cases = examples()
    assert len(cases) == 652
    outcomes = attempt([_trial(number, markdown) for number, (markdown, _) in enumerate(cases, 1)])
    assert not failures(outcomes)
    alike = [outcome.answer == prose(html) for outcome, (_, html) in zip(outcomes, cases, strict=True)]
    others = [number for number, same in enumerate(alike, 1) if not same]
    tell(f"{figures(outcomes)}; the same words in {sum(alike)} of {len(cases)}, not in {others}")
    assert sum(alike) >= 640
