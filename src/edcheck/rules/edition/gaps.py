"""What is missing between two documents of an edition: a file in a row of numbered names, a numbered chapter.

A name says little alone. Where the chapters, the notes or the pages of the two documents run on, nothing is
missing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from posixpath import basename, dirname

from edcheck.model import Facts
from edcheck.model.collection import once
from edcheck.patterns import lazy_pattern
from edcheck.recognise.heading_numbers import chapter_number
from edcheck.records import NamedTuple
from edcheck.rules.edition.numbering import counts
from edcheck.rules.edition.outlines import headings_of

_NUMBERED = lazy_pattern(r"(.*?)([0-9]{1,5})([^0-9]*)\Z")
_FIGURES = lazy_pattern(r"[0-9]+")
_LEAST = 5
"""Documents in a row from which on a number that is left out is missed."""
_LOST = 2
"""Numbers that may be missing in a row, each for itself; where more are, the numbers do not count files."""
_YEARS = range(1000, 2100)


class Gap(NamedTuple):
    """What is missing between two documents that stand next to each other.

    `file` is the name that a file ought to have, empty where the names say nothing; `chapter` likewise the number
    of a chapter. `evidence` are sentences for editors.
    """

    before: str
    after: str
    file: str = ""
    chapter: str = ""
    evidence: tuple[str, ...] = ()


class Chapters(NamedTuple):
    """The numbers that a document's headings give chapters of one kind, the first and the last."""

    path: str
    first: int
    last: int


class Place(NamedTuple):
    """The place of a file in a row of files that are called alike: `ch`, 7, `.html`."""

    lead: str
    number: int
    tail: str


def place_in_row(path: str) -> Place | None:
    """The place that a file's name gives it; None where the name has no number."""
    match = _NUMBERED.match(basename(path))
    return Place(match[1], int(match[2]), match[3]) if match else None


def find_gaps(facts: Sequence[Facts]) -> list[Gap]:
    """All that is missing, each gap once, in the order of the documents behind it."""
    return once(_find, facts)


def _find(facts: Sequence[Facts]) -> list[Gap]:
    rows = chapter_rows(facts)
    named = {(gap.before, gap.after): gap for gap in _file_gaps(facts)}
    found = {(gap.before, gap.after): gap for gap in _chapter_gaps(rows)}
    running_on = _running_on(facts, rows)
    for key, gap in named.items():
        if key in found:
            other = found[key]
            found[key] = gap._replace(chapter=other.chapter, evidence=gap.evidence + other.evidence)
        elif key not in running_on:
            found[key] = gap
    order = {document.path: index for index, document in enumerate(facts)}
    return sorted(found.values(), key=lambda gap: order[gap.after])


def chapter_rows(facts: Sequence[Facts]) -> dict[str, list[Chapters]]:
    """The documents that have numbered chapters, by what their headings call them, in the edition's order."""
    rows: defaultdict[str, list[Chapters]] = defaultdict(list)
    for document, headings in zip(facts, headings_of(facts), strict=True):
        own: defaultdict[str, list[int]] = defaultdict(list)
        for heading in headings:
            number = chapter_number(heading.text)
            if number is not None:
                own[number.kind].append(number.value)
        for kind, values in own.items():
            rows[kind].append(Chapters(document.path, values[0], values[-1]))
    return rows


def _file_gaps(facts: Sequence[Facts]) -> Iterator[Gap]:
    rows: defaultdict[tuple[str, str, str], dict[int, str]] = defaultdict(dict)
    figures: defaultdict[str, set[int]] = defaultdict(set)
    for document in facts:
        folder, name = dirname(document.path), basename(document.path)
        figures[folder].update(int(number[:9]) for number in _FIGURES.findall(name))
        place = place_in_row(document.path)
        # What stands behind another number is the day of a date, or a part of a part.
        if place and not place.lead[-2:].rstrip("-_. ")[-1:].isdecimal():
            rows[folder, place.lead, place.tail][place.number] = document.path
    for (folder, lead, tail), row in rows.items():
        if len(row) < _LEAST or min(row) in _YEARS:
            continue
        numbers = sorted(row)
        if numbers[-1] - numbers[0] >= len(row) + _LOST:
            continue
        lost = [number for number in range(numbers[0], numbers[-1]) if number not in row]
        if not lost or len(lost) > min(_LOST, len(row) // _LEAST) or not figures[folder].isdisjoint(lost):
            continue
        ends = [basename(row[number]) for number in (numbers[0], numbers[-1])]
        why = f"{len(row)} files are called like it, from {ends[0]} to {ends[1]}"
        for before, after in pairwise(numbers):
            if after == before + 2:
                name = _name(folder, lead, before + 1, tail, row[before])
                yield Gap(row[before], row[after], name, evidence=(why,))


def _name(folder: str, lead: str, number: int, tail: str, like: str) -> str:
    width = len(basename(like)) - len(lead) - len(tail)
    name = f"{lead}{number:0{width}}{tail}"
    return f"{folder}/{name}" if folder else name


def _chapter_gaps(rows: dict[str, list[Chapters]]) -> Iterator[Gap]:
    for kind, row in rows.items():
        steps = [after.first - before.last for before, after in pairwise(row)]
        lost = [index for index, step in enumerate(steps) if step == 2]
        known = {one.first for one in row} if sum(one.first == 1 for one in row) < 2 else set()
        if len(row) < _LEAST or len(lost) > min(_LOST, len(row) // _LEAST):
            continue
        if any(row[index].last + 1 in known for index in lost):
            # It is there, and stands elsewhere.
            continue
        # Every other document must go on where the one before ends, or begin to count anew.
        if all(step == 1 or row[index + 1].first == 1 for index, step in enumerate(steps) if index not in lost):
            for index in lost:
                if dirname(row[index].path) != dirname(row[index + 1].path):
                    continue
                number = f"{kind} {row[index].last + 1}".strip()
                why = f"the numbers of {len(row)} documents run on, from {row[0].first} to {row[-1].last}"
                yield Gap(row[index].path, row[index + 1].path, chapter=number, evidence=(why,))


def _running_on(facts: Sequence[Facts], rows: dict[str, list[Chapters]]) -> set[tuple[str, str]]:
    """Documents between which nothing is missing, whatever they are called."""
    found = {
        (before.path, after.path)
        for row in rows.values()
        for before, after in pairwise(row)
        if after.first == before.last + 1
    }
    for count in counts(facts):
        for one, other in pairwise(count.ascending()):
            if other.lowest.value == one.highest.value + 1:
                found.add((one.path, other.path))
    for document, following in pairwise(facts):
        pages, others = document.pages, following.pages
        if pages and others and others.first - pages.last in (0, 1):
            found.add((document.path, following.path))
    return found
