"""The head of a page: its title, and what `<meta>` says of author, date and language."""

from edcheck.model import Markup, Metadatum
from edcheck.readers.entities import unescape
from edcheck.readers.tags import Tag
from edcheck.text import Span

_NAMES = {
    "author": "author",
    "creator": "author",
    "title": "title",
    "date": "date",
    "created": "date",
    "issued": "date",
    "language": "language",
    "content-language": "language",
    "publisher": "publisher",
    "article:published_time": "date",
    "article:author": "author",
}


def read_title(markup: Markup, written: str, at: int) -> None:
    """Take the text of `<title>`, which stands at `at` in the source, for the page's title; the first counts."""
    title = " ".join(unescape(written).split())
    if title and not markup.title:
        markup.title = title
        markup.metadata.append(Metadatum("title", title, Span(at, at + len(written))))


def read_meta(markup: Markup, tag: Tag, at: int) -> None:
    """Take what a `<meta>` at `at` says of the page."""
    said = tag.value("name") or tag.value("property") or tag.value("http-equiv")
    key = said.strip().lower()
    for vocabulary in ("dc.", "dcterms.", "dc:", "dcterms:"):
        key = key.removeprefix(vocabulary)
    name, content = _NAMES.get(key), tag.values.get("content")
    if name is None or content is None or not content.value.strip():
        return
    text = " ".join(unescape(content.value).split())
    start = at + content.value_start
    markup.metadata.append(Metadatum(name, text, Span(start, start + len(content.value))))
    if name == "language" and not markup.language:
        markup.language = text
