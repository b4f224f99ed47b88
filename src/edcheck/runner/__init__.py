"""The runner: paths in, a `Report` out. Reads files, prints nothing, knows no reporter."""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from edcheck import __version__
from edcheck.engine import check_edition
from edcheck.model import Entry, Facts, Report, RuleInfo
from edcheck.rule import Rule
from edcheck.rules import BUILT_IN
from edcheck.runner.discovery import Found, Given, Target, discover
from edcheck.runner.editions import SettingsAbove, editions
from edcheck.runner.second_look import SecondLook
from edcheck.runner.work import EDITION, Outcome, Work, check_file, in_language
from edcheck.settings import Settings

if TYPE_CHECKING:
    from edcheck.runner.profiling import Profile

__all__ = ["Consult", "run"]

_WORTH_PROCESSES = 16 * 1024 * 1024
"""Bytes of text from which on other processes are started unasked; below, starting them does not pay."""

Consult = Callable[[Sequence[Target], Report], None]
"""Looks at files and adds to a report what it says of them."""


def run(
    paths: Iterable[str] = (),
    settings: Settings | None = None,
    *,
    rules: Sequence[Rule] = BUILT_IN,
    jobs: int | None = None,
    encoding: str | None = None,
    format: str | None = None,
    given: Given | None = None,
    keep_documents: bool = False,
    count: bool = False,
    profile: "Profile | None" = None,
    settings_above: SettingsAbove | None = None,
    companions: Iterable[Consult] = (),
) -> Report:
    """Check texts and return what was found; the report is the same whatever `jobs` is.

    `paths` are files and folders; without any, the settings' documents or the working directory. `jobs` is the
    number of processes, None for as many as pay. `encoding` is how all files are read, whatever they declare, and
    `format` what they are, whatever their suffixes say. `given` is a text that lies in no file.
    `keep_documents` puts each `Document` into its entry, for reporters that show the text, `count` a census of it.
    `profile` takes the time of every stage, and lets all be done in this process. `settings_above`
    finds the settings of folders that are editions of their own; without it `settings` hold for all.
    `companions` are asked last, each about all files that are reported.
    Raises ConfigError where the settings name rules or options that there are not; nothing else: what cannot
    be read or checked is in the report as a problem of level `error`.
    """
    settings = settings or Settings()
    report = Report(title=settings.edition.title, version=__version__)
    reported: list[Target] = []
    for part in editions(discover(paths, settings, given), settings, settings_above):
        ruleset = part.settings.ruleset(rules)
        watched = profile.rules(ruleset) if profile else ruleset
        work = Work(watched, part.settings.edition, encoding, format, keep_documents, count, profile)
        _check_part(report, part.found, work, 1 if profile else jobs)
        known = {rule.id for rule in report.rules}
        report.rules += tuple(rule_info(rule) for rule in ruleset.rules if rule.id not in known)
        reported += [target for target in part.found.targets if target.reported]
    for consult in companions:
        consult(reported, report)
    return report


def _check_part(report: Report, found: Found, work: Work, jobs: int | None) -> None:
    """Check the texts of one edition and add what was found."""
    report.problems = [*report.problems, *found.problems]
    targets = found.targets
    if all(rule.scope == "document" for rule in work.ruleset.rules):
        # Nobody asks for the rest of the edition.
        targets = [target for target in targets if target.reported]
    outcomes = _check(targets, work, jobs)
    if len(outcomes) == 1:
        report.title = report.title or outcomes[0].title
    for target, outcome in zip(targets, outcomes, strict=True):
        if outcome.problems:
            _add_entry(report, target, Entry(target.name, problems=outcome.problems))
        for text in outcome.texts:
            result = text.result
            findings = result.findings if target.reported else []
            _add_entry(report, target, Entry(text.name, findings, result.problems, text.document, text.census))
        if outcome.whole is not None and target.reported:
            report.edition_findings += outcome.whole.findings
            report.problems = [*report.problems, *outcome.whole.problems]
    _add_edition(report, targets, outcomes, work, found.passed_over)


def _add_entry(report: Report, target: Target, entry: Entry) -> None:
    """Keep what concerns a reported file, and of other documents of the settings that they could not be read."""
    if target.reported or (target.listed and any(problem.level == "error" for problem in entry.problems)):
        report.entries.append(entry)


def rule_info(rule: Rule) -> RuleInfo:
    """What a report tells of a rule."""
    return RuleInfo(rule.id, rule.severity, rule.summary, rule.explanation, rule.fix)


def _check(targets: list[Target], work: Work, jobs: int | None) -> list[Outcome]:
    if jobs is None:
        jobs = _processors() if len(targets) > 1 and sum(map(_size, targets)) > _WORTH_PROCESSES else 1
    if jobs > 1 and len(targets) > 1:
        # Imported here: a run in one process has no use for the machinery of others.
        from edcheck.runner.processes import check_in_processes

        return check_in_processes(targets, work, jobs)
    return [check_file(target, work) for target in targets]


def _add_edition(
    report: Report, targets: list[Target], outcomes: list[Outcome], work: Work, passed_over: list[str]
) -> None:
    """Run the rules about the whole edition and keep what they find in reported files."""
    pairs = zip(targets, outcomes, strict=True)
    owners = {text.name: target for target, outcome in pairs for text in outcome.texts}
    look = SecondLook(owners, work.encoding, work.format, lambda owner: in_language(work.edition, owner.language))
    facts = [one for outcome in outcomes for one in outcome.facts()]
    facts += map(Facts, passed_over)
    result = work.watch(EDITION, check_edition)(facts, work.ruleset, look)
    reported = {
        text.name
        for target, outcome in zip(targets, outcomes, strict=True)
        for text in outcome.texts
        if target.reported
    }
    report.edition_findings += [finding for finding in result.findings if finding.location.path in reported]
    report.problems = [*report.problems, *result.problems]


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(target: Target) -> int:
    try:
        return os.stat(target.path).st_size
    except (OSError, ValueError):
        return 0
