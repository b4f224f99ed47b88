"""Where the keys and values of a TOML file stand.

`tomllib` tells places of bad syntax only; settings that are wrong in content need theirs, too.
"""

import re
import tomllib
from collections.abc import Iterator

from edcheck.records import NamedTuple

Path = tuple[str | int, ...]
"""A dotted key as its parts; an int is the index of an array's item."""


class Place(NamedTuple):
    """Offsets of a key and of its value in the text; equal where there is no key (an array's item)."""

    key: int
    value: int


_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""{1,3}'
    r"|'''.*?'''{1,3}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\r\n]+")


def places(text: str) -> dict[Path, Place]:
    """Map every key and every item of a TOML text to its place.

    `text` must be valid TOML (let `tomllib` read it first); what this scanner does not understand it leaves out.
    """
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, Place] = {}
        self.counts: dict[Path, int] = {}
        """How many tables each array of tables has so far."""

    def scan(self) -> dict[Path, Place]:
        table: Path = ()
        while self.skip_blank():
            table = self.header() if self.text[self.at] == "[" else self.pair(table)
        return self.found

    def skip_blank(self) -> bool:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def header(self) -> Path:
        start = self.at
        is_array = self.text.startswith("[[", start)
        self.at += 2 if is_array else 1
        path: Path = ()
        for name, _ in self.key():
            path = self.latest((*path, name))
            self.found.setdefault(path, Place(start, start))
        if is_array:
            bare = path[:-1] if isinstance(path[-1], int) else path
            index = self.counts.get(bare, 0)
            self.counts[bare] = index + 1
            path = (*bare, index)
            self.found[path] = Place(start, start)
        self.skip_past("]]" if is_array else "]")
        return path

    def skip_past(self, mark: str) -> None:
        end = self.text.find(mark, self.at)
        self.at = end + len(mark) if end >= 0 else len(self.text)

    def latest(self, path: Path) -> Path:
        """The path a header means: below an array of tables, the array's last table."""
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def pair(self, table: Path) -> Path:
        path = table
        start = self.at
        for name, start in self.key():
            path = (*path, name)
            self.found.setdefault(path, Place(start, start))
        self.skip_past("=")
        self.skip_blank()
        self.found[path] = Place(start, self.at)
        self.value(path)
        return table

    def key(self) -> Iterator[tuple[str, int]]:
        """The parts of a dotted key with their offsets; leaves `at` behind the last."""
        while self.skip_blank():
            quoted = self.text[self.at] in "\"'"
            match = (_STRING if quoted else _BARE_KEY).match(self.text, self.at)
            if match is None:
                return
            name = tomllib.loads(f"key = {match[0]}")["key"] if quoted else match[0]
            yield name, match.start()
            self.at = match.end()
            self.skip_blank()
            if not self.text.startswith(".", self.at):
                return
            self.at += 1

    def value(self, path: Path) -> None:
        character = self.text[self.at : self.at + 1]
        if character == "[":
            self.items(path)
        elif character == "{":
            self.inline_table(path)
        else:
            match = (_STRING if character in ('"', "'") else _SCALAR).match(self.text, self.at)
            self.at = match.end() if match else len(self.text)

    def items(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self.skip_blank() and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.found[(*path, index)] = Place(self.at, self.at)
            self.value((*path, index))
            index += 1
        self.at += 1

    def inline_table(self, path: Path) -> None:
        self.at += 1
        while self.skip_blank() and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.pair(path)
        self.at += 1
