"""Markers: every place that may call a note or begin one, with what its shape and its links say.

Nothing is decided here but the shape. A number in square brackets at the head of a paragraph may be a note or
a reference, a number with a stop a note or a list item: `choose` in `roles` decides from all markers together.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Label
from edcheck.patterns import lazy_pattern
from edcheck.recognise.notes.heads import LONGEST_LABEL, SOLID, Lines, find_enclosed, find_heads
from edcheck.recognise.notes.labels import CONFUSABLE, Parsed, parse_label, reading, roman_value
from edcheck.recognise.notes.marker import AnchorIndex, Marker, block_of
from edcheck.recognise.notes.no_calls import is_no_call
from edcheck.text import Extent

_BRACKET = lazy_pattern(
    r"\[(?:(?:[Nn]ot[ea]|[Aa]nm\.|[Пп]рим\.)\s)?([^\[\]\s]{1,7}?)(?:,\spp?\.\s?[\d–-]{1,9})?\]"
)
_FOOTNOTE = lazy_pattern(
    r"\[Footnote(?:(?P<early>:)[ \t]*(?P<late_label>\d{1,4}|[A-Z])[.:](?=\s)"
    r"|[ \t]+(?P<label>[\w*†‡|!]{1,5})(?P<stop>[ \t]?[:.,;])?(?=\s))"
)
_SUPERSCRIPT = lazy_pattern(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}")
_PLAIN = ("link", "superscript")
"""Shapes of which a letter is no word."""
_LINE = 200
"""Code points before a marker in which its line must begin."""
_NO_WORD = "lZ"
"""Look-alikes of digits that editors do not set in brackets for themselves, as they do `[I]` and `[O]`."""
_SURE_LETTER = lazy_pattern(r"[ACDEFGHJKMNPRTUVWXYabcdefhjkmnprtuvwxy]|[IVXivx]*[VXivx][IVXivx]*")
"""Letters and numerals that no digit is misread as: notes that bear them (`[Footnote A: …]`) bear letters."""
_STRAY_LETTERS, _SIBLINGS = 2, 3
"""Letters that may be misread digits, and numbers that must stand beside them."""
_UNIT = lazy_pattern(r"\d[ \u00a0]?(?:[kcdm]?m|ft|in|yds?)\Z|(?<![^\W_])[xyzr]\Z")
"""What stands before a raised figure that is a power."""
_LINK_TEXT = lazy_pattern(r"[\s\[({]*([^\s\[\](){}]{1,7}?)\.?[\s\])}.]*\Z")


def find_markers(document: Document) -> list[Marker]:
    """All markers of a document in the order of the text, none overlapping another."""
    starts = document.block_starts
    names = AnchorIndex(document) if document.anchors else None
    lines = Lines(document, starts)
    found = [*_links(document, starts, names, lines)]
    taken = [marker.extent for marker in found]
    for marker in (
        *_footnotes(document, starts),
        *_brackets(document, starts, names, lines),
        *find_heads(document, lines),
    ):
        at = bisect_left(taken, marker.extent)
        if (at and taken[at - 1].end > marker.extent.start) or (
            at < len(taken) and taken[at].start < marker.extent.end
        ):
            continue
        taken.insert(at, marker.extent)
        if names and marker.heads_block:
            in_line = marker.shape == "bracket" and SOLID.search(
                document.text, starts[marker.block], marker.extent.start
            )
            first = marker.extent.start if in_line else lines.start(marker.block, marker.extent.start)
            marker.anchors = names.near(first, *marker.extent)
        found.append(marker)
    known = set(taken)
    for marker in _superscripts(document, starts):
        if marker.extent not in known:
            if names and marker.heads_block:
                marker.anchors = names.near(lines.start(marker.block, marker.extent.start), *marker.extent)
            found.append(marker)
    found.extend(find_enclosed(document, starts, found))
    found.sort(key=lambda marker: marker.extent)
    _read_as_roman(found)
    _read_as_digits(document.text, found)
    return found


def _read_as_digits(text: str, markers: list[Marker]) -> None:
    """Read a single letter as the digit it resembles where all its siblings are numbers.

    It is linked or raised, or stands in brackets as no word and no part of one does (`hymn.[l]`).
    """
    letters = [marker for marker in markers if marker.label.kind == "letter"]
    if not letters or len(letters) > _STRAY_LETTERS:
        return
    shapes = Counter(marker.shape for marker in markers if marker.label.kind == "arabic")
    for marker in letters:
        start, end = marker.extent
        alone = not text[max(start - 1, 0) : start].isalpha() and not text[end : end + 1].isalnum()
        plain = marker.shape in _PLAIN or (marker.shape == "bracket" and marker.label.text in _NO_WORD and alone)
        if plain and marker.label.text in CONFUSABLE and shapes[marker.shape] >= _SIBLINGS:
            marker.label = Label(marker.label.text, "arabic", reading(marker.label.text))
            marker.garbled = "misread-digit"


def _read_as_roman(markers: list[Marker]) -> None:
    """Read single letters as roman numerals where longer ones stand beside them and no other letter does."""
    letters = [marker for marker in markers if marker.label.kind == "letter"]
    romans = any(marker.label.kind == "roman" for marker in markers)
    if romans and all(roman_value(marker.label.text) for marker in letters):
        for marker in letters:
            marker.label = Label(marker.label.text, "roman", roman_value(marker.label.text))


def _brackets(
    document: Document, starts: list[int], names: "AnchorIndex | None", lines: Lines
) -> Iterator[Marker]:
    text = document.text
    if "[" not in text:
        return
    last_head = -1
    for match in _BRACKET.finditer(text):
        parsed = parse_label(match[1])
        if parsed is None:
            continue
        block = block_of(starts, match.start())
        line = lines.start(block, match.start())
        head = block >= 0 and SOLID.search(text, line, match.start()) is None
        if not head and is_no_call(text, match.start(), parsed.label.value or 0):
            continue
        head = head or _heads_line(document, starts, block, match, names, parsed.label.value == last_head + 1)
        last_head = (parsed.label.value or 0) if head else last_head
        place, label = Extent(*match.span()), Extent(*match.span(1))
        yield Marker(place, label, parsed.label, parsed.star, "bracket", head, block)


def _heads_line(
    document: Document,
    starts: list[int],
    block: int,
    match: re.Match[str],
    names: "AnchorIndex | None",
    counts_on: bool,
) -> bool:
    """Whether a bracket at a line's head inside a block goes on with notes that stand line by line.

    In plain text it must count on from the one before, in HTML it must have a name.
    """
    text, (start, end) = document.text, match.span()
    goes_on = (
        counts_on if document.format == "plain" else names is not None and bool(names.near(start, start, end))
    )
    if block < 0 or not goes_on or not text.startswith("[", starts[block]) or text[end : end + 1] != " ":
        return False
    low = max(start - _LINE, 0)
    line = max(text.rfind("\n", low, start), text.rfind("\r", low, start), low - 1) + 1
    return not text[line:start].strip()


def _footnotes(document: Document, starts: list[int]) -> Iterator[Marker]:
    """The transcribers' form `[Footnote 4: …]` with its usual slips."""
    text = document.text
    if "[Footnote" not in text:
        return
    found = [(match, "late_label" if match["late_label"] else "label") for match in _FOOTNOTE.finditer(text)]
    lettered = any(_SURE_LETTER.fullmatch(match[name]) for match, name in found)
    for match, name in found:
        parsed = parse_label(match[name])
        garbled = None
        if parsed is None or (not lettered and parsed.label.kind in ("roman", "letter") and reading(match[name])):
            value = reading(match[name])
            if value is None:
                continue
            label, star, garbled = Label(match[name], "arabic", value), "", "misread-digit"
        else:
            label, star = parsed
        if match["early"]:
            garbled = "colon-before-label"
        elif match["stop"] is None or match["stop"].strip() != ":":
            garbled = garbled or "missing-colon"
        yield Marker(
            Extent(*match.span()),
            Extent(*match.span(name)),
            label,
            star,
            "footnote",
            True,
            block_of(starts, match.start()),
            garbled=garbled,
        )


