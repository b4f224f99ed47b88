"""The engine: documents and rules in, findings and facts out. No files, no printing, no clock.

A document's result depends on its bytes, the rule set and the settings, and on nothing else; so it can be
cached, computed in any process, and is the same everywhere.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from edcheck.errors import RuleError
from edcheck.model import (
    Document,
    Draft,
    Edition,
    Facts,
    Finding,
    LabelFact,
    Location,
    Look,
    Markup,
    Place,
    Problem,
    Spot,
    Ties,
)
from edcheck.model.contents import EntryFact, HeadingFact
from edcheck.model.finding import CONTEXT, SEVERITIES, Severity
from edcheck.readers import reader_for
from edcheck.recognise import recognise
from edcheck.recognise.addresses import leads_out, split_target
from edcheck.recognise.contents import entries, headings
from edcheck.records import dataclass, field
from edcheck.rule import Rule
from edcheck.ruleset import RuleSet
from edcheck.text import Extent, Position, Source, Span

if TYPE_CHECKING:
    from edcheck.recognise.apparatus import SharedApparatus

try:
    # `hashlib` loads OpenSSL, a twentieth of every start; the same function is in Python itself.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_Placing = Callable[[Place, str], Location]
_RANK = {"off": len(SEVERITIES), **{name: rank for rank, name in enumerate(SEVERITIES)}}


@dataclass(slots=True)
class Result:
    """What is known of one document after the check, without the document."""

    findings: list[Finding] = field(default_factory=list)
    facts: Facts | None = None
    problems: list[Problem] = field(default_factory=list)


def understand(source: Source, edition: Edition | None = None, format: str | None = None) -> Document:
    """Read and recognise one source. Never raises on its content."""
    edition = edition or Edition()
    markup: Markup = reader_for(source, format)(source, edition)
    return recognise(markup, edition)


def read(source: Source, edition: Edition | None = None, format: str | None = None) -> Document:
    """Read one source without recognising anything in it: enough to show its places. Never raises."""
    edition = edition or Edition()
    return Document(reader_for(source, format)(source, edition), edition)


def check(document: Document, ruleset: RuleSet) -> Result:
    """Run all document rules on one document; a rule that fails becomes a problem, the others go on."""
    result = Result(problems=[_located(problem, document.source) for problem in document.problems])
    place = partial(locate, document)
    said: list[_Said] = []
    for rule in ruleset.rules:
        if rule.scope == "edition":
            continue
        try:
            for draft in rule.check(document, ruleset.options_of(rule)):
                if not _meant(document, draft):
                    said.append(_say(draft, rule, place))  # noqa: PERF401 - what was said before a failure is kept
        except Exception as error:
            result.problems.append(_failure(rule, document.name, error))
    result.findings = _finish(said)
    result.facts = gather(document)
    return result


def _meant(document: Document, draft: Draft) -> bool:
    """Tell whether the edition itself says that what the draft points at is so in the source.

    Asked here, once for all rules and recognisers: whatever a slip in `<sic>` makes of the words around it, the
    editors have seen it. Faults of the markup, which lie in the source, are told everywhere.
    """
    return (
        isinstance(draft.at, Extent)
        and bool(document.markup.passages)
        and document.in_passage(draft.at, "sic", "original")
    )


def check_edition(
    facts: list[Facts], ruleset: RuleSet, look: Look = lambda path: None, ordered: bool = True
) -> Result:
    """Run all rules about the edition on the facts of all documents, and those about notes on what they share.

    `look` shows a document again, read but not recognised: only those are asked for in which something is found.
    `ordered` is False where the order of the documents is only guessed.
    """
    result = Result()
    said: list[_Said] = []
    shared = _join(facts, look, ordered)
    for rule in ruleset.rules:
        subject: object = facts
        place: _Placing = partial(_of_facts, look)
        if rule.scope == "apparatus" and shared is not None:
            subject, place = shared, partial(_shared, shared, look)
        elif rule.scope != "edition":
            continue
        try:
            for draft in rule.check(subject, ruleset.options_of(rule)):
                said.append(_say(draft, rule, place))  # noqa: PERF401 - as above
        except Exception as error:
            result.problems.append(_failure(rule, "", error))
    result.findings = _finish(said)
    return result


def _join(facts: list[Facts], look: Look, ordered: bool) -> "SharedApparatus | None":
    """What the documents share; None where nothing ties one to another."""
    if not any(one.ties for one in facts):
        return None
    # Imported here: a text without links and notes of other files has no use for it.
    from edcheck.recognise.apparatus import join

    return join(facts, look, ordered)


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


def locate(document: Document, place: Place, label: str = "") -> Location:
    """Make a place of this document complete: spans, lines and columns, and the passage around it."""
    if isinstance(place, Location):
        return replace(place, label=label)
    if isinstance(place, Spot):
        place = place.place
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


class _Said(NamedTuple):
    """What one draft says, ready to be put in order; without what only the finished finding needs."""

    path: str
    spans: tuple[Span, ...]
    rule: str
    message: str
    severity: Severity
    location: Location
    related: tuple[Location, ...]
    data: dict[str, str]
    draft: Draft


def _say(draft: Draft, rule: Rule, place: _Placing) -> _Said:
    severity = rule.severity
    if draft.severity is not None and _RANK[draft.severity] > _RANK[severity]:
        severity = draft.severity
    data = {name: str(value) for name, value in draft.data.items()}
    message = rule.messages[draft.message].format(**data)
    location = place(draft.at, "")
    related = tuple([place(where, label) for where, label in draft.related])
    return _Said(location.path, location.spans, rule.id, message, severity, location, related, data, draft)


def _finish(said: list[_Said]) -> list[Finding]:
    """Sort by place and make the findings, each with its fingerprint; equal ones are counted apart."""
    seen: Counter[str] = Counter()
    findings = []
    for _, _, rule, message, severity, location, related, data, draft in sorted(said, key=itemgetter(0, 1, 2, 3)):
        context = " ".join(f"{location.before}|{location.quote}|{location.after}".split())
        key = "\0".join((rule, draft.message, location.path, context.casefold()))
        seen[key] += 1
        findings.append(
            Finding(
                rule,
                severity,
                message,
                location,
                draft.message,
                data,
                related,
                draft.evidence,
                draft.fixes,
                draft.confidence,
                blake2b(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
            )
        )
    return findings


def _of_facts(look: Look, place: Place, label: str) -> Location:
    """Make a place complete that a rule took from the facts."""
    if isinstance(place, Spot):
        return _shown(place.path, look(place.path), place.place, label)
    if not isinstance(place, Location):
        raise RuleError("an edition rule must point with locations or spots taken from the facts")
    return replace(place, label=label)


def _shared(apparatus: "SharedApparatus", look: Look, place: Place, label: str) -> Location:
    """Make a place in several documents' common coordinates complete."""
    if isinstance(place, Location | Spot):
        return _of_facts(look, place, label)
    return _shown(*apparatus.at(place), label)


def _shown(path: str, document: Document | None, place: Place, label: str) -> Location:
    """Make a place complete; where its document cannot be shown again, the document stands for it."""
    if document is None:
        return Location(path, (Span(0, 0),), Position(1, 1), Position(1, 1), "", label=label)
    return locate(document, place, label)


def _located(problem: Problem, source: Source) -> Problem:
    if problem.span is None or problem.position is not None:
        return problem
    return replace(problem, position=source.position(problem.span.start))


def _failure(rule: Rule, path: str, error: Exception) -> Problem:
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Problem("error", "rule-failed", f"rule {rule.id} ({rule.source}) failed: {reason}", path)
