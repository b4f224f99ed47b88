"""Which forms name one serial: the same letters, a slip, an abbreviation of the other."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.likeness import distance, letters

_Item = TypeVar("_Item")
_WORD = lazy_pattern(r"[^\W\d_]+")
_SHORT_NAME, _LONG_NAME = 6, 10
"""Letters below which two forms must have the same, and from which on they may differ in two."""


def grouped(items: Iterable[_Item], form_of: Callable[[_Item], str]) -> list[list[_Item]]:
    """The items by the serial that their forms name, each group's commonest form first."""
    forms: dict[str, list[_Item]] = {}
    for one in items:
        forms.setdefault(form_of(one), []).append(one)
    # Abbreviations and nearly all slips begin alike, so not every form is compared with every other.
    groups: dict[str, list[list[str]]] = {}
    for form in sorted(forms, key=lambda form: (-len(forms[form]), form)):
        alike = groups.setdefault(form[:1].casefold(), [])
        home = next((group for group in alike if any(same_serial(form, other) for other in group)), None)
        if home is None:
            alike.append([form])
        else:
            home.append(form)
    return [[one for form in group for one in forms[form]] for alike in groups.values() for group in alike]


def same_serial(first: str, second: str) -> bool:
    """Whether two forms name one serial."""
    one, other = letters(first), letters(second)
    shorter = min(len(one), len(other))
    limit = 0 if shorter < _SHORT_NAME else 1 if shorter < _LONG_NAME else 2
    return distance(one, other, limit) <= limit or abbreviates(first, second) or abbreviates(second, first)


def abbreviates(short: str, long: str) -> bool:
    """Whether a form with stops shortens another word by word: `Harb. Gaz.`, `Izv.V.Ts.` for `Izvestia VTs`.

    Several of its words may make up one of the other's; small words of the other may be left out.
    """
    parts, words = _WORD.findall(short), _WORD.findall(long)
    if "." not in short or len(parts) < 2 or sum(map(len, parts)) >= sum(map(len, words)):
        return False
    at = 0
    for word in words:
        begun = ""
        while at < len(parts) and word.casefold().startswith((begun + parts[at]).casefold()):
            begun += parts[at]
            at += 1
        if not begun and (at == 0 or not word.islower()):
            return False
    return at == len(parts)
