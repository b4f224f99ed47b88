"""The numbers of a list do not run on.

In a list that counts 1, 2, 3, 4 one number is missing, misread, set twice or exchanged with its neighbour: an item
was left out of the transcription, its number was garbled (`I3.` for `13.`) or lost, or two items were put in the
wrong order. Numbers are taken as they are written, also in Markdown, which shows others. Notes, tables, verse,
datelines and lists that skip numbers as a habit are left alone. Compare the source.
"""

from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Document, Draft, Fix, Place
from edcheck.patterns import lazy_pattern
from edcheck.recognise.copies import in_copy
from edcheck.recognise.enumerations import Item, find_garbled, find_lists, names_its_kind
from edcheck.recognise.numerals import read_letter, read_numeral, write_numeral
from edcheck.recognise.successions import Break, breaks
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_SUPPORT = 3
"""Items around a fault that must run on."""
_HABIT = 6
"""Every how many items of a list at most one may not run on."""
_FEW = 2
_FAR = 4
"""From how many usual items on the next one is too far away to belong to the same list."""
_NEAR = 400
"""Code points within which an item is near in any case."""
_SHOWN = 3
_NO_LETTERS = frozenset("juvwJUVW")
"""Letters that old alphabets leave out."""
_NUMBER = lazy_pattern(r"[0-9]+|\b[a-z]\b|\b[ivxlc]+\b|\b[IVXLC]+\b")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for items in find_lists(document):
        if len(items) < _SUPPORT:
            continue
        found = breaks([item.value for item in items])
        if len(found) <= max(_FEW, len(items) // _HABIT):
            usual = sorted(after.at - before.at for before, after in pairwise(items))[(len(items) - 1) // 2]
            for one in found:
                draft = _draft(document, items, one, max(_FAR * usual, _NEAR))
                if draft is not None:
                    yield draft


def _draft(document: Document, items: list[Item], one: Break, far: float) -> Draft | None:
    item, before = items[one.at], items[one.at - 1] if one.at else items[0]
    if one.before + one.after < _SUPPORT or item.at - before.at > far or not one.before:
        return None
    expected = _label(one.expected, item.label)
    if one.kind == "gap":
        return _gap(document, items, one, expected)
    if expected in _NO_LETTERS or (one.kind == "misprint" and not one.after) or names_its_kind(document, item):
        return None
    if one.kind not in ("misprint", "repetition", "exchange") or _is_automatic(item):
        return None
    if one.kind == "repetition" and (one.after < 2 or not item.label.isdigit() or in_copy(document, item.at)):
        return None
    fixes: tuple[Fix, ...] = ()
    if one.kind == "misprint":
        fixes = (document.fix(f"number it {expected}", item.place, expected),)
    related: tuple[tuple[Place, str], ...] = ()
    if one.kind == "exchange":
        related = ((items[one.at + 1].place, "the item that ought to precede it"),)
    data = {"label": item.label, "expected": expected}
    return Draft(one.kind, item.place, data, related, _neighbours(items, one), fixes, confidence=0.85)


def _is_automatic(item: Item) -> bool:
    """Whether the number stands nowhere, as HTML counts by itself: only a number that it was told is a fault."""
    return item.place.start == item.place.end


def _gap(document: Document, items: list[Item], one: Break, expected: str) -> Draft | None:
    """A number that is missing: its item bears it garbled, or is not there."""
    item, before = items[one.at], items[one.at - 1]
    if one.value != one.expected + 1 or expected in _NO_LETTERS:
        return None
    data = {"label": item.label, "expected": expected, "before": before.label}
    garbled = find_garbled(document, expected, before.at + len(before.label), item.at)
    if garbled is not None:
        data["label"] = document.quote(garbled)
        if data["label"] == expected:
            stop = Extent(garbled.end, garbled.end)
            fixes = (document.fix("set the stop", stop, "."),)
            return Draft("stopless", garbled, data, (), _neighbours(items, one), fixes, confidence=0.9)
        fixes = (document.fix(f"number it {expected}", garbled, expected, "unsafe"),)
        return Draft("garbled", garbled, data, (), _neighbours(items, one), fixes, confidence=0.95)
    passage = document.text[before.at + len(before.label) : item.at]
    if expected in _NUMBER.findall(passage) or names_its_kind(document, item):
        return None
    return Draft("gap", item.place, data, (), _neighbours(items, one), confidence=0.8)


def _label(value: int, like: str) -> str:
    """A number written as another item's label is."""
    for numeral in (read_numeral(like), read_letter(like)):
        if numeral is not None:
            return write_numeral(value, numeral.style)
    return str(value)


def _neighbours(items: list[Item], one: Break) -> tuple[str, ...]:
    behind = one.at + {"gap": 0, "exchange": 2}.get(one.kind, 1)
    told = [f"the items before it: {', '.join(item.label for item in items[max(one.at - _SHOWN, 0) : one.at])}"]
    if items[behind:]:
        told.append(f"the items after it: {', '.join(item.label for item in items[behind : behind + _SHOWN])}")
    return tuple(told)


_RULES = "The pilots have these rules:\n"


def _lines(*labels: str) -> str:
    return _RULES + "".join(f"{label} No boat goes out alone.\n" for label in labels)


def _paragraphs(*labels: str) -> str:
    return "".join(f"<p>{label} No boat goes out alone in a gale.</p>" for label in labels)


rule = Rule(
    id="structure/list-number-gap",
    severity="warning",
    doc=__doc__,
    messages={
        "gap": "item {expected} is missing: {before} is followed by {label}",
        "garbled": "“{label}” stands where the list counts {expected}",
        "stopless": "the number of item {expected} has no stop",
        "misprint": "item {label} stands where the list counts {expected}",
        "repetition": "item {label} stands twice",
        "exchange": "items {label} and {expected} have changed places",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(_lines("1.", "2.", "«4».", "5."), fixed=""),
        Bad(_lines("1.", "2.", "3.", "«8».", "5.", "6."), fixed=_lines("1.", "2.", "3.", "4.", "5.", "6.")),
        Bad(_lines("1)", "2)", "3)", "«3»)", "4)"), fixed=""),
        Bad(_lines("1.", "2.", "«4».", "3.", "5.", "6."), fixed=""),
        Bad(
            _lines("9.", "1.", *(f"{n}." for n in range(2, 10)), "«I0».", "11.", "12."),
            fixed=_lines("9.", "1.", *(f"{n}." for n in range(2, 13))),
        ),
        Bad(_lines("1.", "2.", "«3»", "4.", "5."), fixed=_lines("1.", "2.", "3.", "4.", "5.")),
        Bad(_lines("(a)", "(b)", "(«d»)", "(e)"), fixed=""),
        Bad(_lines("I.", "II.", "«VI».", "IV.", "V."), fixed=_lines("I.", "II.", "III.", "IV.", "V.")),
        Bad("1. Of oak\n2. Of elm\n«4». Of ash\n5. Of fir\n", fixed="", format="markdown"),
        Bad(_paragraphs("1.", "2.", "«4».", "5."), fixed="", format="html"),
        Bad(
            "<ol><li>Oak</li><li>Elm</li></ol><p>And:</p><ol start=4><li>«»Ash</li><li>Fir</li></ol>",
            fixed="",
            format="html",
        ),
        Bad("1.--To the pilot.\n\nCome.\n\n2.--To the same.\n\nGo.\n\n«4».--To his son.\n\nStay.", fixed=""),
    ),
    good=(
        Good(_lines("1.", "2.", "3.", "4.")),
        Good(_lines("1.", "2.", "1.", "2.", "3.", "3.", "4."), because="a list within an item"),
        Good(_lines("1.", "2. Oak; 3.", "4.", "5."), because="the number stands in the line before"),
        Good(_lines("1.", "2.", "5.", "9.", "14.", "20."), because="a selection"),
        Good("1. One\n1. Two\n1. Three\n", because="Markdown counts by itself", format="markdown"),
        Good(
            "The boats[1] and the quays[2], the sheds[4] and nets[5].\n\n1. Of oak.\n2. Of elm.\n4. Of ash.\n"
            "5. Of fir.\n",
            because="notes are counted elsewhere",
        ),
        Good(
            _paragraphs("1.", "2.", *[f"3. {'The boats go out in pairs. ' * 5}"] * 2, "4.", "5."),
            because="a paragraph stands twice with its number",
            format="html",
        ),
        Good("1. Kapitel\n\n2. Kapitel\n\n4. Kapitel\n\n5. Kapitel", because="chapters are counted elsewhere"),
        Good("1. Mai 1852\nSturm.\n\n2. Mai 1852\nRuhe.\n\n4. Mai 1852\nRegen.", because="dates"),
        Good(
            "<table>" + "".join(f"<tr><td>{n}. Boat<td>{n * 7}" for n in (1, 2, 4, 5)) + "</table>",
            because="a table of figures",
            format="html",
        ),
        Good(_lines("1.", "2.", "3.") + "They slept. " * 300 + "\n5. Of fir.\n", because="far from the list"),
        Good(_lines("(g)", "(a)", *(f"({letter})" for letter in "bcdefghiklm")), because="an alphabet without j"),
        Good(_lines("1.", "2.", "3.", "1848.", "4.", "5."), because="a year at the beginning of a line"),
        Good(
            _lines("1.", "2.", "3.", "4.") + "Or else:\n4. Two boats go out.\n", because="a last item in two forms"
        ),
        Good(_lines("a.", "b.", "b.", "c.", "d."), because="letters that go on from a list elsewhere"),
        Good("<ol><li>Oak</li><li>Elm<ol><li>Ash</li><li>Fir</li></ol></li><li>Yew</li></ol>", format="html"),
    ),
)
