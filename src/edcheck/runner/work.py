"""What is done with one file, in this process or another: read, understand, check."""

from dataclasses import replace
from typing import TYPE_CHECKING

from edcheck.containers import Contents, Text
from edcheck.engine import Result, check, check_edition, understand
from edcheck.errors import ReadError
from edcheck.model import Document, Edition, Facts, Problem
from edcheck.model.report import Census
from edcheck.records import dataclass, field
from edcheck.ruleset import RuleSet
from edcheck.runner.discovery import Target
from edcheck.runner.reading import open_texts
from edcheck.runner.second_look import SecondLook
from edcheck.runner.shelves import look_up_pictures
from edcheck.stages import Watch, unwatched

if TYPE_CHECKING:
    from edcheck.runner.profiling import Profile

EDITION, FINISHING = "notes between files, findings of the edition", "findings and facts"
"""Stages of a profile: what the engine does beside the rules."""


@dataclass(frozen=True, slots=True)
class Work:
    """What every file of a run has in common; the same file and the same work give the same outcome.

    `encoding` and `format` are those of all files, whatever the settings name. `keep` keeps the documents of
    reported files, `count` counts what they hold. `profile` takes the time of every stage.
    """

    ruleset: RuleSet
    edition: Edition = Edition()
    encoding: str | None = None
    format: str | None = None
    keep: bool = False
    count: bool = False
    profile: "Profile | None" = None

    @property
    def watch(self) -> Watch:
        """What is told of every stage."""
        return self.profile.watch if self.profile else unwatched

    def understand(self, text: Text, edition: Edition) -> Document:
        """Read and recognise one text."""
        if self.profile:
            return self.profile.understand(text.source, edition, text.format)
        return understand(text.source, edition, text.format)


@dataclass(slots=True)
class Checked:
    """What came of one text: its name, what was found, and the document and its census where they are wanted."""

    name: str
    result: Result = field(default_factory=Result)
    document: Document | None = None
    census: Census | None = None


@dataclass(slots=True)
class Outcome:
    """What came of one file: of each of its texts, and of the file itself.

    `whole` is what the edition's rules say where the file is an edition of its own; the facts of its texts are
    of no concern to others then, and are not given. `unread` names texts that are there and could not be read.
    """

    texts: list[Checked] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    whole: Result | None = None
    title: str = ""
    unread: list[str] = field(default_factory=list)

    @classmethod
    def failed(cls, target: Target, kind: str, message: str) -> "Outcome":
        """The outcome of a file that could not be checked."""
        return cls(problems=[Problem("error", kind, message, target.name)], unread=[target.name])

    def facts(self) -> list[Facts]:
        """What the edition around this file needs to know of its texts."""
        known = [text.result.facts for text in self.texts if text.result.facts is not None]
        return known + [Facts(name) for name in self.unread]


def check_file(target: Target, work: Work) -> Outcome:
    """Check the texts of one file; whatever is wrong with it becomes a problem of this file alone."""
    try:
        encoding, format = work.encoding or target.encoding, work.format or target.format
        contents = work.watch("files", open_texts)(target.path, target.name, encoding, format, target.data)
        if work.profile:
            contents.texts = work.profile.each("files", contents.texts)
        return _check_contents(contents, target, work)
    except ReadError as error:
        return Outcome.failed(target, "unreadable", str(error))
    except Exception as error:
        return Outcome.failed(target, "check-failed", _why_not(error))


def _check_contents(contents: Contents, target: Target, work: Work) -> Outcome:
    outcome = Outcome(problems=contents.problems, title=contents.title)
    edition = _edition_of(contents, in_language(work.edition, target.language))
    for text in contents.texts:
        checked = _check_text(text, edition, work, target.reported)
        outcome.texts.append(checked)
        if checked.result.facts is not None:
            look_up_pictures(checked.result.facts, target.path, contents)
    outcome.unread = contents.unread
    if contents.is_edition:
        owners = {text.name: target for text in outcome.texts}
        look = SecondLook(owners, work.encoding, work.format, lambda owner: edition)
        outcome.whole = work.watch(EDITION, check_edition)(
            outcome.facts(), work.ruleset, look, contents.is_ordered
        )
        outcome.unread = []
        for checked in outcome.texts:
            checked.result.facts = None
    return outcome


def _check_text(text: Text, edition: Edition, work: Work, reported: bool) -> Checked:
    name = text.source.name
    try:
        document = work.understand(text, edition)
        # Of what is not reported only the facts are wanted.
        ruleset = work.ruleset if reported else RuleSet(())
        checked = Checked(name, work.watch(FINISHING, check)(document, ruleset))
        checked.document = document if work.keep and reported else None
        checked.census = Census.of(document) if work.count and reported else None
        return checked
    except ReadError as error:
        return Checked(name, Result(problems=[Problem("error", "unreadable", str(error), name)]))
    except Exception as error:
        # A fault of edcheck itself must not cost the other texts.
        return Checked(name, Result(problems=[Problem("error", "check-failed", _why_not(error), name)]))


def _why_not(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "not checked: memory ran out; split the file"
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"not checked: edcheck failed on it ({reason}); please report it"


def _edition_of(contents: Contents, edition: Edition) -> Edition:
    """What the settings say, completed by what the container says of its texts."""
    title = edition.title or contents.title
    # English is what settings say that say nothing of the language.
    language = contents.language if contents.language and edition.language == "en" else edition.language
    if (title, language) == (edition.title, edition.language):
        return edition
    return replace(edition, title=title, language=language)


def in_language(edition: Edition, language: str | None) -> Edition:
    """The edition, in the language that the settings name for one file."""
    return replace(edition, language=language) if language else edition
