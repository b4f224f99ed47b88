"""Takes from a document what edition rules need of it: the facts."""

from collections import Counter
from functools import lru_cache
from posixpath import basename

from edcheck.model import DayFact, Document, Facts, LabelFact, MetadatumFact, Note, PageFact, Reference, Spot, Ties
from edcheck.model.contents import EntryFact, HeadingFact
from edcheck.model.names import pack_names
from edcheck.model.naming import BETWEEN
from edcheck.recognise.addresses import leads_out, split_target
from edcheck.recognise.contents import entries, headings
from edcheck.recognise.endings import break_off
from edcheck.recognise.images import images_beside
from edcheck.recognise.pages import find_pages
from edcheck.recognise.paragraphs import begins_within, digests
from edcheck.recognise.vocabulary.names import counted_names

_SAID = frozenset({"title", "author", "date", "language"})
_LONGEST = 200
"""Code points of what a header says that are kept."""


def gather(document: Document) -> Facts:
    """Take from a document what edition rules need of it."""
    facts = Facts(document.name, numbering=document.edition.numbering, format=document.format)
    facts.placed = BETWEEN in facts.path or basename(facts.path) in _listed(document.edition.documents)
    facts.length, facts.source_length = len(document.text), len(document.source.text)
    facts.citations = dict(Counter(citation.source for citation in document.citations))
    facts.paragraphs = digests(document)
    facts.names = pack_names(counted_names(document))
    facts.begins_within = begins_within(document)
    end = break_off(document)
    facts.breaks_off = Spot(document.name, end) if end else None
    facts.pages = _pages(document)
    facts.pack_labels(_labels(document))
    _gather_days(document, facts)
    _gather_outline(document, facts)
    _gather_links(document, facts)
    return facts


@lru_cache(maxsize=4)
def _listed(documents: tuple[str, ...]) -> frozenset[str]:
    """The names of the files that the settings list one by one; what a glob finds comes in the order of names."""
    return frozenset(map(basename, documents))


def _labels(document: Document) -> list[LabelFact]:
    """The numbers of the notes as they would be right: what is wrong within a document is told there."""
    repairs = document.alignment.repairs
    meant = {repair.note: repair.label for repair in repairs if repair.kind == "relabel-note"}
    found = []
    for index, note in enumerate(document.notes):
        label, right = note.label, meant.get(index, "")
        if label.kind == "arabic" and label.value is not None:
            text, value = (right, int(right)) if right.isdecimal() else (label.text, label.value)
            found.append(LabelFact(_shape(document, note), text, value, Spot(document.name, note.label_place)))
    return found + _unanswered(document, found)


def _unanswered(document: Document, found: list[LabelFact]) -> list[LabelFact]:
    """The numbers next to the lowest and the highest note that are called, and whose notes are lost."""
    edges: dict[str, set[int]] = {}
    for one in found:
        edges.setdefault(one.series, set()).update((one.value - 1, one.value + 1))
    lost = [
        document.references[repair.reference]
        for repair in document.alignment.repairs
        if repair.kind == "missing-note" and repair.reference is not None
    ]
    return [
        LabelFact(_shape(document, one), one.label.text, one.label.value, Spot(document.name, one.label_place))
        for one in lost
        if one.label.kind == "arabic"
        and one.label.value is not None
        and one.label.value in edges.get(_shape(document, one), ())
    ]


def _shape(document: Document, one: Note | Reference) -> str:
    return document.series[one.series].shape


def _pages(document: Document) -> PageFact | None:
    """The first and the last page, as far as their numbers are plain figures."""
    pages = [page for page in find_pages(document) if page.style == "arabic" and page.value is not None]
    if not pages:
        return None
    first, last = pages[0], pages[-1]
    return PageFact(first.value or 0, last.value or 0, Spot(document.name, first.place))


def _gather_days(document: Document, facts: Facts) -> None:
    """When the document was written, as its datelines and as its header say."""
    facts.pack_datelines(
        [
            DayFact("{:04}-{:02}-{:02}".format(*date.start), Spot(document.name, date.extent))
            for date in document.dates
            if date.role == "dateline" and date.verdict == "valid" and date.start.full
        ]
    )
    for encoded in document.encoded:
        claim = encoded.claim
        if encoded.element.role in ("sent", "written") and claim and claim.start.full:
            day = "{:04}-{:02}-{:02}".format(*claim.start)
            facts.sent = DayFact(day, Spot(document.name, encoded.element.tag))
            break


def _gather_outline(document: Document, facts: Facts) -> None:
    name = document.name
    facts.pack_outline(
        [
            HeadingFact(text, Spot(name, extent), anchors, opens, goes_on)
            for text, extent, anchors, opens, goes_on in headings(document)
        ],
        [
            EntryFact(entry.text, path, fragment, Spot(name, entry.place))
            for entry, path, fragment in entries(document)
        ],
        [
            MetadatumFact(one.name, one.text[:_LONGEST], Spot(name, one.span))
            for one in document.markup.metadata
            if one.name in _SAID
        ],
    )


def _gather_links(document: Document, facts: Facts) -> None:
    """What leads to other documents, and the names by which they may lead to this one."""
    ties = Ties(document.crossings, names=tuple(dict.fromkeys(anchor.name for anchor in document.anchors)))
    ties.images = images_beside(document)
    facts.images = len(ties.images)
    told = {crossing.target_span for crossing in document.crossings}
    for link in document.links:
        if link.fragment is None and link.target_span not in told and not leads_out(link.target):
            file, _ = split_target(link.target)
            if file:
                ties.links.append((link.target, link.target_span))
    facts.ties = ties.pack()
