"""What is measured with is sound: the same seed gives the same texts, and nothing is wrong in them."""

import sys
from collections.abc import Callable
from itertools import islice

import pytest
from bench.generate import Page, Writer, as_html, as_text, samples
from bench.measure import CommandError, cost

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source


def test_the_same_seed_gives_the_same_texts() -> None:
    assert list(islice(samples(), 4)) == list(islice(samples(), 4))


def test_pages_are_of_22_kb_and_differ() -> None:
    writer = Writer(3)
    pages = [as_text(writer.page()) for _ in range(20)]
    assert len(set(pages)) == 20
    assert 20_000 < sum(map(len, pages)) / 20 < 24_000


@pytest.mark.parametrize(("name", "render"), [("page.txt", as_text), ("page.html", as_html)])
def test_nothing_is_found_in_a_generated_page(name: str, render: Callable[[Page], str]) -> None:
    writer = Writer(4)
    for _ in range(3):
        page = writer.page()
        document = understand(Source.from_text(render(page), name))
        result = check(document, RuleSet(BUILT_IN))
        assert [(finding.rule, finding.location.quote) for finding in result.findings] == []
        assert result.problems == []
        assert len(document.alignment.pairs) == len(page.notes) > 3


def test_a_command_is_measured() -> None:
    measured = cost((sys.executable, "-c", "pass"), runs=1)
    assert 0 < measured.cpu < 10
    assert measured.peak > 1_000_000


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(CommandError, match="no way"):
        cost((sys.executable, "-c", "import sys; sys.exit('no way')"), runs=1)
