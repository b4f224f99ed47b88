"""A control character stands in the text, where no reader sees it.

The codes below 32 steer terminals and printers; in a text they are left by a broken conversion, by a scanner's
software, or by a word processor whose own hyphens and line breaks were not translated. Those from 128 to 159
are something else: quotation marks and dashes of windows-1252 that were read as ISO 8859-1, and the repair
writes what stood there. A form feed at the end of a line is a page break and is left alone, and so is the sign
with which DOS ended a file.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.characters import characters_of
from edcheck.recognise.mojibake import find_mojibake
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.occurrences import code_point, fix_all, others, outside_code
from edcheck.text import Extent
from edcheck.wording import times

_PAGE = "\f"
_LINE_END = ("", "\n", "\r")
_DOS_END = "\x1a"
_LATIN_CONTROLS = "\x80", "\x9f"
_COLOUR = lazy_pattern("\x1b\\[[0-9;]{0,12}[A-Za-z]")
_NAMES = {
    "\0": "null",
    "\x07": "bell",
    "\x08": "backspace",
    _PAGE: "form feed",
    "\x0b": "vertical tab, a word processor’s line break",
    _DOS_END: "end of file",
    "\x1b": "escape, of a terminal’s colours",
    "\x1e": "a word processor’s unbreakable hyphen",
    "\x1f": "a word processor’s optional hyphen",
    "\x7f": "delete",
}
_MEANT = {"\x0b": "\n", "\x1e": "-"}


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    census = characters_of(document)
    if not census.distinct:
        return
    controls = [*census.between("\0", "\x1f"), *census.between("\x7f", "\x7f")]
    for character in controls:
        yield from _control(document, character)
    misread = census.between(*_LATIN_CONTROLS)
    if misread:
        yield from _misread(document, misread)


def _control(document: Document, character: str) -> Iterator[Draft]:
    text = document.text
    places = outside_code(document, character)
    if character == _PAGE:
        places = [place for place in places if _in_line(text, place)]
    elif character == _DOS_END:
        end = len(text.rstrip(_DOS_END + "\r\n \t"))
        places = [place for place in places if place.start < end]
    elif character == "\x1b":
        colours = ((_COLOUR.match(text, place.start), place) for place in places)
        places = [Extent(*colour.span()) if colour else place for colour, place in colours]
    if not places:
        return
    new = _MEANT.get(character, "")
    title = f"Write “{new}”" if new.strip() else "Break the line" if new else "Delete it"
    yield Draft(
        "control",
        places[0],
        {"code": code_point(character), "name": _named(character)},
        others(places, "here too"),
        (f"it stands in the text {times(len(places))}",),
        (fix_all(document, title, places, lambda _: new, "unsafe"),),
        confidence=0.98,
    )


def _in_line(text: str, place: Extent) -> bool:
    """Whether something stands before and behind a character on its line."""
    before, after = text[max(place.start - 1, 0) : place.start], text[place.end : place.end + 1]
    return not (before in _LINE_END or after in _LINE_END)


def _named(character: str) -> str:
    name = _NAMES.get(character)
    return f" ({name})" if name else ""


def _misread(document: Document, characters: list[str]) -> Iterator[Draft]:
    """All of them have one cause: the text was read in the wrong encoding."""
    garbled = {at for run, _ in find_mojibake(document.text) for at in range(*run)}
    places = [place for place in outside_code(document, characters) if place.start not in garbled]
    if not places:
        return
    readings = {character: _in_windows(character) for character in characters}
    written = document.quote(places[0])
    fixable = [place for place in places if readings[document.quote(place)]]
    fixes = (fix_all(document, "Write what windows-1252 has there", fixable, readings.__getitem__),)
    legible = bool(readings[written])
    yield Draft(
        "misread" if legible else "control",
        places[0],
        {"code": code_point(written), "reads": readings[written], "name": ""},
        others(places, "here too"),
        (f"such characters stand in the text {times(len(places))}",),
        fixes if fixable else (),
        confidence=0.98,
    )


def _in_windows(character: str) -> str:
    """What the code of a control character means in windows-1252; empty where it means nothing."""
    return character.encode("latin-1").decode("cp1252", "ignore")


rule = Rule(
    id="characters/control-character",
    severity="error",
    doc=__doc__,
    messages={
        "control": "the control character {code}{name} has no place in a text",
        "misread": "{code} is a control character; in windows-1252 this was “{reads}”",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The bri«\x02»dge is down.", fixed="The bridge is down."),
        Bad("The har«\x1e»bour mas\x1eter is out.", fixed="The har-bour mas-ter is out."),
        Bad("Arle,«\x0b»May 2", fixed="Arle,\nMay 2"),
        Bad("It is «\x1b[1m»down\x1b[0m.", fixed="It is down."),
        Bad("The bridge«\x97»the pilot\x92s«\x07» own«\x1a».\n\x0c\nIt fell.", marks="«»"),
        Bad("The pilot«\x92»s bridge\x97his own.", fixed="The pilot’s bridge—his own."),
        Bad("<p>The bri«\x85»dge is down.</p>", format="html", fixed="<p>The bri…dge is down.</p>"),
        Bad("It was «\x81»down.", fixed=""),
        Bad("The har«\x0c»bour is shut.", fixed="The harbour is shut."),
    ),
    good=(
        Good("The bridge is down.\n\x0c\nThe mill is gone.", because="a form feed parts two pages"),
        Good("The bridge is down.\r\n\x1a", because="DOS ended its files so"),
        Good("Un \u2019caf\u00e9 ferm\u00e9\u2026\tà deux pas", because="letters and punctuation"),
        Good("The word «Ã\x89» is garbled.", because="garbled UTF-8 is a fault of its own"),
        Good(
            "<p>The pilot&#146;s bridge</p>", format="html", because="browsers read this reference as it is meant"
        ),
    ),
)
