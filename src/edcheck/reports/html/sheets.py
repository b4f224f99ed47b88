"""A document as the page shows it: its text in groups, each with the remarks that belong beside it.

A group begins with a block that has findings and holds the blocks without findings that follow it, so that
remarks longer than their paragraph hang over into text that needs the margin for nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from edcheck.model import Document, Finding, Location
from edcheck.records import dataclass, field
from edcheck.reports.html.characters import shown, shown_path
from edcheck.reports.html.layout import Layout
from edcheck.reports.html.marking import LETTERS, Call, Marks, Place, call_of, marked
from edcheck.reports.html.partners import Partners
from edcheck.reports.html.remarks import Remark, Side, loose_side, passage, remark, shortened, side_of
from edcheck.reports.passage import around
from edcheck.text import Extent

_NEIGHBOURS = 1
"""Blocks shown on each side of what is marked, where a text is not shown whole."""


@dataclass(slots=True)
class Group:
    """A paragraph with its remarks, and the paragraphs up to the next one that has any."""

    head: Markup = Markup("")
    remarks: list[Remark] = field(default_factory=list)
    rest: list[Markup] = field(default_factory=list)


class Names:
    """Ids for findings: from the fingerprint, so that links to them live long; no id twice in a page."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, finding: Finding) -> str:
        """The id of a finding."""
        stem = finding.fingerprint[:12]
        if not re.fullmatch(r"[0-9a-f]{12}", stem):
            stem = "x"
        self._given[stem] += 1
        return stem if self._given[stem] == 1 else f"{stem}-{self._given[stem]}"


def _paragraph(tag: str, css: str, line: int, html: Markup) -> Markup:
    return Markup(f'<{tag} class="{css}" data-line="{line}">{html}</{tag}>\n')


def _left_out(count: int) -> Markup:
    noun = "paragraph" if count == 1 else "paragraphs"
    return Markup(f'<p class="left-out">{count} {noun} without findings</p>\n')


def loose_groups(
    findings: list[Finding], names: Names, summaries: Mapping[str, str], named: bool = False
) -> list[Group]:
    """Groups of findings whose text is not at hand: each remark beside its own passage.

    `named` says of each passage in which document it stands.
    """
    groups = []
    for number, finding in enumerate(findings, 1):
        name, letter, where = names.of(finding), LETTERS[finding.severity], finding.location
        note = remark(finding, number, name, summaries.get(finding.rule, ""), None)
        note.sides = [_side_elsewhere(place, where) for place in finding.related]
        before, after = around(where)
        html = Markup('{}<mark class="{}" data-f="{}">{}</mark>{}{}').format(
            shown(before),
            letter,
            number,
            shown(shortened(where.quote)),
            Markup(call_of(Call(0, letter, number, name))),
            shown(after),
        )
        source = Markup('<p class="source">{}</p>').format(shown_path(where.path)) if named else Markup()
        groups.append(Group(source + _paragraph("p", "loose", where.start.line, html), [note]))
    return groups


def _side_elsewhere(place: Location, home: Location) -> Side:
    """A side out of its location, with the name of its document where that is another."""
    if place.path == home.path:
        return loose_side(place)
    return loose_side(replace(place, label=f"{place.label} ({place.path})"))


