"""Where links within a page lead, and what is to blame where they lead nowhere.

The rules of this family share it, so that one slip in a name is told once: by the rule that knows its cause.
"""

import re

from edcheck.model import Anchor, Document, Flaw, Link
from edcheck.patterns import lazy_pattern
from edcheck.recognise.addresses import split_target
from edcheck.recognise.copies import in_copy
from edcheck.recognise.vocabulary.likeness import one_edit
from edcheck.records import dataclass
from edcheck.text import Span

_NUMBERED = lazy_pattern(r"(.*?)(\d{1,6})(\D*)\Z", re.DOTALL)
_LABEL = lazy_pattern(r"\d{1,6}")
_EXPLAINED = 20
"""Beyond so many names borne twice there is no single slip to look for."""

_SHORTEST = 3
"""Letters of a name up to which every other name is one letter off."""


def names(document: Document) -> set[str]:
    """What places of the page are called."""
    return {anchor.name for anchor in document.anchors}


def dangling(document: Document) -> dict[str, list[Link]]:
    """Links within the page that lead nowhere, by the name they ask for, in order of first appearance.

    `#` and `#top` lead to the page's beginning; `#!…` and `#:~:text=…` are no names.
    """
    if not document.links and not document.markup.notes:
        return {}
    known = names(document)
    found: dict[str, list[Link]] = {}
    links = [*document.links, *_belonging(document, known)]
    for link in links:
        name = link.fragment
        if not name or name in known or name.lower() == "top" or name[0] in "!:/":
            continue
        if "%" in name:
            from urllib.parse import unquote

            if unquote(name) in known:
                continue
        found.setdefault(name, []).append(link)
    return _of_this_file(links, found, known) if found and document.format == "tei" else found


def _of_this_file(links: list[Link], found: dict[str, list[Link]], known: set[str]) -> dict[str, list[Link]]:
    """Pointers of TEI that lead nowhere in the file, but are of a kind that others are which do.

    `#person12` may name an entry of a register that lies elsewhere; where `#n3` is found, `#n4` is missed.
    """
    kinds = {_kind(link.fragment) for link in links if link.fragment in known}
    return {name: lost for name, lost in found.items() if kinds and (_kind(name) in kinds or name.isalpha())}


def _kind(name: str | None) -> str:
    return _LABEL.sub("#", name or "")


def _belonging(document: Document, known: set[str]) -> list[Link]:
    """The targets by which notes say where in the text they belong (`corresp="#k7"`), as links.

    Where none of them arrives, the names are those of another file.
    """
    found, arrive = [], False
    linked = {link.tag for link in document.links}
    for note in document.markup.notes:
        for target in note.belongs_to:
            file, name = split_target(target)
            arrive |= not file and name in known
            at = document.source.text.find(target, *note.tag)
            if not file and at >= 0 and note.tag not in linked:
                place = Span(at, at + len(target))
                found.append(Link(note.extent, note.tag, target, place, name))
    return found if arrive else []


def meant(flaw: Flaw) -> str:
    """The value that an attribute with a stray or missing quotation mark was to have."""
    return flaw.data.get("value", "").strip("\"'= ")


def misquoted(document: Document) -> set[str]:
    """Names that places of the page would have, were it not for a quotation mark."""
    return {
        meant(flaw)
        for flaw in document.flaws
        if flaw.kind in ("stray-quote", "missing-quote") and flaw.data["attribute"] in ("id", "name")
    }


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A name borne twice: by `right`, and by `wrong`, which should be called `wanted` (empty: not known)."""

    wrong: Anchor
    right: Anchor
    wanted: str = ""


def duplicates(document: Document) -> list[Duplicate]:
    """Names that two elements bear at different places of the text, each told once for every further bearer.

    A note that stands twice has its names twice: that is told of the note.
    """
    anchors = document.anchors
    if len(anchors) == len(names(document)):
        return []
    first: dict[str, Anchor] = {}
    found: list[Duplicate] = []
    twice = document.alignment.notes_standing_twice()
    told = {name for index in twice for name in document.notes[index].anchors}
    for anchor in anchors:
        earlier = first.setdefault(anchor.name, anchor)
        if earlier is anchor or earlier.tag == anchor.tag:
            continue
        if anchor.name in told or in_copy(document, anchor.extent.start):
            continue
        # Of an element of XML each name is borne once in a file, whether text lies between two or not.
        if document.format == "tei" or document.text[earlier.extent.start : anchor.extent.start].strip():
            explained = _explained(document, earlier, anchor) if len(found) < _EXPLAINED else None
            found.append(explained or Duplicate(anchor, earlier))
    return found


def _explained(document: Document, earlier: Anchor, later: Anchor) -> Duplicate | None:
    """Find which of the two should bear a number that the count of its neighbours leaves out."""
    pattern = _NUMBERED.match(later.name)
    if pattern is None:
        return None
    head, _, tail = pattern.groups()
    series = [
        (int(match[2]), anchor)
        for anchor in document.anchors
        if (match := _NUMBERED.match(anchor.name)) and (match[1], match[3]) == (head, tail)
    ]
    known, asked = names(document), {*dangling(document), *(call.target for call in document.markup.calls)}
    for wrong, right in ((later, earlier), (earlier, later)):
        place = next(index for index, (_, anchor) in enumerate(series) if anchor is wrong)
        before = series[place - 1][0] if place else 0
        wanted = f"{head}{before + 1}{tail}"
        gap = place + 1 < len(series) and series[place + 1][0] == before + 2
        if wanted not in known and (gap or wanted in asked):
            return Duplicate(wrong, right, wanted)
    return None


def nearest(document: Document, name: str, link: Link) -> Anchor | None:
    """The anchor that a dead link means, if one stands out; one that no link leads to yet goes before others.

    It is called the same but for capitals or blanks; or it bears the number that the link shows (`[12]`); or its
    name is one letter off. An anchor with another number than the link shows is not meant.
    """
    shown = _LABEL.findall(document.quote(link.extent))
    label = shown[0] if len(shown) == 1 else ""
    led_to = {other.fragment for other in document.links}
    led_to |= {split_target(target)[1] for note in document.markup.notes for target in note.belongs_to}
    folded = name.strip().casefold()
    same, numbered, close = [], [], []
    for anchor in document.anchors:
        if anchor.name.strip().casefold() == folded:
            same.append(anchor)
        elif label and anchor.name == _renumbered(name, label):
            numbered.append(anchor)
        elif one_edit(anchor.name, name) and _fits(anchor, name, label, anchor.name in led_to):
            close.append(anchor)
    for near in (same, numbered, close):
        for choice in ([anchor for anchor in near if anchor.name not in led_to], near):
            if len({anchor.name for anchor in choice}) == 1:
                return choice[0]
    return None


def _fits(anchor: Anchor, name: str, label: str, taken: bool) -> bool:
    """Short words one letter apart are no slip; other numbers are one if the link shows it or none leads there."""
    number, asked = _NUMBERED.match(anchor.name), _NUMBERED.match(name)
    if number is None or asked is None:
        return len(name) > _SHORTEST
    if number[2] == asked[2]:
        return True
    return number[2] == label if label else not taken


def _renumbered(name: str, label: str) -> str:
    """The name with another number: what a link to `n112` means if it shows 12."""
    match = _NUMBERED.match(name)
    return f"{match[1]}{label}{match[3]}" if match else name
