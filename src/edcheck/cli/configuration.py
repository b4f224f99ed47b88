"""Which settings a command runs under."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from edcheck.settings import Settings, find, load


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--config FILE` and `--no-config`."""
    for option in (
        click.option("--no-config", is_flag=True, help="Use no settings file."),
        click.option("--config", metavar="FILE", help="Use this settings file instead of looking for one."),
    ):
        command = option(command)
    return command


def settings_for(paths: Sequence[str], config: str | None, no_config: bool) -> Settings:
    """The settings named, or found upwards from the first path; raises ConfigError where they are wrong."""
    if config and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    if no_config:
        return Settings()
    file = config or find(paths[0] if paths else ".")
    return load(file) if file else Settings()
