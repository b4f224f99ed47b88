"""Finds and reads the settings file."""

import os
from dataclasses import replace
from typing import Any

from edcheck.errors import ConfigError
from edcheck.model import Names
from edcheck.settings.origin import Origin
from edcheck.settings.values import Settings

NAME = "edcheck.toml"
PROJECT = "pyproject.toml"
_LIMIT = 4 * 1024 * 1024
"""Bytes of a settings file beyond which it is not read: none that a person wrote is so large."""


def find(start: str) -> str | None:
    """Look for a settings file in `start` (in its folder, where it is a file) and in every folder above.

    In one folder `edcheck.toml` comes before `pyproject.toml`, which counts only if it mentions `tool.edcheck`.
    """
    folder = os.path.realpath(start)
    while True:
        own, project = os.path.join(folder, NAME), os.path.join(folder, PROJECT)
        # A link that leads nowhere is complained of, not passed over.
        if os.path.isfile(own) or os.path.islink(own):
            return own
        if os.path.isfile(project) and b"tool.edcheck" in _bytes(project):
            return project
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def load(path: str) -> Settings:
    """Read and validate a settings file.

    Raises ConfigError: one line for each thing that is wrong, with file, line and column.
    """
    shown = _shown(path)
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{shown}: not UTF-8 (byte {error.start + 1}); save the settings file as UTF-8"
        ) from None
    origin = Origin(shown, text, ("tool", "edcheck") if os.path.basename(path) == PROJECT else ())
    data: Any = _parsed(origin)
    for name in origin.table:
        data = data.get(name) if isinstance(data, dict) else None
    return validated({} if data is None else data, origin, os.path.dirname(os.path.abspath(path)))


def validated(data: Any, origin: Origin, root: str) -> Settings:
    """Make `Settings` of a parsed table; raises ConfigError as `load` does."""
    # Imported here, not above: see the package's docstring.
    from pydantic import ValidationError

    from edcheck.settings.complaints import complaint
    from edcheck.settings.elements import named_twice
    from edcheck.settings.schema import SettingsTable

    try:
        table = SettingsTable.model_validate(data)
    except ValidationError as error:
        found = [
            (origin.offset(one["loc"], one["type"] == "extra_forbidden"), complaint(one)) for one in error.errors()
        ]
        lines = [f"{origin.at(offset)}: {sentence}" for offset, sentence in sorted(found)]
        raise ConfigError("\n".join(dict.fromkeys(lines))) from None
    twice = named_twice(table.edition.elements)
    if twice:
        role, sentence = twice
        raise origin.error(("edition", "elements", role), f"edition.elements.{role}: {sentence}")
    edition, listed = table.edition.edition(), table.edition.names.file
    if listed is not None:
        edition = replace(edition, names=_with_list(edition.names, listed, root, origin))
    return Settings(
        edition=edition,
        select=tuple(table.check.select),
        ignore=tuple(table.check.ignore),
        fail_on=table.check.fail_on,
        preview=table.check.preview,
        severities={name: rule.severity for name, rule in table.rules.items() if rule.severity},
        options={name: rule.options() for name, rule in table.rules.items() if rule.options()},
        # The list stands among the texts, and is none.
        exclude=(*table.files.exclude, *((listed,) if listed else ())),
        encodings=tuple(table.files.encodings.items()),
        formats=tuple(table.files.formats.items()),
        languages=tuple(table.files.languages.items()),
        root=root,
        origin=origin,
    )


def _with_list(names: Names, file: str, root: str, origin: Origin) -> Names:
    from edcheck.settings.namelist import joined, read_names

    path = os.path.join(root, file)
    try:
        text = _bytes(path, "names").decode("utf-8-sig")
    except ConfigError as error:
        raise origin.error(("edition", "names", "file"), f"edition.names.file: {error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{_shown(path)}: not UTF-8 (byte {error.start + 1}); save the list as UTF-8") from None
    return joined(names, read_names(text, _shown(path)))


def _parsed(origin: Origin) -> dict[str, Any]:
    import tomllib

    # TOML knows \n and \r\n; a lone \r is an error there, so lines count as ours do.
    try:
        return tomllib.loads(origin.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_syntax_error(origin, str(error))) from None
    except RecursionError:
        raise ConfigError(f"{origin.path}: lists or tables are nested too deeply") from None


def _syntax_error(origin: Origin, message: str) -> str:
    """Turn tomllib's `Invalid value (at line 3, column 8)` into `file:3:8: invalid value`."""
    what, _, place = message.rstrip(")").partition(" (at ")
    what = what[:1].lower() + what[1:]
    if place.startswith("line "):
        line, _, column = place.removeprefix("line ").partition(", column ")
        return f"{origin.path}:{line}:{column}: not TOML: {what}"
    return f"{origin.at(len(origin.text))}: not TOML: {what}"


def _bytes(path: str, what: str = "settings") -> bytes:
    try:
        with open(path, "rb") as stream:
            data = stream.read(_LIMIT + 1)
    except OSError as error:
        raise ConfigError(f"{_shown(path)}: {what} cannot be read: {error.strerror or error}") from None
    if len(data) > _LIMIT:
        raise ConfigError(f"{_shown(path)}: larger than {_LIMIT // 1024 // 1024} MB: no {what} are so large")
    return data


def _shown(path: str) -> str:
    """The path as people see it: relative to the working directory where it lies below it."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return path
    return (path if relative.startswith(os.pardir) else relative).replace(os.sep, "/")
