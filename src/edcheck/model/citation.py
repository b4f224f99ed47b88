"""Citations of serials: newspapers and journals by name, issue number and date."""

from edcheck.records import dataclass
from edcheck.text import Extent


@dataclass(slots=True)
class Citation:
    """One mention of a serial's issue: `Izvestia, no. 135, July 2, 1918`.

    `source` is the name as written, `serial` the registered name it stands for (None where no settings name
    it). `number` is the issue number, `date` an index into `Document.dates`.
    """

    extent: Extent
    source: str
    source_extent: Extent
    serial: str | None = None
    number: int | None = None
    number_extent: Extent | None = None
    """The whole number expression with its abbreviation: `no.135`."""
    date: int | None = None
    resembles: str | None = None
    """A registered name, or the usual form in this document, that the source's letters nearly spell."""
