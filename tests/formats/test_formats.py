"""One edition in every format: in each the same planted defects are found, at their places, and nothing else."""

import zipfile
from pathlib import Path

import pytest

from edcheck.model import Finding, Report
from edcheck.runner import run
from formats.edition import RULES
from formats.notation import AUTOMATIC, Texts
from formats.writing import FORMATS, written

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "lighthouse-letters"
Place = tuple[str, str, int, int]


def findings(report: Report) -> list[Finding]:
    assert [problem.message for problem in report.all_problems()] == []
    return [*(finding for entry in report.entries for finding in entry.findings), *report.edition_findings]


def found(path: Path) -> list[Place]:
    """Rule, text, and the places where findings begin, as line and column."""
    return sorted(
        (
            finding.rule,
            finding.location.path.partition("!")[2],
            finding.location.start.line,
            finding.location.start.column,
        )
        for finding in findings(run([str(path)]))
    )


def planted(texts: Texts) -> list[Place]:
    places = []
    for name, marks in texts.places.items():
        for defect, start, _ in marks:
            before = texts.files[name][:start]
            line, column = before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
            places.append((RULES[defect], name if len(texts.files) > 1 else "", line, column))
    return sorted(places)


@pytest.mark.parametrize("name", FORMATS)
def test_each_planted_defect_is_found_at_its_place(name: str, tmp_path: Path) -> None:
    texts, path = written(name, tmp_path, damaged=True)
    assert found(path) == planted(texts)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_found_in_the_edition_without_defects(name: str, tmp_path: Path) -> None:
    _, path = written(name, tmp_path, damaged=False)
    assert found(path) == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_defect_is_planted_that_the_format_can_have(name: str, tmp_path: Path) -> None:
    texts, _ = written(name, tmp_path, damaged=True)
    marked = sorted(defect for marks in texts.places.values() for defect, _, _ in marks)
    automatic = name in ("wikitext", "docx")
    assert marked == sorted(RULES.keys() - (AUTOMATIC if automatic else frozenset()))


@pytest.mark.parametrize("name", FORMATS)
def test_the_corpus_holds_the_damaged_edition(name: str, tmp_path: Path) -> None:
    _, path = written(name, tmp_path, damaged=True)
    assert entries(CORPUS / path.name) == entries(path)


def entries(path: Path) -> dict[str, bytes]:
    """What a file holds; of archives the entries, since not every machine compresses alike."""
    if not zipfile.is_zipfile(path):
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
