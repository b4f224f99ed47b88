"""Shows documents again in which something was found that concerns several files.

The facts of a document are enough to find what is wrong between files, and too little to show it. So the few files
in which something was found are read once more, instead of keeping the passages around every note of every file.
"""

from collections.abc import Callable, Mapping

from edcheck.containers import Text
from edcheck.engine import read
from edcheck.errors import ReadError
from edcheck.model import Document, Edition
from edcheck.runner.discovery import Target
from edcheck.runner.reading import open_texts


class SecondLook:
    """Reads a text again by its name, once. Gives None where it cannot be read any more."""

    def __init__(
        self,
        owners: Mapping[str, Target],
        encoding: str | None,
        format: str | None,
        edition: Callable[[Target], Edition],
    ) -> None:
        """`owners` maps the names of texts to the files that hold them, `edition` gives a file's settings."""
        self._owners = owners
        self._encoding = encoding
        self._format = format
        self._edition = edition
        self._texts: dict[str, dict[str, Text]] = {}
        self._documents: dict[str, Document | None] = {}

    def __call__(self, name: str) -> Document | None:
        """The document of this name, read but not recognised."""
        if name not in self._documents:
            self._documents[name] = self._read(name)
        return self._documents[name]

    def _read(self, name: str) -> Document | None:
        target = self._owners.get(name)
        if target is None:
            return None
        try:
            text = self._texts_of(target).get(name)
        except ReadError:
            return None
        return read(text.source, self._edition(target), text.format) if text is not None else None

    def _texts_of(self, target: Target) -> dict[str, Text]:
        if target.name not in self._texts:
            encoding, format = self._encoding or target.encoding, self._format or target.format
            contents = open_texts(target.path, target.name, encoding, format, target.data)
            self._texts[target.name] = {text.source.name: text for text in contents.texts}
        return self._texts[target.name]
