"""Reads the texts of an edition and gathers what they cite of newspapers and journals."""

from collections.abc import Iterable, Iterator

from edcheck.engine import understand
from edcheck.errors import ReadError
from edcheck.model import Document, Edition
from edcheck.recognise.citations.fitting import Cited
from edcheck.recognise.citations.rhythm import issue_date
from edcheck.records import dataclass, field
from edcheck.runner.discovery import Target
from edcheck.runner.reading import open_texts
from edcheck.runner.work import in_language


@dataclass(slots=True)
class Gathered:
    """The citations of all texts, how many texts there were, and one sentence for each file that was not read."""

    citations: list[Cited] = field(default_factory=list)
    texts: int = 0
    unread: list[str] = field(default_factory=list)


def gather_citations(targets: Iterable[Target], edition: Edition) -> Gathered:
    """Read every target and gather its citations; the edition's settings say which serials are known already."""
    gathered = Gathered()
    for target in targets:
        try:
            contents = open_texts(target.path, target.name, target.encoding, target.format)
            for text in contents.texts:
                document = understand(text.source, in_language(edition, target.language), text.format)
                gathered.citations += _cited(document)
                gathered.texts += 1
        except ReadError as error:
            gathered.unread.append(f"{target.name}: {error}")
    return gathered


def _cited(document: Document) -> Iterator[Cited]:
    for citation in document.citations:
        at = document.source.position(document.view.spans(citation.extent)[0].start)
        yield Cited(
            citation.source,
            citation.number,
            issue_date(document, citation),
            f"{document.name}:{at.line}:{at.column}",
            citation.serial or "",
        )
