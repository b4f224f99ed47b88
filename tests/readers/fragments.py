"""What the tests of light markup languages share: texts made of fragments, and a short way to what was read."""

from hypothesis import strategies as st

from edcheck.model import Edition, Markup
from edcheck.readers import Reader
from edcheck.testing import check_reader
from edcheck.text import Extent, Source, Span

NO_PROSE = "\ufffc"
COMMON = (
    "a",
    "Rain fell.",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\r",
    "\t",
    "é",
    "😀",
    "\u0301",
    "\x00",
    "\x0b",
    "ß.",
)


def soup(*fragments: str) -> st.SearchStrategy[str]:
    """Texts in which fragments stand side by side, as no person would set them."""
    return st.lists(st.sampled_from((*COMMON, *fragments)), max_size=40).map("".join)


def read_with(read: Reader, text: str) -> Markup:
    """Read a text and hold the result against all laws."""
    return check_reader(read, Source.from_text(text, "text"), Edition())


def shown(markup: Markup, place: Extent | Span) -> str:
    """What stands at a place."""
    text = markup.view.text if isinstance(place, Extent) else markup.source.text
    return text[place.start : place.end]


def blocks(markup: Markup) -> list[tuple[str, str]]:
    """The kinds and the texts of all blocks."""
    return [(block.kind, shown(markup, block.extent)) for block in markup.blocks]


def notes(markup: Markup) -> list[tuple[str, str]]:
    """The labels and the texts of all notes."""
    return [(note.label, shown(markup, note.extent)) for note in markup.notes]


def calls(markup: Markup) -> list[tuple[str, str]]:
    """What each call calls, and its label as written."""
    return [(call.target, shown(markup, call.place)) for call in markup.calls]
