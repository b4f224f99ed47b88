"""Archives and books made by hand, so that a test can make them wrong in any way."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="uid">urn:weir</dc:identifier><dc:title>{title}</dc:title><dc:language>{language}</dc:language>
</metadata>
<manifest>
{items}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def page(body: str, title: str = "A page") -> str:
    """An XHTML page as books have them."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n'
        f"<head><title>{title}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def book(
    pages: Mapping[str, str | bytes],
    *,
    spine: list[str] | None = None,
    nav: str = "",
    ncx: str = "",
    title: str = "The Weir",
    language: str = "en",
    items: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book whose package lists `pages` (paths below `OEBPS/`), with `spine` as their order of reading."""
    listed = "".join(
        f'<item id="i{index}" href="{name}" media-type="application/xhtml+xml"/>\n'
        for index, name in enumerate(pages)
    )
    files = dict(pages)
    if nav:
        files["nav.xhtml"] = nav
        listed += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
    if ncx:
        files["toc.ncx"] = ncx
        listed += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>\n'
    order = list(pages)
    refs = "".join(
        f'<itemref idref="{f"i{order.index(name)}" if name in order else name}"/>\n'
        for name in (order if spine is None else spine)
    )
    package = PACKAGE.format(title=title, language=language, items=listed + items, spine=refs)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER.format("OEBPS/content.opf"),
            "OEBPS/content.opf": package,
            **{f"OEBPS/{name}": content for name, content in files.items()},
            **(more or {}),
        }
    )


class RawEntry:
    """One entry of a hand-made archive; every field can be made to lie."""

    def __init__(self, name: str | bytes, content: bytes = b"Reeds.", **lies: int) -> None:
        self.name = name.encode() if isinstance(name, str) else name
        self.packed = zlib.compress(content, 9)[2:-4]
        self.fields = {
            "flags": 0,
            "method": 8,
            "checksum": zlib.crc32(content),
            "packed": len(self.packed),
            "size": len(content),
            "attributes": 0,
            "local_method": 8,
            "local_size": len(content),
            **lies,
        }

    def local(self) -> bytes:
        """The header before the entry, and the entry."""
        f = self.fields
        return (
            struct.pack(
                "<4s5H3L2H",
                b"PK\x03\x04",
                20,
                f["flags"],
                f["local_method"],
                0,
                0,
                f["checksum"],
                f["packed"],
                f["local_size"],
                len(self.name),
                0,
            )
            + self.name
            + self.packed
        )

    def record(self, offset: int) -> bytes:
        """What the table of contents says of it."""
        f = self.fields
        return (
            struct.pack(
                "<4s6H3L5H2L",
                b"PK\x01\x02",
                20,
                20,
                f["flags"],
                f["method"],
                0,
                0,
                f["checksum"],
                f["packed"],
                f["size"],
                len(self.name),
                0,
                0,
                0,
                0,
                f["attributes"],
                f.get("offset", offset),
            )
            + self.name
        )


def raw_archive(*entries: RawEntry, count: int | None = None, before: bytes = b"", behind: bytes = b"") -> bytes:
    """An archive byte by byte."""
    body, table = b"", b""
    for entry in entries:
        table += entry.record(len(body))
        body += entry.local()
    said = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, said, said, len(table), len(body), 0)
    return before + body + table + end + behind
