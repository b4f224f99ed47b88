"""JSON for other programs: version 1, written field by field, so that our own types may change beneath it.

Within a version fields are only ever added. `edcheck.reports.schema` describes it.
"""

import json
from typing import Any

from edcheck.model import Edit, Finding, Fix, Location, Problem
from edcheck.model.report import Entry, Report, RuleInfo
from edcheck.reports.visible import ascii_where_hidden
from edcheck.text import Position, Span

VERSION = 1


def render(report: Report) -> str:
    """The report as one line of JSON."""
    document = {
        "version": VERSION,
        "tool": {"name": "edcheck", "version": report.version},
        "title": report.title,
        "counts": dict(report.counts()),
        "documents": [_document(entry) for entry in report.entries],
        "edition": {
            "findings": [_finding(finding) for finding in report.edition_findings],
            "problems": [_problem(problem) for problem in report.problems],
        },
        "rules": [_rule(rule) for rule in report.rules],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return ascii_where_hidden(text) + "\n"


def _document(entry: Entry) -> dict[str, Any]:
    return {
        "path": entry.path,
        "findings": [_finding(finding) for finding in entry.findings],
        "problems": [_problem(problem) for problem in entry.problems],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "message_id": finding.message_id,
        "data": dict(finding.data),
        "confidence": finding.confidence,
        "evidence": list(finding.evidence),
        "location": _location(finding.location),
        "related": [_location(location) for location in finding.related],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "fingerprint": finding.fingerprint,
    }


def _location(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "start": _position(location.start),
        "end": _position(location.end),
        "spans": [_span(span) for span in location.spans],
        "quote": location.quote,
        "before": location.before,
        "after": location.after,
        "label": location.label,
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "trust": fix.trust, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "start": _position(edit.start),
        "end": _position(edit.end),
        "span": _span(edit.span),
        "old": edit.old,
        "new": edit.new,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "level": problem.level,
        "kind": problem.kind,
        "message": problem.message,
        "path": problem.path,
        "span": _span(problem.span) if problem.span else None,
    }


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "summary": rule.summary,
        "explanation": rule.explanation,
        "fix": rule.fix,
    }
