"""The package file of an EPUB (`content.opf`): what belongs to the book, in which order, and how it is called."""

from edcheck.patterns import lazy_pattern
from edcheck.readers.small_xml import Tag, Words, walk
from edcheck.records import dataclass, field
from edcheck.text import Source, Span

NCX_TYPE = "application/x-dtbncx+xml"
TEXT_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/html"})
"""Media types of pages; the last two stand in books made before the standard was read."""
_FALLBACKS = 8
"""How far a file's fallbacks are followed; they may lead in a circle."""
_PAGE_NAME = lazy_pattern(r"\.(?:xhtml|html?|xht)\Z")


def is_page_name(name: str) -> bool:
    """True where a file's name says that it is a page."""
    return bool(_PAGE_NAME.search(name.lower()))


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book as the manifest lists it; `href` is as written, relative to the package file."""

    id: str
    href: str
    media_type: str
    span: Span
    fallback: str = ""
    is_navigation: bool = False
    """It is the table of contents of an EPUB 3."""

    @property
    def is_page(self) -> bool:
        """True for XHTML, by its type, else by its name."""
        if self.media_type:
            return self.media_type in TEXT_TYPES
        return is_page_name(self.href)

    @property
    def is_ncx(self) -> bool:
        """True for the table of contents of an EPUB 2."""
        return self.media_type == NCX_TYPE or (not self.media_type and self.href.lower().endswith(".ncx"))

    @property
    def rank(self) -> int:
        """Where it stands in a book whose spine does not name it: pages, tables of contents, all else."""
        if self.is_page:
            return int(self.is_navigation)
        return 2 if self.is_ncx else 3


@dataclass(slots=True)
class Package:
    """What a package file says. `spine` holds the ids of the reading order, each with its place.

    `entry` is the package file's own path in the archive, from which its `href`s count. `whole` is False where it
    breaks off, so that what it lists need not be all.
    """

    entry: str
    items: dict[str, Item] = field(default_factory=dict)
    spine: list[tuple[str, Span]] = field(default_factory=list)
    title: str = ""
    language: str = ""
    whole: bool = False

    def page_of(self, name: str) -> Item | None:
        """The page that the spine means by an id: the item itself, else the first page among its fallbacks."""
        item = self.items.get(name)
        for _ in range(_FALLBACKS):
            if item is None or item.is_page:
                return item
            item = self.items.get(item.fallback)
        return None


def read_package(entry: str, source: Source) -> Package:
    """Read the package file `entry`; what is missing or broken in it is passed over."""
    package = Package(entry)
    wanted = ""
    for part in walk(source.text):
        if isinstance(part, Words):
            if wanted:
                text = " ".join(part.text.split())
                package.title = package.title or (text if wanted == "title" else "")
                package.language = package.language or (text if wanted == "language" else "")
            continue
        wanted = part.name if part.name in ("title", "language") and not part.closing else ""
        if part.name == "item" and not part.closing:
            _add_item(package, part)
        elif part.name == "itemref" and part.get("idref"):
            package.spine.append((part.get("idref").strip(), part.span))
        elif part.name == "package" and part.closing:
            package.whole = True
    return package


def _add_item(package: Package, tag: Tag) -> None:
    href = tag.get("href").strip()
    # An item without an id cannot be named by the spine, but it is part of the book.
    name = tag.get("id").strip() or f"#{len(package.items)}"
    if href:
        media_type, fallback = tag.get("media-type").strip().lower(), tag.get("fallback").strip()
        navigation = "nav" in tag.get("properties").split()
        package.items.setdefault(name, Item(name, href, media_type, tag.span, fallback, navigation))


def package_paths(container: str) -> list[str]:
    """The package files that `META-INF/container.xml` names, in order."""
    return [
        tag.get("full-path").strip()
        for tag in walk(container)
        if isinstance(tag, Tag) and tag.name == "rootfile" and tag.get("full-path").strip()
    ]


def encrypted_paths(encryption: str) -> set[str]:
    """The files that `META-INF/encryption.xml` says are encrypted, obfuscated fonts among them."""
    return {
        tag.get("uri").strip()
        for tag in walk(encryption)
        if isinstance(tag, Tag) and tag.name == "cipherreference" and tag.get("uri")
    }
