"""Which files are checked: expands folders and the settings' documents, in reading order."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from edcheck.containers import SUFFIXES as CONTAINER_SUFFIXES
from edcheck.containers import has_container_suffix
from edcheck.model import Problem
from edcheck.model.naming import natural_order
from edcheck.patterns import lazy_pattern
from edcheck.readers import SUFFIXES, suffix_of
from edcheck.records import dataclass, field
from edcheck.runner.reading import is_report
from edcheck.settings import Settings, matches
from edcheck.settings.loading import NAME

_WILD = lazy_pattern(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Target:
    """A file to read: `path` for the file system, `name` for people, and what the settings name for it.

    `reported` is False for a document that is read only because the edition's rules need to know it. `data` is
    what to read instead of the file. `listed` is False for what is not reported and nobody named either: that it
    cannot be read is said where it is asked about.
    """

    path: str
    name: str
    encoding: str | None = None
    reported: bool = True
    listed: bool = True
    format: str | None = None
    language: str | None = None
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Given:
    """A text that lies in no file, or in a file as it was: standard input, what an editor has not saved.

    `name` is its path: by it the settings, the format and the name in reports are found; no such file need be.
    """

    name: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class Found:
    """The targets in reading order, what could not be found, and what is there beside the targets."""

    targets: list[Target]
    problems: list[Problem]
    passed_over: list[str] = field(default_factory=list)
    """Names of files that lie beside those that were named one by one, and are not read."""


def discover(paths: Iterable[str], settings: Settings, given: Given | None = None) -> Found:
    """Find the texts that `paths` name: files as they are, folders with all texts below them.

    Without paths, the settings' documents, or where there are none the working directory. The documents
    named in the settings come first, in their order, and are always read; where the settings name none, all texts
    of the folder of an `edcheck.toml` that files in it are checked under. Other files follow in natural order
    (`page 2` before `page 10`). `exclude` passes over what a folder or a glob yields, never a file
    that was named itself; an HTML report of edcheck is passed over likewise. A text that is given stands for the
    file of its name, and is a text more where there is none.
    """
    search = _Search(settings)
    named = list(paths) or ([] if settings.edition.documents or given else ["."])
    asked = sorted((file for path in named for file in search.expand(path)), key=_reading_order)
    identities = {_identity(file): file for file in reversed(asked)}
    documents = search.documents()
    edition = documents or search.surroundings([*identities, *([_identity(given.name)] if given else [])])
    folders = tuple(os.path.join(_identity(path), "") for path in named if os.path.isdir(path))
    targets: dict[str, Target] = {}
    for file in (*edition, *asked):
        identity = _identity(file)
        if identity not in targets:
            reported = not (named or given) or identity in identities or identity.startswith(folders)
            target = search.target(identities.get(identity, file), reported)
            targets[identity] = target if documents or reported else replace(target, listed=False)
    if given:
        targets[_identity(given.name)] = search.target(given.name, True, given.data)
    passed_over = [] if edition else [file for file in search.beside(named) if _identity(file) not in targets]
    return Found(list(targets.values()), search.problems, [shown(file) for file in passed_over])


def _identity(path: str) -> str:
    """What two paths to one file have in common."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def target_of(file: str, settings: Settings, given: Given | None = None) -> Target:
    """The target for one file that was named, or for the text that is given for it."""
    return _Search(settings).target(file, data=given.data if given else None)


def _reading_order(path: str) -> list[list[str | int]]:
    return natural_order(path.replace(os.sep, "/"))


def shown(path: str) -> str:
    """The path as findings give it: relative to the working directory, with `/`."""
    # The working directory may be gone, or the path lie on another drive: then the path itself is the best name.
    with contextlib.suppress(OSError, ValueError):
        path = os.path.relpath(path)
    return path.replace(os.sep, "/")


def _is_own(file: str) -> bool:
    """Tell whether a file is a report that an earlier run left among the texts."""
    return file.lower().endswith((".htm", ".html")) and is_report(file)


class _Search:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.problems: list[Problem] = []
        self.packages_asked = False

    def expand(self, path: str) -> list[str]:
        """The texts a path stands for; a file, or what is missing, stands for itself."""
        if not os.path.isdir(path):
            return [path]
        files = [file for file in self.walk(path) if self.is_text(file)]
        if not files:
            suffixes = ", ".join((*SUFFIXES, *CONTAINER_SUFFIXES))
            self.problem("no-texts", f"no texts in this folder: edcheck reads {suffixes}", shown(path))
        return files

    def is_text(self, file: str) -> bool:
        """Tell whether a file in a folder is read: by its suffix, or because the settings name its format."""
        suffix = suffix_of(file)
        if suffix in SUFFIXES:
            return not _is_own(file)
        if has_container_suffix(file) or (self.settings.formats and self.settings.format_of(self.relative(file))):
            return True
        return self.brought(suffix)

    def brought(self, suffix: str) -> bool:
        """Tell whether another package reads files of this suffix; what cannot be used is said once."""
        if not suffix or suffix in SUFFIXES:
            return False
        # Imported here: it looks through all packages that are installed.
        from edcheck.readers.plugins import plugins

        if not self.packages_asked:
            self.packages_asked = True
            self.problems += [Problem("notice", "broken-reader", fault) for fault in plugins().faults]
        return suffix in plugins().suffixes

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

    def surroundings(self, asked: list[str]) -> list[str]:
        """The texts of the folder that is the edition of the files asked for; none where nothing says so."""
        if self.settings.origin is None or self.settings.origin.table:
            return []
        root = os.path.join(_identity(self.settings.root), "")
        if not any(file.startswith(root) for file in asked):
            return []
        return sorted(filter(self.is_text, self.walk(self.settings.root, NAME)), key=_reading_order)

    def beside(self, named: list[str]) -> list[str]:
        """What lies in the folders of files that were named one by one; nothing where one alone was named."""
        files = [path for path in named if not os.path.isdir(path)]
        found: list[str] = []
        for folder in dict.fromkeys(map(os.path.dirname, files)) if len(files) > 1 else ():
            with contextlib.suppress(OSError):
                found += sorted(os.path.join(folder, name) for name in os.listdir(folder or "."))
        return found

    def walk(self, top: str, border: str = "") -> Iterator[str]:
        """All files below a folder, without hidden and excluded ones; a folder reached twice counts once.

        Folders in which a file of the name `border` lies are passed over, but for the first.
        """
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
            if border and folder != top and any(entry.name == border for entry in listed):
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

    def target(self, file: str, reported: bool = True, data: bytes | None = None) -> Target:
        """What is known of a file before it is read."""
        settings = self.settings
        target = Target(file, shown(file), reported=reported, data=data)
        if not has_container_suffix(file):
            self.brought(suffix_of(file))
        if not (settings.encodings or settings.formats or settings.languages):
            return target
        path = self.relative(file)
        return replace(
            target,
            encoding=settings.encoding_of(path),
            format=settings.format_of(path),
            language=settings.language_of(path),
        )

    def relative(self, path: str) -> str:
        """The path as the settings' globs see it."""
        return os.path.relpath(path, self.settings.root).replace(os.sep, "/")

    def problem(self, kind: str, message: str, path: str) -> None:
        self.problems.append(Problem("error", kind, message, path))
