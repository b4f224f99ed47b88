"""Reports made by hand, so that reporters are tested without any rule: an invented gazette and its faults."""

import re

from edcheck.engine import locate
from edcheck.model import (
    Alignment,
    Citation,
    Date,
    DateValue,
    Document,
    Edition,
    Finding,
    Fix,
    Label,
    Location,
    Note,
    Place,
    Problem,
    Reference,
    Repair,
    Severity,
)
from edcheck.model.report import Entry, Report, RuleInfo
from edcheck.readers.plain import read_plain
from edcheck.text import Extent, Position, Source, Span

GAZETTE = """\
The Harbour Gazette of Port Ellery

* * *

May 3, 1843

The packet Halcyon, Captain Orme, came in on Tuesday with the the mails from Saint Brannoc [11] and nineteen
passengers, among whom we are glad to name Mr. Tobias Wrenfield, lately returned from the survey of the northern
shoals. He reports that the new light upon Gannet Stack [12] was seen at eleven miles, and that the keeper has
asked for a second lamp before the autumn.

The harbour board met on May 5 in the long room of the Custom House. It was resolved that the outer mole be carried
forty yards further into the roads [13], and that the cost be borne by a duty of two pence on each ton. Mr. Pellew,
who alone dissented, said that “a harbour which taxes its ships will soon have none to tax.

May 9, 1843

A correspondent of the Western Courier, no. 212, April 31, 1843, complains of the state of the coach road over
Hallow Moor [14]. We have walked it ourselves since the rains and can only say that he is too mild. Between the
toll house and the ford there are eleven places where a wheel may be lost, and at the ford there is no road at all.

The school-master of Nether Combe asks us to say that the evening class will begin at seven and not at eight [15],
and that slates will be lent to those who have none.

June 2, 1834

The fever has left the Quay. Doctor Anselm, in his letter printed in the Western Courier, no. 219, June 1, 1843,
counts four deaths in all [16], and thinks that the wells in Ropewalk Lane should be closed until the harvest.

Notes

11. Saint Brannoc: the mail station on the mainland side of the sound, given up in 1861.

12. The light upon Gannet Stack was first shown on March 12, 1843.

13. The roads: the anchorage between the mole and the bar.

14. The coach road over Hallow Moor was rebuilt in 1846 and 1847 at the expense of the county.

14. The evening class was held in the sail loft behind the chapel; it is last heard of in 1850.

16. Doctor Anselm’s letter was reprinted as a pamphlet, Of the Wells of Port Ellery (1844).
"""

RULES = (
    RuleInfo(
        "characters/hidden", "warning", "A character that nobody sees stands in the text.", "Delete it.", "safe"
    ),
    RuleInfo(
        "dates/impossible-date",
        "error",
        "A date that no calendar has.",
        "The day was misread or mistyped.\n\nCompare the print.",
        "suggestion",
    ),
    RuleInfo(
        "dates/order", "information", "A dateline is earlier than the one before it.", "Digits were swapped."
    ),
    RuleInfo(
        "notes/duplicate-note",
        "error",
        "Two notes bear the same number.",
        "One of the two waits for a reference that finds nothing.\n\nRenumber the one that stands out of order.",
        "unsafe",
    ),
    RuleInfo("pairs/unclosed-quote", "warning", "A quotation opens and never ends.", "Close it.", "suggestion"),
    RuleInfo(
        "words/repeated-word",
        "warning",
        "A word stands twice in a row.",
        "Line breaks cause it. Delete one.",
        "suggestion",
    ),
)


def place_of(document: Document, phrase: str, occurrence: int = 0) -> Extent:
    """Where a phrase stands, for the tests to point at."""
    found = [match.start() for match in re.finditer(re.escape(phrase), document.text)]
    return Extent(found[occurrence], found[occurrence] + len(phrase))


def finding_at(
    document: Document,
    place: Place,
    rule: str = "words/repeated-word",
    severity: Severity = "warning",
    message: str = "something is wrong",
    related: tuple[tuple[Place, str], ...] = (),
    evidence: tuple[str, ...] = (),
    fixes: tuple[Fix, ...] = (),
    confidence: float = 0.9,
    fingerprint: str = "",
) -> Finding:
    return Finding(
        rule,
        severity,
        message,
        locate(document, place),
        "message",
        {},
        tuple(locate(document, where, label) for where, label in related),
        evidence,
        fixes,
        confidence,
        fingerprint,
    )


def plain(text: str, name: str = "gazette.txt") -> Document:
    """A plain text that was read, with nothing recognised in it."""
    return Document(read_plain(Source.from_text(text, name)), Edition())


def _label(text: str) -> Label:
    return Label(text, "arabic", int(text))


