"""Reads the notation of the edition: what a clean and a damaged edition say, and where defects stand.

While an edition is written, places are marked by characters of the private use area, which pass through
everything; `placed` takes them out again and says where they stood.
"""

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest

from edcheck.records import dataclass, field
from formats.edition import LETTERS, RULES, Letter

NAMES = tuple(sorted(RULES))
_OPEN, _CLOSE = 0xE000, 0xE100
_VARIANT = re.compile("‹([^|‹›]*)\\|([^‹›]*)›")
_PLACE = re.compile("«(\\w+):([^«»]*)»")
_PART = re.compile(r"\{([^}]*)\}|\*([^*]+)\*")
_MARK = re.compile("[\ue000-\ue1ff]")
AUTOMATIC = frozenset({"misnumbered", "misreference"})
"""Defects that cannot be where the program numbers the notes."""


@dataclass(slots=True)
class Texts:
    """The files of one edition by name, each with its defects: name, start and end in code points."""

    files: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)

    def add(self, name: str, marked: str) -> None:
        """Add a file whose places are marked."""
        self.files[name], self.places[name] = placed(marked)


def told(text: str, damaged: bool, omit: frozenset[str] = frozenset()) -> str:
    """A piece of the notation with its variant chosen and its places marked; defects in `omit` are not planted."""
    text = _PLACE.sub(lambda match: _marked(match, damaged, omit), text)
    return _VARIANT.sub(lambda match: match[2 if damaged else 1], text)


def _marked(match: re.Match[str], damaged: bool, omit: frozenset[str]) -> str:
    name, inner = match.groups()
    if name in omit or not damaged:
        return _VARIANT.sub(lambda variant: variant[1], inner)
    number = NAMES.index(name)
    return f"{chr(_OPEN + number)}{inner}{chr(_CLOSE + number)}"


def placed(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """A text without its marks, and the places they marked, in order."""
    places, opened, parts, length, last = [], {}, [], 0, 0
    for match in _MARK.finditer(marked):
        parts.append(marked[last : match.start()])
        length += match.start() - last
        last = match.end()
        code = ord(match[0])
        if code < _CLOSE:
            opened[code - _OPEN] = length
        else:
            places.append((NAMES[code - _CLOSE], opened.pop(code - _CLOSE), length))
    return "".join((*parts, marked[last:])), places


@dataclass(frozen=True, slots=True)
class Call:
    """A reference as it is written, and the number of the note that it means."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are emphasised."""

    text: str


Part = str | Call | Emphasis


@dataclass(frozen=True, slots=True)
class Told:
    """A letter, told clean or damaged: paragraphs in parts, notes with label, number and text."""

    heading: str
    dateline: str
    iso: str
    paragraphs: tuple[tuple[Part, ...], ...]
    notes: tuple[tuple[str, str, str], ...]


def letters(damaged: bool, omit: frozenset[str] = frozenset()) -> list[Told]:
    """The letters as a clean or a damaged edition has them."""
    return [_letter(letter, damaged, omit) for letter in LETTERS]


def _letter(letter: Letter, damaged: bool, omit: frozenset[str]) -> Told:
    notes = [
        (told(label, damaged, omit), told(label, False), told(text, damaged, omit)) for label, text in letter.notes
    ]
    return Told(
        letter.heading,
        letter.dateline,
        letter.iso,
        tuple(tuple(_parts(paragraph, damaged, omit)) for paragraph in letter.paragraphs),
        tuple(note for note in notes if note[0]),
    )


def _parts(text: str, damaged: bool, omit: frozenset[str]) -> Iterator[Part]:
    numbered = re.sub(r"\{([^}]*)\}", lambda match: f"{{{match[1]}#{told(match[1], False)}}}", text)
    pieces = _PART.split(told(numbered, damaged, omit))
    for plain, call, emphasis in zip_longest(pieces[::3], pieces[1::3], pieces[2::3]):
        if plain:
            yield plain
        if call:
            yield Call(*call.rsplit("#", 1))
        if emphasis:
            yield Emphasis(emphasis)


def joined(
    parts: tuple[Part, ...], call: Callable[[Call], str], emphasis: str, text: Callable[[str], str] = str
) -> str:
    """A paragraph with its calls and its emphasis written as a format writes them."""
    written = []
    for part in parts:
        if isinstance(part, Call):
            written.append(call(part))
        elif isinstance(part, Emphasis):
            written.append(emphasis.format(text(part.text)))
        else:
            written.append(text(part))
    return "".join(written)


def one(name: str, marked: str) -> Texts:
    """The edition as one file."""
    texts = Texts()
    texts.add(name, marked)
    return texts
