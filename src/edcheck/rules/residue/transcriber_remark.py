"""Whoever transcribed the text speaks in it.

`[Transcriber’s note: …]` and its like tell what was mended, or what the print has. They are no part of the
edition’s text: an edition moves them to its notes or to its front matter, or does what they ask for and deletes
them. One remark names them all.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_WORDS = """
    Transcriber Transcribers transcriber transcribers TRANSCRIBER TRANSCRIBERS Transcription transcription
    Proofreader proofreader Typist typist Scanner scanner Digitizer digitizer Etext
    Transkription Transkribenten Transkriptors Abschreibers transcripteur Transcripteur transcripteurs
    transcriptor Transcriptor trascrittore Trascrittore trascrizione
    наборщика оцифровщика расшифровщика переписчика сканировщика
"""
_GATE = _WORDS.split()
_PERSON = (
    r"(?:e-?text )?(?:transcriber|proof-?reader|typist|scanner|digiti[sz]er)(?:['’]?s['’]?)? "
    r"(?:end)?(?:note|remark|comment)s?|"
    r"(?:note|remark)s? (?:by|of|from) the transcriber|note (?:on|to) (?:the )?transcription|"
    r"Anmerkung(?:en)? (?:des Transkribenten|des Transkriptors|des Abschreibers|zur Transkription)|"
    r"note(?:s)? (?:du|des) transcripteurs?|note(?:s)? (?:de|sur la) transcription|"
    r"notas? del transcriptor|nota(?:s)? (?:de|sobre la) transcripción|"
    r"not[ae] (?:del trascrittore|di trascrizione|alla trascrizione)|"
    r"примечани[ея] (?:наборщика|оцифровщика|расшифровщика|переписчика|сканировщика)"
)
_BRACKETED = lazy_pattern(rf"\[(?:{_PERSON})\b[^\[\]]{{0,600}}+\]?", re.IGNORECASE)
_HEADING = lazy_pattern(rf"(?:{_PERSON})[ \t]*(?::|\.|\Z|[\r\n])", re.IGNORECASE)
_SHOWN = 8


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    counts = document.words.counts
    if not any(word in counts for word in _GATE):
        return
    text = document.text
    found = [Extent(*match.span()) for match in _BRACKETED.finditer(text)]
    found += [
        Extent(match.start(), match.start() + len(match[0].rstrip(" \t\r\n")))
        for block in document.blocks
        if (match := _HEADING.match(text, block.extent.start + block.indent, block.extent.end))
    ]
    found = sorted(place for place in found if not document.in_zone(place, "code"))
    if not found:
        return
    words = " ".join(document.quote(found[0]).split())
    yield Draft(
        "remark",
        found[0],
        {"words": words if len(words) < 60 else f"{words[:59]}…"},
        tuple((place, "here too") for place in found[1 : _SHOWN + 1]),
        (f"remarks of a transcriber stand in the text {times(len(found))}",),
        confidence=0.95,
    )


rule = Rule(
    id="residue/transcriber-remark",
    severity="information",
    doc=__doc__,
    messages={"remark": "a transcriber speaks: “{words}”"},
    check=check,
    bad=(
        Bad("The Orme «[Transcriber's note: the print has Orne.]» came in. [Transcriber’s Note: sic] So it did."),
        Bad("«TRANSCRIBER’S NOTES»\n\nObvious misprints were mended."),
        Bad("Die Orme «[Anmerkung des Transkribenten: so im Druck]» kam an."),
        Bad("L’Orme «[Note du transcripteur : ainsi]» arriva."),
        Bad("«[Примечание наборщика: так в оригинале.]» Судно пришло."),
        Bad("El Orme «[Nota del transcriptor: así]» llegó. E [Nota del trascrittore: così] partì."),
        Bad("<p>«Transcriber's note:» the print has Orne.</p>", format="html"),
    ),
    good=(
        Good("The transcriber noted the tide; a note of the pilot's.", because="a transcriber within the story"),
        Good("The Orme [the translator's note: a ship] came in.", because="a translator is no transcriber"),
        Good("Transcription: John Doe, 1998", because="credits"),
        Good("Use `[Transcriber's note: x]`.", format="markdown", because="code"),
    ),
)
