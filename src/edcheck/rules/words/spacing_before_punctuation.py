"""A blank stands before a comma, a full stop or another mark that follows its word directly.

Scanners see a gap where old types were set wide, and a reference or a tag that was taken out leaves its blank
behind: `the pier , which`. Where a text, a printer or a language (French before `;`, `:`, `!` and `?`) always sets
the blank, it is a habit and no fault; where a text does both, one remark gives the counts. Delete the blank.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.stops import STOPS, in_prose, stops
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import some, times

_RARE = 20
"""How many times as often a mark must stand without a blank for the blank to be a slip."""
_SURE = ",."
"""Marks before which no printer of the last three centuries set a blank on purpose."""
_FRENCH = ";:!?"
_MOVED = ",;"
"""Marks that change places with the blank behind them: `the pier ,which`."""
_BLANKS = " \t\xa0"
_CLOSERS = frozenset("”’\"'»)]*_")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    spaced = stops(document).spaced
    if not spaced:
        return
    found: list[tuple[str, list[Extent], int]] = []
    for mark, every in spaced.items():
        if mark not in _FRENCH or language_of(document) != "fr":
            places = [place for at in every if (place := _blank(document, mark, at))]
            if places:
                found.append((mark, places, document.text.count(mark) - len(every)))
    if sum(len(places) for _, places, _ in found) > max(sum(plain for *_, plain in found), 1):
        return
    mixed = []
    for mark, places, plain in found:
        if _RARE * len(places) <= plain or (mark in _SURE and len(places) == 1):
            yield from (_slip(document, place, len(places), plain) for place in places)
        elif plain:
            mixed.append((mark, len(places), plain, places[0]))
    if mixed:
        yield _remark(mixed)


def _blank(document: Document, mark: str, at: int) -> Extent | None:
    """The blank before a mark that closes a word, and no ellipsis, fraction, leader or smiley; else None."""
    text = document.text
    before = text[at - 2 : at - 1]
    if text[at - 1] == "\xa0" and mark in _FRENCH:
        return None
    after = text[at + 1 : at + 2]
    if not (before.isalnum() or (before and before in _CLOSERS)) or (after and after in STOPS):
        return None
    if after.isalnum() and not (mark in _MOVED and after.isalpha()):
        return None
    if mark == "." and text[at + 1 : at + 3] in (" .", "\xa0."):
        return None
    if mark == ":" and (after not in (" ", "\n", "\r") or not text[at - 3 : at - 1].isalpha()):
        return None
    return Extent(at - 1, at) if in_prose(document, at) else None


def _slip(document: Document, place: Extent, count: int, plain: int) -> Draft:
    mark, moved = document.text[place.end], document.text[place.end + 1 : place.end + 2].isalpha()
    whole = Extent(place.start, place.end + 1)
    fix = ("set the blank behind the mark", whole, mark + " ") if moved else ("delete the blank", place, "")
    return Draft(
        "slip",
        whole,
        {"mark": mark},
        evidence=(f"“{mark}” stands {times(plain)} without a blank before it, {times(count)} with one",),
        fixes=(document.fix(*fix, "unsafe"),),
        confidence=0.9,
    )


def _remark(mixed: list[tuple[str, int, int, Extent]]) -> Draft:
    counted = [f"“{mark}” {times(count)} with a blank, {times(plain)} without" for mark, count, plain, _ in mixed]
    first = min(place for *_, place in mixed)
    return Draft(
        "mixed",
        Extent(first.start, first.end + 1),
        {"counts": some(counted)},
        evidence=tuple(counted),
        severity="information",
        confidence=0.6,
    )


rule = Rule(
    id="words/spacing-before-punctuation",
    severity="warning",
    doc=__doc__,
    messages={
        "slip": "a blank before “{mark}”",
        "mixed": "blanks before punctuation: {counts}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The old pier« ,» which leaned, was mended.", fixed="The old pier, which leaned, was mended."),
        Bad("The old pier« ,»which leaned, was mended.", fixed="The old pier, which leaned, was mended."),
        Bad("They mended the pier« .» It held.", fixed="They mended the pier. It held."),
        Bad(
            "<p>They mended the <i>pier</i>« .» It held.</p>",
            fixed="<p>They mended the <i>pier</i>. It held.</p>",
            format="html",
        ),
        Bad("A pier« ,» a mole , a slip, a lock, and a quay.", fixed=""),
    ),
    good=(
        Good("Alors ! Qui vient ? Le pilote ; les autres : non.", because="French sets a blank before them"),
        Good("He paused . . . and went on . . . to the pier.", because="an ellipsis with blanks"),
        Good("The pier , the mole , the slip , the quay .", because="the text always sets the blank"),
        Good("A bore of .45 and a gauge of .5, in a file .txt", because="a fraction, a suffix"),
        Good("Oil . . . . . . 4\nTar . . . . . . 7", because="leaders"),
        Good("See the page ... of the log.", because="three points in a row"),
    ),
)
