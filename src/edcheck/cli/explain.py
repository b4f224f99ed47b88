"""`edcheck explain`: all that is known of one rule, with its examples."""

import dataclasses
from collections.abc import Iterator
from inspect import cleandoc

import click

from edcheck.cli.output import say
from edcheck.rule import Bad, Good, Rule
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Span

_SCOPE = {
    "document": "each document",
    "apparatus": "each document, and what leads from one document of the edition to another",
    "edition": "all documents of the edition together",
}
_SEVERITY = {
    "error": "error: nothing but a defect explains it",
    "warning": "warning: very likely a defect",
    "information": "information: worth knowing, no defect by itself",
    "off": "off: a house style; runs only where the settings or --select ask for it",
}
_TRUST = {
    "safe": "safe: can be applied unseen",
    "unsafe": "unsafe: right if the finding is",
    "suggestion": "suggestion: for an editor's eye",
    None: "none",
}


@click.command("explain")
@click.argument("rule")
def command(rule: str) -> int:
    """Explain a RULE: what it finds, why, how to repair it, its messages, options and examples."""
    found = RuleSet(BUILT_IN).matching(rule)
    if len(found) > 1 or found[0].id != rule:
        listed = "\n".join(f"{one.id:<40}  {one.summary}" for one in found)
        say(f"{rule} is a family of rules:\n{listed}\n")
        return 0
    say("\n".join(explanation(found[0])) + "\n")
    return 0


def explanation(rule: Rule) -> Iterator[str]:
    """The lines that explain a rule."""
    yield rule.id
    yield rule.summary
    yield ""
    yield rule.explanation
    yield ""
    yield f"Severity  {_SEVERITY[rule.severity]}"
    if rule.preview:
        yield "Preview   runs only with --preview, or where it is selected or given a severity by its id"
    yield f"Fix       {_TRUST[rule.fix]}"
    yield f"Looks at  {_SCOPE[rule.scope]}"
    yield ""
    yield "Messages"
    for name, template in rule.messages.items():
        yield f"  {name}: {template}"
    yield from _options(rule)
    yield ""
    yield "Found in"
    for bad in rule.bad:
        yield from _bad(bad, rule)
    yield "Silent on"
    for good in rule.good:
        yield from _good(good)


def _options(rule: Rule) -> Iterator[str]:
    fields = dataclasses.fields(rule.options)
    if fields:
        yield ""
        yield f'Options, in the settings under [rules."{rule.id}"]'
    default = rule.options() if fields else None
    for field in fields:
        name = field.name.replace("_", "-")
        yield f"  {name} = {_toml(getattr(default, field.name))}"
    if fields:
        yield from (f"  {line}" for line in cleandoc(rule.options.__doc__ or "").split("\n"))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, list, frozenset)):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _bad(bad: Bad, rule: Rule) -> Iterator[str]:
    from edcheck.testing import marked, run

    text, spans = marked(bad.text, bad.marks)
    yield from _passage(text, spans)
    for message in dict.fromkeys(finding.message for finding in run(rule, text, bad).findings):
        yield f"    {message}"
    if bad.fixed:
        yield "    repaired:"
        yield from _passage(bad.fixed, [])
    yield ""


def _good(good: Good) -> Iterator[str]:
    yield from _passage(good.text, [])
    if good.because:
        yield f"    because {good.because}"
    yield ""


def _passage(text: str, spans: list[Span]) -> Iterator[str]:
    """The text line by line behind a bar, each marked place underlined; form feeds part documents."""
    start = 0
    for line in text.replace("\r\n", "\n ").replace("\r", "\n").split("\n"):
        if line.startswith("\f"):
            yield "  | – – – the next document – – –"
        yield f"  | {line.replace(chr(12), ' ')}"
        strokes = [
            "^" if any(s.start <= at < s.end or s.start == at == s.end for s in spans) else " "
            for at in range(start, start + len(line) + 1)
        ]
        if underline := "".join(strokes).rstrip():
            yield f"  | {underline}"
        start += len(line) + 1
