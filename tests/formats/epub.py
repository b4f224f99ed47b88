"""Writes the edition as an EPUB, a file for each letter and one for the notes, and packs archives."""

import io
import zipfile
from html import escape

from formats.edition import AUTHOR, TITLE
from formats.notation import Call, Texts, joined, letters

_CONTAINER = (
    '<?xml version="1.0"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>\n"
)
_XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en">\n'
    "<head><title>{}</title></head>\n<body>\n{}\n</body>\n</html>\n"
)


def epub(damaged: bool) -> Texts:
    """The files of an EPUB 3: a chapter for each letter, all notes in a file of their own."""
    told_letters = letters(damaged)
    texts = Texts()
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    chapters = [f"letter-{number}.xhtml" for number in range(1, len(told_letters) + 1)]
    files["book/package.opf"] = _package([*chapters, "notes.xhtml"])
    entries = "".join(
        f'<li><a href="{name}">{letter.heading}</a></li>'
        for name, letter in zip(chapters, told_letters, strict=True)
    )
    files["book/nav.xhtml"] = _XHTML.format(
        TITLE, f'<nav epub:type="toc"><ol>{entries}<li><a href="notes.xhtml">Notes</a></li></ol></nav>'
    )
    notes = []
    for name, letter in zip(chapters, told_letters, strict=True):
        body = [f"<h2>{letter.heading}</h2>", f"<p>{letter.dateline}</p>"]
        body += [f"<p>{joined(parts, _epub_call, '<em>{}</em>', escape)}</p>" for parts in letter.paragraphs]
        files[f"book/{name}"] = _XHTML.format(letter.heading, "\n".join(body))
        notes += [
            f'<p id="n{number}" epub:type="endnote"><a href="{name}#r{number}" epub:type="backlink">{label}.</a> '
            f"{escape(text)}</p>"
            for label, number, text in letter.notes
        ]
    section = '<section epub:type="endnotes">\n<h2>Notes</h2>\n' + "\n".join(notes) + "\n</section>"
    files["book/notes.xhtml"] = _XHTML.format("Notes", section)
    for name, marked in files.items():
        texts.add(name, marked)
    return texts


def _epub_call(call: Call) -> str:
    return f'<a id="r{call.number}" href="notes.xhtml#n{call.number}" epub:type="noteref">{call.label}</a>'


def _package(files: list[str]) -> str:
    items = "".join(
        f'<item id="f{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(files)
    )
    spine = "".join(f'<itemref idref="f{number}"/>' for number in range(len(files)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<dc:identifier id="id">urn:uuid:6f1b6f0e-2a64-4b0e-9d59-3a6f0f6f1c55</dc:identifier>'
        f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:language>en</dc:language>"
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>\n<manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f"{items}</manifest>\n<spine>{spine}</spine>\n</package>\n"
    )


def zipped(files: dict[str, str]) -> bytes:
    """An archive of files in their order, `mimetype` stored, with a fixed time: the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return buffer.getvalue()
