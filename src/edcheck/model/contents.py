"""Tables of contents and the headings they lead to, as an edition knows them of each document."""

from edcheck.model.finding import Spot
from edcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class HeadingFact:
    """One heading: its text without calls of notes, its place, and the names by which links reach it.

    `opens` is True where nothing but pictures and mottoes stands before it in its document, `goes_on` where
    it follows the heading before it directly, as a subtitle does.
    """

    text: str
    spot: Spot
    anchors: tuple[str, ...] = ()
    opens: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class EntryFact:
    """One line of a table of contents: its text, the document and the name in it that it leads to, its place."""

    text: str
    path: str
    fragment: str
    spot: Spot
