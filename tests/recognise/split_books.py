"""Made-up books for tests: chapters with notes in the same file or in another, in several formats."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from edcheck.engine import check, check_edition, understand
from edcheck.model import Finding
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULES = RuleSet(tuple(rule for rule in BUILT_IN if rule.family in ("notes", "structure"))).narrowed(
    ignore=["notes/repeated-note", "notes/misplaced-reference"]
)


@dataclass(frozen=True)
class Call:
    """A reference as a file writes it: `target` and `file` say where it leads."""

    label: str
    target: str
    name: str
    file: str = "notes"


@dataclass(frozen=True)
class Entry:
    """A note as a file writes it, with its way back."""

    label: str
    name: str
    target: str
    file: str


@dataclass
class Book:
    """Chapters of references, and all notes."""

    chapters: list[list[Call]]
    notes: list[Entry]

    def replace_call(self, chapter: int, at: int, **changes: str) -> None:
        self.chapters[chapter][at] = replace(self.chapters[chapter][at], **changes)

    def replace_note(self, at: int, **changes: str) -> None:
        self.notes[at] = replace(self.notes[at], **changes)


def sound(sizes: list[int], restart: bool) -> Book:
    """A book in which nothing is wrong; its numbers run through, or start again with each chapter."""
    chapters, notes, number = [], [], 0
    for chapter, size in enumerate(sizes, 1):
        number = 0 if restart else number
        calls = []
        for _ in range(size):
            number += 1
            name = f"{chapter}x{number}"
            calls.append(Call(str(number), f"n{name}", f"r{name}"))
            notes.append(Entry(str(number), f"n{name}", f"r{name}", f"c{chapter}"))
        chapters.append(calls)
    return Book(chapters, notes)


Files = dict[str, str]


def _sentences(calls: list[str]) -> list[str]:
    return [
        f"The ferry left quay {count} and the wind rose{call}. Nobody looked back"
        for count, call in enumerate(calls)
    ]


def html(book: Book) -> Files:
    files = {}
    for number, calls in enumerate(book.chapters, 1):
        marks = [f'<a id="{call.name}" href="{call.file}.html#{call.target}">[{call.label}]</a>' for call in calls]
        files[f"c{number}.html"] = "".join(f"<p>{text}.</p>\n" for text in _sentences(marks))
    files["notes.html"] = "<h1>Notes</h1>\n" + "".join(
        f'<p><a id="{note.name}" href="{note.file}.html#{note.target}">{note.label}.</a> As log {count}.</p>\n'
        for count, note in enumerate(book.notes)
    )
    return files


def one_page(book: Book) -> Files:
    joined = "".join(text for name, text in html(book).items())
    for name in html(book):
        joined = joined.replace(f'href="{name}#', 'href="#')
    return {"book.html": joined}


def epub(book: Book) -> Files:
    files = {}
    for number, calls in enumerate(book.chapters, 1):
        marks = [
            f'<a id="{call.name}" href="{call.file}.xhtml#{call.target}" epub:type="noteref">{call.label}</a>'
            for call in calls
        ]
        files[f"b.epub!t/c{number}.xhtml"] = _xhtml("".join(f"<p>{text}.</p>\n" for text in _sentences(marks)))
    notes = "".join(
        f'<div id="{note.name}" epub:type="endnote"><p>{note.label}. As log {count} says. '
        f'<a href="{note.file}.xhtml#{note.target}" epub:type="backlink">↩</a></p></div>\n'
        for count, note in enumerate(book.notes)
    )
    files["b.epub!t/notes.xhtml"] = _xhtml(f'<section epub:type="endnotes">{notes}</section>')
    return files


def listed(book: Book) -> Files:
    """As `epub`, but the notes are items of a list, which counts them."""
    files = epub(book)
    items = "".join(
        f'<li id="{note.name}" epub:type="endnote"><p>As log {count} says. '
        f'<a href="{note.file}.xhtml#{note.target}" epub:type="backlink">↩</a></p></li>\n'
        for count, note in enumerate(book.notes)
    )
    files["b.epub!t/notes.xhtml"] = _xhtml(f'<section epub:type="endnotes"><ol>{items}</ol></section>')
    return files


def _xhtml(body: str) -> str:
    spaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f"<html {spaces}><head><title>Log</title></head><body>{body}</body></html>"


def markdown(book: Book) -> Files:
    files = {}
    for number, calls in enumerate(book.chapters, 1):
        marks = [f"[^{call.label}]" for call in calls]
        files[f"c{number}.md"] = "".join(f"{text}.\n\n" for text in _sentences(marks))
    files["notes.md"] = "".join(
        f"[^{note.label}]: As log {count} says.\n\n" for count, note in enumerate(book.notes)
    )
    return files


def markdown_page(book: Book) -> Files:
    return {"book.md": "".join(markdown(book).values())}


def tei(book: Book) -> Files:
    files = {}
    for number, calls in enumerate(book.chapters, 1):
        marks = [
            f'<ref type="noteref" xml:id="{call.name}" target="{call.file}.xml#{call.target}">{call.label}</ref>'
            for call in calls
        ]
        body = "".join(f"<p>{text}.</p>\n" for text in _sentences(marks))
        files[f"c{number}.xml"] = f"<TEI><text><body>{body}</body></text></TEI>"
    notes = "".join(
        f'<note xml:id="{note.name}" n="{note.label}">As log {count} says.</note>\n'
        for count, note in enumerate(book.notes)
    )
    files["notes.xml"] = f"<TEI><text><back>{notes}</back></text></TEI>"
    return files


def tei_page(book: Book) -> Files:
    calls = [call for chapter in book.chapters for call in chapter]
    marks = [f'<ref type="noteref" target="#{call.target}">{call.label}</ref>' for call in calls]
    body = "".join(f"<p>{text}.</p>\n" for text in _sentences(marks))
    notes = tei(book)["notes.xml"].partition("<back>")[2].partition("</back>")[0]
    return {"book.xml": f"<TEI><text><body>{body}</body><back>{notes}</back></text></TEI>"}


FORMATS: dict[str, Callable[[Book], Files]] = {
    writer.__name__: writer for writer in (html, one_page, epub, markdown, markdown_page, tei, tei_page)
}


def findings(files: Files) -> list[Finding]:
    """What the rules about notes and structure find, in each file and between them."""
    documents = {name: understand(Source.from_text(text, name)) for name, text in files.items()}
    results = [check(document, RULES) for document in documents.values()]
    results.append(check_edition([one.facts for one in results if one.facts], RULES, documents.get))
    assert not [problem for result in results for problem in result.problems]
    return [finding for result in results for finding in result.findings]
