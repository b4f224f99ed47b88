"""EPUB 2 and 3: a book as the archive of its pages.

The pages come in the order of the spine, whether linear or not; then the pages that only the manifest lists, and
last the tables of contents (the navigation page, the NCX), so that what they say can be held against the headings.
Whether a book keeps to the standard is not asked here: only what keeps a text from being read is told.
"""

from collections.abc import Iterator

from edcheck.containers.archive import Archive, open_archive
from edcheck.containers.interface import Contents, Text
from edcheck.containers.package import (
    Item,
    Package,
    encrypted_paths,
    is_page_name,
    package_paths,
    read_package,
)
from edcheck.errors import ReadError
from edcheck.model import Problem
from edcheck.model.markup import ProblemLevel
from edcheck.model.naming import entry_name, natural_order, resolve_target
from edcheck.records import dataclass, field
from edcheck.text import Source, Span

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_NAMED = 3
"""Files that a problem with many of them calls by name."""


def open_epub(name: str, data: bytes, encoding: str | None = None) -> Contents:
    """Open a book; raises ReadError where it is no archive that can be opened."""
    archive = open_archive(name, data)
    book = _Book(archive, archive.problems)
    package = book.find_package()
    if package is not None:
        book.collect(package)
    if not book.pages:
        book.collect_by_name(package)
    contents = Contents(
        book.texts(encoding), book.problems, book.unread, is_edition=True, is_ordered=book.is_ordered
    )
    contents.entries = frozenset(archive.entries)
    if package is not None:
        contents.title = package.title
        contents.language = package.language.partition("-")[0].lower()
    return contents


