"""Readers that other packages bring, by the entry point group `edcheck.readers`: each entry is a `Format`.

To look for them takes as long as checking some pages, so it is done only where a name or a suffix is not one of
our own. A package that cannot be loaded is named, and the run goes on without it.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from edcheck.errors import ReadError
from edcheck.model import Edition, Markup
from edcheck.readers import FORMATS, SUFFIXES
from edcheck.readers.interface import Format, Reader
from edcheck.records import dataclass, field
from edcheck.text import Source

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "edcheck.readers"


@dataclass(slots=True)
class Plugins:
    """The formats of other packages by name and by suffix, and a sentence for each that cannot be used."""

    formats: dict[str, Format] = field(default_factory=dict)
    suffixes: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    packages: dict[str, str] = field(default_factory=dict)
    """Which package brings a format."""


@cache
def plugins() -> Plugins:
    """Find the formats of other packages; looked for once in a process."""
    from importlib.metadata import entry_points

    found = Plugins()
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            _add(found, entry)
        except Exception as error:
            found.faults.append(f"the reader “{entry.name}” of {_package(entry)} is not used: {_reason(error)}")
    return found


def _add(found: Plugins, entry: "EntryPoint") -> None:
    format = entry.load()
    if not isinstance(format, Format):
        raise TypeError("it is no edcheck.readers.Format")
    if format.name in FORMATS or format.name in found.formats:
        raise ValueError(f"there is a format “{format.name}” already")
    found.formats[format.name] = format
    found.packages[format.name] = _package(entry)
    for suffix in format.suffixes:
        if suffix.lower() not in SUFFIXES:
            found.suffixes.setdefault(suffix.lower(), format.name)


def _package(entry: "EntryPoint") -> str:
    return f"the package {entry.dist.name}" if entry.dist else entry.value


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def plugin_reader(name: str) -> Reader:
    """The reader of a format that another package brings; what it raises is said to be that package's fault.

    Raises KeyError where no package brings such a format, ReadError where its module cannot be loaded.
    """
    format = plugins().formats[name]
    blamed = f"the reader “{name}” of {plugins().packages[name]} failed"
    try:
        module, _, function = format.entry.partition(":")
        read = cast("Reader", getattr(import_module(module), function))
    except Exception as error:
        raise ReadError(f"{blamed}: {_reason(error)}") from error

    def guarded(source: Source, edition: Edition) -> Markup:
        try:
            return read(source, edition)
        except Exception as error:
            raise ReadError(f"{blamed}: {_reason(error)}") from error

    return guarded
