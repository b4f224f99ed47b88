"""The file declares an encoding that it does not have.

A page says in its head how its bytes are to be read. If the name is misspelt, programs guess; if it is the
wrong one, every accent and dash comes out garbled for readers whose program believes it. Correct the
declaration, not the text. A file of plain ASCII reads the same in all of these encodings, and nothing is said.

In Russian texts the letters themselves bear witness: where the text is read in one Cyrillic encoding and its
letters are as frequent as those of Russian only in another, it was written in that other. Name it where the
file declares one, else in the settings (`[files.encodings]`).
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Place
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Decoding, Extent

_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1"})
_C1 = bytes(range(0x80, 0xA0))
_FOREIGN = lazy_pattern(r"[^\x00-\x7f\s]{3,}")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    source = document.source
    decoding = source.decoding
    if decoding.declared is None and (decoding.encoding == "utf-8" or source.data.isascii()):
        return
    if decoding.encoding != "utf-8":
        draft = _by_letters(document)
        if draft:
            yield draft
            return
    if decoding.declared is not None:
        yield from _declaration(document, decoding.declared)


def _declaration(document: Document, declared: str) -> Iterator[Draft]:
    """Hold what is declared against what is known of the bytes."""
    source = document.source
    decoding, place = source.decoding, source.declared_place
    if place is None:
        return
    label, codec = declared.lower(), _codec(declared)
    data = {"declared": declared, "real": _name(decoding.encoding)}
    if codec is None or not _is_label(label):
        right = _name(codec) if codec else _meant(label) or data["real"]
        fix = document.fix(f"Declare {right}", place, right, "unsafe")
        yield Draft("unknown", place, data | {"right": right}, fixes=(fix,), confidence=0.97)
    elif _contradicted(decoding, codec, source.data.isascii()):
        fix = document.fix(f"Declare {data['real']}", place, data["real"], "unsafe")
        evidence = (_WHY[decoding.evidence],) if decoding.evidence in _WHY else ()
        fixes = () if decoding.undecodable else (fix,)
        yield Draft("contradicted", place, data, evidence=evidence, fixes=fixes, confidence=0.9)
    elif label in _LATIN and decoding.encoding == "cp1252" and source.data.translate(None, _C1) != source.data:
        yield Draft("windows", place, data, severity="information", confidence=0.9)


_WHY = {
    "bom": "the file begins with a byte order mark",
    "nul-pattern": "every second byte of its ASCII characters is zero",
    "valid-utf-8": "all its bytes are valid UTF-8",
    "fallback": "its bytes are not valid in what it declares",
}


def _contradicted(decoding: Decoding, codec: str, ascii_only: bool) -> bool:
    wide = decoding.encoding.startswith(("utf-16", "utf-32"))
    if wide or codec.startswith(("utf-16", "utf-32")):
        return decoding.encoding[:6] != codec[:6]
    if ascii_only:
        return False
    return bool(decoding.undecodable) or codec != decoding.encoding


def _by_letters(document: Document) -> Draft | None:
    """Say where the letters of a Russian text speak for another encoding than it was read in."""
    # Imported here: few texts are in anything but UTF-8.
    from edcheck.recognise.letters import cyrillic_reading

    source = document.source
    decoding, place = source.decoding, source.declared_place
    reading = cyrillic_reading(source.data, decoding.encoding)
    if reading is None:
        return None
    right = _name(reading.codec)
    data = {"declared": decoding.declared or "", "read": _name(decoding.encoding), "right": right}
    evidence = (f"in {right} its letters are as frequent as in Russian, in {data['read']} they are not",)
    if place is not None:
        fix = document.fix(f"Declare {right}", place, right, "unsafe")
        return Draft("letters", place, data, evidence=evidence, fixes=(fix,), confidence=0.9)
    where: Place = Extent(0, min(1, len(document.text)))
    garbled = _FOREIGN.search(document.text)
    if garbled:
        where = Extent(*garbled.span())
    return Draft("undeclared", where, data, evidence=evidence, confidence=0.9)


# The table of names is needed by few texts, and no start should pay for it.
def _codec(label: str) -> str | None:
    from edcheck.text.labels import codec_of

    return codec_of(label)


def _is_label(label: str) -> bool:
    from edcheck.text.labels import is_label

    return is_label(label)


def _name(codec: str) -> str:
    from edcheck.text.labels import name_of

    return name_of(codec)


def _meant(label: str) -> str:
    """The usual encoding whose name is nearest to a misspelt one; empty where none is near."""
    from difflib import get_close_matches

    from edcheck.text.labels import USUAL

    close = get_close_matches(label, USUAL, 1)
    return close[0] if close else ""


rule = Rule(
    id="characters/wrong-encoding",
    severity="warning",
    doc=__doc__,
    messages={
        "unknown": "“{declared}” is no encoding that browsers know; “{right}” was meant",
        "contradicted": "the file declares {declared} and is {real}",
        "windows": "the file declares {declared} and holds characters of windows-1252, which browsers put up with",
        "letters": "the file declares {declared}, and its letters are those of {right}",
        "undeclared": "the file declares no encoding and was read as {read}; its letters are those of {right}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            "Character set encoding: «utf-88»\n\nThe bridge is down.",
            fixed="Character set encoding: utf-8\n\nThe bridge is down.",
        ),
        Bad('<html><head><meta charset="«uft-8»"></head><body><p>The bridge.</p></body></html>', format="html"),
        Bad(
            '<html><head><meta charset="«windows1251»"></head><body><p>The bridge.</p></body></html>',
            fixed='<html><head><meta charset="windows-1251"></head><body><p>The bridge.</p></body></html>',
            format="html",
        ),
        Bad('<html><head><meta charset="«unicode»"></head><body><p>The bridge.</p></body></html>', format="html"),
    ),
    good=(
        Good("Character set encoding: utf-8\n\nThe bridge is down."),
        Good("Character set encoding: ISO-8859-1\n\nThe bridge is down.", because="plain ASCII is right in both"),
        Good(
            '<html><head><meta http-equiv="Content-Type" content="text/html; charset=x-sjis; x=1"></head>'
            "<body><p>The bridge.</p></body></html>",
            because="browsers know this old name",
            format="html",
        ),
    ),
)
