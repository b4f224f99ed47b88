"""One page break, and what its label says."""

from typing import Literal

from edcheck.patterns import lazy_pattern
from edcheck.recognise.numerals import Style, read_numeral, write_numeral
from edcheck.records import NamedTuple
from edcheck.text import Extent, Span

PageStyle = Style | Literal["sides", "unread"]

_LABEL = lazy_pattern(
    r"(?P<lead>[^\w\n]*(?:[^\W\d_]{1,12}\.?[\s._:-]{0,2})??)(?P<number>[0-9]{1,6}|[ivxlc]{1,9}|[IVXLC]{1,9})"
    r"(?P<side>\s?(?:[rvab]|recto|verso|ro|vo)\.?)?(?P<tail>[^\w\n]*)\Z"
)
_LONGEST = 40
_SECOND_SIDES = ("v", "b")
_OTHER_SIDE = str.maketrans("rvab", "vrba")


class Page(NamedTuple):
    """A page break."""

    label: str
    """As written: `12`, `xii`, `fol. 12v`; empty where the break says nothing."""
    value: int | None
    """Its number; of a leaf with two sides, twice its number, and one more for the second side."""
    style: PageStyle
    """How the number is written; `12r` and `12v` are of the style `sides`."""
    place: Extent | Span
    """The label as written, else the mark."""
    at: int
    """The view offset of its mark."""
    mark: str
    """By what it is told, of which print, in what words: pages of one mark are one succession."""

    def renumbered(self, value: int) -> str:
        """The label with another number in the place of its own."""
        match = _LABEL.match(self.label)
        if match is None or self.style == "unread":
            return ""
        number, other = match["number"], self.label[match.end("number") :]
        if self.style == "sides":
            written = str(value // 2)
            if (value - (self.value or 0)) % 2:
                other = other.translate(_OTHER_SIDE)
        else:
            written = write_numeral(value, self.style)
        if number.startswith("0"):
            written = written.zfill(len(number))
        return self.label[: match.start("number")] + written + other


def page_of(label: str, place: Extent | Span, at: int, mark: str) -> Page:
    """The page that a label names; one whose label cannot be read has no value."""
    match = _LABEL.match(label) if len(label) <= _LONGEST else None
    numeral = read_numeral(match["number"]) if match else None
    if match is None or numeral is None or numeral.style in ("letter", "LETTER"):
        return Page(label, None, "unread", place, at, mark)
    words = "".join(filter(str.isalpha, match["lead"]))
    mark = f"{mark} {words}" if words else mark
    if match["side"]:
        second = match["side"].strip().startswith(_SECOND_SIDES)
        return Page(label, 2 * numeral.value + second, "sides", place, at, mark)
    return Page(label, numeral.value, numeral.style, place, at, mark)


def numbers(pages: list[Page]) -> list[int]:
    """The values of pages of one style; where only one side of each leaf is marked, the numbers of the leaves."""
    values = [page.value or 0 for page in pages]
    one_side = pages[0].style == "sides" and len({value % 2 for value in values}) == 1
    return [value // 2 for value in values] if one_side else values
