r"""The terminal: one line a finding, and below it the passage with the place underlined.

A finding's first line is `path:line:column severity rule message`, for people and for problem matchers alike.
No line that a text contributes to can be taken for another finding or for a command to the machine that shows
it: hidden characters are shown by number, line ends as `\n`, and everything below the first line is indented
behind a bar or a word of ours.
"""

from collections.abc import Iterator

from edcheck.model import SEVERITIES, Finding, Fix, Location, Problem, Severity
from edcheck.model.report import Report, RuleInfo
from edcheck.patterns import lazy_pattern
from edcheck.reports.passage import passage
from edcheck.reports.visible import number, visible, visible_blank

_INDENT = "    "
_BAR = _INDENT + "| "
_SGR = {"error": "1;31", "warning": "1;33", "information": "1;36", "place": "1", "quiet": "2"}
# CI systems read `##[command]` and `##vso[command]` anywhere in a line, and problem matchers look for places.
_COMMAND = lazy_pattern(r"#(?=#[A-Za-z]*\[)|:(?=\d+:\d+ (?:error|warning|information)\b)")


def render(
    report: Report,
    *,
    concise: bool = False,
    colour: bool = False,
    width: int = 100,
    statistics: bool = False,
) -> str:
    """The report as text for a terminal of `width` cells; empty where there is nothing to say.

    `concise` leaves one line a finding, `statistics` adds how often each rule spoke, where most was found and what
    was read, `colour` adds SGR sequences to what already says the same in words. At the end of its first line each
    finding has its number (`#3`), by which it can be asked about.
    """
    page = _Page(report, colour, width)
    lines = list(page.findings(concise))
    lines += page.problems()
    if statistics:
        # Imported here: few runs ask for them.
        from edcheck.reports.statistics import statistics as of_report

        lines += of_report(report, page.paint)
    lines += page.summary()
    return "".join(f"{line}\n" for line in lines)


def render_one(report: Report, finding: Finding, width: int = 100) -> str:
    """One finding of a report with its passage, its fixes and its witnesses."""
    page = _Page(report, False, width)
    return "\n".join([page.headline(finding), *page.details(finding), ""])


class _Page:
    def __init__(self, report: Report, colour: bool, width: int) -> None:
        self.report = report
        self.colour = colour
        self.room = max(width - len(_BAR), 40)
        self.rules: dict[str, RuleInfo] = {rule.id: rule for rule in report.rules}

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if self.colour else text

    def findings(self, concise: bool) -> Iterator[str]:
        for count, finding in enumerate(self.report.findings(), 1):
            yield f"{self.headline(finding)} {self.paint(f'#{count}', 'quiet')}"
            if not concise:
                yield from self.details(finding)
                yield ""

    def headline(self, finding: Finding) -> str:
        severity = self.paint(finding.severity, finding.severity)
        return f"{_place(finding.location)} {severity} {finding.rule} {_safe(finding.message)}"

    def details(self, finding: Finding) -> Iterator[str]:
        yield from self.passage(finding.location, "^")
        why = "; ".join(line.rstrip(".") for line in finding.evidence) or self.summary_of(finding.rule)
        if why:
            yield f"{_INDENT}why: {_safe(why)}"
        for fix in finding.fixes:
            yield f"{_INDENT}fix: {_repair(fix)}"
        for related in finding.related:
            label = f" {_safe(related.label)}" if related.label else ""
            yield f"{_INDENT}see: {_place(related)}{label}"
            yield from self.passage(related, "-")

    def summary_of(self, rule: str) -> str:
        return self.rules[rule].summary if rule in self.rules else ""

    def passage(self, location: Location, stroke: str) -> Iterator[str]:
        text, start, end = passage(location, self.room)
        if not text:
            return
        yield _BAR + _safe(text)
        underline = " " * start + self.paint(stroke * (end - start), "place")
        yield _BAR + underline

    def problems(self) -> Iterator[str]:
        for problem in self.report.all_problems():
            yield _problem(problem)

    def summary(self) -> Iterator[str]:
        counts = self.report.counts()
        unchecked = sum(problem.level == "error" for problem in self.report.all_problems())
        if not any(counts.values()) and not unchecked:
            return
        words = [self.paint(count_of(counts[s], s), s) for s in SEVERITIES if counts[s]] or ["no findings"]
        known = self.report.faulty()
        faulty = sum(entry.path in known for entry in self.report.entries)
        total = len(self.report.entries)
        where = f" in {faulty} of {count_of(total, 'document')}" if faulty else ""
        missing = f"; {count_of(unchecked, 'problem')}: not everything could be checked" if unchecked else ""
        yield f"{', '.join(words)}{where}{missing}"


def count_of(count: int, noun: Severity | str) -> str:
    """A count with its noun: `1 error`, `2 errors`, `3 remarks` (what `information` is called in prose)."""
    name = "remark" if noun == "information" else noun
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def _safe(text: str) -> str:
    return _COMMAND.sub(lambda match: number(match[0]), visible(text))


def name_of(path: str) -> str:
    """A path that opens no command: a runner takes `::` at the head of a line for its own."""
    shown = _safe(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def _place(location: Location) -> str:
    return f"{name_of(location.path)}:{location.start.line}:{location.start.column}"


def _repair(fix: Fix) -> str:
    changes = "; ".join(_change(edit.old, edit.new) for edit in fix.edits if edit.old != edit.new)
    title = _safe(fix.title)
    return f"{title} ({changes}; {fix.trust})" if changes else f"{title} ({fix.trust})"


def _change(old: str, new: str) -> str:
    if not new:
        return f"delete “{_short(old)}”"
    if not old:
        return f"insert “{_short(new)}”"
    return f"“{_short(old)}” → “{_short(new)}”"


def _short(text: str) -> str:
    shown = _safe(visible_blank(text))
    return shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-15:]}"


def _problem(problem: Problem) -> str:
    head = "not fully checked" if problem.level == "error" else "note"
    place = "".join(f":{number}" for number in problem.position or ())
    where = f"{name_of(problem.path)}{place}: " if problem.path else ""
    return f"{where}{head} ({_safe(problem.kind)}): {_safe(problem.message)}"
