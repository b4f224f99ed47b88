"""Headings and the names by which links reach them: those given (`{#rain}`), and those that programs make.

`## My heading` can be reached as `#my-heading`. GitHub, pandoc and kramdown make such names in three slightly
different ways; which of them will set the text is not known, so all three count. Other files of the edition may
ask for these names, so they are recorded whether or not a link of this one does.
"""

from edcheck.model import Flaw
from edcheck.patterns import lazy_pattern
from edcheck.readers.galley import NO_PROSE, Galley, Place
from edcheck.records import dataclass, field
from edcheck.text import Span

_GITHUB = lazy_pattern(r"[^\w\- ]")
_PANDOC = lazy_pattern(r"[^\w\-. ]")
_KRAMDOWN = lazy_pattern(r"[^\w\- ]|_")
_BLANKS = lazy_pattern(r"\s+")


@dataclass(slots=True)
class Heading:
    """A heading: where it begins in the galley and the source, the name given to it, the code in it."""

    place: Place
    start: int
    name: str
    codes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Headings:
    """The headings of a text."""

    galley: Galley
    _found: list[tuple[str, Heading, Place]] = field(default_factory=list)

    def add(self, heading: Heading, end: int) -> None:
        """A heading ends at the source offset `end` and at the present place."""
        galley, place = self.galley, self.galley.place
        words = "".join(galley.column.texts[heading.place.piece :])
        if not words.strip():
            written = galley.markup.source.text[heading.start : end].rstrip()
            span = Span(heading.start, heading.start + len(written))
            galley.markup.flaws.append(Flaw("empty-heading", span, {"element": written}))
            return
        for code in heading.codes:
            words = words.replace(NO_PROSE, code, 1)
        if heading.name:
            at = galley.markup.source.text.rfind(f"#{heading.name}", heading.start, end) + 1
            if at:
                span = Span(at, at + len(heading.name))
                galley.anchor(heading.name, span, Span(heading.start, end), heading.place, place)
        else:
            self._found.append((words, heading, place))

    def store(self) -> None:
        """Record the names that programs make, each once; a heading that comes again gets a number."""
        galley = self.galley
        taken, numbers = galley.names, dict[str, int]()
        for words, heading, place in self._found:
            for slug in slugs(words):
                number = numbers.get(slug, 0)
                name = f"{slug}-{number}" if number else slug
                while name in taken:
                    number += 1
                    name = f"{slug}-{number}"
                taken.add(name)
                numbers[slug] = number
                span = Span(heading.start, heading.start)
                galley.anchor(name, span, span, heading.place, place)


def slugs(heading: str) -> tuple[str, ...]:
    """The names that programs make of a heading, each once; empty ones left out."""
    words = heading.strip().lower()
    github = _GITHUB.sub("", words).replace(" ", "-")
    pandoc = _from_letter(_BLANKS.sub("-", _PANDOC.sub("", words)))
    kramdown = _from_letter(_KRAMDOWN.sub("", words)).replace(" ", "-")
    return tuple(dict.fromkeys(name for name in (github, pandoc, kramdown) if name))


def _from_letter(words: str) -> str:
    return words[next((at for at, letter in enumerate(words) if letter.isalpha()), len(words)) :]
