"""`edcheck rules`: what is checked."""

import click

from edcheck.cli.output import say
from edcheck.rule import Rule
from edcheck.rules import BUILT_IN


@click.group("rules")
def command() -> None:
    """List the rules."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def list_rules(as_json: bool) -> int:
    """List all rules with severity, the best trust of their fixes, and the fault each one finds."""
    if as_json:
        import json

        say(json.dumps([_entry(rule) for rule in BUILT_IN], ensure_ascii=False, indent=2) + "\n", "utf-8")
        return 0
    width = max(len(rule.id) for rule in BUILT_IN)
    for rule in BUILT_IN:
        preview = "(preview) " if rule.preview else ""
        say(f"{rule.id:<{width}}  {rule.severity:<11}  {rule.fix or '–':<10}  {preview}{rule.summary}\n")
    return 0


def _entry(rule: Rule) -> dict[str, str | bool | None]:
    return {
        "id": rule.id,
        "family": rule.family,
        "severity": rule.severity,
        "preview": rule.preview,
        "scope": rule.scope,
        "fix": rule.fix,
        "summary": rule.summary,
        "source": rule.source,
    }
