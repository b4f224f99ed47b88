"""What is measured with is sound: the same seed gives the same texts, and nothing is wrong in them."""

import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from bench.formats import FORMATS, Page, as_epub, as_text
from bench.generate import Writer, samples
from bench.measure import CommandError, cost
from bench.stages import table

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.runner import run
from edcheck.text import Source


def test_the_same_seed_gives_the_same_texts() -> None:
    assert list(islice(samples(), 4)) == list(islice(samples(), 4))


def test_pages_are_of_22_kb_and_differ() -> None:
    writer = Writer(3)
    pages = [as_text(writer.page()) for _ in range(20)]
    assert len(set(pages)) == 20
    assert 20_000 < sum(map(len, pages)) / 20 < 24_000


@pytest.mark.parametrize(("name", "render"), [(f"page{suffix}", render) for _, suffix, render in FORMATS])
def test_nothing_is_found_in_a_generated_page(name: str, render: Callable[[Page], str]) -> None:
    writer = Writer(4)
    for _ in range(3):
        page = writer.page()
        document = understand(Source.from_text(render(page), name))
        result = check(document, RuleSet(BUILT_IN))
        assert [(finding.rule, finding.location.quote) for finding in result.findings] == []
        assert result.problems == []
        assert len(document.notes) == len(page.notes) > 3
        assert name == "page.xml" or len(document.alignment.pairs) == len(page.notes)


def test_a_generated_book_is_clean(tmp_path: Path) -> None:
    writer = Writer(5)
    (tmp_path / "papers.epub").write_bytes(as_epub([writer.page(), writer.page()]))
    report = run([str(tmp_path / "papers.epub")])
    assert list(report.findings()) == []
    assert report.problems == []


def test_every_stage_is_timed_once(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(as_text(Writer(6).page()))
    rows = [line.split(" | ") for line in table([file])]
    stages = {row[0]: float(row[1].partition(" ")[0].strip(",|")) for row in rows[1:]}
    whole = stages.pop("| **all**")
    assert {"| reader", "| dates", "| notes"} <= set(stages)
    assert sum(stages.values()) == pytest.approx(whole, abs=0.1 * len(stages))


def test_a_command_is_measured() -> None:
    measured = cost((sys.executable, "-c", "pass"), runs=1)
    assert 0 < measured.cpu < 10
    assert measured.peak > 1_000_000


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(CommandError, match="no way"):
        cost((sys.executable, "-c", "import sys; sys.exit('no way')"), runs=1)