class Sheet:
    """Sets the findings of one document into its text. `index` tells the documents of a page apart."""

    def __init__(
        self,
        document: Document,
        findings: list[Finding],
        index: int,
        names: Names,
        summaries: Mapping[str, str],
        whole: bool = True,
    ) -> None:
        self.document = document
        self.whole = whole
        self.remarks: list[Remark] = []
        """In the order of the findings."""
        self._index = index
        self._layout = Layout(document)
        self._marks: defaultdict[int, Marks] = defaultdict(Marks)
        self._beside: defaultdict[int, list[Remark]] = defaultdict(list)
        self._partners = Partners(document)
        for number, finding in enumerate(findings, 1):
            note = remark(finding, number, names.of(finding), summaries.get(finding.rule, ""), document)
            self.remarks.append(note)
            self._set(finding, note)
        self._shown = set(range(len(self._layout.blocks))) if whole else self._around_findings()

    def extents(self, location: Location) -> list[Extent]:
        """Where a location of this document lies in the text: adjoining pieces joined, in order."""
        joined: list[Extent] = []
        for span in location.spans:
            start, end = self.document.view.extent(span)
            if joined and start <= joined[-1].end:
                joined[-1] = Extent(joined[-1].start, max(end, joined[-1].end))
            else:
                joined.append(Extent(start, max(start, end)))
        return joined

    def target(self, extent: Extent) -> str:
        """A link to a place of the text, or nothing where it is not shown."""
        index = self._layout.block_of(extent.start)
        if index not in self._shown:
            return ""
        return self._target_in(index, extent.start)

    def line(self, offset: int) -> int:
        """The line of the source in which a character of the text stands."""
        return self._layout.line(offset)

    def groups(self) -> list[Group]:
        """The text with everything that was set into it."""
        groups = [Group()]
        left_out = 0
        for index in range(len(self._layout.blocks)):
            if index not in self._shown:
                left_out += 1
                continue
            if left_out:
                groups[-1].rest.append(_left_out(left_out))
                left_out = 0
            paragraph = self._paragraph(index)
            if index in self._beside:
                groups.append(Group(paragraph, self._beside[index]))
            else:
                groups[-1].rest.append(paragraph)
        if left_out:
            groups[-1].rest.append(_left_out(left_out))
        return [group for group in groups if group.head or group.rest]

    def _set(self, finding: Finding, note: Remark) -> None:
        """Mark the finding's place, and give its remark the other places it speaks of."""
        extents = self.extents(finding.location)
        home = self._mark(extents, note)
        if finding.location.quote and all(start == end for start, end in extents):
            note.markup_quote = shown(shortened(finding.location.quote))
        self._beside[home].append(note)
        faced = list(extents)
        for place in finding.related:
            if place.path != finding.location.path:
                note.sides.append(_side_elsewhere(place, finding.location))
                continue
            there = self.extents(place)
            faced += there
            if place.quote and all(start == end for start, end in there):
                # It stands in the markup: what is shown is the source.
                before, after = around(place)
                passage_there = (before, place.quote, after)
                note.sides.append(side_of(place.label, place.start.line, self._echo(there), passage_there))
            else:
                note.sides.append(self._side(place.label, there[0], self._echo(there)))
        if note.family == "notes":
            self._face(note, faced)

    def _mark(self, extents: list[Extent], note: Remark) -> int:
        """Mark the extents; returns the block in which the finding's number is printed."""
        home = -1
        for extent in extents:
            for index, part in self._layout.parts(extent):
                self._marks[index].places.append(Place(*part, note.letter, note.number))
                if home < 0:
                    home = index
                    self._marks[index].calls.append(Call(part.end, note.letter, note.number, note.id))
        if home < 0:
            home = self._layout.block_of(extents[0].start)
            offset = self._layout.within(home, extents[0].start)
            self._marks[home].carets.append(Place(offset, offset, note.letter, note.number))
            self._marks[home].calls.append(Call(offset, note.letter, note.number, note.id))
        return home

    def _face(self, note: Remark, faced: list[Extent]) -> None:
        """Complete a remark on notes to both sides: what the finding is about, and the partner of each place."""
        for extent in list(faced):
            for label, partner in self._partners.of(extent):
                if any(start < partner.end and partner.start < end for start, end in faced):
                    continue
                faced.append(partner)
                note.sides.append(self._side(label, partner, self._echo([partner])))
        if note.sides:
            note.sides.insert(0, self._side("here", faced[0], ""))

    def _side(self, label: str, extent: Extent, href: str) -> Side:
        block = self._layout.blocks[self._layout.block_of(extent.start)].extent
        return side_of(label, self.line(extent.start), href, passage(self.document.text, extent, block))

    def _echo(self, extents: list[Extent]) -> str:
        """Mark a place that a finding mentions, lightly; returns a link to it."""
        for extent in extents:
            for index, part in self._layout.parts(extent):
                self._marks[index].places.append(Place(*part, "echo", 0))
        return self._target_in(self._layout.block_of(extents[0].start), extents[0].start)

    def _target_in(self, index: int, offset: int) -> str:
        offset = self._layout.within(index, offset)
        name = f"t{self._index}-{offset}"
        self._marks[index].targets[offset] = name
        return f"#{name}"

    def _around_findings(self) -> set[int]:
        reach = range(-_NEIGHBOURS, _NEIGHBOURS + 1)
        return {index + step for index in self._marks for step in reach}

    def _paragraph(self, index: int) -> Markup:
        layout = self._layout
        extent = layout.blocks[index].extent
        html = marked(self.document.text, extent, self._marks.get(index), layout.breaks(index))
        return _paragraph(layout.tag(index), layout.css(index), layout.line(extent.start), html)
