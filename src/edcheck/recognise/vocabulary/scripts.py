"""Words in which letters of two scripts meet, and letters of one script that look like those of another."""

from collections.abc import Iterator
from itertools import filterfalse
from typing import Literal

from edcheck.model import WordCensus
from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple

Script = Literal["Latin", "Cyrillic", "Greek"]

_LETTERS: dict[Script, str] = {"Latin": "A-Za-zÀ-ÖØ-öø-ɏ", "Cyrillic": "Ѐ-ԯ", "Greek": "Ͱ-Ͽἀ-῿"}
_SCRIPT = {script: lazy_pattern(f"[{letters}]") for script, letters in _LETTERS.items()}
_RUN = lazy_pattern(r"[^\W\d_]+")
# UTF-8 by classes: `a` a Latin letter of ASCII, `l` what begins one with an accent, `b` what begins a Greek or
# Cyrillic one, `c` what follows either.
_CLASSES = bytes(
    ord("a" if chr(byte).isalpha() else " ")
    if byte < 0x80
    else ord("c" if byte < 0xC0 else "l" if 0xC3 <= byte <= 0xC9 else "b" if 0xCD <= byte <= 0xD4 else " ")
    for byte in range(256)
)
_MEETINGS = (b"ab", b"bca", b"lcb", b"bcl")


def _table(letters: str, others: str) -> dict[str, str]:
    return dict(zip(letters, others, strict=True))


_SURE: dict[tuple[Script, Script], dict[str, str]] = {
    ("Cyrillic", "Latin"): _table("аеорсухіАВЕКМНОРСТУХІ", "aeopcyxiABEKMHOPCTYXI"),
    ("Latin", "Cyrillic"): _table("aeopcyxëABEKMHOPCTYX", "аеорсухёАВЕКМНОРСТУХ"),
    ("Greek", "Latin"): _table("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX"),
    ("Latin", "Greek"): _table("oóABEZHIKMNOPTYX", "οόΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
    ("Greek", "Cyrillic"): _table("οΑΒΕΗΚΜΟΡΤΧ", "оАВЕНКМОРТХ"),
    ("Cyrillic", "Greek"): _table("оАВЕНКМОРТХ", "οΑΒΕΗΚΜΟΡΤΧ"),
}
"""Letters of one script that no reader tells from those of another."""
_LIKELY: dict[tuple[Script, Script], dict[str, str]] = {
    ("Cyrillic", "Latin"): _table("јѕһԁЈЅ", "jshdJS"),
    ("Latin", "Cyrillic"): _table("iIïjskmnubtrJS", "іІїјѕкмпиьтгЈЅ"),
    ("Greek", "Latin"): _table("ναικρυγχ", "vaikpuyx"),
    ("Latin", "Greek"): _table("vaáiíkpuyx", "ναάιίκρυγχ"),
}
"""Letters that look alike in one language, in italics or to a scanner only."""


class MixedWord(NamedTuple):
    """A run of letters of two scripts; `parts` are its letters by script, in order."""

    word: str
    parts: dict[Script, str]

    def reading(self, script: Script, sure: bool = True) -> str | None:
        """The word all in letters of `script`; None where a letter looks like none of them.

        Letters that only look alike in some languages or faces count where `sure` is False.
        """
        letters = {letter: letter for letter in self.parts[script]}
        for other in self.parts:
            if other != script:
                letters |= _SURE[other, script]
                if not sure:
                    letters |= _LIKELY.get((other, script), {})
        read = [letters.get(letter, "") for letter in self.word]
        return "".join(read) if all(read) else None


def may_mix(text: str) -> bool:
    """Whether a Latin letter stands beside a Greek or Cyrillic one anywhere in the text (4 ns for a byte)."""
    classes = text.encode("utf-8", "surrogatepass").translate(_CLASSES)
    return any(meeting in classes for meeting in _MEETINGS)


def mixes_scripts(word: str) -> bool:
    """Whether a word has letters of two scripts: `characters/mixed-script-word` says what is wrong with it."""
    return not word.isascii() and sum(pattern.search(word) is not None for pattern in _SCRIPT.values()) > 1


def mixed_words(census: WordCensus) -> Iterator[MixedWord]:
    """The distinct runs of letters that mix scripts, each once."""
    seen: set[str] = set()
    for word in filterfalse(str.isascii, census.counts):
        if not _SCRIPT["Latin"].search(word):
            continue
        for run in _RUN.findall(word):
            parts = {script: found for script in _LETTERS if (found := "".join(_SCRIPT[script].findall(run)))}
            if len(parts) > 1 and run not in seen:
                seen.add(run)
                yield MixedWord(run, parts)
