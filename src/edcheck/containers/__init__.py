"""Files that hold texts rather than being one: books, compressed pages. Bytes in, sources out.

A kind's module is imported when the first file of that kind is read: no start pays for what it does not use.
"""

from functools import cache
from importlib import import_module
from typing import cast

from edcheck.containers.interface import Container, Contents, Text
from edcheck.records import dataclass

__all__ = [
    "CONTAINERS",
    "SUFFIXES",
    "Container",
    "ContainerKind",
    "Contents",
    "Text",
    "container_for",
    "has_container_suffix",
]


@dataclass(frozen=True, slots=True)
class ContainerKind:
    """A kind of file that holds texts: its name, its suffixes, and its container as `module:function`.

    `magic` holds the bytes by which such a file is known whatever its name is, each with its offset; none where
    the bytes alone do not tell.
    """

    name: str
    suffixes: tuple[str, ...]
    entry: str
    magic: tuple[tuple[int, bytes], ...] = ()


CONTAINERS: dict[str, ContainerKind] = {
    kind.name: kind
    for kind in (
        ContainerKind(
            "epub",
            (".epub",),
            "edcheck.containers.epub:open_epub",
            ((0, b"PK\x03\x04"), (30, b"mimetypeapplication/epub+zip")),
        ),
        ContainerKind(
            "docx",
            (".docx",),
            "edcheck.containers.docx:open_docx",
            ((0, b"PK\x03\x04"), (30, b"[Content_Types].xml")),
        ),
        # Known by its first bytes alone: what a folder holds under `.gz` need not be a text.
        ContainerKind("gzip", (), "edcheck.containers.gzip:open_gzip", ((0, b"\x1f\x8b\x08"),)),
    )
}
SUFFIXES = tuple(suffix for kind in CONTAINERS.values() for suffix in kind.suffixes)
"""The endings by which a container is known where a folder is searched for texts."""


def container_for(name: str, data: bytes, format: str | None = None) -> Container | None:
    """The container that reads a file; None where the file is one text.

    It is the one that `format` names, if it names any, else that of the suffix, else that of how the file begins.
    """
    if format in CONTAINERS:
        return _container(CONTAINERS[format].entry)
    lowered = name.lower()
    for kind in CONTAINERS.values():
        if lowered.endswith(kind.suffixes):
            return _container(kind.entry)
    for kind in CONTAINERS.values():
        if kind.magic and all(data.startswith(mark, offset) for offset, mark in kind.magic):
            return _container(kind.entry)
    return None


def has_container_suffix(name: str) -> bool:
    """Tell whether a file is read as a container where a folder is searched for texts."""
    return name.lower().endswith(SUFFIXES)


@cache
def _container(entry: str) -> Container:
    module, _, name = entry.partition(":")
    return cast("Container", getattr(import_module(module), name))
