"""Curled quotation marks within one block, and the apostrophes among them.

A right single mark inside a word is an apostrophe. At a word's end (`rebels’ hands`) it is one unless a
quotation is open; at a word's head (`’Twas`) it is one unless something closes what it would open. A left
single mark inside a word is a letter of the name (`M‘Gregor`) or of another script (`Hawai‘i`).
"""

import re
from bisect import bisect_right

from edcheck.patterns import lazy_pattern
from edcheck.recognise.marks.pairing import Pairing, may_close, may_open
from edcheck.records import NamedTuple

_ELISION = lazy_pattern(
    r"(?:twas|twill|twere|twould|twixt|twart|tis(?:n[’']t)?|em|till?|cause|n|round|bout|gainst|neath|pon|o|tween|"
    r"e|ere|im|er|is|un|d|s|t|re|ll|ve|mong(?:st)?|midst?|less|prentices?|change|\d0s|\d\d(?:ers?)?)(?!\w)",
    re.IGNORECASE,
)
_CLIPPED = lazy_pattern(r"\b(?:th|o|an|wi|i|t|\w+in|ev|ne)\Z", re.IGNORECASE)
_CLIPPED_ENDS = frozenset(("th", "an", "wi", "in", "ev", "ne"))
"""The last two letters of clipped words that have two."""
_WEAK_REACH = 80
"""Code points within which a sure closing mark is preferred to one that may be a plural's apostrophe."""
_CANDIDATES = 16
"""Closing marks considered for one opening mark."""


class Habit(NamedTuple):
    """Which double marks a text uses: „ at all, “ how often, ” at all."""

    low: bool
    left: int
    right: bool


def pair_double(pairing: Pairing, places: list[int], habit: Habit) -> None:
    """Join “…”, „…“, „…” and ”…” of one block and note which marks are curled the wrong way."""
    text, opens = pairing.text, pairing.opens
    stack: list[int] = []
    for place in places:
        opening = _double_opens(pairing, place, stack, habit)
        if opening and stack and text[place] == text[stack[-1]] and pairing.begins_line(place):
            continue  # old typography repeats the mark at the head of each line
        opens[place] = opening
        if opening:
            stack.append(place)
        elif stack:
            pairing.join(stack.pop(), place)


def _double_opens(pairing: Pairing, place: int, stack: list[int], habit: Habit) -> bool:
    text = pairing.text
    character = text[place]
    if character == "„":
        return True
    left, right = may_open(text, place), may_close(text, place)
    if character == "“":
        if stack and text[stack[-1]] == "„":
            return False
        if right and not left:
            if not habit.low and (habit.right or habit.left <= 2):
                pairing.miscurled.add(place)
            return False
        return True
    if left and not right and not stack:
        if habit.left and not habit.low:
            pairing.miscurled.add(place)
        return True
    return False


def pair_single(pairing: Pairing, places: list[int]) -> None:
    """Join ‘…’ and ‚…‘ of one block; leave out apostrophes; note which marks are curled the wrong way."""
    openers: list[int] = []
    heads: list[int] = []
    closers: list[int] = []
    for place in places:
        role = _single_role(pairing, place)
        if role is not None:
            {"open": openers, "head": heads, "close": closers}[role].append(place)
    used: set[int] = set()
    for opener in reversed(openers):
        first = bisect_right(closers, opener)
        free = [place for place in closers[first : first + _CANDIDATES] if place not in used]
        closer = _choose(pairing, opener, free)
        if closer is not None:
            used.add(closer)
            _join(pairing, opener, closer)
        elif pairing.text[opener] == "‘" and _ELISION.match(pairing.text, opener + 1):
            pairing.opens[opener] = True
            pairing.miscurled.add(opener)
        elif not (pairing.begins_line(opener) and opener != openers[0]):
            pairing.opens[opener] = True
    _single_leftovers(pairing, heads, [place for place in closers if place not in used])


def _single_role(pairing: Pairing, place: int) -> str | None:
    text = pairing.text
    character = text[place]
    left, right = may_open(text, place), may_close(text, place)
    if character == "‚":
        return "open" if left and not right else None
    if character == "‘":
        return "close" if right and not left else "open"
    if left and not right:
        return None if _ELISION.match(text, place + 1) else "head"
    return "close"


def _choose(pairing: Pairing, opener: int, closers: list[int]) -> int | None:
    """The closing mark of a quotation: the first that can be nothing but one, unless a doubtful one is near."""
    if not closers:
        return None
    sure = next((place for place in closers if not _may_be_apostrophe(pairing.text, place)), None)
    first = closers[0]
    if sure is None or (first - opener < 30 and sure - first > _WEAK_REACH):
        return first
    return sure


def _may_be_apostrophe(text: str, place: int) -> bool:
    if text[place] != "’":
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 3]
    if not before.isalpha():
        return False
    if before in "szxSZX":
        return after[:1].isspace() and after[1:].islower()
    ending = text[place - 2 : place].lower()
    if ending not in _CLIPPED_ENDS and ending[:-1].isalnum():
        return False
    return bool(_CLIPPED.search(text, max(place - 12, 0), place))


def _join(pairing: Pairing, opener: int, closer: int) -> None:
    text = pairing.text
    pairing.opens[opener], pairing.opens[closer] = True, False
    pairing.join(opener, closer)
    if text[opener] == "’":
        pairing.miscurled.add(opener)
    if text[closer] == "‘" and text[opener] != "‚":
        pairing.miscurled.add(closer)


def _single_leftovers(pairing: Pairing, heads: list[int], closers: list[int]) -> None:
    """Judge marks that no opening mark claimed: a wrongly curled opening mark, a lonely close, an apostrophe."""
    for closer in closers:
        first = bisect_right(heads, closer) - 1
        head = heads[first] if first >= 0 else None
        sure = pairing.text[closer] == "‘" or _surely_closes(pairing.text, closer)
        if sure and head is not None:
            del heads[: first + 1]
            _join(pairing, head, closer)
        elif sure and pairing.text[closer] == "’":
            pairing.opens[closer] = False


def _surely_closes(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 3]
    if before in (",", ";", "!", "?"):
        return True
    return before == "." and not (after[:1].isspace() and after[1:].islower()) and not after[:1].isalnum()
