"""Where in our texts a companion's lines and columns are."""

from edcheck.containers.archive import Archive, open_archive
from edcheck.engine import locate
from edcheck.errors import ReadError
from edcheck.model import Document, Edition, Location, Markup
from edcheck.model.naming import entry_name
from edcheck.records import dataclass, field
from edcheck.runner.companions.interface import Message
from edcheck.runner.discovery import Target
from edcheck.runner.reading import decoded, read_bytes
from edcheck.text import Source, Span, ViewBuilder

_LONGEST_TAG = 5_000
"""Code points that are looked through for the beginning of a tag."""


@dataclass(slots=True)
class Places:
    """The texts of one file as companions number them; each is read when the first message about it comes."""

    target: Target
    _archive: Archive | None = None
    _documents: dict[str, Document] = field(default_factory=dict)

    def locate(self, message: Message) -> Location:
        """The place that a message is about; the text's beginning where it says none."""
        document = self._document(message.entry)
        source = document.source
        if not message.line:
            return locate(document, Span(0, 0))
        end = offset_of(source, message.line, message.column or 1)
        if message.end_column:
            return locate(document, Span(end, max(end, offset_of(source, message.end_line, message.end_column))))
        start = source.text.rfind("<", max(end - _LONGEST_TAG, 0), end)
        is_tag = start >= 0 and source.text.find(">", start, end) == end - 1
        return locate(document, Span(start, end) if is_tag else Span(end, end))

    def _document(self, entry: str) -> Document:
        if entry not in self._documents:
            # Nothing is asked of it but its lines.
            markup = Markup(self._source(entry), "plain", ViewBuilder().build())
            self._documents[entry] = Document(markup, Edition())
        return self._documents[entry]

    def _source(self, entry: str) -> Source:
        target = self.target
        name = entry_name(target.name, entry) if entry else target.name
        try:
            if not entry and not _is_archive(target.path):
                return decoded(read_bytes(target.path), name, target.encoding)
            if entry:
                self._archive = self._archive or open_archive(target.name, read_bytes(target.path))
                return Source.from_bytes(name, self._archive.read(entry))
        except (ReadError, KeyError):
            pass
        return Source.from_text("", name)


def _is_archive(path: str) -> bool:
    """True where a file is an archive, of which no line can be shown."""
    return path.lower().endswith(".epub")


def offset_of(source: Source, line: int, column: int) -> int:
    """The offset of a line and a column in UTF-16 code units; what lies outside is taken as the nearest place."""
    starts = source.line_starts
    start = starts[min(line, len(starts)) - 1]
    end = starts[line] if line < len(starts) else len(source.text)
    if line > len(starts):
        return end
    text = source.text[start:end]
    if text.isascii():
        return start + min(column - 1, len(text))
    units = 0
    for offset, character in enumerate(text):
        if units >= column - 1:
            return start + offset
        units += 2 if character > "\uffff" else 1
    return end
