"""`edcheck schema`: the JSON Schemas of what edcheck reads and writes."""

import json
from collections.abc import Callable
from typing import Any

import click

from edcheck.cli.output import say


def _document() -> dict[str, Any]:
    from edcheck.inspection import document_schema

    return document_schema()


def _findings() -> dict[str, Any]:
    from edcheck.reports import report_schema

    return report_schema()


def _settings() -> dict[str, Any]:
    from edcheck.settings.schema import settings_schema

    return settings_schema()


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "document": _document,
    "findings": _findings,
    "settings": _settings,
}


@click.command("schema")
@click.argument("name", required=False, type=click.Choice(list(SCHEMAS)))
def command(name: str | None) -> int:
    """Print a JSON Schema.

    “document” describes what `edcheck inspect` prints, “findings” what `edcheck check -r json` writes,
    “settings” what may stand in edcheck.toml. Without NAME, all three by name.
    """
    schema: dict[str, Any] = SCHEMAS[name]() if name else {key: make() for key, make in SCHEMAS.items()}
    say(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0
