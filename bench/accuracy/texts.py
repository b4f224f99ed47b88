"""The well-formed texts that faults are planted in: our corpus, made pages, and the samples where they are."""

import io
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from bench.formats import FORMATS, as_epub
from bench.generate import Writer
from edcheck.model import Edition
from edcheck.readers import suffix_of
from edcheck.records import dataclass
from edcheck.runner.discovery import discover
from edcheck.runner.reading import open_texts
from edcheck.settings import Settings, load
from edcheck.text import Source

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "corpus"
SAMPLES = ROOT.parent / "shared" / "samples"
KINDS = {
    ".txt": "text",
    ".htm": "html",
    ".html": "html",
    ".md": "markdown",
    ".xml": "tei",
    ".epub": "epub",
    ".wiki": "wikitext",
    ".rst": "rest",
}
"""What a text counts as in the tables, by its suffix."""
_SHAPES = ((4, 9_000), (4, 9_000), (12, 3_000))
"""How many pages each generated edition has, and of how many code points."""
_PAGED = 1
"""The generated edition that has page numbers."""
_PAGE_MARKS = {
    "tei": (r"(?=<opener>)", '<pb n="{}"/>'),
    "html": (r"(?=<h4>)", "<p>[p. {}]</p>\n\n"),
    "markdown": (r"(?m)^(?=## )", "[p. {}]\n\n"),
    "text": (r"(?m)^(?=[A-Z][a-z]+ \d+, \d{4}$)", "[p. {}]\n\n"),
}
"""Where a page begins, by kind, and what stands there."""


_LARGE = 200_000
"""Bytes of a text from which on it is chosen less often, but not less than `_OFTEN`."""
_OFTEN = 0.15


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one edition in reading order, each with the name of its format if it is not the suffix's."""

    sources: tuple[tuple[Source, str | None], ...]
    edition: Edition = Edition()
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """An edition that faults can be planted in: its kind, its name, and where it comes from.

    `path` is a file or a folder; where it is empty, the texts are made.
    """

    kind: str
    name: str
    path: str = ""

    @property
    def weight(self) -> float:
        """How often it is chosen beside others: a book less often, for each trial checks all of it again."""
        size = Path(self.path).stat().st_size if self.path else 0
        return min(1.0, max(_OFTEN, _LARGE / (size + 1)))


def cases(folders: Iterable[Path] = ()) -> list[Case]:
    """All editions: those of the corpus, the made ones, those of the samples, and those of further folders."""
    found = [Case(kind, f"generated {number} {kind}") for kind in _MADE for number in range(len(_SHAPES))]
    found += [Case(kind, f"letters {kind}") for kind in _LETTERS]
    for folder in sorted(CORPUS.iterdir()):
        if folder.is_dir() and folder.name != "lighthouse-letters":
            suffix = next(
                suffix_of(file.name) for file in sorted(folder.iterdir()) if suffix_of(file.name) in KINDS
            )
            found.append(Case(KINDS[suffix], f"corpus {folder.name}", str(folder)))
    for place in (SAMPLES, *folders):
        found += _files(place)
    return found


def _files(place: Path) -> Iterator[Case]:
    """Every text below a folder, each an edition of its own."""
    for file in sorted(place.rglob("*")):
        if file.suffix in KINDS and file.name != "README.md":
            yield Case(KINDS[file.suffix], file.relative_to(place).as_posix(), str(file))


def texts_of(case: Case) -> Texts:
    """Read an edition, or make it."""
    if case.path:
        return _read(Path(case.path))
    words = case.name.split()
    return _MADE[case.kind](int(words[1])) if words[0] == "generated" else _letters(case.kind)


def _read(path: Path) -> Texts:
    own = path / "edcheck.toml"
    settings = load(str(own)) if own.exists() else Settings()
    found = []
    edition, ordered = settings.edition, True
    for target in discover([str(path)], settings).targets:
        contents = open_texts(target.path, target.name, target.encoding, target.format)
        if contents.language and edition.language == "en":
            edition = replace(edition, language=contents.language)
        found += [(text.source, text.format) for text in contents.texts]
        ordered = contents.is_ordered
    return Texts(tuple(found), edition, ordered)


def _pages(kind: str, number: int) -> Texts:
    """Pages whose notes and days run on from one to the next."""
    writer = Writer(40 + number)
    [(suffix, render)] = [(suffix, render) for name, suffix, render in FORMATS if name == kind]
    leaves, made = count(101), []
    pages, size = _SHAPES[number]
    for index in range(pages):
        text = render(writer.page(size, 900))
        if number == _PAGED:
            text = _paged(text, kind, leaves)
        made.append((Source.from_text(text, f"page{index}{suffix}"), None))
    return Texts(tuple(made), Edition(numbering="edition"))


def _paged(text: str, kind: str, leaves: Iterator[int]) -> str:
    """The text with the numbers of its pages, one before each paper."""
    head, mark = _PAGE_MARKS[kind]
    return re.sub(head, lambda match: mark.format(next(leaves)), text)


def _book(number: int) -> Texts:
    writer = Writer(60 + number)
    pages, size = _SHAPES[number]
    return _opened("made.epub", as_epub([writer.page(size, 900) for _ in range(pages)]))


def _letters(kind: str) -> Texts:
    """The letters of the corpus as they were before they were damaged, in one format."""
    tests = str(ROOT / "tests")
    if tests not in sys.path:
        sys.path.append(tests)
    from formats.epub import zipped
    from formats.writing import FORMATS as WRITERS

    texts = WRITERS[_LETTERS[kind]](False)
    if kind == "epub":
        return _opened("letters.epub", zipped(texts.files))
    [(name, text)] = texts.files.items()
    return Texts(((Source.from_text(text, name), None),))


def _opened(name: str, data: bytes) -> Texts:
    assert zipfile.is_zipfile(io.BytesIO(data))
    contents = open_texts(name, name, data=data)
    return Texts(tuple((text.source, text.format) for text in contents.texts), Edition(language=contents.language))


_MADE = {kind: partial(_pages, kind) for kind in ("text", "html", "markdown", "tei")} | {"epub": _book}
_LETTERS = {
    "text": "plain",
    "html": "html",
    "markdown": "markdown",
    "tei": "tei",
    "epub": "epub",
    "wikitext": "wikitext",
    "rest": "restructured",
}
"""The names under which `tests/formats` writes the letters."""