@dataclass(slots=True)
class _Book:
    """A book while it is opened: its archive, what is wrong with it, and its pages in order with their formats."""

    archive: Archive
    problems: list[Problem]
    pages: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    is_ordered: bool = True
    """Whether the package file says the order of all pages."""
    _package: Source | None = None
    """The package file, in which its problems have their places."""
    _tables: set[str] = field(default_factory=set)
    """Tables of contents among the pages."""
    _folded: dict[str, str] | None = None

    def find_package(self) -> Package | None:
        """The package file that the book names, else the first one in it."""
        entries = self.archive.entries
        named = [path for path in package_paths(self._text(_CONTAINER)) if path in entries]
        found = named or sorted((name for name in entries if name.lower().endswith(".opf")), key=natural_order)
        if len(named) > 1:
            self._problem("notice", "several-packages", f"it has {len(named)} packages: the first one is read")
        if found and not named:
            self._problem("notice", "no-container", f"{_CONTAINER} names no package file: {found[0]} is taken")
        if not found:
            return None
        try:
            self._package = self._source(found[0])
            return read_package(found[0], self._package)
        except ReadError as error:
            self._problem("error", "unreadable", str(error), found[0])
            return None

    def collect(self, package: Package) -> None:
        """Put the pages in order: the spine, other pages of the manifest, tables of contents."""
        order: dict[str, Item] = {}
        for name, span in package.spine:
            item = package.page_of(name)
            if item is not None:
                order[item.id] = item
            elif name not in package.items:
                message = f"the spine names “{name}”, and no file of the manifest is called so"
                self._problem("error", "missing-item", message, package.entry, span)
        self.is_ordered = bool(package.spine)
        rest = sorted(package.items.values(), key=lambda item: (item.rank, natural_order(item.href)))
        order.update((item.id, item) for item in rest if item.id not in order)
        missing: list[str] = []
        for item in order.values():
            self._add(package, item, missing)
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            message = f"{_listed(missing)} {verb} in the manifest and not in the archive"
            self._problem("notice", "missing-resource", message, package.entry)
        strays = [name for name in self.archive.entries if is_page_name(name) and name not in self.pages]
        strays.sort(key=natural_order)
        if strays and self.pages and not package.whole:
            self._add_unlisted(package, strays)
        elif strays and self.pages:
            self._problem(
                "notice", "unlisted-page", f"not read, since the manifest does not list it: {_listed(strays)}"
            )

    def _add_unlisted(self, package: Package, strays: list[str]) -> None:
        """Take the pages that a broken package file does not list, before its tables of contents."""
        self.is_ordered = False
        pages = [entry for entry in self.pages if entry not in self._tables] + strays
        if not package.spine:
            pages.sort(key=natural_order)
        listed, self.pages = self.pages, dict.fromkeys(pages, "html")
        for entry in listed:
            self.pages.setdefault(entry, listed[entry])
        message = f"the package file breaks off: read are also pages that it does not list, {_listed(strays)}"
        self._problem("error", "broken-package", message, package.entry)

    def collect_by_name(self, package: Package | None) -> None:
        """Take all pages that the archive holds, where no package puts them in order."""
        self.is_ordered = False
        pages = sorted(filter(is_page_name, self.archive.entries), key=natural_order)
        self.pages = dict.fromkeys(pages, "html")
        what = "its package file lists no pages" if package else "it has no package file"
        if pages:
            self._problem("error", "no-package", f"{what}: all its pages are read, in the order of their names")
        else:
            self._problem("error", "no-pages", f"{what}, and the archive holds no pages")

    def texts(self, encoding: str | None) -> Iterator[Text]:
        """Unpack one page after the other."""
        encrypted = {name for name in encrypted_paths(self._text(_ENCRYPTION)) if name in self.pages}
        if encrypted:
            count = f"{len(encrypted)} of {len(self.pages)} pages are encrypted"
            self._problem(
                "error",
                "encrypted",
                f"{count} and cannot be read: {_listed(sorted(encrypted, key=natural_order))}",
            )
        for entry, format in self.pages.items():
            if entry in encrypted:
                self.unread.append(entry_name(self.archive.file, entry))
                continue
            try:
                yield Text(self._source(entry, encoding), format)
            except ReadError as error:
                self.unread.append(entry_name(self.archive.file, entry))
                self._problem("error", "unreadable", str(error), entry)

    def _add(self, package: Package, item: Item, missing: list[str]) -> None:
        """Add a page or a table of contents; of other files only say whether they are there."""
        resolved = resolve_target(package.entry, item.href)
        if resolved is None:
            return
        entry = self._entry(resolved[0], item.href)
        if entry is None and (item.is_page or item.is_ncx):
            message = f"the manifest lists “{item.href}”, and the archive does not hold it"
            self._problem("error", "missing-page", message, package.entry, item.span)
        elif entry is None:
            missing.append(item.href)
        elif item.is_page or item.is_ncx:
            self.pages.setdefault(entry, "html" if item.is_page else "ncx")
            if item.rank:
                self._tables.add(entry)

    def _entry(self, path: str, written: str) -> str | None:
        """The entry that a path means, also where the two are not spelt alike in capitals."""
        for name in (path, written):
            if name in self.archive:
                return name
        if self._folded is None:
            self._folded = {name.casefold(): name for name in reversed(self.archive.entries)}
        entry = self._folded.get(path.casefold())
        if entry is not None:
            message = f"the manifest calls it “{written}”, on many systems another file"
            self._problem("error", "other-capitals", message, entry)
        return entry

    def _source(self, entry: str, encoding: str | None = None) -> Source:
        data = self.archive.read(entry)
        try:
            return Source.from_bytes(entry_name(self.archive.file, entry), data, encoding)
        except (LookupError, UnicodeError):
            raise ReadError(f"not readable as {encoding}") from None

    def _text(self, entry: str) -> str:
        """The text of a file about the book; empty where it is missing or cannot be read."""
        try:
            return self._source(entry).text if entry in self.archive else ""
        except ReadError:
            return ""

    def _problem(
        self, level: ProblemLevel, kind: str, message: str, entry: str = "", span: Span | None = None
    ) -> None:
        path = entry_name(self.archive.file, entry) if entry else self.archive.file
        # Only the package file's problems have places.
        position = self._package.position(span.start) if span and self._package else None
        self.problems.append(Problem(level, kind, message, path, span, position))


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {len(names) - _NAMED} others" if len(names) > _NAMED else shown
