"""From the document that rules read to the one that `edcheck inspect` prints."""

from collections import defaultdict
from collections.abc import Iterable

from edcheck import model
from edcheck.inspection import schema
from edcheck.text import Extent, Span


def describe(
    document: model.Document, facts: model.Facts, findings: Iterable[model.Finding] | None = None
) -> schema.Document:
    """Describe a document with every place spelled out; `findings` are told in short where they are given."""
    decoding = document.source.decoding
    describer = _Describer(document)
    return schema.Document(
        path=_whole(document.name),
        format=document.format,
        title=document.markup.title,
        language=document.markup.language,
        encoding=schema.Encoding(
            name=decoding.encoding,
            evidence=decoding.evidence,
            declared=decoding.declared,
            undecodable=decoding.undecodable,
        ),
        text=_whole(document.text),
        blocks=[describer.block(block) for block in document.blocks],
        zones=[schema.Zone(kind=zone.kind, place=describer.place(zone.extent)) for zone in document.zones],
        links=[describer.link(link) for link in document.links],
        anchors=[describer.anchor(anchor) for anchor in document.anchors],
        series=[schema.Series(name=one.name, kind=one.kind, shape=one.shape) for one in document.series],
        scopes=[describer.scope(scope) for scope in document.scopes],
        references=[describer.reference(index) for index in range(len(document.references))],
        notes=[describer.note(index) for index in range(len(document.notes))],
        alignment=describer.alignment(),
        dates=[describer.date(date) for date in document.dates],
        citations=[describer.citation(citation) for citation in document.citations],
        marks=[describer.mark(mark) for mark in document.marks],
        flaws=[
            schema.Flaw(kind=flaw.kind, place=describer.place(flaw.span), data=flaw.data)
            for flaw in document.flaws
        ],
        problems=[
            schema.Problem(level=problem.level, kind=problem.kind, message=problem.message)
            for problem in document.problems
        ],
        facts=describer.facts(facts),
        findings=None if findings is None else [_finding(finding) for finding in findings],
    )


