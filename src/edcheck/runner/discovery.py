"""Which files are checked: expands folders and the settings' documents, in reading order."""

import contextlib
import os
from collections.abc import Iterable, Iterator

from edcheck.containers import has_container_suffix
from edcheck.model import Problem
from edcheck.model.naming import natural_order
from edcheck.patterns import lazy_pattern
from edcheck.readers import SUFFIXES
from edcheck.records import dataclass
from edcheck.runner.reading import is_report
from edcheck.settings import Settings, matches

_WILD = lazy_pattern(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Target:
    """A file to read: `path` for the file system, `name` for people, the encoding the settings name for it.

    `reported` is False for a document that is read only because the edition's rules need to know it.
    """

    path: str
    name: str
    encoding: str | None = None
    reported: bool = True


@dataclass(slots=True)
class Found:
    """The targets in reading order, and what could not be found."""

    targets: list[Target]
    problems: list[Problem]


def discover(paths: Iterable[str], settings: Settings) -> Found:
    """Find the texts that `paths` name: files as they are, folders with all texts below them.

    Without paths, the settings' documents, or where there are none the working directory. The documents
    named in the settings come first, in their order, and are always read; other files follow in natural
    order (`page 2` before `page 10`). `exclude` passes over what a folder or a glob yields, never a file
    that was named itself; an HTML report of edcheck is passed over likewise.
    """
    search = _Search(settings)
    edition = search.documents()
    named = list(paths) or ([] if settings.edition.documents else ["."])
    asked = sorted((file for path in named for file in search.expand(path)), key=_reading_order)
    identities = {_identity(file) for file in asked}
    folders = tuple(os.path.join(_identity(path), "") for path in named if os.path.isdir(path))
    targets: dict[str, Target] = {}
    for file in (*edition, *asked):
        identity = _identity(file)
        if identity not in targets:
            reported = not named or identity in identities or identity.startswith(folders)
            targets[identity] = Target(file, shown(file), search.encoding(file), reported)
    return Found(list(targets.values()), search.problems)


def _identity(path: str) -> str:
    """What two paths to one file have in common."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def target_of(file: str, settings: Settings) -> Target:
    """The target for one file that was named."""
    return Target(file, shown(file), _Search(settings).encoding(file))


def _reading_order(path: str) -> list[list[str | int]]:
    return natural_order(path.replace(os.sep, "/"))


def shown(path: str) -> str:
    """The path as findings give it: relative to the working directory, with `/`."""
    # The working directory may be gone, or the path lie on another drive: then the path itself is the best name.
    with contextlib.suppress(OSError, ValueError):
        path = os.path.relpath(path)
    return path.replace(os.sep, "/")


def _is_text(file: str) -> bool:
    if os.path.splitext(file)[1].lower() in SUFFIXES:
        return not _is_own(file)
    return has_container_suffix(file)


def _is_own(file: str) -> bool:
    """Tell whether a file is a report that an earlier run left among the texts."""
    return file.lower().endswith((".htm", ".html")) and is_report(file)


class _Search:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.problems: list[Problem] = []

    def expand(self, path: str) -> list[str]:
        """The texts a path stands for; a file, or what is missing, stands for itself."""
        if not os.path.isdir(path):
            return [path]
        files = [file for file in self.walk(path) if _is_text(file)]
        if not files:
            suffixes = ", ".join(SUFFIXES)
            self.problem("no-texts", f"no texts in this folder: edcheck reads {suffixes}", shown(path))
        return files

    def documents(self) -> list[str]:
        """The files that the settings name, glob by glob."""
        found: list[str] = []
        for glob in self.settings.edition.documents:
            files = self.document(glob)
            found.extend(sorted(files, key=_reading_order))
        return found

    def document(self, glob: str) -> list[str]:
        path = os.path.join(self.settings.root, glob)
        if not _WILD.search(glob) or os.path.lexists(path):
            return self.expand(path)
        folder = _WILD.split(glob)[0].rpartition("/")[0]
        top = os.path.join(self.settings.root, folder)
        files = [file for file in self.walk(top) if matches(glob, self.relative(file)) and not _is_own(file)]
        if not files:
            self.problem("no-texts", f"the settings name the documents “{glob}”, and no file matches", "")
        return files

    def walk(self, top: str) -> Iterator[str]:
        """All files below a folder, without hidden and excluded ones; a folder reached twice counts once."""
        waiting, visited = [top], set()
        while waiting:
            folder = waiting.pop()
            try:
                status = os.stat(folder)
                if (status.st_dev, status.st_ino) in visited:
                    continue
                visited.add((status.st_dev, status.st_ino))
                with os.scandir(folder) as entries:
                    listed = list(entries)
            except OSError as error:
                self.problem("unreadable", f"this folder cannot be read: {error.strerror}", shown(folder))
                continue
            for entry in sorted(listed, key=lambda entry: entry.name):
                path = entry.path.removeprefix(f".{os.sep}")
                if entry.name.startswith(".") or self.excluded(path):
                    continue
                # `DirEntry.is_dir` raises where a link leads in a circle.
                if os.path.isdir(path) if entry.is_symlink() else entry.is_dir():
                    waiting.append(path)
                else:
                    yield path

    def excluded(self, path: str) -> bool:
        return bool(self.settings.exclude) and self.settings.excludes(self.relative(path))

    def encoding(self, path: str) -> str | None:
        return self.settings.encoding_of(self.relative(path)) if self.settings.encodings else None

    def relative(self, path: str) -> str:
        """The path as the settings' globs see it."""
        return os.path.relpath(path, self.settings.root).replace(os.sep, "/")

    def problem(self, kind: str, message: str, path: str) -> None:
        self.problems.append(Problem("error", kind, message, path))
