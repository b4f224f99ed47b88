"""Word files: a paragraph a line, so that a position is a paragraph and a character in it.

Footnotes, endnotes and comments follow the body as further lines. What stands for a note in the body is one
character (U+FFFC), as it is in Word. Text that was deleted with tracked changes is left out, inserted text is not.

The optional extra `edcheck[docx]` reads the files. It gets only what has passed the guard of archives, unpacked
and measured there, and no pictures.
"""

import io
import zipfile
from typing import Any

from edcheck.containers.archive import Archive, open_archive
from edcheck.containers.interface import Contents, Text
from edcheck.containers.manuscript import Manuscript
from edcheck.errors import ReadError
from edcheck.text import Decoding
from edcheck.text.marked import MarkedSource

_MAIN = "word/document.xml"
_READ = (".xml", ".rels")
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))


def open_docx(name: str, data: bytes, encoding: str | None = None) -> Contents:
    """Write the text of a Word file out, with its marks; raises ReadError where it cannot be read."""
    try:
        from docx import Document
        from docx.oxml.parser import parse_xml
    except ImportError:
        raise ReadError("not read: Word files need the extra “docx” (pip install 'edcheck[docx]')") from None
    archive = open_archive(name, data)
    if _MAIN not in archive:
        raise ReadError(f"not read: there is no {_MAIN} in it, so it is no Word file")
    package = _guarded(archive)
    try:
        document = Document(package)
        manuscript = Manuscript(_targets(document.part), _styles(document))
        manuscript.body(document.element.body)
        for part in document.part.package.iter_parts():
            for ending, kind in _NOTES:
                if str(part.partname).endswith(f"/{ending}.xml"):
                    manuscript.notes(kind, parse_xml(part.blob), _targets(part))
        properties = document.core_properties
        title, language = str(properties.title or ""), str(properties.language or "")
    except Exception as error:
        raise ReadError(f"damaged: it is no Word file that can be read ({_reason(error)})") from None
    source = MarkedSource(name, data, manuscript.text(), Decoding("utf-8", "given"))
    source.marks = manuscript.marks
    return Contents([Text(source, "docx")], archive.problems, title=title, language=language)


def _guarded(archive: Archive) -> io.BytesIO:
    """The archive once more with what is read of it, every byte measured; pictures and the like are left empty."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        for entry in archive.entries:
            made.writestr(entry, archive.read(entry) if entry.lower().endswith(_READ) else b"")
    package.seek(0)
    return package


def _targets(part: Any) -> dict[str, str]:
    """Where the links of a part lead, by the identifiers of their relations."""
    return {name: str(one.target_ref) for name, one in part.rels.items() if one.is_external}


def _styles(document: Any) -> dict[str, str]:
    """The names of styles by their identifiers, which depend on the language of Word; in small letters."""
    return {style.style_id: str(style.name or "").lower() for style in document.styles}


def _reason(error: Exception) -> str:
    words = str(error).split("\n")[0]
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
