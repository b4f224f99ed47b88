"""One trial: plant a fault, check again, compare with what was found before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random

from bench.accuracy.planters import CLASSES
from bench.accuracy.planting import Page, Planting, moved, planted
from bench.accuracy.texts import Case, texts_of
from edcheck.engine import check, check_edition, read, understand
from edcheck.model import Document, Facts, Finding, Location
from edcheck.records import dataclass, field
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source, Span

_HELD = 60
"""Editions that a process keeps understood."""
_TRIES = 6
"""How often a planter is asked before an edition counts as having no place for the fault."""
_NEAR = 1
"""Code points between a finding and a fault that touch."""
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Said:
    """A new finding: its rule, severity and message, and whether it lies at the fault."""

    rule: str
    severity: str
    message: str
    explains: bool
    place: str


@dataclass(slots=True)
class Outcome:
    """What came of one trial. `trust` is that of the first fix offered, empty where none is.

    `restored` tells whether this fix gives back exactly what was there, `restorable` whether any of those offered
    does; both None where nothing in the text could tell.
    """

    fault: str
    kind: str
    text: str
    seed: str
    change: str
    new: list[Said] = field(default_factory=list)
    trust: str = ""
    restored: bool | None = None
    restorable: bool | None = None

    @property
    def found(self) -> bool:
        """Whether a new finding lies at the fault."""
        return any(said.explains for said in self.new)

    @property
    def alarms(self) -> list[Said]:
        """New errors and warnings that do not explain the fault."""
        return [said for said in self.new if not said.explains and said.severity != "information"]

    @property
    def told(self) -> int:
        """How many new findings an editor reads because of this fault; remarks count where they explain it."""
        return sum(said.explains or said.severity != "information" for said in self.new)


class Ground:
    """An edition understood and checked once, in which faults are planted one at a time."""

    def __init__(self, case: Case) -> None:
        texts = texts_of(case)
        self.kind = case.kind
        self.name = case.name
        self.ordered = texts.ordered
        self.edition = texts.edition
        self.formats = [format for _, format in texts.sources]
        self.rules = RuleSet(BUILT_IN).narrowed()
        self.documents = [understand(source, texts.edition, format) for source, format in texts.sources]
        results = [check(document, self.rules) for document in self.documents]
        self.local = [result.findings for result in results]
        self.facts = [result.facts or Facts("") for result in results]
        self.known = Counter(map(_key, self.all_findings(self.local, self.facts, self.documents)))
        self.taken: dict[str, list[Span]] = {}
        for finding in self.all_findings(self.local, self.facts, self.documents):
            for location in (finding.location, *(finding.related if finding.severity != "information" else ())):
                self.taken.setdefault(location.path, []).extend(location.spans)

    def all_findings(
        self, local: Sequence[list[Finding]], facts: list[Facts], documents: Sequence[Document]
    ) -> list[Finding]:
        """What is found in the documents and between them."""
        by_name = {document.name: document for document in documents}
        looked: dict[str, Document] = {}

        def look(name: str) -> Document | None:
            if name not in looked and name in by_name:
                document = by_name[name]
                looked[name] = read(document.source, self.edition, document.format)
            return looked.get(name)

        whole = check_edition(facts, self.rules, look, self.ordered)
        return [*(finding for findings in local for finding in findings), *whole.findings]

    def trial(self, fault: str, seed: str) -> Outcome | None:
        """Plant a fault of a class and check; None where there is no place for it."""
        random = Random(seed)
        for _ in range(_TRIES):
            index = random.choices(range(len(self.documents)), [len(d.text) + 1 for d in self.documents])[0]
            document = self.documents[index]
            page = Page(document, self.taken.get(document.name, ()), self.documents)
            planting = CLASSES[fault](page, random)
            if planting is not None and (sources := self.sources(index, planting)):
                return self.compare(fault, seed, index, planting, sources)
        return None

    def sources(self, index: int, planting: Planting) -> dict[int, Source]:
        """The changed texts by their number; none where the text's encoding has no such characters."""
        source = self.documents[index].source
        if planting.exchange:
            [other] = [at for at, one in enumerate(self.documents) if one.name == planting.exchange]
            theirs = self.documents[other].source
            return {
                index: Source.from_bytes(source.name, theirs.data, theirs.decoding.encoding),
                other: Source.from_bytes(theirs.name, source.data, source.decoding.encoding),
            }
        text = planted(source.text, planting.edits)
        if source.decoding.encoding == "utf-8":
            return {index: Source.from_text(text, source.name)} if text != source.text else {}
        try:
            data = source.data[: source.decoding.bom] + text.encode(source.decoding.encoding)
        except UnicodeEncodeError:
            return {}
        return {index: Source.from_bytes(source.name, data)}

    def compare(
        self, fault: str, seed: str, index: int, planting: Planting, sources: Mapping[int, Source]
    ) -> Outcome:
        """Check the edition with its changed texts, and hold the new findings against the fault."""
        documents, local, facts = [*self.documents], [*self.local], [*self.facts]
        for at, source in sources.items():
            documents[at] = understand(source, self.edition, self.formats[at])
            result = check(documents[at], self.rules)
            local[at], facts[at] = result.findings, result.facts or Facts(source.name)
        name = self.documents[index].name
        places = [(name, moved(place, planting.edits)) for place in planting.places] + [*planting.elsewhere]
        outcome = Outcome(fault, self.kind, f"{self.name}: {name}", seed, _described(documents[index], planting))
        known = Counter(self.known)
        for finding in self.all_findings(local, facts, documents):
            if known[_key(finding)]:
                known[_key(finding)] -= 1
                continue
            explains = _explains(finding, places)
            where = f"{finding.location.start.line}:{finding.location.start.column}"
            outcome.new.append(Said(finding.rule, finding.severity, finding.message, explains, where))
            if explains and finding.fixes and not outcome.trust:
                by_name = {document.name: at for at, document in enumerate(documents)}
                at = by_name[finding.location.path]
                self.repair(outcome, finding, documents[at].source.text, self.documents[at].source.text, planting)
        return outcome

    def repair(self, outcome: Outcome, finding: Finding, text: str, right: str, planting: Planting) -> None:
        """Apply what a finding offers and compare with what was there."""
        outcome.trust = finding.fixes[0].trust
        if planting.restorable:
            offered = [
                planted(text, [(edit.span, edit.new) for edit in fix.edits]) == right for fix in finding.fixes
            ]
            outcome.restored, outcome.restorable = offered[0], any(offered)


