"""`edcheck check --explain-finding`: one finding with its evidence, what was weighed, and its fixes."""

from collections.abc import Iterator

import click

from edcheck.model import Document, Finding, Fix, Report
from edcheck.reports.terminal import render_one
from edcheck.reports.visible import visible

_ROOM = 60
"""Code points on each side of a change that are shown with it."""


def explained(report: Report, wanted: str, width: int) -> str:
    """All that is known of the finding of this number, or with a fingerprint that begins so.

    Raises click.BadParameter where there is no such finding, or more than one.
    """
    finding = chosen(list(report.findings()), wanted)
    documents = {entry.path: entry.document for entry in report.entries if entry.document}
    document = documents.get(finding.location.path)
    lines = [render_one(report, finding, width), f"fingerprint {finding.fingerprint}", ""]
    lines += ["Evidence", *(f"  {sentence}" for sentence in finding.evidence or ("none beside the place itself",))]
    lines += [f"  confidence {finding.confidence:.2f}", ""]
    if document is not None:
        lines += [*_weighed(document, finding), *_repairs(document, finding)]
    lines += _rule(report, finding)
    return "\n".join(lines) + "\n"


def chosen(findings: list[Finding], wanted: str) -> Finding:
    """The finding that a number or the beginning of a fingerprint names."""
    if wanted.isdecimal() and 1 <= int(wanted) <= len(findings):
        return findings[int(wanted) - 1]
    found = [finding for finding in findings if finding.fingerprint.startswith(wanted.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        reason = f"{len(found)} findings have a fingerprint that begins so; give more of it"
    elif findings:
        reason = f"there is no such finding: they are numbered 1 to {len(findings)}, as the report prints them"
    else:
        reason = "nothing was found"
    raise click.BadParameter(reason, param_hint="--explain-finding")


def _weighed(document: Document, finding: Finding) -> Iterator[str]:
    # Imported here: it is of use to this option alone.
    from edcheck.inspection.weighing import alternatives

    weighed = list(alternatives(document, finding))
    if not weighed:
        return
    yield "Weighed"
    for one in weighed:
        cost = "" if one.cost is None else f"cost {one.cost:.1f}  "
        yield f"  {'→' if one.chosen else ' '} {cost}{one.what}"
    yield ""


def _repairs(document: Document, finding: Finding) -> Iterator[str]:
    for number, fix in enumerate(finding.fixes, 1):
        yield f"Fix {number}: {fix.title} ({fix.trust})"
        yield from change(document, fix)
        yield ""


def change(document: Document, fix: Fix) -> Iterator[str]:
    """What a fix takes out of the source and puts in, line by line."""
    text = document.source.text
    start, end = min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits)
    after = start
    new = ""
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        new += text[after : edit.span.start] + edit.new
        after = edit.span.end
    before = text[max(start - _ROOM, 0) : start].replace("\r", "\n").rpartition("\n")[2]
    behind = text[end : end + _ROOM].replace("\r", "\n").partition("\n")[0]
    place = document.source.position(start)
    yield f"  @@ {visible(document.name)}:{place.line}:{place.column} @@"
    for sign, passage in (("-", text[start:end]), ("+", new)):
        for line in f"{before}{passage}{behind}".replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            yield f"  {sign}{visible(line)}"


def _rule(report: Report, finding: Finding) -> Iterator[str]:
    for rule in report.rules:
        if rule.id == finding.rule:
            yield rule.id
            yield f"  {rule.summary}"
            yield ""
            yield from (f"  {line}" for line in rule.explanation.split("\n"))
            yield ""
            yield f"`edcheck explain {rule.id}` shows examples."
