"""What the rules on dates share: where they must not speak, and how a reading becomes a fix."""

from bisect import bisect_right

from edcheck.model import Date, Document, Fix, Trust
from edcheck.model.document import ZoneKind
from edcheck.patterns import lazy_pattern
from edcheck.text import Extent

_ACKNOWLEDGED = lazy_pattern(r"[.,;:]?\s?[\[(<][\s_*]{0,3}(?:[Ss]ic(?![a-z])|\?|!|recte\b)")


_MOST_READINGS = 3
NOT_THE_TEXT: tuple[ZoneKind, ...] = ("boilerplate", "contents", "code", "navigation")
"""Zones in which no date is the edition's own."""


def excused(document: Document, date: Date) -> bool:
    """Whether the date stands in the archive's own lines, a contents list or code, or is marked as doubtful.

    The text itself marks what is doubtful or wrong in it: `29 February 1958. [sic]`.
    """
    if document.zones and document.in_zone(date.extent, *NOT_THE_TEXT):
        return True
    return _ACKNOWLEDGED.match(document.text, date.extent.end) is not None


def quoted(document: Document, date: Date) -> str:
    """The date as written, on one line."""
    return " ".join(document.quote(date.extent).split())


def readings_as_fixes(document: Document, date: Date, trust: Trust = "suggestion") -> tuple[Fix, ...]:
    """The date's likeliest readings as fixes, each of which replaces only the characters that differ."""
    written = document.quote(date.extent)
    fixes = []
    for reading in date.readings[:_MOST_READINGS]:
        shortest = min(len(written), len(reading))
        head = next((at for at in range(shortest) if written[at] != reading[at]), shortest)
        tail = next((at for at in range(shortest - head) if written[-1 - at] != reading[-1 - at]), shortest - head)
        place = Extent(date.extent.start + head, date.extent.end - tail)
        new = reading[head : len(reading) - tail]
        fixes.append(document.fix(f"change to “{' '.join(reading.split())}”", place, new, trust))
    return tuple(fixes)


class Surroundings:
    """Answers in O(log n) whether a place lies in a note or between an editor's square brackets."""

    def __init__(self, document: Document) -> None:
        spans = [(note.body.start, note.body.end) for note in document.notes]
        spans += [(zone.extent.start, zone.extent.end) for zone in document.zones if zone.kind == "notes"]
        text = document.text
        spans += [
            (start, end) for start, end in document.marks.partners.items() if text[start] == "[" and start < end
        ]
        self._starts, self._ends = [], []
        reach = -1
        for start, end in sorted(spans):
            if end <= reach:
                continue
            reach = end
            self._starts.append(start)
            self._ends.append(end)

    def editorial(self, offset: int) -> bool:
        """Whether the offset lies in a note or in square brackets."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