def gazette() -> Document:
    """The gazette with its notes, references and dates, as the recognisers would find them."""
    document = plain(GAZETTE)
    for match in re.finditer(r"\[(\d+)\]", GAZETTE):
        document.references.append(Reference(_label(match[1]), Extent(*match.span()), Extent(*match.span(1))))
    for match in re.finditer(r"^(\d+)\. (.+)$", GAZETTE, re.MULTILINE):
        marker = Extent(match.start(), match.end(1) + 1)
        document.notes.append(Note(_label(match[1]), marker, Extent(*match.span(1)), Extent(*match.span(2))))
    document.alignment = Alignment(
        [(index, index) for index in range(6)],
        [Repair("relabel-note", note=4, reference=4, label="15", other_notes=(3,))],
    )
    for phrase, value, role in (
        ("May 3, 1843", (1843, 5, 3), "dateline"),
        ("May 5", (1843, 5, 5), "mention"),
        ("May 9, 1843", (1843, 5, 9), "dateline"),
        ("April 31, 1843", (1843, 4, 31), "citation"),
        ("June 2, 1834", (1834, 6, 2), "dateline"),
        ("June 1, 1843", (1843, 6, 1), "citation"),
        ("March 12, 1843", (1843, 3, 12), "mention"),
        ("1861", (1861, None, None), "mention"),
    ):
        day = DateValue(*value)
        date = Date(place_of(document, phrase), day, day, "month-day-year", role=role)  # type: ignore[arg-type]
        if phrase.startswith("April 31"):
            date.verdict, date.reason = "impossible", "April has 30 days"
        document.dates.append(date)
    document.citations.append(Citation(document.dates[3].extent, "Western Courier", document.dates[3].extent))
    return document


def gazette_findings(document: Document) -> list[Finding]:
    twice, mails = place_of(document, "the the"), place_of(document, "April 31, 1843")
    second, first = document.notes[4], document.notes[3]
    dateline = place_of(document, "June 2, 1834")
    return [
        finding_at(
            document,
            twice,
            message="“the” stands twice",
            fixes=(document.fix("Delete one “the”", Extent(twice.start + 3, twice.end), ""),),
            confidence=0.97,
            fingerprint="a1" * 16,
        ),
        finding_at(
            document,
            place_of(document, "“"),
            "pairs/unclosed-quote",
            message="“ opens and nothing closes it before the paragraph ends",
            evidence=("5 of 5 other quotations in this document are closed in their paragraph.",),
            fixes=(document.fix("Close it at the end of the paragraph", _end_of(document, "none to tax."), "”"),),
            fingerprint="b2" * 16,
        ),
        finding_at(
            document,
            mails,
            "dates/impossible-date",
            "error",
            "April has 30 days: “April 31, 1843” is no date",
            fixes=(
                document.fix("Read April 30", place_of(document, "April 31, 1843"), "April 30, 1843"),
                document.fix("Read April 3", place_of(document, "April 31, 1843"), "April 3, 1843"),
            ),
            fingerprint="c3" * 16,
        ),
        finding_at(
            document,
            dateline,
            "dates/order",
            "information",
            "this dateline lies nine years before the one above it; 1843 would be in order",
            related=((place_of(document, "May 9, 1843"), "the dateline before"),),
            confidence=0.8,
            fingerprint="d4" * 16,
        ),
        finding_at(
            document,
            second.label_place,
            "notes/duplicate-note",
            "error",
            "“14” labels two notes; the second should be 15",
            related=(
                (first.marker, "the other note 14"),
                (document.references[4].marker, "the reference that waits for note 15"),
            ),
            evidence=("Reference 15 finds no note.", "The note stands between 14 and 16."),
            fixes=(document.fix("Renumber the note", second.label_place, "15", "unsafe"),),
            confidence=0.99,
            fingerprint="e5" * 16,
        ),
    ]


def _end_of(document: Document, phrase: str) -> Extent:
    end = place_of(document, phrase).end
    return Extent(end, end)


def gazette_report() -> Report:
    """One document with findings, one without, one that could not be read, and a remark on the edition."""
    document = gazette()
    clean = plain("The ferry runs as before.\n", "ferry.txt")
    across = Finding(
        "notes/duplicate-note",
        "information",
        "note 16 is also defined in ferry.txt",
        Location("gazette.txt", (Span(0, 3),), Position(1, 1), Position(1, 4), "The", "", " Harbour Gazette"),
        fingerprint="f6" * 16,
    )
    return Report(
        [
            Entry("gazette.txt", gazette_findings(document), [], document),
            Entry("ferry.txt", [], [Problem("notice", "encoding-assumed", "read as cp1252", "ferry.txt")], clean),
            Entry("lost.txt", [], [Problem("error", "unreadable", "permission denied", "lost.txt")]),
        ],
        [across],
        [],
        RULES,
        "The Harbour Gazette",
        "0.1.0",
    )
