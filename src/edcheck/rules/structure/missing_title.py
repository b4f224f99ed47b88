"""A document has no title, or has kept the one that its template had.

The title is what browsers, search engines and readers show for a document, and what catalogues list it under. It
was never filled in, or the program that made the page wrote `Untitled Document` or the name of the file. Say in
it what the document is, as its siblings do. Fragments without a head of their own need none.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix
from edcheck.patterns import lazy_pattern
from edcheck.recognise.addresses import own_name
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.heads import head_tags
from edcheck.text import Span

_TEMPLATE = lazy_pattern(
    r"(?:untitled|new page|no title|your title here|insert title here|page title|title here|enter title"
    r"|unbenannt(?:es dokument)?|neue seite|ohne titel|titel|title|document|dokument"
    r"|(?:document|page) sans (?:nom|titre)|sans titre|nouvelle page|titre"
    r"|documento sin t[ií]tulo|sin t[ií]tulo|página nueva|documento senza titolo|senza titolo|nuova pagina"
    r"|без имени|без названия|новая страница|безымянный)"
    r"(?: document| page)?(?:[ -]?\d{1,3})?",
)
_LONGEST = 40
"""Code points of the titles that templates have."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if document.format == "markdown":
        yield from _front_matter(document)
        return
    title = next((one for one in document.markup.metadata if one.name == "title"), None)
    if title is None or not document.markup.title:
        yield from _missing(document)
    elif _is_template(document, title.text):
        yield Draft(
            "template", title.span, {"title": title.text}, fixes=_filled(document, title.span), confidence=0.95
        )


def _is_template(document: Document, title: str) -> bool:
    if len(title) >= _LONGEST:
        return False
    return title == own_name(document.name) or bool(_TEMPLATE.fullmatch(title.lower()))


def _missing(document: Document) -> Iterator[Draft]:
    tags = head_tags(document)
    if not tags or any(one.name == "series" for one in document.markup.metadata):
        return
    if "title" in tags:
        inside = Span(tags["title"].end, tags["title"].end)
        yield Draft("empty", tags["title"], fixes=_filled(document, inside), confidence=0.95)
        return
    *_, place = (tags[name] for name in ("html", "head", "teiHeader", "titleStmt") if name in tags)
    yield Draft("missing", place, confidence=0.95)


def _front_matter(document: Document) -> Iterator[Draft]:
    """Markdown that says who wrote it and when, and neither there nor in a heading what it is."""
    if not document.markup.metadata or document.markup.title:
        return
    if not any(block.level == 1 for block in document.blocks):
        first = document.markup.metadata[0].span
        start = document.source.text.rfind("\n", 0, first.start) + 1
        yield Draft("missing", Span(start, first.end), confidence=0.8)


def _filled(document: Document, place: Span) -> tuple[Fix, ...]:
    """Take the first heading for the title."""
    heading = next((block for block in document.blocks if block.kind == "heading"), None)
    if heading is None or document.source.text[place.start - 2 : place.start] == "/>":
        return ()
    words = " ".join(document.quote(heading.extent).split())
    written = words.replace("&", "&amp;").replace("<", "&lt;")
    return (document.fix(f"call it “{words}”, as its first heading does", place, written),)


_PAGE = "<html><head>{}</head><body><h1>Rain &amp; Hail</h1><p>It rained.</p></body></html>"
_TEI = "<TEI><teiHeader><fileDesc>{}</fileDesc></teiHeader><text><body><p>Rain.</p></body></text></TEI>"

rule = Rule(
    id="structure/missing-title",
    severity="warning",
    doc=__doc__,
    messages={
        "missing": "the document has no title",
        "empty": "the title of the document is empty",
        "template": "“{title}” is the title of a template, not of this document",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(_PAGE.format("«<title>»</title>"), _PAGE.format("<title>Rain &amp; Hail</title>"), "html"),
        Bad(
            _PAGE.format("<title>«Untitled Document»</title>"),
            _PAGE.format("<title>Rain &amp; Hail</title>"),
            "html",
        ),
        Bad(_PAGE.format("<title>«New Page 1»</title>"), format="html"),
        Bad(_PAGE.format("<title>«Unbenanntes Dokument»</title>"), format="html"),
        Bad(_PAGE.replace("<head>", "«<head>»").format("<meta charset='utf-8'>"), "", "html"),
        Bad(_TEI.format("«<titleStmt>»<author>J. Weir</author></titleStmt>"), "", "tei"),
        Bad("---\n«author: J. Weir»\ndate: 1903-05-02\n---\n\nIt rained.\n", "", "markdown"),
    ),
    good=(
        Good(_PAGE.format("<title>Rain and Hail</title>"), format="html"),
        Good(_PAGE.format("<title>Untitled Letters of a Miller</title>"), "a title that begins so", "html"),
        Good("<h1>Rain</h1><p>It rained.</p>", "a fragment has no head", "html"),
        Good("<TEI><text><body><p>Rain.</p></body></text></TEI>", "a fragment", "tei"),
        Good(_TEI.format("<titleStmt><title>Rain</title></titleStmt>"), format="tei"),
        Good("---\nauthor: J. Weir\n---\n\n# Rain\n\nIt rained.\n", "the heading is the title", "markdown"),
        Good("# Rain\n\nIt rained.\n", "Markdown without metadata", "markdown"),
        Good("It rained."),
    ),
)
