"""Editions within what is checked: a folder with settings of its own is an edition of its own.

An archive holds many editions, each with its numbering, its serials and its names. A text belongs to the
nearest settings file above it, unless the settings of the run name it among their documents.
"""

import os
from collections.abc import Callable, Iterable

from edcheck.errors import ConfigError
from edcheck.model import Problem
from edcheck.records import dataclass
from edcheck.runner.discovery import Found, Given, Target, discover
from edcheck.settings import Settings

SettingsAbove = Callable[[str], Settings | None]
"""The settings for a folder: those of the nearest file in it or above it, None where there is none."""


@dataclass(slots=True)
class Part:
    """Texts that are checked under the same settings."""

    found: Found
    settings: Settings


def editions(found: Found, settings: Settings, above: SettingsAbove | None) -> list[Part]:
    """Split what was found by the settings it stands under; the run's own settings come first."""
    if above is None:
        return [Part(found, settings)]
    own: list[Target] = []
    others: dict[str, list[Target]] = {}
    nearest: dict[str, Settings | None] = {}
    named = (
        {os.path.realpath(target.path) for target in discover([], settings).targets} if _names(settings) else set()
    )
    problems = list(found.problems)
    for target in found.targets:
        folder = os.path.dirname(target.path) or "."
        if folder not in nearest:
            nearest[folder] = _settings(above, folder, problems)
        inner = nearest[folder]
        if (
            not target.reported
            or inner is None
            or inner.origin is None
            or _same(inner, settings)
            or os.path.realpath(target.path) in named
        ):
            own.append(target)
        else:
            others.setdefault(inner.origin.path, []).append(target)
    by_origin = {inner.origin.path: inner for inner in nearest.values() if inner is not None and inner.origin}
    parts = [Part(Found(own, problems, found.passed_over), settings)]
    for path, targets in others.items():
        inner = by_origin[path]
        files = [target.path for target in targets if target.data is None]
        given = [Given(target.path, target.data) for target in targets if target.data is not None]
        parts.append(Part(discover(files, inner, given[0] if given else None), inner))
    return parts


def _names(settings: Settings) -> bool:
    return bool(settings.edition.documents)


def _same(inner: Settings, settings: Settings) -> bool:
    return settings.origin is not None and inner.origin is not None and inner.origin.path == settings.origin.path


def _settings(above: SettingsAbove, folder: str, problems: list[Problem]) -> Settings | None:
    try:
        return above(folder)
    except ConfigError as error:
        problems += [Problem("error", "invalid-settings", line) for line in _new(str(error), problems)]
        return None


def _new(message: str, problems: Iterable[Problem]) -> list[str]:
    said = {problem.message for problem in problems}
    return [line for line in message.split("\n") if line not in said]
