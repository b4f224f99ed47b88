"""TEI P5 and P4, and any XML: the text as a reader of the edition sees it, and what the markup says of it.

The view holds the text of the document, not of its header, registers or apparatus. Of alternatives one is read;
notes stand behind the text they belong to; what is no prose is one U+FFFC. Elements of other vocabularies are read
as the settings say (`[edition.elements]`), else by where text stands in them.
"""

from edcheck.model import Edition, Markup
from edcheck.model.edition import NO_SETTINGS
from edcheck.readers.interface import decoding_problems
from edcheck.readers.tei.alternatives import preferred_readings
from edcheck.readers.tei.header import Inspector
from edcheck.readers.tei.mixture import block_elements
from edcheck.readers.tei.notenames import Notes
from edcheck.readers.tei.reading import Reading
from edcheck.readers.tei.tags import local_name
from edcheck.readers.tei.vocabulary import tokens_of
from edcheck.readers.wellformed import note_malformation
from edcheck.text import Source, ViewBuilder

__all__ = ["read_tei"]

_ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "teiCorpus.2", "text", "body", "div", "teiHeader"})


def read_tei(source: Source, edition: Edition = NO_SETTINGS) -> Markup:
    """Read an XML text, as TEI if it is, and as the settings say."""
    markup = Markup(source, "tei", ViewBuilder().build(), problems=decoding_problems(source))
    called = {own: name for name, names in edition.elements.items() for own in names.split()}
    settings = tuple(called.items())
    reading = Reading(markup, tokens_of(settings, frozenset()), Inspector())
    root = _root(reading.pieces)
    if root not in _ROOTS:
        blocks = block_elements(reading.pieces, reading.known)
        reading = Reading(markup, tokens_of(settings, blocks), Inspector())
    if "choice" in source.text or "choice" in called.values():
        reading.wanted = iter(preferred_readings(reading.pieces, reading.known))
    reading.bare_names = root in ("TEI.2", "teiCorpus.2")
    reading.notes = Notes.of(source.text, {"note", *(own for own, name in called.items() if name == "note")})
    reading.read()
    reading.streams.lay()
    reading.records.store(markup, reading.streams)
    note_malformation(markup, reading.pieces)
    markup.flaws.sort(key=lambda flaw: flaw.span)
    return markup


def _root(pieces: list[str]) -> str:
    return next((local_name(tag) for tag in pieces[1::2] if not tag.startswith(("<!", "<?", "</"))), "")
