"""Writes texts to measure with: made of word lists and a seed, in the shape of a transcribed collection.

A page holds dated papers with references `[73]`, a citation of a gazette under each, and the notes at the end,
numbered on from page to page. `bench.formats` writes the same content in every format. Content
varies from page to page; the same seed gives the same bytes.
"""

import datetime
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.formats import FORMATS, Page, Paper, as_epub, as_text

PAGE = 18_000
"""Code points of the papers of a usual page, which is of 22 kB with its notes."""
NOTE_EVERY = 3_000
"""Code points of text for each reference on a usual page."""

_WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


class Writer:
    """Makes pages; carries the note number and the day from one page to the next."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.number = 0
        self.day = datetime.date(1848, 1, 4)

    def page(self, size: int = PAGE, note_every: int = NOTE_EVERY) -> Page:
        """A page of about `size` code points with a reference for every `note_every` of them."""
        page, written, noted = Page(), 0, 0
        while written < size:
            paragraphs = []
            for _ in range(self.random.randint(2, 6)):
                paragraph = self.paragraph()
                written += len(paragraph)
                while noted < written // note_every:
                    noted += 1
                    paragraph = self.refer(page, paragraph)
                paragraphs.append(paragraph)
            page.papers.append(Paper(self.date(), paragraphs, self.citation()))
            self.day += datetime.timedelta(self.random.randint(1, 6))
        return page

    def refer(self, page: Page, paragraph: str) -> str:
        """Add a note to the page and its reference to the paragraph."""
        self.number += 1
        note = " ".join(self.sentence() for _ in range(self.random.randint(1, 4)))
        page.notes.append((self.number, f"{note} The papers are dated {self.date()}."))
        clause = self.clause()
        return f"{paragraph} {clause[0].upper()}{clause[1:]} [{self.number}] {self.pick('circumstances')}."

    def pick(self, kind: str) -> str:
        """A word of a kind named in words.toml."""
        return str(self.random.choice(_WORDS[kind]))

    def paragraph(self) -> str:
        """A few sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 7)))

    def sentence(self) -> str:
        """One or two clauses, some with a remark in brackets."""
        words = self.clause()
        if self.random.random() < 0.6:
            words += f"{self.pick('links')} {self.clause()}"
        if self.random.random() < 0.1:
            words += f" (or so the {self.pick('subjects')} says)"
        return words[0].upper() + words[1:] + "."

    def clause(self) -> str:
        """Somebody does something to something."""
        named = self.random.random() < 0.2
        who = f"{self.pick('persons')} of {self.pick('places')}" if named else f"the {self.pick('subjects')}"
        what = f"the {self.pick('qualities')} {self.pick('things')}"
        return f"{who} {self.pick('deeds')} {what} {self.pick('circumstances')}"

    def date(self, later: int = 0) -> str:
        """The present day, or a later one, as the papers write it."""
        day = self.day + datetime.timedelta(later)
        return f"{_WORDS['months'][day.month - 1]} {day.day}, {day.year}"

    def citation(self) -> str:
        """The issue of the daily gazette that printed the paper on the next day."""
        issue = (self.day - datetime.date(1848, 1, 2)).days
        return f"Gazette of {_WORDS['places'][3]}, no. {issue}, {self.date(1)}"


def samples() -> Iterator[tuple[str, str | bytes]]:
    """All texts to measure with, as (path, text), and books as (path, bytes)."""
    writer = Writer(1848)
    pages = [writer.page() for _ in range(200)]
    for name, suffix, render in FORMATS:
        for index, page in enumerate(pages):
            yield f"{name}/page{index:03}{suffix}", render(page)
    yield "epub/papers.epub", as_epub(pages)
    for megabytes in (2.5, 5):
        page = Writer(5).page(int(megabytes * 1e6))
        yield f"large/{megabytes}.txt", as_text(page)
    for notes in (5_000, 10_000):
        page = Writer(7).page((notes + 1) * 250 - 1, 250)
        yield f"notes/{notes}.txt", as_text(page)
    yield "small/one.txt", as_text(Writer(2).page(200))


def write(folder: Path) -> None:
    """Write all texts below `folder`."""
    for name, text in samples():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
