"""SARIF 2.1.0, the exchange format for findings that code hosts and editors read.

Columns count code points (`columnKind`), and all three line ends of edcheck are declared, so that a region
quotes exactly the text that was meant. Results come worst first and are cut at what code hosts accept; what
was cut is said in a notification.
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from edcheck.model import SEVERITIES, Edit, Finding, Fix, Location, Problem, Severity
from edcheck.model.report import Report, RuleInfo
from edcheck.reports.visible import ascii_where_hidden, visible
from edcheck.text import Position

LIMIT = 25_000
"""Results that GitHub's code scanning accepts in one run."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "information": "note", "off": "none"}
_FIXES = {
    "safe": "Offers a fix that can be applied unseen.",
    "unsafe": "Offers a fix that is right if the finding is.",
    "suggestion": "Offers a suggestion for an editor's eye.",
}


def render(report: Report) -> str:
    """The report as one line of JSON."""
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return ascii_where_hidden(json.dumps(document, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = {rule.id: rule for rule in report.rules}
    findings = sorted(report.findings(), key=lambda finding: _RANK[finding.severity])
    for finding in findings:
        rules.setdefault(finding.rule, RuleInfo(finding.rule, finding.severity, finding.rule, ""))
    indices = {name: index for index, name in enumerate(rules)}
    driver: dict[str, Any] = {"name": "edcheck", "rules": [_rule(rule) for rule in rules.values()]}
    if report.version:
        driver["version"] = report.version
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(report, max(len(findings) - LIMIT, 0))],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which edcheck was run."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, indices[finding.rule]) for finding in findings[:LIMIT]],
    }


_RANK = {severity: rank for rank, severity in enumerate((*SEVERITIES, "off"))}


def _rule(rule: RuleInfo) -> dict[str, Any]:
    descriptor: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.severity != "off"},
        "properties": {"tags": [rule.id.partition("/")[0]]},
    }
    if rule.explanation:
        offers = f"\n\n{_FIXES[rule.fix]}" if rule.fix else ""
        text = f"{rule.summary}\n\n{rule.explanation}{offers}"
        descriptor["fullDescription"] = {"text": f"{rule.summary} {_first_paragraph(rule.explanation)}"}
        descriptor["help"] = {"text": text, "markdown": f"**{rule.summary}**\n\n{rule.explanation}{offers}"}
    return descriptor


def _first_paragraph(text: str) -> str:
    return " ".join(text.partition("\n\n")[0].split())


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": _plain(finding.message)},
        "locations": [_location(finding.location)],
        "properties": {"confidence": finding.confidence, "evidence": [visible(line) for line in finding.evidence]},
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"edcheck/v1": finding.fingerprint}
    if finding.related:
        result["relatedLocations"] = [
            _location(related, number) for number, related in enumerate(finding.related, 1)
        ]
    if fixes := [_fix(fix, finding.location.path) for fix in finding.fixes if fix.edits]:
        result["fixes"] = fixes
    return result


def _plain(text: str) -> str:
    """A message in which nothing of the quoted text can become a link: `[text](target)` would be one."""
    return visible(text).replace("](", "] (")


def _location(location: Location, number: int | None = None) -> dict[str, Any]:
    where = region(location.start, location.end)
    if len(location.spans) == 1 and location.spans[0].end - location.spans[0].start == len(location.quote):
        where["snippet"] = {"text": location.quote}
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(location.path), "region": where}}
    if number is not None:
        place["id"] = number
        place["message"] = {"text": _plain(location.label or location.quote) or "here"}
    return place


def region(start: Position, end: Position) -> dict[str, Any]:
    """A place as SARIF has it: lines and columns from 1, columns in code points, the end behind the last."""
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    return {
        "description": {"text": f"{_plain(fix.title)} ({fix.trust})"},
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": [_replacement(edit) for edit in fix.edits]}
        ],
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": region(edit.start, edit.end), "insertedContent": {"text": edit.new}}


def _artifact(path: str) -> dict[str, Any]:
    uri = uri_of(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def uri_of(path: str) -> str:
    """The path as a URI: relative where the path is, percent-encoded, undecodable bytes of the name kept."""
    slashed = path.replace("\\", "/") if path[1:3] == ":\\" else path
    try:
        name = slashed.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        name = slashed.encode("utf-8", "surrogatepass")
    if path[1:3] in (":\\", ":/"):
        return "file:///" + path[0] + ":" + quote(name[2:], safe="/!")
    encoded = quote(name, safe="/!")
    if encoded.startswith("//"):
        return "file://" + "/" + encoded.lstrip("/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def _invocation(report: Report, cut: int) -> dict[str, Any]:
    problems = list(report.all_problems())
    notifications = [_notification(problem) for problem in problems]
    if cut:
        text = f"{cut} findings of the lowest severity were left out: a run may hold {LIMIT} results."
        notifications.append({"level": "warning", "descriptor": {"id": "results-cut"}, "message": {"text": text}})
    return {
        "executionSuccessful": not _any_error(problems),
        "toolExecutionNotifications": notifications,
    }


def _any_error(problems: Iterable[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)


def _notification(problem: Problem) -> dict[str, Any]:
    notification: dict[str, Any] = {
        "level": "error" if problem.level == "error" else "note",
        "descriptor": {"id": visible(problem.kind)},
        "message": {"text": _plain(problem.message)},
    }
    if problem.path:
        place: dict[str, Any] = {"artifactLocation": _artifact(problem.path)}
        if problem.position:
            place["region"] = region(problem.position, problem.position)
        notification["locations"] = [{"physicalLocation": place}]
    return notification
