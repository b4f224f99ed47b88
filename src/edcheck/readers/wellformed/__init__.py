"""Whether a text is XML at all: the verdict of a strict parser, and an explanation that people can act on."""

from edcheck.model import Markup, Problem
from edcheck.readers.markup import xml_scanner
from edcheck.readers.wellformed.explanation import explain
from edcheck.readers.wellformed.verdict import LONGEST_DOCTYPE, TooLongError, first_error

__all__ = ["note_malformation"]


def note_malformation(markup: Markup, pieces: list[str] | None = None) -> None:
    """Add the flaw `not-well-formed` if the markup's source is no well-formed XML.

    Other flaws at the same place are taken out: they have the same cause. `pieces` are text and markup by turns,
    as `xml_scanner` splits them, for who has them already. The flaws must be sorted afterwards.
    """
    source = markup.source.text
    try:
        error = first_error(source)
    except TooLongError:
        message = f"the document type is longer than {LONGEST_DOCTYPE} characters: well-formedness was not checked"
        markup.problems.append(Problem("notice", "document-type-too-long", message, markup.source.name))
        return
    if error is None or not source.strip():
        return
    flaw = explain(source, pieces or xml_scanner().split(source), error)
    start, end = flaw.span
    markup.flaws[:] = [one for one in markup.flaws if one.span.end <= start or end <= one.span.start]
    markup.flaws.append(flaw)
