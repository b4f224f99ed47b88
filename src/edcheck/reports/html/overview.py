"""The state of the edition at one glance: documents by families, and what could not be checked."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from markupsafe import Markup

from edcheck.model import SEVERITIES, Finding, Problem
from edcheck.model.report import Report, RuleInfo
from edcheck.records import NamedTuple, dataclass, field
from edcheck.reports.html.characters import explained, shown, shown_path
from edcheck.reports.html.marking import LETTERS
from edcheck.reports.html.remarks import WORDS, family_of, rule_anchor
from edcheck.reports.visible import visible

EDITION = "the edition as a whole"


class Cell(NamedTuple):
    """How many findings of one family a document has, and how bad the worst is (empty: there are none)."""

    findings: int
    letter: str
    word: str


class Row(NamedTuple):
    """One document of the table; `href` leads to its sheet."""

    name: Markup
    href: str
    cells: list[Cell]
    total: Cell


class Trouble(NamedTuple):
    """Something that could not be read or checked."""

    where: Markup
    kind: Markup
    message: Markup
    serious: bool


class RuleCount(NamedTuple):
    """A rule that spoke: how often, and its words."""

    id: str
    anchor: str
    letter: str
    word: str
    times: int
    summary: Markup
    paragraphs: list[Markup]


@dataclass(slots=True)
class Overview:
    """What the title page says."""

    title: Markup
    titled: bool
    sentence: str
    counts: dict[str, int]
    families: list[str]
    rows: list[Row]
    totals: list[Cell]
    clean: list[Markup]
    troubles: list[Trouble]
    rules: list[RuleCount] = field(default_factory=list)


def overview(report: Report, anchors: list[str]) -> Overview:
    """Count the report; `anchors` are the ids of the entries' sheets, in order."""
    by_entry = [_by_family(entry.findings) for entry in report.entries]
    about_all = _by_family(report.edition_findings)
    families = sorted({family for cells in (*by_entry, about_all) for family in cells})
    faulty = report.faulty()
    rows, clean = [], []
    for entry, cells, anchor in zip(report.entries, by_entry, anchors, strict=True):
        if cells:
            rows.append(_row(shown_path(entry.path), f"#{anchor}", families, cells))
        elif entry.path not in faulty and not any(problem.level == "error" for problem in entry.problems):
            clean.append(shown_path(entry.path))
    if about_all:
        rows.append(_row(shown(EDITION), "#edition", families, about_all))
    everything = _by_family(report.findings())
    return Overview(
        shown(report.title or "Editorial report"),
        bool(report.title),
        _sentence(report),
        {LETTERS[severity]: count for severity, count in report.counts().items()},
        families,
        rows,
        [_cell(everything.get(family)) for family in families],
        clean,
        [_trouble(problem) for problem in report.all_problems()],
        list(_rules(report)),
    )


_Counts = dict[str, Counter[str]]


def _by_family(findings: Iterable[Finding]) -> _Counts:
    cells: _Counts = defaultdict(Counter)
    for finding in findings:
        cells[family_of(finding.rule)][LETTERS[finding.severity]] += 1
    return cells


def _row(name: Markup, href: str, families: list[str], cells: _Counts) -> Row:
    total: Counter[str] = Counter()
    for counted in cells.values():
        total += counted
    return Row(name, href, [_cell(cells.get(family)) for family in families], _cell(total))


def _cell(counted: Counter[str] | None) -> Cell:
    if not counted:
        return Cell(0, "", "")
    letter = next(LETTERS[severity] for severity in SEVERITIES if counted[LETTERS[severity]])
    return Cell(counted.total(), letter, f"worst: {WORDS[letter].lower()}")


def _trouble(problem: Problem) -> Trouble:
    where = shown_path(problem.path) if problem.path else Markup("no single document")
    return Trouble(where, shown(problem.kind), shown(problem.message), problem.level == "error")


def _sentence(report: Report) -> str:
    total = len(report.entries)
    known = report.faulty()
    faulty = sum(entry.path in known for entry in report.entries)
    unread = sum(any(problem.level == "error" for problem in entry.problems) for entry in report.entries)
    read = "One document was read" if total == 1 else f"{total} documents were read"
    if not any(report.counts().values()):
        state = "nothing was found"
    elif total == 1:
        state = "this is what its text says against itself"
    else:
        state = f"{faulty} of them {'has' if faulty == 1 else 'have'} findings"
    gap = f"; {unread} could not be checked in full" if unread else ""
    return f"{read}; {state}{gap}."


def _rules(report: Report) -> Iterable[RuleCount]:
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for finding in report.findings():
        counted[finding.rule][LETTERS[finding.severity]] += 1
    known = {rule.id: rule for rule in report.rules}
    for name in sorted(counted):
        rule = known.get(name) or RuleInfo(name, "information", "", "")
        cell = _cell(counted[name])
        paragraphs = [explained(" ".join(part.split())) for part in rule.explanation.split("\n\n") if part.strip()]
        yield RuleCount(
            visible(name),
            rule_anchor(name),
            cell.letter,
            WORDS[cell.letter],
            cell.findings,
            explained(rule.summary),
            paragraphs,
        )
