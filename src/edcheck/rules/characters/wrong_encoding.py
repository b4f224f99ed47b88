"""The file declares an encoding that it does not have.

A page says in its head how its bytes are to be read. If the name is misspelt, programs guess; if it is the
wrong one, every accent and dash comes out garbled for readers whose program believes it. Correct the
declaration, not the text. A file of plain ASCII reads the same in all of these encodings, and nothing is said.
"""

import codecs
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Source, Span

_USUAL = ("utf-8", "iso-8859-1", "windows-1252", "iso-8859-15", "iso-8859-2", "windows-1251", "koi8-r", "us-ascii")
_BROWSERS_ONLY = frozenset(
    {
        "iso-8859-8-i",
        "unicode-1-1-utf-8",
        "windows-874",
        "x-cp1252",
        "x-cp1251",
        "x-sjis",
        "x-mac-cyrillic",
        "x-user-defined",
        "x-gbk",
        "x-x-big5",
        "macintosh",
        "x-mac-roman",
    }
)
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1"})
_C1 = bytes(range(0x80, 0xA0))


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    source = document.source
    decoding = source.decoding
    declared, span = decoding.declared, decoding.declared_span
    if declared is None or span is None:
        return
    label = declared.lower()
    data = {"declared": declared, "real": decoding.encoding}
    if not _is_known(label):
        # Imported here: it would take a hundredth of every start.

        right = _meant(label) or decoding.encoding
        place = in_text(source, span)
        fix = document.fix(f"Declare {right}", place, right, "unsafe")
        yield Draft("unknown", place, data | {"right": right}, fixes=(fix,), confidence=0.97)
    elif source.data.isascii():
        return
    elif decoding.evidence == "fallback" or decoding.undecodable or decoding.evidence == "valid-utf-8":
        place = in_text(source, span)
        fix = document.fix(f"Declare {decoding.encoding}", place, decoding.encoding, "unsafe")
        fixes = () if decoding.undecodable else (fix,)
        yield Draft("contradicted", place, data, fixes=fixes, confidence=0.9)
    elif label in _LATIN and source.data.translate(None, _C1) != source.data:
        yield Draft("windows", in_text(source, span), data, severity="information", confidence=0.9)


def _meant(label: str) -> str:
    """The usual encoding whose name is nearest to a misspelt one; empty where none is near."""
    from difflib import get_close_matches  # costs every start, and is hardly ever needed

    close = get_close_matches(label, _USUAL, 1)
    return close[0] if close else ""


def _is_known(label: str) -> bool:
    if label in _BROWSERS_ONLY:
        return True
    try:
        codecs.lookup(label)
    except LookupError:
        return False
    return True


def in_text(source: Source, span: Span) -> Span:
    """Convert a span of the source's bytes into one of its text."""
    encoding = source.decoding.encoding
    start, end = (len(source.data[:offset].decode(encoding, "replace")) for offset in span)
    return Span(start, end)


rule = Rule(
    id="characters/wrong-encoding",
    severity="warning",
    doc=__doc__,
    messages={
        "unknown": "“{declared}” is no encoding; “{right}” was meant",
        "contradicted": "the file declares {declared} and is {real}",
        "windows": "the file declares {declared} and holds characters of windows-1252, which browsers put up with",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            "Character set encoding: «utf-88»\n\nThe bridge is down.",
            fixed="Character set encoding: utf-8\n\nThe bridge is down.",
        ),
        Bad('<html><head><meta charset="«uft-8»"></head><body><p>The bridge.</p></body></html>', format="html"),
    ),
    good=(
        Good("Character set encoding: utf-8\n\nThe bridge is down."),
        Good("Character set encoding: ISO-8859-1\n\nThe bridge is down.", because="plain ASCII is right in both"),
    ),
)
