"""Templates by name: which hold a note, which call one, which set their text as it is.

A template's name is compared without case, its blanks as one. Numbers count the parts behind the name from 1.
"""

NOTES: dict[str, str] = {
    **dict.fromkeys(("efn", "efn-lr", "efn-ua", "efn-la", "efn-lg"), "efn"),
    **dict.fromkeys(("refn", "#tag:ref", "footnote", "fussnote"), ""),
    **dict.fromkeys(("notetag", "cnote2"), "note"),
}
"""Templates that hold a note, and the group that they put it into where they name none."""
CALLS = frozenset({"r", "rp-ref", "ref name"})
"""Templates whose parts are the names of notes."""
LISTS = frozenset({"reflist", "references", "notelist", "smallrefs", "refs"})
"""Templates that hold definitions of notes in a part called `refs`."""
HEADERS = frozenset({"header", "kopfzeile", "textdaten", "titre", "intestazione"})
"""Templates that say what the text is."""
FIELDS: dict[str, str] = {
    **dict.fromkeys(("title", "titel", "titre", "titolo"), "title"),
    **dict.fromkeys(("author", "autor", "auteur", "autore"), "author"),
    **dict.fromkeys(("translator", "übersetzer", "traducteur"), "translator"),
    **dict.fromkeys(("year", "date", "erscheinungsjahr", "année", "anno"), "date"),
}
TEXTS: dict[str, int] = {
    **dict.fromkeys(("sc", "smallcaps", "small-caps", "small caps", "small", "smaller", "x-smaller", "larger"), 1),
    **dict.fromkeys(("x-larger", "xx-larger", "xxx-larger", "fine", "c", "center", "centre", "right", "left"), 1),
    **dict.fromkeys(("bold", "italic", "uc", "lc", "sp", "letter-spacing", "gesperrt", "nowrap", "nobr"), 1),
    **dict.fromkeys(("hwe", "hyphenated word end", "block center", "blockquote", "quote", "cquote", "u"), 1),
    **dict.fromkeys(("dropinitial", "drop initial", "di", "initiale", "lettrine", "rh", "hanging indent"), 1),
    **dict.fromkeys(("lang", "language", "sic", "tooltip", "abbr", "corr", "color", "font"), 1),
    **dict.fromkeys(("lang", "color", "corr", "transl"), 2),
}
"""Templates that set one of their parts as text."""
UNSEEN = frozenset(
    {
        *("sfn", "sfnp", "harv", "harvnb", "harvtxt", "citation needed", "cn", "fact", "clarify", "when", "who"),
        *("anchor", "anker", "ancre", "dead link", "toc", "page break", "pb", "nop", "clear", "-", "hws"),
    }
)
"""Templates that put nothing into the sentence in which they stand."""
ANCHORS = frozenset({"anchor", "anker", "ancre", "visible anchor", "anchor+"})


def key(name: str) -> str:
    """A template's name as these tables have it."""
    return " ".join(name.replace("_", " ").split()).casefold()
