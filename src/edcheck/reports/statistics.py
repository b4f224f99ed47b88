"""Statistics: how often each rule spoke, in which documents most was found, and what was read."""

from collections import Counter
from collections.abc import Callable, Iterator

from edcheck.model import SEVERITIES, Severity
from edcheck.model.report import Census, Report
from edcheck.reports.terminal import name_of

Paint = Callable[[str, Severity], str]
_DOCUMENTS = 10
"""Documents that are listed, those with the most findings first."""
_COUNTED = ("words", "notes", "references", "dates", "citations")


def statistics(report: Report, paint: Paint) -> Iterator[str]:
    """Lines of a summary; `paint` colours a word by its severity."""
    yield from by_rule(report, paint)
    yield from by_document(report)
    yield from what_was_read(report)


def by_rule(report: Report, paint: Paint) -> Iterator[str]:
    """How often each rule spoke, errors first."""
    counted = Counter((finding.rule, finding.severity) for finding in report.findings())
    if not counted:
        return
    rank = {severity: place for place, severity in enumerate(SEVERITIES)}
    digits = len(str(max(counted.values())))
    for (rule, severity), count in sorted(
        counted.items(), key=lambda item: (rank[item[0][1]], -item[1], item[0][0])
    ):
        yield f"{count:>{digits}} {paint(f'{severity:<11}', severity)} {rule}"
    yield ""


def by_document(report: Report) -> Iterator[str]:
    """Errors, warnings and remarks of the documents that have most of them."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in report.findings():
        counts.setdefault(finding.location.path, Counter())[finding.severity] += 1
    if len(report.entries) < 2 or not counts:
        return
    order = sorted(counts, key=lambda path: ([-counts[path][severity] for severity in SEVERITIES], path))
    yield f"{'errors':>8} {'warnings':>8} {'remarks':>8}  document"
    for path in order[:_DOCUMENTS]:
        columns = " ".join(f"{counts[path][severity]:>8}" for severity in SEVERITIES)
        yield f"{columns}  {name_of(path)}"
    if len(order) > _DOCUMENTS:
        yield f"{'':>26}  and {len(order) - _DOCUMENTS} more"
    yield ""


def what_was_read(report: Report) -> Iterator[str]:
    """How much the check looked at: it is no good sign that nothing is found where nothing was recognised."""
    read = [entry.census for entry in report.entries if entry.census is not None]
    if not read:
        return
    yield f"read: {_amount(len(read), 'documents')}, " + ", ".join(
        _amount(sum(getattr(census, name) for census in read), name) for name in _COUNTED
    )
    errors, words = report.counts()["error"], sum(census.words for census in read)
    if errors and words:
        yield f"      one error for {words // errors:,} words"
    yield from _empty(report)


def _empty(report: Report) -> Iterator[str]:
    """Documents in which no word was found: they may be read in a format that is not theirs."""
    empty = [entry.path for entry in report.entries if entry.census == Census()]
    for path in empty[:_DOCUMENTS]:
        yield f"      no word in {name_of(path)}"


def _amount(count: int, noun: str) -> str:
    return f"{count:,} {noun.removesuffix('s') if count == 1 else noun}"
