"""Addresses: which document of the edition a link leads to.

A target is relative to the file in which it stands; inside a container (`book.epub!text/one.xhtml`) it never
leaves it. Addresses with a scheme (`https:`) lead out of every edition.
"""

from collections.abc import Iterable
from posixpath import dirname, normpath, relpath

from edcheck.patterns import lazy_pattern

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_FILE = lazy_pattern(r"[^\s#?]*\.(?:x?html?|xml|tei|md|markdown|qmd|rst|wiki|txt)\Z", 2)
_INDEXES = ("index.html", "index.htm", "index.xhtml", "index.md", "README.md")


def own_name(path: str) -> str:
    """The last part of a document's name: how its own links may call it."""
    return path.replace("!", "/").rpartition("/")[2]


def split_target(target: str) -> tuple[str, str]:
    """The file of a target (empty where it stays) and the name that it asks for there (empty where none)."""
    file, mark, name = target.partition("#")
    if mark:
        return file, name
    return ("", target) if not _FILE.match(target) else (target, "")


def leads_out(target: str) -> bool:
    """Whether a target is an address of its own, no file beside this one."""
    return bool(_SCHEME.match(target))


class Addresses:
    """The documents of an edition by their paths."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = set(paths)
        self.folded = {path.casefold(): path for path in self.paths}
        self._found: dict[tuple[str, str], str | None] = {}

    def find(self, path: str, file: str) -> str | None:
        """The document that `file` means where it is written in the document `path`; None for no document."""
        key = path, file
        if key not in self._found:
            self._found[key] = self._find(path, file)
        return self._found[key]

    def _find(self, path: str, file: str) -> str | None:
        wanted = self.wanted(path, file)
        if wanted is None:
            return None
        choices = [wanted, f"{wanted}.html", *(f"{wanted}/{index}".lstrip("/") for index in _INDEXES)]
        return next((choice for choice in choices if choice in self.paths), None)

    def wanted(self, path: str, file: str) -> str | None:
        """The path that `file` asks for, whether there is such a document or not; None where it leads out."""
        if not file:
            return path
        if leads_out(file):
            return None
        file = file.partition("?")[0]
        if "%" in file:
            from urllib.parse import unquote

            file = unquote(file)
        book, mark, inner = path.rpartition("!")
        if file.startswith("/"):
            return f"{book}{mark}{normpath(file).lstrip('/')}" if mark else None
        joined = normpath(f"{dirname(inner)}/{file}" if dirname(inner) else file)
        if mark and joined.startswith("../"):
            return None
        return f"{book}{mark}{joined}"


def written_from(path: str, other: str) -> str:
    """How a link in the document `path` writes the document `other`; empty where they are one."""
    if path == other:
        return ""
    book, mark, inner = path.rpartition("!")
    return relpath(f"/{other[len(book) + len(mark) :]}", dirname(f"/{inner}"))
