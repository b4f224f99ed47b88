"""`RuleSet`: the rules of one run with their severities and options; immutable."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from edcheck.errors import ConfigError, RuleError
from edcheck.model import Severity
from edcheck.records import dataclass, field
from edcheck.rule import Rule


@cache
def _defaults(options: type) -> Any:
    """The options of that type as they are where nothing is set: made once, not for each text."""
    return options()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules that run, in the order of their ids, and the options each runs with."""

    rules: tuple[Rule, ...]
    options: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ids = [rule.id for rule in self.rules]
        for name in ids:
            if ids.count(name) > 1:
                raise RuleError(f"two rules have the id “{name}”")

    def options_of(self, rule: Rule) -> Any:
        """The options of a rule: those of the settings, else its defaults."""
        return self.options.get(rule.id) or _defaults(rule.options)

    def matching(self, selector: str) -> tuple[Rule, ...]:
        """Rules that a selector names: a rule id or a family. Raises ConfigError where it names none."""
        found = tuple(rule for rule in self.rules if selector in (rule.id, rule.family))
        if not found:
            # Imported here: it would take a twentieth of every start.
            from difflib import get_close_matches

            names = sorted({rule.id for rule in self.rules} | {rule.family for rule in self.rules})
            close = get_close_matches(selector, names, 1)
            hint = f"; did you mean “{close[0]}”?" if close else ""
            raise ConfigError(f"no rule and no family is called “{selector}”{hint}")
        return found

    def narrowed(
        self,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severities: Mapping[str, Severity] | None = None,
        preview: bool = False,
    ) -> "RuleSet":
        """The rule set with only what `select` names, without what `ignore` names, at given severities.

        A rule whose severity is `off` runs only if it is selected by its own id (then as a warning) or given a
        severity by its own id; what is said of its family does not wake it. So it is with a rule in preview,
        unless `preview` lets all of these run.
        Raises ConfigError for a name that no rule or family bears.
        """
        by_id, levels = set(select), dict(severities or {})
        chosen = {rule.id for name in by_id for rule in self.matching(name)}
        dropped = {rule.id for name in ignore for rule in self.matching(name)}
        given = {rule.id: level for name, level in levels.items() for rule in self.matching(name)}
        rules = []
        for rule in self.rules:
            asleep = (rule.severity == "off" or (rule.preview and not preview)) and rule.id not in levels
            severity = "off" if asleep else given.get(rule.id, rule.severity)
            if severity == "off" and rule.id in by_id:
                severity = "warning" if rule.severity == "off" else rule.severity
            if severity == "off" or rule.id in dropped or (chosen and rule.id not in chosen):
                continue
            rules.append(rule if severity == rule.severity else replace(rule, severity=severity))
        return RuleSet(tuple(rules), self.options)
