"""One page in every format: plain text, HTML of the 1990s, Markdown, TEI, and many of them as an EPUB."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

_TITLE = "Papers of the Council"
_CALL = re.compile(r"\[(\d+)\]")
_WHEN = (2000, 1, 1, 0, 0, 0)
"""The time that files of a book bear, so that the same pages give the same bytes."""


@dataclass(slots=True)
class Paper:
    """One dated paper: its paragraphs, with references in them, and its citation."""

    dateline: str
    paragraphs: list[str]
    citation: str


@dataclass(slots=True)
class Page:
    """Papers and the notes to them as (number, text)."""

    papers: list[Paper] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


def as_text(page: Page) -> str:
    """The page as plain text, a paragraph a line."""
    parts = [f"{_TITLE}\n\n* * *"]
    for paper in page.papers:
        parts += [paper.dateline, *paper.paragraphs, f"{paper.citation}\n"]
    parts += [f"{number}. {note}" for number, note in page.notes]
    return "\n\n".join(parts) + "\n"


def as_html(page: Page) -> str:
    """The page as HTML: every reference and its note link to each other."""
    parts = [f'<html lang="en">\n<head><title>{_TITLE}</title></head>\n<body>\n\n<h2>{_TITLE}</h2>']
    for paper in page.papers:
        parts.append(f"<h4>{paper.dateline}</h4>")
        parts += [f"<p>{linked(paragraph)}</p>" for paragraph in paper.paragraphs]
        parts.append(f'<p class="source"><i>{paper.citation}</i></p>')
    parts.append("<hr>\n\n<h3>Notes</h3>")
    parts += [f'<p><a name="n{number}" href="#f{number}">{number}.</a> {note}</p>' for number, note in page.notes]
    return "\n\n".join(parts) + "\n\n</body>\n</html>\n"


def linked(paragraph: str) -> str:
    """Make links of the references in a paragraph."""
    head, *rest = paragraph.split("[")
    for part in rest:
        number, _, tail = part.partition("]")
        head += f'<a name="f{number}" href="#n{number}">[{number}]</a>{tail}'
    return head


def as_markdown(page: Page) -> str:
    """The page as Markdown with footnotes, a paragraph a line."""
    parts = [f"# {_TITLE}"]
    for paper in page.papers:
        paragraphs = (_CALL.sub(r"[^\1]", paragraph) for paragraph in paper.paragraphs)
        parts += [f"## {paper.dateline}", *paragraphs, f"*{paper.citation}*"]
    parts += [f"[^{number}]: {note}" for number, note in page.notes]
    return "\n\n".join(parts) + "\n"


def as_tei(page: Page) -> str:
    """The page as TEI: a `div` for each paper, notes inside their sentences."""
    notes = {str(number): note for number, note in page.notes}
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">\n'
        f"<teiHeader><fileDesc><titleStmt><title>{_TITLE}</title></titleStmt></fileDesc></teiHeader>\n<text><body>"
    ]
    for paper in page.papers:
        parts.append(f"<div><opener><dateline>{paper.dateline}</dateline></opener>")
        for paragraph in paper.paragraphs:
            called = _CALL.sub(lambda call: f'<note n="{call[1]}">{notes[call[1]]}</note>', paragraph)
            parts.append(f"<p>{called}</p>")
        parts.append(f"<closer><bibl>{paper.citation}</bibl></closer></div>")
    return "\n".join(parts) + "\n</body></text>\n</TEI>\n"


FORMATS: tuple[tuple[str, str, Callable[[Page], str]], ...] = (
    ("text", ".txt", as_text),
    ("html", ".html", as_html),
    ("markdown", ".md", as_markdown),
    ("tei", ".xml", as_tei),
)
"""Formats of single pages: name, suffix, and what writes a page."""


_CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PACKAGE = f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">papers</dc:identifier>
<dc:title>{_TITLE}</dc:title><dc:language>en</dc:language></metadata>
<manifest>{{}}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>
<spine>{{}}</spine></package>
"""


def as_epub(pages: list[Page]) -> bytes:
    """A book with a chapter for each page, compressed."""
    names = [f"page{index:03}.xhtml" for index in range(len(pages))]
    items = [f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names]
    spine = [f'<itemref idref="{name}"/>' for name in names]
    entries = [f'<li><a href="{name}">{_TITLE}</a></li>' for name in names]
    files = {
        "META-INF/container.xml": _CONTAINER,
        "book.opf": _PACKAGE.format("".join(items), "".join(spine)),
        "nav.xhtml": _xhtml(f'<nav epub:type="toc"><ol>{"".join(entries)}</ol></nav>'),
        **{name: _chapter(page) for name, page in zip(names, pages, strict=True)},
    }
    with io.BytesIO() as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(zipfile.ZipInfo("mimetype", _WHEN), "application/epub+zip")
            for name, text in files.items():
                archive.writestr(zipfile.ZipInfo(name, _WHEN), text, zipfile.ZIP_DEFLATED)
        return stream.getvalue()


def _chapter(page: Page) -> str:
    body = as_html(page).partition("<body>")[2].partition("</body>")[0]
    return _xhtml(body.replace("<a name=", "<a id=").replace("<hr>", "<hr/>"))


def _xhtml(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>{_TITLE}</title></head><body>{body}</body></html>\n"
    )
