"""UTF-8 that was read as windows-1252, and what it was.

Every character beyond ASCII then shows as two to four: `é` as `Ã©`, `’` as `â€™`. The lead characters are
letters of real languages, so a group counts only where its other characters stand in no text after such a
letter, or where the text gives itself away elsewhere.
"""

import re
from collections.abc import Iterator

from edcheck.patterns import lazy_pattern
from edcheck.records import NamedTuple
from edcheck.text import Extent

_UPPER = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x81\x8d\x8f\x90\x9d\x80-\x9f"
_TAIL = f"[{_UPPER}\xa0-¿]"
_GROUP = f"(?:[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}})"
_RUN = lazy_pattern(f"{_GROUP}+|â€(?!{_TAIL})")
_TAIL_BYTES = rb"(?:\xc2.|[\xc5\xc6\xcb].|\xe2[\x80\x82\x84].)"
# In UTF-8 all leads begin with one byte, which is found many times as fast as any of thirty characters.
_SUSPECT = lazy_pattern(
    rb"\xc3(?:[\x82-\x9f]%(tail)b|[\xa0-\xaf]%(tail)b{2}|[\xb0-\xb4]%(tail)b{3}|\xa2\xe2\x82\xac)"
    % {b"tail": _TAIL_BYTES},
    re.DOTALL,
)
_PUNCTUATION = frozenset("‘’“”„‚–—…«»‹›\xa0·•ªº")
"""Tail characters that real text sets after an accented letter."""
_TRUNCATED = "â€"


class Mojibake(NamedTuple):
    """A garbled run and what it was before."""

    extent: Extent
    reads: str


def find_mojibake(text: str) -> list[Mojibake]:
    """Find all garbled runs in the order of the text."""
    sure: list[Mojibake] = []
    doubtful: list[Mojibake] = []
    for match in _runs(text):
        run = match[0]
        reads = "”" if run == _TRUNCATED else repaired(run)
        if reads is None:
            continue
        found = Mojibake(Extent(*match.span()), reads)
        (sure if _is_sure(text, found.extent, run, reads) else doubtful).append(found)
    if sure:
        sure += [found for found in doubtful if _is_common(found.reads)]
        sure.sort()
    return sure


def _runs(text: str) -> Iterator[re.Match[str]]:
    """What has the shape of garbled UTF-8, in order."""
    if text.isascii():
        return
    data = text.encode("utf-8", "surrogatepass")
    seen = place = end = 0
    for suspect in _SUSPECT.finditer(data):
        place += len(data[seen : suspect.start()].decode("utf-8", "surrogatepass"))
        seen = suspect.start()
        match = _RUN.match(text, place) if place >= end else None
        if match:
            yield match
            end = match.end()


def repaired(run: str) -> str | None:
    """What a garbled run was, read again as often as it was garbled; None where it is no garbled UTF-8."""
    result: str | None = None
    while not run.isascii():
        try:
            run = b"".join(map(_byte, run)).decode("utf-8")
        except UnicodeError:
            break
        if result is not None and not _is_common(run):
            break
        result = run
    return result


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _is_sure(text: str, extent: Extent, run: str, reads: str) -> bool:
    """Tell whether a run can be nothing but garbled text, whatever stands elsewhere."""
    start, end = extent
    if run == _TRUNCATED or run.startswith(("â€", "ï»¿", "ï¿½")):
        return True
    if not _is_common(reads):
        return len(reads) > 2 and reads.isalpha() and not set(run) & _PUNCTUATION
    if len(reads) > 1:
        return True
    if run[0] not in "ÂÃÄÅâ":
        return False
    if run[1] not in _PUNCTUATION:
        return True
    before = text[start - 1 : start]
    if run[0] == "Ã" and (before.islower() or (run[1] == "\xa0" and not before.isalpha())):
        return True  # a capital within a word, or `à`: no language has the word `Ã`
    in_word = before.isalpha()
    return run[0] != "Â" and text[end : end + 1].islower() and (run[0] in "ÄÅ" or not in_word)


def _is_common(reads: str) -> bool:
    """Tell whether text in Latin, Greek or Cyrillic letters would hold these characters."""
    return all("\xa0" <= c <= "\u017f" or "\u0370" <= c <= "\u045f" or "\u2010" <= c <= "\u2122" for c in reads)