class _Describer:
    def __init__(self, document: model.Document) -> None:
        self.document = document
        self.notes_of: defaultdict[int, list[int]] = defaultdict(list)
        self.references_of: defaultdict[int, list[int]] = defaultdict(list)
        for reference, note in document.alignment.pairs:
            self.notes_of[reference].append(note)
            self.references_of[note].append(reference)

    def facts(self, facts: model.Facts) -> schema.Facts:
        return schema.Facts(
            labels=[
                schema.LabelFact(
                    series=fact.series,
                    label=fact.label,
                    value=fact.value,
                    place=self.place(fact.spot.place),
                )
                for fact in facts.labels
            ],
            datelines=[one.day for one in facts.datelines],
            citations=facts.citations,
            crossings=[
                schema.Crossing(
                    kind=one.kind,
                    label=one.label,
                    target=one.target,
                    names=list(one.names),
                    place=self.place(one.label_place),
                )
                for one in self.document.crossings
            ],
        )

    def place(self, where: Extent | Span) -> schema.Place:
        document = self.document
        in_view = isinstance(where, Extent)
        spans = document.view.spans(where) if isinstance(where, Extent) else (where,)
        text = document.text if in_view else document.source.text
        start = document.source.position(spans[0].start)
        end = document.source.position(spans[-1].end)
        return schema.Place(
            text=_whole(text[where.start : where.end]),
            extent=_range(where) if in_view else None,
            spans=[_range(span) for span in spans],
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
        )

    def block(self, block: model.Block) -> schema.Block:
        return schema.Block(
            kind=block.kind,
            level=block.level,
            name=block.name,
            css_class=block.css_class,
            place=self.place(block.extent),
        )

    def link(self, link: model.Link) -> schema.Link:
        return schema.Link(
            target=link.target,
            fragment=link.fragment,
            superscript=link.superscript,
            place=self.place(link.extent),
            tag=self.place(link.tag),
        )

    def anchor(self, anchor: model.Anchor) -> schema.Anchor:
        return schema.Anchor(
            name=anchor.name,
            element=anchor.element,
            attribute=anchor.attribute,
            place=self.place(anchor.span),
        )

    def scope(self, scope: model.Scope) -> schema.Scope:
        return schema.Scope(place=self.place(scope.extent), declared=scope.declared, why=scope.why)

    def reference(self, index: int) -> schema.Reference:
        reference = self.document.references[index]
        return schema.Reference(
            label=_label(reference.label),
            marker=self.place(reference.marker),
            label_place=self.place(reference.label_place),
            origin=reference.origin,
            series=reference.series,
            scope=reference.scope,
            link=reference.link,
            anchors=list(reference.anchors),
            notes=self.notes_of[index],
        )

    def note(self, index: int) -> schema.Note:
        note = self.document.notes[index]
        return schema.Note(
            label=_label(note.label),
            marker=self.place(note.marker),
            label_place=self.place(note.label_place),
            body=self.place(note.body),
            origin=note.origin,
            series=note.series,
            scope=note.scope,
            placeholder=note.placeholder,
            signature=note.signature,
            garbled=note.garbled,
            links=list(note.links),
            anchors=list(note.anchors),
            references=self.references_of[index],
        )

    def alignment(self) -> schema.Alignment:
        alignment = self.document.alignment
        return schema.Alignment(
            pairs=[schema.Pair(reference=reference, note=note) for reference, note in alignment.pairs],
            repairs=[_repair(repair) for repair in alignment.repairs],
            misdirections=[
                schema.Misdirection(
                    link=one.link, reference=one.reference, note=one.note, backlink=one.backlink, target=one.target
                )
                for one in alignment.misdirections
            ],
            misnomers=[
                schema.Misnomer(reference=one.reference, note=one.note, number=one.number)
                for one in alignment.misnomers
            ],
        )

    def date(self, date: model.Date) -> schema.Date:
        return schema.Date(
            place=self.place(date.extent),
            start=_value(date.start),
            end=_value(date.end),
            pair=_value(date.pair) if date.pair else None,
            form=date.form,
            language=date.language,
            weekday=date.weekday,
            role=date.role,
            verdict=date.verdict,
            reason=date.reason,
            readings=list(date.readings),
            year_inferred=date.year_inferred,
        )

    def citation(self, citation: model.Citation) -> schema.Citation:
        return schema.Citation(
            place=self.place(citation.extent),
            source=citation.source,
            serial=citation.serial,
            number=citation.number,
            date=citation.date,
        )

    def mark(self, mark: model.Mark) -> schema.Mark:
        return schema.Mark(
            character=mark.character,
            kind=mark.kind,
            opens=mark.opens,
            partner=mark.partner,
            mismatched=mark.mismatched,
            place=self.place(Extent(mark.offset, mark.offset + 1)),
        )


def _whole(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which no JSON in UTF-8 can hold; offsets stay."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _range(where: Extent | Span) -> schema.Range:
    return schema.Range(start=where.start, end=where.end)


def _label(label: model.Label) -> schema.Label:
    return schema.Label(text=label.text, kind=label.kind, value=label.value, suffix=label.suffix)


def _value(value: model.DateValue) -> schema.DateValue:
    return schema.DateValue(year=value.year, month=value.month, day=value.day)


def _repair(repair: model.Repair) -> schema.Repair:
    return schema.Repair(
        kind=repair.kind,
        note=repair.note,
        reference=repair.reference,
        label=repair.label or None,
        cost=repair.cost,
        confidence=repair.confidence,
        other_notes=list(repair.other_notes),
        other_references=list(repair.other_references),
    )


def _finding(finding: model.Finding) -> schema.Finding:
    return schema.Finding(
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        confidence=finding.confidence,
        spans=[_range(span) for span in finding.location.spans],
        line=finding.location.start.line,
        column=finding.location.start.column,
    )
