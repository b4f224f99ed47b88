"""Formats by name and suffix, and which one a source has.

A format's module is imported when the first text of that format is read: no start pays for what it does not use.
"""

from functools import cache
from importlib import import_module
from typing import cast

from edcheck.readers.interface import Reader
from edcheck.records import dataclass
from edcheck.text import Source

__all__ = ["FORMATS", "SUFFIXES", "Format", "Reader", "format_of", "reader_for"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that texts come in: its name, the suffixes of its files, and its reader as `module:function`."""

    name: str
    suffixes: tuple[str, ...]
    entry: str


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("plain", (".txt", ".text"), "edcheck.readers.plain:read_plain"),
        Format("html", (".htm", ".html", ".xhtml"), "edcheck.readers.html:read_html"),
        Format("markdown", (".md", ".markdown", ".mdown", ".qmd"), "edcheck.readers.markdown:read_markdown"),
        Format("ncx", (".ncx",), "edcheck.readers.ncx:read_ncx"),
    )
}
SUFFIXES: dict[str, str] = {suffix: format.name for format in FORMATS.values() for suffix in format.suffixes}


def reader_for(source: Source, format: str | None = None) -> Reader:
    """The reader for a source: of the format named, else of the one its name or its text speaks for.

    Raises KeyError where `format` names none.
    """
    return _reader(FORMATS[format or format_of(source)].entry)


def format_of(source: Source) -> str:
    """The name of a source's format: by suffix, else by how the text begins."""
    suffix = source.name[source.name.rfind(".") :].lower() if "." in source.name else ""
    return SUFFIXES.get(suffix) or _by_content(source.text)


@cache
def _reader(entry: str) -> Reader:
    module, _, name = entry.partition(":")
    return cast("Reader", getattr(import_module(module), name))


def _by_content(text: str) -> str:
    head = text[:1024].lstrip().lower()
    return "html" if head.startswith(("<!doctype html", "<html", "<head", "<body")) else "plain"
