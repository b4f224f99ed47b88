"""For rule authors and for our own tests: run a rule on its examples.

An example is a text in which `« »` mark the places where findings must lie; see `edcheck.rule.Bad`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from edcheck.engine import Result, check, check_edition, understand
from edcheck.model import Finding, Fix, Location
from edcheck.recognise.images import look_up
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, Rule
from edcheck.ruleset import RuleSet
from edcheck.text import Source, Span


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: which, and what was found instead of what was expected."""

    example: Bad | Good
    message: str


def marked(text: str, marks: str = "«»") -> tuple[str, list[Span]]:
    """Split an example into its text and the marked spans, in order. Raises ValueError if marks do not pair."""
    plain: list[str] = []
    spans: list[Span] = []
    length, opened = 0, -1
    for character in text:
        if character == marks[0]:
            if opened >= 0:
                raise ValueError(f"{marks[0]} within {marks[0]}")
            opened = length
        elif character == marks[1]:
            if opened < 0:
                raise ValueError(f"{marks[1]} without {marks[0]}")
            spans.append(Span(opened, length))
            opened = -1
        else:
            plain.append(character)
            length += 1
    if opened >= 0:
        raise ValueError(f"{marks[0]} without {marks[1]}")
    return "".join(plain), spans


def run(rule: Rule, text: str, example: Bad | Good) -> Result:
    """Check one text with one rule, under the example's settings."""
    options = {} if example.options is None else {rule.id: example.options}
    ruleset = RuleSet((rule,), options)
    if rule.scope != "document":
        return _run_edition(ruleset, text, example)
    return check(understand(Source.from_text(text, "example"), example.edition, example.format), ruleset)


def _run_edition(ruleset: RuleSet, text: str, example: Bad | Good) -> Result:
    """Check the documents that form feeds part; the findings' spans are those of the whole text."""
    starts, documents, results = {}, {}, []
    offset = 0
    parts = text.split("\f")
    beside = example.names[len(parts) :]
    for number, part in enumerate(parts):
        name = example.names[number] if example.names else f"document {number + 1}"
        starts[name] = offset
        documents[name] = understand(Source.from_text(part, name), example.edition, example.format)
        results.append(check(documents[name], ruleset))
        facts = results[-1].facts
        if beside and facts:
            facts.ties = look_up(facts.ties, name, partial(_listed, (*example.names,)))
        offset += len(part) + 1
    result = check_edition([one.facts for one in results if one.facts], ruleset, documents.get)
    result.problems += [problem for one in results for problem in one.problems]
    result.findings += [finding for one in results for finding in one.findings]
    result.findings = [
        replace(
            finding,
            location=_shifted(finding.location, starts[finding.location.path]),
            fixes=tuple(_moved(fix, starts[finding.location.path]) for fix in finding.fixes),
        )
        for finding in result.findings
    ]
    return result


def _listed(names: tuple[str, ...], folder: str) -> set[str] | None:
    """What lies in a folder, where these are all files."""
    below = "" if folder == "." else f"{folder}/"
    return {name[len(below) :].partition("/")[0] for name in names if name.startswith(below)} or None


def _shifted(location: Location, by: int) -> Location:
    return replace(location, spans=tuple(Span(span.start + by, span.end + by) for span in location.spans))


def _moved(fix: Fix, by: int) -> Fix:
    edits = [replace(edit, span=Span(edit.span.start + by, edit.span.end + by)) for edit in fix.edits]
    return replace(fix, edits=tuple(edits))


def hull(finding: Finding) -> Span:
    """The source span from a finding's first to its last piece."""
    return Span(finding.location.spans[0].start, finding.location.spans[-1].end)


def apply_first_fixes(text: str, findings: list[Finding]) -> str:
    """The text after the first fix of every finding that has one; raises ValueError if an edit does not fit."""
    edits = sorted(
        {edit for finding in findings for fix in finding.fixes[:1] for edit in fix.edits},
        key=lambda e: e.span,
    )
    for edit in reversed(edits):
        if text[edit.span.start : edit.span.end] != edit.old:
            raise ValueError(f"the edit expects {edit.old!r} at {edit.span}")
        text = text[: edit.span.start] + edit.new + text[edit.span.end :]
    return text


def check_rule(rule: Rule) -> Iterator[Failure]:
    """Run every example of a rule and yield those that do not hold."""
    for bad in rule.bad:
        text, expected = marked(bad.text, bad.marks)
        result = run(rule, text, bad)
        found = sorted(map(hull, result.findings))
        if result.problems:
            yield Failure(bad, "; ".join(problem.message for problem in result.problems))
        if found != sorted(expected):
            shown = [(text[s.start : s.end], s) for s in found]
            yield Failure(bad, f"found {shown}, marked {[(text[s.start : s.end], s) for s in expected]}")
        elif bad.fixed is not None:
            yield from _check_fix(rule, bad, text, result.findings)
    for good in rule.good:
        result = run(rule, good.text, good)
        if result.findings or result.problems:
            words = [f"{f.message} at “{f.location.quote}”" for f in result.findings]
            yield Failure(good, f"expected silence, got {words + [p.message for p in result.problems]}")


def _check_fix(rule: Rule, bad: Bad, text: str, findings: list[Finding]) -> Iterator[Failure]:
    if bad.fixed == "":
        if any(finding.fixes for finding in findings):
            yield Failure(bad, "a fix is offered where there must be none")
        return
    repaired = apply_first_fixes(text, findings)
    if repaired != bad.fixed:
        yield Failure(bad, f"the fix gives {repaired!r}, expected {bad.fixed!r}")
    elif run(rule, repaired, bad).findings:
        yield Failure(bad, "the rule still speaks after its own fix")
