"""TEI's elements as far as reading needs them: which set text off, which hold none, what they say of it.

The names are those of P5 without prefix; what only P4 has stands beside them. An element that is named nowhere
here is transparent: its text belongs to the sentence around it (`hi`, `rs`, `persName`, `w`, `c`).
"""

from types import MappingProxyType
from typing import Final

from edcheck.model.markup import BlockKind, BreakKind, PassageKind
from edcheck.records import NamedTuple


class Frame(NamedTuple):
    """One open element that sets its text off, and what its text is; `leaf` where it holds running text."""

    name: str
    kind: BlockKind = "paragraph"
    level: int = 0
    leaf: bool = False


OUTSIDE = Frame("")

BLOCKS: Final = MappingProxyType[str, BlockKind](
    {
        **dict.fromkeys(("p", "ab", "speaker", "titlePart", "docAuthor", "docImprint", "docDate"), "paragraph"),
        **dict.fromkeys(("docEdition", "imprimatur", "trailer", "byline", "castItem", "eTree"), "paragraph"),
        "head": "heading",
        **dict.fromkeys(("item", "biblStruct", "biblFull"), "item"),
        "cell": "cell",
    }
)
"""Elements whose text is a block wherever they stand."""

SOFT_BLOCKS: Final = MappingProxyType[str, BlockKind](
    {
        **dict.fromkeys(("quote", "cit", "q", "said"), "quote"),
        **dict.fromkeys(("salute", "signed", "dateline", "stage", "stamp"), "paragraph"),
        **dict.fromkeys(("label", "bibl"), "item"),
    }
)
"""Elements that are blocks where they stand between blocks, and part of the sentence inside one."""

LINES: Final = MappingProxyType[str, BlockKind](
    {"l": "verse", "addrLine": "paragraph", "line": "paragraph", "street": "paragraph"}
)
"""Lines of one block: each begins a line, all that follow one another are read together."""

SECTIONS: Final = frozenset(
    {
        *("TEI", "TEI.2", "teiCorpus", "teiCorpus.2", "text", "group", "floatingText", "front", "body", "back"),
        *("lg", "sp", "spGrp", "list", "table", "row", "opener", "closer", "postscript", "address", "titlePage"),
        *("docTitle", "epigraph", "argument", "noteGrp", "castList", "castGroup", "set", "prologue", "epilogue"),
        *("performance", "sourceDoc", "surface", "surfaceGrp", "zone", "listBibl", "entry", "entryFree", "figure"),
    }
)
"""Elements that hold blocks, or text of their own between them."""

DIVISIONS: Final = frozenset({"div", *(f"div{level}" for level in range(8))})
"""Sections whose nesting gives headings their level."""

DATA: Final = frozenset(
    {
        *("teiHeader", "standOff", "facsimile", "listPerson", "listPlace", "listOrg", "listEvent", "listNym"),
        *("listRelation", "listObject", "listWit", "listApp", "listChange", "listTranspose", "listAnnotation"),
        *("particDesc", "settingDesc", "interpGrp", "spanGrp", "linkGrp", "joinGrp", "altGrp", "timeline"),
        *("fsdDecl", "fs", "fvLib", "xenoData", "certainty", "precision", "respons", "annotation"),
    }
)
"""Elements that hold data about the text; none of it is the text."""

UNREAD: Final = frozenset(
    {
        *("figDesc", "fw", "del", "index", "interp", "span", "metamark", "wit", "witDetail", "rt"),
        *("graphic", "media", "binaryObject"),
    }
)
"""Elements whose text is not read with the sentence they stand in."""

OBJECTS: Final = MappingProxyType[str, PassageKind](
    {
        "gap": "gap",
        **dict.fromkeys(("formula", "math", "notatedMusic"), "formula"),
        **dict.fromkeys(("code", "eg", "egXML"), "code"),
    }
)
"""Elements that stand for something that is no prose: one U+FFFC in the view, whatever they hold."""

SIGNS: Final = frozenset({"g", "c"})
"""Elements that stand for one character; empty ones for a character that the file does not give."""

PASSAGES: Final = MappingProxyType[str, PassageKind](
    {
        "sic": "sic",
        "corr": "corrected",
        "orig": "original",
        "reg": "regular",
        "abbr": "abbreviation",
        "expan": "expansion",
        "ex": "expansion",
        "supplied": "supplied",
        "unclear": "unclear",
        "damage": "unclear",
        "add": "added",
        "foreign": "foreign",
        **dict.fromkeys(("quote", "q", "said", "cit"), "quote"),
        "title": "title",
        "figure": "figure",
    }
)
"""What an element says of the text it encloses."""

ALTERNATIVES: Final = frozenset({"sic", "corr", "orig", "reg", "abbr", "expan", "am", "ex", "seg", "unclear"})
"""Children of `choice`, of which one is read."""
PREFERRED: Final = ("corr", "reg", "expan", "ex")
READINGS: Final = frozenset({"lem", "rdg"})
"""Children of `app`: the first is read."""

BREAKS: Final = MappingProxyType[str, BreakKind](
    {"pb": "page", "cb": "column", "gb": "page", "milestone": "milestone"}
)

POINTERS: Final = frozenset({"ref", "ptr", "xref", "xptr"})

DATES: Final = frozenset({"date", "docDate", "origDate", "time"})
"""Elements that state a date, with attributes or without; see `dated.DATABLE` for the others."""

KNOWN: Final = frozenset(
    {
        *BLOCKS,
        *SOFT_BLOCKS,
        *LINES,
        *SECTIONS,
        *DIVISIONS,
        *DATA,
        *UNREAD,
        *OBJECTS,
        *SIGNS,
        *PASSAGES,
        *ALTERNATIVES,
        *READINGS,
        *BREAKS,
        *POINTERS,
        *DATES,
        *("note", "lb", "choice", "app", "subst", "space", "anchor", "hi"),
    }
)
"""Elements that the settings may say others stand for."""