def _key(finding: Finding) -> tuple[str, ...]:
    """What tells a finding from others, whatever stands elsewhere in the text."""
    if finding.severity == "information":
        return (finding.rule, finding.message_id, finding.location.path)
    where = finding.location
    return (finding.rule, finding.message_id, where.before, where.quote, where.after)


def _explains(finding: Finding, places: Sequence[tuple[str, Span]]) -> bool:
    return any(
        location.path == path and span.start <= place.end + _NEAR and place.start <= span.end + _NEAR
        for location in _locations(finding)
        for span in location.spans
        for path, place in places
    )


def _locations(finding: Finding) -> tuple[Location, ...]:
    return (finding.location, *finding.related)


def _described(document: Document, planting: Planting) -> str:
    """What was planted, with its line."""
    if planting.exchange:
        return f"{document.name} ↔ {planting.exchange}"
    span, new = planting.edits[0]
    text, at = document.source.text, moved(span, planting.edits)
    line, column = document.source.position(span.start)
    shown = text[max(0, span.start - 30) : span.start] + "«" + text[span.start : at.end] + "»"
    return f"{line}:{column} {shown[:_SHOWN] + text[at.end : at.end + 30]!r} ({new[:_SHOWN]!r})"


@lru_cache(_HELD)
def ground(case: Case) -> Ground:
    """The edition understood; kept, for many faults are planted in it."""
    return Ground(case)
