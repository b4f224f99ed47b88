"""Formats by name and suffix, and which one a source has.

A format's module is imported when the first text of that format is read: no start pays for what it does not use.
Formats that other packages bring (`edcheck.readers.plugins`) are asked for only where the built-in ones know
neither the name nor the suffix.
"""

from functools import cache
from importlib import import_module
from typing import cast

from edcheck.readers.interface import Format, Reader
from edcheck.text import Source

__all__ = ["FORMATS", "SUFFIXES", "Format", "Reader", "format_named", "format_of", "reader_for", "suffix_of"]

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("plain", (".txt", ".text"), "edcheck.readers.plain:read_plain"),
        Format("html", (".htm", ".html", ".xhtml"), "edcheck.readers.html:read_html"),
        Format("rest", (".rst", ".rest"), "edcheck.readers.rest:read_rest"),
        Format("wikitext", (".wiki", ".mediawiki", ".wikitext"), "edcheck.readers.wikitext:read_wikitext"),
        Format("markdown", (".md", ".markdown", ".mdown", ".qmd"), "edcheck.readers.markdown:read_markdown"),
        Format("tei", (".xml", ".tei"), "edcheck.readers.tei:read_tei"),
        Format("docx", (), "edcheck.readers.docx:read_docx"),
        Format("ncx", (".ncx",), "edcheck.readers.ncx:read_ncx"),
    )
}
SUFFIXES: dict[str, str] = {suffix: format.name for format in FORMATS.values() for suffix in format.suffixes}


def reader_for(source: Source, format: str | None = None) -> Reader:
    """The reader for a source: of the format named, else of the one its name or its text speaks for.

    Raises KeyError where `format` names none, ReadError where another package brings it and it cannot be used.
    """
    name = format or format_of(source)
    built_in = FORMATS.get(name)
    if built_in:
        return _reader(built_in.entry)
    from edcheck.readers.plugins import plugin_reader

    return plugin_reader(name)


def format_named(name: str) -> Format | None:
    """The format of that name, built in or brought by another package; None where there is none."""
    if name in FORMATS:
        return FORMATS[name]
    from edcheck.readers.plugins import plugins

    return plugins().formats.get(name)


def format_of(source: Source) -> str:
    """The name of a source's format: by suffix, else by how the text begins."""
    suffix = suffix_of(source.name)
    name = SUFFIXES.get(suffix, "")
    if name and name != "tei":
        return name
    if suffix and not name:
        from edcheck.readers.plugins import plugins

        name = plugins().suffixes.get(suffix, "")
        if name:
            return name
    # Imported here: most texts say by their names what they are.
    from edcheck.readers.detection import detected

    return detected(source.text, name or "plain")


def suffix_of(name: str) -> str:
    """The suffix of a text's name in small letters, that of the text itself where it is compressed."""
    name = name[max(name.rfind("/"), name.rfind("!")) + 1 :].lower().removesuffix(".gz")
    return name[name.rfind(".") :] if "." in name else ""


@cache
def _reader(entry: str) -> Reader:
    module, _, name = entry.partition(":")
    return cast("Reader", getattr(import_module(module), name))
