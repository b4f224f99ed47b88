"""The number that a heading gives what it heads: `Chapter VII. The Weir`, `7. The Weir`, `Глава 7`."""

from edcheck.patterns import lazy_pattern
from edcheck.recognise.numerals import read_numeral
from edcheck.records import NamedTuple

_NUMBER = lazy_pattern(
    r"\W{0,2}(?:(?P<word>[^\W\d_]{2,9})\.?\s{1,3})?(?P<number>[0-9]{1,3}|[IVXLC]{1,8}|(?<=\w\s)[ivxlc]{1,8})"
    r"(?P<after>\s*[.:)\]]|\s*\Z|\s[-—–]\s|\s)"
)
_KINDS = {
    "chapter": "chapter chap ch kapitel kap chapitre глава гл capítulo capitulo cap capitolo",
    "part": "part teil partie часть parte",
    "book": "book buch livre книга libro",
    "letter": "letter brief lettre письмо carta lettera",
    "section": "section abschnitt раздел sección sezione",
}
_WORDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}


class ChapterNumber(NamedTuple):
    """What is counted (`chapter`, `part`, `letter`; empty where the number stands alone), and the number."""

    kind: str
    value: int


def chapter_number(heading: str) -> ChapterNumber | None:
    """The number of a heading; None where it has none, or one that may count something else."""
    match = _NUMBER.match(heading)
    if match is None:
        return None
    kind = _WORDS.get(match["word"].lower(), "") if match["word"] else ""
    # A number by itself must be set off: `V.`, `7: …`; in `7 letters` and `I, the pilot` it is part of the words.
    set_off = bool(match["after"].strip()) or match.end() == len(heading)
    if not kind and (match["word"] or not set_off):
        return None
    numeral = read_numeral(match["number"])
    return ChapterNumber(kind, numeral.value) if numeral and numeral.style != "letter" else None
