"""The container's contract: one function from a file's name and bytes to the texts that the file holds.

A container knows no file system and unpacks nothing to disk. It names each text after the file and the entry
(`book.epub!text/chapter-4.xhtml`), so that a place in it is a place that an editor can open. What is wrong with
a part is a problem; the other parts are still given.
"""

from collections.abc import Callable, Iterable

from edcheck.model import Problem
from edcheck.records import dataclass, field
from edcheck.text import Source


@dataclass(frozen=True, slots=True)
class Text:
    """One text in a container, and the name of its format, None where the text itself has to tell."""

    source: Source
    format: str | None = None


@dataclass(slots=True)
class Contents:
    """What a file holds: its texts in reading order, and what could not be read.

    `texts` may be made while they are walked through, one at a time, so that a large book is never held whole;
    `problems` are complete when the walk has ended. `is_edition` says that the texts belong to one another and to
    nothing else, as the chapters of a book do; `title` and `language` hold for texts that say nothing themselves.
    `unread` names texts that are there and could not be read, complete like `problems`. `is_ordered` is False
    where nothing says in what order the texts are read, and they come by their names. `entries` are the paths of
    all files in it, where the texts are a whole with their pictures.
    """

    texts: Iterable[Text] = ()
    problems: list[Problem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    is_edition: bool = False
    is_ordered: bool = True
    title: str = ""
    language: str = ""
    entries: frozenset[str] = frozenset()


Container = Callable[[str, bytes, str | None], Contents]
"""From a file's name, its bytes and the encoding that its user names for the texts in it, None for none.

Raises ReadError where nothing in the file can be read, and nothing else, whatever the bytes are.
"""
