"""Checkers of formats that others wrote, run beside edcheck where they are installed: their messages as findings.

Whether an EPUB, a page or a TEI file keeps to its format is theirs to say. Each companion runs once over the files
of its kind; what it says becomes a finding of the rule `companion/code` at our places.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from edcheck.engine import check_edition
from edcheck.errors import ConfigError, ReadError
from edcheck.model import SEVERITIES, Draft, Entry, Facts, Problem, Report, RuleInfo
from edcheck.records import dataclass
from edcheck.rule import NoOptions, Rule
from edcheck.ruleset import RuleSet
from edcheck.runner.companions.epubcheck import EPUBCHECK
from edcheck.runner.companions.interface import Companion, Message, Order
from edcheck.runner.companions.jing import JING
from edcheck.runner.companions.places import Places
from edcheck.runner.companions.program import command_of, output_of
from edcheck.runner.companions.vnu import VNU
from edcheck.runner.discovery import Target

__all__ = ["COMPANIONS", "Invited", "invite"]

_Said = dict[str, list[Draft]]
"""What a companion said, by code."""

COMPANIONS: dict[str, Companion] = {companion.name: companion for companion in (EPUBCHECK, JING, VNU)}


@dataclass(frozen=True, slots=True)
class Invited:
    """A companion that is installed, and the command that starts it."""

    companion: Companion
    command: tuple[str, ...]

    def check(self, targets: Sequence[Target], report: Report) -> None:
        """Run it over the files of its kind and add to the report what it says, each finding to its text."""
        companion = self.companion
        files = {
            os.path.abspath(target.path): target
            for target in targets
            if target.path.lower().endswith(companion.suffixes) and target.data is None
        }
        said: _Said = {}
        told = 0
        for order in companion.arrange(list(files)):
            told += len(order.files)
            self._run(order, files, said, report)
        if not told:
            kinds = ", ".join(companion.suffixes)
            message = f"{companion.name} had nothing to check: it reads {kinds}"
            if files:
                message = f"{companion.name} had nothing to check: none of the files names a schema on this disk"
            report.problems = [*report.problems, Problem("notice", "companion-idle", message)]
        _add(report, companion, said)

    def _run(
        self,
        order: Order,
        files: dict[str, Target],
        said: _Said,
        report: Report,
    ) -> None:
        try:
            output, errors = output_of([*self.command, *order.arguments])
            messages = _understood(self.companion, order, output, errors)
        except ReadError as error:
            path = files[order.files[0]].name if len(order.files) == 1 else ""
            problem = Problem("error", "companion-failed", f"{self.companion.name}: {error}", path)
            report.problems = [*report.problems, problem]
            return
        places = {file: Places(files[file]) for file in order.files}
        for message in messages:
            at = places.get(message.file) or places[order.files[0]]
            draft = Draft("said", at.locate(message), {"text": message.text}, severity=message.severity)
            said.setdefault(message.code, []).append(draft)


def invite(names: Iterable[str]) -> list[Invited]:
    """Look for companions by name; raises ConfigError where there is none of that name or it is not installed."""
    invited = []
    for name in dict.fromkeys(names):
        if name not in COMPANIONS:
            from difflib import get_close_matches

            close = get_close_matches(name, COMPANIONS, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"there are {', '.join(COMPANIONS)}"
            raise ConfigError(f"there is no companion “{name}”; {hint}")
        invited.append(Invited(COMPANIONS[name], tuple(command_of(COMPANIONS[name]))))
    return invited


def _understood(companion: Companion, order: Order, output: str, errors: str) -> list[Message]:
    try:
        return companion.understand(order, output, errors)
    except (ValueError, KeyError, TypeError, AttributeError):
        last = next((line.strip() for line in reversed((output + "\n" + errors).split("\n")) if line.strip()), "")
        raise ReadError(f"it failed, and said: {last[:300]}" if last else "it failed and said nothing") from None


def _add(report: Report, companion: Companion, said: _Said) -> None:
    """Finish what was said to findings, and put each into the entry of its text."""
    rules = tuple(_rule(companion, code, drafts) for code, drafts in sorted(said.items()))
    result = check_edition([], RuleSet(rules))
    entries = {entry.path: entry for entry in report.entries}
    changed: dict[str, Entry] = {}
    for finding in result.findings:
        path = finding.location.path
        if path not in entries:
            entries[path] = Entry(path)
            report.entries.append(entries[path])
        changed[path] = entries[path]
        entries[path].findings = [*entries[path].findings, finding]
    for entry in changed.values():
        entry.findings = sorted(entry.findings, key=lambda finding: finding.location.spans)
    report.problems = [*report.problems, *result.problems]
    report.rules += tuple(RuleInfo(rule.id, rule.severity, rule.summary, rule.explanation) for rule in rules)


def _rule(companion: Companion, code: str, drafts: list[Draft]) -> Rule:
    """A rule that has said all that it will ever say, as severe as the worst of it."""
    severities = {draft.severity for draft in drafts}
    return Rule(
        id=f"{companion.name}/{code}",
        severity=next(severity for severity in SEVERITIES if severity in severities),
        doc=f"{companion.name} reports {code}.\n\nIts own documentation explains it: {companion.homepage}",
        messages={"said": "{text}"},
        check=partial(_repeat, drafts),
        scope="edition",
    )


def _repeat(drafts: list[Draft], facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    yield from drafts
