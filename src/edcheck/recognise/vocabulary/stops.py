"""Commas, semicolons, colons and full stops that do not stand as they usually do: behind a word, before a blank.

Found in one look for all rules about them. A mark that is as usual costs no more than the search for it.
"""

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass
from edcheck.text import Extent

STOPS = ",.;:!?"
_BLANK = r"[ \t\xa0]"
_LETTER = r"[^\W\d_]"
_PATTERNS = {
    ",": lazy_pattern(rf",(?:(?<={_BLANK},)|(?=[^ \n]| ,)(?={_LETTER}|[,.;:]| ,))"),
    ";": lazy_pattern(rf";(?:(?<={_BLANK};)|(?={_LETTER}|[,.;:]))"),
    ":": lazy_pattern(rf":(?:(?<={_BLANK}:)|(?=[,.;:]))"),
    ".": lazy_pattern(
        # The usual end of a sentence, a blank behind the mark and none before it, fails at the second step.
        rf"\.(?:(?<={_BLANK}\.)|(?=[^ \n])(?:(?={_LETTER}{_LETTER})|(?=[IA] )|(?<!\.\.)(?=\.(?!\.))))"
    ),
    "!": lazy_pattern(rf"!(?:(?<={_BLANK}!)|(?={_LETTER}))"),
    "?": lazy_pattern(rf"\?(?:(?<={_BLANK}\?)|(?={_LETTER}))"),
}
_LONGEST_TOKEN = 80
_CODE_SIGNS = frozenset("/\\@=_<>{}#&|^~+*$%")
"""Signs of an address, a file name, a formula: what holds one of them is no prose."""


@dataclass(frozen=True, slots=True)
class Stops:
    """Places of irregular marks, in order, by the mark."""

    spaced: dict[str, list[int]]
    """A blank before it, on the same line."""
    glued: dict[str, list[int]]
    """A letter right after it."""
    doubled: list[int]
    """Another mark right after it, or after one blank."""


def stops(document: Document) -> Stops:
    """The irregular marks of the document, found on first use (3 ns for a code point)."""
    found: Stops | None = document.derived.get("stops")
    if found is None:
        found = document.derived["stops"] = _find(document.text)
    return found


def _find(text: str) -> Stops:
    spaced: dict[str, list[int]] = {}
    glued: dict[str, list[int]] = {}
    doubled: list[int] = []
    for mark, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            at = match.start()
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if before in (" ", "\t", "\xa0"):
                spaced.setdefault(mark, []).append(at)
            if after.isalpha():
                glued.setdefault(mark, []).append(at)
            elif (after and after in STOPS) or text.startswith(" ,", at + 1):
                doubled.append(at)
    doubled.sort()
    return Stops(spaced, glued, doubled)


def in_prose(document: Document, at: int) -> bool:
    """Whether the mark at `at` stands in text that a reader reads: no table, no code, no licence, no contents."""
    block = document.block_at(at)
    if block is None or block.kind in ("cell", "preformatted"):
        return False
    place = Extent(at, at + 1)
    return not (
        document.in_zone(place, "boilerplate", "navigation", "code", "contents")
        or document.in_passage(place, "code", "formula", "foreign")
    )


def token(text: str, at: int) -> Extent:
    """The run without white space around `at`, cut off at a length that no word reaches."""
    start, end = max(at - _LONGEST_TOKEN, 0), at + _LONGEST_TOKEN
    before, after = text[start:at].split(), text[at:end].split()
    first = at - len(before[-1]) if before and not text[at - 1 : at].isspace() else at
    return Extent(first, at + len(after[0]) if after else at)


def is_code(token: str) -> bool:
    """Whether a run without white space is an address, a file name or a formula."""
    return not _CODE_SIGNS.isdisjoint(token) or token.startswith("www.")
