"""The engine: documents and rules in, findings and facts out. No files, no printing, no clock.

A document's result depends on its bytes, the rule set and the settings, and on nothing else; so it can be
cached, computed in any process, and is the same everywhere.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from edcheck.engine.findings import Said, finish, say
from edcheck.engine.gathering import gather
from edcheck.engine.places import Placing, in_facts, in_shared, locate, located
from edcheck.model import Document, Draft, Edition, Facts, Finding, Look, Markup, Problem
from edcheck.model.collection import Collection
from edcheck.readers import reader_for
from edcheck.recognise import recognise
from edcheck.records import dataclass, field
from edcheck.rule import Rule
from edcheck.ruleset import RuleSet
from edcheck.stages import Watch, unwatched
from edcheck.text import Extent, Source

if TYPE_CHECKING:
    from edcheck.recognise.apparatus import SharedApparatus

__all__ = ["Result", "check", "check_edition", "gather", "locate", "read", "understand"]


@dataclass(slots=True)
class Result:
    """What is known of one document after the check, without the document."""

    findings: list[Finding] = field(default_factory=list)
    facts: Facts | None = None
    problems: list[Problem] = field(default_factory=list)


def understand(
    source: Source, edition: Edition | None = None, format: str | None = None, watch: Watch = unwatched
) -> Document:
    """Read and recognise one source. Never raises on its content. `watch` is told of every stage."""
    edition = edition or Edition()
    markup: Markup = watch("reader", reader_for(source, format))(source, edition)
    return recognise(markup, edition, watch)


def read(source: Source, edition: Edition | None = None, format: str | None = None) -> Document:
    """Read one source without recognising anything in it: enough to show its places. Never raises."""
    edition = edition or Edition()
    return Document(reader_for(source, format)(source, edition), edition)


def check(document: Document, ruleset: RuleSet) -> Result:
    """Run all document rules on one document; a rule that fails becomes a problem, the others go on."""
    result = Result(problems=[located(problem, document.source) for problem in document.problems])
    place = partial(locate, document)
    said: list[Said] = []
    for rule in ruleset.rules:
        if rule.scope == "edition":
            continue
        try:
            for draft in rule.check(document, ruleset.options_of(rule)):
                if not _meant(document, draft):
                    said.append(say(draft, rule, place))  # noqa: PERF401 - what was said before a failure is kept
        except Exception as error:
            result.problems.append(_failure(rule, document.name, error))
    result.findings = finish(said)
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
    said: list[Said] = []
    if not ordered:
        facts = [replace(one, placed=False) for one in facts]
    facts = Collection(facts)
    shared = _join(facts, look, ordered)
    for rule in ruleset.rules:
        subject: object = facts
        place: Placing = partial(in_facts, look)
        if rule.scope == "apparatus" and shared is not None:
            subject, place = shared, partial(in_shared, shared, look)
        elif rule.scope != "edition":
            continue
        try:
            for draft in rule.check(subject, ruleset.options_of(rule)):
                said.append(say(draft, rule, place))  # noqa: PERF401 - as above
        except Exception as error:
            result.problems.append(_failure(rule, "", error))
    result.findings = finish(said)
    return result


def _join(facts: list[Facts], look: Look, ordered: bool) -> "SharedApparatus | None":
    """What the documents share; None where nothing ties one to another."""
    if not any(one.ties for one in facts):
        return None
    # Imported here: a text without links and notes of other files has no use for it.
    from edcheck.recognise.apparatus import join

    return join(facts, look, ordered)


def _failure(rule: Rule, path: str, error: Exception) -> Problem:
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Problem("error", "rule-failed", f"rule {rule.id} ({rule.source}) failed: {reason}", path)
