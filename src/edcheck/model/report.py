"""`Report`: what one run found, as plain data that any reporter can show."""

from collections import Counter
from collections.abc import Iterator

from edcheck.model.document import Document
from edcheck.model.finding import SEVERITIES, Finding, Severity
from edcheck.model.fix import Trust
from edcheck.model.markup import Problem
from edcheck.records import dataclass, field


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report tells of a rule that ran: its id, severity in this run, and its words.

    `summary` is the fault in one sentence, `explanation` what, why and how to repair; `fix` the best trust
    that any of its fixes has, None where it offers none.
    """

    id: str
    severity: Severity
    summary: str
    explanation: str
    fix: Trust | None = None


@dataclass(frozen=True, slots=True)
class Census:
    """What was recognised in a document: how many words, notes, references, dates and citations."""

    words: int = 0
    notes: int = 0
    references: int = 0
    dates: int = 0
    citations: int = 0

    @classmethod
    def of(cls, document: Document) -> "Census":
        """Count what a document holds; dates that only the markup encodes count as well."""
        return cls(
            document.words.counts.total(),
            len(document.notes),
            len(document.references),
            len(document.dates) + sum(one.text is None for one in document.encoded),
            len(document.citations),
        )


@dataclass(slots=True)
class Entry:
    """What was found in one document. `path` is its name as findings give it.

    `document` is there only where a reporter needs the text itself (the HTML report), `census` only where what
    was read is counted.
    """

    path: str
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    document: Document | None = None
    census: Census | None = None


@dataclass(slots=True)
class Report:
    """Everything one run has to say, in reading order.

    `entries` holds one entry per document that was to be checked, also where it could not be read.
    `edition_findings` are about several documents at once; `problems` belong to no single document.
    """

    entries: list[Entry] = field(default_factory=list)
    edition_findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rules: tuple[RuleInfo, ...] = ()
    title: str = ""
    version: str = ""

    def findings(self) -> Iterator[Finding]:
        """All findings: document by document, then those about the edition."""
        for entry in self.entries:
            yield from entry.findings
        yield from self.edition_findings

    def faulty(self) -> set[str]:
        """The paths of the documents in which a finding stands, one about the edition counting where it points."""
        here = {entry.path for entry in self.entries if entry.findings}
        return here | {finding.location.path for finding in self.edition_findings}

    def all_problems(self) -> Iterator[Problem]:
        """All problems: document by document, then those of no single document."""
        for entry in self.entries:
            yield from entry.problems
        yield from self.problems

    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, none left out."""
        counted = Counter(finding.severity for finding in self.findings())
        return {severity: counted[severity] for severity in SEVERITIES}
