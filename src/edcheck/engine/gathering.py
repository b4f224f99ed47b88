"""Takes from a document what edition rules need of it: the facts."""

from collections import Counter

from edcheck.engine.places import locate
from edcheck.model import Document, Facts, LabelFact, Spot, Ties
from edcheck.model.contents import EntryFact, HeadingFact
from edcheck.recognise.addresses import leads_out, split_target
from edcheck.recognise.contents import entries, headings


def gather(document: Document) -> Facts:
    """Take from a document what edition rules need of it."""
    facts = Facts(document.name)
    if document.edition.numbering == "edition":
        for note in document.notes:
            if note.label.kind == "arabic" and note.label.value is not None:
                shape, place = document.series[note.series].shape, locate(document, note.label_place)
                facts.labels.append(LabelFact(shape, note.label.text, note.label.value, place))
    for date in document.dates:
        if date.role == "dateline" and date.verdict == "valid" and date.start.full:
            facts.datelines.append("{:04}-{:02}-{:02}".format(*date.start))
    _gather_links(document, facts)
    facts.citations = dict(Counter(citation.source for citation in document.citations))
    name = document.name
    for text, extent, anchors, opens, goes_on in headings(document):
        facts.headings.append(HeadingFact(text, Spot(name, extent), anchors, opens, goes_on))
    for entry, path, fragment in entries(document):
        facts.contents.append(EntryFact(entry.text, path, fragment, Spot(name, entry.place)))
    return facts


def _gather_links(document: Document, facts: Facts) -> None:
    """What leads to other documents, and the names by which they may lead to this one."""
    facts.format = document.format
    facts.length, facts.source_length = len(document.text), len(document.source.text)
    ties = Ties(document.crossings, names=tuple(dict.fromkeys(anchor.name for anchor in document.anchors)))
    told = {crossing.target_span for crossing in document.crossings}
    for link in document.links:
        if link.fragment is None and link.target_span not in told and not leads_out(link.target):
            file, _ = split_target(link.target)
            if file:
                ties.links.append((link.target, link.target_span))
    facts.ties = ties.pack()
