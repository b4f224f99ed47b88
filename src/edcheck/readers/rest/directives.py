"""Directives by name: which hold prose, which code; of all others nothing is read."""

ADMONITIONS = frozenset(
    {
        *("note", "warning", "attention", "caution", "danger", "error", "hint", "important", "tip", "admonition"),
        *("epigraph", "highlights", "pull-quote", "rubric", "topic", "sidebar", "centered", "title"),
        *("seealso", "versionadded", "versionchanged", "deprecated"),
    }
)
"""Directives whose argument is prose as well."""
TEXT = ADMONITIONS | {
    "container",
    "compound",
    "class",
    "role",
    "figure",
    "table",
    "list-table",
    "glossary",
    "only",
}
"""Directives that hold prose."""
QUOTES = frozenset({"epigraph", "pull-quote", "highlights"})
CODE = frozenset(
    {
        *("code", "code-block", "sourcecode", "parsed-literal", "math", "highlight", "literalinclude", "doctest"),
        *("productionlist", "ipython", "prompt", "testcode", "testoutput", "graphviz", "csv-table"),
    }
)
METADATA: dict[str, str] = {
    **dict.fromkeys(("author", "authors", "autor", "auteur"), "author"),
    **dict.fromkeys(("date", "datum"), "date"),
    **dict.fromkeys(("language", "lang", "sprache", "langue"), "language"),
    **dict.fromkeys(("title", "titel", "titre"), "title"),
    "translator": "translator",
    "editor": "editor",
    "publisher": "publisher",
}
"""Fields at the head of a text, and what they say."""
