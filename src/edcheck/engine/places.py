"""Makes places complete: spans, lines and columns, and the passage around them, wherever a rule points."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from edcheck.errors import RuleError
from edcheck.model import Document, Location, Look, Mention, Place, Problem, Spot, Stretch
from edcheck.model.finding import CONTEXT
from edcheck.recognise.paragraphs import extent_of
from edcheck.recognise.vocabulary.places import places
from edcheck.text import Extent, Position, Source, Span

if TYPE_CHECKING:
    from edcheck.recognise.apparatus import SharedApparatus

Placing = Callable[[Place, str], Location]
"""Makes a place complete and labels it."""


def locate(document: Document, place: Place, label: str = "") -> Location:
    """Make a place of this document complete: spans, lines and columns, and the passage around it."""
    if isinstance(place, Location):
        return replace(place, label=label)
    if isinstance(place, Spot):
        place = place.place
    elif isinstance(place, Stretch):
        place = extent_of(document, place.first, place.last)
    elif isinstance(place, Mention):
        place = next(places(document.text, place.word), Extent(0, 0))
    source = document.source
    if isinstance(place, Extent):
        spans = document.view.spans(place)
        text, start, end = document.text, place.start, place.end
    else:
        spans = (place,)
        text, start, end = source.text, place.start, place.end
    return Location(
        source.name,
        spans,
        source.position(spans[0].start),
        source.position(spans[-1].end),
        text[start:end],
        text[max(start - CONTEXT, 0) : start].rpartition("\n")[2].rpartition("\r")[2],
        text[end : end + CONTEXT].partition("\n")[0].partition("\r")[0],
        label,
    )


def in_facts(look: Look, place: Place, label: str) -> Location:
    """Make a place complete that a rule took from the facts."""
    if isinstance(place, Spot | Stretch | Mention):
        return _shown(place.path, look(place.path), place, label)
    if not isinstance(place, Location):
        raise RuleError("an edition rule must point with locations or spots taken from the facts")
    return replace(place, label=label)


def in_shared(apparatus: "SharedApparatus", look: Look, place: Place, label: str) -> Location:
    """Make a place in several documents' common coordinates complete."""
    if isinstance(place, Location | Spot | Stretch | Mention):
        return in_facts(look, place, label)
    return _shown(*apparatus.at(place), label)


def _shown(path: str, document: Document | None, place: Place, label: str) -> Location:
    """Make a place complete; where its document cannot be shown again, the document stands for it."""
    if document is None:
        return Location(path, (Span(0, 0),), Position(1, 1), Position(1, 1), "", label=label)
    return locate(document, place, label)


def located(problem: Problem, source: Source) -> Problem:
    """The problem with the line and column of its span."""
    if problem.span is None or problem.position is not None:
        return problem
    return replace(problem, position=source.position(problem.span.start))
