"""The schema: what an edition is made of, and what edcheck says of it. Imports only `edcheck.text`."""

from edcheck.model.apparatus import Apparatus, Look
from edcheck.model.citation import Citation
from edcheck.model.crossing import Astray, Crossing, LostImage, Ties
from edcheck.model.date import Calendar, Date, DateValue, EncodedDate, StatedDate
from edcheck.model.document import Document, Zone
from edcheck.model.edition import Edition, Names, Period, Serial
from edcheck.model.facts import DayFact, Facts, LabelFact, MetadatumFact, PageFact
from edcheck.model.finding import SEVERITIES, Draft, Finding, Location, Mention, Place, Severity, Spot, Stretch
from edcheck.model.fix import Edit, Fix, Trust
from edcheck.model.markup import (
    Anchor,
    AttributeValue,
    Block,
    Break,
    CallElement,
    ContentsEntry,
    DateElement,
    Flaw,
    Link,
    Markup,
    Metadatum,
    NoteElement,
    Passage,
    Problem,
)
from edcheck.model.note import Alignment, Label, Misdirection, Misnomer, Note, Reference, Repair, Scope, Series
from edcheck.model.pair import Mark, Marks
from edcheck.model.report import Entry, Report, RuleInfo
from edcheck.model.words import WordCensus

__all__ = [
    "SEVERITIES",
    "Alignment",
    "Anchor",
    "Apparatus",
    "Astray",
    "AttributeValue",
    "Block",
    "Break",
    "Calendar",
    "CallElement",
    "Citation",
    "ContentsEntry",
    "Crossing",
    "Date",
    "DateElement",
    "DateValue",
    "DayFact",
    "Document",
    "Draft",
    "Edit",
    "Edition",
    "EncodedDate",
    "Entry",
    "Facts",
    "Finding",
    "Fix",
    "Flaw",
    "Label",
    "LabelFact",
    "Link",
    "Location",
    "Look",
    "LostImage",
    "Mark",
    "Marks",
    "Markup",
    "Mention",
    "Metadatum",
    "MetadatumFact",
    "Misdirection",
    "Misnomer",
    "Names",
    "Note",
    "NoteElement",
    "PageFact",
    "Passage",
    "Period",
    "Place",
    "Problem",
    "Reference",
    "Repair",
    "Report",
    "RuleInfo",
    "Scope",
    "Serial",
    "Series",
    "Severity",
    "Spot",
    "StatedDate",
    "Stretch",
    "Ties",
    "Trust",
    "WordCensus",
    "Zone",
]
