"""Notes marked by asterisks and daggers in plain print: `the mole* was lost`, and below the paragraph `* In May.`

A symbol has no place in a count, and asterisks have many other uses: emphasis, lists, ornaments, lost letters. So
only what stands together is compared, the calls since the last notes with the notes that follow them, and
only in a text where nearly all such groups agree is one call or one note too few a loss.
"""

import re
from bisect import bisect_right

from edcheck.model import Document, Label, Note, Reference, Repair, Scope, Series
from edcheck.patterns import lazy_pattern
from edcheck.recognise.alignment import Key, align
from edcheck.recognise.notes.labels import SYMBOLS
from edcheck.records import dataclass, field
from edcheck.text import Extent

# Each begins with a literal: a class of characters would be tried at every place of the text.
_SYMBOLS = tuple(lazy_pattern(rf"\{sign}(?<![*†‡§].)[*†‡§]*+") for sign in "*†‡§")
_LONGEST = 3
_BEFORE = ".,;:!?”’\"')]»“‘«›‹"
"""What may stand between a word and the symbol that calls a note."""
_HEAD = lazy_pattern(r"[ \t\u00a0]*+(?=[^\W\d]|[“‘\"'(«])")
_SOUND, _SHARE = 3, 0.8
"""Groups that agree, and their share of all, from which on one that does not has a fault."""
_WHY = "the symbols of the notes that stand together answer those of the text before them"


@dataclass(slots=True)
class _Group:
    """The calls since the last notes, and the notes that stand together."""

    calls: list[Extent] = field(default_factory=list)
    notes: list[Extent] = field(default_factory=list)


def find_symbols(document: Document) -> None:
    """Add notes marked by symbols, and what is lost of them, to those that were found by their numbers."""
    text = document.text
    if any(one.kind == "symbol" for one in document.series):
        return
    groups = _groups(document)
    labels = [
        ([_key(text, one) for one in group.calls], [_key(text, one) for one in group.notes]) for group in groups
    ]
    sound = sum(calls == notes for calls, notes in labels)
    if sound >= _SOUND and sound >= _SHARE * len(groups):
        _fill(document, groups)


def _groups(document: Document) -> list[_Group]:
    """Calls and notes as they stand together; calls after the last notes call nothing."""
    text, starts = document.text, document.block_starts
    groups: list[_Group] = []
    current = _Group()
    emphasis = False
    matches = [match for pattern in _SYMBOLS for match in pattern.finditer(text)]
    for match in sorted(matches, key=re.Match.start):
        place = Extent(*match.span())
        block = bisect_right(starts, place.start) - 1
        if block < 0 or place.end - place.start > _LONGEST or document.in_zone(place, "boilerplate", "code"):
            continue
        if not text[starts[block] : place.start].strip(" \t[("):
            if _heads_note(document, match, block):
                current.notes.append(place)
        elif _is_call(text, match):
            if current.notes:
                groups.append(current)
                current = _Group()
            current.calls.append(place)
        elif text[place.end : place.end + 1].isalpha() and not text[place.start - 1].isalnum():
            emphasis = emphasis or text[place.start] == "*"
    if current.notes:
        groups.append(current)
    return [] if emphasis else groups


def _heads_note(document: Document, match: re.Match[str], block: int) -> bool:
    """Whether a symbol at the head of a block begins a note: no item of a list, no emphasis, no section."""
    text, found = document.text, document.blocks[block]
    after = match.end() + (text[match.end() : match.end() + 1] in "])")
    if found.kind not in ("paragraph", "quote", "cell") or _HEAD.match(text, after) is None:
        return False
    return text.find(match[0], match.end(), found.extent.end) < 0


def _is_call(text: str, match: re.Match[str]) -> bool:
    """Whether a symbol is glued to the word before it, and nothing to it."""
    start, end = match.span()
    before, after = text[start - 1], text[end : end + 1]
    glued = before.isalpha() or (
        before in _BEFORE and text[max(start - 3, 0) : start].rstrip(_BEFORE)[-1:].isalpha()
    )
    year = text[end : end + 2].strip()[-1:].isdigit()
    return glued and not after.isalnum() and not year


def _key(text: str, place: Extent) -> Key:
    written = text[place.start : place.end]
    return Key(SYMBOLS.index(written[0]) + 1 + len(SYMBOLS) * (len(written) - 1))


def _fill(document: Document, groups: list[_Group]) -> None:
    """Make notes and references, pair them, and say where one is lost."""
    series, scope = len(document.series), len(document.scopes)
    document.series.append(Series(document.edition.series.get("*", "notes"), "symbol", "*"))
    places = [place for group in groups for place in (*group.calls, *group.notes)]
    document.scopes.append(Scope(Extent(places[0].start, places[-1].end), False, _WHY))
    for group in groups:
        first_call, first_note = len(document.references), len(document.notes)
        calls, notes = ([_key(document.text, place) for place in some] for some in (group.calls, group.notes))
        for place, key in zip(group.calls, calls, strict=True):
            document.references.append(
                Reference(_label(document, place, key), place, place, "text", series, scope)
            )
        for place, key in zip(group.notes, notes, strict=True):
            block = document.block_at(place.start)
            body = Extent(place.end, block.extent.end if block else place.end)
            document.notes.append(Note(_label(document, place, key), place, place, body, "text", series, scope))
        steps = align(calls, notes).steps
        document.alignment.pairs += [
            (first_call + one.reference, first_note + one.note)
            for one in steps
            if one.reference is not None and one.note is not None
        ]
        lost = [one for one in steps if one.edit in ("missing-note", "missing-reference")]
        if len(lost) != 1 or any(one.edit == "relabel" for one in steps):
            continue
        reference = None if lost[0].reference is None else first_call + lost[0].reference
        note = None if lost[0].note is None else first_note + lost[0].note
        place = group.calls[lost[0].reference] if lost[0].reference is not None else group.notes[lost[0].note or 0]
        kind = "missing-note" if note is None else "missing-reference"
        label = document.quote(place)
        document.alignment.repairs.append(Repair(kind, note, reference, label, 1.2, 0.7, scope=scope))  # type: ignore[arg-type]


def _label(document: Document, place: Extent, key: Key) -> Label:
    return Label(document.quote(place), "symbol", key.value)