def _superscripts(document: Document, starts: list[int]) -> Iterator[Marker]:
    text = document.text
    places = list(document.markup.superscripts)
    if has_superscripts(text):
        places += [Extent(*match.span()) for match in _SUPERSCRIPT.finditer(text)]
    linked = [link.extent for link in document.links]
    for place in sorted(places):
        raised = _LINK_TEXT.match(text, *place) if place.end - place.start < LONGEST_LABEL else None
        parsed = parse_label(raised[1]) if raised else None
        garbled = None
        block = block_of(starts, place.start)
        head = block >= 0 and not text[starts[block] : place.start].strip()
        if raised and head and parsed is None and (value := _misread(raised[1])) is not None:
            parsed, garbled = Parsed(Label(raised[1], "arabic", value), ""), "misread-digit"
        at = bisect_right(linked, place)
        near = linked[max(at - 1, 0) : at + 1]
        if (
            raised is None
            or parsed is None
            or _UNIT.search(text, max(place.start - 12, 0), place.start)
            or any(e.start < place.end and place.start < e.end for e in near)
        ):
            continue
        label = Extent(*raised.span(1))
        yield Marker(place, label, parsed.label, parsed.star, "superscript", head, block, garbled=garbled)


def may_have_notes(document: Document) -> bool:
    """Whether anything stands on a page that could call a note or begin one that other pages call."""
    text, markup = document.text, document.markup
    if markup.links or markup.anchors or markup.superscripts or "[" in text or has_superscripts(text):
        return True
    return "(1)" in text or "{1}" in text


def has_superscripts(text: str) -> bool:
    """Whether raised figures stand in the text; any count from 1 begins with one of three."""
    return "¹" in text or "²" in text or "³" in text


def _links(document: Document, starts: list[int], names: "AnchorIndex | None", lines: Lines) -> Iterator[Marker]:
    """Links whose text is a label, with the names by which they can be reached themselves."""
    text = document.text
    for index, link in enumerate(document.links):
        start, end = link.extent
        if end - start > LONGEST_LABEL or "#" not in link.target:
            continue
        match = _LINK_TEXT.match(text, start, end)
        parsed = parse_label(match[1]) if match else None
        garbled = None
        if match and parsed is None and (value := _misread(match[1])) is not None:
            parsed, garbled = Parsed(Label(match[1], "arabic", value), ""), "misread-digit"
        if match is None or parsed is None:
            continue
        while start and text[start - 1] in "[({" and end < len(text) and text[end] in "])}":
            start, end = start - 1, end + 1
        if end < len(text) and text[end] in ".)" and not text[max(start - 1, 0) : start].strip():
            end += 1
        block = block_of(starts, start)
        line = lines.start(block, start)
        head = block >= 0 and not text[line:start].strip(" \t\r\n\u00a0[({")
        first = line if head else start
        yield Marker(
            Extent(start, end),
            Extent(*match.span(1)),
            parsed.label,
            parsed.star,
            "link",
            head,
            block,
            index,
            names.near(first, start, end) if names else (),
            garbled,
        )


def _misread(text: str) -> int | None:
    """The number meant by figures with a letter among them (`2l`, `IO`); one letter alone may be a label."""
    return reading(text) if len(text) > 1 and text[0] not in "oOq" and any(map(str.isdigit, text)) else None
