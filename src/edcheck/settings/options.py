"""A rule's options: from a table of the settings file to the rule's own frozen dataclass."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from edcheck.errors import ConfigError
from edcheck.rule import Rule
from edcheck.ruleset import RuleSet
from edcheck.settings.complaints import complaint, did_you_mean
from edcheck.settings.origin import Origin


def rule_options(
    ruleset: RuleSet, tables: Mapping[str, Mapping[str, Any]], origin: Origin | None
) -> dict[str, Any]:
    """Make each named rule's options of its table; raises ConfigError for what a rule does not know."""
    by_id = {rule.id: rule for rule in ruleset.rules}
    options = {}
    for name, table in tables.items():
        if name not in by_id:
            raise _error(origin, ("rules", name), f"“{name}” is a family: options belong to a single rule", True)
        options[name] = _options(by_id[name], table, origin)
    return options


def _options(rule: Rule, table: Mapping[str, Any], origin: Origin | None) -> Any:
    known = [field.name for field in dataclasses.fields(rule.options)]
    for key in table:
        if key.replace("-", "_") not in known:
            names = [name.replace("_", "-") for name in known]
            hint = did_you_mean(key, [*names, "severity"]) or (
                f"; known are {', '.join(names)}" if names else "; it has none"
            )
            raise _error(origin, ("rules", rule.id, key), f"{rule.id} has no option “{key}”{hint}", True)
    # JSON is the strict form that still takes a list for a tuple and text for a date.
    text = json.dumps({key.replace("-", "_"): value for key, value in table.items()}, default=str)
    try:
        return TypeAdapter(rule.options).validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        parts = tuple(part.replace("_", "-") if isinstance(part, str) else part for part in first["loc"])
        first["loc"] = parts
        raise _error(origin, ("rules", rule.id, *parts), f"{rule.id}: {complaint(first)}") from None


def _error(origin: Origin | None, path: tuple[str | int, ...], message: str, at_key: bool = False) -> ConfigError:
    return origin.error(path, message, at_key) if origin else ConfigError(message)
