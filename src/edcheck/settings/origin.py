"""`Origin`: the file that settings come from, kept so that an error found later can still say where it is."""

from edcheck.errors import ConfigError
from edcheck.records import dataclass
from edcheck.text import Source


@dataclass(frozen=True, slots=True)
class Origin:
    """A settings file: its path as shown to people, its text, and the table in it that is edcheck's."""

    path: str
    text: str
    table: tuple[str, ...] = ()
    """Empty for `edcheck.toml`, `("tool", "edcheck")` for `pyproject.toml`."""

    def offset(self, path: tuple[str | int, ...], at_key: bool = False) -> int:
        """Where a key's value stands (the key itself where `at_key`), or what is nearest above it."""
        from edcheck.settings.places import places

        try:
            known = places(self.text)
        except RecursionError:
            known = {}
        full = (*self.table, *path)
        while full and full not in known:
            full, at_key = full[:-1], True
        return (known[full].key if at_key else known[full].value) if full else 0

    def at(self, offset: int) -> str:
        """`file:line:column` of an offset in the text."""
        position = Source.from_text(self.text).position(offset)
        return f"{self.path}:{position.line}:{position.column}"

    def error(self, path: tuple[str | int, ...], message: str, at_key: bool = False) -> ConfigError:
        """A `ConfigError` that points into the file."""
        return ConfigError(f"{self.at(self.offset(path, at_key))}: {message}")
