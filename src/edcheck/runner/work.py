"""What is done with one file, in this process or another: read, understand, check."""

from edcheck.engine import Result, check, understand
from edcheck.errors import ReadError
from edcheck.model import Document, Edition, Problem
from edcheck.records import dataclass, field
from edcheck.ruleset import RuleSet
from edcheck.runner.discovery import Target
from edcheck.runner.reading import read


@dataclass(frozen=True, slots=True)
class Work:
    """What every file of a run has in common; the same file and the same work give the same outcome.

    `encoding` is for files whose settings name none. `keep` keeps the documents of reported files.
    """

    ruleset: RuleSet
    edition: Edition = Edition()
    encoding: str | None = None
    keep: bool = False


@dataclass(slots=True)
class Outcome:
    """What came of one file."""

    result: Result = field(default_factory=Result)
    document: Document | None = None

    @classmethod
    def failed(cls, target: Target, kind: str, message: str) -> "Outcome":
        """The outcome of a file that could not be checked."""
        return cls(Result(problems=[Problem("error", kind, message, target.name)]))


def check_file(target: Target, work: Work) -> Outcome:
    """Check one file; whatever is wrong with it becomes a problem of this file alone."""
    try:
        source = read(target.path, target.name, work.encoding or target.encoding)
        document = understand(source, work.edition)
        return Outcome(check(document, work.ruleset), document if work.keep and target.reported else None)
    except ReadError as error:
        return Outcome.failed(target, "unreadable", str(error))
    except MemoryError:
        return Outcome.failed(target, "check-failed", "not checked: memory ran out; split the file")
    except Exception as error:
        # A fault of edcheck itself must not cost the other files.
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return Outcome.failed(
            target, "check-failed", f"not checked: edcheck failed on it ({reason}); please report it"
        )
