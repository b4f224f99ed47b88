"""Which format a text is in where its name does not say: by its head, and only where that is unmistakable."""

import re

from edcheck.patterns import lazy_pattern

_HEAD = 4096
"""Code points at the head of a text in which its format shows."""
_PROLOGUE = lazy_pattern(r"(?:\ufeff|\s++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->)*+")
_DOCTYPE = lazy_pattern(r"<!doctype\s++([\w.:-]++)[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>?", re.IGNORECASE)
_ELEMENT = lazy_pattern(r"<([A-Za-z_][\w.:-]*+)")
_FRONT_MATTER = lazy_pattern(
    r"---[ \t]*+\r?\n(?:[A-Za-z][\w -]*+:[^\n]*+\n|[ \t#-][^\n]*+\n|\r?\n)*?(?:---|\.\.\.)\s"
)
_HTML = frozenset(
    {
        *("html", "head", "body", "title", "meta", "link", "style", "script", "div", "p", "center", "table"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote", "article", "main", "section"),
    }
)
_XML = "<?xml"


def detected(text: str, otherwise: str = "plain") -> str:
    """The name of the format that a text's head speaks for, else `otherwise`."""
    head = text[:_HEAD]
    begin = _PROLOGUE.match(head)
    rest = head[begin.end() :] if begin else head
    root = _root(rest)
    if not root:
        return "markdown" if _FRONT_MATTER.match(rest) else otherwise
    name = root.rpartition(":")[2].lower()
    if name in _HTML and (name == "html" or not head.lstrip("\ufeff \t\r\n").startswith(_XML)):
        return "html"
    if name == "ncx":
        return "ncx"
    if name in ("tei", "tei.2", "teicorpus", "teicorpus.2") or head.lstrip("\ufeff").startswith(_XML):
        return "tei"
    return otherwise


def _root(rest: str) -> str:
    """The name of the root element, as the document type or the first tag says; empty where there is no markup."""
    doctype = _DOCTYPE.match(rest)
    if doctype:
        return doctype[1]
    element = _ELEMENT.match(rest)
    return element[1] if element else ""
