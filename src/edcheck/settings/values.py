"""`Settings`: the values of one run."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from edcheck.errors import ConfigError
from edcheck.model import Edition, Severity
from edcheck.records import dataclass, field
from edcheck.rule import Rule
from edcheck.ruleset import RuleSet
from edcheck.settings.globs import matches
from edcheck.settings.origin import Origin

FailOn = Literal["error", "warning", "information", "never"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the edition is, what to check, and where; everything has a default.

    `severities` and `options` go by rule id (`severities` by family, too). `options` holds tables as they stand
    in the file. `exclude` and the globs of `encodings`, `formats` and `languages` are relative to `root`, the
    folder of the settings file; of several globs that match, the first counts.
    """

    edition: Edition = Edition()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    preview: bool = False
    """Rules in preview run as well."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    encodings: tuple[tuple[str, str], ...] = ()
    formats: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    root: str = "."
    origin: Origin | None = None

    def excludes(self, path: str) -> bool:
        """Tell whether a path relative to `root`, with `/`, is passed over."""
        return any(matches(glob, path) for glob in self.exclude)

    def encoding_of(self, path: str) -> str | None:
        """The encoding named for a path relative to `root`, None where none is."""
        return _first(self.encodings, path)

    def format_of(self, path: str) -> str | None:
        """The format named for a path relative to `root`, None where none is."""
        return _first(self.formats, path)

    def language_of(self, path: str) -> str | None:
        """The language named for a path relative to `root`, None where none is."""
        return _first(self.languages, path)

    def ruleset(self, rules: Iterable[Rule]) -> RuleSet:
        """Of `rules`, those that run, with their severities and options.

        Raises ConfigError where the settings name a rule, a family or an option that there is not.
        """
        every = RuleSet(tuple(rules))
        for key, names in (("select", self.select), ("ignore", self.ignore)):
            for index, name in enumerate(names):
                self._look_up(every, name, ("check", key, index))
        for name in {**self.severities, **self.options}:
            self._look_up(every, name, ("rules", name))
        if self.options:
            # Imported here because it needs pydantic, which a run without rule options must not pay for.
            from edcheck.settings.options import rule_options

            every = RuleSet(every.rules, rule_options(every, self.options, self.origin))
        # A rule's own severity wins over its family's.
        levels = dict(sorted(self.severities.items(), key=lambda item: "/" in item[0]))
        return every.narrowed(self.select, self.ignore, levels, self.preview)

    def _look_up(self, ruleset: RuleSet, name: str, path: tuple[str | int, ...]) -> None:
        try:
            ruleset.matching(name)
        except ConfigError as error:
            if self.origin is None:
                raise
            raise self.origin.error(path, str(error), at_key=True) from None


def _first(named: tuple[tuple[str, str], ...], path: str) -> str | None:
    return next((value for glob, value in named if matches(glob, path)), None)
