"""html5lib's tests, which makers of browsers share: every page is read, and reads as a browser would show it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from edcheck.text import Source
from suites.fetching import pypi
from suites.trials import figures, try_text
from suites.watchdog import Trial, attempt, failures

_TESTS = "html5lib/tests/testdata/"
_PAGE = re.compile(r"^#data\n(.*?)\n#(?:errors|encoding)\n", re.DOTALL | re.MULTILINE)
_ENCODED = re.compile(rb"#data\n(.*?)\n#encoding\n([\w-]+)", re.DOTALL)
_PLAIN = re.compile(r"[^<\0\r]*\Z")
"""Text without tags: what it shows is what the characters of its tokens are."""


def _files() -> Mapping[str, bytes]:
    files = pypi("html5lib", "1.1", builds_with="setuptools<80")
    return {name.removeprefix(_TESTS): data for name, data in files.items() if name.startswith(_TESTS)}


def pages() -> Iterator[tuple[str, str]]:
    """The pages of the tests of trees, each with its name."""
    for name, data in sorted(_files().items()):
        if name.startswith("tree-construction/") and name.endswith(".dat"):
            for number, page in enumerate(_PAGE.findall(data.decode("utf-8", "surrogatepass")), 1):
                yield f"{name.partition('/')[2]} {number}", page


def tokens() -> Iterator[tuple[str, str, str]]:
    """The texts of the tests of tokens, each with its name and the characters that a browser takes from it."""
    for name, data in sorted(_files().items()):
        if name.startswith("tokenizer/") and name.endswith(".test"):
            for number, test in enumerate(json.loads(data).get("tests", ()), 1):
                if not test.get("doubleEscaped") and "initialStates" not in test:
                    characters = [token[1] for token in test["output"] if token[0] == "Character"]
                    yield f"{name.partition('/')[2]} {number}", test["input"], "".join(characters)


def _words(text: str, name: str) -> str:
    return try_text(Source.from_text(text, f"{name}.html"), "html").text


def test_pages(tell: Callable[[str], None]) -> None:
    outcomes = attempt([Trial(name, partial(_words, page, name)) for name, page in pages()])
    tell(figures(outcomes))
    assert len(outcomes) > 1000
    assert not failures(outcomes)


def test_tokens(tell: Callable[[str], None]) -> None:
    listed = list(tokens())
    outcomes = attempt([Trial(name, partial(_words, text, name)) for name, text, _ in listed])
    pairs = [
        (outcome.answer.strip(), expected.strip(), outcome.name)
        for outcome, (_, text, expected) in zip(outcomes, listed, strict=True)
        if not outcome.failure and _PLAIN.match(text)
    ]
    alike = sum(" ".join(shown.split()) == " ".join(expected.split()) for shown, expected, _ in pairs)
    tell(f"{figures(outcomes)}; of {len(pairs):,} texts without tags {alike:,} read as in a browser")
    assert not failures(outcomes)
    assert alike >= len(pairs) * 0.99


def test_encodings(tell: Callable[[str], None]) -> None:
    files = _files()
    cases = [case for name in files if name.startswith("encoding/") for case in _ENCODED.findall(files[name])]
    outcomes = attempt([Trial(f"page {number}", partial(_text, data)) for number, (data, _) in enumerate(cases)])
    alike = sum(
        outcome.answer == data.decode(_codec(named), "replace")
        for outcome, (data, named) in zip(outcomes, cases, strict=True)
    )
    tell(f"{figures(outcomes)}; {alike} of {len(cases)} read in the letters that browsers show")
    assert not failures(outcomes)
    assert alike >= len(cases) * 0.9


def _text(data: bytes) -> str:
    source = Source.from_bytes("page.html", data)
    try_text(source, "html")
    return source.text


def _codec(name: bytes) -> str:
    return name.decode().lower().replace("windows-", "cp").replace("x-user-defined", "latin-1")
