"""`Apparatus`: notes with the references that call them, of one document or of several that share them."""

from collections.abc import Callable
from typing import Protocol

from edcheck.model.crossing import Astray, LostImage
from edcheck.model.document import Document
from edcheck.model.edition import Edition
from edcheck.model.fix import Edit, Fix, Trust
from edcheck.model.note import Alignment, Note, Reference, Scope, Series
from edcheck.text import Extent, Span

Look = Callable[[str], Document | None]
"""Shows a document again by its name, read but not recognised; None where it is not to be had any more."""


class Apparatus(Protocol):
    """What rules about notes see: a `Document`, or the notes and references whose partners are in other files.

    Its extents and spans are its own coordinates: a rule compares and hands them on, and asks the apparatus for
    whatever stands there.
    """

    notes: list[Note]
    references: list[Reference]
    series: list[Series]
    scopes: list[Scope]
    alignment: Alignment

    @property
    def edition(self) -> Edition:
        """What the settings say of the edition."""

    @property
    def astray(self) -> list[Astray]:
        """Links to other documents of the edition that do not arrive; empty where one document stands alone."""

    @property
    def lost_images(self) -> list[LostImage]:
        """Pictures that are not where they should be; empty where it is not known which files there are."""

    def quote(self, extent: Extent) -> str:
        """The readable text of an extent."""

    def edit(self, place: Extent | Span, new: str) -> tuple[Edit, ...]:
        """Edits that replace the text at `place` by `new`."""

    def fix(self, title: str, place: Extent | Span, new: str, trust: Trust = "suggestion") -> Fix:
        """A `Fix` of one replacement."""
