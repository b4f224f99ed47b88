"""A text was printed before it was written.

Under a speech or an order stands where it was first printed: `Harbour Gazette, no. 17, July 2, 1921`. Where that
day lies before the day in its dateline, one of the two was misread, or the citation belongs to another text.
Compare the print; the finding points at the citation's date and shows the dateline.

A paper of the same day is possible (an evening paper, an order telegraphed overnight), but where others came a day
later it is worth a look: all such places together are one remark. Where the two lie as far apart as the calendars
did, the dateline may be in the New Style and the paper in the Old.
"""

from bisect import bisect_left
from collections.abc import Iterator

from edcheck.model import Citation, Date, Document, Draft, Place
from edcheck.recognise.dates.calendar import LAST_JULIAN_YEAR, day_number, style_difference
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import Surroundings, excused, quoted

_LEAD = 40
"""Code points that may stand in a block before its first citation: `Published in `."""
_FARTHEST = 400
"""Days beyond which the citation is of another text, however near it stands."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if not document.citations or not any(date.role == "dateline" for date in document.dates):
        return
    # Most texts were printed when they were written, and who speaks where is asked only of the others.
    if all(dateline.start < printed.start for dateline, printed in _pairs(document, None)):
        return
    same: list[tuple[Date, Date]] = []
    for dateline, printed in _pairs(document, Surroundings(document)):
        apart = _day(dateline) - _day(printed)
        if apart == 0:
            same.append((dateline, printed))
        elif 0 < apart <= _FARTHEST and not _two_calendars(apart, printed):
            data = {"printed": quoted(document, printed), "written": quoted(document, dateline)}
            yield Draft("before", printed.extent, data, ((dateline.extent, "the dateline"),), confidence=0.85)
    if same:
        yield _same_day(document, same)


def _pairs(document: Document, surroundings: Surroundings | None) -> Iterator[tuple[Date, Date]]:
    """Each dateline with the dates of the first citations that follow it before any heading or other dateline.

    Dates in notes and editors' brackets are left out where the surroundings are given.
    """
    cited = _cited(document)
    dateline: Date | None = None
    block = -1
    for date in document.dates:
        if date.role == "mention" or not _is_one_day(date):
            continue
        if surroundings is not None and surroundings.editorial(date.extent.start):
            continue
        if date.role == "dateline":
            dateline, block = (None if excused(document, date) else date), -1
            continue
        citation = cited.get(date.extent.start)
        if dateline is None or citation is None:
            continue
        own = document.block_at(citation.extent.start)
        if own is None or block not in (-1, own.extent.start):
            dateline = None
        elif block >= 0 or _opens(document, citation, own.extent.start):
            if block < 0 and _heading_between(document, dateline.extent.end, own.extent.start):
                dateline = None
                continue
            block = own.extent.start
            yield dateline, date


def _cited(document: Document) -> dict[int, Citation]:
    return {document.dates[one.date].extent.start: one for one in document.citations if one.date is not None}


def _is_one_day(date: Date) -> bool:
    return date.verdict == "valid" and not date.is_range and date.start.full


def _opens(document: Document, citation: Citation, block: int) -> bool:
    """Whether the block is the citation's own: a number at its head makes it a note or an item."""
    lead = document.text[block : citation.extent.start]
    return len(lead) <= _LEAD and not any(map(str.isdigit, lead))


def _heading_between(document: Document, start: int, end: int) -> bool:
    first, last = bisect_left(document.block_starts, start), bisect_left(document.block_starts, end)
    return "heading" in [block.kind for block in document.blocks[first:last]]


def _day(date: Date) -> int:
    year, month, day = (part or 1 for part in date.start)
    return day_number(year, month, day)


def _two_calendars(apart: int, printed: Date) -> bool:
    year, month, day = (part or 1 for part in printed.start)
    return year <= LAST_JULIAN_YEAR and apart == style_difference(year, month, day)


def _same_day(document: Document, same: list[tuple[Date, Date]]) -> Draft:
    """One remark for all texts that were printed on the day they are dated."""
    (dateline, printed), *others = same
    related: list[tuple[Place, str]] = [(dateline.extent, "the dateline")]
    related += [(other.extent, "likewise") for _, other in others]
    return Draft(
        "same-day",
        printed.extent,
        {"count": len(same), "texts": "text was" if len(same) == 1 else "texts were"},
        tuple(related),
        severity="information",
        confidence=0.3,
    )


_TEXT = "\n\nThe ferry is to run by night as well.\n\n"

rule = Rule(
    id="dates/print-before-writing",
    severity="warning",
    doc=__doc__,
    messages={
        "before": "printed on {printed}, before it was written on {written}",
        "same-day": "{count} {texts} printed on the day of the dateline",
    },
    check=check,
    bad=(
        Bad(f"July 12, 1921{_TEXT}Harbour Gazette, no. 17, «July 2, 1921»"),
        Bad(f"Dunmarrow, July 12, 1921{_TEXT}Published in Harbour Gazette, no. 17, «June 13, 1921»."),
        Bad("The ferry is to run.\n\nJuly 12, 1921\n\nHarbour Gazette, no. 17, «July 2, 1921»"),
        Bad(
            f"July 12, 1921{_TEXT}Harbour Gazette, no. 17, «July 12, 1921»\n\nJuly 14, 1921{_TEXT}"
            "Harbour Gazette, no. 19, July 14, 1921",
            fixed="",
        ),
    ),
    good=(
        Good(f"July 12, 1921{_TEXT}Harbour Gazette, no. 17, July 13, 1921"),
        Good(
            f"July 12, 1921{_TEXT}Harbour Gazette, July 13, 1921{_TEXT}Harbour Gazette, no. 9, July 2, 1921",
            because="the second citation is of a text without a dateline",
        ),
        Good(
            f"July 12, 1921{_TEXT}THE LANTERN ON THE MOLE\n\n\n\nHarbour Gazette, no. 9, July 2, 1901",
            because="the citation is of another text",
        ),
        Good(
            f"July 12, 1918{_TEXT}Harbour Gazette, no. 17, June 29, 1918",
            because="the dateline may be in the New Style, the paper in the Old",
        ),
        Good(
            "July 12, 1921\n\nIn the Harbour Gazette, no. 9, July 2, 1921, we read that the ferry was sold.",
            because="the text speaks of an earlier paper",
        ),
        Good(f"July 12, 1921{_TEXT}1. Harbour Gazette, no. 9, July 2, 1921", because="a note"),
    ),
)
