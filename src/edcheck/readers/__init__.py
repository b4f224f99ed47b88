"""Readers by name, and which one a source needs."""

from edcheck.readers.html import read_html
from edcheck.readers.interface import Reader
from edcheck.readers.plain import read_plain
from edcheck.text import Source

READERS: dict[str, Reader] = {"plain": read_plain, "html": read_html}
SUFFIXES: dict[str, str] = {
    ".txt": "plain",
    ".text": "plain",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
}

__all__ = ["READERS", "SUFFIXES", "Reader", "reader_for"]


def reader_for(source: Source, format: str | None = None) -> Reader:
    """The reader for a source: the one named, else by suffix, else by how the text begins."""
    if format is None:
        suffix = source.name[source.name.rfind(".") :].lower() if "." in source.name else ""
        format = SUFFIXES.get(suffix) or _by_content(source.text)
    return READERS[format]


def _by_content(text: str) -> str:
    head = text[:1024].lstrip().lower()
    return "html" if head.startswith(("<!doctype html", "<html", "<head", "<body")) else "plain"
